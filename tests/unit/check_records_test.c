#include <criterion/criterion.h>

#include "check/pages.h"
#include "check/records.h"
#include "records_fixture.h"

#define PLACES                                                                                     \
	"{'type':'object','properties':{'phones':{'type':'array','items':{'type':'object',"        \
	"'properties':{'number':{'type':'string','format':'tel'}}}}}}"
#define AT_PLACE                                                                                   \
	"{'type':'object','properties':{'location':{'type':'string','x-kind':'locations'}}}"
#define SERVICES                                                                                   \
	"{'type':'object','properties':{'organization':{'type':'string',"                          \
	"'x-kind':'organizations'}}}"

struct fixture {
	struct records records;
	struct kind *locations, *schedules, *events, *services, *organizations, *datasets;
};

static void init(struct fixture *f)
{
	records_init(&f->records, "2026-11-22");
	f->locations = records_kind(&f->records, "locations", PLACES);
	f->schedules = records_kind(&f->records, "schedules", AT_PLACE);
	f->events = records_kind(&f->records, "events", AT_PLACE);
	f->organizations = records_kind(&f->records, "organizations", PLACES);
	f->services = records_kind(&f->records, "services", SERVICES);
	f->datasets = records_kind(&f->records, "datasets", "{'type':'object'}");
	records_add(&f->records, f->locations, "riga", "{}");
}

static void check(struct records *records, bool strict_dates)
{
	for (size_t k = 0; k < records->site.nkinds; k++)
		records_check(
			&records->site, records->site.kinds[k], strict_dates, &records->diags);
	pages_check(&records->site, strict_dates, &records->diags);
}

/* Checks and frees; exactly these ids, in this order, with a space behind each. */
static void expect(struct fixture *f, const char *ids)
{
	struct buf found;
	buf_init(&found);
	records_finish(&f->records);
	check(&f->records, false);
	for (size_t i = 0; i < f->records.diags.list.len; i++) {
		buf_add(&found, diag_info(f->records.diags.list.items[i].id)->id);
		buf_adds(&found, " ");
	}
	cr_expect_str_eq(found.data, ids);
	buf_release(&found);
	records_release(&f->records);
}

static void expect_of(const char *kind, const char *json, const char *ids)
{
	struct fixture f;
	init(&f);
	struct kind *of = map_get(&f.records.site.kinds_by_name, str_of(kind));
	records_add(&f.records, of, "a", json);
	expect(&f, ids);
}

/* --- old facts ---------------------------------------------------------------------- */

Test(check_records, overdue)
{
	expect_of("datasets", "{'check_by':'2026-11-21'}", "fact-overdue ");
	expect_of("datasets", "{'check_by':'2026-11-22'}", "");
	expect_of("events", "{'startDate':'2026-10-01','location':'riga','check_by':'2026-11-21'}",
		"");
	expect_of("events", "{'startDate':'2026-12-01','location':'riga','check_by':'2026-11-21'}",
		"fact-overdue ");
}

Test(check_records, strict_dates_make_errors)
{
	struct fixture f;
	init(&f);
	records_add(&f.records, f.datasets, "a", "{'check_by':'2026-11-21'}");
	records_finish(&f.records);
	check(&f.records, true);
	cr_expect_eq(f.records.diags.nerrors, 1);
	records_release(&f.records);
}

/* --- days and hours ----------------------------------------------------------------- */

Test(check_records, ends_before_it_begins)
{
	expect_of("datasets", "{'valid_from':'2026-12-02','valid_to':'2026-12-01'}", "date-order ");
	expect_of("datasets", "{'valid_from':'2026-12-02','valid_to':'2026-12-02'}", "");
	expect_of("datasets", "{'valid_from':null,'valid_to':'2026-12-02'}", "");
	expect_of("events",
		"{'location':'riga','startDate':'2026-12-02T11:00','endDate':'2026-12-02'}",
		"end-without-time ");
	expect_of("events", "{'location':'riga','startDate':'2027-03-28T03:30'}", "time-skipped ");
	expect_of("events", "{'location':'riga','startDate':'2027-03-28T02:59'}", "");
	expect_of("events", "{'location':'riga','startDate':'2027-10-31T03:30'}", "");
	expect_of("events",
		"{'location':'riga','startDate':'2026-12-02T11:00','endDate':'2026-12-02T10:00'}",
		"date-order ");
	expect_of("events", "{'location':'riga','startDate':'2027-02-29'}", "date-order ");
}

