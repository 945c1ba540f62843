/* read: file -> front matter, record, template, with places. Parallel, pure:
 * document i alone is changed by job i. */
#include <stdlib.h>

#include "base/messages.h"
#include "base/path.h"
#include "base/utf8.h"
#include "build/build.h"
#include "build/medium.h"
#include "build/recall.h"
#include "check/swapped.h"
#include "feed/offline.h"
#include "locale/collate.h"
#include "media/leftover.h"
#include "value/json.h"
#include "value/packed.h"

/* The largest text file; media/ may be larger. */
#define TEXT_MAX ((size_t)8 << 20)
/* Of the pages' texts in a commit, all together. */
#define TEXTS_KEPT ((size_t)48 << 20)

static bool is_template(const struct build *build, const struct document *document)
{
	return (size_t)(document - build->documents) >= build->content_entries.len;
}

static str first_part(str path, str *rest)
{
	str part;
	*rest = path;
	str_cut(rest, '/', &part);
	if (!rest->ptr)
		*rest = S("");
	return part;
}

/* --- what a file is, by its path alone ---------------------------------------------- */

/* "ru" of "schema.ru.json"; else "". */
static str schema_language(str name)
{
	str first, code = path_stem(name);
	bool fits = str_eq(path_ext(name), S("json")) && str_cut(&code, '.', &first) &&
		    str_eq(first, S("schema")) && config_is_code(code);
	return fits ? code : S("");
}

static enum document_kind classify_data(struct document *document, str path)
{
	str name;
	str language = schema_language(path);
	document->folder = language.len ? language : first_part(path, &name);
	if (language.len)
		return DOCUMENT_SAID;
	if (str_eq(path_name(path), S("README.md")))
		return DOCUMENT_IGNORED;
	if (str_is_empty(name) || str_find_char(name, '/') != STR_NONE ||
		!str_eq(path_ext(name), S("json")))
		return DOCUMENT_MISPLACED;
	return str_eq(name, S("schema.json")) ? DOCUMENT_SCHEMA : DOCUMENT_RECORD;
}

static enum document_kind classify_content(const struct build *build, struct document *document)
{
	str rest, path = document->entry->path;
	str top = first_part(path, &rest);
	if (str_eq(path_name(path), S("README.md")) || str_eq(path, S("site.json")))
		return DOCUMENT_IGNORED;
	if (str_eq(top, S("data")) && rest.len)
		return classify_data(document, rest);
	if (str_eq(top, S("media")) && rest.len)
		return DOCUMENT_MEDIUM;
	if (config_language(&build->site.config, top) && str_eq(path_ext(path), S("md")))
		return DOCUMENT_PAGE;
	return DOCUMENT_MISPLACED;
}

static enum document_kind classify_template(struct document *document)
{
	str rest, path = document->entry->path;
	str top = first_part(path, &rest);
	if (str_eq(path_name(path), S("README.md")))
		return DOCUMENT_IGNORED;
	if (str_eq(path, S(OFFLINE_PATH)))
		return DOCUMENT_WORKER;
	if (str_eq(top, S("assets")))
		return DOCUMENT_ASSET;
	if (str_eq(top, S("strings")) && str_eq(path_ext(path), S("json"))) {
		document->folder = path_stem(rest);
		return DOCUMENT_STRINGS;
	}
	return str_eq(path_ext(path), S("html")) ? DOCUMENT_TEMPLATE : DOCUMENT_MISPLACED;
}

static enum document_kind classify(const struct build *build, struct document *document)
{
	if (leftover_is(path_name(document->entry->path)))
		return DOCUMENT_LEFTOVER;
	return is_template(build, document) ? classify_template(document)
					    : classify_content(build, document);
}

/* "a.MD", "a.markdown" and "a.md.txt", which Windows shows as "a.md", are meant to be "a.md".
 * Empty: it is something else. */
static str meant_name(struct arena *arena, str path)
{
	static const struct {
		str end, meant;
	} ends[] = {{STR_INIT(".md.txt"), STR_INIT(".md")}, {STR_INIT(".md"), STR_INIT(".md")},
		{STR_INIT(".markdown"), STR_INIT(".md")},
		{STR_INIT(".json.txt"), STR_INIT(".json")}, {STR_INIT(".json"), STR_INIT(".json")}};
	for (size_t i = 0; i < ARRAY_LEN(ends); i++) {
		size_t stem = path.len > ends[i].end.len ? path.len - ends[i].end.len : 0;
		bool is_record = str_starts(path, S("data/"));
		if (stem && str_eq_nocase(str_from(path, stem), ends[i].end) &&
			is_record == str_eq(ends[i].meant, S(".json")))
			return arena_join(arena, str_sub(path, 0, stem), ends[i].meant, S(""));
	}
	return S("");
}

