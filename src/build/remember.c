#include "build/remember.h"

#include "base/pack.h"
#include "build/ledger.h"
#include "build/orders.h"
#include "build/recall.h"
#include "sys/lock.h"

/* What nobody needs any more goes before the next part is written. */
static void write_harvests(struct build *build, struct spill *out)
{
	build_keep_search(build, out);
	build_release_search(build);
}

static void write_readings(struct build *build, struct spill *out)
{
	recall_write(build, out);
}

static void write_orders(struct build *build, struct spill *out)
{
	orders_write(build, &out->piece);
}

static void write_inputs(struct build *build, struct spill *out)
{
	ledger_write_inputs(build, out);
}

static const struct part {
	size_t offset;                                         /* of a str in struct remembered */
	void (*write)(struct build *build, struct spill *out); /* NULL: it was written already */
} parts[] = {
	{offsetof(struct remembered, jobs), NULL},
	{offsetof(struct remembered, harvests), write_harvests},
	{offsetof(struct remembered, readings), write_readings},
	{offsetof(struct remembered, orders), write_orders},
	{offsetof(struct remembered, inputs), write_inputs},
};

enum { LENGTHS_LEN = ARRAY_LEN(parts) * sizeof(uint64_t) };

void remember_take(struct build *build, str memory)
{
	if (memory.len < LENGTHS_LEN)
		return;
	struct unpack unpack = {.rest = str_sub(memory, 0, memory.len - LENGTHS_LEN)};
	struct unpack lengths = {.rest = str_from(memory, memory.len - LENGTHS_LEN)};
	for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
		str *part = (str *)((char *)&build->remembered + parts[i].offset);
		*part = unpack_bytes(&unpack, unpack_hash(&lengths));
	}
}

void remember_add(void *ctx, str bytes)
{
	struct build *build = ctx;
	lock_take(LOCK_MEMORY);
	build->remembering.len += bytes.len;
	if (build->publish)
		publish_remember(build->publish, bytes);
	else
		buf_add(&build->remembering.sunk, bytes);
	lock_drop(LOCK_MEMORY);
}

void remember_write(struct build *build)
{
	struct spill spill;
	size_t lengths[ARRAY_LEN(parts)], begun = 0;
	ledger_write_jobs(build);
	spill_init(&spill, remember_add, build);
	for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
		if (parts[i].write)
			parts[i].write(build, &spill);
		spill_all(&spill);
		lengths[i] = build->remembering.len - begun;
		begun = build->remembering.len;
	}
	for (size_t i = 0; i < ARRAY_LEN(parts); i++)
		pack_hash(&spill.piece, lengths[i]);
	spill_all(&spill);
	spill_release(&spill);
}
