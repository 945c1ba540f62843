#include "model/companion.h"
#include "view/frame.h"
#include "view/member.h"
#include "view/page.h"

static const struct site *site_of(const void *self)
{
	return ((const struct frame *)self)->renderer->site;
}

static struct value get_title(const void *self, struct arena *scratch)
{
	UNUSED(scratch);
	return frame_text(self, site_of(self)->config.title, false);
}

static struct value get_description(const void *self, struct arena *scratch)
{
	UNUSED(scratch);
	return frame_text(self, site_of(self)->config.description, false);
}

static struct value get_base_url(const void *self, struct arena *scratch)
{
	UNUSED(scratch);
	return filled(site_of(self)->config.base_url);
}

static struct value get_home(const void *self, struct arena *scratch)
{
	const struct frame *frame = self;
	const struct page *home = site_of(self)->home[frame->language->index];
	return filled(site_href(site_of(self), scratch, home ? home->url : S("/")));
}

static struct value get_lang(const void *self, struct arena *scratch)
{
	UNUSED(scratch);
	return filled(((const struct frame *)self)->language->tag);
}

static struct value language_value(
	const struct frame *frame, const struct language *language, struct arena *scratch)
{
	const struct site *site = frame->renderer->site;
	const struct page *home = site->home[language->index];
	struct value_map *map = ARENA_NEW(scratch, struct value_map);
	value_map_put(scratch, map, S("code"), SPAN_NONE, filled(language->code));
	value_map_put(scratch, map, S("name"), SPAN_NONE, filled(language->name));
	value_map_put(scratch, map, S("tag"), SPAN_NONE, filled(language->tag));
	value_map_put(scratch, map, S("url"), SPAN_NONE,
		filled(home ? site_href(site, scratch, home->url) : S("")));
	value_map_put(scratch, map, S("current"), SPAN_NONE,
		value_bool(language == frame->language, SPAN_NONE));
	value_map_put(
		scratch, map, S("easy"), SPAN_NONE, value_bool(language->of.len > 0, SPAN_NONE));
	return value_map(map, SPAN_NONE);
}

static struct value get_languages(const void *self, struct arena *scratch)
{
	const struct config *config = &site_of(self)->config;
	struct value_list *list = ARENA_NEW(scratch, struct value_list);
	for (size_t l = 0; l < config->nlanguages; l++)
		value_list_push(
			scratch, list, language_value(self, &config->languages[l], scratch));
	return value_list(list, SPAN_NONE);
}

static struct value get_has_languages(const void *self, struct arena *scratch)
{
	UNUSED(scratch);
	return value_bool(site_of(self)->config.nlanguages > 1, SPAN_NONE);
}

static struct value get_menu(const void *self, struct arena *scratch)
{
	const struct frame *frame = self;
	const struct site *site = site_of(self);
	struct value *items = ARENA_ARRAY(scratch, struct value, site->nmenu);
	size_t n = 0;
	for (size_t i = 0; i < site->nmenu; i++) {
		const struct page *page = site->menu[frame->language->index][i];
		if (page)
			items[n++] = view_menu_entry(frame, page);
	}
	return view_array(items, n, scratch);
}

static struct value get_today(const void *self, struct arena *scratch)
{
	UNUSED(scratch);
	return view_date(self, site_of(self)->today);
}

static struct value get_contact(const void *self, struct arena *scratch)
{
	return value_get(site_of(self)->config.json, S("contact"), scratch);
}

static struct value get_config(const void *self, struct arena *scratch)
{
	UNUSED(scratch);
	return site_of(self)->config.json;
}

/* --- assets: site.assets.portal_css ------------------------------------------------- */

static struct value asset_get(const void *self, str key, struct arena *scratch)
{
	const struct frame *frame = self;
	const str *url = map_get(&frame->renderer->assets, key);
	return url ? filled(site_href(site_of(self), scratch, *url)) : value_none();
}

static const struct view_class assets_class = {.name = "assets", .get = asset_get};

static struct value get_assets(const void *self, struct arena *scratch)
{
	UNUSED(scratch);
	return value_view(&assets_class, self);
}

/* --- collections: site.collections.services ----------------------------------------- */

static struct value collection_get(const void *self, str key, struct arena *scratch)
{
	const struct frame *frame = self;
	const struct page *page = map_get(&site_of(self)->collections, key);
	UNUSED(scratch);
	return page ? view_page(frame, site_page(site_of(self), frame->language, page->id))
		    : value_none();
}

