/*
 * What a schema says to people, in their language: a table for each language, whose keys are the
 * schema's own texts (title, description). A text that a table lacks stays as it is, and is told:
 * once a schema and table, at the first such text.
 */
#ifndef VALUE_SCHEMA_SAID_H
#define VALUE_SCHEMA_SAID_H

#include "diag/diag.h"
#include "value/value.h"

struct schema_language {
	str file; /* how messages call the table: "data/schema.ru.json" */
	const struct value_map *texts;
	bool in_use; /* messages are in this language */
};

struct schema_languages {
	const struct schema_language *items;
	size_t len;
};

/* Of one schema and one table: texts that it lacks. */
struct schema_lack {
	size_t n;
	struct span first;
};

struct schema_said {
	struct schema_languages languages;
	struct schema_lack *lacks; /* one a language */
};

/* `languages` lives as long as what is returned. */
struct schema_said schema_said_begin(struct schema_languages languages, struct arena *arena);
/* The text in the language of messages, or itself. Borrowed. */
str schema_said_take(struct schema_said *said, struct value text);
/* The text and what each table has for it. */
const str *schema_said_all(
	const struct schema_said *said, str text, struct arena *arena, size_t *len);
void schema_said_report(const struct schema_said *said, struct diags *diags);

/* The table that a file holds, else NULL: each value that is no text is told, and a file that holds
 * no object. */
const struct value_map *schema_said_read(struct value json, struct diags *diags);

#endif
