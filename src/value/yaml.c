#include "value/yaml.h"

#include <yaml.h>

#include "base/ascii.h"
#include "base/map.h"
#include "base/messages.h"
#include "base/utf8.h"
#include "diag/conflict.h"
#include "value/yaml_meant.h"
#include "value/yaml_scalar.h"
#include "value/yaml_simple.h"

struct reader {
	yaml_parser_t parser;
	struct arena *arena;
	struct diags *diags;
	str text;
	struct span at;
	unsigned depth;
	bool broken; /* reported; unwinding */
	/* libyaml counts characters, a span counts bytes: one place known as both. */
	size_t known_chars;
	size_t known_bytes;
};

/* --- places ------------------------------------------------------------------------- */

static bool begins_char(const struct reader *r, size_t at)
{
	return at >= r->text.len || (r->text.ptr[at] & 0xc0) != 0x80;
}

/* From the place asked for last: marks come nearly in order. */
static size_t byte_of(struct reader *r, const yaml_mark_t *mark)
{
	while (r->known_chars < mark->index && r->known_bytes < r->text.len) {
		r->known_chars++;
		do
			r->known_bytes++;
		while (!begins_char(r, r->known_bytes));
	}
	while (r->known_chars > mark->index) {
		r->known_chars--;
		do
			r->known_bytes--;
		while (!begins_char(r, r->known_bytes));
	}
	return r->known_bytes;
}

/* libyaml ends blocks where the next thing begins: the space between is cut. */
static struct span span_from(struct reader *r, size_t start, const yaml_mark_t *to)
{
	size_t end = byte_of(r, to);
	return span_within(r->at, start, start + str_trim(str_sub(r->text, start, end)).len);
}

static struct span event_span(struct reader *r, const yaml_event_t *event)
{
	return span_from(r, byte_of(r, &event->start_mark), &event->end_mark);
}

/* --- what libyaml refuses ----------------------------------------------------------- */

struct problem {
	const char *start; /* of libyaml's own words */
	const char *text;
	const char *hint;
};

static const char space_hint[] =
	N_("put ':' and a space behind the name; indent the next lines of a long value");

static const struct problem problems[] = {
	{"mapping values are not allowed", N_("a second ':' in one line"),
		N_("a value that holds ': ' must stand in quotes: title: \"Letters: how\"")},
	{"could not find expected ':'", N_("this line is not `name: value`"), space_hint},
	{"found a tab character", N_("a tab can't indent here"), N_("use spaces")},
	{"found unexpected end of stream", N_("a quotation mark is never closed"), NULL},
	{"found unexpected document indicator", N_("a quotation mark is never closed"), NULL},
	{"found unknown escape character", N_("this backslash means nothing between double quotes"),
		N_("write \\\\ for a backslash, or use single quotes")},
	{"did not find expected ',' or ']'", N_("a list [ is not closed, or a comma is missing"),
		N_("put the value in quotes if it is text: name: \"value\"")},
	{"did not find expected ',' or '}'", N_("a map { is not closed, or a comma is missing"),
		N_("put the value in quotes if it is text: name: \"value\"")},
	{"did not find expected key", N_("a `name: value` was expected here"),
		N_("names of one map stand in one column; a value with text behind its closing "
		   "quote, ] or } stands in quotes as a whole")},
	{"did not find expected '-' indicator", N_("an item '- ' was expected here"),
		N_("the items of a list stand in one column")},
	{"block sequence entries are not allowed", N_("a list can't begin here"),
		N_("begin it on a line of its own, below its name")},
	{"did not find expected alphabetic",
		N_("text that begins with * or & must stand in quotes"),
		N_("put the value in quotes: name: \"value\"")},
	{"did not find expected <document start>", N_("nothing was expected here"),
		N_("only lines of `name: value` stand here")},
	{"control characters are not allowed", N_("a control character stands here"),
		N_("take it out; most editors don't show it")},
};

static const struct problem *find_problem(const char *words)
{
	for (size_t i = 0; i < ARRAY_LEN(problems); i++)
		if (str_starts(str_of(words), str_of(problems[i].start)))
			return &problems[i];
	return NULL;
}

static void report_token(struct reader *r, struct span span, char c)
{
	if (c == '\t') {
		diag_add(r->diags, DIAG_YAML_SYNTAX, span, "a tab can't indent here");
		diag_note(r->diags, SPAN_NONE, "use spaces");
	} else {
		diag_add(r->diags, DIAG_YAML_SYNTAX, span, "a value can't begin with '%c'", c);
		diag_note(r->diags, SPAN_NONE, "put the value in quotes: name: \"value\"");
	}
}

