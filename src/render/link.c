#include "render/link.h"

#include "base/messages.h"
#include "base/path.h"
#include "base/phone.h"
#include "diag/phone.h"
#include "markdown/escape.h"
#include "markdown/link.h"
#include "markdown/quote.h"
#include "model/address.h"
#include "model/phones.h"
#include "render/note.h"
#include "render/suggest.h"
#include "view/guide.h"

void link_begin(struct body *body)
{
	const struct diags *diags = body_diags(body);
	body->nerrors = diags->nerrors;
	body->nwarnings = diags->list.len - diags->nerrors;
}

bool link_tells_error(const struct body *body)
{
	return body_diags(body)->nerrors - body->nerrors < MARKDOWN_REPORTS_MAX;
}

static bool tells_warning(const struct body *body)
{
	const struct diags *diags = body_diags(body);
	return diags->list.len - diags->nerrors - body->nwarnings < MARKDOWN_REPORTS_MAX;
}

static str plain_path(const struct body *body, str path)
{
	return address_plain(path, body_scratch(body));
}

static str href_of(const struct body *body, const struct page *page, str anchor)
{
	if (body->frame->place)
		return guide_href(body->frame, page, anchor);
	return arena_join(body_scratch(body),
		site_href(body_site(body), body_scratch(body), page->url),
		anchor.len ? S("#") : S(""), anchor);
}

/* Where the strings have a word for it, a link from an easy page to one that is not easy says
 * so; that word stands inside the link, so that a list of links tells it as well. */
static const char *end_to(const struct body *body, const struct page *page)
{
	struct arena *scratch = body_scratch(body);
	if (!body->language->of.len || page->body_language == body->language)
		return NULL;
	struct value words = view_strings_in(body->frame, body->language);
	str harder = value_text(value_get(words, S("harder"), scratch), scratch);
	struct buf end;
	buf_init(&end);
	if (harder.len) {
		buf_adds(&end, " <small>");
		escape_text(&end, harder);
		buf_adds(&end, "</small>");
	}
	buf_adds(&end, "</a>");
	str copy = arena_str(scratch, buf_str(&end));
	buf_release(&end);
	return copy.ptr;
}

static bool to_record(
	struct body *body, str ref, struct markdown_place place, struct markdown_link *out)
{
	const struct site *site = body_site(body);
	const struct record *record = site_record(site, ref);
	const struct page *page = record ? record_page(site, record, body->frame->language) : NULL;
	out->concerns = record != NULL;
	if (page) {
		out->href = href_of(body, page, S(""));
		out->end = end_to(body, page);
		return true;
	}
	if (!link_tells_error(body))
		return false;
	diag_add(body_diags(body), DIAG_LINK_MISSING, markdown_span(place),
		record ? "the record '%.*s' has no page: no collection page shows its kind"
		       : "no record '%.*s'",
		STR_ARGS(ref));
	if (!record) {
		diag_misses(body_diags(body), S(""), ref);
		suggest_record(body->frame, ref);
	}
	return false;
}

/* The page of file `path` as the reader's language has it. */
static const struct page *page_of_path(const struct body *body, str path)
{
	const struct site *site = body_site(body);
	str folder = str_sub(path, 0, str_find_char(path, '/'));
	const struct language *language = config_language(&site->config, folder);
	if (!language || !str_ends(path, S(".md")))
		return NULL;
	str id = path_stem(str_from(path, folder.len + 1));
	if (language == frame_page(body->frame)->body_language)
		language = body->frame->language;
	return site_page(site, language, id);
}

/* A fragment is the program's that shows the file: "form.pdf#page=3". */
static bool to_medium(
	struct body *body, const struct medium *medium, str anchor, struct markdown_link *out)
{
	struct arena *scratch = body_scratch(body);
	str url = site_href(
		body_site(body), scratch, arena_join(scratch, S("/"), medium->output, S("")));
	out->href = arena_join(scratch, url, anchor.len ? S("#") : S(""), anchor);
	return true;
}

/* "/assets/media/foto-480.1a2b3c4d5e.webp 480w, …" (HTML, "srcset"). */
static str sources_of(const struct body *body, const struct medium *medium)
{
	struct buf out;
	buf_init(&out);
	for (size_t i = 0; i < medium->shrink.nsizes; i++) {
		str path = arena_join(body_scratch(body), S("/"), medium->sizes[i], S(""));
		buf_add(&out, i ? S(", ") : S(""));
		escape_href(&out, site_href(body_site(body), body_scratch(body), path));
		buf_printf(&out, " %uw", medium->shrink.sizes[i].width);
	}
	str sources = arena_str(body_scratch(body), buf_str(&out));
	buf_release(&out);
	return sources;
}

static bool show_medium(
	struct body *body, const struct medium *medium, str anchor, struct markdown_link *out)
{
	struct noted_picture shown = {
		frame_page(body->frame), (size_t)(medium - body_site(body)->media.items)};
	VEC_PUSH(&body->frame->worker->pictures, shown);
	out->width = medium->width;
	out->height = medium->height;
	out->sources = sources_of(body, medium);
	return to_medium(body, medium, anchor, out);
}

