#include "search/stem.h"

#include <libstemmer.h>
#include <stdlib.h>

#include "base/map.h"
#include "base/utf8.h"

struct ending_row {
	const char *before, *after;
};
struct final_row {
	str from, to;
	size_t least;
};

static const struct ending_row latvian_endings[] = {
#define ENDINGS(before, after) {before, after},
#define FINAL(from, to, least)
#include "search/latvian.def"
#undef ENDINGS
#undef FINAL
};
static const struct final_row latvian_finals[] = {
#define ENDINGS(before, after)
#define FINAL(from, to, least) {STR_INIT(from), STR_INIT(to), least},
#include "search/latvian.def"
#undef ENDINGS
#undef FINAL
};

/* A stem keeps at least so many letters; no ending is longer than ENDING_MAX. */
#define STEM_MIN   3
#define ENDING_MAX 10

struct stemmer {
	const struct folder *folder;
	struct arena arena;
	struct map endings; /* of Latvian; empty for others */
	struct sb_stemmer *latin, *cyrillic;
	struct buf folded, key;
};

/* Each word of a list, or the empty one alone. */
static void add_endings(struct stemmer *stemmer, str before, str after)
{
	for (str head, heads = before; str_cut(&heads, ' ', &head);)
		for (str tail, tails = after; str_cut(&tails, ' ', &tail);)
			map_put(&stemmer->endings, arena_join(&stemmer->arena, head, tail, S("")),
				stemmer);
}

struct stemmer *stemmer_new(const struct folder *folder, str tag)
{
	struct stemmer *stemmer = xcalloc(1, sizeof(*stemmer));
	stemmer->folder = folder;
	arena_init(&stemmer->arena);
	buf_init(&stemmer->folded);
	buf_init(&stemmer->key);
	stemmer->cyrillic = sb_stemmer_new("russian", NULL);
	if (str_eq(tag, S("en")))
		stemmer->latin = sb_stemmer_new("english", NULL);
	for (size_t i = 0; str_eq(tag, S("lv")) && i < ARRAY_LEN(latvian_endings); i++)
		add_endings(stemmer, str_of(latvian_endings[i].before),
			str_of(latvian_endings[i].after));
	return stemmer;
}

void stemmer_free(struct stemmer *stemmer)
{
	if (!stemmer)
		return;
	sb_stemmer_delete(stemmer->latin);
	sb_stemmer_delete(stemmer->cyrillic);
	map_release(&stemmer->endings);
	buf_release(&stemmer->folded);
	buf_release(&stemmer->key);
	arena_release(&stemmer->arena);
	free(stemmer);
}

/* --- Latvian ------------------------------------------------------------------------ */

static str without_ending(const struct stemmer *stemmer, str word)
{
	size_t most = word.len > STEM_MIN ? word.len - STEM_MIN : 0;
	for (size_t n = most < ENDING_MAX ? most : ENDING_MAX; n > 0; n--)
		if (map_has(&stemmer->endings, str_from(word, word.len - n)))
			return str_sub(word, 0, word.len - n);
	return word;
}

static bool level_final(struct buf *key)
{
	for (size_t i = 0; i < ARRAY_LEN(latvian_finals); i++) {
		const struct final_row *row = &latvian_finals[i];
		if (key->len < row->from.len + row->least || !str_ends(buf_str(key), row->from))
			continue;
		buf_truncate(key, key->len - row->from.len);
		buf_add(key, row->to);
		return true;
	}
	return false;
}

/* Letters of other alphabets than the table's are no part of an ending. */
static void stem_latvian(struct stemmer *stemmer)
{
	buf_add(&stemmer->key, without_ending(stemmer, buf_str(&stemmer->folded)));
	while (level_final(&stemmer->key))
		;
}

/* --- Snowball ----------------------------------------------------------------------- */

/* ё is е, й stays: Snowball's endings know it. */
static void level_yo(str word, struct buf *out)
{
	buf_clear(out);
	for (size_t at = 0; at < word.len;) {
		uint32_t c = utf8_next(word, &at);
		utf8_add(out, c == 0x451 ? 0x435 : c);
	}
}

/* What nobody types when in a hurry, or in Latin letters: ь and ъ; й is и, ы is и, э is е. */
static void level_cyrillic(str stem, struct buf *out)
{
	for (size_t at = 0; at < stem.len;) {
		uint32_t c = utf8_next(stem, &at);
		if (c == 0x44c || c == 0x44a)
			continue;
		utf8_add(out, c == 0x439 || c == 0x44b ? 0x438 : c == 0x44d ? 0x435 : c);
	}
}

static str snowball(struct sb_stemmer *snowball, str word)
{
	const sb_symbol *stem =
		sb_stemmer_stem(snowball, (const sb_symbol *)word.ptr, (int)word.len);
	if (!stem)
		die("no memory for a stem");
	return str_n((const char *)stem, (size_t)sb_stemmer_length(snowball));
}

str stemmer_key(struct stemmer *stemmer, str word)
{
	buf_clear(&stemmer->key);
	if (fold_is_cyrillic(word)) {
		level_yo(word, &stemmer->folded);
		level_cyrillic(
			snowball(stemmer->cyrillic, buf_str(&stemmer->folded)), &stemmer->key);
		return buf_str(&stemmer->key);
	}
	fold_marks(stemmer->folder, word, &stemmer->folded);
	if (stemmer->endings.len)
		stem_latvian(stemmer);
	else if (stemmer->latin)
		buf_add(&stemmer->key, snowball(stemmer->latin, buf_str(&stemmer->folded)));
	else
		buf_add(&stemmer->key, buf_str(&stemmer->folded));
	return buf_str(&stemmer->key);
}

void stem_write_table(str tag, struct buf *out)
{
	if (!str_eq(tag, S("lv")))
		return;
	for (size_t i = 0; i < ARRAY_LEN(latvian_endings); i++)
		buf_printf(
			out, "ending %s|%s\n", latvian_endings[i].before, latvian_endings[i].after);
	for (size_t i = 0; i < ARRAY_LEN(latvian_finals); i++)
		buf_printf(out, "final %.*s %.*s %zu\n", STR_ARGS(latvian_finals[i].from),
			STR_ARGS(latvian_finals[i].to), latvian_finals[i].least);
}
