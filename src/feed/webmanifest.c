#include "feed/webmanifest.h"

#include "value/json_write.h"

struct icon {
	const char *asset;
	const char *purpose;
};

static const struct icon icons[] = {{"icon_svg", "any"}, {"icon_maskable_svg", "maskable"}};

static void write_icon(
	struct json_writer *w, const struct site *site, str url, str purpose, struct arena *arena)
{
	json_begin_object(w);
	json_member(w, "src", site_href(site, arena, url));
	json_member(w, "type", S("image/svg+xml"));
	json_member(w, "sizes", S("any"));
	json_member(w, "purpose", purpose);
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
	json_member(&w, "name", title);
	json_member(&w, "short_name", brief.len ? brief : title);
	json_member(&w, "description", config_text(config, config->description, language, NULL));
	json_member(&w, "lang", language->tag);
	json_member(&w, "id", site_href(site, arena, home->url));
	json_member(&w, "start_url", site_href(site, arena, home->url));
	json_member(&w, "scope", site_href(site, arena, S("/")));
	json_member(&w, "display", S("minimal-ui"));
	write_icons(&w, site, assets, arena);
	json_end_object(&w);
	return true;
}
