#include <criterion/criterion.h>

#include "model/holiday.h"
#include "model/schedule.h"
#include "records_fixture.h"

static bool falls(const char *byday, const char *date)
{
	struct day day;
	cr_assert(day_parse(str_of(date), &day), "%s", date);
	return weekdays_have(weekdays_of(str_of(byday)), day);
}

Test(schedule, byday)
{
	cr_expect(falls("MO,WE,TH", "2026-11-25"));
	cr_expect_not(falls("MO,WE,TH", "2026-11-24"));
	cr_expect(falls("2TU", "2026-12-08"));
	cr_expect_not(falls("2TU", "2026-12-01"));
	cr_expect_not(falls("2TU", "2026-12-15"));
	cr_expect(falls("2TU", "2026-09-08")); /* the month begins on a Tuesday */
	cr_expect(falls("1MO,3MO", "2026-11-16"));
	cr_expect(falls("5SA", "2026-10-31"));
	cr_expect_not(falls("5SA", "2026-11-28"));
	cr_expect_not(falls("XX", "2026-11-28"));
	cr_expect_not(falls("", "2026-11-28"));
}

Test(schedule, byday_from_the_end_of_the_month)
{
	cr_expect(falls("-1FR", "2026-11-27"));
	cr_expect_not(falls("-1FR", "2026-11-20"));
	cr_expect(falls("-2FR", "2026-11-20"));
	cr_expect(falls("-1SU", "2027-02-28"));
	cr_expect_not(falls("-1SA", "2028-02-19"));
	cr_expect(falls("-1TU", "2028-02-29")); /* leap day */
	cr_expect_not(falls("-1TU", "2028-02-22"));
	cr_expect(falls("-1TU", "2026-02-24"));
	cr_expect(falls("-1TH", "2026-12-31"));
}

/* --- a place ------------------------------------------------------------------------ */

#define PLACES "{'type':'object','properties':{'name':{'x-text':true}}}"
#define SCHEDULES                                                                                  \
	"{'type':'object','properties':{'location':{'type':'string','x-kind':'locations'},"        \
	"'visit_type':{'enum':['short','long','video']}}}"
#define RESTRICTIONS                                                                               \
	"{'type':'object','properties':{'location':{'type':'string','x-kind':'locations'}}}"
/* 14:00 to 16:00 on Mondays, Wednesdays, Thursdays. */
#define REGULAR                                                                                    \
	"'location':'riga','regular':[{'byday':'MO,WE,TH','opens_at':'14:00','closes_at':'16:00'}" \
	"]"

struct riga {
	struct records records;
	struct kind *schedules, *restrictions;
	const struct record *place;
	struct visit_day days[40];
};

static void riga_init(struct riga *riga, const char *today)
{
	records_init(&riga->records, today);
	struct kind *places = records_kind(&riga->records, "locations", PLACES);
	riga->place = records_add(&riga->records, places, "riga", "{'name':'Rīga'}");
	records_add(&riga->records, places, "olaine", "{'name':'Olaine'}");
	riga->restrictions = records_kind(&riga->records, "restrictions", RESTRICTIONS);
	riga->schedules = records_kind(&riga->records, "schedules", SCHEDULES);
}

static bool riga_days(struct riga *riga, size_t n)
{
	struct day today;
	records_finish(&riga->records);
	day_parse(riga->records.site.today, &today);
	return schedule_days(
		&riga->records.site, riga->place, today, n, riga->days, &riga->records.arena);
}

static void riga_schedule(struct riga *riga, const char *id, const char *json)
{
	records_add(&riga->records, riga->schedules, id, json);
}

static void riga_restriction(struct riga *riga, const char *id, const char *json)
{
	records_add(&riga->records, riga->restrictions, id, json);
}

/* One letter a day, of the day's first visit: o open, . closed, ? unknown. */
static void expect_days(struct riga *riga, const char *wanted)
{
	static const char letters[] = {
		[VISIT_CLOSED] = '.', [VISIT_OPEN] = 'o', [VISIT_UNKNOWN] = '?'};
	size_t n = strlen(wanted);
	char found[41] = "";
	cr_assert(riga_days(riga, n));
	for (size_t i = 0; i < n; i++)
		found[i] = riga->days[i].nvisits ? letters[riga->days[i].visits[0].state] : '-';
	cr_expect_str_eq(found, wanted);
}

static str opens(const struct visit *visit, size_t row)
{
	return value_get_str(visit->rows[row], S("opens_at"));
}

