#include "feed/catalog.h"

#include "value/json_write.h"

struct catalog {
	struct reader reader;
	struct json_writer w;
};

static void add(struct catalog *catalog, const char *key, str text)
{
	json_optional(&catalog->w, key, text);
}

static void begin(struct catalog *catalog, const char *type)
{
	json_begin_object(&catalog->w);
	add(catalog, "@type", str_of(type));
}

static void add_file(struct catalog *catalog, str path, const char *media_type)
{
	if (!path.len)
		return;
	begin(catalog, "Distribution");
	add(catalog, "downloadURL", reader_file_url(&catalog->reader, path));
	add(catalog, "mediaType",
		arena_join(catalog->reader.arena,
			S("https://www.iana.org/assignments/media-types/"), str_of(media_type),
			S("")));
	json_end_object(&catalog->w);
}

static void begin_files(struct catalog *catalog)
{
	json_key(&catalog->w, S("distribution"));
	json_begin_list(&catalog->w);
}

static void end_dataset(struct catalog *catalog)
{
	json_end_list(&catalog->w);
	json_end_object(&catalog->w);
}

static void add_dataset(struct catalog *catalog, const struct record *record)
{
	const struct reader *reader = &catalog->reader;
	str path = companion_table(record, reader->arena);
	if (!path.len)
		return;
	begin(catalog, "Dataset");
	add(catalog, "dct:title", reader_title(reader, record));
	add(catalog, "dct:description",
		reader_text(reader, record_facts(record)->json, "description"));
	add(catalog, "dct:temporal", value_get_str(record_facts(record)->json, S("date")));
	add(catalog, "dct:modified", value_get_str(record_facts(record)->json, S("checked_on")));
	add(catalog, "landingPage", reader_page_url(reader, record));
	begin_files(catalog);
	add_file(catalog, path, "text/csv");
	add_file(catalog, arena_join(reader->arena, path, S("-metadata.json"), S("")),
		"application/csvm+json");
	end_dataset(catalog);
}

/* The page of a kind's list. */
static void begin_collection(struct catalog *catalog, const char *kind)
{
	const struct reader *reader = &catalog->reader;
	const struct page *page = map_get(&reader->site->collections, str_of(kind));
	str word = reader_word(reader, arena_printf(reader->arena, "kinds.%s", kind));
	begin(catalog, "Dataset");
	add(catalog, "dct:title", page ? page_texts(page)->title : word.len ? word : str_of(kind));
	if (page) {
		add(catalog, "dct:description", page_texts(page)->description);
		add(catalog, "landingPage", site_absolute(reader->site, reader->arena, page->url));
	}
	begin_files(catalog);
}

static void add_directory(struct catalog *catalog)
{
	if (!site_count(catalog->reader.site, "services"))
		return;
	begin_collection(catalog, "services");
	add_file(catalog, S("data/hsds/index.json"), "application/json");
	add_file(catalog, S("data/hsds/datapackage.json"), "application/json");
	end_dataset(catalog);
}

static void add_events(struct catalog *catalog)
{
	const struct site *site = catalog->reader.site;
	struct arena *arena = catalog->reader.arena;
	if (!companion_events(site, &site->config.languages[0], arena).len)
		return;
	begin_collection(catalog, "events");
	for (size_t l = 0; l < site->config.nlanguages; l++) {
		const struct language *language = &site->config.languages[l];
		if (language->of.len)
			continue;
		add_file(catalog, companion_calendar(site, language, arena), "text/calendar");
		add_file(catalog, companion_events(site, language, arena), "application/atom+xml");
	}
	end_dataset(catalog);
}

/* What the terms mean whose values are addresses: links to things, not texts. */
static void add_context(struct catalog *catalog)
{
	static const char *const things[] = {
		"landingPage", "downloadURL", "mediaType", "dct:language", "dct:license"};
	json_key(&catalog->w, S("@context"));
	json_begin_object(&catalog->w);
	add(catalog, "@vocab", S("http://www.w3.org/ns/dcat#"));
	add(catalog, "dct", S("http://purl.org/dc/terms/"));
	json_key(&catalog->w, S("homepage"));
	json_begin_object(&catalog->w);
	add(catalog, "@id", S("http://xmlns.com/foaf/0.1/homepage"));
	add(catalog, "@type", S("@id"));
	json_end_object(&catalog->w);
	for (size_t i = 0; i < ARRAY_LEN(things); i++) {
		json_key(&catalog->w, str_of(things[i]));
		json_begin_object(&catalog->w);
		add(catalog, "@type", S("@id"));
		json_end_object(&catalog->w);
	}
	json_end_object(&catalog->w);
}

/* DCAT names languages by their things at the Library of Congress; those of two
 * letters have one each. */
static str language_address(const struct catalog *catalog, str tag)
{
	str letters = S("");
	str_cut(&tag, '-', &letters);
	if (letters.len != 2)
		return S("");
	return arena_join(
		catalog->reader.arena, S("http://id.loc.gov/vocabulary/iso639-1/"), letters, S(""));
}

static void add_about(struct catalog *catalog)
{
	const struct config *config = &catalog->reader.site->config;
	const struct language *language = catalog->reader.language;
	add_context(catalog);
	add(catalog, "@type", S("Catalog"));
	add(catalog, "dct:title", config_text(config, config->title, language, NULL));
	add(catalog, "dct:description", config_text(config, config->description, language, NULL));
	add(catalog, "dct:language", language_address(catalog, language->tag));
	add(catalog, "dct:license", value_get_str(config->json, S("license")));
	add(catalog, "homepage", config->base_url);
}

str catalog_write(const struct site *site, size_t unused, struct arena *arena, struct buf *out)
{
	struct catalog catalog = {{site, &site->config.languages[0], arena}, json_writer(out, 1)};
	const struct kind *datasets = site_kind(site, S("datasets"));
	UNUSED(unused);
	json_begin_object(&catalog.w);
	add_about(&catalog);
	json_key(&catalog.w, S("dataset"));
	json_begin_list(&catalog.w);
	add_directory(&catalog);
	add_events(&catalog);
	for (size_t i = 0; datasets && i < datasets->nrecords; i++)
		add_dataset(&catalog, datasets->records[i]);
	json_end_list(&catalog.w);
	json_end_object(&catalog.w);
	buf_adds(out, "\n");
	return S("data/index.json");
}
