/*
 * The smaller objects of HSDS that stand inside others, and the few functions
 * with which all are made. Private to feed/hsds_*.c.
 */
#ifndef FEED_HSDS_PART_H
#define FEED_HSDS_PART_H

#include "model/reader.h"

/* Members are left out when empty: unknown is not there. */
void hsds_put(const struct reader *reader, struct value_map *map, const char *key, str text);
void hsds_put_value(
	const struct reader *reader, struct value_map *map, const char *key, struct value value);
void hsds_put_list(const struct reader *reader, struct value_map *map, const char *key,
	const struct value_list *list);
struct value hsds_object(const struct value_map *map);

/* A new object with its id: the UUID of "owner/what/which". */
struct value_map *hsds_part(const struct reader *reader, str owner, const char *what, str which);

/* `owner` is "kind/id" of the record in whose `json` the things stand. */
struct value_list *hsds_phones(const struct reader *reader, str owner, struct value json);
struct value_list *hsds_addresses(const struct reader *reader, str owner, struct value json);
struct value_list *hsds_languages(const struct reader *reader, str owner, struct value json);
/* One object with one text, for the lists of required documents and the like. */
struct value_list *hsds_text(const struct reader *reader, str owner, struct value json,
	const char *field, const char *what, const char *member);

/* The hours of a location, from the schedules that name it: one object for
 * each row and each time of the year with its own offset from UTC, because
 * HSDS knows offsets but no zones. */
struct value_list *hsds_schedules(const struct reader *reader, const struct record *location);

#endif
