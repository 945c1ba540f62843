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
	return map_get(&after->site.pages_by_key, path_join(move->arena, page->language->code, id));
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

static str line_end_of(str text)
{
	return str_find(text, S("\r\n")) == STR_NONE ? S("\n") : S("\r\n");
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

/* "[/old/, /older/]": those that stand there, but not the page's new address. */
static str list_with(struct move *move, struct value aliases, const struct lead *lead)
{
	str text = text_of(move, lead->page->source), out = S("");
	for (size_t i = 0; i < value_count(aliases); i++) {
		struct span span = aliases.list->items[i].span;
		if (is_address(value_str_at(aliases, i), lead->to) ||
			is_address(value_str_at(aliases, i), lead->from))
			continue;
		out = arena_join(move->arena, out, str_sub(text, span.start, span.end), S(", "));
	}
	return arena_printf(move->arena, "[%.*s%.*s]", STR_ARGS(out), STR_ARGS(lead->from));
}

static bool names_goal(struct value aliases, const struct lead *lead)
{
	for (size_t i = 0; i < value_count(aliases); i++)
		if (is_address(value_str_at(aliases, i), lead->to))
			return true;
	return false;
}

/* Behind the last item of a list with a line for each. */
static void add_item(struct move *move, struct value aliases, const struct lead *lead)
{
	str text = text_of(move, lead->page->source);
	struct span span = aliases.list->items[aliases.list->len - 1].span;
	size_t start = line_start(text, span.start);
	str before = str_sub(text, start, span.start);
	size_t dash = str_find_char(before, '-');
	str indent = str_sub(before, 0, dash == STR_NONE ? 0 : dash);
	size_t end = span.end + str_find_char(str_from(text, span.end), '\n');
	end -= end > span.end && text.ptr[end - 1] == '\r';
	move_edit(move, span_of(span.source, end, end),
		arena_printf(move->arena, "%.*s%.*s- %.*s", STR_ARGS(line_end_of(text)),
			STR_ARGS(indent), STR_ARGS(lead->from)));
}

static void add_key(struct move *move, const struct lead *lead)
{
	const struct page *page = lead->page;
	str text = text_of(move, page->source);
	size_t at = line_start(text, page->body_start - 1);
	move_edit(move, span_of(page->source, at, at),
		arena_printf(move->arena, "aliases: [%.*s]%.*s", STR_ARGS(lead->from),
			STR_ARGS(line_end_of(text))));
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
	bool flow = text.ptr[list.span.start] == '[';
	if (!flow && value_count(list) && !names_goal(list, lead))
		add_item(move, list, lead);
	else
		move_edit(move, span_of(list.span.source, entry->key_span.end, list.span.end),
			arena_join(move->arena, S(": "), list_with(move, list, lead), S("")));
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

static void write_rows(struct move *move, struct value redirects, const rows *all)
{
	str text = rows_text(move, all);
	if (redirects.kind == VALUE_MAP)
		move_edit(move, redirects.span, all->len ? text : S("{}"));
	else if (all->len)
		add_member(move, text);
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
		if (!has_file(page) || page_texts(page)->outdated)
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
