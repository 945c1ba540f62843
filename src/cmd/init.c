#include <errno.h>
#include <stdio.h>

#include "base/ascii.h"
#include "base/messages.h"
#include "base/path.h"
#include "base/share.h"
#include "base/slug.h"
#include "cmd/command.h"
#include "cmd/said.h"
#include "locale/name.h"
#include "locale/zone.h"
#include "sys/dir.h"

struct start {
	const char *dir;
	str language;
	str texts; /* start/TEXTS: the same language, that of which it is an easy one, or English */
	str country;
	str timezone;
	str abroad; /* start/abroad.txt; empty: the portal is Latvia's */
	struct said said;
	int folder; /* dir, opened */
	struct arena arena;
};

/* ISO 3166 leaves ZZ to whoever needs it; CLDR calls a country by it that is not known. */
#define COUNTRY_UNKNOWN S("ZZ")

static enum status complain(const char *about, const char *what)
{
	fprintf(stderr, _("tilts init: %s: %s\n"), about, what);
	return STATUS_MACHINE;
}

/* --- files ------------------------------------------------------------------------------ */

static bool put(struct start *start, str path, str bytes)
{
	struct file_info info;
	const char *file = arena_cstr(&start->arena, path);
	int error = dir_create(start->folder, file, bytes, &info);
	if (error)
		complain(file, messages_of_error(error));
	return !error;
}

static bool read_shared(struct start *start, const char *name, str *out)
{
	struct buf text;
	buf_init(&text);
	int error = read_shared_file(name, &text);
	*out = arena_str(&start->arena, buf_str(&text));
	buf_release(&text);
	if (error)
		complain(name, messages_of_error(error));
	return !error;
}

/* A file of what a portal begins with, in the language of its texts. */
static bool read_text(struct start *start, const char *name, str *out)
{
	str path = arena_printf(&start->arena, "start/%.*s/%s", STR_ARGS(start->texts), name);
	return read_shared(start, arena_cstr(&start->arena, path), out);
}

typedef str name_fn(struct start *start, str name);

/* The words of buttons are of one language: put_strings(). */
static str template_name(struct start *start, str name)
{
	return str_starts(name, S("strings/")) ? S("")
					       : path_join(&start->arena, S("templates"), name);
}

/* "places.json" is data/places/schema.json. */
static str schema_name(struct start *start, str name)
{
	return arena_printf(
		&start->arena, "content/data/%.*s/schema.json", STR_ARGS(path_stem(name)));
}

/* --- another country ---------------------------------------------------------------------- */

/* Every `what` in the text. */
static str replaced(struct arena *arena, str text, str what, str with)
{
	for (size_t at, from = 0; (at = str_find(str_from(text, from), what)) != STR_NONE;) {
		str before = str_sub(text, 0, from + at),
		    after = str_from(text, from + at + what.len);
		text = arena_join(arena, before, with, after);
		from += at + with.len;
	}
	return text;
}

/* The lines of start/abroad.txt, with the country's code in them. */
static bool read_abroad(struct start *start)
{
	bool known = !str_eq(start->country, COUNTRY_UNKNOWN);
	if (str_eq_nocase(start->country, S("LV")))
		return true;
	if (!read_shared(start, "start/abroad.txt", &start->abroad))
		return false;
	start->abroad = replaced(&start->arena, start->abroad, S("{country}"),
		known ? start->country : S("[A-Z]{2}"));
	return true;
}

static str as_abroad(struct start *start, str schema)
{
	for (str line, with, rest = start->abroad; str_cut(&rest, '\n', &with);)
		if (str_cut(&with, '|', &line) && line.len && !str_starts(line, S("#")))
			schema = replaced(&start->arena, schema, line, with);
	return schema;
}

/* --- folders ------------------------------------------------------------------------------ */

typedef str change_fn(struct start *start, str text);

static str unchanged(struct start *start, str text)
{
	UNUSED(start);
	return text;
}

static str changed_schema(struct start *start, str schema)
{
	return said_schema(&start->said, as_abroad(start, schema));
}

/* `name` of an open folder, under the new name `to`. */
static bool copy_file(struct start *start, int folder, str name, str to, change_fn *change)
{
	struct buf text;
	buf_init(&text);
	int error = file_read_at(folder, name, SHARED_MAX, &text);
	bool ok = !error && put(start, to, change(start, buf_str(&text)));
	if (error)
		complain(arena_cstr(&start->arena, to), messages_of_error(error));
	buf_release(&text);
	return ok;
}

