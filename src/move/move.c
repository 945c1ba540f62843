#include "move/move.h"

#include <stdlib.h>

#include "base/path.h"
#include "sys/file.h"

#define TEXT_MAX ((size_t)8 << 20)

bool move_is_template(const struct move *move, size_t index)
{
	return index >= move->before->content_entries.len;
}

/* Guides that are never published have links as well. */
static bool may_hold_names(str path)
{
	str ext = path_ext(path);
	return str_eq(ext, S("md")) || str_eq(ext, S("json")) || str_eq(ext, S("html"));
}

bool move_read(struct move *move, int *why, str *path)
{
	struct buf text;
	const struct build *before = move->before;
	move->texts = ARENA_ARRAY(move->arena, str, before->ndocuments);
	buf_init(&text);
	for (size_t i = 0; i < before->ndocuments && !*why; i++) {
		str name = before->documents[i].entry->path;
		str folder = move_is_template(move, i) ? move->templates : move->root;
		move->texts[i] = S("");
		if (!may_hold_names(name))
			continue;
		*path = path_join(move->arena, folder, name);
		buf_clear(&text);
		*why = file_read(arena_cstr(move->arena, *path), TEXT_MAX, &text);
		move->texts[i] = arena_str(move->arena, buf_str(&text));
	}
	buf_release(&text);
	return !*why;
}

void move_release(struct move *move)
{
	VEC_FREE(&move->edits);
	VEC_FREE(&move->leads);
}

str move_path(const struct move *move, const struct document *document)
{
	str path = document->entry->path;
	if (move_is_template(move, (size_t)(document - move->before->documents)))
		return path;
	return goal_path(&move->goal, &move->before->site.config, path, move->arena);
}

void move_edit(struct move *move, struct span span, str text)
{
	VEC_PUSH(&move->edits, ((struct edit){span, text}));
}