/* Across the end of a year: Monday 21 December to Sunday 3 January. */
Test(schedule, holidays_close)
{
	struct riga riga;
	riga_init(&riga, "2026-12-21");
	riga_schedule(&riga, "a", "{'visit_type':'short','on_holidays':'closed'," REGULAR "}");
	expect_days(&riga, "o.o....o.o....");
	cr_expect(str_eq(riga.days[3].holiday, S("christmas_eve")));
	cr_expect(str_eq(riga.days[3].visits[0].type, S("short")));
	cr_expect_eq(riga.days[3].visits[0].nrows, 1, "what the holiday took away is still told");
	records_release(&riga.records);
}

Test(schedule, holidays_of_which_nobody_knows)
{
	struct riga riga;
	riga_init(&riga, "2026-12-21");
	riga_schedule(&riga, "a", "{'visit_type':'short','on_holidays':'unknown'," REGULAR "}");
	expect_days(&riga, "o.o?...o.o?...");
	records_release(&riga.records);
	riga_init(&riga, "2026-12-21");
	riga_schedule(&riga, "a", "{'visit_type':'short','on_holidays':'open'," REGULAR "}");
	expect_days(&riga, "o.oo...o.oo...");
	records_release(&riga.records);
}

/* A day off by order is one to some; a Saturday that is worked is like others. */
Test(schedule, moved_days)
{
	static const char *const rules[][2] = {
		{"closed", "..o.?.."}, {"open", "..o.o.."}, {"unknown", "..o.?.."}};
	struct riga riga;
	for (size_t i = 0; i < ARRAY_LEN(rules); i++) {
		riga_init(&riga, "2027-01-11");
		struct kind *declared =
			records_kind(&riga.records, "holidays", "{'type':'object'}");
		records_add(&riga.records, declared, "a", "{'date':'2027-01-15','sort':'free'}");
		records_add(&riga.records, declared, "b", "{'date':'2027-01-16','sort':'worked'}");
		str json = arena_printf(&riga.records.arena,
			"{'visit_type':'short','on_holidays':'%s','location':'riga',"
			"'regular':[{'byday':'WE,FR','opens_at':'10:00'}]}",
			rules[i][0]);
		riga_schedule(&riga, "a", arena_cstr(&riga.records.arena, json));
		expect_days(&riga, rules[i][1]);
		cr_expect(str_eq(riga.days[4].holiday, HOLIDAY_FREE));
		cr_expect(str_eq(riga.days[5].holiday, HOLIDAY_WORKED));
		records_release(&riga.records);
	}
}

#define EXCEPTIONS                                                                                 \
	"'exceptions':[{'date':'2026-12-23','status':'closed','reason':'Remonts'},"                \
	"{'date':'2026-12-28','status':'changed','opens_at':'10:00','closes_at':'11:00'},"         \
	"{'date':'2026-12-26','status':'extra','opens_at':'12:00','closes_at':'13:00'},"           \
	"{'date':'2026-12-30','status':'extra','opens_at':null,'closes_at':null}]"

Test(schedule, exceptions)
{
	struct riga riga;
	riga_init(&riga, "2026-12-21");
	riga_schedule(&riga, "a",
		"{'visit_type':'short','on_holidays':'closed'," REGULAR "," EXCEPTIONS "}");
	expect_days(&riga, "o....o.o.o....");
	cr_expect(
		str_eq(value_get_str(riga.days[2].visits[0].exception, S("reason")), S("Remonts")));
	cr_assert_eq(riga.days[5].visits[0].nrows, 1); /* a holiday: the extra hours alone */
	cr_expect(str_eq(opens(&riga.days[5].visits[0], 0), S("12:00")));
	cr_assert_eq(riga.days[7].visits[0].nrows, 1);
	cr_expect(str_eq(opens(&riga.days[7].visits[0], 0), S("10:00")));
	cr_assert_eq(riga.days[9].visits[0].nrows, 2); /* the regular hours and the extra ones */
	cr_expect(str_eq(opens(&riga.days[9].visits[0], 0), S("14:00")));
	cr_expect_eq(opens(&riga.days[9].visits[0], 1).len, 0, "hours not known");
	records_release(&riga.records);
}

/* A quarantine of 23 to 28 December closes also the extra day of the 26th and
 * the changed one of the 28th; video calls go on. */
Test(schedule, restriction_closes_more_than_exceptions_open)
{
	struct riga riga;
	riga_init(&riga, "2026-12-21");
	riga_schedule(&riga, "a",
		"{'visit_type':'short','on_holidays':'closed'," REGULAR "," EXCEPTIONS "}");
	riga_schedule(&riga, "b", "{'visit_type':'video','on_holidays':'open'," REGULAR "}");
	riga_restriction(&riga, "gripa",
		"{'location':'riga','valid_from':'2026-12-23','valid_to':'2026-12-28',"
		"'affects':['short','long']}");
	expect_days(&riga, "o........o....");
	cr_expect_null(riga.days[1].restriction);
	cr_expect_not_null(riga.days[2].restriction);
	cr_expect_not_null(riga.days[7].restriction, "the last day is included");
	cr_expect_null(riga.days[8].restriction);
	cr_expect_null(riga.days[2].visits[0].restriction, "that day was closed already");
	cr_expect_not_null(riga.days[5].visits[0].restriction);
	cr_expect(str_eq(riga.days[3].visits[1].type, S("video")));
	cr_expect_eq(riga.days[3].visits[1].state, VISIT_OPEN);
	records_release(&riga.records);
}

