#include "search/index.h"

#include <inttypes.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "search/form.h"

struct part {
	bool read;
	struct index_line *lines;
	size_t nlines;
	struct map by_key;
};

struct table {
	VEC(str) keys;
	struct part *parts;
	char name;
};

struct index {
	struct index_source source;
	struct arena arena;
	str language, tag, numbers, root;
	int64_t npages, per_part;
	bool cyrillic;
	VEC(str) labels;
	struct table tables[NTABLES];
	struct stemmer *stemmer;
};

/* More pages than any index has; keeps numbers inside their types. */
#define PAGES_LIMIT 1000000

/* --- index.txt ---------------------------------------------------------------------- */

static void read_keys(struct table *table, str keys)
{
	for (str key; keys.len && str_cut(&keys, ' ', &key);)
		VEC_PUSH(&table->keys, key);
}

static bool read_numbers(struct index *index, str rest)
{
	str pages, per_part = S("");
	return str_cut(&rest, ' ', &pages) && str_cut(&rest, ' ', &per_part) &&
	       str_to_int(pages, &index->npages) && str_to_int(per_part, &index->per_part) &&
	       index->npages >= 0 && index->npages < PAGES_LIMIT && index->per_part > 0 &&
	       index->per_part < PAGES_LIMIT;
}

static void read_line(struct index *index, str line)
{
	str name;
	str_cut(&line, ' ', &name);
	if (str_eq(name, S("language"))) {
		str_cut(&line, ' ', &index->language);
		str_cut(&line, ' ', &index->tag);
		index->cyrillic = str_eq(line, S("cyrillic"));
	} else if (str_eq(name, S("pages"))) {
		if (!read_numbers(index, line))
			index->npages = 0;
	} else if (str_eq(name, S("root"))) {
		index->root = line;
	} else if (str_eq(name, S("keys"))) {
		read_keys(&index->tables[TIER_KEYS], line);
	} else if (str_eq(name, S("label"))) {
		VEC_PUSH(&index->labels, line);
	} else if (str_eq(name, S("heads"))) {
		read_keys(&index->tables[TIER_HEADS], line);
	} else if (str_eq(name, S("bodies"))) {
		read_keys(&index->tables[TIER_BODIES], line);
	}
}

static bool read_index(struct index *index, str text, str bodies)
{
	str line, name = S(FORM_NAME " ");
	if (!str_cut(&text, '\n', &line) || !str_starts(line, name))
		return false;
	index->numbers = str_from(line, name.len);
	while (str_cut(&text, '\n', &line))
		read_line(index, line);
	while (str_cut(&bodies, '\n', &line))
		read_line(index, line);
	for (size_t t = 0; t < NTABLES; t++)
		index->tables[t].parts =
			ARENA_ARRAY(&index->arena, struct part, index->tables[t].keys.len + 1);
	return index->numbers.len > 0 && index->npages > 0;
}

/* "" when there is none. */
static str read_list(struct index *index, str name)
{
	str text, path = arena_join(&index->arena, S(FORM_DIR), index->language, name);
	return index->source.read(index->source.ctx, path, &text) ? text : S("");
}

struct index *index_open(
	const struct index_source *source, const struct folder *folder, str language)
{
	struct index *index = xcalloc(1, sizeof(*index));
	index->source = *source;
	index->tables[TIER_HEADS].name = 't';
	index->tables[TIER_BODIES].name = 'b';
	index->tables[TIER_KEYS].name = 'k';
	arena_init(&index->arena);
	index->language = arena_str(&index->arena, language);
	index->root = S("");
	if (!read_index(
		    index, read_list(index, S("/index.txt")), read_list(index, S("/bodies.txt")))) {
		index_close(index);
		return NULL;
	}
	index->stemmer = stemmer_new(folder, index->tag);
	return index;
}

void index_close(struct index *index)
{
	if (!index)
		return;
	for (size_t t = 0; t < NTABLES; t++) {
		struct table *table = &index->tables[t];
		for (size_t p = 0; table->parts && p < table->keys.len; p++)
			map_release(&table->parts[p].by_key);
		VEC_FREE(&table->keys);
	}
	VEC_FREE(&index->labels);
	stemmer_free(index->stemmer);
	arena_release(&index->arena);
	free(index);
}

