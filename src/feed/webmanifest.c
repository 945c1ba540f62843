#include "feed/webmanifest.h"

#include "value/json_write.h"

struct icon {
	const char *asset;
	const char *purpose;
};

static const struct icon icons[] = {{"icon_svg", "any"}, {"icon_maskable_svg", "maskable"}};

static void put(struct json_writer *w, str key, str text)
{
	json_key(w, key);
	json_string(w, text);
}

static void write_icon(
	struct json_writer *w, const struct site *site, str url, str purpose, struct arena *arena)
{
	json_begin_object(w);
	put(w, S("src"), site_href(site, arena, url));
	put(w, S("type"), S("image/svg+xml"));
	put(w, S("sizes"), S("any"));
	put(w, S("purpose"), purpose);
	json_end_object(w);
}

static void write_icons(struct json_writer *w, const struct site *site, const struct map *assets,
	struct arena *arena)
{
	json_key(w, S("icons"));
	json_begin_list(w);
	for (size_t i = 0; i < ARRAY_LEN(icons); i++) {
		const str *url = map_get(assets, str_of(icons[i].asset));
		if (url)
			write_icon(w, site, *url, str_of(icons[i].purpose), arena);
	}
	json_end_list(w);
}

/* The scope is the whole site: other languages open in the same window. */
bool webmanifest_write(const struct site *site, const struct language *language,
	const struct map *assets, struct arena *arena, struct buf *out)
{
	const struct config *config = &site->config;
	const struct page *home = site->home[language->index];
	struct json_writer w = json_writer(out, 0);
	if (!home || !map_get(assets, str_of(icons[0].asset)))
		return false;
	str title = config_text(config, config->title, language, NULL);
	str brief = config_text(
		config, value_get(config->json, S("short_title"), NULL), language, NULL);
	json_begin_object(&w);
	put(&w, S("name"), title);
	put(&w, S("short_name"), brief.len ? brief : title);
	put(&w, S("description"), config_text(config, config->description, language, NULL));
	put(&w, S("lang"), language->tag);
	put(&w, S("id"), site_href(site, arena, home->url));
	put(&w, S("start_url"), site_href(site, arena, home->url));
	put(&w, S("scope"), site_href(site, arena, S("/")));
	put(&w, S("display"), S("minimal-ui"));
	write_icons(&w, site, assets, arena);
	json_end_object(&w);
	return true;
}
