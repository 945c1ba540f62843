#include "render/written.h"

#include "base/phone.h"
#include "diag/phone.h"
#include "diag/price.h"
#include "locale/said_date.h"
#include "markdown/markdown.h"
#include "model/phones.h"

static struct diags *diags_of(struct frame *frame)
{
	return &frame->worker->diags;
}

static struct span span_in(str text, struct span at, str part)
{
	size_t start = (size_t)(part.ptr - text.ptr);
	return span_within(at, start, start + part.len);
}

static void check_dates(struct frame *frame, str text, struct span at)
{
	struct said_date date;
	struct said_when when = {.ndays = 0};
	struct said_search search = {.text = text, .when = &when};
	str file = buf_str(&frame->worker->text);
	if (!day_parse(frame->renderer->site->today, &when.today))
		return;
	said_when_add(&when, str_sub(file, 0, file.len - text.len));
	for (size_t n = 0; n < MARKDOWN_REPORTS_MAX && said_date_next_wrong(&search, &date); n++)
		said_date_report(&date, span_in(text, at, date.text), diags_of(frame));
}

/* Once a text: who copies one price copies many. */
static void check_price(struct frame *frame, str text, struct span at)
{
	if (!price_follows(frame_page(frame)->body_language->tag))
		return;
	str price = price_find(text);
	if (price.len)
		price_report(diags_of(frame), span_in(text, at, price), price);
}

/* What begins with +371 is a link, and asked for as one. */
static void check_phones(struct frame *frame, str text, struct span at)
{
	size_t n = 0;
	for (str rest = text, phone;
		n < MARKDOWN_REPORTS_MAX && (phone = phone_find_bare(rest)).len;) {
		rest = str_from(text, (size_t)(phone.ptr - text.ptr) + phone.len);
		if (phones_have(frame->renderer->site, phone, &frame->worker->scratch))
			continue;
		n++;
		phone_report_lost(diags_of(frame), span_in(text, at, phone), phone, true);
		phone_note_dead(diags_of(frame), phone);
	}
}

void written_check(struct frame *frame, str text, struct span at)
{
	if (frame_page(frame)->flags & PAGE_FALLBACK)
		return;
	check_dates(frame, text, at);
	check_price(frame, text, at);
	check_phones(frame, text, at);
}
