/* A temporary folder with git repositories in it, for the tests of source/. */
#ifndef SOURCE_SCRATCH_H
#define SOURCE_SCRATCH_H

#include "source/store.h"

struct scratch {
	char dir[64];
	struct arena arena;
	struct diags diags;
	struct sources sources;
};

/* The folder, an empty HOME in it, and a git identity. */
void scratch_init(struct scratch *scratch);
void scratch_release(struct scratch *scratch);

/* A test with a folder `scratch` that is gone at its end; for files that include Criterion. */
#define SCRATCH_TEST(suite, name)                                                                  \
	static void suite##_##name(struct scratch *scratch);                                       \
	Test(suite, name)                                                                          \
	{                                                                                          \
		struct scratch made;                                                               \
		scratch_init(&made);                                                               \
		suite##_##name(&made);                                                             \
		scratch_release(&made);                                                            \
	}                                                                                          \
	static void suite##_##name(struct scratch *scratch)

/* Runs a shell script in the folder; `commit` in it adds all and commits with
 * the time $1 and the subject $2. Fails the test when the script fails. */
void scratch_run(struct scratch *scratch, const char *script);

/* dir/name, in the arena. */
str scratch_path(struct scratch *scratch, const char *name);

/* Opens dir/name; "" for ref and subdir as in struct store_options. */
struct store *scratch_open(
	struct scratch *scratch, const char *name, const char *ref, const char *subdir);

/* All paths with their bytes: "path=bytes;path=bytes;". */
str scratch_dump(struct scratch *scratch, struct store *store);

/* The ids of all diagnostics, each followed by a space. */
str scratch_diags(struct scratch *scratch);

#endif
