#include "locale/collate.h"

#include <stdlib.h>
#include <unicode/uchar.h>
#include <unicode/ucol.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "base/sixteen.h"
#include "base/utf8.h"

/* Ours has a third of that. */
#define IMAGE_MAX (64 << 10)

struct collator {
	UCollator *icu;
	UCollator *root; /* what an image rests on, which is NULL as well when there is none */
	void *image;
	bool has_own_rules;
};

/* Latvian as CLDR 48 has it: each letter of the alphabet has its own place, long vowels
 * too, and y stands behind i. ICU of Debian 12 (CLDR 42) mixes a with ā, and y with i;
 * with rules of our own it agrees with later ones, and with browsers. */
static const UChar latvian[] = u"&A<ā<<<Ā&C<č<<<Č&E<ē<<<Ē&G<ģ<<<Ģ&I<y<<<Y<ī<<<Ī&K<ķ<<<Ķ&L<ļ<<<Ļ"
			       u"&N<ņ<<<Ņ&O<ō<<<Ō&R<ŗ<<<Ŗ&S<š<<<Š&U<ū<<<Ū&Z<ž<<<Ž";

static UCollator *open_order(str tag, UErrorCode *status)
{
	struct arena arena;
	if (str_eq(tag, S("lv")))
		return ucol_openRules(
			latvian, -1, UCOL_DEFAULT, UCOL_DEFAULT_STRENGTH, NULL, status);
	arena_init(&arena);
	UCollator *icu = ucol_open(arena_cstr(&arena, tag), status);
	arena_release(&arena);
	return icu;
}

/* --- what ICU made of our rules, as an image: its version, then its bytes --------------------- */

static bool take_version(str *kept)
{
	UVersionInfo version;
	u_getVersion(version);
	bool same = kept->len > sizeof(version) && !memcmp(kept->ptr, version, sizeof(version));
	*kept = str_from(*kept, sizeof(version));
	return same;
}

/* NULL: it can't be opened, and the collator is as it was. */
static UCollator *open_image(struct collator *collator, str kept)
{
	UErrorCode status = U_ZERO_ERROR;
	if (!take_version(&kept))
		return NULL;
	collator->image = xmalloc(kept.len); /* ICU reads it by words */
	memcpy(collator->image, kept.ptr, kept.len);
	collator->root = ucol_open("", &status);
	UCollator *icu =
		ucol_openBinary(collator->image, (int32_t)kept.len, collator->root, &status);
	if (U_SUCCESS(status))
		return icu;
	ucol_close(collator->root);
	free(collator->image);
	collator->root = NULL;
	collator->image = NULL;
	return NULL;
}

void collator_keep(const struct collator *collator, struct buf *out)
{
	UErrorCode status = U_ZERO_ERROR;
	UVersionInfo version;
	uint8_t image[IMAGE_MAX];
	if (!collator->has_own_rules)
		return;
	int32_t len = ucol_cloneBinary(collator->icu, image, sizeof(image), &status);
	if (U_FAILURE(status))
		return;
	u_getVersion(version);
	buf_add(out, str_n((const char *)version, sizeof(version)));
	buf_add(out, str_n((const char *)image, (size_t)len));
}

struct collator *collator_new(str tag, str kept)
{
	UErrorCode status = U_ZERO_ERROR;
	struct collator *collator = xcalloc(1, sizeof(*collator));
	collator->has_own_rules = str_eq(tag, S("lv"));
	if (collator->has_own_rules)
		collator->icu = open_image(collator, kept);
	if (!collator->icu)
		collator->icu = open_order(tag, &status);
	if (U_FAILURE(status))
		die("the language data of ICU can't be opened: %s", u_errorName(status));
	ucol_setAttribute(collator->icu, UCOL_NUMERIC_COLLATION, UCOL_ON, &status);
	return collator;
}

void collator_free(const struct collator *collator)
{
	if (!collator)
		return;
	ucol_close(collator->icu);
	ucol_close(collator->root);
	free(collator->image);
	free((void *)collator);
}

/* Never more UTF-16 units than UTF-8 bytes. */
static UChar *to_utf16(str text, struct arena *arena, int32_t *len)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar *units = arena_alloc(arena, (text.len + 1) * sizeof(*units));
	u_strFromUTF8WithSub(units, (int32_t)text.len + 1, len, text.ptr, (int32_t)text.len, 0xfffd,
		NULL, &status);
	return units;
}

/* A name in quotation marks stands at its first letter. */
static str without_marks(str text)
{
	for (size_t at = 0; at < text.len;) {
		size_t start = at;
		if (u_isalnum((UChar32)utf8_next(text, &at)))
			return str_from(text, start);
	}
	return text;
}

str collator_key(const struct collator *collator, str text, struct arena *arena)
{
	int32_t len;
	text = without_marks(text);
	UChar *units = to_utf16(text, arena, &len);
	int32_t room = 4 * len + 16, size; /* enough for nearly all: a second look costs the same */
	uint8_t *key = arena_alloc(arena, (size_t)room);
	while ((size = ucol_getSortKey(collator->icu, units, len, key, room)) > room) {
		room = size;
		key = arena_alloc(arena, (size_t)room);
	}
	return str_n((char *)key, (size_t)(size > 0 ? size - 1 : 0));
}

str collator_version(struct arena *arena)
{
	UVersionInfo version;
	char text[U_MAX_VERSION_STRING_LENGTH];
	u_getVersion(version);
	u_versionToString(version, text);
	return arena_str(arena, str_of(text));
}

static sixteen no_ascii(sixteen c)
{
	return (sixteen)(c >= 0x80);
}

static sixteen capitals(sixteen c)
{
	return (sixteen)((c - 'A') < 26);
}

static bool is_ascii(str text)
{
	return !sixteen_search(text, no_ascii);
}

static str lower_ascii(str text, struct arena *arena)
{
	char *lower = arena_alloc(arena, text.len + 1);
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];
		lower[i] = c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
	}
	return str_n(lower, text.len);
}

static str normalize(const UNormalizer2 *form, str text, struct arena *scratch)
{
	UErrorCode status = U_ZERO_ERROR;
	int32_t len, normal_len;
	UChar *units = to_utf16(text, scratch, &len);
	int32_t room = 18 * len + 1; /* the most NFKC can grow one unit */
	UChar *normal = arena_alloc(scratch, (size_t)room * sizeof(*normal));
	normal_len = unorm2_normalize(form, units, len, normal, room, &status);
	char *bytes = arena_alloc(scratch, (size_t)normal_len * 3 + 1);
	u_strToUTF8(bytes, normal_len * 3 + 1, &len, normal, normal_len, &status);
	return U_FAILURE(status) ? text : str_n(bytes, (size_t)len);
}

static str normalize_into(const UNormalizer2 *form, str text, struct arena *arena)
{
	struct arena scratch;
	arena_init(&scratch);
	str normal = arena_str(arena, normalize(form, text, &scratch));
	arena_release(&scratch);
	return normal;
}

str collate_fold(str text, struct arena *arena)
{
	UErrorCode status = U_ZERO_ERROR;
	if (is_ascii(text))
		return sixteen_search(text, capitals) ? lower_ascii(text, arena) : text;
	return normalize_into(unorm2_getNFKCCasefoldInstance(&status), text, arena);
}

str collate_compose(str text, struct arena *arena)
{
	UErrorCode status = U_ZERO_ERROR;
	if (is_ascii(text))
		return text;
	str composed = normalize_into(unorm2_getNFCInstance(&status), text, arena);
	return str_eq(composed, text) ? text : composed;
}
