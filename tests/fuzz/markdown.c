/* Any UTF-8 becomes HTML whose tags are ours and nest, with places inside the text. */
#include "base/map.h"
#include "base/utf8.h"
#include "check/privacy.h"
#include "frame.h"
#include "markdown/markdown.h"

#define STACK_MAX 1024

static bool link(
	void *ctx, str url, bool picture, struct markdown_place place, struct markdown_link *out)
{
	fuzz_check_span(markdown_span(place), *(const struct span *)ctx);
	if (picture)
		out->href = S("/picture.png"); /* as render/body.c, which looks it up */
	out->width = picture ? 1 : 0;
	out->concerns = url.len % 3 > 0;
	return url.len % 2 == 0;
}

static void embed(void *ctx, str name, str body, struct span name_span, struct span body_span,
	struct buf *out)
{
	UNUSED(name);
	UNUSED(body);
	fuzz_check_span(name_span, *(const struct span *)ctx);
	fuzz_check_span(body_span, *(const struct span *)ctx);
	buf_adds(out, "<div></div>");
}

static bool is_one_of(str name, const char *names)
{
	for (str rest = str_of(names), part; str_cut(&rest, ' ', &part);)
		if (str_eq(part, name))
			return true;
	return false;
}

static void paragraph(void *ctx, str text, const struct markdown_goal *goals, size_t ngoals)
{
	UNUSED(text);
	for (size_t i = 0; i < ngoals; i++)
		fuzz_check_span(goals[i].span, *(const struct span *)ctx);
}

/* An address must not begin with a scheme that runs something. */
static void check_address(str tag)
{
	size_t at = str_find(tag, S("href=\""));
	if (at == STR_NONE)
		return;
	str url = str_from(tag, at + 6);
	size_t colon = str_find_char(str_sub(url, 0, str_find_char(url, '"')), ':');
	str scheme = str_sub(url, 0, colon == STR_NONE ? 0 : colon);
	if (str_eq_nocase(scheme, S("javascript")) || str_eq_nocase(scheme, S("data")))
		BUG("a link that runs something");
}

static void check_tags(str html)
{
	str stack[STACK_MAX];
	size_t depth = 0;
	for (size_t at; (at = str_find_char(html, '<')) != STR_NONE;) {
		html = str_from(html, at + 1);
		bool end = str_starts(html, S("/"));
		str tag = str_sub(html, end, str_find_char(html, '>'));
		str name = str_sub(tag, 0, str_find_char(tag, ' '));
		check_address(tag);
		if (is_one_of(name, "br hr img"))
			continue;
		if (!is_one_of(name,
			    "p h2 h3 h4 h5 h6 ul ol li blockquote section pre code em strong "
			    "a div span table thead tbody tr th td"))
			BUG("a tag that is not ours");
		if (!end && depth < STACK_MAX)
			stack[depth++] = name;
		else if (depth == 0 || !str_eq(stack[--depth], name))
			BUG("tags that do not nest");
	}
	if (depth > 0)
		BUG("a tag without its end");
}

/* What check/privacy.h takes for granted. */
static void check_privacy(str html)
{
	struct privacy privacy;
	struct diags found;
	diags_init(&found);
	privacy_init(&privacy, S("https://example.org"));
	privacy_scan(&privacy, S("a.html"), html);
	privacy_report(&privacy, 1, false, &found);
	if (found.list.len)
		BUG("an element that loads or runs something");
	privacy_release(&privacy);
	diags_release(&found);
}

static void check_outline(const struct markdown_outline *outline, struct span whole)
{
	struct map ids = {0};
	for (size_t i = 0; i < outline->len; i++) {
		const struct markdown_heading *heading = &outline->headings[i];
		fuzz_check_span(heading->span, whole);
		if (!heading->id.len || map_has(&ids, heading->id))
			BUG("two headings with one id");
		map_put(&ids, heading->id, NULL);
	}
	map_release(&ids);
}

static str quote(void *ctx, str name, str ref, struct span span)
{
	fuzz_check_span(span, *(const struct span *)ctx);
	return name.len ? ref : name;
}

/* Behind a text without fences one more block changes nothing, but then cmark reads all words. */
static void check_hidden(str text, const struct markdown_options *options, str html)
{
	const str fence = S("<pre><code></code></pre>\n");
	struct markdown_options silent = *options;
	struct diags diags;
	struct buf read;
	struct markdown_outline outline;
	buf_init(&read);
	diags_init(&diags);
	silent.diags = &diags;
	str longer = arena_join(options->arena, text, S("\n\n~~~\n~~~\n"), S(""));
	markdown_render(longer, span_of(1, 0, text.len), &silent, &read, &outline);
	if (str_ends(buf_str(&read), fence) &&
		!str_eq(html, str_sub(buf_str(&read), 0, read.len - fence.len)))
		BUG("words that cmark reads otherwise");
	diags_release(&diags);
	buf_release(&read);
}

static bool has_fence(str text)
{
	return str_find(text, S("```")) != STR_NONE || str_find(text, S("~~~")) != STR_NONE;
}

void fuzz_input(str text, struct arena *arena, struct diags *diags)
{
	struct span whole = span_of(1, 0, text.len);
	struct buf html;
	struct markdown_outline outline;
	struct markdown_hooks hooks = {.ctx = &whole,
		.link = link,
		.embed = embed,
		.quote = quote,
		.paragraph = paragraph};
	struct markdown_options options = {
		.hooks = &hooks, .arena = arena, .scratch = arena, .diags = diags};
	if (utf8_invalid_at(text) != STR_NONE)
		return;
	buf_init(&html);
	bool good = markdown_render(text, whole, &options, &html, &outline);
	if (good != (diags->nerrors == 0))
		BUG("a failure without a word");
	check_tags(buf_str(&html));
	check_privacy(buf_str(&html));
	check_outline(&outline, whole);
	if (!has_fence(text) && str_find_char(text, '<') == STR_NONE)
		check_hidden(text, &options, buf_str(&html));
	buf_release(&html);
}
