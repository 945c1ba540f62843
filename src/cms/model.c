#include "base/path.h"
#include "cms/cms.h"
#include "model/shape.h"
#include "value/json_write.h"

/* --- languages ------------------------------------------------------------------------ */

/* Each folder of a language that holds pages: "sazina", "palidziba/veidi". */
static void write_folders(
	struct json_writer *w, const struct site *site, const struct language *language)
{
	struct map seen = {0};
	json_key(w, S("folders"));
	json_begin_list(w);
	for (size_t i = 0; i < site->pages.len; i++) {
		const struct page *page = site->pages.items[i];
		bool own = page->kind == PAGE_CONTENT && page->language == language &&
			   !(page->flags & PAGE_FALLBACK);
		str folder = own ? path_dir(page->id) : S("");
		if (!folder.len || map_has(&seen, folder))
			continue;
		map_put(&seen, folder, site->pages.items[i]);
		json_string(w, folder);
	}
	json_end_list(w);
	map_release(&seen);
}

static void write_languages(struct json_writer *w, const struct site *site)
{
	json_key(w, S("languages"));
	json_begin_list(w);
	for (size_t i = 0; i < site->config.nlanguages; i++) {
		const struct language *language = &site->config.languages[i];
		json_begin_object(w);
		json_member(w, "code", language->code);
		json_member(w, "name", language->name);
		json_member(w, "tag", language->tag);
		write_folders(w, site, language);
		json_end_object(w);
	}
	json_end_list(w);
}

/* --- kinds and front matter ----------------------------------------------------------- */

static void write_kinds(struct json_writer *w, const struct build *build)
{
	json_key(w, S("kinds"));
	json_begin_list(w);
	for (size_t i = 0; i < build->ndocuments; i++) {
		const struct document *document = &build->documents[i];
		const struct kind *kind = document->kind == DOCUMENT_SCHEMA
						  ? site_kind(&build->site, document->folder)
						  : NULL;
		if (!kind || kind->is_open)
			continue;
		json_begin_object(w);
		json_member(w, "name", kind->name);
		json_key(w, S("schema"));
		json_value(w, document->json);
		json_end_object(w);
	}
	json_end_list(w);
}

/* What schemas say in other languages: {"ru": {"Nosaukums": "Название", …}, …}. */
static void write_said(struct json_writer *w, const struct build *build)
{
	json_key(w, S("said"));
	json_begin_object(w);
	for (size_t i = 0; i < build->ndocuments; i++) {
		const struct document *document = &build->documents[i];
		if (document->kind != DOCUMENT_SAID || document->json.kind != VALUE_MAP)
			continue;
		json_key(w, document->folder);
		json_value(w, document->json);
	}
	json_end_object(w);
}

static const char *const type_names[] = {
	[SHAPE_STRING] = "string",
	[SHAPE_FILLED] = "filled",
	[SHAPE_TEXT] = "text",
	[SHAPE_WEB] = "web",
	[SHAPE_SERVER] = "web",
	[SHAPE_DATE] = "date",
	[SHAPE_INT] = "int",
	[SHAPE_BOOL] = "bool",
	[SHAPE_STRINGS] = "strings",
	[SHAPE_OBJECT] = "object",
	[SHAPE_OBJECTS] = "objects",
	[SHAPE_WORD] = "word",
	[SHAPE_ANY] = "any",
};

static void write_words(struct json_writer *w, const char *const *words)
{
	json_key(w, S("words"));
	json_begin_list(w);
	for (; *words; words++)
		json_string(w, str_of(*words));
	json_end_list(w);
}

static void write_rows(struct json_writer *w, str key, const struct shape *shape)
{
	json_key(w, key);
	json_begin_list(w);
	for (size_t i = 0; i < shape->nrows; i++) {
		const struct shape_row *row = &shape->rows[i];
		json_begin_object(w);
		json_member(w, "key", row->key);
		json_member(w, "type", str_of(type_names[row->type]));
		json_member(w, "help", str_of(row->help));
		json_key(w, S("required"));
		json_bool(w, row->required);
		if (row->words)
			write_words(w, row->words);
		if (row->inside)
			write_rows(w, S("inside"), row->inside);
		json_end_object(w);
	}
	json_end_list(w);
}

/* --- where it is saved ---------------------------------------------------------------- */

/* Without a word in site.json: decap-server on the editor's own machine. */
static void write_backend(struct json_writer *w, const struct config *config)
{
	struct value cms = value_get(config->json, S("cms"), NULL);
	json_key(w, S("backend"));
	if (cms.kind == VALUE_MAP) {
		json_value(w, cms);
		return;
	}
	json_begin_object(w);
	json_member(w, "name", S("proxy"));
	json_member(w, "proxy_url", S("http://localhost:8081/api/v1"));
	json_end_object(w);
}

void cms_write_model(const struct build *build, str prefix, struct buf *out)
{
	struct json_writer w = json_writer(out, 1);
	/* Else the CMS would start by itself, with a file that is not there. */
	buf_adds(out, "\"use strict\";\nvar CMS_MANUAL_INIT = true;\nvar tilts = typeof tilts === "
		      "\"undefined\" ? {} : tilts;\n"
		      "tilts.model = ");
	json_begin_object(&w);
	json_member(&w, "site", build->site.config.base_url);
	json_member(&w, "prefix", prefix);
	write_backend(&w, &build->site.config);
	write_languages(&w, &build->site);
	write_rows(&w, S("rows"), &page_shape);
	write_kinds(&w, build);
	write_said(&w, build);
	json_end_object(&w);
	buf_adds(out, ";\n");
}
