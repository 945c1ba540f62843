#include "move/goal.h"

#include "base/messages.h"
#include "base/path.h"
#include "locale/collate.h"

/* --- what is there -------------------------------------------------------------------- */

/* Where a file lies, in the form that ids of pages have. */
static str entry_path(const struct build *build, size_t index, struct arena *arena)
{
	return collate_compose(build->content_entries.items[index].path, arena);
}

/* A file of that path, or a folder that holds one. */
static bool is_file(const struct build *build, str path, struct arena *arena)
{
	for (size_t i = 0; i < build->content_entries.len; i++)
		if (str_eq(entry_path(build, i, arena), path))
			return true;
	return false;
}

static bool is_folder(const struct build *build, str path, struct arena *arena)
{
	for (size_t i = 0; i < build->content_entries.len; i++) {
		str entry = entry_path(build, i, arena);
		if (str_starts(entry, path) && entry.len > path.len && entry.ptr[path.len] == '/')
			return true;
	}
	return false;
}

static bool is_page(const struct build *build, str path, struct arena *arena)
{
	return is_file(build, arena_join(arena, path, S(".md"), S("")), arena);
}

/* --- what an editor writes ------------------------------------------------------------ */

struct word {
	str path;    /* below the content root */
	bool folder; /* it ended in '/' */
};

static struct word read_word(str text, str root, struct arena *arena)
{
	struct word word = {path_below(collate_compose(text, arena), root), false};
	while (str_ends(word.path, S("/"))) {
		word.path.len--;
		word.folder = true;
	}
	return word;
}

static str first_of(str path)
{
	return str_sub(path, 0, str_find_char(path, '/'));
}

static str without(str path, str ending)
{
	return str_ends(path, ending) ? str_sub(path, 0, path.len - ending.len) : path;
}

/* "data/kind/id.json" and "kind/id" are both records: "kind/id". */
static str ref_of(const struct build *build, str path)
{
	str rest = str_starts(path, S("data/")) ? str_from(path, 5) : path;
	size_t slash = str_find_char(rest, '/');
	bool known = slash != STR_NONE && site_kind(&build->site, str_sub(rest, 0, slash));
	return known ? without(rest, S(".json")) : S("");
}

/* --- what can't be --------------------------------------------------------------------- */

static const char *read_record(struct goal *goal, const struct build *build, str from, str to)
{
	size_t slash = str_find_char(from, '/');
	goal->kind = GOAL_RECORD;
	goal->records = site_kind(&build->site, str_sub(from, 0, slash));
	goal->from = str_from(from, slash + 1);
	if (!str_eq(first_of(to), goal->records->name))
		return N_("a record stays among those of its kind: data/kind/new-id.json");
	goal->to = str_from(to, slash + 1);
	if (!path_is_slug(goal->to))
		return N_("an id has a-z, 0-9 and '-' only");
	return kind_find(goal->records, goal->to) ? N_("there is such a record already") : NULL;
}

static const char *read_media(
	struct goal *goal, const struct build *build, str from, str to, struct arena *arena)
{
	*goal = (struct goal){GOAL_MEDIA, NULL, from, to};
	if (!str_starts(to, S("media/")) || !path_is_plain(to))
		return N_("a file of media/ stays in media/");
	/* Another one may be what the file should have had: a build looks at its bytes. */
	if (!path_ext(to).len && is_file(build, from, arena))
		return N_("the new name has no ending, such as '.pdf'");
	return is_file(build, to, arena) || is_folder(build, to, arena)
		       ? N_("there is something already")
		       : NULL;
}

/* In any language: a page and a folder of one name would share an address. */
static bool exists_anywhere(const struct build *build, str id, struct arena *arena)
{
	const struct config *config = &build->site.config;
	for (size_t i = 0; i < config->nlanguages; i++) {
		str path = path_join(arena, config->languages[i].code, id);
		if (is_folder(build, path, arena) || is_page(build, path, arena))
			return true;
	}
	return false;
}

