#include "cms/cms.h"

#include <stdio.h>

#include "base/hash.h"
#include "base/messages.h"
#include "base/path.h"
#include "cmd/command.h"
#include "sys/file.h"

#define SCRIPT_MAX ((size_t)32 << 20)

static enum status complain(str path, const char *what)
{
	fprintf(stderr, _("tilts cms: %.*s: %s\n"), STR_ARGS(path), what);
	return STATUS_MACHINE;
}

/* --- the CMS's own file --------------------------------------------------------------- */

static void explain_script(void)
{
	fprintf(stderr,
		_("  npm pack decap-cms@%s && tar -xf decap-cms-%s.tgz\n"
		  "  then --decap package/dist/decap-cms.js\n"),
		CMS_VERSION, CMS_VERSION);
}

static enum status read_script(
	const struct arguments *arguments, struct arena *arena, struct buf *out)
{
	str path = arguments->decap;
	int error = file_read(arena_cstr(arena, path), SCRIPT_MAX, out);
	if (error) {
		complain(path, messages_of_error(error));
		explain_script();
		return STATUS_USAGE;
	}
	if (str_eq(hash_hex(arena, buf_str(out), 64), S(CMS_SCRIPT_HASH)))
		return STATUS_OK;
	fprintf(stderr, _("tilts cms: %.*s is not decap-cms %s, for which the form is made\n"),
		STR_ARGS(path), CMS_VERSION);
	explain_script();
	return STATUS_USAGE;
}

/* --- where the folder may be ------------------------------------------------------------ */

/* It is for staff, and no part of what is read or published. */
static bool folder_lies_apart(const struct arguments *arguments, str folder, struct arena *arena)
{
	const struct build_options *options = &arguments->build;
	const str others[] = {options->output, path_join(arena, options->source, options->subdir),
		options->templates};
	str real = real_path(folder, arena);
	for (size_t i = 0; i < ARRAY_LEN(others); i++) {
		if (!is_below(real, real_path(others[i], arena)))
			continue;
		fprintf(stderr, _("tilts cms: the folder must lie outside '%.*s'\n"),
			STR_ARGS(others[i]));
		return false;
	}
	return true;
}

/* Where the content lies in its repository; "" when it is one itself, or is in none. */
static str prefix_of(const struct arguments *arguments, struct arena *arena)
{
	const struct build_options *options = &arguments->build;
	struct file_info info;
	str root;
	if (options->ref.len || file_info(arena_cstr(arena, options->source), &info) != 0 ||
		info.type == FILE_NONE)
		return options->subdir;
	root = real_path(path_join(arena, options->source, options->subdir), arena);
	for (str at = root; at.len; at = path_dir(at)) {
		const char *git = arena_cstr(arena, path_join(arena, at, S(".git")));
		if (file_info(git, &info) == 0 && info.type != FILE_NONE)
			return at.len < root.len ? str_from(root, at.len + 1) : S("");
	}
	return S("");
}

/* --- writing ------------------------------------------------------------------------------ */

static enum status put(struct arena *arena, str folder, str name, str bytes)
{
	str path = path_join(arena, folder, name);
	int error = file_write(arena_cstr(arena, path), bytes);
	return error ? complain(path, messages_of_error(error)) : STATUS_OK;
}

static enum status write_folder(
	const struct arguments *arguments, struct build *build, str folder, str script)
{
	struct arena *arena = &build->arena;
	struct buf text;
	int error = file_make_folders(arena_cstr(arena, folder));
	if (error)
		return complain(folder, messages_of_error(error));
	enum status status = put(arena, folder, S("decap-cms.js"), script);
	for (size_t i = 0; i < cms_nassets && status == STATUS_OK; i++)
		status = put(arena, folder, cms_asset(i).name, cms_asset(i).bytes);
	buf_init(&text);
	cms_write_model(build, prefix_of(arguments, arena), &text);
	if (status == STATUS_OK)
		status = put(arena, folder, S("model.js"), buf_str(&text));
	buf_clear(&text);
	cms_write_page(build, &text);
	if (status == STATUS_OK)
		status = put(arena, folder, S("index.html"), buf_str(&text));
	buf_release(&text);
	if (status == STATUS_OK)
		printf(_("%.*s: the form of decap-cms %s, %zu kinds of records\n"),
			STR_ARGS(folder), CMS_VERSION, build->site.nkinds);
	return status;
}

enum status command_cms(const struct arguments *arguments)
{
	enum status status = STATUS_USAGE;
	struct build build = {0};
	struct arena arena;
	struct buf script;
	if (arguments->nwords != 1) {
		fprintf(stderr, _("tilts cms: into which folder? For example admin\n"));
		return STATUS_USAGE;
	}
	str folder = str_of(arguments->words[0]);
	arena_init(&arena);
	buf_init_limit(&script, SCRIPT_MAX);
	if (folder_lies_apart(arguments, folder, &arena))
		status = read_script(arguments, &arena, &script);
	if (status == STATUS_OK && read_site(arguments, &build, &status))
		status = write_folder(arguments, &build, folder, buf_str(&script));
	buf_release(&script);
	build_release(&build);
	arena_release(&arena);
	return status;
}
