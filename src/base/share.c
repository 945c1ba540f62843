#include "base/share.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool share_find(const char *name, char out[PATH_MAX])
{
	static const char *const places[] = {"", "../share/tilts/"};
	char program[PATH_MAX], wanted[PATH_MAX + 64];
	if (!realpath("/proc/self/exe", program))
		return false;
	*strrchr(program, '/') = '\0';
	for (size_t i = 0; i < ARRAY_LEN(places); i++) {
		snprintf(wanted, sizeof(wanted), "%s/%s%s", program, places[i], name);
		if (realpath(wanted, out))
			return true;
	}
	return false;
}
