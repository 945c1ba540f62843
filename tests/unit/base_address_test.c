/* Which addresses can't be right. */
#include <criterion/criterion.h>

#include "base/address.h"

Test(address, hosts_have_no_case)
{
	static const char *const near[] = {"http://localhost/", "http://LOCALHOST/",
		"http://a.localhost/", "http://A.LocalHost/", "http://printeris.local/",
		"http://Printeris.LOCAL/", "http://127.0.0.1/"};
	static const char *const detours[] = {"https://bit.ly/x", "https://Bit.LY/x",
		"https://eur03.safelinks.protection.outlook.com/?url=x",
		"https://EUR03.SafeLinks.Protection.Outlook.com/?url=x"};
	for (size_t i = 0; i < ARRAY_LEN(near); i++)
		cr_expect_eq(address_check(str_of(near[i])), ADDRESS_NEAR, "%s", near[i]);
	for (size_t i = 0; i < ARRAY_LEN(detours); i++)
		cr_expect_eq(address_check(str_of(detours[i])), ADDRESS_DETOUR, "%s", detours[i]);
	cr_expect_eq(address_check(S("https://local.lv/")), ADDRESS_GOOD);
	cr_expect_eq(address_check(S("https://nolocal.lv/")), ADDRESS_GOOD);
}
