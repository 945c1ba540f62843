/*
 * What every file may count on: fixed-width types, the two ways to stop,
 * checked allocation, and a list of functions nobody uses here.
 *
 * Three kinds of failure have three tools. A bug in tilts: BUG(). The machine
 * has no memory: die(). Everything a person can cause or mend: a diagnostic.
 */
#ifndef BASE_BASE_H
#define BASE_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define ARRAY_LEN(a) (sizeof(a) / sizeof((a)[0]))
#define UNUSED(x)    ((void)(x))

#if defined(__GNUC__)
#define PRINTF_LIKE(fmt, args) __attribute__((format(printf, fmt, args)))
#define NORETURN               __attribute__((noreturn))
#else
#define PRINTF_LIKE(fmt, args)
#define NORETURN
#endif

/* The machine failed (out of memory): says why on stderr, exits with 3. */
NORETURN void die(const char *fmt, ...) PRINTF_LIKE(1, 2);

/* tilts itself is wrong: says where on stderr, aborts. */
NORETURN void bug_at(const char *file, int line, const char *what);
#define BUG(what) bug_at(__FILE__, __LINE__, what)

/* malloc, calloc, realloc that cannot return NULL. */
void *xmalloc(size_t size);
void *xcalloc(size_t count, size_t size);
/* The same for what is read before it is written, as counters and slots are: of fresh memory each
 * page would come from the system twice, once to be read and once to be written. */
void *xzeroed(size_t count, size_t size);
/* For types that ask for more than malloc() gives; `size` is a multiple of `align`. */
void *xcalloc_aligned(size_t count, size_t size, size_t align);
void *xrealloc(void *old, size_t size);

/* Functions whose safe use takes more care than their replacement. */
#if defined(__GNUC__) && !defined(BASE_ALLOW_BANNED)
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#pragma GCC poison strcpy strcat strncpy strncat strtok sprintf vsprintf gets
#pragma GCC poison localtime gmtime ctime asctime atoi atol atof
#endif

#endif
