#include "publish/yard.h"

#include <errno.h>
#include <inttypes.h>
#include <string.h>

#include "base/messages.h"
#include "base/path.h"
#include "sys/dir.h"

void yard_failed(const struct yard *yard, str path, int error, struct diags *diags)
{
	if (error == EBUSY || error == EXDEV) {
		diag_add(diags, DIAG_PUBLISH_MOUNT, SPAN_NONE,
			"'%.*s' can't change places with the new site: it is a mounted file "
			"system, or comes from the image of a container",
			STR_ARGS(yard->shown));
		diag_note(diags, SPAN_NONE,
			"mount the folder that holds it instead, and give --output a folder in "
			"that: --output /site/public; the web server is given that folder, never "
			"the one around it");
		return;
	}
	diag_add(diags, DIAG_PUBLISH_WRITE, SPAN_NONE, "can't write '%.*s%s%.*s': %s",
		STR_ARGS(yard->shown), path.len ? "/" : "", STR_ARGS(path),
		messages_of_error(error));
	if (error == ENOSPC || error == EDQUOT)
		diag_note(diags, SPAN_NONE,
			"free some space: the new site is made beside the old one, before that "
			"goes");
	else if (error == EACCES || error == EPERM || error == EROFS)
		diag_note(diags, SPAN_NONE,
			"the new site is made in the folder that holds '%.*s': this user must be "
			"able to write there, and in all folders of the old site",
			STR_ARGS(yard->shown));
}

void yard_unreadable(const struct yard *yard, int error, struct diags *diags)
{
	diag_add(diags, DIAG_PUBLISH_READ, SPAN_NONE,
		"can't read what stands in '%.*s' and '.%s.tilts' beside it: %s",
		STR_ARGS(yard->shown), yard->name, messages_of_error(error));
	if (error == EACCES || error == EPERM)
		diag_note(diags, SPAN_NONE, "another user has built here: let the same one do it");
}

static bool unusable(const struct yard *yard, const char *why, struct diags *diags)
{
	diag_add(diags, DIAG_PUBLISH_OUTPUT, SPAN_NONE, "can't publish into '%.*s': %s",
		STR_ARGS(yard->shown), _(why));
	return false;
}

/* The output's path without trailing slashes and without a link at its end. */
static bool resolve(struct yard *yard, struct arena *arena, str *out, struct diags *diags)
{
	struct file_info info;
	str path = yard->shown;
	while (path.len > 1 && str_ends(path, S("/")))
		path.len--;
	int error = file_info(arena_cstr(arena, path), &info);
	if (!error && info.type == FILE_LINK) {
		path = file_real_path(arena_cstr(arena, path), arena);
		if (!path.len)
			return unusable(yard, N_("it is a link to nothing"), diags);
		error = file_info(arena_cstr(arena, path), &info);
	}
	str name = path_name(path);
	if (!name.len || str_eq(name, S(".")) || str_eq(name, S("..")))
		return unusable(yard, N_("it needs a name of its own, such as public"), diags);
	if (!error && info.type != FILE_NONE && info.type != FILE_FOLDER)
		return unusable(yard, N_("a file of this name exists"), diags);
	if (error)
		yard_failed(yard, S(""), error, diags);
	*out = path;
	return !error;
}

static const char *parent_of(struct arena *arena, str path)
{
	size_t slash = str_rfind_char(path, '/');
	if (slash == STR_NONE)
		return ".";
	return slash ? arena_cstr(arena, str_sub(path, 0, slash)) : "/";
}

/* The names that web servers, panels and hosts give to what they send. */
static bool has_name_of_root(str folder)
{
	static const str names[] = {STR_INIT("html"), STR_INIT("htdocs"), STR_INIT("public_html"),
		STR_INIT("wwwroot"), STR_INIT("webroot")};
	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		if (str_eq(path_name(folder), names[i]))
			return true;
	return false;
}

static bool has_home_page(int folder)
{
	static const char *const fronts[] = {"index.html", "index.htm", "index.php"};
	struct file_info info;
	for (size_t i = 0; i < ARRAY_LEN(fronts); i++)
		if (file_info_at(folder, fronts[i], &info) == 0 && info.type != FILE_NONE)
			return true;
	return false;
}

