#include "search/stands.h"

/* The lowest bit of its number: place and times follow. */
void stands_put(struct stands_packing *packing, struct stand stand)
{
	bool other = stand.place != packing->place || stand.times != 1;
	pack_number(packing->out, (uint64_t)stand.form << 1 | other);
	if (!other)
		return;
	pack_number(packing->out, stand.place);
	pack_number(packing->out, stand.times);
	packing->place = stand.place;
}

bool stands_next(struct stands_walk *walk, struct stand *out)
{
	struct unpack *unpack = &walk->unpack;
	if (!unpack->rest.len)
		return false;
	uint64_t number = unpack_number(unpack);
	*out = (struct stand){(uint32_t)(number >> 1), walk->place, 1};
	if (number & 1) {
		out->place = walk->place = (uint16_t)unpack_count(unpack, UINT16_MAX);
		out->times = (uint16_t)unpack_count(unpack, TIMES_MAX);
	}
	return !unpack->failed;
}
