#include "check/budget.h"

#include <math.h>
#include <stdlib.h>

#include "base/eight.h"
#include "base/messages.h"
#include "base/path.h"
#include "feed/offline.h"
#include "publish/compressor.h"

/* Bytes; on a slow telephone two minutes and more. */
#define DOWNLOAD_MAX ((size_t)5 << 20)

static size_t limit_or(struct value budgets, str key, size_t usual)
{
	int64_t bytes = value_get_int(budgets, key, -1);
	return bytes < 0 ? usual : (size_t)bytes;
}

static size_t limit(struct value budgets, str key)
{
	return limit_or(budgets, key, SIZE_MAX);
}

/* If style sheets and scripts keep their limits, a page of this size fits into
 * a visit; without such limits nobody knows before all is made. */
static size_t fits_visit(const struct budget *budget)
{
	if (budget->visit == SIZE_MAX)
		return SIZE_MAX;
	if (budget->css > budget->visit || budget->js > budget->visit - budget->css)
		return 0;
	return budget->visit - budget->css - budget->js;
}

static bool names_page(const struct site *site, str id)
{
	for (size_t l = 0; l < site->config.nlanguages; l++)
		if (site_page(site, &site->config.languages[l], id))
			return true;
	return false;
}

void budget_init(struct budget *budget, const struct site *site, struct diags *diags)
{
	struct value budgets = value_get(site->config.json, S("budgets"), NULL);
	struct value exempt = value_get(budgets, S("exempt"), NULL);
	*budget = (struct budget){limit(budgets, S("html")), limit(budgets, S("css")),
		limit(budgets, S("js")), limit(budgets, S("visit")), limit(budgets, S("pictures")),
		limit(budgets, S("js_later")), limit_or(budgets, S("download"), DOWNLOAD_MAX), 0,
		{0}};
	size_t fits = fits_visit(budget);
	budget->surely = fits < budget->html ? fits : budget->html;
	for (size_t i = 0; i < value_count(exempt); i++) {
		struct value id = exempt.list->items[i];
		map_put(&budget->exempt, id.string, NULL);
		if (!names_page(site, id.string))
			diag_add(diags, DIAG_BUDGET_PAGE, id.span, "no page '%.*s'",
				STR_ARGS(id.string));
	}
}

void budget_release(struct budget *budget)
{
	map_release(&budget->exempt);
}

void scales_release(struct scales *scales)
{
	VEC_FREE(&scales->pages);
	compressor_release(&scales->compressor);
}

/* --- weighing ----------------------------------------------------------------------- */

/* What a text consists of: bytes and, once copies are looked for, copies of what stands before. */
enum { COPY = 256, SYMBOLS };

struct tally {
	size_t counts[SYMBOLS];
	size_t n;
};

static void count(struct tally *tally, size_t symbol)
{
	tally->counts[symbol]++;
	tally->n++;
}

static struct tally tally_bytes(str bytes)
{
	struct tally tally = {.n = 0};
	for (size_t i = 0; i < bytes.len; i++)
		count(&tally, (unsigned char)bytes.ptr[i]);
	return tally;
}

/* Eight bytes that stood before are taken for the begin of a copy; where others have the same
 * hash, the last. */
enum { SEEN_BITS = 12, DISTANCE_MAX = 32768, COPY_MIN = 8, COPY_MAX = 258 };

static size_t copy_length(str bytes, size_t from, size_t at)
{
	size_t most = bytes.len - at < COPY_MAX ? bytes.len - at : COPY_MAX, n = 0;
	uint64_t differ;
	if (at - from > DISTANCE_MAX)
		return 0;
	for (; n + 8 <= most; n += 8)
		if ((differ = eight_at(bytes.ptr + from + n) ^ eight_at(bytes.ptr + at + n)))
			return n + eight_first(differ);
	while (n < most && bytes.ptr[from + n] == bytes.ptr[at + n])
		n++;
	return n;
}

static struct tally tally_copies(str bytes)
{
	struct tally tally = {.n = 0};
	uint32_t seen[1 << SEEN_BITS] = {0};
	size_t at = 0;
	while (at + COPY_MIN <= bytes.len) {
		uint32_t *place =
			&seen[eight_at(bytes.ptr + at) * 0x9e3779b97f4a7c15u >> (64 - SEEN_BITS)];
		size_t length = *place < at ? copy_length(bytes, *place, at) : 0;
		*place = (uint32_t)at;
		count(&tally, length < COPY_MIN ? (unsigned char)bytes.ptr[at] : COPY);
		at += length < COPY_MIN ? 1 : length;
	}
	for (; at < bytes.len; at++)
		count(&tally, (unsigned char)bytes.ptr[at]);
	return tally;
}

/* A copy's length is one of 29 codes with up to 5 bits more, its distance one of 30 with up to
 * 13 (RFC 1951, 3.2.5): beside its share of the symbols it takes no more than this. */
#define COPY_BITS 28

/* The most bytes that gzip needs: those of a Huffman code (Shannon), and some for its tables. For
 * bytes it is known in a thirtieth of the time of finding out, with copies in a tenth. */
static size_t heaviest(struct tally tally)
{
	double bits = (double)tally.counts[COPY] * COPY_BITS;
	for (size_t i = 0; i < SYMBOLS; i++)
		if (tally.counts[i])
			bits += (double)tally.counts[i] *
				log2((double)tally.n / (double)tally.counts[i]);
	return (size_t)(bits / 8 * 1.03) + 256;
}

