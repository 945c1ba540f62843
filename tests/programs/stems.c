/* The key of each word on standard input, a line each: "stems lv". */
#include <stdio.h>
#include <stdlib.h>

#include "search/stem.h"

int main(int argc, char **argv)
{
	struct arena arena;
	struct buf word;
	char *line = NULL;
	size_t size = 0;
	if (argc != 2)
		return 2;
	arena_init(&arena);
	buf_init(&word);
	const struct folder *folder = folder_new(&arena);
	struct stemmer *stemmer = stemmer_new(folder, str_of(argv[1]));
	for (ssize_t n; (n = getline(&line, &size, stdin)) > 0;) {
		size_t at = 0;
		str key = S("");
		if (fold_next(folder, str_n(line, (size_t)n), &at, &word))
			key = stemmer_key(stemmer, buf_str(&word));
		printf("%.*s\n", STR_ARGS(key));
	}
	free(line);
	stemmer_free(stemmer);
	buf_release(&word);
	arena_release(&arena);
	return 0;
}