static bool report_meant(struct reader *r, str words, size_t at)
{
	if (str_starts(words, S("did not find expected key")))
		return yaml_meant_open_quote(r->text, r->at, at, r->diags) ||
		       yaml_meant_inner_quote(r->text, r->at, at, r->diags);
	if (!str_starts(words, S("could not find expected ':'")))
		return false;
	size_t from = byte_of(r, &r->parser.context_mark);
	return yaml_meant_space(r->text, r->at, from, r->diags) ||
	       yaml_meant_item(r->text, r->at, from, r->diags);
}

static void report_problem(struct reader *r)
{
	const yaml_parser_t *p = &r->parser;
	const char *words = p->problem ? p->problem : _("this is not YAML");
	bool in_bytes = p->error == YAML_READER_ERROR;
	size_t at = in_bytes ? p->problem_offset : byte_of(r, &p->problem_mark);
	struct span span = span_within(r->at, at, at < r->text.len ? at + 1 : at);
	const struct problem *known = find_problem(words);
	if (p->error == YAML_MEMORY_ERROR)
		die("out of memory while reading front matter");
	if (conflict_report(r->diags, DIAG_YAML_SYNTAX, r->text, r->at))
		return;
	if (at < r->text.len && str_starts(str_of(words), S("found character that cannot start"))) {
		report_token(r, span, r->text.ptr[at]);
		return;
	}
	if (report_meant(r, str_of(words), at))
		return;
	diag_add(r->diags, DIAG_YAML_SYNTAX, span, "%s", known ? _(known->text) : words);
	if (p->context && (p->context_mark.index > 0 || p->context_mark.line > 0)) {
		size_t begun = byte_of(r, &p->context_mark);
		if (begun < at)
			diag_note(r->diags, span_within(r->at, begun, begun + 1), "it began here");
	}
	if (known && known->hint)
		diag_note(r->diags, SPAN_NONE, "%s", _(known->hint));
}

/* False at the end of everything that can be read. */
static bool next_event(struct reader *r, yaml_event_t *event)
{
	if (r->broken)
		return false;
	if (yaml_parser_parse(&r->parser, event))
		return true;
	report_problem(r);
	r->broken = true;
	return false;
}

/* --- the tree ----------------------------------------------------------------------- */

static void refuse_feature(struct reader *r, struct span span, const char *what)
{
	diag_add(r->diags, DIAG_YAML_FEATURE, span, "%s", _(what));
	diag_note(r->diags, SPAN_NONE, "if it is meant as text, put it in quotes");
}

static void check_marks(struct reader *r, const yaml_event_t *event, const yaml_char_t *anchor,
	const yaml_char_t *tag)
{
	if (anchor)
		refuse_feature(
			r, event_span(r, event), N_("an anchor (&) can't stand in front matter"));
	if (tag)
		refuse_feature(
			r, event_span(r, event), N_("a tag (!) can't stand in front matter"));
}

static struct value read_node(struct reader *r, const yaml_event_t *event);

static bool is_wrapped_in(str text, str open, str close)
{
	return text.len > open.len + close.len && str_starts(text, open) && str_ends(text, close);
}

/* Quotation marks that an editor for documents has bent are text to YAML. */
static void check_quotes(struct reader *r, str text, struct span span)
{
	if (!is_wrapped_in(text, S("“"), S("”")) && !is_wrapped_in(text, S("„"), S("”")) &&
		!is_wrapped_in(text, S("„"), S("“")) && !is_wrapped_in(text, S("”"), S("”")) &&
		!is_wrapped_in(text, S("‘"), S("’")))
		return;
	diag_add(r->diags, DIAG_YAML_QUOTES, span, "these quotation marks would be shown");
	diag_note(r->diags, SPAN_NONE,
		"write straight ones, \"…\"; if they are to be shown, put straight ones around "
		"them");
}

/* Many close with it what they opened with a mark of their language: „Ceļš". */
static bool is_double_mark(uint32_t c)
{
	return c == '"' || c == 0x201c || c == 0x201d || c == 0x201e;
}

/* 'Screen 24"': the only mark stands behind a digit. */
static bool is_inch_mark(str text)
{
	size_t at = str_find_char(text, '"');
	return at != STR_NONE && at > 0 && ascii_is_digit(text.ptr[at - 1]);
}

