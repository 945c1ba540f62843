#include "model/gist.h"

#include <string.h>

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

/* A name has at most 999 characters (CommonMark, link reference definitions): nobody has to look
 * further back for where its line begins. */
#define DEFINITION_MAX 4096

/* "[name]: goal", a line of its own. */
static bool begins_definition(str s, size_t i)
{
	str line = str_sub(s, i > DEFINITION_MAX ? i - DEFINITION_MAX : 0, i);
	size_t end = str_rfind_char(line, '\n');
	if (end == STR_NONE && line.len < i)
		return false;
	line = str_trim(end == STR_NONE ? line : str_from(line, end + 1));
	return str_starts(line, S("[")) && str_ends(line, S("]:"));
}

/* Behind the bracket at `at`: where its goal begins, or 0. */
static size_t goal_behind(str s, size_t at)
{
	str rest = str_from(s, at);
	if (at > 0 && str_starts(rest, S("](")))
		return at + 2;
	return str_starts(rest, S("]: ")) && begins_definition(s, at + 3) ? at + 3 : 0;
}

/* Where the next goal begins, beyond `from`; the text's end: there is none. */
static size_t next_goal(str s, size_t from)
{
	for (size_t at = from > 2 ? from - 2 : 0;; at++) {
		size_t bracket = str_find_char(str_from(s, at), ']');
		if (bracket == STR_NONE)
			return s.len;
		at += bracket;
		size_t goal = goal_behind(s, at);
		if (goal > from)
			return goal;
	}
}

static size_t next_line_end(str s, size_t from)
{
	size_t found = str_find(str_from(s, from), S("\r\n"));
	return found == STR_NONE ? s.len : from + found;
}

/* What is left of a text whose parts are looked at one after the other. */
struct rest {
	char *ptr;
	size_t len;
};

static void keep(struct rest *out, str text, size_t from, size_t to)
{
	str part = str_sub(text, from, to);
	memcpy(out->ptr + out->len, part.ptr, part.len);
	out->len += part.len;
}

static str without_goals(str text, struct arena *scratch)
{
	struct rest out = {arena_alloc(scratch, text.len), 0};
	size_t from = 0;
	for (size_t at = next_goal(text, 0); at < text.len; at = next_goal(text, at)) {
		str goal = str_from(text, at);
		keep(&out, text, from, at);
		from = at;
		if (!is_fact(goal))
			from = at += goal_len(goal);
	}
	keep(&out, text, from, text.len);
	return str_n(out.ptr, out.len);
}

static str with_unix_lines(str text, struct arena *scratch)
{
	size_t from = 0, at = next_line_end(text, 0);
	if (at == text.len)
		return text;
	struct rest out = {arena_alloc(scratch, text.len), 0};
	for (; at < text.len; at = next_line_end(text, from)) {
		keep(&out, text, from, at);
		from = at + 1;
	}
	keep(&out, text, from, text.len);
	return str_n(out.ptr, out.len);
}

uint64_t gist_of(str title, str description, str body, struct arena *scratch)
{
	uint64_t hash = hash64_mix(hash64_mix(0, title), description);
	hash = hash64_mix(hash, without_goals(with_unix_lines(body, scratch), scratch));
	return hash ? hash : 1;
}
