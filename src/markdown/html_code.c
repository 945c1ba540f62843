#include "markdown/html_code.h"

#include "base/messages.h"
#include "base/path.h"
#include "markdown/escape.h"

/* The lines between the fences, or, in a quote or list, all that they stand in. */
static struct span body_span(const struct document *doc, const struct node *code)
{
	size_t first = (size_t)cmark_node_get_start_line(code->origin);
	size_t from = doc->lines.starts[first < doc->lines.len ? first : doc->lines.len];
	if (str_starts(str_from(doc->text, from), code->words))
		return document_span(doc, from, from + code->words.len);
	return document_block_span(doc, code->origin);
}

static struct span name_span(const struct document *doc, const struct node *code, str name)
{
	str line = lines_at(&doc->lines, (size_t)cmark_node_get_start_line(code->origin));
	size_t at = str_find_char(line, '@');
	if (at == STR_NONE || !str_starts(str_from(line, at + 1), name))
		return document_block_span(doc, code->origin);
	size_t from = document_offset(doc, line) + at;
	return document_span(doc, from, from + 1 + name.len);
}

static void embed(struct writer *w, const struct node *code, str name)
{
	struct span span = name_span(w->doc, code, name);
	writer_line(w);
	if (path_is_slug(name) && w->hooks && w->hooks->embed) {
		w->hooks->embed(
			w->hooks->ctx, name, code->words, span, body_span(w->doc, code), w->out);
		writer_line(w);
		return;
	}
	if (!document_reports(w->doc, DIAG_EMBED_NAME))
		return;
	diag_add(w->doc->diags, DIAG_EMBED_NAME, span, "no embed can be called '%.*s'",
		STR_ARGS(str_sub(name, 0, 80)));
	diag_note(w->doc->diags, SPAN_NONE,
		path_is_slug(name) ? N_("there are no embeds in this text")
				   : N_("a name is one word of a-z, 0-9 and '-'"));
}

void html_code_block(struct writer *w, const struct node *code)
{
	str info = str_of(cmark_node_get_fence_info(code->origin));
	if (str_starts(info, S("@"))) {
		embed(w, code, str_trim(str_from(info, 1)));
		return;
	}
	writer_block(w, S("<pre><code"));
	if (info.len > 0) {
		buf_adds(w->out, " class=\"language-");
		escape_text(w->out, str_sub(info, 0, strcspn(info.ptr, " \t")));
		buf_add_char(w->out, '"');
	}
	buf_add_char(w->out, '>');
	escape_text(w->out, code->words);
	buf_adds(w->out, "</code></pre>\n");
}