/* Each file of a folder that came with tilts, under the name that `named` gives. */
static bool copy_shared(struct start *start, const char *folder, name_fn *named, change_fn *change)
{
	char path[PATH_MAX];
	int from, error = share_find(folder, path) ? file_open_folder(path, &from) : ENOENT;
	file_list files = {0};
	str failed;
	if (error)
		return complain(folder, messages_of_error(error)), false;
	error = file_walk_at(from, &start->arena, &files, &failed);
	if (error)
		complain(folder, messages_of_error(error));
	bool ok = !error;
	for (size_t i = 0; i < files.len && ok; i++) {
		str name = named(start, files.items[i].name);
		ok = !name.len || copy_file(start, from, files.items[i].name, name, change);
	}
	VEC_FREE(&files);
	file_close(from);
	return ok;
}

/* --- what a portal begins with ------------------------------------------------------------- */

/* The line of JSON that holds `what` says `with` instead, in its place. */
static str with_line(struct arena *arena, str text, str what, str with)
{
	size_t at = str_find(text, what);
	if (at == STR_NONE)
		return text;
	str rest = str_from(text, at);
	str line = str_sub(rest, 0, str_find_char(rest, '\n'));
	size_t end = at + line.len - str_ends(line, S(","));
	return arena_join(arena, str_sub(text, 0, at), with, str_from(text, end));
}

/* A letter to a prison is in the language of the country, which is not Latvian there. */
static bool change_words(struct start *start, str *text)
{
	char path[PATH_MAX];
	struct arena *arena = &start->arena;
	str name = arena_printf(arena, "start/%.*s/abroad.txt", STR_ARGS(start->texts));
	str changes;
	if (str_eq_nocase(start->country, S("LV")) || !share_find(arena_cstr(arena, name), path))
		return true;
	if (!read_shared(start, arena_cstr(arena, name), &changes))
		return false;
	for (str line, with, rest = changes; str_cut(&rest, '\n', &with);)
		if (str_cut(&with, '|', &line) && line.len && !str_starts(line, S("#")))
			*text = with_line(arena, *text, line, with);
	return true;
}

static bool put_strings(struct start *start)
{
	str text;
	struct arena *arena = &start->arena;
	str from = arena_printf(arena, "templates/strings/%.*s.json", STR_ARGS(start->texts));
	str to = arena_printf(arena, "templates/strings/%.*s.json", STR_ARGS(start->language));
	return read_shared(start, arena_cstr(arena, from), &text) && change_words(start, &text) &&
	       put(start, to, text);
}

static bool put_config(struct start *start)
{
	str text;
	if (!read_text(start, "site.json", &text))
		return false;
	text = replaced(&start->arena, text, S("{language}"), start->language);
	text = replaced(
		&start->arena, text, S("{name}"), language_name(start->language, &start->arena));
	text = replaced(&start->arena, text, S("{country}"), start->country);
	text = replaced(&start->arena, text, S("{timezone}"), start->timezone);
	return put(start, S("content/site.json"), text);
}

/* `id`: "sazina/zvani". */
static bool put_page(struct start *start, str id, str text)
{
	return put(start,
		arena_printf(&start->arena, "content/%.*s/%.*s.md", STR_ARGS(start->language),
			STR_ARGS(id)),
		text);
}

static bool put_index(struct start *start)
{
	str text;
	return read_text(start, "index.md", &text) && put_page(start, S("index"), text);
}

/* "id|Title|Description", or with "|template": a page that is not published until somebody has
 * written it. */
static bool put_draft(struct start *start, str line, str body)
{
	str id, title, description, rest = line, frame = S("");
	str_cut(&rest, '|', &id);
	str_cut(&rest, '|', &title);
	str_cut(&rest, '|', &description);
	if (rest.len)
		frame = arena_printf(
			&start->arena, "template: %.*s\nsearch: false\n", STR_ARGS(rest));
	str slug = slug_make(&start->arena, title);
	return put_page(start, id,
		arena_printf(&start->arena,
			"---\ntitle: \"%.*s\"\ndescription: \"%.*s\"\nslug: %.*s\n%.*sdraft: true\n"
			"---\n\n%.*s",
			STR_ARGS(title), STR_ARGS(description), STR_ARGS(slug), STR_ARGS(frame),
			STR_ARGS(body)));
}