/* 'title: Calls"': of the two marks that were to be around it one is lost. */
static void check_lost_quote(struct reader *r, str text, struct span span)
{
	size_t marks = 0;
	if (str_find_char(text, '"') == STR_NONE)
		return;
	for (size_t at = 0; at < text.len;)
		marks += is_double_mark(utf8_next(text, &at));
	if (marks % 2 == 0)
		return;
	diag_add(r->diags, DIAG_YAML_QUOTES, span,
		"a quotation mark is missing: this one would be shown");
	if (is_inch_mark(text))
		diag_note(r->diags, SPAN_NONE,
			"a sign that is meant so, as of inches, stands in single ones: name: "
			"'screen 24\"'");
	else
		diag_note(r->diags, SPAN_NONE,
			"one stands before the value and one behind it: name: \"value\"");
}

/* "title: Call #1": YAML takes the rest of the line for a remark. */
static void check_remark(struct reader *r, const yaml_event_t *event)
{
	size_t end = byte_of(r, &event->end_mark);
	str rest = str_from(r->text, end);
	str line = str_sub(rest, 0, str_find_char(rest, '\n'));
	if (!str_starts(str_trim(line), S("#")))
		return;
	size_t at = end + str_find_char(line, '#');
	diag_add(r->diags, DIAG_YAML_REMARK, span_within(r->at, at, end + line.len),
		"from the '#' on this is a remark, which nobody sees");
	diag_note(r->diags, SPAN_NONE,
		"put the value in quotes: name: \"value\""
		", or a line of its own for a remark");
}

static struct value read_scalar(struct reader *r, const yaml_event_t *event)
{
	str text = str_n((const char *)event->data.scalar.value, event->data.scalar.length);
	struct span span = event_span(r, event);
	struct value value = value_string(text, span);
	check_marks(r, event, event->data.scalar.anchor, event->data.scalar.tag);
	if (event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE) {
		value = yaml_scalar(text, span, r->diags);
		check_quotes(r, text, span);
		check_lost_quote(r, text, span);
		if (text.len)
			check_remark(r, event);
	}
	if (value.kind == VALUE_STRING)
		value.string = arena_str(r->arena, text);
	return value;
}

/* Counts one more level; false when that is one too many. */
static bool enter(struct reader *r, const yaml_event_t *event)
{
	if (++r->depth <= YAML_DEPTH_MAX)
		return true;
	diag_add(r->diags, DIAG_YAML_DEPTH, event_span(r, event),
		"lists and maps stand more than %d deep inside each other", YAML_DEPTH_MAX);
	r->broken = true;
	return false;
}

static struct value read_sequence(struct reader *r, const yaml_event_t *start)
{
	struct value_list *list = ARENA_NEW(r->arena, struct value_list);
	size_t begun = byte_of(r, &start->start_mark);
	struct span span = span_from(r, begun, &start->end_mark);
	yaml_event_t event;
	bool more = enter(r, start);
	check_marks(r, start, start->data.sequence_start.anchor, start->data.sequence_start.tag);
	while (more && next_event(r, &event)) {
		more = event.type != YAML_SEQUENCE_END_EVENT;
		if (more)
			value_list_push(r->arena, list, read_node(r, &event));
		else
			span = span_from(r, begun, &event.end_mark);
		yaml_event_delete(&event);
	}
	r->depth--;
	return value_list(list, span);
}

/* False, reported, when the key can't be one. */
static bool read_key(struct reader *r, const yaml_event_t *event, struct value_entry *entry)
{
	struct value key = read_node(r, event);
	bool plain = event->type == YAML_SCALAR_EVENT &&
		     event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
	entry->key = key.kind == VALUE_STRING ? key.string : S("");
	entry->key_span = key.span;
	if (r->broken)
		return false;
	if (key.kind != VALUE_STRING) {
		diag_add(r->diags, DIAG_YAML_KEY, key.span, "a name must be text, this is %s",
			value_kind_name(key));
		if (event->type == YAML_SCALAR_EVENT)
			diag_note(r->diags, SPAN_NONE, "put it in quotes");
		return false;
	}
	if (plain && str_eq(key.string, S("<<"))) {
		refuse_feature(r, key.span, N_("a merge key (<<) can't stand in front matter"));
		return false;
	}
	return true;
}

/* Keeps the first of two members with one name. */
static void add_member(
	struct reader *r, struct value_map *map, struct map *seen, struct value_entry entry)
{
	uintptr_t first = (uintptr_t)map_get(seen, entry.key);
	if (first > 0) {
		diag_add(r->diags, DIAG_YAML_DUPLICATE, entry.key_span, "'%.*s' stands here twice",
			STR_ARGS(entry.key));
		diag_note(r->diags, map->entries[first - 1].key_span, "first written here");
		return;
	}
	value_map_put(r->arena, map, entry.key, entry.key_span, entry.value);
	map_put(seen, entry.key, (void *)(uintptr_t)map->len);
}

