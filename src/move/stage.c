/* The content as it will be, laid out in a hidden folder beside the files that stay;
 * then its changed files take their places, each in one step. */
#include <errno.h>

#include "base/path.h"
#include "move/move.h"
#include "sys/dir.h"

/* Dot files are no content. */
#define STAGE         ".tilts-move"
#define FILE_SIZE_MAX BUF_LIMIT_DEFAULT

static const char *in_stage(const struct move *move, const char *folder, str path)
{
	return arena_cstr(
		move->arena, arena_printf(move->arena, STAGE "/%s/%.*s", folder, STR_ARGS(path)));
}

static bool is_template(const struct move *move, size_t index)
{
	return index >= move->before->content_entries.len;
}

/* One file that is written anew or gets another name. */
struct changed {
	const char *from; /* below `folder`, as it was */
	const char *to;
	str was; /* its bytes, for putting it back */
	str bytes;
};

static int read_was(const struct move *move, int folder, size_t index, struct changed *changed)
{
	struct buf text;
	changed->was = move->texts[index];
	if (changed->was.len)
		return 0;
	buf_init(&text);
	int error = file_read_at(folder, str_of(changed->from), FILE_SIZE_MAX, &text);
	changed->was = arena_str(move->arena, buf_str(&text));
	buf_release(&text);
	return error;
}

static str edited(const struct move *move, size_t index, str was)
{
	struct buf out;
	size_t first, n = edits_of(&move->edits, (uint32_t)index + 1, &first);
	if (!n)
		return was;
	buf_init(&out);
	edits_apply(&move->edits.items[first], n, was, &out);
	str bytes = arena_str(move->arena, buf_str(&out));
	buf_release(&out);
	return bytes;
}

/* False: the document stays as it is. */
static bool find_changed(const struct move *move, size_t index, struct changed *changed)
{
	const struct document *document = &move->before->documents[index];
	str to = move_path(move, document);
	size_t first;
	*changed = (struct changed){.from = arena_cstr(move->arena, document->entry->path),
		.to = arena_cstr(move->arena, to)};
	return !str_eq(to, document->entry->path) ||
	       edits_of(&move->edits, (uint32_t)index + 1, &first) > 0;
}

static int open_both(const struct move *move, int *root, int *templates)
{
	int error = file_open_folder(arena_cstr(move->arena, move->root), root);
	if (error)
		return error;
	error = file_open_folder(arena_cstr(move->arena, move->templates), templates);
	if (error)
		file_close(*root);
	return error;
}

/* --- laying out -------------------------------------------------------------------------- */

static int lay_out(const struct move *move, int root, int from, size_t index)
{
	struct changed changed;
	struct file_info info;
	const char *folder = is_template(move, index) ? "templates" : "content";
	bool anew = find_changed(move, index, &changed);
	if (!anew) {
		/* The same bytes: a second name is enough, where the system gives one. */
		int to, error = dir_open(root,
				arena_cstr(move->arena,
					arena_printf(move->arena, STAGE "/%s", folder)),
				&to);
		if (error)
			return error;
		error = dir_link(from, changed.from, to);
		if (error)
			error = dir_copy(from, changed.from, to);
		file_close(to);
		return error;
	}
	int error = read_was(move, from, index, &changed);
	str bytes = edited(move, index, changed.was);
	return error ? error
		     : dir_create(root, in_stage(move, folder, str_of(changed.to)), bytes, &info);
}

int stage_make(struct move *move, str *content, str *templates)
{
	int root, other;
	int error = open_both(move, &root, &other);
	if (error)
		return error;
	error = dir_remove_tree(root, STAGE);
	if (!error)
		error = dir_make(root, STAGE "/content");
	if (!error)
		error = dir_make(root, STAGE "/templates");
	for (size_t i = 0; i < move->before->ndocuments && !error; i++)
		error = lay_out(move, root, is_template(move, i) ? other : root, i);
	file_close(root);
	file_close(other);
	*content = path_join(move->arena, move->root, S(STAGE "/content"));
	*templates = path_join(move->arena, move->root, S(STAGE "/templates"));
	return error;
}

void stage_remove(struct move *move)
{
	int root;
	if (file_open_folder(arena_cstr(move->arena, move->root), &root) != 0)
		return;
	dir_remove_tree(root, STAGE);
	file_close(root);
}

/* --- putting in place --------------------------------------------------------------------- */

/* Through a name beside it, as for any file that is replaced: templates may lie on
 * another file system than the content. */
static int put(const struct move *move, str folder, const char *path, str bytes)
{
	const char *file = arena_cstr(move->arena, path_join(move->arena, folder, str_of(path)));
	int error = file_make_folders(arena_cstr(move->arena, path_dir(str_of(file))));
	return error ? error : file_write(file, bytes);
}

static str folder_of(const struct move *move, size_t index)
{
	return is_template(move, index) ? move->templates : move->root;
}

static int put_one(const struct move *move, int folder, size_t index)
{
	struct changed changed;
	if (!find_changed(move, index, &changed))
		return 0;
	int error = read_was(move, folder, index, &changed);
	str bytes = edited(move, index, changed.was);
	if (!error)
		error = put(move, folder_of(move, index), changed.to, bytes);
	if (!error && strcmp(changed.from, changed.to) != 0)
		error = dir_remove(folder, changed.from);
	return error;
}

static void put_back(const struct move *move, int folder, size_t index)
{
	struct changed changed;
	if (!find_changed(move, index, &changed))
		return;
	bool moved = strcmp(changed.from, changed.to) != 0;
	changed.was = move->texts[index];
	if (moved && dir_link(folder, changed.from, folder) == EEXIST)
		dir_remove(folder, changed.to);
	else if (moved && !changed.was.len)
		dir_rename(folder, changed.to, folder, changed.from);
	else if (put(move, folder_of(move, index), changed.from, changed.was) == 0 && moved)
		dir_remove(folder, changed.to);
}

/* Folders that hold nothing any more. */
static void remove_empty_folders(const struct move *move, int root)
{
	for (size_t i = 0; i < move->before->content_entries.len; i++) {
		struct changed changed;
		if (!find_changed(move, i, &changed) || strcmp(changed.from, changed.to) == 0)
			continue;
		str dir = path_dir(str_of(changed.from));
		while (dir.len && dir_remove_empty(root, arena_cstr(move->arena, dir)) == 0)
			dir = path_dir(dir);
	}
}

int stage_publish(struct move *move)
{
	int root, other;
	size_t done = 0;
	int error = open_both(move, &root, &other);
	if (error)
		return error;
	for (; done < move->before->ndocuments && !error; done++)
		error = put_one(move, is_template(move, done) ? other : root, done);
	while (error && done-- > 0)
		put_back(move, is_template(move, done) ? other : root, done);
	if (!error)
		remove_empty_folders(move, root);
	file_close(root);
	file_close(other);
	return error;
}
