/*
 * Records: data/<kind>/schema.json says what a kind holds, each other file is
 * one record. Values point into the arena the files were parsed in.
 */
#ifndef MODEL_RECORD_H
#define MODEL_RECORD_H

#include "base/map.h"
#include "model/page.h"
#include "value/schema.h"

/* One place where a record names another. */
struct mention {
	const struct record *by;
	str field; /* the first-level field in which it stands */
};

/* What the record's file holds, and when it changed. */
struct record_facts {
	struct value json;
	const struct store_commit *commit; /* NULL: not known */
	str changed_on;                    /* its day in the site's time zone; "" */
};

struct record {
	str id;
	uint32_t number; /* among all records */
	const struct kind *kind;
	str path;
	uint32_t source;
	uint32_t entry;
	struct record_facts facts_; /* for assembling; all others call record_facts() */
	uint64_t quoted;            /* of the texts that it takes from others; 0: none */
	bool is_unreadable;         /* reported; its value is an empty object */
	bool is_overdue;            /* the day by which it was to be checked again has gone by */
	bool is_hidden;             /* overdue, and it says itself that it then hides */
	bool is_shown;              /* false: in no list; hidden, or it ended before today */
	struct page **pages;        /* one slot a language; NULL: the kind has no pages */
	struct mention *mentions;   /* who names this record, in order of kind and id */
	size_t nmentions;
};

static inline const struct record_facts *record_facts(const struct record *record)
{
	reading_note_record(record->number);
	return &record->facts_;
}

/* A value by a path that is written in a template: it may lead anywhere, into one language of a
 * text as well. */
struct value record_at(const struct record *record, str path, struct arena *arena);

/* A word in a field by which records are found: facet_term() in facet.h makes it. */
struct facet_term {
	str field;
	str value;
	str slug; /* in the address of a list: "need-nauda" */
};

/* A field by which records are found, and its words in order. */
struct facet_field {
	str name;
	const struct facet_term *terms;
	size_t nterms;
};

struct kind {
	str name;                    /* "organizations" */
	const struct schema *schema; /* never NULL */
	bool is_open;                /* its schema can't be used: anything is allowed */
	struct record **records;     /* by id */
	size_t nrecords;
	const struct facet_field *facets; /* as the kind's collection page names them */
	size_t nfacets;
	struct map by_id;
	uint32_t source; /* of schema.json */
};

const struct record *kind_find(const struct kind *kind, str id);

/* The record's `name` or `title`, in the language; its id when it has neither. */
str record_title(
	const struct record *record, const struct config *config, const struct language *language);

/* False: the record hides, since nobody checked it in time, and this field with it, as unknown as
 * if nobody had ever written it. */
bool record_tells(const struct record *record, str key);

/* Its number, or else the first of its phones (HSDS); "": it has none, or hides it. */
str record_phone(const struct record *record);

#endif
