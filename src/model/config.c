#include "model/config.h"

#include "base/messages.h"
#include "base/path.h"
#include "model/reading.h"
#include "model/shape.h"

static const struct shape_row language_rows[] = {
	{STR_INIT("code"), SHAPE_FILLED, true, N_("the folder of this language's pages: lv"), NULL,
		NULL},
	{STR_INIT("name"), SHAPE_FILLED, true, N_("the language's name in itself: Latviešu"), NULL,
		NULL},
	{STR_INIT("path"), SHAPE_STRING, true,
		N_("what stands before its addresses: \"\" for the first language, else ru"), NULL,
		NULL},
	{STR_INIT("of"), SHAPE_STRING, false, N_("of an easy variant: the code it simplifies"),
		NULL, NULL},
};
static const struct shape language_shape = {
	N_("a language of site.json"), language_rows, ARRAY_LEN(language_rows)};

static const struct shape_row budget_rows[] = {
	{STR_INIT("html"), SHAPE_INT, false, N_("the most bytes a page may weigh"), NULL, NULL},
	{STR_INIT("css"), SHAPE_INT, false, N_("the most all style sheets together may weigh"),
		NULL, NULL},
	{STR_INIT("js"), SHAPE_INT, false, N_("the most all scripts together may weigh"), NULL,
		NULL},
	{STR_INIT("js_later"), SHAPE_INT, false,
		N_("the same of scripts called later-*, which no visit loads by itself"), NULL,
		NULL},
	{STR_INIT("pictures"), SHAPE_INT, false,
		N_("the most that the pictures of a page may weigh on a telephone"), NULL, NULL},
	{STR_INIT("download"), SHAPE_INT, false,
		N_("the most a file of media/ that is no picture may weigh; 5 MB if not given"),
		NULL, NULL},
	{STR_INIT("visit"), SHAPE_INT, false, N_("the most a page may weigh with all of these"),
		NULL, NULL},
	{STR_INIT("exempt"), SHAPE_STRINGS, false, N_("ids of pages that may be heavier"), NULL,
		NULL},
};
static const struct shape budget_shape = {
	N_("budgets of site.json"), budget_rows, ARRAY_LEN(budget_rows)};

static const char *const forges[] = {"gitlab", "gitea", "forgejo", "github", "proxy", NULL};

static const struct shape_row cms_rows[] = {
	{STR_INIT("name"), SHAPE_WORD, true,
		N_("the forge: gitlab, gitea, forgejo, github or proxy"), forges, NULL},
	{STR_INIT("repo"), SHAPE_FILLED, false, "owner/repository", NULL, NULL},
	{STR_INIT("branch"), SHAPE_FILLED, false, N_("the branch that is edited"), NULL, NULL},
	{STR_INIT("base_url"), SHAPE_SERVER, false, N_("the forge's own address"), NULL, NULL},
	{STR_INIT("api_root"), SHAPE_SERVER, false, N_("the address of its API"), NULL, NULL},
	{STR_INIT("auth_type"), SHAPE_FILLED, false, N_("how editors sign in: pkce"), NULL, NULL},
	{STR_INIT("auth_endpoint"), SHAPE_FILLED, false, N_("where they sign in, below base_url"),
		NULL, NULL},
	{STR_INIT("app_id"), SHAPE_FILLED, false, N_("the public id that the forge gave the form"),
		NULL, NULL},
	{STR_INIT("proxy_url"), SHAPE_SERVER, false, N_("of proxy: where decap-server listens"),
		NULL, NULL},
};
static const struct shape cms_shape = {N_("cms of site.json"), cms_rows, ARRAY_LEN(cms_rows)};

