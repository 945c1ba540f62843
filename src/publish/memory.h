/*
 * What the builder of a site wants to know again when it builds the next: bytes
 * that lie in the yard beside the manifest. They are of one site: of the one whose
 * manifest has the same fingerprint.
 */
#ifndef PUBLISH_MEMORY_H
#define PUBLISH_MEMORY_H

#include "base/buf.h"
#include "publish/yard.h"

struct memory {
	struct buf text;
	str before; /* a slice of the text */
	struct buf next;
};

void memory_init(struct memory *memory);
void memory_release(struct memory *memory);

/* Fills in `before`; leaves it empty when nothing whole of this site lies there. */
void memory_read(struct memory *memory, const struct yard *yard, uint64_t fingerprint);

void memory_take(struct memory *memory, struct buf *bytes);

/* Once, at the end: uses up what was taken. Leaves no memory when it can't be written: the next
 * build is a whole one then. */
void memory_write(struct memory *memory, const struct yard *yard, uint64_t fingerprint);

#endif
