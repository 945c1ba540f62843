#include <stdio.h>
#include <stdlib.h>

#include "value/number.h"

/* No double needs more decimal digits than this. */
#define DIGITS_MAX 17

str number_write(double n, char space[NUMBER_SPACE])
{
	for (int digits = 15; digits <= DIGITS_MAX; digits++) {
		snprintf(space, NUMBER_SPACE, "%.*g", digits, n);
		double back = strtod(space, NULL);
		if (back >= n && back <= n)
			break;
	}
	return str_of(space);
}