/* Word makes quotes of its own, and other languages have others. */
static bool begins_quoted(str url)
{
	static const str quotes[] = {STR_INIT("“"), STR_INIT("”"), STR_INIT("„"), STR_INIT("«"),
		STR_INIT("‘"), STR_INIT("’"), STR_INIT("'")};
	for (size_t i = 0; i < ARRAY_LEN(quotes); i++)
		if (str_starts(url, quotes[i]))
			return true;
	return false;
}

/* What was meant, when the address alone tells it. */
static const char *meant(str url)
{
	if (begins_quoted(url))
		return N_("the address stands without quotes");
	if (str_starts(url, S("www.")))
		return N_("an address of another site begins with https://");
	if (str_find_char(url, '@') != STR_NONE)
		return N_("an e-mail address begins with mailto:");
	if (phone_find(url).len == url.len || phone_find_bare(url).len == url.len)
		return N_("a telephone number begins with tel:");
	if (str_starts(url, S("\\")))
		return N_("readers can't get to a folder of your own network: put the file into "
			  "media/ and write ../../media/name.pdf");
	if (str_find_char(url, '\\') != STR_NONE)
		return N_("folders are parted by '/', not by '\\'");
	if (str_find_char(url, '?') != STR_NONE)
		return N_("take out all from the '?' on: no file of the site is asked anything");
	if (str_ends(url, S(".html")))
		return "pages are linked by their file: ../section/page.md";
	return NULL;
}

static void report_missing(
	struct body *body, str url, str path, bool picture, struct markdown_place place)
{
	bool page = !picture && (str_ends(path, S(".md")) || !path_ext(path).len);
	if (!link_tells_error(body))
		return;
	if (picture)
		diag_add(body_diags(body), DIAG_IMAGE_MISSING, markdown_span(place),
			"no picture at '%.*s'", STR_ARGS(url));
	else
		diag_add(body_diags(body), DIAG_LINK_MISSING, markdown_span(place),
			page ? N_("no page at '%.*s'") : N_("no file at '%.*s'"), STR_ARGS(url));
	if (page && str_ends(path, S(".md")))
		diag_misses(body_diags(body), S(""), path);
	if (!picture && meant(url)) {
		diag_note(body_diags(body), SPAN_NONE, "%s", _(meant(url)));
		if (str_ends(path, S(".html")))
			suggest_page_file(body->frame, body->dir,
				arena_join(body_scratch(body), path_stem(path), S(".md"), S("")));
		return;
	}
	if (!page)
		diag_note(body_diags(body), SPAN_NONE,
			picture ? N_("pictures lie in media/")
				: N_("files that people should get lie in media/"));
	else if (!str_ends(path, S(".md")))
		diag_note(body_diags(body), SPAN_NONE,
			"a link goes to a file: page.md, a folder's page is folder/index.md");
	if (page)
		suggest_page_file(body->frame, body->dir, path);
	else
		suggest_medium_file(body->frame, body->dir, path);
}

/* Who copies a link from a translation leads readers into another language. */
static void check_language(
	struct body *body, const struct page *goal, str path, struct markdown_place place)
{
	const struct language *own = frame_page(body->frame)->body_language;
	str folder = str_sub(path, 0, str_find_char(path, '/'));
	const struct language *there = config_language(&body_site(body)->config, folder);
	if (str_eq(there->tag, own->tag))
		return;
	const struct page *same = site_page(body_site(body), own, goal->id);
	if (!same || same->flags & PAGE_FALLBACK)
		return;
	diag_add(body_diags(body), DIAG_LINK_LANGUAGE, markdown_span(place),
		"this link leads to a page in another language: %.*s", STR_ARGS(there->name));
	diag_note(body_diags(body), SPAN_NONE,
		"the same page in the language of this text is '%.*s'; if the other one is meant, "
		"write its address: %.*s",
		STR_ARGS(same->path), STR_ARGS(href_of(body, goal, S(""))));
}

/* For the check of links: that page has to have that anchor. */
static void note_goal(
	struct body *body, const struct page *page, str anchor, struct markdown_place place)
{
	if (anchor.len)
		note_anchor(body->frame, page, anchor, markdown_span(place));
}

static bool to_path(struct body *body, str url, str anchor, bool picture,
	struct markdown_place place, struct markdown_link *out)
{
	str path;
	const struct site *site = body_site(body);
	if (!path_resolve(body_scratch(body), body->dir, plain_path(body, url), &path)) {
		diag_add(body_diags(body), DIAG_LINK_OUTSIDE, markdown_span(place),
			"'%.*s' leaves the content's folder", STR_ARGS(url));
		return false;
	}
	const struct medium *medium = map_get(&site->media_by_path, path);
	if (medium)
		return picture ? show_medium(body, medium, anchor, out)
			       : to_medium(body, medium, anchor, out);
	const struct page *page = picture ? NULL : page_of_path(body, path);
	if (page) {
		check_language(body, page, path, place);
		if (page->body_language != frame_page(body->frame)->body_language)
			anchor = S(""); /* the headings there are in another language */
		note_goal(body, page, anchor, place);
		out->href = href_of(body, page, anchor);
		out->end = end_to(body, page);
		out->concerns = page_lists(page)->nrecords > 0;
		return true;
	}
	report_missing(body, url, path, picture, place);
	return false;
}

