#include "feed/offline.h"

#include "base/slim.h"
#include "value/json_write.h"

enum offline offline_mode(const struct site *site)
{
	const struct value_entry *entry = value_map_find(site->config.json.map, S("offline"));
	if (!entry)
		return OFFLINE_ABSENT;
	return value_is_true(entry->value) ? OFFLINE_ON : OFFLINE_OFF;
}

static void write_assets(struct json_writer *w, const struct site *site, const struct map *assets,
	struct arena *arena)
{
	json_begin_list(w);
	for (size_t i = 0; i < assets->len; i++)
		json_string(w, site_href(site, arena, *(const str *)assets->entries[i].value));
	json_end_list(w);
}

static void write_language(struct json_writer *w, const struct site *site,
	const struct language *language, struct arena *arena)
{
	size_t shared = site->home[language->index]->url.len;
	json_key(w, site_href(site, arena, site->home[language->index]->url));
	json_begin_list(w);
	for (size_t i = 0; i < site->pages.len; i++) {
		const struct page *page = site->pages.items[i];
		if (page->language == language && site_keeps(site, page))
			json_string(w, str_from(page->url, shared));
	}
	json_end_list(w);
}

static void write_pages(struct json_writer *w, const struct site *site, struct arena *arena)
{
	json_begin_object(w);
	for (size_t l = 0; l < site->config.nlanguages; l++)
		if (site->home[l])
			write_language(w, site, &site->config.languages[l], arena);
	json_end_object(w);
}

static void write_codes(struct json_writer *w, const struct site *site, struct arena *arena)
{
	json_begin_object(w);
	for (size_t l = 0; l < site->config.nlanguages; l++) {
		if (!site->home[l])
			continue;
		json_key(w, site_href(site, arena, site->home[l]->url));
		json_string(w, site->config.languages[l].code);
	}
	json_end_object(w);
}

void offline_write(const struct site *site, const struct offline_copy *copy, struct arena *arena,
	struct buf *out)
{
	struct json_writer w = json_writer(out, 0);
	buf_adds(out, "const BASE = ");
	json_write_string(out, site_href(site, arena, S("/")));
	buf_printf(out, ";\nconst VERSION = \"%016llx\";\nconst ASSETS = ",
		(unsigned long long)copy->version);
	write_assets(&w, site, copy->assets, arena);
	buf_adds(out, ";\nconst PAGES = ");
	write_pages(&w, site, arena);
	buf_adds(out, ";\nconst CODES = ");
	write_codes(&w, site, arena);
	buf_adds(out, ";\n");
	slim_add(copy->script, out);
}

void offline_write_off(struct buf *out)
{
	buf_adds(out, "addEventListener(\"install\", () => skipWaiting());\n"
		      "addEventListener(\"activate\", (event) => {\n"
		      "\tconst leave = async () => {\n"
		      "\t\tfor (const name of await caches.keys())\n"
		      "\t\t\tif (name.startsWith(\"tilts \")) await caches.delete(name);\n"
		      "\t\tawait registration.unregister();\n"
		      "\t};\n"
		      "\tevent.waitUntil(leave());\n"
		      "});\n");
}
