#include "model/gist.h"

#include "base/hash.h"

static bool is_fact(str goal)
{
	return str_starts(goal, S("tel:")) || str_starts(goal, S("mailto:"));
}

/* Behind "](": the address ends at a space, or at the bracket that is not its own. */
static size_t goal_len(str s)
{
	size_t depth = 0;
	bool pointed = str_starts(s, S("<"));
	for (size_t i = 0; i < s.len; i++) {
		char c = s.ptr[i];
		if (pointed && c == '>')
			return i + 1;
		if (c == '\n' || (!pointed && (c == ' ' || (c == ')' && depth == 0))))
			return i;
		depth += (size_t)(c == '(') - (size_t)(c == ')' && depth > 0);
	}
	return s.len;
}

/* "[name]: goal", a line of its own (CommonMark, link reference definitions). */
static bool begins_definition(str s, size_t i)
{
	str line = str_sub(s, 0, i);
	size_t end = str_rfind_char(line, '\n');
	line = str_trim(end == STR_NONE ? line : str_from(line, end + 1));
	return str_starts(line, S("[")) && str_ends(line, S("]:"));
}

/* Asked for each byte of each text: nearly all are told by what stands before them. */
static bool begins_goal(str s, size_t i)
{
	if (i < 3 || !(s.ptr[i - 1] == '(' || (s.ptr[i - 1] == ' ' && s.ptr[i - 2] == ':')))
		return false;
	return str_ends(str_sub(s, 0, i), S("](")) ||
	       (str_ends(str_sub(s, 0, i), S("]: ")) && begins_definition(s, i));
}

static bool is_carriage_return(str s, size_t i)
{
	return s.ptr[i] == '\r' && i + 1 < s.len && s.ptr[i + 1] == '\n';
}

static str without_goals(str text, struct arena *scratch)
{
	char *out = arena_alloc(scratch, text.len);
	size_t len = 0;
	for (size_t i = 0; i < text.len; i++) {
		if (begins_goal(text, i) && !is_fact(str_from(text, i)))
			i += goal_len(str_from(text, i));
		if (i < text.len && !is_carriage_return(text, i))
			out[len++] = text.ptr[i];
	}
	return str_n(out, len);
}

uint64_t gist_of(str title, str description, str body, struct arena *scratch)
{
	uint64_t hash = hash64_mix(hash64_mix(0, title), description);
	hash = hash64_mix(hash, without_goals(body, scratch));
	return hash ? hash : 1;
}
