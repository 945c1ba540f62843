#include "diag/report.h"

#include "base/hash.h"
#include "base/map.h"
#include "base/messages.h"
#include "base/utf8.h"

/* A longer line would fill the screen; line and column tell the place as well. */
#define QUOTE_MAX 160

struct reporter {
	struct buf *out;
	const struct sources *sources;
	bool colour;
	struct arena scratch;
	uint32_t loaded; /* the source whose text is at hand, 0 if none */
	struct place_walk walk;
	struct arena arena;
	struct map alike; /* likeness() -> how many messages so far */
};

static const char *level_name(enum diag_level level)
{
	return level == DIAG_WARNING ? N_("warning") : N_("error");
}

static str text_of(struct reporter *r, uint32_t number)
{
	if (r->loaded == number)
		return r->walk.text;
	str text = sources_at(r->sources, number)->text;
	arena_reset(&r->scratch);
	if (!text.len && r->sources->load)
		text = r->sources->load(r->sources->load_ctx, number, &r->scratch);
	r->loaded = number;
	r->walk = (struct place_walk){.text = text};
	return text;
}

static struct place find_place(struct reporter *r, uint32_t number, size_t offset)
{
	text_of(r, number);
	return place_next(&r->walk, offset);
}

static void paint(struct reporter *r, const char *colour, const char *text)
{
	buf_printf(r->out, r->colour ? "\033[%sm%s\033[0m" : "%.0s%s", colour, text);
}

/* Control characters could steer a terminal, those of writing direction could
 * make a line read as another. */
static bool is_unseen(uint32_t c)
{
	return (c < 0x20 && c != '\t') || (c >= 0x7f && c < 0xa0) || c == 0x200e || c == 0x200f ||
	       (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/* Text of files: UTF-8 in any case, one code point for one of the text. */
static void put_clean(struct buf *out, str s)
{
	for (size_t i = 0; i < s.len;) {
		uint32_t c = utf8_next(s, &i);
		utf8_add(out, is_unseen(c) ? '?' : c);
	}
}

static void put_where(struct reporter *r, struct span span)
{
	if (!span.source)
		return;
	struct place place = find_place(r, span.source, span.start);
	str path = sources_at(r->sources, span.source)->path;
	put_clean(r->out, path);
	buf_printf(r->out, ":%u:%u: ", place.line, place.column);
}

static void put_marks(struct reporter *r, str line, size_t from, size_t to)
{
	for (size_t i = 0; i < from;) {
		char c = line.ptr[i] == '\t' ? '\t' : ' ';
		utf8_next(line, &i);
		buf_add_char(r->out, c);
	}
	size_t width = utf8_count(str_sub(line, from, to));
	if (r->colour)
		buf_adds(r->out, "\033[32m");
	buf_add_char(r->out, '^');
	buf_add_repeat(r->out, '~', width > 1 ? width - 1 : 0);
	if (r->colour)
		buf_adds(r->out, "\033[0m");
	buf_add_char(r->out, '\n');
}

/* The place's line and, below it, what of it is meant. */
static void put_quote(struct reporter *r, struct span span)
{
	str text = span.source && span.end ? text_of(r, span.source) : S("");
	if (!text.len || span.start > text.len)
		return;
	struct place place = find_place(r, span.source, span.start);
	if (!place.line_text.len || place.line_text.len > QUOTE_MAX)
		return;
	size_t from = span.start - (size_t)(place.line_text.ptr - text.ptr);
	size_t to = from + (span.end > span.start ? span.end - span.start : 0);
	if (from > place.line_text.len)
		return;
	if (to > place.line_text.len)
		to = place.line_text.len;
	buf_printf(r->out, "%5u | ", place.line);
	put_clean(r->out, place.line_text);
	buf_adds(r->out, "\n      | ");
	put_marks(r, place.line_text, from, to);
}

static void put_text(struct reporter *r, const struct diag *diag)
{
	put_where(r, diag->span);
	paint(r, diag->level == DIAG_WARNING ? "1;35" : "1;31", _(level_name(diag->level)));
	buf_adds(r->out, ": ");
	put_clean(r->out, diag->text);
	buf_printf(r->out, " [%.*s]\n", STR_ARGS(diag_info(diag->id)->id));
	put_quote(r, diag->span);
	for (const struct diag_note *note = diag->notes; note; note = note->next) {
		buf_adds(r->out, "  ");
		put_where(r, note->span);
		paint(r, "1;36", _("note"));
		buf_adds(r->out, ": ");
		put_clean(r->out, note->text);
		buf_add_char(r->out, '\n');
		put_quote(r, note->span);
	}
}

static void put_json_string(struct buf *out, str s)
{
	buf_add_char(out, '"');
	for (size_t i = 0; i < s.len;) {
		uint32_t c = utf8_next(s, &i);
		if (c == '"' || c == '\\')
			buf_printf(out, "\\%c", (char)c);
		else if (c < 0x20)
			buf_printf(out, "\\u%04x", (unsigned)c);
		else
			utf8_add(out, c);
	}
	buf_add_char(out, '"');
}

static void put_json_place(struct reporter *r, struct span span)
{
	if (!span.source)
		return;
	struct place start = find_place(r, span.source, span.start);
	struct place end = find_place(r, span.source, span.end);
	buf_adds(r->out, ",\"path\":");
	put_json_string(r->out, sources_at(r->sources, span.source)->path);
	buf_printf(r->out, ",\"line\":%u,\"column\":%u,\"end_line\":%u,\"end_column\":%u",
		start.line, start.column, end.line, end.column);
}

static void put_json(struct reporter *r, const struct diag *diag)
{
	buf_printf(r->out,
		"{\"id\":\"%.*s\",\"level\":\"%s\",\"text\":", STR_ARGS(diag_info(diag->id)->id),
		level_name(diag->level));
	put_json_string(r->out, diag->text);
	put_json_place(r, diag->span);
	buf_adds(r->out, ",\"notes\":[");
	for (const struct diag_note *note = diag->notes; note; note = note->next) {
		buf_adds(r->out, "{\"text\":");
		put_json_string(r->out, note->text);
		put_json_place(r, note->span);
		buf_add(r->out, note->next ? S("},") : S("}"));
	}
	buf_adds(r->out, "]}");
}

/* Workflow commands end at a line end and treat % and, in properties, : and ,
 * as their own. */
static void put_github_escaped(struct buf *out, str s, bool property)
{
	for (size_t i = 0; i < s.len; i++) {
		unsigned char c = (unsigned char)s.ptr[i];
		if (c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ',')))
			buf_printf(out, "%%%02X", c);
		else
			buf_add_char(out, (char)c);
	}
}

