/* A small site of records alone, for tests: one language, no pages. */
#ifndef TESTS_RECORDS_FIXTURE_H
#define TESTS_RECORDS_FIXTURE_H

#include "model/site.h"

#define FIXTURE_RECORDS_MAX 64

struct records {
	struct arena arena;
	struct diags diags;
	struct site site;
};

/* The site's time zone is Europe/Riga, its language "lv". */
void records_init(struct records *records, const char *today);
void records_release(struct records *records);

struct kind *records_kind(struct records *records, const char *name, const char *schema);
/* `json` may use ' in place of ". */
const struct record *records_add(
	struct records *records, struct kind *kind, const char *id, const char *json);
/* Once all are there. */
void records_finish(struct records *records);

#endif
