#include <criterion/criterion.h>

#include "diag/report.h"
#include "diag/transcript.h"

static void say(struct diags *diags)
{
	diags_init(diags);
	diag_add(diags, DIAG_LINK_MISSING, span_of(2, 4, 9), "no page at '%s'", "b.md");
	diag_note(diags, SPAN_NONE, "did you mean 'a.md'?\nnote 1 1 1 1");
	diag_note(diags, span_of(1, 0, 3), "%s", "");
	diag_add(diags, DIAG_SERVICE_UNREACHABLE, SPAN_NONE, "nobody can reach it");
	diag_raise(diags);
}

static void write(const struct diags *diags, size_t first, struct buf *out)
{
	buf_init(out);
	transcript_write(diags, first, out);
}

Test(diag_transcript, what_was_said_is_said_again)
{
	struct diags diags, again;
	struct buf text, twice;
	say(&diags);
	write(&diags, 0, &text);
	diags_init(&again);
	cr_assert(transcript_read(buf_str(&text), 2, &again));
	cr_assert_eq(again.nerrors, 2, "a raised one stays raised");
	cr_assert(str_eq(again.list.items[0].notes->text, S("did you mean 'a.md'?\nnote 1 1 1 1")));
	write(&again, 0, &twice);
	cr_assert(str_eq(buf_str(&twice), buf_str(&text)));
	buf_release(&text);
	buf_release(&twice);
	diags_release(&diags);
	diags_release(&again);
}

Test(diag_transcript, begins_where_told)
{
	struct diags diags, again;
	struct buf text;
	say(&diags);
	write(&diags, 1, &text);
	diags_init(&again);
	cr_assert(transcript_read(buf_str(&text), 0, &again));
	cr_assert_eq(again.list.len, 1);
	cr_assert_eq(again.list.items[0].id, DIAG_SERVICE_UNREACHABLE);
	buf_release(&text);
	diags_release(&diags);
	diags_release(&again);
}

static bool reads(str text, size_t nsources)
{
	struct diags diags;
	diags_init(&diags);
	bool good = transcript_read(text, nsources, &diags);
	diags_release(&diags);
	return good;
}

Test(diag_transcript, a_text_that_was_cut_or_points_nowhere_is_refused)
{
	struct diags diags;
	struct buf text;
	say(&diags);
	write(&diags, 0, &text);
	cr_assert(reads(S(""), 0));
	cr_assert_not(reads(buf_str(&text), 1), "source 2 of 1");
	size_t whole = 0;
	for (size_t len = 0; len < text.len; len++)
		whole += reads(str_sub(buf_str(&text), 0, len), 2);
	cr_assert_eq(
		whole, 4, "nothing, or the first message with none, one or both notes: %zu", whole);
	cr_assert_not(reads(S("note 0 0 0 1\nx\n"), 2), "a note of nothing");
	cr_assert_not(reads(S("diag 99999 0 0 0 0 1\nx\n"), 2), "an id of another version");
	cr_assert_not(reads(S("diag 1 0 0 0 0 99\nx\n"), 2), "a length beyond the end");
	buf_release(&text);
	diags_release(&diags);
}