static void put_github(struct reporter *r, const struct diag *diag)
{
	buf_printf(r->out, "::%s ", level_name(diag->level));
	if (diag->span.source) {
		struct place place = find_place(r, diag->span.source, diag->span.start);
		buf_adds(r->out, "file=");
		put_github_escaped(r->out, sources_at(r->sources, diag->span.source)->path, true);
		buf_printf(r->out, ",line=%u,col=%u,", place.line, place.column);
	}
	buf_printf(r->out, "title=%.*s::", STR_ARGS(diag_info(diag->id)->id));
	put_github_escaped(r->out, diag->text, false);
	for (const struct diag_note *note = diag->notes; note; note = note->next) {
		buf_printf(r->out, "%%0A%s: ", _("note"));
		put_github_escaped(r->out, note->text, false);
	}
	buf_add_char(r->out, '\n');
}

/* What is the same about a message when lines above it come and go: all but its line. */
static uint64_t likeness(struct reporter *r, const struct diag *diag)
{
	uint32_t source = diag->span.source;
	uint64_t hash = hash64_mix(hash64(diag_info(diag->id)->id), diag->text);
	return source ? hash64_mix(hash, sources_at(r->sources, source)->path) : hash;
}

/* GitLab shows one message of each fingerprint: those alike are numbered, in their order. */
static uint64_t fingerprint(struct reporter *r, const struct diag *diag)
{
	uint64_t same = likeness(r, diag);
	str key = arena_str(&r->arena, str_n((const char *)&same, sizeof(same)));
	uintptr_t before = (uintptr_t)map_get(&r->alike, key);
	map_put(&r->alike, key, (void *)(before + 1));
	return same * 31 + before;
}

/* docs.gitlab.com/ci/testing/code_quality: a place is a must there. */
static void put_gitlab(struct reporter *r, const struct diag *diag)
{
	struct buf text;
	uint32_t source = diag->span.source;
	unsigned line = source ? find_place(r, source, diag->span.start).line : 1;
	buf_init(&text);
	buf_add(&text, diag->text);
	for (const struct diag_note *note = diag->notes; note; note = note->next)
		buf_printf(&text, "\n%s: %.*s", _("note"), STR_ARGS(note->text));
	buf_adds(r->out, "{\"description\":");
	put_json_string(r->out, buf_str(&text));
	buf_printf(r->out,
		",\"check_name\":\"%.*s\",\"fingerprint\":\"%016llx\",\"severity\":\"%s\"",
		STR_ARGS(diag_info(diag->id)->id), (unsigned long long)fingerprint(r, diag),
		diag->level == DIAG_WARNING ? "minor" : "major");
	buf_adds(r->out, ",\"location\":{\"path\":");
	put_json_string(r->out, source ? sources_at(r->sources, source)->path : S("."));
	buf_printf(r->out, ",\"lines\":{\"begin\":%u}}}", line);
	buf_release(&text);
}

static void put_list(struct reporter *r, const struct diags *diags, enum report_format format)
{
	buf_adds(r->out, "[");
	for (size_t i = 0; i < diags->list.len; i++) {
		buf_add(r->out, i ? S(",\n") : S("\n"));
		if (format == REPORT_GITLAB)
			put_gitlab(r, &diags->list.items[i]);
		else
			put_json(r, &diags->list.items[i]);
	}
	buf_adds(r->out, "\n]\n");
}

static void put_texts(struct reporter *r, const struct diags *diags, bool warnings)
{
	for (size_t i = 0; i < diags->list.len; i++)
		if ((diags->list.items[i].level == DIAG_WARNING) == warnings)
			put_text(r, &diags->list.items[i]);
}

void report(struct buf *out, const struct diags *diags, const struct sources *sources,
	enum report_format format, bool colour)
{
	struct reporter r = {.out = out, .sources = sources, .colour = colour};
	arena_init(&r.scratch);
	arena_init(&r.arena);
	if (format == REPORT_JSON || format == REPORT_GITLAB)
		put_list(&r, diags, format);
	for (size_t i = 0; i < diags->list.len && format == REPORT_GITHUB; i++)
		put_github(&r, &diags->list.items[i]);
	if (format == REPORT_TEXT || format == REPORT_PAGE) {
		put_texts(&r, diags, format == REPORT_TEXT);
		put_texts(&r, diags, format != REPORT_TEXT);
	}
	map_release(&r.alike);
	arena_release(&r.arena);
	arena_release(&r.scratch);
}