Test(schedule, restriction_of_unknown_reach)
{
	struct riga riga;
	riga_init(&riga, "2026-11-23");
	riga_schedule(&riga, "a", "{'visit_type':'short','on_holidays':'open'," REGULAR "}");
	riga_restriction(&riga, "b",
		"{'location':'riga','valid_from':'2026-11-25','valid_to':'2026-11-29','affects':"
		"null}");
	riga_restriction(&riga, "c",
		"{'location':'riga','valid_from':'2026-11-30','valid_to':'2026-11-30','affects':[]"
		"}");
	riga_restriction(&riga, "d",
		"{'location':'olaine','valid_from':'2026-11-23','valid_to':'2026-12-23',"
		"'affects':['short']}");
	expect_days(&riga, "o.??...o.oo...");
	cr_expect_not_null(riga.days[7].restriction, "told, though it takes no visit away");
	records_release(&riga.records);
}

Test(schedule, order_of_restrictions_does_not_matter)
{
	struct riga riga;
	riga_init(&riga, "2026-11-23");
	riga_schedule(&riga, "a", "{'visit_type':'short','on_holidays':'open'," REGULAR "}");
	riga_restriction(&riga, "b",
		"{'location':'riga','valid_from':'2026-11-23','valid_to':'2026-11-29','affects':"
		"null}");
	riga_restriction(&riga, "c",
		"{'location':'riga','valid_from':'2026-11-25','valid_to':'2026-11-25',"
		"'affects':['short']}");
	expect_days(&riga, "?..?...o");
	records_release(&riga.records);
}

/* --- from when to when -------------------------------------------------------------- */

Test(schedule, validity)
{
	struct riga riga;
	riga_init(&riga, "2026-11-23");
	riga_schedule(&riga, "old",
		"{'visit_type':'short','valid_to':'2026-11-25','on_holidays':'open'," REGULAR "}");
	riga_schedule(&riga, "new",
		"{'visit_type':'short','valid_from':'2026-11-30','valid_to':null,'on_holidays':'"
		"open',"
		"'location':'riga','regular':[{'byday':'TU','opens_at':'09:00','closes_at':'10:00'}"
		"]}");
	expect_days(&riga, "o.o????.o.....");
	for (size_t i = 0; i < 14; i++)
		cr_expect_eq(riga.days[i].nvisits, 1, "day %zu", i);
	records_release(&riga.records);
}

/* Nobody claims to know what a place without times does. */
Test(schedule, nothing_known)
{
	struct riga riga;
	riga_init(&riga, "2026-11-23");
	cr_expect_not(riga_days(&riga, 14));
	records_release(&riga.records);
	riga_init(&riga, "2026-11-23");
	riga_schedule(&riga, "a",
		"{'visit_type':'short','valid_to':'2026-11-22','on_holidays':'open'," REGULAR "}");
	cr_expect_not(riga_days(&riga, 14), "ended yesterday");
	records_release(&riga.records);
	riga_init(&riga, "2026-11-23");
	riga_schedule(&riga, "a",
		"{'visit_type':'short','overdue':'hide','check_by':'2026-11-22','on_holidays':'"
		"open'," REGULAR "}");
	cr_expect_not(riga_days(&riga, 14), "overdue and hidden");
	records_release(&riga.records);
}

Test(schedule, order_of_the_kinds_of_visit)
{
	struct riga riga;
	riga_init(&riga, "2026-11-23");
	riga_schedule(&riga, "a", "{'visit_type':'video','on_holidays':'open'," REGULAR "}");
	riga_schedule(&riga, "b", "{'visit_type':'long','on_holidays':'open'," REGULAR "}");
	riga_schedule(&riga, "c", "{'visit_type':'short','on_holidays':'open'," REGULAR "}");
	cr_assert(riga_days(&riga, 1));
	cr_assert_eq(riga.days[0].nvisits, 3);
	cr_expect(str_eq(riga.days[0].visits[0].type, S("short")));
	cr_expect(str_eq(riga.days[0].visits[1].type, S("long")));
	cr_expect(str_eq(riga.days[0].visits[2].type, S("video")));
	records_release(&riga.records);
}
