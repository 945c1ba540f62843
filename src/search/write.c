#include "search/write.h"

#include <stdlib.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "search/cell.h"
#include "search/form.h"
#include "search/harvest.h"
#include "search/way.h"
#include "value/format.h"

/* Bytes of lines in a part, before compression, about: a question reads a part for each of its
 * words. On large sites more, so that there are no more parts than PARTS_MAX, and none that is
 * small beside the text of a result and the list of where parts begin. */
#define PART_SIZE       220
#define PART_SIZE_LARGE 1760
#define PARTS_MAX       1000
/* What a place of a word takes, about. */
#define POST_SIZE 3
/* A part begins at a key whose hash says so, once it is long enough: what is added to one part does
 * not move where all others begin. */
#define PART_BEGINS 16
/* Keys that are worth reading all to find a slip. */
#define KEYS_MAX 8000
/* Pages in a part: few, so that ten results do not bring all the others with them. */
#define PAGES_SMALL_SITE     2000
#define PAGES_PER_PART       1
#define PAGES_PER_PART_LARGE 24
/* The pages kept of a word that stands on very many: the best ones. */
#define POSTS_MAX 300

/* Lines cut into parts. */
struct parts {
	struct buf text;
	VEC(size_t) begins; /* where each part begins */
	VEC(str) keys;      /* and its first key */
	size_t size;
	str key;      /* of the line before, in this part */
	size_t nkeys; /* lines */
};

struct writing {
	struct maker *maker;
	const struct make_sink *sink;
	struct parts heads, bodies;
	struct parts keys;               /* of heads */
	struct buf file;                 /* the one that is written */
	struct buf copy;                 /* of all that a phone keeps */
	VEC(const struct page *) labels; /* sections; NULL: none */
	size_t per_part;
	size_t kept;  /* pages, the first ones, that a phone keeps unasked */
	bool shelves; /* short texts stand on them */
	str numbers;  /* which page and which label has which number */
};

/* --- numbers and shared beginnings -------------------------------------------------- */

/* The most digits of a number. */
#define DIGITS_MAX 6

/* Gives what stands behind it. */
static char *write_number(char *at, uint32_t n)
{
	for (; n >= FORM_BASE; n /= FORM_BASE)
		*at++ = (char)(FORM_FIRST + FORM_BASE + n % FORM_BASE);
	*at++ = (char)(FORM_FIRST + n);
	return at;
}

static void add_number(struct buf *out, uint32_t n)
{
	char digits[DIGITS_MAX];
	buf_add(out, str_n(digits, (size_t)(write_number(digits, n) - digits)));
}

/* How many letters both begin with; *bytes is where they end. */
static uint32_t shared(str a, str b, size_t *bytes)
{
	uint32_t n = 0;
	*bytes = 0;
	for (size_t i = 0, j = 0; i < a.len && j < b.len && n < FORM_BASE - 1; n++) {
		if (utf8_next(a, &i) != utf8_next(b, &j))
			break;
		*bytes = j;
	}
	return n;
}

static void add_shared(struct buf *out, str before, str word)
{
	size_t bytes;
	add_number(out, shared(before, word, &bytes));
	buf_add(out, str_from(word, bytes));
}

/* --- words -------------------------------------------------------------------------- */

static uint16_t weight_of(const struct weighed *post, bool body)
{
	return body ? post->body : post->head;
}

/* The weight that a post must have to be among the best POSTS_MAX of many. */
static uint16_t least_of_many(const struct word *word, bool body)
{
	size_t counts[WEIGHT_MAX + 1] = {0}, n = 0;
	for (size_t i = 0; i < word->nposts; i++)
		counts[weight_of(&word->posts[i].weighed, body)]++;
	for (uint16_t weight = WEIGHT_MAX; weight > 1; weight--)
		if ((n += counts[weight]) > POSTS_MAX)
			return (uint16_t)(weight + 1);
	return 1;
}

