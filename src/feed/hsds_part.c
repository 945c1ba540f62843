#include "feed/hsds_part.h"

#include "base/hash.h"

void hsds_put_value(
	const struct reader *reader, struct value_map *map, const char *key, struct value value)
{
	value_map_put(reader->arena, map, str_of(key), SPAN_NONE, value);
}

void hsds_put(const struct reader *reader, struct value_map *map, const char *key, str text)
{
	if (text.len)
		hsds_put_value(reader, map, key, value_string(text, SPAN_NONE));
}

void hsds_put_list(const struct reader *reader, struct value_map *map, const char *key,
	const struct value_list *list)
{
	if (list->len)
		hsds_put_value(reader, map, key, value_list(list, SPAN_NONE));
}

struct value hsds_object(const struct value_map *map)
{
	return value_map(map, SPAN_NONE);
}

struct value_map *hsds_part(const struct reader *reader, str owner, const char *what, str which)
{
	struct value_map *map = ARENA_NEW(reader->arena, struct value_map);
	str name = arena_join(reader->arena, owner, S("/"), str_of(what));
	name = arena_join(reader->arena, name, S("/"), which);
	hsds_put(reader, map, "id", hash_uuid5(reader->arena, name));
	return map;
}

static void push(const struct reader *reader, struct value_list *list, const struct value_map *map)
{
	value_list_push(reader->arena, list, hsds_object(map));
}

static struct value list_of(struct value json, const char *key)
{
	return value_get(json, str_of(key), NULL);
}

struct value_list *hsds_languages(const struct reader *reader, str owner, struct value json)
{
	struct value_list *list = ARENA_NEW(reader->arena, struct value_list);
	struct value codes = list_of(json, "languages");
	for (size_t i = 0; i < value_count(codes); i++) {
		str code = value_str_at(codes, i);
		const struct language *known = config_language(&reader->site->config, code);
		struct value_map *map = hsds_part(reader, owner, "languages", code);
		hsds_put(reader, map, "name", known ? known->name : S(""));
		hsds_put(reader, map, "code", code);
		push(reader, list, map);
	}
	return list;
}

struct value_list *hsds_phones(const struct reader *reader, str owner, struct value json)
{
	struct value_list *list = ARENA_NEW(reader->arena, struct value_list);
	struct value phones = list_of(json, "phones");
	for (size_t i = 0; i < value_count(phones); i++) {
		struct value phone = phones.list->items[i];
		str number = value_get_str(phone, S("number"));
		str type = value_get_str(phone, S("type"));
		str which = arena_join(reader->arena, number, S(" "), type);
		str own = arena_join(reader->arena, owner, S("/phones/"), which);
		struct value_map *map = hsds_part(reader, owner, "phones", which);
		hsds_put(reader, map, "number", number);
		hsds_put(reader, map, "type", type);
		hsds_put(reader, map, "description", reader_text(reader, phone, "task"));
		hsds_put_list(reader, map, "languages", hsds_languages(reader, own, phone));
		push(reader, list, map);
	}
	return list;
}

/* The schema requires these; an empty text is the one way to say "not known". */
static void put_required(
	const struct reader *reader, struct value_map *map, const char *key, struct value address)
{
	hsds_put_value(
		reader, map, key, value_string(value_get_str(address, str_of(key)), SPAN_NONE));
}

struct value_list *hsds_addresses(const struct reader *reader, str owner, struct value json)
{
	static const char *const required[] = {
		"address_1", "city", "state_province", "postal_code", "country", "address_type"};
	struct value_list *list = ARENA_NEW(reader->arena, struct value_list);
	struct value addresses = list_of(json, "addresses");
	for (size_t i = 0; i < value_count(addresses); i++) {
		struct value address = addresses.list->items[i];
		struct value_map *map = hsds_part(
			reader, owner, "addresses", arena_printf(reader->arena, "%zu", i));
		hsds_put(reader, map, "attention", reader_text(reader, address, "attention"));
		hsds_put(reader, map, "address_2", value_get_str(address, S("address_2")));
		for (size_t k = 0; k < ARRAY_LEN(required); k++)
			put_required(reader, map, required[k], address);
		push(reader, list, map);
	}
	return list;
}

struct value_list *hsds_text(const struct reader *reader, str owner, struct value json,
	const char *field, const char *what, const char *member)
{
	struct value_list *list = ARENA_NEW(reader->arena, struct value_list);
	str text = reader_text(reader, json, field);
	if (!text.len)
		return list;
	struct value_map *map = hsds_part(reader, owner, what, str_of(field));
	hsds_put(reader, map, member, text);
	push(reader, list, map);
	return list;
}
