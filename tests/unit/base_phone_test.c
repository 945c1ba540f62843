#include <criterion/criterion.h>

#include "base/buf.h"
#include "base/phone.h"

static void expect_each(str find(str text), const char *text, const char *wanted)
{
	struct buf out;
	buf_init(&out);
	for (str rest = str_of(text), phone; (phone = find(rest)).len;) {
		buf_printf(&out, "[%.*s]", STR_ARGS(phone));
		rest = str_from(rest, (size_t)(phone.ptr - rest.ptr) + phone.len);
	}
	cr_expect(str_eq(buf_str(&out), str_of(wanted)), "%s: %.*s", text, STR_ARGS(buf_str(&out)));
	buf_release(&out);
}

static void expect_found(const char *text, const char *wanted)
{
	expect_each(phone_find, text, wanted);
}

Test(phone, of_latvia_has_eight_digits_and_no_more)
{
	expect_found("Zvaniet +371 67290612, +37167290612.", "[+371 67290612][+37167290612]");
	expect_found("+371 67 290 612 24 stundas", "[+371 67 290 612]");
	expect_found("+371 67290612 +371 67290613", "[+371 67290612][+371 67290613]");
	expect_found("+371 6729061 2, +371 672906123, +371  67290612, 40+37167290612",
		"[+371 6729061 2]");
	expect_found("+371 67290612a, +371", "");
}

static void expect_broken(const char *text, const char *wanted)
{
	str broken = phone_find_broken(str_of(text));
	cr_expect(str_eq(broken, str_of(wanted)), "%s: %.*s", text, STR_ARGS(broken));
}

Test(phone, of_latvia_with_a_slip_is_told)
{
	expect_broken("+371 67290612 un +371 6729061.", "+371 6729061");
	expect_broken("Zvaniet +371 6729061O, lūdzu", "+371 6729061O");
	expect_broken("+371 672 906 123", "+371 672 906 123");
	expect_broken("+371672906123.", "+371672906123");
	expect_broken("+371 6712\u00a034567", "+371 6712\u00a034567");
	expect_broken("+371 6712\u00a03456, +371 6712\u20133456, +371 67\u2011123\u2011456", "");
	expect_broken("+371 67-123-456 24 h, +371-67-12-34-56 1", "");
	expect_broken("+371-67-290-612, kods +371, 1+371 5, +371 67290612", "");
}

Test(phone, of_another_country_stands_in_one_run)
{
	expect_found("+4915112345678 no 9", "[+4915112345678]");
	expect_found("+5 000 000 000, +40 %, +44 20 7946 0000, +123456789, +1234567890123456", "");
}

Test(phone, is_dialled_and_read_out)
{
	struct arena arena;
	arena_init(&arena);
	str dialled = phone_dialled(S("+371 67290612"), &arena);
	cr_expect(str_eq(dialled, S("+37167290612")));
	cr_expect(str_eq(phone_readable(dialled, &arena), S("+371 67 290 612")));
	cr_expect(str_eq(phone_readable(S("116123"), &arena), S("116 123")));
	cr_expect(str_eq(phone_shown(S("+371 67290612"), &arena), S("+371 67 290 612")));
	cr_expect(str_eq(phone_shown(S("+370 315 12 345"), &arena), S("+370 315 12 345")));
	cr_expect(str_eq(phone_shown(S("+37031512345"), &arena), S("+37031512345")));
	arena_release(&arena);
}

static void expect_bare(const char *text, const char *wanted)
{
	expect_each(phone_find_bare, text, wanted);
}

Test(phone, without_its_code_is_found_as_people_write_it)
{
	expect_bare("Zvaniet 67208207, 67 208 207 vai 67\u00a0208\u00a0207.",
		"[67208207][67 208 207][67\u00a0208\u00a0207]");
	expect_bare("(67 20 82 07) 6720 8207; tālr.: 67-208-207",
		"[67 20 82 07][6720 8207][67-208-207]");
	expect_bare(
		"29123456 26123456 80001801 90001234", "[29123456][26123456][80001801][90001234]");
	expect_bare("**29123456**", "[29123456]");
	expect_bare("20261245, 20291129", "[20261245]");
	expect_bare(
		"Tel:29123456, tālr.67208207; телефон:67208208", "[29123456][67208207][67208208]");
	expect_bare("67208207-12 vai 67208207/67208208", "[67208207][67208207][67208208]");
	expect_bare("Zvaniet\u00a067208207.", "[67208207]");
	expect_bare("67208207 8.00–17.00", "[67208207]");
	expect_bare("(+371) 67208207, (371) 6720 8207", "[67208207][6720 8207]");
	expect_bare("(katru dienu) 67208207, (2) 67208207, 67 200 100, (darba laikā 9-17) 67208208",
		"[67208207][67208207][67 200 100][67208208]");
}

Test(phone, without_its_code_is_no_other_number)
{
	expect_bare("+371 67208207, +371 67 208 207, +37167208207", "");
	expect_bare("40003245678, LV97 HABA 6012 3456 7890 1, LV97HABA2345678901234", "");
	expect_bare("010170-12345, 20261129, 2024 2025, 2026-11-29, 29 11 2026, 29.11.2026", "");
	expect_bare("66 730 522 eiro, 66730522 €, 66 730 522\u00a0EUR, 66 730 522 евро", "");
	expect_bare(
		"Nr. 67208207, No. 67208207, 67208207.pdf, https://x.lv/67208207?a=67208207", "");
	expect_bare(
		"x67208207, 67208207x, 6720820, 672082071, 1.67208207, 67208207,5, 67208207%", "");
	expect_bare("12345678, 34567890, 8123 4567, 1 2 3 4 5 67208207", "");
	expect_bare("[67208207](tel:+37167208207), [67208207](tel:67208207)", "");
	expect_bare("[zvans](tel:67208207), <tel:67208207>, hotel:67208207, kods:67208207", "");
	expect_bare("x/67208207/67208208, 29123456-12, 67208207-1234, 67208207-12a", "");
	expect_bare("Nr.\u00a067208207, 4\u00a067208207, 67208207/40003245, 67208207/12", "");
	expect_bare("nr. 67208207, Nr 67208207, reģ. nr 67208207, № 67208207, №67208207", "");
	expect_bare("25 000 000 cilvēku, 27 500 000, 22500000, 25 123 456 latu", "");
	expect_bare("€ 26 123 456, EUR 26 123 456, $26123456, $ 26123456, 26123456 USD", "");
	expect_bare("(+370) 61234567, +49 (30) 2345 6789, (8-495) 2345 6789", "");
}