static void add_post(struct buf *out, const struct weighed *post, uint32_t step, uint16_t weight)
{
	char digits[3 * DIGITS_MAX];
	char *end = write_number(digits, 2 * step + (post->section > 0));
	if (post->section)
		end = write_number(end, post->section);
	end = write_number(end, weight);
	buf_add(out, str_n(digits, (size_t)(end - digits)));
}

static void add_posts(struct buf *out, const struct word *word, bool body)
{
	uint16_t least = word->nposts > POSTS_MAX ? least_of_many(word, body) : 1;
	uint32_t last = 0;
	for (size_t i = 0, n = 0; i < word->nposts && n < POSTS_MAX; i++) {
		const struct weighed *post = &word->posts[i].weighed;
		if (weight_of(post, body) < least)
			continue;
		add_post(out, post, post->doc - last, weight_of(post, body));
		last = post->doc;
		n++;
	}
}

static bool stands_in(const struct word *word, bool body)
{
	for (size_t i = 0; i < word->nposts; i++)
		if (weight_of(&word->posts[i].weighed, body))
			return true;
	return false;
}

static void begin_part(struct parts *parts, str key)
{
	VEC_PUSH(&parts->begins, parts->text.len);
	VEC_PUSH(&parts->keys, key);
	parts->key = S("");
}

static bool is_full(const struct parts *parts, str key)
{
	if (!parts->begins.len)
		return true;
	size_t len = parts->text.len - parts->begins.items[parts->begins.len - 1];
	return len > 2 * parts->size || (len > parts->size / 2 && hash64(key) % PART_BEGINS == 0);
}

/* The fewest letters of a key that stand behind all keys up to `before`. */
static str beginning_of(str key, str before)
{
	size_t end = 0;
	do
		utf8_next(key, &end);
	while (end < key.len && str_starts(before, str_sub(key, 0, end)));
	return str_sub(key, 0, end);
}

/* The forms of one key, from words[0] on. */
static void add_line(struct parts *parts, const struct word *words, size_t n, bool body)
{
	str before = words[0].key;
	bool begun = false;
	for (size_t i = 0; i < n; i++) {
		if (!stands_in(&words[i], body))
			continue;
		if (!begun) {
			if (is_full(parts, words[0].key))
				begin_part(parts, beginning_of(words[0].key, parts->key));
			add_shared(&parts->text, parts->key, words[0].key);
			begun = true;
		}
		buf_add_char(&parts->text, ' ');
		add_shared(&parts->text, before, words[i].form);
		buf_add_char(&parts->text, '!');
		add_posts(&parts->text, &words[i], body);
		before = words[i].form;
	}
	if (!begun)
		return;
	buf_add_char(&parts->text, '\n');
	parts->key = words[0].key;
	parts->nkeys++;
}

/* Those of one letter are a part. */
static void add_key(struct parts *parts, str key)
{
	str letter = beginning_of(key, S(""));
	if (!str_starts(parts->key, letter))
		begin_part(parts, letter);
	add_shared(&parts->text, parts->key, key);
	buf_add_char(&parts->text, '\n');
	parts->key = key;
}

static void add_words(struct writing *w)
{
	const struct word *words = w->maker->words.items;
	for (size_t i = 0, n; i < w->maker->words.len; i += n) {
		for (n = 1; i + n < w->maker->words.len && str_eq(words[i].key, words[i + n].key);)
			n++;
		size_t nkeys = w->heads.nkeys;
		add_line(&w->heads, words + i, n, false);
		add_line(&w->bodies, words + i, n, true);
		if (w->heads.nkeys > nkeys)
			add_key(&w->keys, words[i].key);
	}
}

/* --- pages -------------------------------------------------------------------------- */

/* Two sections of one title have two labels: one of them may get another title. */
static uint32_t label_number(struct writing *w, const struct page *section)
{
	uint32_t number = 0;
	while (number < w->labels.len && w->labels.items[number] != section)
		number++;
	if (number == w->labels.len)
		VEC_PUSH(&w->labels, section);
	return number;
}

