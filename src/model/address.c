#include "model/address.h"

#include "base/ascii.h"
#include "base/messages.h"
#include "base/path.h"
#include "locale/collate.h"

struct taken {
	str output;
	const char *noun; /* "page", still to be translated */
	str name;         /* "lv/a.md" */
	struct span span;
	const struct page *page; /* whose front matter may have a slug: then that is the place */
	bool is_alias;
};

/* "page lv/a.md", in the language of messages. */
static str what_of(const struct taken *taken, struct arena *arena)
{
	return arena_printf(arena, "%s %.*s", _(taken->noun), STR_ARGS(taken->name));
}

static struct span place_of(const struct taken *taken)
{
	const struct page *page = taken->page;
	const struct value_entry *slug =
		page && page_texts(page)->front.kind == VALUE_MAP
			? value_map_find(page_texts(page)->front.map, S("slug"))
			: NULL;
	return slug ? slug->value.span : taken->span;
}

static str language_root(const struct language *language, struct arena *arena)
{
	return language->path.len ? arena_join(arena, S("/"), language->path, S("/")) : S("/");
}

/* A page's address is its section's address and its own slug. */
static void address_page(struct page *page, struct arena *arena)
{
	if (page->url.len)
		return;
	str base = language_root(page->language, arena);
	if (page->parent) {
		address_page(page->parent, arena);
		base = page->parent->url;
	}
	bool missing = page->kind == PAGE_MISSING, below = page->slug.len && !missing;
	str file = missing ? S("404.html") : S("index.html");
	str path = below ? arena_join(arena, base, page->slug, S("/index.html"))
			 : arena_join(arena, base, file, S(""));
	page->url = missing ? path : str_sub(path, 0, path.len - file.len);
	page->output = str_from(path, 1);
}

void address_pages(struct site *site, struct arena *arena)
{
	for (size_t i = 0; i < site->pages.len; i++)
		address_page(site->pages.items[i], arena);
}

/* As people see it: /sazina/ for sazina/index.html. */
static str shown(str output, struct arena *arena)
{
	if (str_eq(output, S("index.html")) || str_ends(output, S("/index.html")))
		output.len -= sizeof("index.html") - 1;
	return arena_join(arena, S("/"), output, S(""));
}

/* Two names that look the same are hard to tell apart without a word on how. */
static const char *difference(const struct taken *a, const struct taken *b, struct arena *arena)
{
	bool same_name = strcmp(a->noun, b->noun) == 0 &&
			 str_eq(collate_fold(a->name, arena), collate_fold(b->name, arena));
	if (!str_eq(a->output, b->output) || (same_name && a->span.source != b->span.source))
		return _(" (the two differ only in capitals or in how accents are stored)");
	return "";
}

/* File systems hold names of 255 bytes, servers addresses of some thousand; what
 * is written beside a file, such as a compressed twin, has a longer name. */
enum { PART_MAX = 200, WHOLE_MAX = 2000 };

static bool is_long(str output)
{
	bool is = output.len > WHOLE_MAX;
	for (str part, rest = output; !is && str_cut(&rest, '/', &part);)
		is = part.len > PART_MAX;
	return is;
}

bool address_is_taken(const struct site *site, str output, struct arena *arena)
{
	return map_has(&site->outputs, collate_fold(output, arena));
}

/* Reports and gives false when the address is too long, or taken: also by one that differs
 * only in letter case or Unicode form. */
static bool take(struct site *site, struct taken now, struct arena *arena, struct diags *diags)
{
	str key = collate_fold(now.output, arena);
	const struct taken *before = map_get(&site->outputs, key);
	if (is_long(now.output)) {
		diag_add(diags, DIAG_ADDRESS_LONG, place_of(&now),
			"%.*s gets an address that is too long", STR_ARGS(what_of(&now, arena)));
		return false;
	}
	if (!before) {
		struct taken *taken = ARENA_NEW(arena, struct taken);
		*taken = now;
		map_put(&site->outputs, key, taken);
		return true;
	}
	diag_add(diags, DIAG_ADDRESS_TAKEN, place_of(&now),
		"%.*s gets the address %.*s, which is taken", STR_ARGS(what_of(&now, arena)),
		STR_ARGS(shown(now.output, arena)));
	diag_note(diags, place_of(before), "%.*s has it already%s",
		STR_ARGS(what_of(before, arena)), difference(before, &now, arena));
	return false;
}

static struct taken taken_by_page(const struct page *page)
{
	static const char *const nouns[] = {[PAGE_CONTENT] = N_("page"),
		[PAGE_RECORD] = N_("record"),
		[PAGE_FACET] = N_("list"),
		[PAGE_PART] = N_("list"),
		[PAGE_MISSING] = N_("page")};
	bool made = page->kind != PAGE_CONTENT && page->kind != PAGE_MISSING;
	return (struct taken){page->output, nouns[page->kind], made ? page->id : page->path,
		span_file(page->source), page, false};
}

/* Has a folder the name of a file? The build may make one that is called so. */
static bool has_file_part(str folder)
{
	for (str part, rest = folder; str_cut(&rest, '/', &part);) {
		str ext = path_ext(part);
		if (ext.len && !ascii_is_digit(ext.ptr[0]))
			return true;
	}
	return false;
}

