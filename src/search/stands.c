#include "search/stands.h"

/* The most bytes that a tally takes: nine numbers of up to TIMES_MAX. */
#define TALLY_MAX 32
/* And a number. */
#define NUMBER_MAX 8

void packing_init(struct packing *packing)
{
	buf_init(&packing->forms);
	buf_init(&packing->tallies);
	packing->napart = 0;
}

void packing_clear(struct packing *packing)
{
	buf_clear(&packing->forms);
	buf_clear(&packing->tallies);
	packing->napart = 0;
}

void packing_release(struct packing *packing)
{
	buf_release(&packing->forms);
	buf_release(&packing->tallies);
}

static inline char *put(char *at, uint32_t n)
{
	for (; n >= 0x80; n >>= 7)
		*at++ = (char)(n | 0x80);
	*at++ = (char)n;
	return at;
}

/* The place for the next bytes; NULL: there can't be that many. */
static inline char *room(struct buf *packed, size_t n)
{
	bool fits = packed->cap - packed->len > n || buf_reserve(packed, n);
	return fits ? packed->data + packed->len : NULL;
}

static inline void grew(struct buf *packed, const char *end)
{
	buf_grew(packed, (size_t)(end - (packed->data + packed->len)));
}

static void put_form(struct packing *packing, uint32_t form)
{
	char *at = room(&packing->forms, NUMBER_MAX);
	if (at)
		grew(&packing->forms, put(at, form));
}

void packing_put(struct packing *packing, uint32_t form, in_body word)
{
	char *at = room(&packing->tallies, TALLY_MAX);
	put_form(packing, form);
	if (at)
		grew(&packing->tallies, put(put(at, in_body_times(word)), in_body_section(word)));
}

void packing_put_apart(struct packing *packing, uint32_t form, const struct tally *tally)
{
	packing_put(packing, form, in_body_of(tally->times[FIELD_BODY], tally->section));
	packing->napart++;
	char *at = room(&packing->tallies, TALLY_MAX);
	if (!at)
		return;
	for (size_t f = 0; f < FIELD_BODY; f++)
		at = put(at, tally->times[f]);
	if (tally->times[FIELD_HEADINGS])
		at = put(put(at, tally->most), tally->heading);
	grew(&packing->tallies, at);
}

void packing_end(const struct packing *packing, struct buf *out)
{
	pack_number(out, packing->napart);
	pack_text(out, buf_str(&packing->forms));
	buf_add(out, buf_str(&packing->tallies));
}

struct stands stands_of(str packed)
{
	struct stands stands = {.tallies = {.rest = packed}};
	stands.napart = unpack_number(&stands.tallies);
	stands.forms.rest = unpack_text(&stands.tallies);
	return stands;
}

void stands_tally(struct stands *stands, struct tally *out)
{
	struct unpack *packed = &stands->tallies;
	in_body word = stands_in_body(stands);
	*out = (struct tally){.section = in_body_section(word)};
	out->times[FIELD_BODY] = in_body_times(word);
	for (size_t f = 0; f < FIELD_BODY; f++)
		out->times[f] = (uint16_t)unpack_count(packed, TIMES_MAX);
	if (out->times[FIELD_HEADINGS]) {
		out->most = (uint16_t)unpack_count(packed, TIMES_MAX);
		out->heading = (uint8_t)unpack_count(packed, SECTIONS_MAX);
	}
}
