/*
 * The questions of a page with `questions: true`: each heading of level 2 is a
 * Question, the text up to the next one its Answer. They are cut out of the
 * page's HTML, which markdown/html.c wrote: "<h2 id=" stands in it for headings
 * alone, since a "<" of the text is "&lt;".
 */
#include "feed/jsonld_part.h"
#include "markdown/markdown.h"

#define HEADING_BEGINS S("<h2 id=\"")
#define HEADING_ENDS   S("</h2>")

struct entity {
	str name;
	char sign;
};

/* What the writers of HTML escape. */
static const struct entity entities[] = {{STR_INIT("&amp;"), '&'}, {STR_INIT("&lt;"), '<'},
	{STR_INIT("&gt;"), '>'}, {STR_INIT("&quot;"), '"'}, {STR_INIT("&#x27;"), '\''},
	{STR_INIT("&#39;"), '\''}};

static void add_sign(struct buf *out, str html, size_t *at)
{
	for (size_t i = 0; i < ARRAY_LEN(entities); i++) {
		if (!str_starts(str_from(html, *at), entities[i].name))
			continue;
		buf_add_char(out, entities[i].sign);
		*at += entities[i].name.len;
		return;
	}
	buf_add_char(out, html.ptr[(*at)++]);
}

static void add_space(struct buf *out)
{
	if (out->len && out->data[out->len - 1] != ' ')
		buf_add_char(out, ' ');
}

/* A line end, a space, or the one that holds a number's groups together: whoever takes the answer
 * lays its lines out anew. */
static size_t space_len(str html)
{
	const str unbroken = S("\u00a0");
	if (str_starts(html, S("\n")) || str_starts(html, S(" ")))
		return 1;
	return str_starts(html, unbroken) ? unbroken.len : 0;
}

/* Words without marks; one space where blocks and lines end. */
static str words_of(str html, struct arena *arena)
{
	struct buf out;
	buf_init(&out);
	for (size_t at = 0; at < html.len;) {
		size_t space = space_len(str_from(html, at));
		if (html.ptr[at] == '<') {
			size_t end = str_find_char(str_from(html, at), '>');
			at = end == STR_NONE ? html.len : at + end + 1;
		} else if (space) {
			add_space(&out);
			at += space;
		} else {
			add_sign(&out, html, &at);
		}
	}
	str words = arena_str(arena, str_trim(buf_str(&out)));
	buf_release(&out);
	return words;
}

static str trim_end(str html)
{
	while (html.len && (html.ptr[html.len - 1] == ' ' || html.ptr[html.len - 1] == '\n'))
		html.len--;
	return html;
}

/* Where sections fold, the next one's opening tags stand before its heading. */
static str without_next_fold(str html)
{
	const str fold = S(MARKDOWN_FOLD);
	return str_ends(html, fold) ? str_sub(html, 0, html.len - fold.len) : html;
}

/* Ends what is open at the end, but no link. */
static str without_ends(str html)
{
	for (;;) {
		html = trim_end(html);
		size_t tag = str_rfind_char(html, '<');
		if (!str_ends(html, S(">")) || tag == STR_NONE ||
			!str_starts(str_from(html, tag), S("</")) || str_ends(html, S("</a>")))
			return html;
		html.len = tag;
	}
}

static size_t last_link(str html)
{
	size_t at = STR_NONE;
	for (size_t next = str_find(html, S("<a ")), from = 0; next != STR_NONE;
		next = str_find(str_from(html, from), S("<a "))) {
		at = from + next;
		from = at + 1;
	}
	return at;
}

/* What stands before the link that ends `html`; false: no link does. */
static bool cut_link(str *html)
{
	str cut = without_ends(*html);
	size_t link = last_link(cut);
	if (!str_ends(cut, S("</a>")) || link == STR_NONE)
		return false;
	str before = trim_end(str_sub(cut, 0, link));
	bool begins = str_ends(before, S("<p>"));
	*html = without_ends(begins ? str_sub(before, 0, before.len - strlen("<p>")) : before);
	return true;
}

/* An answer ends with what it says: links behind its last sentence, parted by commas, only
 * lead on. */
static str without_last_links(str html)
{
	str said = html;
	while (cut_link(&said)) {
		if (said.len && strchr(".!?", said.ptr[said.len - 1]))
			return said;
		if (!str_ends(said, S(",")))
			return html;
		said.len--;
	}
	return html;
}

static void add_question(str html, struct arena *arena, struct json_writer *w)
{
	size_t begin = str_find_char(html, '>'), end = str_find(html, HEADING_ENDS);
	if (begin == STR_NONE || end == STR_NONE || begin > end)
		return;
	jsonld_begin(w, NULL, "Question");
	json_optional(w, "name", words_of(str_sub(html, begin + 1, end), arena));
	jsonld_begin(w, "acceptedAnswer", "Answer");
	json_optional(w, "text",
		words_of(without_last_links(str_from(html, end + HEADING_ENDS.len)), arena));
	json_end_object(w);
	json_end_object(w);
}

void jsonld_add_questions(str html, struct arena *arena, struct json_writer *w)
{
	json_key(w, S("mainEntity"));
	json_begin_list(w);
	size_t at = str_find(html, HEADING_BEGINS);
	while (at != STR_NONE) {
		str rest = str_from(html, at + HEADING_BEGINS.len);
		size_t next = str_find(rest, HEADING_BEGINS);
		add_question(without_next_fold(str_sub(rest, 0, next)), arena, w);
		at = next == STR_NONE ? STR_NONE : at + HEADING_BEGINS.len + next;
	}
	json_end_list(w);
}