/* "LV/a.md", "Media/a.png": folders that a disk of Windows or a Mac takes for one. */
static str meant_folder(const struct build *build, struct arena *arena, str path)
{
	str rest, top = first_part(path, &rest);
	str names[LANGUAGES_MAX + 2] = {S("media"), S("data")};
	size_t n = 2;
	for (size_t i = 0; i < build->site.config.nlanguages; i++)
		names[n++] = build->site.config.languages[i].code;
	for (size_t i = 0; i < n; i++)
		if (str_eq_nocase(top, names[i]) && !str_eq(top, names[i]) && rest.len)
			return arena_join(arena, names[i], S("/"), rest);
	return S("");
}

static void report_misplaced(
	const struct build *build, struct worker *worker, const struct document *document)
{
	struct diags *diags = &worker->diags;
	str path = document->entry->path;
	str meant = meant_folder(build, &worker->scratch, path);
	meant = meant.len ? meant : meant_name(&worker->scratch, path);
	diag_add(diags, DIAG_PAGE_PLACE, span_file(document->source),
		"tilts can't tell what this file is");
	if (!is_template(build, document) && meant.len && !str_eq(meant, path))
		diag_note(diags, SPAN_NONE, "call it '%.*s'", STR_ARGS(meant));
	else if (is_template(build, document))
		diag_note(diags, SPAN_NONE,
			"templates end in .html, interface words are strings/<language>.json, "
			"the rest lies in assets/");
	else if (str_starts(path, S("data/")))
		diag_note(diags, SPAN_NONE, "a record is data/<kind>/<id>.json");
	else
		diag_note(diags, SPAN_NONE,
			"pages are <language>/….md, pictures and documents lie in media/");
}

/* --- one file ----------------------------------------------------------------------- */

static bool read_text(struct build *build, struct worker *worker, const struct document *document)
{
	struct store_reader *reader =
		is_template(build, document) ? worker->template_reader : worker->reader;
	buf_clear(&worker->text);
	return store_read(reader, document->entry, TEXT_MAX, &worker->text,
		span_file(document->source), &worker->diags);
}

/* A page is read again when it is rendered, and git would unpack it once more. */
static void keep_text(struct build *build, struct worker *worker, const struct document *document)
{
	str text = buf_str(&worker->text);
	if (!build->texts || text.len > worker->text_room)
		return;
	worker->text_room -= text.len;
	build->texts[document - build->documents] = arena_str(&worker->kept, text);
}

static void read_page(struct build *build, struct worker *worker, struct document *document)
{
	struct page *page = document->page;
	arena_reset(&worker->scratch);
	if (!read_text(build, worker, document)) {
		page->flags |= PAGE_UNREADABLE;
		return;
	}
	keep_text(build, worker, document);
	page_read(page, buf_str(&worker->text), &worker->kept, &worker->scratch, &worker->diags);
}

static void read_template(struct build *build, struct worker *worker, struct document *document)
{
	if (!read_text(build, worker, document))
		return;
	document->text = arena_str(&worker->kept, buf_str(&worker->text));
	document->usable = true;
	size_t bad = utf8_invalid_at(document->text);
	if (bad == STR_NONE)
		return;
	diag_add(&worker->diags, DIAG_FILE_ENCODING, span_of(document->source, bad, bad + 1),
		"this file is not UTF-8");
	diag_note(&worker->diags, SPAN_NONE, "save it again as UTF-8 in your editor");
}

static void read_json(struct build *build, struct worker *worker, struct document *document)
{
	arena_reset(&worker->scratch);
	if (read_text(build, worker, document))
		document->usable = json_parse(&worker->scratch, buf_str(&worker->text),
			document->source, &worker->diags, &document->json);
}

/* What the file's place alone tells of a page. */
static void begin_page(struct build *build, struct worker *worker, struct document *document)
{
	str rest, path = document->entry->path;
	struct page *page = ARENA_NEW(&worker->kept, struct page);
	page->path = collate_compose(path, &worker->kept);
	page->language = config_language(&build->site.config, first_part(path, &rest));
	page->source = document->source;
	page->entry = (uint32_t)(document - build->documents);
	page_init(page, &worker->kept);
	document->page = page;
}

/* What was read of the file by an earlier build is as good, if nothing was said of it then. JSON
 * is parsed for the moment, and kept in as few bytes as there may be. */
static void recall_or_read(struct build *build, struct worker *worker, struct document *document,
	void (*read)(struct build *, struct worker *, struct document *))
{
	size_t before = worker->diags.list.len;
	if (recall_take(build, worker, document))
		return;
	read(build, worker, document);
	bool noted = worker->diags.list.len == before && (document->page || document->usable) &&
		     recall_note(build, worker, document);
	if (!noted)
		document->json = value_copy(document->json, &worker->kept);
}

static void read_document(struct build *build, struct worker *worker, size_t index)
{
	struct document *document = &build->documents[index];
	document->kind = classify(build, document);
	switch (document->kind) {
	case DOCUMENT_MISPLACED:
		report_misplaced(build, worker, document);
		return;
	case DOCUMENT_MEDIUM:
		document->measures = ARENA_NEW(&worker->kept, struct measures);
		recall_or_read(build, worker, document, medium_read);
		return;
	case DOCUMENT_PAGE:
		begin_page(build, worker, document);
		recall_or_read(build, worker, document, read_page);
		return;
	case DOCUMENT_TEMPLATE:
		read_template(build, worker, document);
		return;
	case DOCUMENT_SCHEMA:
	case DOCUMENT_SAID:
	case DOCUMENT_RECORD:
	case DOCUMENT_STRINGS:
		recall_or_read(build, worker, document, read_json);
		return;
	case DOCUMENT_IGNORED:
	case DOCUMENT_LEFTOVER:
	case DOCUMENT_ASSET:
	case DOCUMENT_WORKER:
		return;
	}
}