/*
 * Names at the root that hosts read or keep for themselves: Netlify's and Cloudflare
 * Pages' _headers and _redirects, GitHub Pages' CNAME, the folder of programs of Apache
 * (Debian's serve-cgi-bin.conf). A folder there stands in the way of the file that is to
 * be put beside the site, or is never asked for. Names with a dot (.well-known,
 * _worker.js, robots.txt) are no addresses of pages anyway.
 */
static bool is_of_hosts(str path)
{
	static const str names[] = {STR_INIT("_headers"), STR_INIT("_redirects"), STR_INIT("CNAME"),
		STR_INIT("cgi-bin")};
	str first = str_sub(path, 0, str_find_char(path, '/'));
	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		if (str_eq_nocase(first, names[i]))
			return true;
	return false;
}

/* NULL, or why no redirect page can stand there. A redirect is a page of HTML,
 * and a server looks for it under the path alone, decoded. */
static const char *alias_fault(str alias, str path, bool folder)
{
	if (!str_starts(alias, S("/")) || str_starts(alias, S("//")))
		return _("an alias begins with one '/': /old/page/");
	if (str_find_char(path, '?') != STR_NONE || str_find_char(path, '#') != STR_NONE)
		return _("what stands behind '?' or '#' can't be redirected");
	if (str_find_char(path, '%') != STR_NONE)
		return _("write the letters themselves, not their codes with '%'");
	if (path.len && !path_is_plain(path))
		return _("an alias has no empty or dotted parts: /old/page/");
	if (is_of_hosts(path))
		return _("hosts keep this name for themselves, and would not show a page there");
	if (has_file_part(folder ? path : path_dir(path)))
		return _("what looks like a file can't be a folder: /old/page/ or /old/page.html");
	if (!folder && path_ext(path).len && !str_eq(path_ext(path), S("html")) &&
		!str_eq(path_ext(path), S("htm")))
		return _("only addresses of pages can be redirected: /old/page/ or /old/page.html");
	return NULL;
}

static const char *alias_output(str alias, struct arena *arena, str *out)
{
	str path = str_from(alias, alias.len > 0);
	bool folder = str_ends(path, S("/"));
	path.len -= folder;
	const char *fault = alias_fault(alias, path, folder);
	if (!path_ext(path).len)
		folder = true;
	*out = folder ? path_join(arena, path, S("index.html")) : path;
	return fault;
}

bool address_take_alias(struct site *site, struct value alias, str *output, struct arena *arena,
	struct diags *diags)
{
	const char *fault = alias_output(alias.string, arena, output);
	if (fault) {
		diag_add(diags, DIAG_ALIAS, alias.span, "'%.*s' is no old address",
			STR_ARGS(alias.string));
		diag_note(diags, SPAN_NONE, "%s", _(fault));
		return false;
	}
	const struct taken *hidden = map_get(&site->outputs, collate_fold(*output, arena));
	if (hidden && !hidden->is_alias) {
		diag_add(diags, DIAG_ALIAS, alias.span, "the alias %.*s would hide the %.*s",
			STR_ARGS(alias.string), STR_ARGS(what_of(hidden, arena)));
		diag_note(diags, place_of(hidden),
			"an old address can lead elsewhere only when nothing has it any more");
		return false;
	}
	struct taken now = {*output, N_("alias"), alias.string, alias.span, NULL, true};
	return take(site, now, arena, diags);
}

static void take_alias(struct site *site, const struct page *page, struct value alias,
	struct arena *arena, struct diags *diags)
{
	str output;
	if (address_take_alias(site, alias, &output, arena, diags))
		VEC_PUSH(&site->redirects, ((struct redirect){output, page}));
}

static void take_aliases(
	struct site *site, const struct page *page, struct arena *arena, struct diags *diags)
{
	if (page->kind != PAGE_CONTENT || page->flags & PAGE_FALLBACK)
		return;
	struct value aliases = value_get(page_texts(page)->front, S("aliases"), arena);
	for (size_t i = 0; i < value_count(aliases); i++)
		if (aliases.list->items[i].kind == VALUE_STRING)
			take_alias(site, page, aliases.list->items[i], arena, diags);
}

void address_take_all(struct site *site, struct arena *arena, struct diags *diags)
{
	map_reserve(&site->outputs, site->pages.len + site->media.len);
	for (size_t i = 0; i < site->pages.len; i++) {
		const struct page *page = site->pages.items[i];
		if (!take(site, taken_by_page(page), arena, diags) && page->kind == PAGE_PART &&
			address_is_taken(site, page->output, arena))
			diag_note(diags, SPAN_NONE,
				"the second page of a list is called 2: give the record a name of "
				"letters, with tilts move");
	}
	for (size_t i = 0; i < site->media.len; i++) {
		const struct medium *medium = &site->media.items[i];
		struct taken now = {medium->output, N_("file"), medium->path,
			span_file(medium->source), NULL, false};
		take(site, now, arena, diags);
	}
	for (size_t i = 0; i < site->pages.len; i++)
		take_aliases(site, site->pages.items[i], arena, diags);
}

str address_plain(str path, struct arena *arena)
{
	return collate_compose(path_decode(arena, path), arena);
}