/* A home page counts only right beside the output: further up it may be anything's. */
static bool lies_in_web_root(const struct yard *yard, const char *parent, struct arena *arena)
{
	for (str folder = file_real_path(parent, arena); folder.len; folder = path_dir(folder))
		if (has_name_of_root(folder))
			return true;
	return has_home_page(yard->parent);
}

static void warn_web_root(
	const struct yard *yard, str path, struct arena *arena, struct diags *diags)
{
	const char *parent = parent_of(arena, path);
	if (!lies_in_web_root(yard, parent, arena))
		return;
	diag_add(diags, DIAG_PUBLISH_YARD, SPAN_NONE,
		"'%s/.%s.tilts' may lie where a web server sends files", parent, yard->name);
	diag_note(diags, SPAN_NONE,
		"let the web server begin at '%.*s' itself, or refuse names with a dot before "
		"them: for nginx 'location ~ /\\.(?!well-known/) { deny all; }'",
		STR_ARGS(yard->shown));
}

static int open_folders(struct yard *yard, str path, struct arena *arena)
{
	const char *parent = parent_of(arena, path);
	const char *work =
		arena_cstr(arena, arena_join(arena, S("."), path_name(path), S(".tilts")));
	yard->name = arena_cstr(arena, path_name(path));
	int error = file_make_folders(parent);
	if (!error)
		error = file_open_folder(parent, &yard->parent);
	if (!error)
		error = dir_make(yard->parent, work);
	if (!error)
		error = dir_open(yard->parent, work, &yard->work);
	if (!error)
		dir_close_to_others(yard->work);
	return error;
}

static bool take_lock(struct yard *yard, unsigned wait_ms, struct diags *diags)
{
	int64_t holder = 0;
	int error = process_lock_take(yard->work, "lock", wait_ms, &yard->lock, &holder);
	if (error == EWOULDBLOCK) {
		diag_add(diags, DIAG_PUBLISH_LOCKED, SPAN_NONE,
			"another build is at work on '%.*s'", STR_ARGS(yard->shown));
		if (holder)
			diag_note(diags, SPAN_NONE, "its process id is %" PRId64, holder);
	} else if (error) {
		yard_failed(yard, S(""), error, diags);
	}
	return !error;
}

bool yard_open(
	struct yard *yard, str output, unsigned wait_ms, struct arena *arena, struct diags *diags)
{
	*yard = (struct yard){.parent = -1, .work = -1, .exchanges = true, .lock = {-1}};
	yard->shown = arena_str(arena, output);
	str path;
	if (!resolve(yard, arena, &path, diags))
		return false;
	int error = open_folders(yard, path, arena);
	if (!error && dir_is_mount(yard->parent, yard->name))
		error = EBUSY;
	if (error)
		yard_failed(yard, S(""), error, diags);
	if (!error && take_lock(yard, wait_ms, diags)) {
		warn_web_root(yard, path, arena, diags);
		return true;
	}
	yard_close(yard);
	return false;
}

void yard_close(struct yard *yard)
{
	process_lock_drop(&yard->lock);
	if (yard->work >= 0)
		file_close(yard->work);
	if (yard->parent >= 0)
		file_close(yard->parent);
	yard->work = yard->parent = -1;
}

static int exchange_by_renames(const struct yard *yard)
{
	int error = dir_rename(yard->parent, yard->name, yard->work, YARD_OLD);
	if (error)
		return error;
	error = dir_rename(yard->work, YARD_NEW, yard->parent, yard->name);
	if (error)
		yard_restore(yard);
	else
		dir_rename(yard->work, YARD_OLD, yard->work, YARD_NEW);
	return error;
}

int yard_exchange(struct yard *yard)
{
	int error = dir_exchange(yard->work, YARD_NEW, yard->parent, yard->name);
	if (error == ENOENT) /* the first build: nothing to exchange with */
		return dir_rename(yard->work, YARD_NEW, yard->parent, yard->name);
	yard->exchanges = error != ENOSYS;
	return yard->exchanges ? error : exchange_by_renames(yard);
}

int yard_restore(const struct yard *yard)
{
	struct file_info info;
	int error = file_info_at(yard->parent, yard->name, &info);
	if (error)
		return error;
	error = info.type == FILE_NONE ? dir_rename(yard->work, YARD_OLD, yard->parent, yard->name)
				       : dir_rename(yard->work, YARD_OLD, yard->work, YARD_NEW);
	return error == ENOENT ? 0 : error;
}
