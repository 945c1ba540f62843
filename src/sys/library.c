#include "sys/library.h"

#include <dlfcn.h>
#include <string.h>

#include "base/base.h"

void library_load(const char *soname, const char *names, void *table)
{
	unsigned char *pointer = table;
	void *library = dlopen(soname, RTLD_NOW | RTLD_LOCAL);
	if (!library)
		die("%s", dlerror());
	for (const char *name = names; *name; name += strlen(name) + 1) {
		void *function = dlsym(library, name);
		if (!function)
			die("%s", dlerror());
		/* ISO C knows no way from an object to a function but its bytes (POSIX has:
		 * dlsym(3)). */
		memcpy(pointer, &function, sizeof(function));
		pointer += sizeof(function);
	}
}
