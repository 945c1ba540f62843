#include "diag/conflict.h"

bool conflict_is_mark(str line)
{
	return str_starts(line, S("<<<<<<< ")) || str_starts(line, S(">>>>>>> ")) ||
	       str_eq(str_trim(line), S("======="));
}

/* The line of the first mark; empty when there is none. */
static str find_mark(str text)
{
	for (str line; str_cut(&text, '\n', &line);)
		if (conflict_is_mark(line))
			return line;
	return S("");
}

void conflict_tell(struct diags *diags, enum diag_id id, struct span mark)
{
	diag_add(diags, id, mark,
		"two people changed the lines below, and both versions stand here");
	diag_note(
		diags, SPAN_NONE, "keep one, and take out the lines <<<<<<<, ======= and >>>>>>>");
}

bool conflict_report(struct diags *diags, enum diag_id id, str text, struct span at)
{
	str mark = str_trim(find_mark(text));
	if (!mark.len)
		return false;
	size_t from = (size_t)(mark.ptr - text.ptr);
	conflict_tell(diags, id, span_within(at, from, from + mark.len));
	return true;
}