static size_t weight(struct scales *scales, str bytes)
{
	struct buf zipped;
	buf_init(&zipped);
	bool room = compressor_gzip(&scales->compressor, bytes, COMPRESSOR_GZIP_LEVEL, &zipped);
	size_t size = room ? zipped.len : SIZE_MAX;
	buf_release(&zipped);
	return size;
}

/* A list page and its parts go the way of their collection page. */
static bool is_exempt(const struct budget *budget, const struct page *page)
{
	while (page->kind == PAGE_FACET || page->kind == PAGE_PART)
		page = page->parent;
	return map_has(&budget->exempt, page->id);
}

void budget_weigh_page(
	const struct budget *budget, struct scales *scales, const struct page *page, str html)
{
	if (html.len <= budget->surely || is_exempt(budget, page) ||
		heaviest(tally_bytes(html)) <= budget->surely ||
		heaviest(tally_copies(html)) <= budget->surely)
		return;
	struct weighed weighed = {page, weight(scales, html)};
	VEC_PUSH(&scales->pages, weighed);
}

void budget_weigh_file(struct scales *scales, str path, str bytes)
{
	str ext = path_ext(path);
	if (str_eq(ext, S("css")))
		scales->css += weight(scales, bytes);
	else if (str_starts(path, S("assets/later-")))
		scales->later += weight(scales, bytes);
	else if (str_eq(path, S(OFFLINE_PATH)))
		scales->worker += weight(scales, bytes);
	else if (str_eq(ext, S("js")) || str_eq(ext, S("mjs")))
		scales->js += weight(scales, bytes);
}

void budget_weigh_pictures(
	const struct budget *budget, const struct page *page, size_t bytes, struct diags *diags)
{
	if (bytes <= budget->pictures || is_exempt(budget, page))
		return;
	diag_add(diags, DIAG_BUDGET_PICTURES, span_file(page->source),
		"%.*s has pictures of %zu bytes for a telephone; %zu are allowed",
		STR_ARGS(page->url), bytes, budget->pictures);
	diag_note(diags, SPAN_NONE,
		"take some out, or name '%.*s' in budgets.exempt of site.json if all are needed",
		STR_ARGS(page->id));
}

void budget_weigh_download(
	const struct budget *budget, uint32_t source, size_t bytes, struct diags *diags)
{
	if (bytes <= budget->download)
		return;
	diag_add(diags, DIAG_BUDGET_DOWNLOAD, span_file(source),
		"this file has %zu KB for readers to load; %zu are allowed", bytes >> 10,
		budget->download >> 10);
	diag_note(diags, SPAN_NONE,
		"save it in its smallest size (a PDF: for the screen, not for print), or split it; "
		"if all of it is needed, raise budgets.download in site.json");
}

/* --- the report --------------------------------------------------------------------- */

static void report_page(const struct weighed *weighed, enum diag_id id, size_t size, size_t most,
	struct diags *diags)
{
	const struct page *page = weighed->page;
	diag_add(diags, id, span_file(page->source),
		"%.*s %s %zu bytes compressed; %zu are allowed", STR_ARGS(page->url),
		id == DIAG_BUDGET_VISIT ? _("with style sheets and scripts weighs") : _("weighs"),
		size, most);
	diag_note(diags, SPAN_NONE,
		"split it, or name '%.*s' in budgets.exempt of site.json if it must stay whole",
		STR_ARGS(page->id));
}

static void report_sum(
	enum diag_id id, const char *what, size_t size, size_t most, struct diags *diags)
{
	if (size > most)
		diag_add(diags, id, SPAN_NONE,
			"all %s together weigh %zu bytes compressed; %zu are allowed", what, size,
			most);
}

/* The rest of the scripts would be light enough. */
static void report_worker(size_t worker, struct diags *diags)
{
	diag_note(diags, SPAN_NONE,
		"%zu of them are sw.js: it names each page that is kept for where there is no "
		"signal; take `offline: true` from a page that has many records",
		worker);
}

void budget_report(const struct budget *budget, const struct scales *threads, size_t nthreads,
	struct diags *diags)
{
	size_t css = 0, js = 0, later = 0, worker = 0;
	for (size_t t = 0; t < nthreads; t++) {
		css += threads[t].css;
		js += threads[t].js;
		later += threads[t].later;
		worker += threads[t].worker;
	}
	js += worker;
	report_sum(DIAG_BUDGET_CSS, _("style sheets"), css, budget->css, diags);
	report_sum(DIAG_BUDGET_JS, _("scripts"), js, budget->js, diags);
	if (js > budget->js && js - worker <= budget->js)
		report_worker(worker, diags);
	report_sum(DIAG_BUDGET_JS, _("scripts that come later"), later, budget->later, diags);
	for (size_t t = 0; t < nthreads; t++)
		for (size_t i = 0; i < threads[t].pages.len; i++) {
			const struct weighed *weighed = &threads[t].pages.items[i];
			size_t visit = weighed->size + css + js;
			if (weighed->size > budget->html)
				report_page(weighed, DIAG_BUDGET_HTML, weighed->size, budget->html,
					diags);
			else if (visit > budget->visit)
				report_page(
					weighed, DIAG_BUDGET_VISIT, visit, budget->visit, diags);
		}
}
