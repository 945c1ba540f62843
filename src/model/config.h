/*
 * site.json: what the whole site is called, where it will live and in which
 * languages. Everything is borrowed from the parsed file's arena.
 */
#ifndef MODEL_CONFIG_H
#define MODEL_CONFIG_H

#include "diag/diag.h"
#include "locale/script.h"
#include "value/value.h"

#define LANGUAGES_MAX 16

struct language {
	str code; /* the folder: "lv", "lv-simple" */
	str name; /* in itself: "Latviešu" */
	str path; /* before every address: "" or "ru" */
	str of;   /* of an easy variant: the language it simplifies; else "" */
	str tag;  /* for lang="": the code, or `of` */
	uint32_t index;
	uint32_t original;            /* index of `of`, else of the default language (0) */
	enum script script;           /* in whose letters it is written */
	const struct collator *order; /* of its words; an easy variant's is the original's */
	struct formatter *dates;      /* of reader_date() alone; an easy variant's as well */
};

struct config {
	struct value json; /* the whole of site.json */
	struct value title;
	struct value description;
	str base_url;  /* without a slash at the end */
	str base_path; /* of base_url: "" or "/portal" */
	str id_host;   /* in ids of events and feeds, whatever base_url is; "": its host */
	str timezone;
	struct language languages[LANGUAGES_MAX];
	size_t nlanguages; /* at least 1; the first is the default */
	struct value menu; /* list of page ids */
	struct span span;
};

/* Checks and reads. `base_url` overrides the file's when not empty. */
bool config_read(struct config *config, struct value json, struct span whole, str base_url,
	struct arena *arena, struct diags *diags);

/* https://host or https://host/path, with http as well: an address that a site can have. */
bool config_is_base_url(str url);

/* Is it a portal of Latvia, as it is unless `country` says another code? Only of Latvia are
 * phones, places, postal codes and holidays known. */
bool config_is_of_latvia(const struct config *config);

/* May a language have it? It is the folder of its pages. */
bool config_is_code(str code);

/* NULL when no language has that code. */
const struct language *config_language(const struct config *config, str code);

/* `text` is a string or an object with one string a language. Picks the
 * language's own, else that of the language it simplifies, else the default's,
 * else the first there is; *found (may be NULL) is the language picked, or NULL
 * when the text is the same in all. */
str config_text(const struct config *config, struct value text, const struct language *language,
	const struct language **found);

#endif