/* The phone or address that a place or a helpline has (HSDS: addresses), unless it hides. */
static str at_hand(const struct record *record, struct arena *arena)
{
	str phone = record_phone(record);
	struct value address =
		value_get_path(record_facts(record)->json, S("addresses.first"), arena);
	if (phone.len || address.kind != VALUE_MAP || !record_tells(record, S("addresses")))
		return format_phone(phone, arena);
	str street = value_get_str(address, S("address_1"));
	return street.len ? arena_join(arena, street, S(", "), value_get_str(address, S("city")))
			  : S("");
}

/* What a result finds the page's text by. */
static void add_place(struct writing *w, const struct reaped *reaped)
{
	size_t index = reaped->page->index;
	if (reaped->cut)
		buf_add(&w->file, S(FORM_CUT));
	else if (w->shelves)
		buf_printf(&w->file, " shelf/%zu %zu", index / SHELF_PAGES, index % SHELF_PAGES);
}

static void add_page(struct writing *w, const struct doc *doc)
{
	struct buf *out = &w->file;
	const struct page *page = doc->reaped->page;
	struct arena *arena = &w->maker->arena;
	const struct record *call = site_call(w->maker->site, page);
	add_number(out, doc->label);
	add_place(w, doc->reaped);
	cell_add(out, site_href(w->maker->site, arena, page->url));
	cell_add(out, page_texts(page)->title);
	cell_add(out, page_texts(page)->description);
	cell_add(out, call ? at_hand(call, arena) : S(""));
	buf_add(out, doc->reaped->sections);
	buf_add_char(out, '\n');
}

/* Parts tell of pages and labels by number. What a label says stands in the head alone: the title
 * of a section would be in the way of all parts. */
static void number_pages(struct writing *w)
{
	size_t n = w->maker->docs.len;
	w->per_part = n < PAGES_SMALL_SITE ? PAGES_PER_PART : PAGES_PER_PART_LARGE;
	uint64_t numbered = w->per_part;
	for (size_t d = 0; d < n; d++) {
		struct doc *doc = &w->maker->docs.items[d];
		const struct page *page = doc->reaped->page, *parent = page->parent;
		w->kept += doc->kept;
		doc->label = label_number(w, parent && parent->parent ? parent : NULL);
		numbered = hash64_mix(numbered + doc->label, page->url);
	}
	w->numbers = arena_printf(&w->maker->arena, "%08x", (unsigned)(numbered >> 32));
}

/* --- files -------------------------------------------------------------------------- */

static str part_text(const struct parts *parts, size_t i)
{
	size_t end = i + 1 < parts->begins.len ? parts->begins.items[i + 1] : parts->text.len;
	return str_sub(buf_str(&parts->text), parts->begins.items[i], end);
}

static void add_range(struct buf *out, const struct parts *parts, size_t i)
{
	buf_add_char(out, ' ');
	buf_add(out, parts->keys.items[i]);
	buf_add_char(out, ' ');
	if (i + 1 < parts->keys.len)
		buf_add(out, parts->keys.items[i + 1]);
}

static void put_file(struct writing *w, str name, const struct buf *text)
{
	str path = arena_join(&w->maker->arena,
		arena_join(&w->maker->arena, S(FORM_DIR), w->maker->language->code, S("/")), name,
		S(".txt"));
	w->sink->put(w->sink->ctx, path, buf_str(text));
}

static void put_part(struct writing *w, char letter, size_t i, bool copied)
{
	str name = arena_printf(&w->maker->arena, "%c%zu", letter, i);
	put_file(w, name, &w->file);
	if (!copied)
		return;
	buf_add(&w->copy, name);
	buf_add_char(&w->copy, '\n');
	buf_add(&w->copy, buf_str(&w->file));
	buf_add_char(&w->copy, FORM_TEXT_END);
}

static void begin_file(struct writing *w)
{
	buf_clear(&w->file);
	buf_add(&w->file, w->numbers);
}

