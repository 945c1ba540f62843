/*
 * The format, version 3: lines of text, each a word and its values.
 *
 *	tilts-history 3
 *	commit ID TIME OFFSET SUBJECT    numbered from 0; number 0 is the head
 *	date N PATH                      commit N touched PATH last; sorted by path
 *	change N TOUCHED                 the newest changes, newest first ...
 *	path PATH                        ... each with its paths
 *	end HEX                          see base/seal.h
 *
 * TIME is in seconds since 1970, OFFSET in minutes. Neither paths nor subjects
 * can hold a line end. A file that differs in anything is not used.
 */
#include "source/history_file.h"

#include "base/map.h"
#include "base/path.h"
#include "base/seal.h"
#include "sys/file.h"

#define FIRST_LINE "tilts-history 3\n"

/* --- writing ------------------------------------------------------------------------ */

struct writer {
	struct buf out;
	struct map numbers; /* id -> number + 1 */
};

/* The commit's number; writes its line when it has none yet. */
static size_t number_of(struct writer *writer, const struct store_commit *commit)
{
	uintptr_t known = (uintptr_t)map_get(&writer->numbers, commit->id);
	if (known)
		return known - 1;
	buf_printf(&writer->out, "commit %.*s %lld %d %.*s\n", STR_ARGS(commit->id),
		(long long)commit->time, commit->offset_minutes, STR_ARGS(commit->subject));
	map_put(&writer->numbers, commit->id, (void *)(uintptr_t)(writer->numbers.len + 1));
	return writer->numbers.len - 1;
}

static void write_change(struct writer *writer, const struct store_change *change)
{
	size_t number = number_of(writer, change->commit);
	buf_printf(&writer->out, "change %zu %zu\n", number, change->ntouched);
	for (size_t i = 0; i < change->npaths; i++)
		buf_printf(&writer->out, "path %.*s\n", STR_ARGS(change->paths[i]));
}

void history_file_write(const struct store_history *history, struct buf *out)
{
	struct writer writer = {.numbers = {0}};
	buf_init(&writer.out);
	buf_adds(&writer.out, FIRST_LINE);
	number_of(&writer, history->head);
	for (size_t i = 0; i < history->ndated; i++) {
		size_t number = number_of(&writer, history->dated[i].commit);
		buf_printf(
			&writer.out, "date %zu %.*s\n", number, STR_ARGS(history->dated[i].path));
	}
	for (size_t i = 0; i < history->nchanges; i++)
		write_change(&writer, &history->changes[i]);
	seal_add(&writer.out, 0);
	map_release(&writer.numbers);
	*out = writer.out;
}

void history_file_save(const char *path, const struct store_history *history)
{
	struct buf text;
	history_file_write(history, &text);
	if (!text.overflowed)
		file_write(path, buf_str(&text));
	buf_release(&text);
}

/* --- reading ------------------------------------------------------------------------ */

struct reader {
	struct arena *arena;
	VEC(const struct store_commit *) commits;
	VEC(struct store_dated) dated;
	VEC(struct store_change) changes;
	VEC(str) paths; /* of all changes, one after the other */
};

static bool cut_number(str *rest, int64_t *out)
{
	str word;
	return str_cut(rest, ' ', &word) && str_to_int(word, out);
}

static bool cut_commit_number(struct reader *reader, str *rest, const struct store_commit **out)
{
	int64_t number;
	if (!cut_number(rest, &number) || number < 0 || (uint64_t)number >= reader->commits.len)
		return false;
	*out = reader->commits.items[number];
	return true;
}

static bool read_commit(struct reader *reader, str rest)
{
	int64_t time, offset;
	struct store_commit *commit = ARENA_NEW(reader->arena, struct store_commit);
	if (!str_cut(&rest, ' ', &commit->id) || commit->id.len != 40 ||
		!cut_number(&rest, &time) || !cut_number(&rest, &offset))
		return false;
	commit->time = time;
	commit->offset_minutes = (int)offset;
	commit->subject = rest.ptr ? rest : S("");
	VEC_PUSH(&reader->commits, commit);
	return true;
}

static bool read_date(struct reader *reader, str rest)
{
	struct store_dated dated;
	if (!cut_commit_number(reader, &rest, &dated.commit) || !rest.ptr)
		return false;
	dated.path = rest;
	VEC_PUSH(&reader->dated, dated);
	return true;
}

static bool read_change(struct reader *reader, str rest)
{
	int64_t touched;
	struct store_change change = {0};
	if (!cut_commit_number(reader, &rest, &change.commit) || !cut_number(&rest, &touched) ||
		touched < 0)
		return false;
	change.ntouched = (size_t)touched;
	VEC_PUSH(&reader->changes, change);
	return true;
}

static bool read_path(struct reader *reader, str rest)
{
	if (!reader->changes.len || !rest.ptr)
		return false;
	reader->changes.items[reader->changes.len - 1].npaths++;
	VEC_PUSH(&reader->paths, rest);
	return true;
}

static bool read_line(struct reader *reader, str line)
{
	str word;
	str_cut(&line, ' ', &word);
	if (str_eq(word, S("commit")))
		return read_commit(reader, line);
	if (str_eq(word, S("date")))
		return read_date(reader, line);
	if (str_eq(word, S("change")))
		return read_change(reader, line);
	return str_eq(word, S("path")) && read_path(reader, line);
}

static void *keep(struct arena *arena, const void *items, size_t size)
{
	return size ? memcpy(arena_alloc(arena, size), items, size) : NULL;
}

static void finish(struct reader *reader, struct store_history *out)
{
	struct arena *arena = reader->arena;
	str *paths = keep(arena, reader->paths.items, reader->paths.len * sizeof(str));
	for (size_t i = 0; i < reader->changes.len; i++) {
		if (!reader->changes.items[i].npaths)
			continue; /* there may be no list at all */
		reader->changes.items[i].paths = paths;
		paths += reader->changes.items[i].npaths;
	}
	*out = (struct store_history){
		.head = reader->commits.items[0],
		.dated = keep(arena, reader->dated.items,
			reader->dated.len * sizeof(*reader->dated.items)),
		.ndated = reader->dated.len,
		.changes = keep(arena, reader->changes.items,
			reader->changes.len * sizeof(*reader->changes.items)),
		.nchanges = reader->changes.len,
	};
}

static bool read_lines(struct reader *reader, str lines)
{
	str line;
	if (!str_ends(lines, S("\n")) || str_find_char(lines, '\0') != STR_NONE)
		return false; /* none is written: not by printf */
	lines.len--;          /* nothing follows the last line end */
	while (str_cut(&lines, '\n', &line))
		if (!read_line(reader, line))
			return false;
	return reader->commits.len > 0;
}

bool history_file_read(str text, struct arena *arena, struct store_history *out)
{
	struct reader reader = {.arena = arena};
	str lines;
	bool ok = seal_open(text, S(FIRST_LINE), &lines) && read_lines(&reader, lines);
	if (ok)
		finish(&reader, out);
	VEC_FREE(&reader.commits);
	VEC_FREE(&reader.dated);
	VEC_FREE(&reader.changes);
	VEC_FREE(&reader.paths);
	return ok;
}

bool history_file_load(const char *path, struct arena *arena, struct store_history *out)
{
	struct buf text;
	buf_init(&text);
	bool ok = file_read(path, BUF_LIMIT_DEFAULT, &text) == 0 &&
		  history_file_read(arena_str(arena, buf_str(&text)), arena, out);
	buf_release(&text);
	return ok;
}
