#include "feed/happening.h"

#include "locale/format.h"

/* The time of day, as pages write it. */
static str time_text(const struct reader *reader, str when)
{
	str sign = reader_word(reader, S("time_sign"));
	return format_clock(str_from(when, 11), sign, reader->arena);
}

/* "2026. gada 16. maijs 11.00"; the text itself when it is no date. */
static str when_text(const struct reader *reader, str when)
{
	struct day day;
	if (!day_parse(str_sub(when, 0, 10), &day))
		return when;
	str date = reader_date(reader, str_sub(when, 0, 10));
	return arena_join(
		reader->arena, date, when.len > 11 ? S(" ") : S(""), time_text(reader, when));
}

/* What ends in a full stop, as dates do in Russian, gets no second one. */
static void add_part(struct buf *out, const char *before, str text)
{
	bool twice = before[0] == '.' && out->len && out->data[out->len - 1] == '.';
	if (text.len)
		buf_printf(out, "%s%.*s", out->len ? before + twice : "", STR_ARGS(text));
}

/* "11.00 – 15.30", "5. septembris 12.00 – 6. septembris 09.00": a day is said once. */
static void add_when(const struct reader *reader, struct buf *text, str begin, str end)
{
	bool same_day = str_eq(str_sub(begin, 0, 10), str_sub(end, 0, 10));
	add_part(text, "", when_text(reader, begin));
	add_part(text, " – ", same_day ? time_text(reader, end) : when_text(reader, end));
}

/* When, where, in what state, and what there is to say about it. */
static str summary_of(const struct reader *reader, const struct record *record)
{
	static const char *const begins[] = {"startDate", "valid_from"};
	static const char *const ends[] = {"endDate", "valid_to"};
	static const char *const texts[] = {"reason", "description", "text", "what_to_do", "note"};
	const struct record *location =
		reader_reference(reader, record_facts(record)->json, "location", "locations");
	str status = value_get_str(record_facts(record)->json, S("eventStatus"));
	struct buf text;
	buf_init(&text);
	for (size_t i = 0; i < ARRAY_LEN(begins); i++)
		add_when(reader, &text,
			value_get_str(record_facts(record)->json, str_of(begins[i])),
			value_get_str(record_facts(record)->json, str_of(ends[i])));
	if (status.len && !str_eq(status, S("scheduled")))
		add_part(&text, ", ", reader_enum(reader, status));
	if (location)
		add_part(&text, ". ", reader_title(reader, location));
	const char *before = ". ";
	for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
		str words = reader_text(reader, record_facts(record)->json, texts[i]);
		add_part(&text, before, words);
		before = words.len ? " " : before;
	}
	str copy = arena_str(reader->arena, buf_str(&text));
	buf_release(&text);
	return copy;
}

/* An event's own page, else that of the place. */
static str url_of(const struct reader *reader, const struct record *record)
{
	const struct record *location =
		reader_reference(reader, record_facts(record)->json, "location", "locations");
	str url = reader_page_url(reader, record);
	return url.len || !location ? url : reader_page_url(reader, location);
}

struct atom_entry happening_entry(const struct reader *reader, const struct record *record)
{
	return (struct atom_entry){
		.id = arena_printf(reader->arena, "/data/%.*s/%.*s#%.*s",
			STR_ARGS(record->kind->name), STR_ARGS(record->id),
			STR_ARGS(reader->language->code)),
		.url = url_of(reader, record),
		.title = reader_title(reader, record),
		.summary = summary_of(reader, record),
		.updated = record_changed(record),
	};
}
