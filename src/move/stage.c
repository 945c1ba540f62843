/* The content as it will be, laid out in a hidden folder beside the files that stay;
 * then its changed files take their places, each in one step. */
#include "base/messages.h"
#include "base/path.h"
#include "move/move.h"
#include "sys/dir.h"

/* Dot files are no content. */
#define STAGE ".tilts-move"

/* What becomes of one file. */
struct change {
	const char *from; /* below its folder, as it was */
	const char *to;
	const struct edit *edits;
	size_t nedits;
};

static struct change change_of(const struct move *move, size_t index)
{
	const struct document *document = &move->before->documents[index];
	size_t first, n = edits_of(&move->edits, (uint32_t)index + 1, &first);
	return (struct change){arena_cstr(move->arena, document->entry->path),
		arena_cstr(move->arena, move_path(move, document)),
		n ? &move->edits.items[first] : NULL, n};
}

static bool has_moved(const struct change *change)
{
	return strcmp(change->from, change->to) != 0;
}

static str edited(const struct move *move, const struct change *change, str was)
{
	struct buf out;
	buf_init(&out);
	edits_apply(change->edits, change->nedits, was, &out);
	str bytes = arena_str(move->arena, buf_str(&out));
	buf_release(&out);
	return bytes;
}

/* --- the folders of the content and of the templates ---------------------------------------- */

static int open_both(const struct move *move, str content, str templates, int out[2])
{
	int error = file_open_folder(arena_cstr(move->arena, content), &out[0]);
	if (error)
		return error;
	error = file_open_folder(arena_cstr(move->arena, templates), &out[1]);
	if (error)
		file_close(out[0]);
	return error;
}

static void close_both(const int folders[2])
{
	file_close(folders[0]);
	file_close(folders[1]);
}

/* --- what may be in the way ------------------------------------------------------------------ */

/* The build knows nothing of links, hidden files and empty folders. */
static const char *fault_at(int root, const char *path, bool is_last)
{
	struct file_info info;
	if (file_info_at(root, path, &info) != 0 || info.type == FILE_NONE)
		return NULL;
	if (is_last)
		return N_("something stands here that is no part of the content; "
			  "take it away, or choose another name");
	return info.type == FILE_FOLDER
		       ? NULL
		       : N_("this is a link or a file, and nothing moves through it; "
			    "choose a folder of the content itself");
}

static const char *fault_on_way(const struct move *move, int root, str to, str *at)
{
	const char *fault = NULL;
	for (size_t i = 1; i <= to.len && !fault; i++) {
		if (i < to.len && to.ptr[i] != '/')
			continue;
		*at = str_sub(to, 0, i);
		fault = fault_at(root, arena_cstr(move->arena, *at), i == to.len);
	}
	return fault;
}

int stage_find_fault(const struct move *move, const char **fault, str *at)
{
	int root, error = file_open_folder(arena_cstr(move->arena, move->root), &root);
	*fault = NULL;
	if (error)
		return error;
	for (size_t i = 0; i < move->before->content_entries.len && !*fault; i++) {
		struct change change = change_of(move, i);
		if (has_moved(&change))
			*fault = fault_on_way(move, root, str_of(change.to), at);
	}
	file_close(root);
	return 0;
}

/* --- laying out -------------------------------------------------------------------------- */

static int lay_out(const struct move *move, size_t index, int from, int to)
{
	struct file_info info;
	struct change change = change_of(move, index);
	if (change.nedits)
		return dir_create(to, change.to, edited(move, &change, move->texts[index]), &info);
	/* The same bytes: a second name is enough, where the system gives one. */
	int error = dir_link(from, change.from, to);
	if (error)
		error = dir_copy(from, change.from, to);
	return error || !has_moved(&change) ? error : dir_move(to, change.from, to, change.to);
}

static int make_empty(int root)
{
	int error = dir_remove_tree(root, STAGE);
	if (!error)
		error = dir_make(root, STAGE "/content");
	return error ? error : dir_make(root, STAGE "/templates");
}

int stage_make(struct move *move, str *content, str *templates)
{
	int from[2], to[2];
	int error = open_both(move, move->root, move->templates, from);
	if (error)
		return error;
	*content = path_join(move->arena, move->root, S(STAGE "/content"));
	*templates = path_join(move->arena, move->root, S(STAGE "/templates"));
	error = make_empty(from[0]);
	if (!error)
		error = open_both(move, *content, *templates, to);
	if (!error) {
		for (size_t i = 0; i < move->before->ndocuments && !error; i++) {
			bool template = move_is_template(move, i);
			error = lay_out(move, i, from[template], to[template]);
		}
		close_both(to);
	}
	close_both(from);
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

static int write_text(const struct move *move, size_t index, const char *path, str bytes)
{
	str folder = move_is_template(move, index) ? move->templates : move->root;
	return file_write(
		arena_cstr(move->arena, path_join(move->arena, folder, str_of(path))), bytes);
}

/* Another name first, then other bytes. As it was when one of them fails. */
static int put_one(const struct move *move, int folder, size_t index)
{
	int error = 0;
	struct change change = change_of(move, index);
	bool moved = has_moved(&change);
	if (moved)
		error = dir_move(folder, change.from, folder, change.to);
	if (error || !change.nedits)
		return error;
	error = write_text(move, index, change.to, edited(move, &change, move->texts[index]));
	if (error && moved)
		dir_move(folder, change.to, folder, change.from);
	return error;
}

static void put_back(const struct move *move, int folder, size_t index)
{
	struct change change = change_of(move, index);
	if (change.nedits)
		write_text(move, index, change.to, move->texts[index]);
	if (has_moved(&change))
		dir_move(folder, change.to, folder, change.from);
}

/* Folders that hold nothing any more. */
static void remove_empty_folders(const struct move *move, int root)
{
	for (size_t i = 0; i < move->before->content_entries.len; i++) {
		struct change change = change_of(move, i);
		str dir = has_moved(&change) ? path_dir(str_of(change.from)) : S("");
		while (dir.len && dir_remove_empty(root, arena_cstr(move->arena, dir)) == 0)
			dir = path_dir(dir);
	}
}

int stage_publish(struct move *move)
{
	int folders[2];
	size_t done = 0;
	int error = open_both(move, move->root, move->templates, folders);
	if (error)
		return error;
	for (; done < move->before->ndocuments && !error; done += !error)
		error = put_one(move, folders[move_is_template(move, done)], done);
	while (error && done-- > 0)
		put_back(move, folders[move_is_template(move, done)], done);
	if (!error)
		remove_empty_folders(move, folders[0]);
	close_both(folders);
	return error;
}
