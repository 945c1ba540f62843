#include <git2.h> /* first: base.h bans a name that it uses */

#include "source/header.h"

static int broken(void)
{
	git_error_set_str(GIT_ERROR_OBJECT, "a broken commit");
	return GIT_ERROR;
}

/* The id on a line that begins with `name`. */
static bool read_id(str line, str name, uint8_t id[20])
{
	git_oid oid;
	if (!str_starts(line, name) || line.len != name.len + GIT_OID_HEXSZ ||
		git_oid_fromstrn(&oid, line.ptr + name.len, GIT_OID_HEXSZ) < 0)
		return false;
	memcpy(id, oid.id, sizeof(oid.id));
	return true;
}

static size_t count_parents(str rest)
{
	size_t count = 0;
	for (str line; str_cut(&rest, '\n', &line) && str_starts(line, S("parent "));)
		count++;
	return count;
}

/* Behind the address: seconds, space, zone. A commit without them counts as the oldest, as
 * libgit2 has it. */
static int64_t read_time(str line)
{
	int64_t time = 0;
	size_t end = str_rfind_char(line, '>');
	str rest = end == STR_NONE ? S("") : str_trim(str_from(line, end + 1)), seconds;
	return str_cut(&rest, ' ', &seconds) && str_to_int(seconds, &time) ? time : 0;
}

static bool read_parents(str *rest, struct arena *arena, struct header *out)
{
	str line;
	size_t count = count_parents(*rest);
	out->parents = arena_zalloc(arena, count * sizeof(*out->parents));
	for (; out->nparents < count; out->nparents++)
		if (!str_cut(rest, '\n', &line) ||
			!read_id(line, S("parent "), out->parents[out->nparents]))
			return false;
	return true;
}

static int read_lines(str rest, struct arena *arena, struct header *out)
{
	str line;
	if (!str_cut(&rest, '\n', &line) || !read_id(line, S("tree "), out->tree) ||
		!read_parents(&rest, arena, out))
		return broken();
	while (str_cut(&rest, '\n', &line) && line.len)
		if (str_starts(line, S("committer "))) {
			out->time = read_time(line);
			return 0;
		}
	return broken();
}

int header_read(
	struct git_odb *objects, const struct git_oid *id, struct arena *arena, struct header *out)
{
	git_odb_object *object;
	int code = git_odb_read(&object, objects, id);
	*out = (struct header){.nparents = 0};
	if (code < 0)
		return code;
	str bytes = str_n(git_odb_object_data(object), git_odb_object_size(object));
	code = git_odb_object_type(object) == GIT_OBJECT_COMMIT ? read_lines(bytes, arena, out)
								: broken();
	git_odb_object_free(object);
	return code;
}