static bool put_drafts(struct start *start)
{
	str text, body;
	bool ok = read_text(start, "pages.txt", &text) && read_text(start, "draft.md", &body);
	for (str line, rest = text; ok && str_cut(&rest, '\n', &line);)
		if (line.len && line.ptr[0] != '#')
			ok = put_draft(start, line, body);
	return ok;
}

/* "| `sazina/zvani.md` | Calls |" for each line of a draft. */
static str guide_rows(struct arena *arena, str drafts)
{
	str rows = S("");
	for (str line; str_cut(&drafts, '\n', &line);) {
		str id, title;
		if (line.len && line.ptr[0] != '#' && str_cut(&line, '|', &id) &&
			str_cut(&line, '|', &title))
			rows = arena_printf(arena, "%.*s| `%.*s.md` | %.*s |\n", STR_ARGS(rows),
				STR_ARGS(id), STR_ARGS(title));
	}
	return rows;
}

/* How to write for the portal, for editors. */
static bool put_guide(struct start *start)
{
	str text, drafts;
	struct arena *arena = &start->arena;
	if (!read_text(start, "guide.md", &text) || !read_text(start, "pages.txt", &drafts))
		return false;
	text = replaced(arena, text, S("{language}"), start->language);
	text = replaced(arena, text, S("{pages}\n"), guide_rows(arena, drafts));
	return put(start, S("content/README.md"), text);
}

/* What schemas say to editors of the other languages. */
static bool put_said(struct start *start)
{
	bool ok = true;
	for (size_t i = 0; i < SAID_LANGUAGES && ok; i++) {
		str table = said_table(&start->said, i);
		ok = !table.len ||
		     put(start,
			     arena_printf(&start->arena, "content/data/schema.%.*s.json",
				     STR_ARGS(said_languages[i])),
			     table);
	}
	return ok;
}

static bool put_schemas(struct start *start)
{
	const char *failed;
	int error = said_open(&start->said, start->texts, &start->arena, &failed);
	if (error)
		complain(failed, messages_of_error(error));
	bool ok = !error && read_abroad(start) &&
		  copy_shared(start, "schemas", schema_name, changed_schema) && put_said(start);
	said_release(&start->said);
	return ok;
}

static bool put_all(struct start *start)
{
	return copy_shared(start, "templates", template_name, unchanged) && put_strings(start) &&
	       put_schemas(start) && put_config(start) && put_index(start) && put_drafts(start) &&
	       put_guide(start);
}

/* --- the command ----------------------------------------------------------------------------- */

/* Nothing that stands there is written over: the folder is new, or empty. */
static enum status open_new_folder(struct start *start)
{
	file_list files = {0};
	str failed;
	int error = file_make_folders(start->dir);
	if (!error)
		error = file_open_folder(start->dir, &start->folder);
	if (!error)
		error = file_walk_at(start->folder, &start->arena, &files, &failed);
	bool filled = files.len > 0;
	VEC_FREE(&files);
	if (error)
		return complain(start->dir, messages_of_error(error));
	if (!filled)
		return STATUS_OK;
	complain(start->dir, _("there is something in this folder; a portal begins in a new one"));
	return STATUS_USAGE;
}

static bool is_country(str code)
{
	return code.len == 2 && ascii_is_letter(code.ptr[0]) && ascii_is_letter(code.ptr[1]);
}

/* Of ASCII letters. */
static str capitals(str code, struct arena *arena)
{
	char *copy = ARENA_ARRAY(arena, char, code.len);
	for (size_t i = 0; i < code.len; i++)
		copy[i] = (char)(code.ptr[i] & ~0x20);
	return str_n(copy, code.len);
}

static bool is_language(str code)
{
	if (config_is_code(code))
		return true;
	fputs("tilts init: ", stderr);
	fprintf(stderr, _("'%.*s' is no code of a language"), STR_ARGS(code));
	fputc('\n', stderr);
	return false;
}

/* "lv" of "lv-simple". */
static str main_language(str code)
{
	return str_sub(code, 0, str_find_char(code, '-'));
}