static const struct shape_row config_rows[] = {
	{STR_INIT("title"), SHAPE_TEXT, true, N_("the name of the site"), NULL, NULL},
	{STR_INIT("short_title"), SHAPE_TEXT, false, N_("the name below its icon on a phone"), NULL,
		NULL},
	{STR_INIT("description"), SHAPE_TEXT, true, N_("one sentence on what the site is"), NULL,
		NULL},
	{STR_INIT("base_url"), SHAPE_FILLED, true,
		N_("where the site will live: https://host/path"), NULL, NULL},
	{STR_INIT("id_host"), SHAPE_FILLED, false,
		N_("the host in ids of events and feeds, kept for ever: example.org"), NULL, NULL},
	{STR_INIT("timezone"), SHAPE_FILLED, true, "Europe/Riga", NULL, NULL},
	{STR_INIT("languages"), SHAPE_OBJECTS, true, N_("the languages, the main one first"), NULL,
		&language_shape},
	{STR_INIT("menu"), SHAPE_STRINGS, false, N_("page ids in the order of the menu"), NULL,
		NULL},
	{STR_INIT("redirects"), SHAPE_OBJECT, false,
		N_("old addresses and where they lead: /old/ to /new/, /old/* to /new/*"), NULL,
		NULL},
	{STR_INIT("calendars"), SHAPE_STRINGS, false, N_("kinds of records that become calendars"),
		NULL, NULL},
	{STR_INIT("budgets"), SHAPE_OBJECT, false,
		N_("the most bytes, compressed, a page may weigh"), NULL, &budget_shape},
	{STR_INIT("contact"), SHAPE_ANY, false,
		N_("where readers report mistakes; null if not known"), NULL, NULL},
	{STR_INIT("country"), SHAPE_OBJECT, false,
		N_("the code of the country: whose phones, places and holidays to expect"), NULL,
		NULL},
	{STR_INIT("license"), SHAPE_STRING, false, N_("address of the open data's licence"), NULL,
		NULL},
	{STR_INIT("compress"), SHAPE_BOOL, false, N_("also write .gz and .br beside each file"),
		NULL, NULL},
	{STR_INIT("cms"), SHAPE_OBJECT, false, N_("where the form for editors saves"), NULL,
		&cms_shape},
	{STR_INIT("offline"), SHAPE_BOOL, false, N_("write the service worker that keeps a copy"),
		NULL, NULL},
	{STR_INIT("search"), SHAPE_BOOL, false, N_("write the index that readers search"), NULL,
		NULL},
};
static const struct shape config_shape = {N_("site.json"), config_rows, ARRAY_LEN(config_rows)};

const struct language *config_language(const struct config *config, str code)
{
	for (size_t i = 0; i < config->nlanguages; i++)
		if (str_eq(config->languages[i].code, code))
			return &config->languages[i];
	return NULL;
}

static struct span member_span(struct value json, const char *key)
{
	return value_map_find(json.map, str_of(key))->value.span;
}

/* RFC 5646, section 4.4.1. */
#define CODE_MAX 35

static bool has_path(const struct config *config, str path)
{
	for (size_t i = 0; i < config->nlanguages; i++)
		if (str_eq(config->languages[i].path, path))
			return true;
	return false;
}

bool config_is_of_latvia(const struct config *config)
{
	str code = value_get_str(value_get(config->json, S("country"), NULL), S("code"));
	return !code.len || str_eq_nocase(code, S("LV"));
}

bool config_is_code(str code)
{
	return path_is_slug(code) && code.len <= CODE_MAX && !str_eq(code, S("data")) &&
	       !str_eq(code, S("media"));
}

static bool check_code(const struct config *config, const struct language *language,
	struct value json, struct diags *diags)
{
	bool taken = config_language(config, language->code);
	if (!taken && config_is_code(language->code))
		return true;
	diag_add(diags, DIAG_CONFIG, member_span(json, "code"),
		taken ? N_("another language has the code '%.*s' already")
		      : N_("'%.*s' is no code of a language"),
		STR_ARGS(language->code));
	diag_note(diags, SPAN_NONE,
		"small letters, digits and '-', the same as the folder of its pages: ru");
	return false;
}

static bool check_path(const struct config *config, const struct language *language, bool first,
	struct value json, struct diags *diags)
{
	bool fits = first ? str_is_empty(language->path) : path_is_slug(language->path);
	if (fits && !has_path(config, language->path))
		return true;
	diag_add(diags, DIAG_CONFIG, member_span(json, "path"),
		fits ? N_("another language has the path '%.*s' already")
		     : N_("'%.*s' can't be the path of this language"),
		STR_ARGS(language->path));
	diag_note(diags, SPAN_NONE,
		"that of the first language is \"\", every other has a word such as \"ru\"");
	return false;
}

static bool read_language(struct config *config, struct value json, bool first, struct diags *diags)
{
	struct language *language = &config->languages[config->nlanguages];
	*language = (struct language){
		.code = value_get_str(json, S("code")),
		.name = value_get_str(json, S("name")),
		.path = value_get_str(json, S("path")),
		.of = value_get_str(json, S("of")),
		.index = (uint32_t)config->nlanguages,
	};
	language->tag = language->of.len ? language->of : language->code;
	language->script = script_of(language->tag);
	bool ok = check_code(config, language, json, diags);
	ok &= check_path(config, language, first, json, diags);
	const struct language *of = config_language(config, language->of);
	if (language->of.len && !of) {
		diag_add(diags, DIAG_CONFIG, member_span(json, "of"),
			"no earlier language has the code '%.*s'", STR_ARGS(language->of));
		return false;
	}
	language->original = of ? of->index : 0;
	config->nlanguages += ok;
	return ok;
}

