/*
 * Whatever an event says, the file is one calendar with that one event and those texts:
 * lines of at most 75 octets with their CRLF, no control character, half character or
 * property that is not ours. The input is, with zero bytes between them: start, end, time
 * zone, and from there texts.
 */
#include "base/utf8.h"
#include "feed/calendar.h"
#include "frame.h"
#include "locale/format.h"

#define OCTETS_MAX 75

/* The file without folds, its lines by '\n'. */
static str unfold(str file, struct arena *arena)
{
	struct buf lines;
	str part;
	buf_init(&lines);
	while (file.len && str_cut(&file, '\n', &part)) {
		if (!str_ends(part, S("\r")) || part.len - 1 > OCTETS_MAX)
			BUG("a line that is too long, or has another end");
		part = str_sub(part, 0, part.len - 1);
		for (size_t i = 0; i < part.len; i++)
			if (((unsigned char)part.ptr[i] < 0x20) || part.ptr[i] == 0x7f)
				BUG("a control character in a line");
		bool fold = lines.len && str_starts(part, S(" "));
		if (!fold && utf8_invalid_at(part) != STR_NONE)
			BUG("half a character");
		buf_add(&lines, fold || !lines.len ? S("") : S("\n"));
		buf_add(&lines, fold ? str_from(part, 1) : part);
	}
	str copy = arena_str(arena, buf_str(&lines));
	buf_release(&lines);
	return copy;
}

/* The value of the one line that begins with `name`, unescaped; "": there is none. */
static str value_of(str lines, str name, struct arena *arena)
{
	str line, found = S("");
	size_t n = 0;
	while (str_cut(&lines, '\n', &line))
		if (str_starts(line, name)) {
			found = str_from(line, name.len);
			n++;
		}
	if (n > 1)
		BUG("a property stands there twice");
	return fuzz_unescape(found, arena);
}

static size_t count_lines(str lines, str wanted)
{
	str line;
	size_t n = 0;
	while (str_cut(&lines, '\n', &line))
		n += str_eq(line, wanted);
	return n;
}

static void check(str lines, const struct calendar_event *event, struct arena *arena)
{
	struct day day;
	bool usable = day_parse(str_sub(event->starts, 0, 10), &day);
	if (count_lines(lines, S("BEGIN:VEVENT")) != usable ||
		count_lines(lines, S("END:VCALENDAR")) != 1)
		BUG("not one calendar with one event");
	if (!usable)
		return;
	if (!str_eq(value_of(lines, S("SUMMARY:"), arena), fuzz_sayable(event->summary, arena)) ||
		!str_eq(value_of(lines, S("DESCRIPTION:"), arena),
			fuzz_sayable(event->description, arena)) ||
		!str_eq(value_of(lines, S("LOCATION:"), arena),
			fuzz_sayable(event->location, arena)))
		BUG("the event says something else");
}

void fuzz_input(str text, struct arena *arena, struct diags *diags)
{
	struct site site = {
		.config.timezone = S("Europe/Riga"), .config.id_host = S("example.org")};
	struct language language = {.code = S("lv"), .tag = S("lv")};
	struct reader reader = {&site, &language, arena};
	struct calendar_event event = {.uid = S("a"), .category = S("events")};
	str *fields[] = {&event.starts, &event.ends, &event.timezone, &event.summary,
		&event.description, &event.location};
	struct buf out;
	UNUSED(diags);
	if (utf8_invalid_at(text) != STR_NONE)
		return; /* records are UTF-8 */
	for (size_t i = 0; i < ARRAY_LEN(fields); i++)
		if (!str_cut(&text, '\0', fields[i]))
			*fields[i] = S("");
	buf_init(&out);
	struct calendar *calendar =
		calendar_new(&reader, &out, event.summary, S("https://example.org/"));
	calendar_add(calendar, &event);
	calendar_finish(calendar);
	check(unfold(buf_str(&out), arena), &event, arena);
	buf_release(&out);
}