Test(check_records, hours)
{
	expect_of("schedules",
		"{'regular':[{'byday':'MO','opens_at':'14:00','closes_at':'14:00'}]}",
		"date-order ");
	expect_of("schedules",
		"{'regular':[{'byday':'MO','opens_at':'15:00','closes_at':'08:00',"
		"'closes_after_days':1}]}",
		"");
	expect_of("schedules",
		"{'regular':[{'byday':'MO','opens_at':'14:00','closes_at':null,"
		"'registration_opens':'13:00','registration_closes':'12:00'}]}",
		"date-order ");
	expect_of("schedules",
		"{'exceptions':[{'date':'2026-12-01','status':'closed'},"
		"{'date':'2026-12-01','status':'extra','opens_at':'10:00','closes_at':'11:00'}]}",
		"schedule-conflict ");
	expect_of("schedules",
		"{'exceptions':[{'date':'2026-12-01','status':'changed','opens_at':null},"
		"{'date':'2026-12-01','status':'extra','opens_at':'10:00'},"
		"{'date':'2026-12-02','status':'closed'}]}",
		"");
}

Test(check_records, time_zone)
{
	expect_of("schedules", "{'timezone':'Europe/Riga'}", "");
	expect_of("schedules", "{'timezone':'Europe/Tallinn'}", "");
	expect_of("schedules", "{'timezone':'Europe/Rīga'}", "time-zone ");
	expect_of("schedules", "{'timezone':''}", "time-zone ");
}

/* --- contradictions ----------------------------------------------------------------- */

#define SHORT "{'location':'riga','visit_type':'short','on_holidays':'closed',"

static void expect_pair(const char *a, const char *b, const char *ids)
{
	struct fixture f;
	init(&f);
	records_add(&f.records, f.schedules, "a", a);
	records_add(&f.records, f.schedules, "b", b);
	expect(&f, ids);
}

Test(check_records, two_schedules)
{
	const char *mondays =
		SHORT "'regular':[{'byday':'MO','opens_at':'14:00','closes_at':'16:00'}]}";
	expect_pair(mondays, mondays, "");
	expect_pair(mondays,
		SHORT "'regular':[{'byday':'1MO','opens_at':'15:00','closes_at':'16:00'}]}",
		"schedule-conflict ");
	expect_pair(mondays,
		SHORT "'regular':[{'byday':'TU','opens_at':'15:00','closes_at':'16:00'}]}", "");
	expect_pair(
		mondays, SHORT "'regular':[{'byday':'MO','opens_at':null,'closes_at':null}]}", "");
	expect_pair(mondays,
		"{'location':'riga','visit_type':'long','on_holidays':'closed',"
		"'regular':[{'byday':'MO','opens_at':'15:00','closes_at':'16:00'}]}",
		"");
	expect_pair(mondays,
		SHORT "'regular':[],'exceptions':[{'date':'2027-01-04','status':'closed'}]}",
		"schedule-conflict ");
}

/* The new times begin on the day after the old ones end, or one day too early. */
Test(check_records, one_schedule_follows_the_other)
{
	const char *old =
		SHORT "'valid_to':'2026-11-30',"
		      "'regular':[{'byday':'MO','opens_at':'14:00','closes_at':'16:00'}]}";
	expect_pair(old,
		SHORT "'valid_from':'2026-12-01',"
		      "'regular':[{'byday':'MO','opens_at':'15:00','closes_at':'16:00'}]}",
		"");
	expect_pair(old,
		SHORT "'valid_from':'2026-11-30',"
		      "'regular':[{'byday':'MO','opens_at':'15:00','closes_at':'16:00'}]}",
		"schedule-conflict ");
}

/* The same hours, but one is closed on 24 December, a Thursday. */
Test(check_records, holidays_contradict)
{
	expect_pair(SHORT "'regular':[{'byday':'TH','opens_at':'14:00','closes_at':'16:00'}]}",
		"{'location':'riga','visit_type':'short','on_holidays':'open',"
		"'regular':[{'byday':'TH','opens_at':'14:00','closes_at':'16:00'}]}",
		"schedule-conflict ");
}