static const char *read_page(struct goal *goal, const struct build *build, struct word from,
	struct word to, struct arena *arena)
{
	str language = first_of(from.path);
	str path = without(from.path, S(".md"));
	goal->kind = from.folder || !is_page(build, path, arena) ? GOAL_SECTION : GOAL_PAGE;
	if (!str_eq(first_of(to.path), language) || to.path.len == language.len)
		return N_("both paths begin with the same language: a page moves in all at once");
	goal->from = str_from(path, language.len + 1);
	goal->to = str_from(without(to.path, S(".md")), language.len + 1);
	if (str_eq(path_name(goal->from), S("index")))
		return N_("this is the page of a folder: move the folder");
	if (!path_is_plain(goal->to) || str_eq(path_name(goal->to), S("index")))
		return N_("this is no path of a page; for example lv/sazina/zvani");
	str inside = arena_join(arena, goal->from, S("/"), S(""));
	if (goal->kind == GOAL_SECTION && str_starts(goal->to, inside))
		return N_("a folder can't go into itself");
	return exists_anywhere(build, goal->to, arena) ? N_("there is something already") : NULL;
}

static const char *const missing =
	N_("the content has no such page, folder, record or file of media/");

static bool is_there(const struct build *build, str path, str ref, struct arena *arena)
{
	return is_file(build, path, arena) || is_folder(build, path, arena) ||
	       is_page(build, path, arena) || (ref.len && site_record(&build->site, ref));
}

const char *goal_read(struct goal *goal, const struct build *build, str root, str from, str to,
	struct arena *arena, str *about)
{
	struct word a = read_word(from, root, arena), b = read_word(to, root, arena);
	str ref = ref_of(build, a.path);
	*goal = (struct goal){0};
	*about = from;
	if (!is_there(build, a.path, ref, arena) || !path_is_plain(a.path) ||
		str_find_char(a.path, '/') == STR_NONE)
		return missing;
	*about = to;
	if (b.folder)
		b.path = path_join(arena, b.path, path_name(a.path));
	if (ref.len && !config_language(&build->site.config, first_of(a.path)))
		return read_record(goal, build, ref, ref_of(build, b.path));
	if (str_eq(first_of(a.path), S("media")))
		return read_media(goal, build, a.path, b.path, arena);
	if (config_language(&build->site.config, first_of(a.path)))
		return read_page(goal, build, a, b, arena);
	*about = from;
	return missing;
}

/* --- where things go -------------------------------------------------------------------- */

/* What lies at `from` or below it, moved to `to`. */
static str moved_below(const struct goal *goal, str path, struct arena *arena)
{
	str whole = collate_compose(path, arena);
	if (!str_starts(whole, goal->from))
		return path;
	str rest = str_from(whole, goal->from.len);
	bool below = rest.len && rest.ptr[0] == '/';
	return below || !rest.len ? arena_join(arena, goal->to, rest, S("")) : path;
}

str goal_page(const struct goal *goal, str id, struct arena *arena)
{
	if (goal->kind == GOAL_PAGE)
		return str_eq(collate_compose(id, arena), goal->from) ? goal->to : id;
	return goal->kind == GOAL_SECTION ? moved_below(goal, id, arena) : id;
}

str goal_ref(const struct goal *goal, str ref, struct arena *arena)
{
	if (goal->kind != GOAL_RECORD)
		return ref;
	str old = path_join(arena, goal->records->name, goal->from);
	return str_eq(ref, old) ? path_join(arena, goal->records->name, goal->to) : ref;
}

static str moved_record(const struct goal *goal, str path, struct arena *arena)
{
	str ref = without(str_from(path, 5), S(".json"));
	str to = goal_ref(goal, ref, arena);
	return str_eq(to, ref) ? path : arena_join(arena, S("data/"), to, S(".json"));
}

str goal_path(const struct goal *goal, const struct config *config, str path, struct arena *arena)
{
	if (goal->kind == GOAL_MEDIA)
		return moved_below(goal, path, arena);
	if (str_starts(path, S("data/")))
		return moved_record(goal, path, arena);
	str language = first_of(path);
	if (!str_ends(path, S(".md")) || !config_language(config, language))
		return path;
	str id = without(str_from(path, language.len + 1), S(".md"));
	str to = goal_page(goal, id, arena);
	return str_eq(to, id) ? path
			      : arena_join(arena, path_join(arena, language, to), S(".md"), S(""));
}
