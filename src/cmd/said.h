/*
 * The schemas that came with tilts, in the language in which a portal begins. They are written in
 * Latvian; beside them lie tables by these texts (said/ru.json), from which a schema of another
 * language is made, and the tables by whose texts editors of the others read it.
 */
#ifndef CMD_SAID_H
#define CMD_SAID_H

#include "base/map.h"
#include "diag/diag.h"
#include "value/value.h"

#define SAID_LANGUAGES 3

struct said {
	struct arena *arena;
	struct value tables[SAID_LANGUAGES]; /* by said_languages; none for Latvian */
	size_t own;                          /* the language in which the portal begins */
	struct map seen;                     /* Latvian texts of the schemas so far */
};

extern const str said_languages[SAID_LANGUAGES];

/* 0, or the errno of a table that can't be read, whose name is then in `failed`. `own`: one of
 * said_languages. Lives in `arena`, but for what said_release() frees. */
int said_open(struct said *said, str own, struct arena *arena, const char **failed);
void said_release(struct said *said);

/* The text of a schema with its titles and descriptions in the portal's language. */
str said_schema(struct said *said, str schema);

/* The table of one of the languages for all schemas so far; "" for the portal's own. */
str said_table(const struct said *said, size_t language);

#endif
