/*
 * The files that the build before made, wherever they are: in the output that is
 * published to, or with whoever takes the files of this build (struct sink). There may
 * be none. Any thread.
 */
#ifndef BUILD_BEFORE_H
#define BUILD_BEFORE_H

#include "build/build.h"

/* Is anything kept for the next build? */
bool before_counts(const struct build *build);

/* Was the file made with this id, and does it stand there untouched? Then it may be taken over. */
bool before_has(const struct build *build, str path, uint64_t id);
size_t before_size(const struct build *build, str path); /* in bytes */
void before_take(const struct build *build, str path);

/* Was it made with this id? It need not be there any more. */
bool before_had(const struct build *build, str path, uint64_t id);

/* Appends the bytes of a file that was taken over. False: reported. */
bool before_read(const struct build *build, str path, struct buf *out, struct diags *diags);

#endif
