/*
 * Everything that files are made from, as hashes: what model/reading.h notes, one
 * by one, and all the rest as one whole. The whole holds, among others, which
 * pages and records there are and where they stand, so that numbers of inputs
 * mean the same in two builds when it is the same.
 */
#ifndef BUILD_INPUTS_H
#define BUILD_INPUTS_H

#include "model/reading.h"

struct build;

struct inputs {
	uint64_t whole;
	struct input_numbers numbers;
	size_t n;
	uint64_t *hashes; /* by number */
};

/* After the lists that are the same on every page have been answered; lives in the
 * build's arena. */
void inputs_take(struct inputs *inputs, struct build *build);

#endif