static bool read_languages(struct config *config, struct value list, struct diags *diags)
{
	bool ok = true;
	if (value_count(list) == 0 || value_count(list) > LANGUAGES_MAX) {
		diag_add(diags, DIAG_CONFIG, list.span, "a site has 1 to %d languages",
			LANGUAGES_MAX);
		return false;
	}
	for (size_t i = 0; i < value_count(list); i++)
		ok &= read_language(config, list.list->items[i], i == 0, diags);
	return ok;
}

/* RFC 3986 lets none of these stand in an address, or they begin a part that a
 * site's address does not have. */
static bool has_odd_letters(str url)
{
	for (size_t i = 0; i < url.len; i++)
		if ((unsigned char)url.ptr[i] <= ' ' || url.ptr[i] == 0x7f ||
			str_find_char(S("?#\"<>\\^`{|}"), url.ptr[i]) != STR_NONE)
			return true;
	return false;
}

/* "host/path" of https://host/path; empty: it has another form. */
static str behind_scheme(str url)
{
	const str schemes[] = {S("https://"), S("http://")};
	for (size_t i = 0; i < ARRAY_LEN(schemes); i++)
		if (str_starts(url, schemes[i]))
			return str_from(url, schemes[i].len);
	return S("");
}

bool config_is_base_url(str url)
{
	str rest = behind_scheme(url);
	return rest.len && rest.ptr[0] != '/' && !has_odd_letters(rest);
}

/* https://host/path/ -> https://host/path and /path */
static bool read_base_url(struct config *config, str url, struct span span, struct diags *diags)
{
	if (!config_is_base_url(url)) {
		diag_add(diags, DIAG_CONFIG, span, "'%.*s' is no address of a site", STR_ARGS(url));
		diag_note(diags, SPAN_NONE, "write it as https://host or https://host/path");
		return false;
	}
	while (str_ends(url, S("/")))
		url.len--;
	str rest = behind_scheme(url);
	size_t slash = str_find_char(rest, '/');
	config->base_url = url;
	config->base_path = slash == STR_NONE ? S("") : str_from(rest, slash);
	return true;
}

bool config_read(struct config *config, struct value json, struct span whole, str base_url,
	struct arena *arena, struct diags *diags)
{
	*config = (struct config){.json = json, .span = whole};
	if (!shape_check(&config_shape, json, whole, diags))
		return false;
	config->title = value_get(json, S("title"), arena);
	config->description = value_get(json, S("description"), arena);
	config->timezone = value_get_str(json, S("timezone"));
	config->id_host = value_get_str(json, S("id_host"));
	config->menu = value_get(json, S("menu"), arena);
	struct value url = value_get(json, S("base_url"), arena);
	bool ok = read_languages(config, value_get(json, S("languages"), arena), diags);
	return read_base_url(config, base_url.len ? base_url : url.string,
		       base_url.len ? SPAN_NONE : url.span, diags) &&
	       ok;
}

static bool member(struct value text, str code, str *out)
{
	const struct value_entry *entry = value_map_find(text.map, code);
	if (!entry || entry->value.kind != VALUE_STRING || !entry->value.string.len)
		return false;
	*out = entry->value.string;
	return true;
}

str config_text(const struct config *config, struct value text, const struct language *language,
	const struct language **found)
{
	const struct language *dummy;
	const struct language *tries[] = {
		language, &config->languages[language->original], &config->languages[0]};
	str out = S("");
	found = found ? found : &dummy;
	*found = NULL;
	if (text.kind == VALUE_STRING)
		return text.string;
	if (text.kind != VALUE_MAP)
		return out;
	for (size_t i = 0; i < ARRAY_LEN(tries) && !*found; i++)
		if (member(text, tries[i]->code, &out))
			*found = tries[i];
	for (size_t i = 0; i < config->nlanguages && !*found; i++)
		if (member(text, config->languages[i].code, &out))
			*found = &config->languages[i];
	if (*found)
		reading_note_text(text.span.source, (*found)->index);
	return out;
}
