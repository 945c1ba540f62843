#include <criterion/criterion.h>

#include "base/buf.h"
#include "base/phone.h"

static void expect_found(const char *text, const char *wanted)
{
	struct buf out;
	buf_init(&out);
	for (str rest = str_of(text), phone; (phone = phone_find(rest)).len;) {
		buf_printf(&out, "[%.*s]", STR_ARGS(phone));
		rest = str_from(rest, (size_t)(phone.ptr - rest.ptr) + phone.len);
	}
	cr_expect(str_eq(buf_str(&out), str_of(wanted)), "%s: %.*s", text, STR_ARGS(buf_str(&out)));
	buf_release(&out);
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
	arena_release(&arena);
}