/* "page.md", "#part": from each page that shows the text they would lead elsewhere. */
static bool refuse_relative(struct body *body, str url, bool picture, struct markdown_place place)
{
	diag_add(body_diags(body), picture ? DIAG_IMAGE_MISSING : DIAG_LINK_MISSING,
		markdown_span(place), "'%.*s' leads elsewhere from each page that shows this text",
		STR_ARGS(url));
	diag_note(body_diags(body), SPAN_NONE, "%s",
		picture ? _("write it from the top: /media/picture.png")
			: _("write record:kind/id, or an address from the top: /page/"));
	return false;
}

/* An address of the site itself: /page/, /data/…, a file that the build makes.
 * Those are checked when all are there. */
static bool to_output(struct body *body, str url, bool picture, struct markdown_place place,
	struct markdown_link *out)
{
	size_t hash = str_find_char(url, '#');
	str path = plain_path(body, str_sub(url, 1, hash));
	str anchor = hash == STR_NONE ? S("") : str_from(url, hash + 1);
	const struct medium *medium = map_get(&body_site(body)->media_by_path, path);
	if (medium)
		return picture ? show_medium(body, medium, anchor, out)
			       : to_medium(body, medium, anchor, out);
	if (picture) {
		report_missing(body, url, str_from(url, 1), true, place);
		return false;
	}
	note_output(body->frame, url, markdown_span(place));
	out->href = site_href(body_site(body), body_scratch(body), url);
	return true;
}

/* Facts live in records: a number that none of them has is nobody's to change. */
static bool to_phone(
	struct body *body, str url, struct markdown_place place, struct markdown_link *out)
{
	str number = str_from(url, strlen("tel:"));
	out->href = arena_str(body_scratch(body), url);
	if (phone_find_broken(number).len || !tells_warning(body) ||
		phones_have(body_site(body), number, body_scratch(body)))
		return true; /* a broken one was told where the text was read */
	phone_report_lost(body_diags(body), markdown_span(place), number, false);
	phone_note_dead(body_diags(body), number);
	return true;
}

/* The path of the site's own address on the web; empty: it is another's. */
static str own_path(const struct site *site, str url)
{
	str base = site->config.base_url, path = str_from(url, base.len);
	return base.len && str_starts(url, base) && str_starts(path, S("/")) ? path : S("");
}

static bool to_web(
	struct body *body, str url, struct markdown_place place, struct markdown_link *out)
{
	str path = own_path(body_site(body), url);
	out->href = url;
	if (path.len) {
		diag_add(body_diags(body), DIAG_LINK_OWN, markdown_span(place),
			"this address is one of the site's own");
		diag_note(body_diags(body), SPAN_NONE,
			"link the page's file, or write '%.*s': then it is checked",
			STR_ARGS(path));
	}
	return true;
}

/* "[call](tel:{phone:locations/x})" */
static bool refuse_quote(struct body *body, struct markdown_place place)
{
	diag_add(body_diags(body), DIAG_QUOTE, markdown_span(place),
		"a value of a record can't be named in an address");
	diag_note(body_diags(body), SPAN_NONE,
		"write {phone:kind/id} in the text itself: it can be tapped there");
	return false;
}

bool link_lead(
	void *ctx, str url, bool picture, struct markdown_place place, struct markdown_link *out)
{
	struct body *body = ctx;
	struct quote quote;
	if (quote_find(url, 0, &quote))
		return refuse_quote(body, place);
	if (str_starts(url, S("record:")))
		return to_record(body, str_from(url, 7), place, out);
	enum link_kind kind = link_kind_of(url);
	if (kind == LINK_PHONE)
		return to_phone(body, url, place, out);
	if (kind == LINK_WEB)
		return to_web(body, url, place, out);
	size_t hash = str_find_char(url, '#');
	str target = str_sub(url, 0, hash);
	str anchor = hash == STR_NONE ? S("") : str_from(url, hash + 1);
	if (!url.len || str_eq(url, S("#"))) {
		diag_add(body_diags(body), DIAG_LINK_MISSING, markdown_span(place),
			picture ? N_("nothing says where this picture lies")
				: N_("nothing says where this link leads"));
		return false;
	}
	if (str_starts(target, S("/")))
		return to_output(body, url, picture, place, out);
	if (body->placeless)
		return refuse_relative(body, url, picture, place);
	if (target.len)
		return to_path(body, target, anchor, picture, place, out);
	note_goal(body, frame_page(body->frame), anchor, place);
	out->href = body->frame->place ? href_of(body, frame_page(body->frame), anchor)
				       : arena_str(body_scratch(body), url);
	return true;
}

const struct page *link_page(const struct body *body, str url)
{
	str path;
	str target = plain_path(body, str_sub(url, 0, str_find_char(url, '#')));
	if (body->placeless || !target.len ||
		!path_resolve(body_scratch(body), body->dir, target, &path))
		return NULL;
	return page_of_path(body, path);
}
