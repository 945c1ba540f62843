#include "media/leftover.h"

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
