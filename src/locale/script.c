#include "locale/script.h"

#include <string.h>
#include <unicode/uscript.h>

#include "base/ascii.h"
#include "base/utf8.h"

/* A language in which several are used gives all; the first is the likely one. */
enum script script_of(str tag)
{
	char name[32];
	UScriptCode codes[4];
	UErrorCode error = U_ZERO_ERROR;
	if (tag.len >= sizeof(name))
		return SCRIPT_OTHER;
	memcpy(name, tag.ptr, tag.len);
	name[tag.len] = '\0';
	int32_t n = uscript_getCode(name, codes, ARRAY_LEN(codes), &error);
	if (U_FAILURE(error) || n < 1)
		return SCRIPT_OTHER;
	return codes[0] == USCRIPT_LATIN      ? SCRIPT_LATIN
	       : codes[0] == USCRIPT_CYRILLIC ? SCRIPT_CYRILLIC
					      : SCRIPT_OTHER;
}

bool script_has_cyrillic(str text)
{
	return text.len && (memchr(text.ptr, 0xd0, text.len) || memchr(text.ptr, 0xd1, text.len));
}

struct script_count script_count(str text)
{
	struct script_count count = {0};
	for (size_t at = 0; at < text.len;) {
		uint32_t c = utf8_next(text, &at);
		bool marked = c >= 0xc0 && c <= 0x24f && c != 0xd7 && c != 0xf7;
		count.latin += marked || (c < 0x80 && ascii_is_letter((int)c));
		count.cyrillic += c >= 0x400 && c <= 0x4ff;
		count.marked = count.marked || marked;
	}
	return count;
}
