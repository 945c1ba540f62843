/* The functions of libzip that we use, loaded when there is an archive to look into. */
#ifndef MEDIA_UNZIP_H
#define MEDIA_UNZIP_H

#include <zip.h>

#include "sys/library.h"

#define UNZIP_FUNCTIONS(f)                                                                         \
	f(zip_, discard) f(zip_, error_code_zip) f(zip_, error_fini) f(zip_, error_init)           \
		f(zip_, fclose) f(zip_, fopen_index) f(zip_, fread) f(zip_, get_error)             \
			f(zip_, get_name) f(zip_, get_num_entries) f(zip_, name_locate)            \
				f(zip_, open_from_source) f(zip_, source_buffer_create)            \
					f(zip_, source_free)

struct unzip {
	UNZIP_FUNCTIONS(LIBRARY_POINTER)
};

static inline struct unzip unzip_load(void)
{
	struct unzip unzip;
	library_load(LIBRARY_ZIP, UNZIP_FUNCTIONS(LIBRARY_NAME), &unzip);
	return unzip;
}

#endif
