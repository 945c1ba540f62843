#include "locale/fold.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "base/utf8.h"

/* Latin, Greek and Cyrillic letters are looked up; ICU is asked for the others. */
#define TABLE_SIZE 0x530
/* Combining marks that can join a letter of the table into one. */
#define MARKS_FROM 0x300
#define MARKS_TO   0x36f

enum sort { SORT_NONE, SORT_WORD, SORT_JOINS };

struct letter {
	uint16_t lower;
	uint16_t base; /* of the small letter, without its marks */
	uint8_t sort;
};

struct folder {
	struct letter letters[TABLE_SIZE];
	const UNormalizer2 *composed, *decomposed;
};

static enum sort sort_of(uint32_t c)
{
	if (c == '\'' || c == 0x2019)
		return SORT_JOINS;
	return u_isalnum((UChar32)c) || u_getIntPropertyValue((UChar32)c, UCHAR_GENERAL_CATEGORY) ==
						U_NON_SPACING_MARK
		       ? SORT_WORD
		       : SORT_NONE;
}

/* The first code point of the full decomposition: the letter without its marks. */
static uint32_t base_of(const struct folder *folder, uint32_t c)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar units[32];
	int32_t n = unorm2_getDecomposition(folder->decomposed, (UChar32)c, units, 32, &status);
	return n > 0 && U_SUCCESS(status) && !U16_IS_SURROGATE(units[0]) ? units[0] : c;
}

struct folder *folder_new(struct arena *arena)
{
	UErrorCode status = U_ZERO_ERROR;
	struct folder *folder = ARENA_NEW(arena, struct folder);
	folder->composed = unorm2_getNFCInstance(&status);
	folder->decomposed = unorm2_getNFDInstance(&status);
	if (U_FAILURE(status))
		die("the normalization data of ICU can't be opened: %s", u_errorName(status));
	for (uint32_t c = 0; c < TABLE_SIZE; c++) {
		struct letter *letter = &folder->letters[c];
		uint32_t lower = (uint32_t)u_tolower((UChar32)c);
		letter->lower = (uint16_t)lower;
		letter->base = (uint16_t)base_of(folder, lower);
		letter->sort = (uint8_t)sort_of(c);
	}
	return folder;
}

static enum sort sort_at(const struct folder *folder, uint32_t c)
{
	return c < TABLE_SIZE ? (enum sort)folder->letters[c].sort : sort_of(c);
}

static uint32_t lower_at(const struct folder *folder, uint32_t c)
{
	return c < TABLE_SIZE ? folder->letters[c].lower : (uint32_t)u_tolower((UChar32)c);
}

static bool is_mark(uint32_t c)
{
	return c >= MARKS_FROM && c <= MARKS_TO;
}

/* a and a macron become ā. */
static void compose(const struct folder *folder, struct buf *word)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar wide[4 * FOLD_WORD_MAX], composed[4 * FOLD_WORD_MAX];
	char bytes[12 * FOLD_WORD_MAX];
	int32_t n = 0, size = 0;
	u_strFromUTF8WithSub(wide, (int32_t)ARRAY_LEN(wide), &n, word->data, (int32_t)word->len,
		0xfffd, NULL, &status);
	n = unorm2_normalize(
		folder->composed, wide, n, composed, (int32_t)ARRAY_LEN(composed), &status);
	u_strToUTF8(bytes, (int32_t)sizeof(bytes), &size, composed, n, &status);
	if (U_FAILURE(status))
		return;
	buf_clear(word);
	buf_add(word, str_n(bytes, (size_t)size));
}

/* One run from *at on, which stands on its first letter. False: it is no word. */
static bool take_run(const struct folder *folder, str text, size_t *at, struct buf *out)
{
	bool marks = false, fits = true;
	size_t letters = 0, end = *at;
	for (size_t next = *at; next < text.len;) {
		uint32_t c = utf8_next(text, &next);
		enum sort sort = sort_at(folder, c);
		if (sort == SORT_NONE)
			break;
		if (sort == SORT_JOINS)
			continue;
		end = next;
		fits = fits && c <= 0xffff && ++letters <= FOLD_WORD_MAX;
		marks = marks || is_mark(c);
		if (fits)
			utf8_add(out, lower_at(folder, c));
	}
	*at = end;
	if (fits && marks)
		compose(folder, out);
	return fits;
}

bool fold_next(const struct folder *folder, str text, size_t *at, struct buf *out)
{
	while (*at < text.len) {
		size_t start = *at;
		if (sort_at(folder, utf8_next(text, at)) != SORT_WORD)
			continue;
		*at = start;
		buf_clear(out);
		if (take_run(folder, text, at, out))
			return true;
	}
	return false;
}

void fold_marks(const struct folder *folder, str word, struct buf *out)
{
	buf_clear(out);
	for (size_t at = 0; at < word.len;) {
		uint32_t c = utf8_next(word, &at);
		if (!is_mark(c))
			utf8_add(
				out, c < TABLE_SIZE ? folder->letters[c].base : base_of(folder, c));
	}
}

void fold_lower(const struct folder *folder, str text, struct buf *out)
{
	buf_clear(out);
	for (size_t at = 0; at < text.len;)
		utf8_add(out, lower_at(folder, utf8_next(text, &at)));
}

bool fold_is_capital(uint32_t c)
{
	return u_isupper((UChar32)c);
}

bool fold_is_cyrillic(str word)
{
	for (size_t at = 0; at < word.len;) {
		uint32_t c = utf8_next(word, &at);
		if (c >= 0x400 && c <= 0x52f)
			return true;
	}
	return false;
}
