/* The body of a page: Markdown whose links lead to pages, records and files,
 * and whose embeds are templates. */
#include "base/path.h"
#include "render/embed.h"
#include "render/render.h"

struct body {
	struct frame *frame;
	str dir; /* folder of the file, below the content root */
};

static const struct site *site_of(const struct body *body)
{
	return body->frame->renderer->site;
}

static struct diags *diags_of(const struct body *body)
{
	return &body->frame->worker->diags;
}

static struct arena *scratch_of(const struct body *body)
{
	return &body->frame->worker->scratch;
}

/* --- where links lead ------------------------------------------------------------------- */

static bool to_record(struct body *body, str ref, struct span span, struct markdown_link *out)
{
	const struct site *site = site_of(body);
	const struct record *record = site_record(site, ref);
	const struct page *page = record ? record_page(site, record, body->frame->language) : NULL;
	if (page) {
		out->href = site_href(site, scratch_of(body), page->url);
		return true;
	}
	diag_add(diags_of(body), DIAG_LINK_MISSING, span,
		record ? "the record '%.*s' has no page: no collection page shows its kind"
		       : "no record '%.*s'",
		STR_ARGS(ref));
	size_t slash = str_find_char(ref, '/');
	const struct kind *kind = site_kind(site, str_sub(ref, 0, slash));
	for (size_t i = 0; !record && kind && i < kind->nrecords; i++) {
		str id = kind->records[i]->id, wanted = str_from(ref, slash + 1);
		if (str_distance(id, wanted, 3) <= 3) {
			diag_note(diags_of(body), SPAN_NONE, "did you mean 'record:%.*s/%.*s'?",
				STR_ARGS(kind->name), STR_ARGS(id));
			break;
		}
	}
	return false;
}

/* From "lv/sazina" to "lv/cietumi/index.md": "../cietumi/index.md". */
static str relative(const struct body *body, str path)
{
	str dir = body->dir, up = S("");
	while (dir.len &&
		!(str_starts(path, dir) && path.len > dir.len && path.ptr[dir.len] == '/')) {
		dir = path_dir(dir);
		up = arena_join(scratch_of(body), up, S("../"), S(""));
	}
	return arena_join(scratch_of(body), up, str_from(path, dir.len ? dir.len + 1 : 0), S(""));
}

static void suggest_path(struct body *body, str path)
{
	const struct site *site = site_of(body);
	str best = S("");
	unsigned least = 4;
	for (size_t i = 0; i < site->pages.len; i++) {
		const struct page *page = site->pages.items[i];
		if (page->kind != PAGE_CONTENT || page->flags & PAGE_FALLBACK)
			continue;
		unsigned distance = str_distance(page->path, path, 3);
		bool same_name = str_eq(path_name(page->path), path_name(path)) &&
				 page->language == body->frame->page->body_language;
		if (distance < least || (same_name && least == 4)) {
			least = distance < least ? distance : 4;
			best = page->path;
		}
	}
	if (best.len)
		diag_note(diags_of(body), SPAN_NONE, "did you mean '%.*s'?",
			STR_ARGS(relative(body, best)));
}

/* The page of file `path` as the reader's language has it. */
static const struct page *page_of_path(const struct body *body, str path)
{
	const struct site *site = site_of(body);
	str folder = str_sub(path, 0, str_find_char(path, '/'));
	const struct language *language = config_language(&site->config, folder);
	if (!language || !str_ends(path, S(".md")))
		return NULL;
	str id = path_stem(str_from(path, folder.len + 1));
	if (language == body->frame->page->body_language)
		language = body->frame->language;
	return site_page(site, language, id);
}

static bool to_medium(struct body *body, const struct medium *medium, struct markdown_link *out)
{
	str url = arena_join(scratch_of(body), S("/"), medium->output, S(""));
	out->href = site_href(site_of(body), scratch_of(body), url);
	out->width = medium->width;
	out->height = medium->height;
	return true;
}

