#include "search/stands.h"

/* The most bytes that one takes: its number, and ten of up to TIMES_MAX. */
#define STAND_MAX 32

static inline char *put(char *at, uint32_t n)
{
	for (; n >= 0x80; n >>= 7)
		*at++ = (char)(n | 0x80);
	*at++ = (char)n;
	return at;
}

static char *put_heads(char *at, const struct tally *tally)
{
	for (size_t f = 0; f < FIELD_BODY; f++)
		at = put(at, tally->times[f]);
	if (!tally->times[FIELD_HEADINGS])
		return at;
	return put(put(at, tally->most), tally->heading);
}

/* The lowest bit of the word's number: it stands in other fields too. */
void stands_put(struct buf *packed, const struct stand *stand)
{
	const struct tally *tally = &stand->tally;
	uint32_t heads =
		(tally->times[FIELD_TITLE] | tally->times[FIELD_KEYWORDS] |
			tally->times[FIELD_HEADINGS] | tally->times[FIELD_DESCRIPTION]) != 0;
	if (packed->cap - packed->len <= STAND_MAX && !buf_reserve(packed, STAND_MAX))
		return;
	char *begin = packed->data + packed->len, *at = begin;
	at = put(at, stand->form << 1 | heads);
	at = put(at, tally->times[FIELD_BODY]);
	at = put(at, tally->section);
	if (heads)
		at = put_heads(at, tally);
	buf_grew(packed, (size_t)(at - begin));
}

bool stands_next(struct unpack *packed, struct stand *out)
{
	if (!packed->rest.len)
		return false;
	uint64_t number = unpack_number(packed);
	*out = (struct stand){.form = (uint32_t)(number >> 1)};
	struct tally *tally = &out->tally;
	tally->times[FIELD_BODY] = (uint16_t)unpack_count(packed, TIMES_MAX);
	tally->section = (uint8_t)unpack_count(packed, SECTIONS_MAX);
	for (size_t f = 0; number & 1 && f < FIELD_BODY; f++)
		tally->times[f] = (uint16_t)unpack_count(packed, TIMES_MAX);
	if (tally->times[FIELD_HEADINGS]) {
		tally->most = (uint16_t)unpack_count(packed, TIMES_MAX);
		tally->heading = (uint8_t)unpack_count(packed, SECTIONS_MAX);
	}
	return !packed->failed;
}