static const struct view_class collections_class = {.name = "collections", .get = collection_get};

static struct value get_collections(const void *self, struct arena *scratch)
{
	UNUSED(scratch);
	return value_view(&collections_class, self);
}

static struct value language_file(const void *self, const char *name, struct arena *scratch)
{
	const struct frame *frame = self;
	str folder = arena_join(scratch, S("/"), frame->language->path, S(""));
	str url = arena_join(scratch, folder, folder.len > 1 ? S("/") : S(""), str_of(name));
	return filled(site_href(site_of(self), scratch, url));
}

static struct value get_feed(const void *self, struct arena *scratch)
{
	return language_file(self, "feed.xml", scratch);
}

static struct value get_calendar(const void *self, struct arena *scratch)
{
	const struct frame *frame = self;
	const struct site *site = site_of(self);
	str path = companion_calendar(site, frame->language, scratch);
	return filled(companion_follow(site, path, scratch));
}

/* Events and restrictions as an Atom feed. */
static struct value get_events_feed(const void *self, struct arena *scratch)
{
	const struct frame *frame = self;
	str path = companion_events(site_of(self), frame->language, scratch);
	str url = arena_join(scratch, S("/"), path, S(""));
	return path.len ? filled(site_href(site_of(self), scratch, url)) : value_none();
}

/* Where the open data begin. */
static struct value get_data(const void *self, struct arena *scratch)
{
	return filled(site_href(site_of(self), scratch, S("/data/index.json")));
}

/* What holds today for everybody: records of the kind notices, whose first day has come. */
static struct value get_notices(const void *self, struct arena *scratch)
{
	const struct frame *frame = self;
	const struct site *site = site_of(self);
	const struct kind *kind = site_kind(site, S("notices"));
	struct value *items = ARENA_ARRAY(scratch, struct value, kind ? kind->nrecords : 0);
	size_t n = 0;
	for (size_t i = 0; kind && i < kind->nrecords; i++) {
		str from = value_get_str(record_facts(kind->records[i])->json, S("valid_from"));
		if (kind->records[i]->is_shown && str_cmp(from, site->today) <= 0)
			items[n++] = view_record(frame, kind->records[i]);
	}
	return view_array(items, n, scratch);
}

static struct value get_root(const void *self, struct arena *scratch)
{
	return filled(site_href(site_of(self), scratch, S("/")));
}

static struct value get_timezone(const void *self, struct arena *scratch)
{
	UNUSED(scratch);
	return filled(site_of(self)->config.timezone);
}

static struct value get_worker(const void *self, struct arena *scratch)
{
	const struct frame *frame = self;
	return frame->renderer->offline ? filled(site_href(site_of(self), scratch, S("/sw.js")))
					: value_none();
}

static struct value get_manifest(const void *self, struct arena *scratch)
{
	const struct frame *frame = self;
	const str *manifests = frame->renderer->manifests;
	str url = manifests ? manifests[frame->language->index] : S("");
	return url.len ? filled(site_href(site_of(self), scratch, url)) : value_none();
}

static const struct member rows[] = {
	MEMBER("title", get_title),
	MEMBER("description", get_description),
	MEMBER("base_url", get_base_url),
	MEMBER("home", get_home),
	MEMBER("root", get_root),
	MEMBER("lang", get_lang),
	MEMBER("languages", get_languages),
	MEMBER("has_languages", get_has_languages),
	MEMBER("menu", get_menu),
	MEMBER("today", get_today),
	MEMBER("timezone", get_timezone),
	MEMBER("assets", get_assets),
	MEMBER("collections", get_collections),
	MEMBER("feed", get_feed),
	MEMBER("calendar", get_calendar),
	MEMBER("events_feed", get_events_feed),
	MEMBER("data", get_data),
	MEMBER("worker", get_worker),
	MEMBER("manifest", get_manifest),
	MEMBER("notices", get_notices),
	MEMBER("contact", get_contact),
	MEMBER("config", get_config),
};

const struct members site_members = MEMBERS(rows);

static struct value site_get(const void *self, str key, struct arena *scratch)
{
	return view_member(&site_members, key, self, scratch);
}

static const struct view_class site_class = {.name = "site", .get = site_get};

struct value view_site(const struct frame *frame)
{
	return value_view(&site_class, frame);
}
