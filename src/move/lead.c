/* Old addresses that lead on: aliases of pages, redirects of site.json; hashes of
 * translations that were as good as their original. */
#include "base/path.h"
#include "move/move.h"

/* --- which addresses are others ---------------------------------------------------------- */

static bool has_file(const struct page *page)
{
	return page->kind == PAGE_CONTENT && !(page->flags & PAGE_FALLBACK);
}

static const struct page *record_page_after(
	const struct move *move, const struct build *after, const struct page *page)
{
	struct arena *arena = move->arena;
	str ref = path_join(arena, page->record->kind->name, page->record->id);
	const struct record *record = site_record(&after->site, goal_ref(&move->goal, ref, arena));
	const struct page *found =
		record && record->pages ? record->pages[page->language->index] : NULL;
	for (size_t i = 0; found && page->variant.len && i < after->site.pages.len; i++) {
		const struct page *other = after->site.pages.items[i];
		if (other->record == record && str_eq(other->variant, page->variant) &&
			other->language->index == page->language->index)
			return other;
	}
	return found;
}

static const struct page *page_after(
	const struct move *move, const struct build *after, const struct page *page)
{
	if (page->kind == PAGE_RECORD)
		return record_page_after(move, after, page);
	str id = goal_page(&move->goal, page->id, move->arena);
	return site_own_page(&after->site, page->language, id);
}

void move_find_leads(struct move *move, const struct build *after)
{
	const struct site *site = &move->before->site;
	move->leads.len = 0;
	for (size_t i = 0; i < site->pages.len; i++) {
		const struct page *page = site->pages.items[i], *now;
		if (page->kind != PAGE_CONTENT && page->kind != PAGE_RECORD)
			continue;
		now = page_after(move, after, page);
		if (!now || str_eq(now->url, page->url))
			continue;
		str to = arena_str(move->arena, now->url);
		VEC_PUSH(&move->leads, ((struct lead){page, page->url, to}));
	}
}

/* --- aliases ----------------------------------------------------------------------------- */

static str text_of(const struct move *move, uint32_t source)
{
	return move->texts[source - 1];
}

/* Where the line begins in which `at` stands. */
static size_t line_start(str text, size_t at)
{
	size_t before = str_rfind_char(str_sub(text, 0, at), '\n');
	return before == STR_NONE ? 0 : before + 1;
}

static bool is_address(str alias, str url)
{
	return str_eq(alias, url) ||
	       (alias.len + 1 == url.len && str_eq(alias, str_sub(url, 0, alias.len)));
}

/* The alias that is the page's address again; STR_NONE: there is none. */
static size_t find_alias(struct value aliases, str url)
{
	for (size_t i = 0; i < value_count(aliases); i++)
		if (is_address(value_str_at(aliases, i), url))
			return i;
	return STR_NONE;
}

/* Of the line in which `at` stands; without CR and LF. */
static size_t line_end(str text, size_t at)
{
	size_t end = at + str_find_char(str_from(text, at), '\n');
	return end > at && text.ptr[end - 1] == '\r' ? end - 1 : end;
}

/* "  - /old/", indented as the list is that has a line for each item. */
static str item_text(const struct move *move, struct span like, const struct lead *lead)
{
	str text = text_of(move, like.source);
	str before = str_sub(text, line_start(text, like.start), like.start);
	size_t dash = str_find_char(before, '-');
	return arena_join(
		move->arena, str_sub(before, 0, dash == STR_NONE ? 0 : dash), S("- "), lead->from);
}

/* The new item stands behind the last one; `own` is the one to be taken out, with its line. */
static void change_lines(
	struct move *move, struct value aliases, size_t own, const struct lead *lead)
{
	size_t last = aliases.list->len - 1;
	struct span span = aliases.list->items[last].span;
	str text = text_of(move, span.source), item = item_text(move, span, lead);
	size_t end = line_end(text, span.end);
	if (own == last) {
		move_edit(move, span_of(span.source, line_start(text, span.start), end), item);
		return;
	}
	if (own != STR_NONE) {
		size_t at = aliases.list->items[own].span.start;
		size_t next = at + str_find_char(str_from(text, at), '\n') + 1;
		move_edit(move, span_of(span.source, line_start(text, at), next), S(""));
	}
	move_edit(move, span_of(span.source, end, end),
		arena_join(move->arena, edit_line_end(text), item, S("")));
}