/* A language that came without texts begins with the English ones. */
static str find_texts(struct start *start)
{
	char path[PATH_MAX];
	str language = main_language(start->language);
	str folder = arena_printf(&start->arena, "start/%.*s", STR_ARGS(language));
	return share_find(arena_cstr(&start->arena, folder), path) ? language : S("en");
}

/* Said before anything is made. */
static bool has_beginning(struct start *start)
{
	char path[PATH_MAX];
	str folder = arena_printf(&start->arena, "start/%.*s", STR_ARGS(start->texts));
	if (share_find("templates", path) && share_find(arena_cstr(&start->arena, folder), path))
		return true;
	fprintf(stderr, _("tilts init: this program was copied without the files that a portal "
			  "begins with: install it (make install, or the package), or run it "
			  "where it was built\n"));
	return false;
}

/* --- where it is ------------------------------------------------------------------------------ */

#define ZONE_OF_NONE S("Etc/UTC")

/* The country's; of a language that is spoken in one country, that one's; else this machine's. */
static str find_zone(struct start *start)
{
	struct arena *arena = &start->arena;
	bool known = !str_eq(start->country, COUNTRY_UNKNOWN);
	str country = known ? start->country : language_country(start->language, arena);
	str zone = zone_of_country(country, arena);
	if (!zone.len && !known)
		zone = zone_of_machine(arena);
	return zone.len ? zone : ZONE_OF_NONE;
}

static void print_zone(const struct start *start)
{
	if (str_eq(start->timezone, ZONE_OF_NONE))
		printf(_("its time zone is not known: write it into content/site.json, for example "
			 "Europe/Riga\n"));
	else
		printf(_("its clocks go as in %.*s; write another time zone into content/site.json "
			 "if that is wrong\n"),
			STR_ARGS(start->timezone));
}

static void print_next(const struct start *start)
{
	printf(_("%s: a portal of one page, and drafts of others\n"
		 "  cd %s && tilts serve          to look at it\n"
		 "  content/site.json             its name and country; 'base_url': the address "
		 "at which it will be read; 'menu': pages that are ready\n"
		 "  templates/strings/%.*s.json     the words of its buttons; 'unofficial': who "
		 "makes it\n"
		 "  draft: true                   is taken out of a page that is ready\n"
		 "  names of pages' files         stay, templates lead to them; readers see "
		 "'slug'\n"
		 "  a second language             'languages' in site.json, its folder beside "
		 "content/%.*s, its words in templates/strings\n"),
		start->dir, start->dir, STR_ARGS(start->language), STR_ARGS(start->language));
	printf(_("  content/README.md             tells editors how to write\n"));
	print_zone(start);
	if (!str_eq(start->texts, main_language(start->language)))
		printf(_("the texts are English: tilts has none in '%.*s' to begin with\n"),
			STR_ARGS(start->language));
}

/* What is asked for, with what is not said. False: it is told what can't be. */
static bool read_arguments(const struct arguments *arguments, struct start *start)
{
	start->language = arguments->language.len ? arguments->language : S("en");
	start->country = arguments->country;
	if (!start->country.len)
		start->country =
			str_eq(main_language(start->language), S("lv")) ? S("LV") : COUNTRY_UNKNOWN;
	if (!is_language(start->language))
		return false;
	if (!is_country(start->country)) {
		fprintf(stderr,
			_("tilts init: --country wants two letters such as EE, not '%.*s'\n"),
			STR_ARGS(start->country));
		return false;
	}
	if (arguments->nwords != 1) {
		fprintf(stderr, _("tilts init: which folder? For example tilts init portal "
				  "--language et --country EE\n"));
		return false;
	}
	start->dir = arguments->words[0];
	return true;
}

enum status command_init(const struct arguments *arguments)
{
	struct start start = {0};
	if (!read_arguments(arguments, &start))
		return STATUS_USAGE;
	arena_init(&start.arena);
	start.country = capitals(start.country, &start.arena);
	start.texts = find_texts(&start);
	start.timezone = find_zone(&start);
	enum status status = has_beginning(&start) ? open_new_folder(&start) : STATUS_MACHINE;
	if (status == STATUS_OK)
		status = put_all(&start) ? STATUS_OK : STATUS_MACHINE;
	if (status == STATUS_OK)
		print_next(&start);
	arena_release(&start.arena);
	return status;
}
