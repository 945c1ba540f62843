/*
 * Shared libraries that few runs need: loaded where they are used. With all that hangs
 * on them, libmicrohttpd and libzip would be two fifths of what every start costs.
 */
#ifndef SYS_LIBRARY_H
#define SYS_LIBRARY_H

/*
 * A list of functions makes a table of pointers to them, with the types that the library's
 * header gives them, and the names they are found by:
 *
 *	#define ZIP_FUNCTIONS(f) f(zip_, fread) f(zip_, fclose)
 *	struct zip_library {
 *		ZIP_FUNCTIONS(LIBRARY_POINTER)
 *	};
 *	library_load("libzip.so.4", ZIP_FUNCTIONS(LIBRARY_NAME), &table);
 */
#define LIBRARY_POINTER(prefix, name) __typeof__(&prefix##name) name;
#define LIBRARY_NAME(prefix, name)    #prefix #name "\0"

/* Fills the table of pointers. The library stays until the program ends; without it, or
 * with one that lacks a function, the program ends at once. Safe in any thread. */
void library_load(const char *soname, const char *names, void *table);

#endif