/* "[/old/, /older/]" */
static void change_flow(
	struct move *move, struct value aliases, size_t own, const struct lead *lead)
{
	if (own != STR_NONE) {
		move_edit(move, aliases.list->items[own].span, lead->from);
		return;
	}
	struct span span = aliases.list->items[aliases.list->len - 1].span;
	move_edit(move, span_of(span.source, span.end, span.end),
		arena_join(move->arena, S(", "), lead->from, S("")));
}

static void add_key(struct move *move, const struct lead *lead)
{
	const struct page *page = lead->page;
	str text = text_of(move, page->source);
	size_t at = line_start(text, page->body_start - 1);
	move_edit(move, span_of(page->source, at, at),
		arena_printf(move->arena, "aliases: [%.*s]%.*s", STR_ARGS(lead->from),
			STR_ARGS(edit_line_end(text))));
}

static void add_alias(struct move *move, const struct lead *lead)
{
	const struct value_entry *entry =
		value_map_find(page_texts(lead->page)->front.map, S("aliases"));
	str text = text_of(move, lead->page->source);
	if (!entry) {
		add_key(move, lead);
		return;
	}
	struct value list = entry->value;
	size_t own = find_alias(list, lead->to);
	if (!value_count(list))
		move_edit(move, span_of(list.span.source, entry->key_span.end, list.span.end),
			arena_printf(move->arena, ": [%.*s]", STR_ARGS(lead->from)));
	else if (text.ptr[list.span.start] == '[')
		change_flow(move, list, own, lead);
	else
		change_lines(move, list, own, lead);
}

/* --- redirects of site.json -------------------------------------------------------------- */

struct row {
	str from;
	str to;
};
typedef VEC(struct row) rows;

static const struct lead *lead_of(const struct move *move, const struct page *page)
{
	for (size_t i = 0; page && i < move->leads.len; i++)
		if (move->leads.items[i].page == page)
			return &move->leads.items[i];
	return NULL;
}

/* The topmost page above whose new address tells that of this one. */
static const struct lead *topmost(const struct move *move, const struct lead *lead)
{
	for (const struct lead *above; (above = lead_of(move, lead->page->parent)); lead = above) {
		str rest = str_from(lead->from, above->from.len);
		if (!str_eq(lead->to, arena_join(move->arena, above->to, rest, S(""))))
			return lead;
	}
	return lead;
}

static void put_row(rows *all, str from, str to)
{
	for (size_t i = 0; i < all->len; i++)
		if (str_eq(all->items[i].from, from)) {
			all->items[i].to = to;
			return;
		}
	if (!str_eq(from, to))
		VEC_PUSH(all, ((struct row){from, to}));
}

static str starred(const struct move *move, str address)
{
	return arena_join(move->arena, address, S("*"), S(""));
}

/* What stands in site.json already leads to where its goal is by now. */
static void keep_rows(const struct move *move, struct value redirects, rows *all)
{
	for (size_t i = 0; redirects.kind == VALUE_MAP && i < redirects.map->len; i++) {
		const struct value_entry *entry = &redirects.map->entries[i];
		str to = entry->value.string;
		for (size_t l = 0; l < move->leads.len; l++) {
			const struct lead *lead = &move->leads.items[l];
			if (str_eq(to, lead->from))
				to = lead->to;
			else if (str_eq(to, starred(move, lead->from)))
				to = starred(move, lead->to);
			if (str_eq(entry->key, lead->to) ||
				str_eq(entry->key, starred(move, lead->to)))
				to = entry->key; /* it has its old address again */
		}
		put_row(all, entry->key, to);
	}
}

static str rows_text(const struct move *move, const rows *all)
{
	str out = S("{");
	for (size_t i = 0; i < all->len; i++)
		out = arena_printf(move->arena, "%.*s%s\n    \"%.*s\": \"%.*s\"", STR_ARGS(out),
			i ? "," : "", STR_ARGS(all->items[i].from), STR_ARGS(all->items[i].to));
	return arena_join(move->arena, out, S("\n  }"), S(""));
}

/* Behind the last member of the object that the file is. */
static void add_member(struct move *move, str text)
{
	uint32_t source = move->before->site.config.span.source;
	str bytes = text_of(move, source);
	str members = str_trim(str_sub(bytes, 0, str_rfind_char(bytes, '}')));
	size_t at = (size_t)(members.ptr + members.len - bytes.ptr);
	move_edit(move, span_of(source, at, at),
		arena_join(move->arena, S(",\n  \"redirects\": "), text, S("")));
}

