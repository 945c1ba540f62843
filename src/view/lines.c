#include "view/lines.h"

#include <stdlib.h>

/* Where there are more, the rest is made for each list. */
#define LINES_MAX ((size_t)24 << 20)

struct lines {
	size_t nparts, nlanguages, nrecords, npages;
	/* By template and language, then letters; each of them has a slot a record. Behind them by
	 * role, section and language; each of these has a slot a page. */
	_Atomic(stock_slot *) *tables;
	_Atomic size_t size;
};

static size_t count_tables(const struct lines *lines)
{
	return ((1 + ROLES) * lines->nparts + 1) * lines->nlanguages;
}

struct lines *lines_new(const struct site *site, const struct units *units)
{
	struct lines *lines = xcalloc(1, sizeof(*lines));
	lines->nlanguages = site->config.nlanguages;
	lines->nrecords = site->nrecords;
	lines->npages = site->pages.len;
	lines->nparts = units->set.nparts;
	lines->tables = xcalloc(count_tables(lines), sizeof(*lines->tables));
	return lines;
}

void lines_free(struct lines *lines)
{
	for (size_t i = 0; lines && i < count_tables(lines); i++)
		free(lines->tables[i]);
	if (lines)
		free(lines->tables);
	free(lines);
}

/* Made by who needs it first. */
static stock_slot *table_at(struct lines *lines, size_t number, size_t nslots)
{
	_Atomic(stock_slot *) *place = &lines->tables[number];
	stock_slot *table = atomic_load(place);
	if (table)
		return table;
	stock_slot *made = xcalloc(nslots, sizeof(*made));
	if (atomic_compare_exchange_strong(place, &table, made))
		return made;
	free(made);
	return table;
}

/* Not one of those for which there is no more room. */
static stock_slot *with_room(const struct lines *lines, stock_slot *slot)
{
	bool full = atomic_load_explicit(&lines->size, memory_order_relaxed) > LINES_MAX;
	return full && !atomic_load_explicit(slot, memory_order_relaxed) ? NULL : slot;
}

stock_slot *lines_slot(
	struct lines *lines, uint32_t template, uint32_t language, const struct record *record)
{
	size_t number = template * lines->nlanguages + language;
	return with_room(lines, &table_at(lines, number, lines->nrecords)[record->number]);
}

stock_slot *lines_letter(struct lines *lines, uint32_t language, const struct record *record)
{
	return lines_slot(lines, (uint32_t)lines->nparts, language, record);
}

stock_slot *lines_list(
	struct lines *lines, uint32_t section, uint32_t language, const struct page_view *page)
{
	size_t row = (1 + page->role) * lines->nparts + 1 + section;
	size_t number = row * lines->nlanguages + language;
	return with_room(lines, &table_at(lines, number, lines->npages)[page->page->index]);
}

void lines_add(struct lines *lines, size_t size)
{
	atomic_fetch_add_explicit(&lines->size, size, memory_order_relaxed);
}
