/* Any bytes are a kept history or none; what was read is written as it was. */
#include "base/seal.h"
#include "frame.h"
#include "source/history_file.h"

static void check(const struct store_history *history, struct arena *arena)
{
	struct store_history again;
	struct buf first, second;
	history_file_write(history, &first);
	if (!history_file_read(arena_str(arena, buf_str(&first)), arena, &again))
		BUG("a history that can't be read again");
	history_file_write(&again, &second);
	if (!str_eq(buf_str(&first), buf_str(&second)))
		BUG("another history is read than was written");
	buf_release(&first);
	buf_release(&second);
}

void fuzz_input(str text, struct arena *arena, struct diags *diags)
{
	struct store_history history;
	struct buf sealed;
	UNUSED(diags);
	buf_init(&sealed);
	buf_add(&sealed, text);
	seal_add(&sealed, 0);
	if (history_file_read(arena_str(arena, buf_str(&sealed)), arena, &history))
		check(&history, arena);
	buf_release(&sealed);
}
