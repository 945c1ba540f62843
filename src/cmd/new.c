#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/ascii.h"
#include "base/messages.h"
#include "base/path.h"
#include "base/share.h"
#include "base/slug.h"
#include "cmd/command.h"
#include "markdown/fence.h"
#include "sys/file.h"

static enum status write_new(struct arena *arena, str path, str bytes)
{
	const char *file = arena_cstr(arena, path);
	int error = file_make_folders(arena_cstr(arena, path_dir(path)));
	if (!error)
		error = file_create(file, bytes);
	if (error) {
		fprintf(stderr, _("tilts new: %s: %s\n"), file,
			error == EEXIST ? _("there is such a file already")
					: messages_of_error(error));
		return error == EEXIST ? STATUS_USAGE : STATUS_MACHINE;
	}
	printf("%s\n", file);
	return STATUS_OK;
}

bool find_root(const struct arguments *arguments, struct arena *arena, str *out)
{
	struct file_info info;
	const struct build_options *options = &arguments->build;
	*out = path_join(arena, options->source, options->subdir);
	if (!options->ref.len && file_info(arena_cstr(arena, *out), &info) == 0 &&
		(info.type == FILE_FOLDER || info.type == FILE_LINK))
		return true;
	fprintf(stderr, _("tilts: --source must be a folder, without --ref\n"));
	return false;
}

int read_shared_file(const char *name, struct buf *out)
{
	char path[PATH_MAX];
	return share_find(name, path) ? file_read(path, SHARED_MAX, out) : ENOENT;
}

static enum status new_record(const struct arguments *arguments, struct build *build, str root)
{
	str name = str_of(arguments->words[0]), id = str_of(arguments->words[1]);
	const struct kind *kind = site_kind(&build->site, name);
	struct buf text;
	if (!kind || kind->is_open) {
		fprintf(stderr, _("tilts new: no kind '%.*s'; there are:"), STR_ARGS(name));
		for (size_t i = 0; i < build->site.nkinds; i++)
			fprintf(stderr, " %.*s", STR_ARGS(build->site.kinds[i]->name));
		fprintf(stderr, "\n");
		return STATUS_USAGE;
	}
	if (!path_is_slug(id)) {
		str slug = slug_make(&build->arena, id);
		fprintf(stderr, _("tilts new: an id has a-z, 0-9 and '-' only, not '%.*s'"),
			STR_ARGS(id));
		if (slug.len)
			fprintf(stderr, _("; did you mean '%.*s'?"), STR_ARGS(slug));
		fputc('\n', stderr);
		return STATUS_USAGE;
	}
	str path = arena_printf(&build->arena, "%.*s/data/%.*s/%.*s.json", STR_ARGS(root),
		STR_ARGS(name), STR_ARGS(id));
	buf_init(&text);
	schema_write_skeleton(kind->schema, &text);
	enum status status = write_new(&build->arena, path, buf_str(&text));
	buf_clear(&text);
	schema_write_guide(kind->schema, &text);
	if (status == STATUS_OK)
		printf("\n%s", text.data);
	buf_release(&text);
	return status;
}

static bool in_language(const struct build *build, str path)
{
	const struct config *config = &build->site.config;
	if (config_language(config, str_sub(path, 0, str_find_char(path, '/'))))
		return true;
	fprintf(stderr, _("tilts new: a page's path begins with its language:"));
	for (size_t i = 0; i < config->nlanguages; i++)
		fprintf(stderr, " %.*s", STR_ARGS(config->languages[i].code));
	fprintf(stderr, "\n");
	return false;
}

/* --- pages -------------------------------------------------------------------------- */

/* The headings of a text, each with an empty line behind it. */
static void add_headings(struct buf *out, str body)
{
	struct fence fence = {0};
	for (str line, rest = body; str_cut(&rest, '\n', &line);) {
		bool plain = fence_read(&fence, line) == FENCE_NONE;
		line = str_trim(line);
		if (!plain || !str_starts(line, S("##")))
			continue;
		buf_add(out, line);
		buf_adds(out, "\n\n");
	}
}

/* What a translation begins with: the original's address, hash and headings. */
static int add_frame(
	struct buf *out, struct build *build, str root, const struct page *original, bool is_index)
{
	struct buf text;
	const char *file =
		arena_cstr(&build->arena, path_join(&build->arena, root, original->path));
	buf_init(&text);
	int error = file_read(file, (size_t)8 << 20, &text);
	if (original->slug.len && !is_index)
		buf_printf(out, "slug: %.*s\n", STR_ARGS(original->slug));
	buf_printf(out, "source_hash: \"%.*s\"\n---\n\n",
		STR_ARGS(page_hash_text(original, &build->arena)));
	if (!error)
		add_headings(out, str_from(buf_str(&text), original->body_start));
	buf_release(&text);
	return error;
}

/* The page that a new one in another language would translate; NULL: it is one itself. */
static const struct page *original_for(const struct build *build, str path)
{
	const struct site *site = &build->site;
	const struct language *language =
		config_language(&site->config, str_sub(path, 0, str_find_char(path, '/')));
	if (!language || language->index == 0)
		return NULL;
	str id = path_stem(str_from(path, language->code.len + 1));
	const struct page *page = site_page(site, &site->config.languages[language->original], id);
	return page && page->kind == PAGE_CONTENT && page->hash ? page : NULL;
}