static const struct row *row_of(const rows *all, str from)
{
	for (size_t i = 0; i < all->len; i++)
		if (str_eq(all->items[i].from, from))
			return &all->items[i];
	return NULL;
}

/* How many of the members there are up to the last that stays. */
static size_t count_kept(const struct value_map *map, const rows *all)
{
	size_t n = map->len;
	while (n && !row_of(all, map->entries[n - 1].key))
		n--;
	return n;
}

/* The rows that are new, as members behind `last`, in lines or in one as that stands. */
static str new_members(const struct move *move, const struct value_map *map, const rows *all,
	const struct value_entry *last)
{
	str out = S(""),
	    before = str_sub(text_of(move, last->key_span.source), 0, last->key_span.start);
	str blank = str_from(before, str_trim(before).len);
	for (size_t i = 0; i < all->len; i++)
		if (!value_map_find(map, all->items[i].from))
			out = arena_printf(move->arena, "%.*s,%.*s\"%.*s\": \"%.*s\"",
				STR_ARGS(out), STR_ARGS(blank), STR_ARGS(all->items[i].from),
				STR_ARGS(all->items[i].to));
	return out;
}

/* Only what has changed: of the members before n the last one stays. */
static void change_rows(struct move *move, const struct value_map *map, const rows *all, size_t n)
{
	uint32_t source = map->entries[0].key_span.source;
	for (size_t i = 0; i < n; i++) {
		const struct value_entry *entry = &map->entries[i];
		const struct row *row = row_of(all, entry->key);
		if (!row)
			move_edit(move,
				span_of(source, entry->key_span.start, entry[1].key_span.start),
				S(""));
		else if (!str_eq(row->to, entry->value.string))
			move_edit(move, entry->value.span,
				arena_join(move->arena, S("\""), row->to, S("\"")));
	}
	size_t end = map->entries[n - 1].value.span.end;
	size_t whole = map->entries[map->len - 1].value.span.end;
	str members = new_members(move, map, all, &map->entries[n - 1]);
	if (members.len || end < whole)
		move_edit(move, span_of(source, end, whole), members);
}

static void write_rows(struct move *move, struct value redirects, const rows *all)
{
	bool there = redirects.kind == VALUE_MAP;
	size_t n = there ? count_kept(redirects.map, all) : 0;
	if (n)
		change_rows(move, redirects.map, all, n);
	else if (there && (all->len || redirects.map->len))
		move_edit(move, redirects.span, all->len ? rows_text(move, all) : S("{}"));
	else if (all->len)
		add_member(move, rows_text(move, all));
}

void move_lead_on(struct move *move)
{
	rows all = {0};
	struct value redirects = value_get(move->before->site.config.json, S("redirects"), NULL);
	if (!move->leads.len)
		return;
	keep_rows(move, redirects, &all);
	for (size_t i = 0; i < move->leads.len; i++) {
		const struct lead *lead = &move->leads.items[i];
		if (has_file(lead->page)) {
			add_alias(move, lead);
			continue;
		}
		const struct lead *top = topmost(move, lead);
		put_row(&all, starred(move, top->from), starred(move, top->to));
	}
	write_rows(move, redirects, &all);
	VEC_FREE(&all);
}

/* --- translations ------------------------------------------------------------------------ */

/* A name that is another in the original is no new text: who was up to date stays so. */
void move_mend_hashes(struct move *move, const struct build *after)
{
	const struct site *site = &move->before->site;
	for (size_t i = 0; i < site->pages.len; i++) {
		const struct page *page = site->pages.items[i], *now;
		if (!has_file(page) || page_is_outdated(page))
			continue;
		const struct value_entry *hash =
			value_map_find(page_texts(page)->front.map, S("source_hash"));
		if (!hash)
			continue;
		now = page_after(move, after, page);
		const struct page *original = now ? page_original(&after->site, now) : NULL;
		if (!original || !original->hash)
			continue;
		str text = page_hash_text(original, move->arena);
		if (!str_eq(text, hash->value.string))
			move_edit(move, hash->value.span,
				arena_printf(move->arena, "\"%.*s\"", STR_ARGS(text)));
	}
}
