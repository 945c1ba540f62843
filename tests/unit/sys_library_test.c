#include "sys/library.h"

#include <criterion/criterion.h>
#include <math.h>

#define FUNCTIONS(f) f(, cos) f(, sin)

struct waves {
	FUNCTIONS(LIBRARY_POINTER)
};

Test(library, fills_a_table_in_its_order)
{
	struct waves waves;
	library_load("libm.so.6", FUNCTIONS(LIBRARY_NAME), &waves);
	cr_assert_eq(waves.cos(0), 1);
	cr_assert_eq(waves.sin(0), 0);
}

Test(library, ends_the_program_that_lacks_it, .exit_code = 3)
{
	struct waves waves;
	library_load("libnone.so.0", FUNCTIONS(LIBRARY_NAME), &waves);
}

Test(library, ends_the_program_when_it_lacks_a_function, .exit_code = 3)
{
	struct waves waves;
	library_load("libm.so.6", "cos\0cosinus\0", &waves);
}
