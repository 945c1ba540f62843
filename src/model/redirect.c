#include "model/redirect.h"

#include "model/address.h"

struct taker {
	struct site *site;
	struct arena *arena;
	struct diags *diags;
	struct map pages; /* address -> struct page */
};

/* "/old/" of one that ends in a star; false: it has no star. */
static bool has_star(str address, str *stem)
{
	*stem = address;
	if (!str_ends(address, S("/*")))
		return false;
	stem->len--;
	return true;
}

static void know_pages(struct taker *t)
{
	for (size_t i = 0; i < t->site->pages.len; i++)
		map_put(&t->pages, t->site->pages.items[i]->url, t->site->pages.items[i]);
}

static void report_goal(const struct taker *t, struct value goal)
{
	diag_add(t->diags, DIAG_ALIAS, goal.span, "no page has the address '%.*s'",
		STR_ARGS(goal.string));
	diag_note(t->diags, SPAN_NONE,
		"as a browser shows it, from the first '/' to the last: /section/page/");
}

static void take_one(const struct taker *t, struct value old, struct value goal)
{
	str output;
	const struct page *page = map_get(&t->pages, goal.string);
	if (!page)
		report_goal(t, goal);
	else if (address_take_alias(t->site, old, &output, t->arena, t->diags))
		VEC_PUSH(&t->site->redirects, ((struct redirect){output, page}));
}

/* Narrowed lists and parts of lists are no addresses that somebody keeps; what has the old address
 * by now, or leads on from it, goes first. */
static void take_below(const struct taker *t, struct value old, str from, str to)
{
	for (size_t i = 0; i < t->site->pages.len; i++) {
		const struct page *page = t->site->pages.items[i];
		if (page->kind == PAGE_FACET || page->kind == PAGE_PART ||
			page->kind == PAGE_MISSING || !str_starts(page->url, to))
			continue;
		str address = arena_join(t->arena, from, str_from(page->url, to.len), S(""));
		str output = arena_join(t->arena, str_from(address, 1), S("index.html"), S(""));
		struct value one = value_string(address, old.span);
		if (!address_is_taken(t->site, output, t->arena) &&
			address_take_alias(t->site, one, &output, t->arena, t->diags))
			VEC_PUSH(&t->site->redirects, ((struct redirect){output, page}));
	}
}

static bool are_addresses(const struct taker *t, const struct value_entry *entry)
{
	str stem;
	struct value goal = entry->value;
	if (goal.kind != VALUE_STRING)
		diag_add(t->diags, DIAG_KEY_TYPE, goal.span, "an address is wanted, not %s",
			value_kind_name(goal));
	else if (has_star(entry->key, &stem) != has_star(goal.string, &stem))
		diag_add(t->diags, DIAG_ALIAS, goal.span,
			"a star stands at the end of both addresses, or of none");
	else
		return true;
	return false;
}

static void take(const struct taker *t, const struct value_entry *entry, bool stars)
{
	str from, to;
	struct value old = value_string(entry->key, entry->key_span), goal = entry->value;
	if (has_star(entry->key, &from) != stars || !are_addresses(t, entry))
		return;
	has_star(goal.string, &to);
	if (!stars)
		take_one(t, old, goal);
	else if (map_has(&t->pages, to))
		take_below(t, old, from, to);
	else
		report_goal(t, goal);
}

void redirect_take_all(struct site *site, struct arena *arena, struct diags *diags)
{
	struct taker taker = {.site = site, .arena = arena, .diags = diags};
	struct value all = value_get(site->config.json, S("redirects"), NULL);
	if (all.kind != VALUE_MAP)
		return;
	know_pages(&taker);
	for (int stars = 0; stars <= 1; stars++)
		for (size_t i = 0; i < all.map->len; i++)
			take(&taker, &all.map->entries[i], stars);
	map_release(&taker.pages);
}
