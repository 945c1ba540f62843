#include "search/way.h"

#include "base/utf8.h"

static const struct way {
	str tags, name, from, to;
} ways[] = {
#define WAY(tags, name, from, to) {STR_INIT(tags), STR_INIT(name), STR_INIT(from), STR_INIT(to)},
#include "search/ways.def"
#undef WAY
};

size_t way_count(void)
{
	return ARRAY_LEN(ways);
}

static bool has_word(str list, str wanted)
{
	for (str word; str_cut(&list, ' ', &word);)
		if (str_eq(word, wanted))
			return true;
	return false;
}

bool way_fits(size_t way, str tag, bool whole)
{
	return has_word(ways[way].tags, tag) && str_eq(ways[way].name, S("keys")) == whole;
}

/* The longest of `from` that `text` begins with, and what it stands for. */
static str longest(const struct way *way, str text, str *to)
{
	str best = S(""), from = way->from, tos = way->to;
	for (str word, other; str_cut(&from, ' ', &word) && str_cut(&tos, ' ', &other);)
		if (word.len > best.len && str_starts(text, word)) {
			best = word;
			*to = other;
		}
	return best;
}

bool way_apply(size_t way, str text, struct buf *out)
{
	bool changed = false;
	buf_clear(out);
	while (text.len) {
		str to = S("");
		str from = longest(&ways[way], text, &to);
		size_t next = from.len;
		if (!next) {
			utf8_next(text, &next);
			to = str_sub(text, 0, next);
		}
		changed |= from.len > 0;
		if (!from.len || !str_eq(to, S("-")))
			buf_add(out, to);
		text = str_from(text, next);
	}
	return changed;
}

void way_write(str tag, struct buf *out)
{
	for (size_t i = 0; i < ARRAY_LEN(ways); i++)
		if (has_word(ways[i].tags, tag))
			buf_printf(out, "way %.*s|%.*s|%.*s\n", STR_ARGS(ways[i].name),
				STR_ARGS(ways[i].from), STR_ARGS(ways[i].to));
}
