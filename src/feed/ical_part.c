#include "feed/ical_part.h"

void ical_line(struct buf *text, str line)
{
	if (line.len)
		buf_printf(text, "%s%.*s", text->len ? "\n" : "", STR_ARGS(line));
}

str ical_text(const struct reader *reader, struct buf *text)
{
	str copy = arena_str(reader->arena, buf_str(text));
	buf_release(text);
	return copy;
}

str ical_label(const struct reader *reader, str word, str text)
{
	str name = reader_word(reader, word);
	return text.len && name.len
		       ? arena_printf(reader->arena, "%.*s: %.*s", STR_ARGS(name), STR_ARGS(text))
		       : text;
}

/* "Jelgavas cietums, Palīdzības iela 3, Jelgava, LV-3001" */
static str address_line(const struct reader *reader, const struct record *location)
{
	static const char *const parts[] = {"address_1", "city", "postal_code"};
	struct value addresses = value_get(record_facts(location)->json, S("addresses"), NULL);
	struct buf text;
	buf_init(&text);
	buf_add(&text, reader_title(reader, location));
	if (addresses.kind == VALUE_LIST && addresses.list->len)
		for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
			str part = value_get_str(addresses.list->items[0], str_of(parts[i]));
			if (part.len)
				buf_printf(&text, ", %.*s", STR_ARGS(part));
		}
	return ical_text(reader, &text);
}

void ical_place(
	const struct reader *reader, struct calendar_event *event, const struct record *location)
{
	if (!location)
		return;
	event->location = location->is_hidden ? reader_title(reader, location)
					      : address_line(reader, location);
	event->has_place = !location->is_hidden && record_position(record_facts(location)->json,
							   &event->latitude, &event->longitude);
	if (!event->url.len)
		event->url = reader_page_url(reader, location);
}
