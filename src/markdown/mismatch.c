#include "markdown/mismatch.h"

#include <string.h>

#include "base/address.h"
#include "base/ascii.h"

static bool has_only(str text, const char *signs)
{
	for (size_t i = 0; i < text.len; i++)
		if (!ascii_is_digit(text.ptr[i]) && (unsigned char)text.ptr[i] < 0x80 &&
			!strchr(signs, text.ptr[i]))
			return false;
	return true;
}

/* The last digit before `at`; its place, or STR_NONE. */
static size_t digit_before(str text, size_t at)
{
	while (at > 0 && !ascii_is_digit(text.ptr[at - 1]))
		at--;
	return at > 0 ? at - 1 : STR_NONE;
}

/* From their ends on, since one may have the code of a country before it. */
static bool is_other_number(str words, str number)
{
	size_t a = digit_before(words, words.len), b = digit_before(number, number.len), same = 0;
	for (; a != STR_NONE && b != STR_NONE; same++) {
		if (words.ptr[a] != number.ptr[b])
			return true;
		a = digit_before(words, a);
		b = digit_before(number, b);
	}
	return same < 3;
}

/* "https://www.example.lv:80/page", "www.example.lv": example.lv */
static str host_of(str address)
{
	size_t scheme = str_find(address, S("://")), end = 0;
	str host = scheme == STR_NONE ? address : str_from(address, scheme + 3);
	host = str_from(host, str_starts(host, S("www.")) ? strlen("www.") : 0);
	while (end < host.len && !strchr("/?#:", host.ptr[end]))
		end++;
	return str_sub(host, 0, end);
}

/* A part of a site may have a host below the one that is named. */
static bool is_other_host(str words, str url)
{
	str said = host_of(words), goal = host_of(url);
	str longer = said.len > goal.len ? said : goal, shorter = said.len > goal.len ? goal : said;
	return !str_eq_nocase(str_from(longer, longer.len - shorter.len), shorter);
}

static bool is_web(str words)
{
	return str_find_char(words, ' ') == STR_NONE &&
	       (str_starts(words, S("www.")) || str_starts(words, S("https://")) ||
		       str_starts(words, S("http://")));
}

bool mismatch_is(str words, str url)
{
	if (str_starts(url, S("tel:")))
		return words.len > 2 && has_only(words, "+ -()") &&
		       is_other_number(words, str_from(url, strlen("tel:")));
	if (str_starts(url, S("mailto:"))) {
		str mail = str_from(url, strlen("mailto:"));
		mail = str_sub(mail, 0, str_find_char(mail, '?'));
		return address_is_email(words) && !str_eq_nocase(words, mail);
	}
	return str_starts(url, S("http")) && is_web(words) && is_other_host(words, url);
}