static enum status new_page(const struct arguments *arguments, struct build *build, str root)
{
	str path = path_below(str_of(arguments->words[1]), root);
	if (!str_ends(path, S(".md")))
		path = arena_join(&build->arena, path, S(".md"), S(""));
	if (!path_is_plain(path)) {
		fprintf(stderr,
			_("tilts new: '%.*s' is no path of a page; for example lv/sazina/zvani\n"),
			STR_ARGS(path));
		return STATUS_USAGE;
	}
	if (!in_language(build, path))
		return STATUS_USAGE;
	struct buf text;
	const struct page *original = original_for(build, path);
	buf_init(&text);
	buf_adds(&text, "---\ntitle: \"\"\ndescription: \"\"\nkeywords: []\n");
	if (original)
		add_frame(&text, build, root, original, str_ends(path, S("/index.md")));
	else
		buf_adds(&text, "---\n\n");
	enum status status =
		write_new(&build->arena, path_join(&build->arena, root, path), buf_str(&text));
	buf_release(&text);
	return status;
}

/* --- what a forge runs ---------------------------------------------------------------- */

static const struct forge {
	str name;
	const char *sample; /* as share_find() knows it */
	const char *file;   /* where the forge looks for it */
} forges[] = {
	{STR_INIT("github"), "ci/github.yml", ".github/workflows/portals.yml"},
	{STR_INIT("gitlab"), "ci/gitlab.yml", ".gitlab-ci.yml"},
	{STR_INIT("forgejo"), "ci/forgejo.yml", ".forgejo/workflows/portals.yml"},
};

static const struct forge *find_forge(str name)
{
	str names[ARRAY_LEN(forges)];
	for (size_t i = 0; i < ARRAY_LEN(forges); i++) {
		names[i] = forges[i].name;
		if (str_eq(name, names[i]))
			return &forges[i];
	}
	fprintf(stderr, _("tilts new ci: for which forge? github, gitlab or forgejo"));
	print_nearest(name, names, ARRAY_LEN(names));
	fprintf(stderr, "\n");
	return NULL;
}

/* @OPTIONS@ in a sample are those that say where the content is. */
static void fill_in(struct buf *out, str sample, const struct build_options *build)
{
	const str mark = S("@OPTIONS@");
	for (size_t at; (at = str_find(sample, mark)) != STR_NONE;) {
		buf_printf(out, "%.*s--source %.*s --templates %.*s", (int)at, sample.ptr,
			STR_ARGS(build->source), STR_ARGS(build->templates));
		if (build->subdir.len)
			buf_printf(out, " --subdir %.*s", STR_ARGS(build->subdir));
		sample = str_from(sample, at + mark.len);
	}
	buf_add(out, sample);
}

static bool is_top_of_repository(void)
{
	struct file_info info;
	if (file_info(".git", &info) == 0 && info.type != FILE_NONE)
		return true;
	fprintf(stderr, _("tilts new ci: a forge looks at the top of a repository; there is none "
			  "here\n"));
	return false;
}

/* It goes into a command within YAML: neither a shell nor that may find a sign in it. */
static bool is_plain_word(str word)
{
	for (size_t i = 0; i < word.len; i++) {
		char c = word.ptr[i];
		if (!ascii_is_alnum(c) && (unsigned char)c < 0x80 &&
			str_find_char(S("_./:@+-"), c) == STR_NONE)
			return false;
	}
	return true;
}

static bool can_be_written(const struct build_options *build)
{
	const str words[] = {build->source, build->templates, build->subdir};
	for (size_t i = 0; i < ARRAY_LEN(words); i++) {
		if (is_plain_word(words[i]))
			continue;
		fprintf(stderr,
			_("tilts new ci: '%.*s' can't stand in a forge's file; give the folder a "
			  "name of letters, digits, '-' and '_'\n"),
			STR_ARGS(words[i]));
		return false;
	}
	return true;
}

static enum status write_ci(
	const struct build_options *build, const struct forge *forge, struct arena *arena)
{
	struct buf sample, text;
	buf_init(&sample);
	buf_init(&text);
	int error = read_shared_file(forge->sample, &sample);
	enum status status = STATUS_MACHINE;
	fill_in(&text, buf_str(&sample), build);
	if (error)
		fprintf(stderr, _("tilts new: %s: %s\n"), forge->sample, messages_of_error(error));
	else
		status = write_new(arena, str_of(forge->file), buf_str(&text));
	buf_release(&text);
	buf_release(&sample);
	return status;
}

static enum status new_ci(const struct arguments *arguments, struct arena *arena)
{
	const struct forge *forge = find_forge(str_of(arguments->words[1]));
	if (!forge || !is_top_of_repository() || !can_be_written(&arguments->build))
		return STATUS_USAGE;
	return write_ci(&arguments->build, forge, arena);
}

/* --- pages and records -------------------------------------------------------------- */

static enum status new_file(const struct arguments *arguments, str root)
{
	enum status status;
	struct build build = {0};
	struct arguments reading = *arguments;
	bool page = strcmp(arguments->words[0], "page") == 0;
	reading.build.drafts = true; /* a translation may be that of a draft */
	if (read_site(&reading, &build, &status))
		status = page ? new_page(arguments, &build, root)
			      : new_record(arguments, &build, root);
	build_release(&build);
	return status;
}

enum status command_new(const struct arguments *arguments)
{
	str root;
	struct arena arena;
	enum status status = STATUS_USAGE;
	if (arguments->nwords != 2) {
		fprintf(stderr,
			_("usage: tilts new KIND ID, tilts new page PATH, or tilts new ci FORGE\n"
			  "for example: tilts new events gimenes-diena-olaine\n"));
		return STATUS_USAGE;
	}
	arena_init(&arena);
	if (strcmp(arguments->words[0], "ci") == 0)
		status = new_ci(arguments, &arena);
	else if (find_root(arguments, &arena, &root))
		status = new_file(arguments, root);
	arena_release(&arena);
	return status;
}
