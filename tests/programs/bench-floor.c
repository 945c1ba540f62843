/*
 * The least that any generator must do, for comparison.
 *
 * bench-floor CONTENT OUTPUT THREADS: reads every page, runs cmark over it,
 * writes a file for it.
 *
 * bench-floor --files LIST CONTENT OUTPUT THREADS: reads every file of CONTENT
 * and writes as many files, of the same names and sizes, as LIST names: one a
 * line, bytes and path.
 */
#include <cmark.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/path.h"
#include "sys/file.h"
#include "sys/parallel.h"

#define THREADS_MAX 64

struct wanted {
	str path;
	size_t size;
};

struct floor {
	const char *content, *output;
	file_list files;
	VEC(struct wanted) wanted;
	struct buf filler; /* as long as the longest file */
	struct buf text[THREADS_MAX], path[THREADS_MAX];
};

static void write_file(struct buf *path, str bytes)
{
	int error = file_create(path->data, bytes);
	if (error == ENOENT) {
		size_t slash = str_rfind_char(buf_str(path), '/');
		path->data[slash] = '\0';
		file_make_folders(path->data);
		path->data[slash] = '/';
		error = file_create(path->data, bytes);
	}
	if (error)
		die("%s can't be written", path->data);
}

static void read_source(struct floor *floor, unsigned worker, size_t index)
{
	struct buf *text = &floor->text[worker], *path = &floor->path[worker];
	buf_clear(text);
	buf_clear(path);
	buf_printf(path, "%s/%.*s", floor->content, STR_ARGS(floor->files.items[index].name));
	if (file_read(path->data, text->limit, text) != 0)
		die("%s can't be read", path->data);
}

static void convert(void *ctx, unsigned worker, size_t index)
{
	struct floor *floor = ctx;
	struct buf *text = &floor->text[worker], *path = &floor->path[worker];
	read_source(floor, worker, index);
	char *html = cmark_markdown_to_html(text->data, text->len, CMARK_OPT_DEFAULT);
	buf_clear(path);
	buf_printf(path, "%s/%.*s/index.html", floor->output,
		STR_ARGS(path_stem(floor->files.items[index].name)));
	write_file(path, str_of(html));
	free(html);
}

static void only_read(void *ctx, unsigned worker, size_t index)
{
	read_source(ctx, worker, index);
}

static void only_write(void *ctx, unsigned worker, size_t index)
{
	struct floor *floor = ctx;
	const struct wanted *wanted = &floor->wanted.items[index];
	struct buf *path = &floor->path[worker];
	buf_clear(path);
	buf_printf(path, "%s/%.*s", floor->output, STR_ARGS(wanted->path));
	write_file(path, str_sub(buf_str(&floor->filler), 0, wanted->size));
}

static void read_list(struct floor *floor, const char *path, struct arena *arena)
{
	struct buf text;
	int64_t size;
	size_t longest = 0;
	buf_init(&text);
	if (file_read(path, text.limit, &text) != 0)
		die("%s can't be read", path);
	str rest = arena_str(arena, buf_str(&text));
	for (str line; str_cut(&rest, '\n', &line);) {
		size_t space = str_find_char(line, ' ');
		if (space == STR_NONE || !str_to_int(str_sub(line, 0, space), &size))
			continue;
		struct wanted wanted = {str_from(line, space + 1), (size_t)size};
		VEC_PUSH(&floor->wanted, wanted);
		longest = wanted.size > longest ? wanted.size : longest;
	}
	while (floor->filler.len < longest)
		buf_adds(&floor->filler, "<p>Lapa, kuras nav.</p>\n");
	buf_release(&text);
}

static void run(struct floor *floor, unsigned threads, const char *list)
{
	struct arena arena;
	str failed;
	arena_init(&arena);
	for (int i = 0; i < THREADS_MAX; i++) {
		buf_init(&floor->text[i]);
		buf_init(&floor->path[i]);
	}
	buf_init(&floor->filler);
	int folder, error = file_open_folder(floor->content, &folder);
	if (error || file_walk_at(folder, &arena, &floor->files, &failed) != 0)
		die("%s can't be read", floor->content);
	file_close(folder);
	if (list)
		read_list(floor, list, &arena);
	parallel_for(threads, floor->files.len, list ? only_read : convert, floor);
	parallel_for(threads, floor->wanted.len, only_write, floor);
	for (int i = 0; i < THREADS_MAX; i++) {
		buf_release(&floor->text[i]);
		buf_release(&floor->path[i]);
	}
	buf_release(&floor->filler);
	VEC_FREE(&floor->files);
	VEC_FREE(&floor->wanted);
	arena_release(&arena);
}

int main(int argc, char **argv)
{
	struct floor floor = {0};
	const char *list = NULL;
	int64_t threads;
	if (argc == 6 && str_eq(str_of(argv[1]), S("--files"))) {
		list = argv[2];
		argc -= 2;
		argv += 2;
	}
	if (argc != 4 || !str_to_int(str_of(argv[3]), &threads) || threads < 1 ||
		threads > THREADS_MAX) {
		fprintf(stderr, "usage: bench-floor [--files LIST] CONTENT OUTPUT THREADS\n");
		return 2;
	}
	floor.content = argv[1];
	floor.output = argv[2];
	run(&floor, (unsigned)threads, list);
	return 0;
}
