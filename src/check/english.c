#include "check/english.h"

#include "base/ascii.h"
#include "locale/script.h"

/* Beside "the", so many of the others. */
enum { OTHERS_MIN = 2 };

/* No word of them is Latvian. */
static const str others[] = {STR_INIT("and"), STR_INIT("of"), STR_INIT("is"), STR_INIT("are"),
	STR_INIT("you"), STR_INIT("your"), STR_INIT("for"), STR_INIT("with"), STR_INIT("this"),
	STR_INIT("can"), STR_INIT("not"), STR_INIT("from"), STR_INIT("have"), STR_INIT("will"),
	STR_INIT("they"), STR_INIT("when"), STR_INIT("if"), STR_INIT("or"), STR_INIT("by"),
	STR_INIT("that"), STR_INIT("who"), STR_INIT("what"), STR_INIT("where")};

static bool has_word(str text, str word)
{
	for (size_t at = 0, end; at < text.len; at = end + 1) {
		for (end = at; end < text.len && ascii_is_letter(text.ptr[end]);)
			end++;
		if (str_eq_nocase(str_sub(text, at, end), word))
			return true;
	}
	return false;
}

/* Nearly no text of another language gets as far as to the words. */
bool english_is(str text)
{
	size_t n = 0;
	if (!str_ends(text, S(".")) || str_find(text, S("he ")) == STR_NONE ||
		!has_word(text, S("the")) || script_count(text).marked)
		return false;
	for (size_t i = 0; i < ARRAY_LEN(others) && n < OTHERS_MIN; i++)
		n += has_word(text, others[i]);
	return n == OTHERS_MIN;
}
