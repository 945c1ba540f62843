#include <criterion/criterion.h>

#include "follow/pause.h"

Test(follow_pause, is_the_interval)
{
	cr_assert_eq(pause_ms(60, 0), 60000);
	cr_assert_eq(pause_ms(1, 0), 1000);
}

Test(follow_pause, doubles_with_each_failure)
{
	cr_assert_eq(pause_ms(60, 1), 120000);
	cr_assert_eq(pause_ms(60, 3), 480000);
}

Test(follow_pause, ends_at_an_hour)
{
	cr_assert_eq(pause_ms(60, 6), 3600000);
	cr_assert_eq(pause_ms(60, 4000000000), 3600000);
	cr_assert_eq(pause_ms(1, 12), 3600000);
}

Test(follow_pause, is_never_shorter_than_usual)
{
	cr_assert_eq(pause_ms(65535, 0), 65535000);
	cr_assert_eq(pause_ms(65535, 5), 65535000);
}
