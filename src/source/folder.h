/* The content root as a folder on disk. */
#ifndef SOURCE_FOLDER_H
#define SOURCE_FOLDER_H

#include "source/listing.h"

/* Opens the store's folder; the descriptor is closed by store_close(). */
bool folder_open(struct store *store, str path, struct diags *diags);

bool folder_list(struct listing *listing);

/* 0, or an errno value: EFBIG past the limit. Safe from many threads at once. */
int folder_read(
	const struct store *store, const struct store_entry *entry, size_t limit, struct buf *out);
int folder_read_head(
	const struct store *store, const struct store_entry *entry, size_t most, struct buf *out);
int folder_size(const struct store *store, const struct store_entry *entry, size_t *out);

#endif
