#include "feed/hsds_part.h"

#include "base/hash.h"

void hsds_put_value(
	const struct feed *feed, struct value_map *map, const char *key, struct value value)
{
	value_map_put(feed->arena, map, str_of(key), SPAN_NONE, value);
}

void hsds_put(const struct feed *feed, struct value_map *map, const char *key, str text)
{
	if (text.len)
		hsds_put_value(feed, map, key, value_string(text, SPAN_NONE));
}

void hsds_put_list(const struct feed *feed, struct value_map *map, const char *key,
	const struct value_list *list)
{
	if (list->len)
		hsds_put_value(feed, map, key, value_list(list, SPAN_NONE));
}

struct value hsds_object(const struct value_map *map)
{
	return value_map(map, SPAN_NONE);
}

struct value_map *hsds_part(const struct feed *feed, str owner, const char *what, str which)
{
	struct value_map *map = ARENA_NEW(feed->arena, struct value_map);
	str name =
		arena_printf(feed->arena, "%.*s/%s/%.*s", STR_ARGS(owner), what, STR_ARGS(which));
	hsds_put(feed, map, "id", hash_uuid5(feed->arena, name));
	return map;
}

static void push(const struct feed *feed, struct value_list *list, const struct value_map *map)
{
	value_list_push(feed->arena, list, hsds_object(map));
}

static struct value list_of(struct value json, const char *key)
{
	return value_get(json, str_of(key), NULL);
}

struct value_list *hsds_languages(const struct feed *feed, str owner, struct value json)
{
	struct value_list *list = ARENA_NEW(feed->arena, struct value_list);
	struct value codes = list_of(json, "languages");
	for (size_t i = 0; i < value_count(codes); i++) {
		str code = codes.list->items[i].string;
		const struct language *known = config_language(&feed->site->config, code);
		struct value_map *map = hsds_part(feed, owner, "languages", code);
		hsds_put(feed, map, "name", known ? known->name : S(""));
		hsds_put(feed, map, "code", code);
		push(feed, list, map);
	}
	return list;
}

struct value_list *hsds_phones(const struct feed *feed, str owner, struct value json)
{
	struct value_list *list = ARENA_NEW(feed->arena, struct value_list);
	struct value phones = list_of(json, "phones");
	for (size_t i = 0; i < value_count(phones); i++) {
		struct value phone = phones.list->items[i];
		str number = value_get_str(phone, S("number"));
		str type = value_get_str(phone, S("type"));
		str which = arena_join(feed->arena, number, S(" "), type);
		str own = arena_join(feed->arena, owner, S("/phones/"), which);
		struct value_map *map = hsds_part(feed, owner, "phones", which);
		hsds_put(feed, map, "number", number);
		hsds_put(feed, map, "type", type);
		hsds_put(feed, map, "description", feed_text(feed, phone, "task"));
		hsds_put_list(feed, map, "languages", hsds_languages(feed, own, phone));
		push(feed, list, map);
	}
	return list;
}

/* The schema requires these; an empty text is the one way to say "not known". */
static void put_required(
	const struct feed *feed, struct value_map *map, const char *key, struct value address)
{
	hsds_put_value(
		feed, map, key, value_string(value_get_str(address, str_of(key)), SPAN_NONE));
}

struct value_list *hsds_addresses(const struct feed *feed, str owner, struct value json)
{
	static const char *const required[] = {
		"address_1", "city", "state_province", "postal_code", "country", "address_type"};
	struct value_list *list = ARENA_NEW(feed->arena, struct value_list);
	struct value addresses = list_of(json, "addresses");
	for (size_t i = 0; i < value_count(addresses); i++) {
		struct value address = addresses.list->items[i];
		struct value_map *map =
			hsds_part(feed, owner, "addresses", arena_printf(feed->arena, "%zu", i));
		hsds_put(feed, map, "attention", feed_text(feed, address, "attention"));
		hsds_put(feed, map, "address_2", value_get_str(address, S("address_2")));
		for (size_t k = 0; k < ARRAY_LEN(required); k++)
			put_required(feed, map, required[k], address);
		push(feed, list, map);
	}
	return list;
}

struct value_list *hsds_text(const struct feed *feed, str owner, struct value json,
	const char *field, const char *what, const char *member)
{
	struct value_list *list = ARENA_NEW(feed->arena, struct value_list);
	str text = feed_text(feed, json, field);
	if (!text.len)
		return list;
	struct value_map *map = hsds_part(feed, owner, what, str_of(field));
	hsds_put(feed, map, member, text);
	push(feed, list, map);
	return list;
}
