#include "locale/name.h"

#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

enum { UNITS_MAX = 128, BYTES_MAX = 3 * UNITS_MAX };

str language_name(str tag, struct arena *arena)
{
	UErrorCode status = U_ZERO_ERROR;
	UDisplayContext capital = UDISPCTX_CAPITALIZATION_FOR_BEGINNING_OF_SENTENCE;
	char locale[ULOC_FULLNAME_CAPACITY], language[ULOC_LANG_CAPACITY], bytes[BYTES_MAX];
	UChar units[UNITS_MAX];
	int32_t len = 0;
	uloc_forLanguageTag(arena_cstr(arena, tag), locale, sizeof(locale), NULL, &status);
	uloc_getLanguage(locale, language, sizeof(language), &status);
	ULocaleDisplayNames *names = uldn_openForContext(locale, &capital, 1, &status);
	int32_t nunits = uldn_languageDisplayName(names, language, units, UNITS_MAX, &status);
	u_strToUTF8(bytes, sizeof(bytes), &len, units, nunits, &status);
	uldn_close(names);
	return U_SUCCESS(status) && len > 0 ? arena_str(arena, str_n(bytes, (size_t)len)) : tag;
}

str language_country(str tag, struct arena *arena)
{
	UErrorCode status = U_ZERO_ERROR;
	char locale[ULOC_FULLNAME_CAPACITY], likely[ULOC_FULLNAME_CAPACITY];
	char country[ULOC_COUNTRY_CAPACITY];
	uloc_forLanguageTag(arena_cstr(arena, tag), locale, sizeof(locale), NULL, &status);
	uloc_addLikelySubtags(locale, likely, sizeof(likely), &status);
	int32_t len = uloc_getCountry(likely, country, sizeof(country), &status);
	return U_SUCCESS(status) ? arena_str(arena, str_n(country, (size_t)len)) : S("");
}
