/*
 * Where a link in a page leads: the input is a folder, a line end, and the
 * link. Whatever stands there, the goal is inside the content root, and a link
 * that really leaves it is refused.
 */
#include "base/path.h"
#include "frame.h"

static void must(bool holds)
{
	if (!holds)
		BUG("a goal outside of the content");
}

/* Counts folders up and down, without looking at names: a second opinion. */
static bool stays_inside(str dir, str link)
{
	long depth = 0;
	str part;
	for (str rest = dir; dir.len && str_cut(&rest, '/', &part);)
		depth++;
	for (str rest = link; str_cut(&rest, '/', &part);) {
		if (str_eq(part, S("..")))
			depth--;
		else if (part.len && !str_eq(part, S(".")))
			depth++;
		if (depth < 0)
			return false;
	}
	return !str_starts(link, S("/"));
}

void fuzz_input(str text, struct arena *arena, struct diags *diags)
{
	str dir, out, part, rest = text;
	UNUSED(diags);
	str_cut(&rest, '\n', &dir);
	str link = rest.ptr ? rest : S("");
	if (dir.len && !path_is_plain(dir))
		return;
	bool resolved = path_resolve(arena, dir, link, &out);
	must(resolved == stays_inside(dir, link));
	for (rest = out; resolved && out.len && str_cut(&rest, '/', &part);)
		must(part.len && !str_eq(part, S("..")) && !str_eq(part, S(".")));
	must(!resolved || !str_starts(out, S("/")));
}