static void report_copy(struct build *build, const struct document *document)
{
	diag_add(&build->diags, DIAG_FILE_COPY, span_file(document->source),
		"this looks like a copy of another file, and goes out beside it");
	diag_note(&build->diags, SPAN_NONE, "remove it, or give it the name of what it is about");
}

/* People paste addresses into letters, and programs end them at a space. */
static void report_space(struct build *build, const struct document *document)
{
	str path = document->entry->path;
	diag_add(&build->diags, DIAG_MEDIA_SPACE, span_file(document->source),
		"a space in this file's name stands as %s in its address",
		str_find_char(path, ' ') != STR_NONE ? "%20" : "%C2%A0");
	diag_note(&build->diags, SPAN_NONE,
		"call it '%.*s'; `tilts move` renames it and mends all links to it",
		STR_ARGS(path_hyphened(&build->arena, path)));
}

static void report_name(struct build *build, const struct document *document)
{
	str path = document->entry->path;
	bool medium = document->kind == DOCUMENT_MEDIUM;
	bool goes_out =
		medium || document->kind == DOCUMENT_PAGE || document->kind == DOCUMENT_RECORD;
	if (goes_out && leftover_is_copy(path_stem(path_name(path))))
		report_copy(build, document);
	else if (medium &&
		 (str_find_char(path, ' ') != STR_NONE || str_find(path, S("\u00a0")) != STR_NONE))
		report_space(build, document);
}

/* One warning for all. */
static void report_leftovers(struct build *build)
{
	const struct document *first = NULL;
	size_t n = 0;
	for (size_t i = 0; i < build->ndocuments; i++) {
		if (build->documents[i].kind != DOCUMENT_LEFTOVER)
			continue;
		first = first ? first : &build->documents[i];
		n++;
	}
	if (n == 1)
		diag_add(&build->diags, DIAG_FILE_LEFTOVER, span_file(first->source),
			"a program left this file behind: left out");
	else if (n)
		diag_add(&build->diags, DIAG_FILE_LEFTOVER, span_file(first->source),
			"programs left this file and %zu more behind: left out", n - 1);
	if (n)
		diag_note(
			&build->diags, SPAN_NONE, "remove them: they may hold names, or old texts");
}

/* A folder's files are cheap to read. */
static void make_room(struct build *build)
{
	if (!store_is_commit(build->content))
		return;
	build->texts = ARENA_ARRAY(&build->arena, str, build->content_entries.len);
	for (unsigned i = 0; i < build->jobs; i++)
		build->workers[i].text_room = TEXTS_KEPT / build->jobs;
}

static bool languages_are_in_place(struct build *build)
{
	VEC(struct page *) pages = {0};
	for (size_t i = 0; i < build->ndocuments; i++)
		if (build->documents[i].page)
			VEC_PUSH(&pages, build->documents[i].page);
	bool ok = swapped_check(&build->site.config, pages.items, pages.len, &build->diags);
	VEC_FREE(&pages);
	return ok;
}

bool build_read(struct build *build)
{
	build->outlines =
		arena_zalloc(&build->arena, build->content_entries.len * sizeof(*build->outlines));
	make_room(build);
	recall_open(build);
	build_parallel(build, build->ndocuments, read_document);
	report_leftovers(build);
	for (size_t i = 0; i < build->ndocuments; i++)
		report_name(build, &build->documents[i]);
	return build->diags.nfailures == 0 && languages_are_in_place(build);
}

/* --- site.json, before everything else ---------------------------------------------- */

static const struct document *find_config(const struct build *build)
{
	for (size_t i = 0; i < build->content_entries.len; i++)
		if (str_eq(build->documents[i].entry->path, S("site.json")))
			return &build->documents[i];
	return NULL;
}

bool build_read_config(struct build *build)
{
	const struct document *document = find_config(build);
	struct worker *worker = &build->workers[0];
	struct value json;
	if (!document) {
		diag_add(&build->diags, DIAG_CONFIG_MISSING, SPAN_NONE, "no site.json in '%.*s'",
			STR_ARGS(build->options->source));
		diag_note(&build->diags, SPAN_NONE,
			"--source and --subdir name the folder that holds it");
		return false;
	}
	bool ok = read_text(build, worker, document) &&
		  json_parse(&build->arena, buf_str(&worker->text), document->source,
			  &worker->diags, &json) &&
		  config_read(&build->site.config, json, span_file(document->source),
			  build->options->base_url, &build->arena, &worker->diags);
	if (ok && build->options->site_messages)
		messages_use(build->site.config.languages[0].code);
	diags_merge(&build->diags, &worker->diags);
	diags_release(&worker->diags);
	return ok;
}
