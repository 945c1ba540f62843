/*
 * The objects of Open Referral HSDS 3.0 made from records, as trees of values
 * in the feed's arena: what JSON files and tables are written from. What is
 * not known is not there. Ids are version-5 UUIDs of the record's kind and id,
 * so they are the same in every build. Texts are in the feed's language.
 */
#ifndef FEED_HSDS_OBJECT_H
#define FEED_HSDS_OBJECT_H

#include "model/reader.h"

/* How much of a record: what another object says about it, or all. */
enum hsds_extent { HSDS_BRIEF, HSDS_FULL };

struct value hsds_organization(
	const struct reader *reader, const struct record *record, enum hsds_extent extent);
/* The organization's own address as a location; none: VALUE_NONE. */
struct value hsds_office(const struct reader *reader, const struct record *record);
struct value hsds_location(
	const struct reader *reader, const struct record *record, enum hsds_extent extent);
/* In brief: with its organization in brief, without lists. */
struct value hsds_service(
	const struct reader *reader, const struct record *record, enum hsds_extent extent);
struct value hsds_service_at_location(
	const struct reader *reader, const struct record *service, const struct record *location);
struct value hsds_taxonomy(const struct reader *reader, const struct kind *kind);
struct value hsds_term(const struct reader *reader, const struct record *record);

/* The UUID of "kind/id". */
str hsds_id(const struct reader *reader, const struct record *record);

/* Services from abroad and hidden ones are not published. */
bool hsds_is_published(const struct record *service);

/* The kinds whose records classify others, in order. Kinds that the site does
 * not have count, too. */
enum { HSDS_TAXONOMIES = 5 };
str hsds_taxonomy_kind(size_t index);
/* Is the term, or a narrower one, named by something published? */
bool hsds_term_is_used(const struct site *site, const struct record *term);

#endif
