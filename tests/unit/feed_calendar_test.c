/* Lines of calendars come out whole, whatever their length. */
#include <criterion/criterion.h>

#include "feed/calendar.h"

#define OCTETS_MAX 75

static void write_calendar(str name, struct arena *arena, struct buf *out)
{
	struct site site = {
		.config.timezone = S("Europe/Riga"), .config.id_host = S("example.org")};
	struct language language = {.code = S("lv"), .tag = S("lv")};
	struct reader reader = {&site, &language, arena};
	struct calendar *calendar = calendar_new(&reader, out, S(""), S(""));
	calendar_add(calendar, &(struct calendar_event){
				       .uid = S("a"), .starts = S("2026-12-24"), .summary = name});
	calendar_finish(calendar);
}

/* Each piece has its CRLF and something before it; the whole line is `wanted`. */
static void expect_whole(str file, str wanted)
{
	str piece;
	bool found = false;
	struct buf line;
	buf_init(&line);
	while (file.len && str_cut(&file, '\n', &piece)) {
		cr_assert(str_ends(piece, S("\r")));
		piece = str_sub(piece, 0, piece.len - 1);
		cr_expect(str_find_char(piece, '\r') == STR_NONE && piece.len <= OCTETS_MAX);
		bool fold = str_starts(piece, S(" "));
		cr_expect(piece.len > fold, "a piece of nothing");
		found = found || (!fold && str_eq(buf_str(&line), wanted));
		if (!fold)
			buf_clear(&line);
		buf_add(&line, fold ? str_from(piece, 1) : piece);
	}
	cr_expect(found, "no line '%.*s'", STR_ARGS(wanted));
	buf_release(&line);
}

Test(calendar, folds_of_every_length)
{
	static const char *const texts[] = {"a", "ā", "—", "a b "};
	struct arena arena;
	struct buf out, line;
	arena_init(&arena);
	buf_init(&out);
	buf_init(&line);
	for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
		buf_clear(&line);
		buf_adds(&line, "SUMMARY:a");
		while (line.len < 310) {
			buf_add(&line, str_of(texts[i]));
			buf_clear(&out);
			write_calendar(str_from(buf_str(&line), 8), &arena, &out);
			expect_whole(buf_str(&out), buf_str(&line));
		}
	}
	buf_release(&out);
	buf_release(&line);
	arena_release(&arena);
}
