#include "query/check.h"

#include "model/shape.h"
#include "query/query.h"

struct checked {
	const struct units *units;
	const struct list_query *query;
	const struct site *site;
	const struct kind *kind; /* NULL: the list is of pages */
	struct diags *diags;
	VEC(str) candidates; /* memory for suggestions */
};

static void suggest(struct checked *c, str wanted)
{
	diag_suggest(c->diags, wanted, c->candidates.items, c->candidates.len);
	c->candidates.len = 0;
}

static void report_kind(struct checked *c)
{
	diag_add(c->diags, DIAG_KIND_UNKNOWN, c->query->span, "no folder data/%.*s/",
		STR_ARGS(c->query->from));
	VEC_PUSH(&c->candidates, S("pages"));
	for (size_t i = 0; i < c->site->nkinds; i++)
		VEC_PUSH(&c->candidates, c->site->kinds[i]->name);
	suggest(c, c->query->from);
}

/* --- fields ------------------------------------------------------------------------- */

static void collect_fields(struct checked *c)
{
	static const str of_pages[] = {STR_INIT("id"), STR_INIT("title"), STR_INIT("section")};
	for (size_t i = 0; i < (c->kind ? 2 : ARRAY_LEN(of_pages)); i++)
		VEC_PUSH(&c->candidates, of_pages[i]);
	if (!c->kind) {
		for (size_t i = 0; i < page_shape.nrows; i++)
			VEC_PUSH(&c->candidates, page_shape.rows[i].key);
		return;
	}
	const struct schema_node *root = schema_root(c->kind->schema);
	for (size_t i = 0; i < root->nproperties; i++)
		VEC_PUSH(&c->candidates, root->properties[i].name);
}

static void check_field(struct checked *c, str field, struct span span)
{
	bool known = false;
	str first = str_sub(field, 0, str_find_char(field, '.'));
	if (!first.len || (c->kind && c->kind->is_open))
		return;
	collect_fields(c);
	for (size_t i = 0; i < c->candidates.len; i++)
		known |= str_eq(c->candidates.items[i], first);
	if (!known) {
		diag_add(c->diags, DIAG_TEMPLATE_NAME, span, "%.*s have no field '%.*s'",
			STR_ARGS(c->query->from), STR_ARGS(first));
		suggest(c, first);
	}
	c->candidates.len = 0;
}

/* --- parameters, pages -------------------------------------------------------------- */

/* Of any unit: a part's list sees the parameters of what uses the part. */
static void check_param(struct checked *c, struct value v)
{
	if (v.kind != VALUE_STRING || !str_starts(v.string, S("params.")))
		return;
	bool known = false;
	str name = str_from(v.string, sizeof("params.") - 1);
	name = str_sub(name, 0, str_find_char(name, '.'));
	for (size_t u = 0; u < c->units->list.len; u++) {
		const struct unit *unit = c->units->list.items[u];
		for (size_t i = 0; i < unit->nparams; i++) {
			known |= str_eq(unit->params[i].name, name);
			VEC_PUSH(&c->candidates, unit->params[i].name);
		}
	}
	if (!known) {
		diag_add(c->diags, DIAG_TEMPLATE_NAME, v.span, "there is no parameter '%.*s'",
			STR_ARGS(name));
		suggest(c, name);
	}
	c->candidates.len = 0;
}

/* A draft is not there yet: until it is, the list is empty. */
static bool is_draft(const struct site *site, str id)
{
	for (size_t i = 0; i < site->drafts.len; i++) {
		const struct page *page = site->drafts.entries[i].value;
		if (page->language->index == 0 && str_eq(page->id, id))
			return true;
	}
	return false;
}

static bool names_pages(const struct checked *c, const struct value_entry *entry)
{
	return !c->kind && (str_eq(entry->key, S("id")) || str_eq(entry->key, S("section")));
}

/* where: {id: sazina/zvani} is a link like any other, and so is {section: sazina/index}. */
static void check_page(struct checked *c, struct value id)
{
	if (id.kind != VALUE_STRING || query_is_name(id) ||
		site_page(c->site, &c->site->config.languages[0], id.string) ||
		is_draft(c->site, id.string))
		return;
	diag_add(c->diags, DIAG_LINK_MISSING, id.span, "no page '%.*s'", STR_ARGS(id.string));
	for (size_t i = 0; i < c->site->pages.len; i++)
		if (c->site->pages.items[i]->language->index == 0)
			VEC_PUSH(&c->candidates, c->site->pages.items[i]->id);
	suggest(c, id.string);
	/* Who renamed a page has never seen the template. */
	diag_note(c->diags, SPAN_NONE,
		"was the page renamed? Give the file its old name back, then: tilts move "
		"%.*s/%.*s.md NEW",
		STR_ARGS(c->site->config.languages[0].code), STR_ARGS(id.string));
}

static void check_pages(struct checked *c, const struct value_entry *entry)
{
	if (!names_pages(c, entry))
		return;
	check_page(c, entry->value);
	for (size_t i = 0; entry->value.kind == VALUE_LIST && i < entry->value.list->len; i++)
		check_page(c, entry->value.list->items[i]);
}

static void check_limit(struct checked *c)
{
	struct value limit = c->query->limit;
	if (limit.kind == VALUE_NONE || limit.kind == VALUE_INT || query_is_name(limit))
		return;
	diag_add(c->diags, DIAG_KEY_TYPE, limit.span,
		"'limit' in a list of a template wants a whole number, or a name such as "
		"params.limit");
}

void query_check(const struct units *units, const struct list_query *query, const struct site *site,
	struct diags *diags)
{
	struct checked c = {.units = units, .query = query, .site = site, .diags = diags};
	c.kind = site_kind(site, query->from);
	if (!c.kind && !str_eq(query->from, S("pages"))) {
		report_kind(&c);
	} else {
		for (size_t i = 0; query->where.kind == VALUE_MAP && i < query->where.map->len;
			i++) {
			const struct value_entry *entry = &query->where.map->entries[i];
			check_field(&c, entry->key, entry->key_span);
			check_param(&c, entry->value);
			check_pages(&c, entry);
		}
		str sort = query->sort;
		check_field(&c, str_starts(sort, S("-")) ? str_from(sort, 1) : sort, query->span);
		check_field(&c, query->group_by, query->span);
	}
	check_param(&c, query->limit);
	check_limit(&c);
	VEC_FREE(&c.candidates);
}
