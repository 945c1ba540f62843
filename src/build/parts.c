#include "build/parts.h"

#include "model/reading.h"

void parts_init(struct parts *parts)
{
	*parts = (struct parts){.changed = NULL};
	buf_init(&parts->kept);
	buf_init(&parts->one);
}

void parts_release(struct parts *parts)
{
	buf_release(&parts->kept);
	buf_release(&parts->one);
}

static void keep(struct parts *parts, size_t number, str part)
{
	pack_number(&parts->kept, number);
	pack_text(&parts->kept, part);
}

/* --- taken as they were ------------------------------------------------------------- */

static str find(const struct parts *parts, size_t number)
{
	struct unpack unpack = {.rest = parts->old};
	while (unpack.rest.len && !unpack.failed) {
		size_t n = (size_t)unpack_number(&unpack);
		str part = unpack_text(&unpack);
		if (n == number)
			return part;
	}
	return S("");
}

/* False: one of them is another, or there is no such part. */
static bool read_inputs(const struct parts *parts, struct unpack *unpack, struct arena *arena,
	struct reading_part *out)
{
	if (!parts->changed)
		return false;
	size_t n = unpack_count(unpack, parts->ninputs);
	uint32_t *inputs = ARENA_ARRAY(arena, uint32_t, n);
	*out = (struct reading_part){true, inputs, n};
	for (size_t i = 0; i < n; i++) {
		inputs[i] = (uint32_t)unpack_count(unpack, parts->ninputs - 1);
		if (parts->changed[inputs[i]])
			return false;
	}
	return n && !unpack->failed;
}

bool parts_take(struct parts *parts, const struct build *build, struct worker *worker,
	size_t number, str *text)
{
	struct reading_part reading;
	str part = find(parts, number);
	struct unpack unpack = {.rest = part};
	if (!read_inputs(parts, &unpack, &worker->scratch, &reading))
		return false;
	reading_add_part(&reading);
	noted_carry(build, worker, &unpack);
	*text = arena_str(&worker->scratch, unpack_text(&unpack));
	keep(parts, number, part);
	return true;
}

/* --- made --------------------------------------------------------------------------- */

void parts_begin(struct parts *parts, const struct worker *worker)
{
	parts->before = noted_by(worker);
	parts->begin = reading_part_begin();
}

void parts_end(struct parts *parts, struct worker *worker, size_t number, str text)
{
	struct reading_part reading = reading_part_end(parts->begin, &worker->scratch);
	if (worker->diags.list.len > parts->before.ndiags)
		return;
	buf_clear(&parts->one);
	pack_number(&parts->one, reading.n);
	for (size_t i = 0; i < reading.n; i++)
		pack_number(&parts->one, reading.inputs[i]);
	noted_pack(&parts->one, worker, parts->before);
	pack_text(&parts->one, text);
	keep(parts, number, buf_str(&parts->one));
}
