#include "media/leftover.h"

#include "base/ascii.h"
#include "base/base.h"

bool leftover_is(str name)
{
	static const str ends[] = {STR_INIT("~"), STR_INIT(".orig"), STR_INIT(".rej"),
		STR_INIT(".bak"), STR_INIT(".tmp"), STR_INIT(".temp"), STR_INIT(".swp"),
		STR_INIT(".part"), STR_INIT(".crdownload"), STR_INIT(".download")};
	static const str names[] = {
		STR_INIT("Thumbs.db"), STR_INIT("ehthumbs.db"), STR_INIT("desktop.ini")};
	for (size_t i = 0; i < ARRAY_LEN(ends); i++)
		if (name.len > ends[i].len &&
			str_eq_nocase(str_from(name, name.len - ends[i].len), ends[i]))
			return true;
	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		if (str_eq_nocase(name, names[i]))
			return true;
	/* Emacs: #x#. Word: ~$x.docx, with its owner's name. LibreOffice's begins with a dot. */
	return str_starts(name, S("~$")) ||
	       (name.len > 2 && str_starts(name, S("#")) && str_ends(name, S("#")));
}

/* "x (1)", as browsers name what is there already. */
static bool is_numbered(str stem)
{
	size_t open = str_rfind_char(stem, '(');
	if (open == STR_NONE || open == 0 || !str_ends(stem, S(")")) || stem.len - open > 4)
		return false;
	str digits = str_sub(stem, open + 1, stem.len - 1);
	for (size_t i = 0; i < digits.len; i++)
		if (!ascii_is_digit(digits.ptr[i]))
			return false;
	return digits.len > 0;
}

bool leftover_is_copy(str stem)
{
	static const str ends[] = {STR_INIT(" - Copy"), STR_INIT(" - kopija"), STR_INIT(" kopija"),
		STR_INIT(" \xd0\xba\xd0\xbe\xd0\xbf\xd0\xb8\xd1\x8f"), STR_INIT(" copy")};
	for (size_t i = 0; i < ARRAY_LEN(ends); i++)
		if (str_ends(stem, ends[i]))
			return true;
	return str_starts(stem, S("Copy of ")) || is_numbered(stem);
}