/* --- who and where ------------------------------------------------------------------ */

static void expect_phone(const char *number, const char *ids)
{
	struct arena arena;
	arena_init(&arena);
	str json = arena_printf(&arena, "{'phones':[{'number':'%s'}]}", number);
	expect_of("locations", json.ptr, ids);
	arena_release(&arena);
}

Test(check_records, phones)
{
	expect_phone("+371 67 290 612", "");
	expect_phone("116123", "");
	expect_phone("112", "");
	expect_phone("80002012", "");
	expect_phone("67290612", "phone-number ");
	expect_phone("+371 6729061", "phone-number ");
	expect_phone("+372 6123456", "phone-number ");
	expect_phone("1234567", "phone-number ");
	expect_of("locations",
		"{'addresses':[{'country':'GB'}],'phones':[{'number':'+44 808 808 2003'}]}", "");
}

Test(check_records, coordinates)
{
	expect_of("locations", "{'latitude':56.95,'longitude':24.1}", "");
	expect_of("locations", "{'latitude':24.1,'longitude':56.95}", "coordinates ");
	expect_of("locations", "{'latitude':null,'longitude':null}", "");
	expect_of(
		"locations", "{'latitude':51.5,'longitude':0,'addresses':[{'country':'GB'}]}", "");
}

Test(check_records, services)
{
	struct fixture f;
	expect_of("services", "{'status':'exists','phones':null}", "service-unreachable ");
	expect_of("services", "{'status':'exists','url':'https://example.org'}", "");
	expect_of("services", "{'status':'planned'}", "");
	expect_of("services", "{'status':'planned','valid_from':'2026-11-01'}", "plan-past ");
	expect_of("services", "{'status':'exists','valid_to':'2026-11-21'}", "");
	init(&f);
	records_add(&f.records, f.organizations, "o", "{'email':'a@example.org'}");
	records_add(&f.records, f.services, "a", "{'status':'exists','organization':'o'}");
	expect(&f, "");
	expect_of("organizations", "{'status':'active'}", "organization-idle ");
}

Test(check_records, events)
{
	expect_of("events", "{'startDate':'2026-12-01'}", "event-incomplete ");
	expect_of("events", "{'location':'riga'}", "event-incomplete ");
	expect_of("events",
		"{'location':'riga','startDate':'2026-11-21','eventStatus':'postponed'}",
		"plan-past ");
	expect_of("events",
		"{'location':'riga','startDate':'2026-11-22','eventStatus':'postponed'}", "");
	expect_of("events",
		"{'location':'riga','startDate':'2026-11-21','eventStatus':'scheduled'}",
		"plan-past ");
	expect_of("events",
		"{'location':'riga','startDate':'2026-11-21T10:00','endDate':'2026-11-22T15:00',"
		"'eventStatus':'scheduled'}",
		"");
	expect_of(
		"events", "{'location':'riga','startDate':'2026-11-21','eventStatus':'held'}", "");
	expect_of("events",
		"{'location':'riga','startDate':'2026-11-21','eventStatus':'cancelled'}", "");
}

/* --- figures ------------------------------------------------------------------------ */

#define COLUMNS                                                                                    \
	"{'columns':[{'name':'place','datatype':'string'},{'name':'people','datatype':'integer'}]"

Test(check_records, figures)
{
	expect_of("datasets", COLUMNS ",'rows':[['Rīga',1],[{'lv':'Cēsis'},null]]}", "");
	expect_of("datasets", COLUMNS ",'rows':[['Rīga'],['Cēsis',1,2]]}",
		"dataset-cell dataset-cell ");
	expect_of("datasets", COLUMNS ",'rows':[['Rīga','12'],['Cēsis',1.5],[7,1]]}",
		"dataset-cell dataset-cell dataset-cell ");
	expect_of("datasets", COLUMNS ",'rows':[],'chart':{'x':'place','y':['people']}}", "");
	expect_of("datasets", COLUMNS ",'rows':[],'chart':{'x':'places','y':['place']}}",
		"chart-column chart-column ");
	expect_of("datasets",
		"{'columns':[{'name':'y','datatype':'year'},{'name':'d','datatype':'date'}],"
		"'rows':[[2024,'2024-02-29'],['2024',null],[24,'2023-02-29']]}",
		"dataset-cell dataset-cell ");
}