size_t index_npages(const struct index *index)
{
	return (size_t)index->npages;
}

struct stemmer *index_stemmer(struct index *index)
{
	return index->stemmer;
}

str index_tag(const struct index *index)
{
	return index->tag;
}

bool index_is_cyrillic(const struct index *index)
{
	return index->cyrillic;
}

/* --- parts -------------------------------------------------------------------------- */

/* What stands below a first line that must be `first`. */
static bool read_file(struct index *index, str name, str first, str *lines)
{
	str line, path = arena_printf(&index->arena, FORM_DIR "%.*s/%.*s.txt",
			  STR_ARGS(index->language), STR_ARGS(name));
	return index->source.read(index->source.ctx, path, lines) && str_cut(lines, '\n', &line) &&
	       str_eq(line, first);
}

static bool read_part(struct index *index, const struct table *table, size_t number, str *lines)
{
	str to = number + 1 < table->keys.len ? table->keys.items[number + 1] : S("");
	str first = arena_printf(&index->arena, "%.*s %.*s %.*s", STR_ARGS(index->numbers),
		STR_ARGS(table->keys.items[number]), STR_ARGS(to));
	return read_file(
		index, arena_printf(&index->arena, "%c%zu", table->name, number), first, lines);
}

/* One number; false at the end, or when no number of ours is so long. */
static bool take_number(str *rest, uint32_t *out)
{
	uint64_t n = 0, place = 1;
	for (size_t i = 0; i < rest->len && i < 6; i++, place *= FORM_BASE) {
		int digit = (unsigned char)rest->ptr[i] - FORM_FIRST;
		if (digit < 0 || digit >= 2 * FORM_BASE)
			return false;
		n += (uint64_t)(digit % FORM_BASE) * place;
		if (digit >= FORM_BASE)
			continue;
		*rest = str_from(*rest, i + 1);
		*out = n < PAGES_LIMIT ? (uint32_t)n : PAGES_LIMIT;
		return true;
	}
	return false;
}

/* "SHARED REST" after `before` to the whole word. */
static str take_shared(struct index *index, str before, str written)
{
	uint32_t n;
	size_t at = 0;
	if (!take_number(&written, &n))
		return S("");
	while (n-- > 0 && at < before.len)
		utf8_next(before, &at);
	return arena_join(&index->arena, str_sub(before, 0, at), written, S(""));
}

static struct index_line parse_line(struct index *index, str line, str key_before)
{
	str cell, form;
	struct index_form *forms =
		ARENA_ARRAY(&index->arena, struct index_form, str_count(line, ' ') + 1);
	str_cut(&line, ' ', &cell);
	struct index_line parsed = {.key = take_shared(index, key_before, cell), .forms = forms};
	str before = parsed.key;
	while (line.len && str_cut(&line, ' ', &cell)) {
		str_cut(&cell, '!', &form);
		before = take_shared(index, before, form);
		forms[parsed.nforms++] = (struct index_form){before, cell};
	}
	return parsed;
}

static void parse_part(struct index *index, struct part *part, str text)
{
	str key = S("");
	part->lines = ARENA_ARRAY(&index->arena, struct index_line, str_count(text, '\n') + 1);
	for (str line; text.len && str_cut(&text, '\n', &line);) {
		if (!line.len)
			continue;
		struct index_line *parsed = &part->lines[part->nlines++];
		*parsed = parse_line(index, line, key);
		key = parsed->key;
		map_put(&part->by_key, key, parsed);
	}
}

struct index_lines index_part(struct index *index, enum tier tier, size_t number)
{
	struct table *table = &index->tables[tier];
	struct part *part = &table->parts[number];
	str text;
	if (!part->read && read_part(index, table, number, &text))
		parse_part(index, part, text);
	part->read = true;
	return (struct index_lines){part->lines, part->nlines};
}

size_t index_nparts(const struct index *index, enum tier tier)
{
	return index->tables[tier].keys.len;
}

str index_part_key(const struct index *index, enum tier tier, size_t part)
{
	return index->tables[tier].keys.items[part];
}

/* The last part whose first key is not behind `key`. */
size_t index_part_of(const struct index *index, enum tier tier, str key)
{
	const struct table *table = &index->tables[tier];
	size_t from = 0, to = table->keys.len;
	while (from + 1 < to) {
		size_t middle = (from + to) / 2;
		if (str_cmp(table->keys.items[middle], key) <= 0)
			from = middle;
		else
			to = middle;
	}
	return from;
}