static bool to_path(struct body *body, str url, str anchor, bool picture, struct span span,
	struct markdown_link *out)
{
	str path;
	const struct site *site = site_of(body);
	if (!path_resolve(scratch_of(body), body->dir, url, &path)) {
		diag_add(diags_of(body), DIAG_LINK_OUTSIDE, span,
			"'%.*s' leaves the content's folder", STR_ARGS(url));
		return false;
	}
	const struct medium *medium = map_get(&site->media_by_path, path);
	if (medium)
		return to_medium(body, medium, out);
	const struct page *page = picture ? NULL : page_of_path(body, path);
	if (page) {
		if (page->body_language != body->frame->page->body_language)
			anchor = S(""); /* the headings there are in another language */
		body_note_anchor(body->frame, page, anchor, span);
		out->href =
			arena_join(scratch_of(body), site_href(site, scratch_of(body), page->url),
				anchor.len ? S("#") : S(""), anchor);
		return true;
	}
	if (picture) {
		diag_add(diags_of(body), DIAG_IMAGE_MISSING, span, "no picture at '%.*s'",
			STR_ARGS(url));
		diag_note(diags_of(body), SPAN_NONE, "pictures lie in media/");
		return false;
	}
	diag_add(diags_of(body), DIAG_LINK_MISSING, span, "no page at '%.*s'", STR_ARGS(url));
	if (!str_ends(path, S(".md")))
		diag_note(diags_of(body), SPAN_NONE,
			"a link goes to a file: page.md, a folder's page is folder/index.md");
	suggest_path(body, path);
	return false;
}

/* /data/… and other files that the build makes: checked when all are there. */
static bool to_output(
	struct body *body, str url, str anchor, struct span span, struct markdown_link *out)
{
	body_note_output(body->frame, url, span);
	out->href = arena_join(scratch_of(body), site_href(site_of(body), scratch_of(body), url),
		anchor.len ? S("#") : S(""), anchor);
	return true;
}

static bool link_hook(void *ctx, str url, bool picture, struct span span, struct markdown_link *out)
{
	struct body *body = ctx;
	if (str_starts(url, S("record:")))
		return to_record(body, str_from(url, 7), span, out);
	size_t hash = str_find_char(url, '#');
	str target = str_sub(url, 0, hash);
	str anchor = hash == STR_NONE ? S("") : str_from(url, hash + 1);
	if (str_starts(target, S("/")))
		return to_output(body, target, anchor, span, out);
	if (target.len)
		return to_path(body, target, anchor, picture, span, out);
	body_note_anchor(body->frame, body->frame->page, anchor, span);
	out->href = arena_str(scratch_of(body), url);
	return true;
}

static void embed_hook(void *ctx, str name, str body_text, struct span name_span,
	struct span body_span, struct buf *out)
{
	embed_render(((struct body *)ctx)->frame, name, body_text, name_span, body_span, out);
}

/* --- rendering ------------------------------------------------------------------------------ */

static str word(const struct frame *frame, const char *key)
{
	struct arena *scratch = &frame->worker->scratch;
	struct value alerts = value_get(view_strings(frame), S("alerts"), scratch);
	return value_text(value_get(alerts, str_of(key), scratch), scratch);
}

static bool render_text(struct frame *frame, str text, struct span at, str dir, struct buf *out,
	struct markdown_outline *outline)
{
	struct body body = {frame, dir};
	struct markdown_hooks hooks = {&body, link_hook, embed_hook};
	struct markdown_labels labels = {word(frame, "note"), word(frame, "tip"),
		word(frame, "important"), word(frame, "warning"), word(frame, "caution"),
		word(frame, "table")};
	struct markdown_options options = {.hooks = &hooks,
		.labels = &labels,
		.arena = &frame->worker->scratch,
		.scratch = &frame->worker->scratch,
		.diags = &frame->worker->diags};
	return markdown_render(text, at, &options, out, outline);
}

str frame_markdown(const struct frame *frame, str markdown, struct span at)
{
	struct buf out;
	struct frame inner = *frame;
	str dir = path_dir(frame->page->path);
	buf_init(&out);
	render_text(&inner, markdown, at, dir, &out, NULL);
	str html = arena_str(&frame->worker->scratch, buf_str(&out));
	buf_release(&out);
	return html;
}

#define TEXT_MAX ((size_t)8 << 20)

bool body_render(struct frame *frame)
{
	const struct page *page = frame->page;
	struct worker *worker = frame->worker;
	buf_clear(&worker->text);
	buf_clear(&worker->body);
	if (!store_read(worker->reader, &frame->renderer->entries[page->entry], TEXT_MAX,
		    &worker->text, span_file(page->source), &worker->diags))
		return false;
	str text = str_from(buf_str(&worker->text), page->body_start);
	struct span at = span_of(page->source, page->body_start, worker->text.len);
	render_text(frame, text, at, path_dir(page->path), &worker->body, &frame->outline);
	frame->content = buf_str(&worker->body);
	body_keep_anchors(frame);
	return true;
}
