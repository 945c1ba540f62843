#include "check/pages.h"

#include "check/fact.h"
#include "check/host.h"
#include "value/format.h"

static void check_date(const struct site *site, const struct page *page, struct diags *diags)
{
	struct value date = value_get(page_texts(page)->front, S("date"), NULL);
	if (date.kind != VALUE_STRING || !format_accepts(FORMAT_DATE, date.string) ||
		str_cmp(date.string, site->today) <= 0)
		return;
	diag_add(
		diags, DIAG_DATE_FUTURE, date.span, "%.*s is still to come", STR_ARGS(date.string));
	diag_note(diags, SPAN_NONE, "the page is published today; feeds leave it out until then");
}

static void suggest_call(const struct site *site, str call, struct diags *diags)
{
	const struct kind *kind = site_kind(site, str_sub(call, 0, str_find_char(call, '/')));
	VEC(str) refs = {0};
	for (size_t i = 0; kind && i < kind->nrecords; i++)
		VEC_PUSH(
			&refs, arena_join(&diags->arena, kind->name, S("/"), kind->records[i]->id));
	if (kind)
		diag_suggest(diags, call, refs.items, refs.len);
	else
		diag_note(diags, SPAN_NONE, "write the kind and the id: kind/id");
	VEC_FREE(&refs);
}

static void check_call(const struct site *site, const struct page *page, struct diags *diags)
{
	struct value call = value_get(page_texts(page)->front, S("call"), NULL);
	if (call.kind != VALUE_STRING)
		return;
	const struct record *record = site_record(site, call.string);
	if (!record) {
		diag_add(diags, DIAG_CALL_LOST, call.span, "no record '%.*s'",
			STR_ARGS(call.string));
		diag_misses(diags, S(""), call.string);
		suggest_call(site, call.string, diags);
	} else if (!record->is_unreadable && !record->is_hidden && !record_phone(record).len) {
		diag_add(diags, DIAG_CALL_LOST, call.span, "'%.*s' has no phone",
			STR_ARGS(call.string));
	}
}

static void check_page(const struct site *site, const struct page *page, struct diags *diags)
{
	check_date(site, page, diags);
	check_call(site, page, diags);
	checked_on_check(site, page_texts(page)->front, diags);
	texts_check_page(page, diags);
	checked_days_check(page_texts(page)->front, diags);
}

static void check_all(const struct site *site, bool strict_dates, struct diags *diags)
{
	for (size_t i = 0; i < site->pages.len; i++) {
		const struct page *page = site->pages.items[i];
		struct value check_by = value_get(page_texts(page)->front, S("check_by"), NULL);
		if (page->kind == PAGE_CONTENT && !(page->flags & PAGE_FALLBACK))
			check_page(site, page, diags);
		if (page->kind != PAGE_CONTENT || page->flags & PAGE_FALLBACK ||
			check_by.kind != VALUE_STRING || str_cmp(check_by.string, site->today) >= 0)
			continue;
		fact_overdue(check_by.span, check_by.string, strict_dates, diags);
	}
}

/* In another form templates show the words before the address, and nothing behind them. */
static bool has_email(struct value contact)
{
	struct value email = value_get(contact, S("email"), NULL);
	return email.kind == VALUE_STRING && format_accepts(FORMAT_EMAIL, email.string);
}

static void check_contact(const struct site *site, struct diags *diags)
{
	struct value contact = value_get(site->config.json, S("contact"), NULL);
	str host = site_host(site);
	if (contact.kind != VALUE_NONE && contact.kind != VALUE_NULL && !has_email(contact)) {
		diag_add(diags, DIAG_KEY_TYPE, contact.span,
			"readers would see no address in this 'contact'");
		diag_note(diags, SPAN_NONE, "\"contact\": { \"email\": \"…\" }");
		return;
	}
	if (host_is_example(host) || host_is_loopback(host) || contact.kind != VALUE_NULL)
		return;
	diag_add(diags, DIAG_NO_CONTACT, contact.span,
		"readers of %.*s can tell nobody of a mistake", STR_ARGS(host));
	diag_note(diags, SPAN_NONE, "\"contact\": { \"email\": \"…\" }");
}

void pages_check(const struct site *site, bool strict_dates, struct diags *diags)
{
	check_all(site, strict_dates, diags);
	check_contact(site, diags);
	alike_check(site, diags);
	namesakes_check(site, diags);
}
