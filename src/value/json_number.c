#include "value/json_number.h"

#include "base/ascii.h"
#include "base/messages.h"

static size_t skip_digits(str run, size_t at)
{
	while (at < run.len && ascii_is_digit(run.ptr[at]))
		at++;
	return at;
}

bool json_number_is(str run)
{
	size_t start = str_starts(run, S("-"));
	size_t at = skip_digits(run, start);
	if (at == start || (run.ptr[start] == '0' && at > start + 1))
		return false;
	if (at < run.len && run.ptr[at] == '.') {
		start = at + 1;
		at = skip_digits(run, start);
		if (at == start)
			return false;
	}
	if (at < run.len && (run.ptr[at] == 'e' || run.ptr[at] == 'E')) {
		start = at + 1;
		if (start < run.len && (run.ptr[start] == '+' || run.ptr[start] == '-'))
			start++;
		at = skip_digits(run, start);
		if (at == start)
			return false;
	}
	return at == run.len;
}

const char *json_number_hint(str run)
{
	size_t first = str_starts(run, S("-"));
	if (skip_digits(run, first) == run.len)
		return N_(
			"a number does not begin with 0; if the 0 belongs to it (a phone, a postal "
			"code), put it in double quotes");
	if (str_find_char(run, ':') != STR_NONE || str_find_char(str_from(run, 1), '-') != STR_NONE)
		return N_("a date or a time is text: put it in double quotes");
	return N_("numbers look like 12, -3 or 0.5; everything else stands in double quotes");
}
