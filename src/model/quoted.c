#include "model/quoted.h"

#include "base/hash.h"
#include "base/messages.h"
#include "markdown/quote.h"

/* Records nest no deeper in any schema that checks. */
#define DEPTH_MAX 32

/* --- one value -------------------------------------------------------------------------- */

static void suggest_id(const struct quoting *q, const struct kind *kind, str id)
{
	VEC(str) ids = {0};
	for (size_t i = 0; i < kind->nrecords; i++)
		VEC_PUSH(&ids, kind->records[i]->id);
	diag_suggest(q->diags, id, ids.items, ids.len);
	VEC_FREE(&ids);
}

static const struct record *find_record(const struct quoting *q, str ref, struct span span)
{
	const struct record *record = site_record(q->reader.site, ref);
	size_t slash = str_find_char(ref, '/');
	const struct kind *kind = site_kind(q->reader.site, str_sub(ref, 0, slash));
	if (record)
		return record;
	if (slash != STR_NONE && !kind) {
		site_report_kind(q->reader.site, str_sub(ref, 0, slash), span, q->diags);
		return NULL;
	}
	diag_add(q->diags, DIAG_QUOTE, span, "no record '%.*s'", STR_ARGS(ref));
	diag_misses(q->diags, S(""), kind ? ref : S(""));
	if (kind && !q->is_brief)
		suggest_id(q, kind, str_from(ref, slash + 1));
	else if (!kind)
		diag_note(q->diags, SPAN_NONE,
			"a value of a record is written {phone:kind/id}: the field, then the "
			"record");
	return NULL;
}

static void report_field(
	const struct quoting *q, const struct record *record, str name, struct span span)
{
	const struct schema_node *root = schema_root(record->kind->schema);
	VEC(str) names = {0};
	diag_add(q->diags, DIAG_QUOTE, span, "%.*s have no field '%.*s'",
		STR_ARGS(record->kind->name), STR_ARGS(name));
	VEC_PUSH(&names, S("phone"));
	for (size_t i = 0; i < root->nproperties; i++)
		VEC_PUSH(&names, root->properties[i].name);
	diag_suggest(q->diags, name, names.items, names.len);
	VEC_FREE(&names);
}

/* The field by its dotted name, with what the schema says of it; a list's first item. */
static bool find_field(
	const struct record *record, str name, struct value *value, const struct schema_node **node)
{
	*node = schema_root(record->kind->schema);
	*value = record_facts(record)->json;
	for (str part, rest = name; str_cut(&rest, '.', &part);) {
		const struct schema_property *property = schema_property(*node, part);
		if ((*node)->is_text) /* one language of it, whichever the reader's is */
			reading_note(INPUT_RECORD, record->number);
		if (!property)
			return false;
		*node = property->node;
		*value = value_get(*value, part, NULL);
		if (value->kind == VALUE_LIST)
			*value = value_count(*value) ? value->list->items[0] : value_none();
		if ((*node)->items)
			*node = (*node)->items;
	}
	return true;
}

static bool find_phone(
	const struct record *record, struct value *value, const struct schema_node **node)
{
	return find_field(record, S("phones.number"), value, node) ||
	       find_field(record, S("number"), value, node) ||
	       find_field(record, S("phone"), value, node);
}

static str text_of(const struct quoting *q, const struct schema_node *node, struct value v)
{
	const struct kind *kind =
		node && node->kind.len ? site_kind(q->reader.site, node->kind) : NULL;
	const struct record *named =
		kind && v.kind == VALUE_STRING ? kind_find(kind, v.string) : NULL;
	if (named)
		return record_title(named, &q->reader.site->config, q->reader.language);
	if (node && node->format == FORMAT_TEL && v.kind == VALUE_STRING)
		return format_phone(v.string, q->reader.arena);
	if (node && node->choices && v.kind == VALUE_STRING)
		return reader_enum(&q->reader, v.string);
	if (v.kind == VALUE_MAP || v.kind == VALUE_STRING)
		return config_text(&q->reader.site->config, v, q->reader.language, NULL);
	return value_text(v, q->reader.arena);
}

static str unknown(const struct quoting *q, const struct record *record, struct span span)
{
	diag_add(q->diags, DIAG_QUOTE_UNKNOWN, span,
		record->is_hidden ? N_("%.*s/%.*s hides: nobody has checked it in time")
				  : N_("%.*s/%.*s does not say it"),
		STR_ARGS(record->kind->name), STR_ARGS(record->id));
	diag_note(q->diags, span_file(record->source),
		"readers see '%.*s' here; let the sentence begin with what works",
		STR_ARGS(reader_word(&q->reader, S("unknown"))));
	return reader_word(&q->reader, S("unknown"));
}