static void put_parts(struct writing *w, const struct parts *parts, char letter)
{
	for (size_t i = 0; i < parts->begins.len; i++) {
		begin_file(w);
		add_range(&w->file, parts, i);
		buf_add_char(&w->file, '\n');
		buf_add(&w->file, part_text(parts, i));
		put_part(w, letter, i, letter == 't');
	}
}

static void put_pages(struct writing *w)
{
	size_t n = w->maker->docs.len;
	for (size_t first = 0; first < n; first += w->per_part) {
		begin_file(w);
		buf_add_char(&w->file, '\n');
		for (size_t d = first; d < n && d < first + w->per_part; d++)
			add_page(w, &w->maker->docs.items[d]);
		put_part(w, 'd', first / w->per_part, first < w->kept);
	}
}

static void add_keys(struct buf *out, const char *name, const struct parts *parts)
{
	buf_printf(out, "%s", name);
	for (size_t i = 0; i < parts->keys.len; i++) {
		buf_add_char(out, ' ');
		buf_add(out, parts->keys.items[i]);
	}
	buf_add_char(out, '\n');
}

/* By itself: form.h says why. */
static void put_bodies(struct writing *w)
{
	buf_clear(&w->file);
	add_keys(&w->file, "bodies", &w->bodies);
	put_file(w, S("bodies"), &w->file);
}

static void put_index(struct writing *w)
{
	struct buf *out = &w->file;
	const struct language *language = w->maker->language;
	buf_clear(out);
	str root = site_href(w->maker->site, &w->maker->arena, S("/"));
	buf_printf(out, FORM_NAME " %.*s\nlanguage %.*s %.*s%s\nroot %.*s\npages %zu %zu %zu\n",
		STR_ARGS(w->numbers), STR_ARGS(language->code), STR_ARGS(language->tag),
		language->script == SCRIPT_CYRILLIC ? " cyrillic" : "", STR_ARGS(root),
		w->maker->docs.len, w->per_part, w->kept);
	for (size_t i = 0; i < w->labels.len; i++) {
		buf_adds(out, "label ");
		if (w->labels.items[i])
			cell_text(out, page_texts(w->labels.items[i])->title);
		buf_add_char(out, '\n');
	}
	stem_write_table(language->tag, out);
	way_write(language->tag, out);
	add_keys(out, "heads", &w->heads);
	if (w->heads.nkeys <= KEYS_MAX)
		add_keys(out, "keys", &w->keys);
	put_file(w, S("index"), out);
}

static void parts_release(struct parts *parts)
{
	buf_release(&parts->text);
	VEC_FREE(&parts->begins);
	VEC_FREE(&parts->keys);
}

static size_t part_size(const struct maker *maker)
{
	size_t nposts = 0, least = harvest_nshelves(maker->site) ? PART_SIZE_LARGE : PART_SIZE;
	for (size_t i = 0; i < maker->words.len; i++)
		nposts += maker->words.items[i].nposts < POSTS_MAX ? maker->words.items[i].nposts
								   : POSTS_MAX;
	size_t size = nposts * POST_SIZE / PARTS_MAX;
	return size > least ? size : least;
}

void write_index(struct maker *maker, const struct make_sink *sink)
{
	struct writing w = {.maker = maker, .sink = sink};
	w.shelves = harvest_nshelves(maker->site) > 0;
	w.heads.size = w.bodies.size = part_size(maker);
	buf_init(&w.keys.text);
	buf_init(&w.heads.text);
	buf_init(&w.bodies.text);
	buf_init(&w.file);
	buf_init(&w.copy);
	add_words(&w);
	number_pages(&w);
	put_parts(&w, &w.heads, 't');
	put_parts(&w, &w.bodies, 'b');
	put_pages(&w);
	if (w.heads.nkeys <= KEYS_MAX)
		put_parts(&w, &w.keys, 'k');
	put_bodies(&w);
	put_file(&w, S("copy"), &w.copy);
	put_index(&w);
	parts_release(&w.keys);
	parts_release(&w.heads);
	parts_release(&w.bodies);
	buf_release(&w.file);
	buf_release(&w.copy);
	VEC_FREE(&w.labels);
}
