#include "markdown/alert.h"

static const struct alert alerts[] = {
	{STR_INIT("NOTE"), STR_INIT("alert-note"), offsetof(struct markdown_labels, note)},
	{STR_INIT("TIP"), STR_INIT("alert-tip"), offsetof(struct markdown_labels, tip)},
	{STR_INIT("IMPORTANT"), STR_INIT("alert-important"),
		offsetof(struct markdown_labels, important)},
	{STR_INIT("WARNING"), STR_INIT("alert-warning"), offsetof(struct markdown_labels, warning)},
	{STR_INIT("CAUTION"), STR_INIT("alert-caution"), offsetof(struct markdown_labels, caution)},
};

static const struct alert *find_alert(str word)
{
	for (size_t i = 0; i < ARRAY_LEN(alerts); i++)
		if (str_eq_nocase(alerts[i].word, word))
			return &alerts[i];
	return NULL;
}

bool alert_is_known(str word)
{
	return find_alert(word) != NULL;
}

str alert_word(str line)
{
	line = str_trim(line);
	if (!str_starts(line, S("[!")) || !str_ends(line, S("]")))
		return S("");
	str word = str_sub(line, 2, line.len - 1);
	for (size_t i = 0; i < word.len; i++) {
		char c = word.ptr[i];
		if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'))
			return S("");
	}
	return word;
}

static void report_unknown(struct document *doc, str word)
{
	size_t at = document_offset(doc, word);
	char upper[16];
	str names[ARRAY_LEN(alerts)];
	if (!document_reports(doc, DIAG_ALERT_UNKNOWN))
		return;
	for (size_t i = 0; i < ARRAY_LEN(alerts); i++)
		names[i] = alerts[i].word;
	diag_add(doc->diags, DIAG_ALERT_UNKNOWN, document_span(doc, at, at + word.len),
		"no alert is called '%.*s'", STR_ARGS(str_sub(word, 0, 40)));
	size_t len = word.len < sizeof(upper) ? word.len : sizeof(upper);
	for (size_t i = 0; i < len; i++)
		upper[i] = word.ptr[i] >= 'a' ? (char)(word.ptr[i] - 'a' + 'A') : word.ptr[i];
	diag_suggest(doc->diags, str_n(upper, len), names, ARRAY_LEN(alerts));
}

/* Takes the first line's nodes, and the paragraph if nothing is left of it. */
static void drop_first_line(cmark_node *paragraph)
{
	bool line_ended = false;
	cmark_node *child;
	while (!line_ended && (child = cmark_node_first_child(paragraph))) {
		line_ended = node_is(child, CMARK_NODE_SOFTBREAK) ||
			     node_is(child, CMARK_NODE_LINEBREAK);
		cmark_node_free(child);
	}
	if (!cmark_node_first_child(paragraph))
		cmark_node_free(paragraph);
}

size_t alert_mark(struct document *doc, cmark_node *quote)
{
	cmark_node *first = cmark_node_first_child(quote);
	if (!first || !node_is(first, CMARK_NODE_PARAGRAPH))
		return 0;
	size_t n = (size_t)cmark_node_get_start_line(first);
	str word = alert_word(document_content(doc, n, document_quotes(first)));
	if (str_is_empty(word))
		return 0;
	const struct alert *alert = find_alert(word);
	if (!alert) {
		report_unknown(doc, word);
		return 0;
	}
	cmark_node_set_user_data(quote, (void *)(uintptr_t)alert);
	drop_first_line(first);
	return n;
}
