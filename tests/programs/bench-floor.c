/*
 * bench-floor CONTENT OUTPUT THREADS: the least that any generator on cmark
 * must do: read every page, run cmark over it, write a file for it.
 */
#include <cmark.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/path.h"
#include "sys/file.h"
#include "sys/parallel.h"

#define THREADS_MAX 64

struct floor {
	const char *content, *output;
	file_list files;
	struct buf text[THREADS_MAX], path[THREADS_MAX];
};

static void convert(void *ctx, unsigned worker, size_t index)
{
	struct floor *floor = ctx;
	struct buf *text = &floor->text[worker], *path = &floor->path[worker];
	str name = floor->files.items[index].name;
	buf_clear(text);
	buf_clear(path);
	buf_printf(path, "%s/%.*s", floor->content, STR_ARGS(name));
	if (file_read(path->data, text->limit, text) != 0)
		die("%s can't be read", path->data);
	char *html = cmark_markdown_to_html(text->data, text->len, CMARK_OPT_DEFAULT);
	buf_clear(path);
	buf_printf(path, "%s/%.*s", floor->output, STR_ARGS(path_stem(name)));
	file_make_folders(path->data);
	buf_adds(path, "/index.html");
	if (file_create(path->data, str_of(html)) != 0)
		die("%s can't be written", path->data);
	free(html);
}

int main(int argc, char **argv)
{
	struct floor floor = { 0 };
	struct arena arena;
	str failed;
	int64_t threads;
	if (argc != 4 || !str_to_int(str_of(argv[3]), &threads) || threads < 1 ||
		threads > THREADS_MAX) {
		fprintf(stderr, "usage: bench-floor CONTENT OUTPUT THREADS\n");
		return 2;
	}
	arena_init(&arena);
	floor.content = argv[1];
	floor.output = argv[2];
	for (int i = 0; i < THREADS_MAX; i++) {
		buf_init(&floor.text[i]);
		buf_init(&floor.path[i]);
	}
	if (file_walk(argv[1], &arena, &floor.files, &failed) != 0)
		die("%s can't be read", argv[1]);
	parallel_for((unsigned)threads, floor.files.len, convert, &floor);
	for (int i = 0; i < THREADS_MAX; i++) {
		buf_release(&floor.text[i]);
		buf_release(&floor.path[i]);
	}
	VEC_FREE(&floor.files);
	arena_release(&arena);
	return 0;
}