const struct index_line *index_find(struct index *index, enum tier tier, str key)
{
	struct table *table = &index->tables[tier];
	if (!table->keys.len)
		return NULL;
	size_t part = index_part_of(index, tier, key);
	index_part(index, tier, part);
	return map_get(&table->parts[part].by_key, key);
}

bool index_post_next(const struct index *index, str *rest, struct index_post *post)
{
	uint32_t step;
	if (!take_number(rest, &step))
		return false;
	post->page += step / 2;
	post->section = 0;
	if ((step % 2 && !take_number(rest, &post->section)) || !take_number(rest, &post->weight))
		return false;
	return post->page < (uint64_t)index->npages;
}

/* --- pages -------------------------------------------------------------------------- */

static bool split_page(struct index *index, str line, struct index_page *out)
{
	size_t n = str_count(line, '\t') + 1;
	str *cells = ARENA_ARRAY(&index->arena, str, n);
	uint32_t label;
	for (size_t i = 0; i < n; i++)
		str_cut(&line, '\t', &cells[i]);
	if (n < 5 || !take_number(&cells[0], &label))
		return false;
	*out = (struct index_page){
		.label = label < index->labels.len ? index->labels.items[label] : S(""),
		.url = cells[1],
		.title = cells[2],
		.description = cells[3],
		.cut = str_eq(cells[0], S(FORM_CUT)),
		.place = str_starts(cells[0], S(" ")) ? str_from(cells[0], 1) : S(""),
		.at_hand = cells[4],
		.sections = cells + 5,
		.nsections = (n - 5) / INDEX_SECTION};
	return true;
}

bool index_page(struct index *index, uint32_t page, struct index_page *out)
{
	str lines, line = S("");
	size_t per_part = (size_t)index->per_part;
	str name = arena_printf(&index->arena, "d%zu", page / per_part);
	if (!read_file(index, name, index->numbers, &lines))
		return false;
	for (size_t i = 0; i <= page % per_part; i++)
		if (!str_cut(&lines, '\n', &line))
			return false;
	return split_page(index, line, out);
}

/* "" when there is none. */
static str read_text(struct index *index, str url, uint32_t section)
{
	str text;
	if (!index->root.len || !str_starts(url, index->root) || !str_ends(url, S("/")))
		return S("");
	str folder = str_from(url, index->root.len);
	folder.len -= folder.len > 0;
	str name = arena_join(
		&index->arena, folder.len ? S(FORM_TEXT "/") : S(FORM_TEXT), folder, S(""));
	str path = section ? arena_printf(&index->arena, "%.*s.%u.txt", STR_ARGS(name), section)
			   : arena_join(&index->arena, name, S(".txt"), S(""));
	return index->source.read(index->source.ctx, path, &text) ? text : S("");
}

static str read_shelved(struct index *index, str place)
{
	str folder, shelf = S(""), text = S("");
	int64_t number, before;
	if (!str_cut(&place, '/', &folder) || !str_cut(&place, ' ', &shelf) ||
		!str_to_int(shelf, &number) || !str_to_int(place, &before))
		return S("");
	str path = arena_printf(&index->arena, FORM_SHELF "%" PRId64 ".txt", number), rest;
	if (!index->source.read(index->source.ctx, path, &rest))
		return S("");
	for (int64_t i = 0; i <= before; i++)
		if (!str_cut(&rest, FORM_TEXT_END, &text))
			return S("");
	return text;
}

/* All of a text that is not cut. */
static str read_whole(struct index *index, const struct index_page *page)
{
	return page->place.len ? read_shelved(index, page->place) : read_text(index, page->url, 0);
}

str index_text(struct index *index, const struct index_page *page, uint32_t section)
{
	if (page->cut)
		return read_text(index, page->url, section);
	str line = S(""), text = read_whole(index, page);
	for (uint32_t i = 0; i <= section; i++)
		if (!text.len || !str_cut(&text, '\n', &line))
			return S("");
	return line;
}

str index_whole_text(struct index *index, const struct index_page *page)
{
	return page->cut ? S("") : read_whole(index, page);
}