static str written(const struct quoting *q, str name, str ref)
{
	return arena_printf(q->reader.arena, "{%.*s:%.*s}", STR_ARGS(name), STR_ARGS(ref));
}

static bool is_contact(const struct schema_node *node)
{
	return node && (node->format == FORMAT_TEL || node->format == FORMAT_EMAIL);
}

/* In the site's own word; sites without one say nothing. */
static str with_age(const struct quoting *q, str contact)
{
	str word = reader_word(&q->reader, S("overdue_mark"));
	return word.len ? arena_join(q->reader.arena, contact, S(" "), word) : contact;
}

str quoted_value(const struct quoting *q, str name, str ref, struct span span)
{
	struct value value;
	struct quote inner;
	const struct schema_node *node;
	const struct record *record = find_record(q, ref, span);
	if (!record || record->is_unreadable)
		return written(q, name, ref);
	bool found = str_eq(name, S("phone")) ? find_phone(record, &value, &node)
					      : find_field(record, name, &value, &node);
	if (!found) {
		report_field(q, record, name, span);
		return written(q, name, ref);
	}
	str field = str_eq(name, S("phone")) ? name : str_sub(name, 0, str_find_char(name, '.'));
	if (value.kind == VALUE_NONE || value.kind == VALUE_NULL || !record_tells(record, field))
		return unknown(q, record, span);
	str text = text_of(q, node, value);
	if (text.len && !quote_find(text, 0, &inner))
		return record->is_overdue && is_contact(node) && !q->ageless ? with_age(q, text)
									     : text;
	diag_add(q->diags, DIAG_QUOTE, span,
		text.len ? N_("'%.*s' of that record takes its text from another one")
			 : N_("'%.*s' of that record is no single text"),
		STR_ARGS(name));
	return written(q, name, ref);
}

/* --- records ---------------------------------------------------------------------------- */

struct filled {
	struct value *value;
	str text;
	struct record *record;
};

/* Mistakes of one record, beyond which it is told briefly. */
enum { TOLD_MAX = 100 };

struct filler {
	struct quoting q;
	struct record *record;
	size_t nerrors; /* before it */
	VEC(struct filled) filled;
};

struct spot {
	struct filler *filler;
	struct span span;
};

static str look_up(void *ctx, str written, const struct quote *quote)
{
	const struct spot *spot = ctx;
	struct quoting *q = &spot->filler->q;
	UNUSED(written);
	q->is_brief = q->diags->nerrors - spot->filler->nerrors >= TOLD_MAX;
	return quoted_value(q, quote->name, quote->ref, spot->span);
}

static void fill(struct filler *f, struct value *v)
{
	struct spot spot = {f, v->span};
	str text = quote_fill(v->string, look_up, &spot, f->q.reader.arena);
	if (text.ptr != v->string.ptr)
		VEC_PUSH(&f->filled, ((struct filled){v, text, f->record}));
}

static void visit(struct filler *f, struct value *v, int depth)
{
	if (v->kind == VALUE_STRING)
		fill(f, v);
	for (size_t i = 0; v->kind == VALUE_LIST && i < v->list->len && depth < DEPTH_MAX; i++)
		visit(f, &v->list->items[i], depth + 1);
	for (size_t i = 0; v->kind == VALUE_MAP && i < v->map->len && depth < DEPTH_MAX; i++) {
		const struct language *outer = f->q.reader.language;
		const struct language *own =
			config_language(&f->q.reader.site->config, v->map->entries[i].key);
		f->q.reader.language = own ? own : outer;
		visit(f, &v->map->entries[i].value, depth + 1);
		f->q.reader.language = outer;
	}
}

void quoted_fill_records(struct site *site, struct arena *arena, struct diags *diags)
{
	struct filler f = {.q = {{site, &site->config.languages[0], arena}, diags, false, false}};
	for (size_t k = 0; k < site->nkinds; k++)
		for (size_t i = 0; i < site->kinds[k]->nrecords; i++) {
			f.record = site->kinds[k]->records[i];
			f.nerrors = diags->nerrors;
			visit(&f, &f.record->facts_.json, 0);
		}
	for (size_t i = 0; i < f.filled.len; i++) {
		struct filled *filled = &f.filled.items[i];
		filled->value->string = filled->text;
		filled->record->quoted = hash64_mix(filled->record->quoted, filled->text);
	}
	VEC_FREE(&f.filled);
}
