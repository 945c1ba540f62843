/*
 * What the builder of a site wants to know again when it builds the next: bytes
 * that lie in the yard beside the manifest. They are of one site: of the one whose
 * manifest has the same fingerprint. Of a large site they are many, so they are
 * written as they come.
 */
#ifndef PUBLISH_MEMORY_H
#define PUBLISH_MEMORY_H

#include "base/buf.h"
#include "publish/yard.h"

struct hashing;

struct memory {
	struct buf text;
	str before; /* a slice of the text */
	int file;   /* of the next, open; -1: none is */
	int error;  /* it can't be written */
	struct hashing *hashing;
	size_t len; /* of the next, in bytes */
};

void memory_init(struct memory *memory);
/* The next that was begun and not kept goes. */
void memory_release(struct memory *memory, const struct yard *yard);

/* Fills in `before`; leaves it empty when nothing whole of this site lies there. */
void memory_read(struct memory *memory, const struct yard *yard, uint64_t fingerprint);

/* Appends to the next. */
void memory_add(struct memory *memory, const struct yard *yard, str bytes);

/* Once, at the end: what was added is the memory of the site with that fingerprint. Leaves none
 * when it can't be written: the next build is a whole one then. */
void memory_keep(struct memory *memory, const struct yard *yard, uint64_t fingerprint);

#endif