static void read_member(
	struct reader *r, const yaml_event_t *key_event, struct value_map *map, struct map *seen)
{
	struct value_entry entry;
	yaml_event_t event;
	bool is_key = read_key(r, key_event, &entry);
	if (!next_event(r, &event))
		return;
	entry.value = read_node(r, &event);
	yaml_event_delete(&event);
	if (is_key)
		add_member(r, map, seen, entry);
}

static struct value read_mapping(struct reader *r, const yaml_event_t *start)
{
	struct value_map *map = ARENA_NEW(r->arena, struct value_map);
	size_t begun = byte_of(r, &start->start_mark);
	struct span span = span_from(r, begun, &start->end_mark);
	struct map seen = {0};
	yaml_event_t event;
	bool more = enter(r, start);
	check_marks(r, start, start->data.mapping_start.anchor, start->data.mapping_start.tag);
	while (more && next_event(r, &event)) {
		more = event.type != YAML_MAPPING_END_EVENT;
		if (more)
			read_member(r, &event, map, &seen);
		else
			span = span_from(r, begun, &event.end_mark);
		yaml_event_delete(&event);
	}
	map_release(&seen);
	r->depth--;
	return value_map(map, span);
}

static struct value read_node(struct reader *r, const yaml_event_t *event)
{
	switch (event->type) {
	case YAML_SCALAR_EVENT:
		return read_scalar(r, event);
	case YAML_SEQUENCE_START_EVENT:
		return read_sequence(r, event);
	case YAML_MAPPING_START_EVENT:
		return read_mapping(r, event);
	case YAML_ALIAS_EVENT:
		refuse_feature(
			r, event_span(r, event), N_("an alias (*) can't stand in front matter"));
		return value_null(event_span(r, event));
	default:
		BUG("an event of libyaml that is no node");
	}
}

/* --- documents ---------------------------------------------------------------------- */

static struct value read_root(struct reader *r, const yaml_event_t *event)
{
	struct value root = read_node(r, event);
	if (r->broken || root.kind == VALUE_MAP)
		return root;
	if (root.kind == VALUE_NULL && root.span.start == root.span.end)
		return root;
	diag_add(r->diags, DIAG_YAML_SHAPE, root.span, "lines of `name: value` stand here, not %s",
		value_kind_name(root));
	if (root.kind == VALUE_STRING)
		diag_note(r->diags, SPAN_NONE, "%s", _(space_hint));
	r->broken = true; /* what follows would be told by where the mistake led */
	return root;
}

/* The events around the nodes; the first document's root goes to *out. */
static void read_stream(struct reader *r, struct value *out)
{
	yaml_event_t event;
	unsigned ndocuments = 0;
	for (bool more = true; more && next_event(r, &event);) {
		more = event.type != YAML_STREAM_END_EVENT;
		if (event.type == YAML_DOCUMENT_START_EVENT) {
			more = ++ndocuments == 1;
			if (!more)
				refuse_feature(r, event_span(r, &event),
					N_("front matter is one document; another begins here"));
		} else if (event.type != YAML_STREAM_START_EVENT &&
			   event.type != YAML_DOCUMENT_END_EVENT && more) {
			*out = read_root(r, &event);
		}
		yaml_event_delete(&event);
	}
}

static bool is_readable(str text, struct span at, struct diags *diags)
{
	if (text.len > YAML_SIZE_MAX) {
		diag_add(diags, DIAG_YAML_TOO_BIG, span_within(at, 0, 0),
			"the front matter is larger than 64 KiB");
		return false;
	}
	size_t wrong = utf8_invalid_at(text);
	if (wrong == STR_NONE)
		return true;
	diag_add(diags, DIAG_FILE_ENCODING, span_within(at, wrong, wrong + 1),
		"this byte is not UTF-8");
	return false;
}

bool yaml_parse(
	struct arena *arena, str text, struct span at, struct diags *diags, struct value *out)
{
	struct reader r = {.arena = arena, .diags = diags, .text = text, .at = at};
	size_t errors_before = diags->nerrors;
	*out = value_none();
	if (is_readable(text, at, diags) && !yaml_simple(arena, text, at, out)) {
		if (!yaml_parser_initialize(&r.parser))
			die("out of memory while reading front matter");
		yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
		yaml_parser_set_input_string(&r.parser, (const unsigned char *)text.ptr, text.len);
		read_stream(&r, out);
		yaml_parser_delete(&r.parser);
	}
	if (out->kind != VALUE_MAP)
		*out = value_map(ARENA_NEW(arena, struct value_map), at);
	return diags->nerrors == errors_before;
}
