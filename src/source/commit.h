/* The content root as a folder at a commit. */
#ifndef SOURCE_COMMIT_H
#define SOURCE_COMMIT_H

#include "source/listing.h"

struct git_odb;

/* Looks whether the content root is there. False: reported. */
bool commit_check(struct store *store, str subdir, struct diags *diags);

bool commit_list(struct listing *listing);

/* Each reader has objects of its own: git's handles are not for two threads. */
struct git_odb *commit_reader_new(const struct store *store, struct diags *diags);
void commit_reader_free(struct git_odb *objects);

enum commit_read { COMMIT_READ, COMMIT_TOO_BIG, COMMIT_DAMAGED /* git_why() tells */ };

enum commit_read commit_read(
	struct git_odb *objects, const struct store_entry *entry, size_t limit, struct buf *out);

/* The blob's bytes, without unpacking it: COMMIT_READ or COMMIT_DAMAGED. */
enum commit_read commit_size(struct git_odb *objects, const struct store_entry *entry, size_t *out);

#endif
