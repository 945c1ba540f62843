/* A history kept between builds, so that only new commits are walked. */
#ifndef SOURCE_HISTORY_FILE_H
#define SOURCE_HISTORY_FILE_H

#include "source/store.h"

/* False: nothing there, or not whole, or of another version of tilts. */
bool history_file_load(const char *path, struct arena *arena, struct store_history *out);

/* The same of a file's text, which must live as long as the arena. */
bool history_file_read(str text, struct arena *arena, struct store_history *out);

/* Makes `out`, to be released. */
void history_file_write(const struct store_history *history, struct buf *out);

/* A cache that can't be written is no failure: the next build walks again. */
void history_file_save(const char *path, const struct store_history *history);

#endif
