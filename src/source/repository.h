/*
 * A local git repository: finding it, naming what is wrong with it, and
 * turning a ref into a commit. Whoever opens one frees it.
 */
#ifndef SOURCE_REPOSITORY_H
#define SOURCE_REPOSITORY_H

#include "source/location.h"

struct git_oid;

/* What git answered last, in this thread; valid until its next call. */
const char *git_why(void);

/* `path` is itself a git folder (a bare repository, or a .git). */
bool repository_is_at(const char *path);
/* Does the folder stand in anything that may be a repository? Without libgit2. */
bool repository_is_around(const char *path, struct arena *arena);

/* The repository at or around `path`, without leaving its file system. NULL:
 * none there, or not readable; *code is git's error number. */
struct git_repository *repository_open(const char *path, int *code);

/* Before the first is opened: extensions that libgit2 refuses and that do not matter here. */
void repository_allow(void);

/* Was it cloned without all objects (--filter), to get them when they are asked for? libgit2
 * can't get them. */
bool repository_is_partial(struct git_repository *git);

/* A note on what to do when an object is missing or broken. */
void repository_damage_note(const struct store *store, struct diags *diags);

/* Says why repository_open() gave NULL. `id` is the diagnostic to use. */
void repository_report(enum diag_id id, const char *path, int code, struct diags *diags);

/* `folder` as a path below the work tree's top; "" for the top itself and for
 * a git folder. In the arena. */
str repository_prefix(struct git_repository *git, const char *folder, struct arena *arena);

/* Sets the store's head from the ref (empty: HEAD). False: reported. */
bool repository_resolve(struct store *store, str ref, struct diags *diags);

/* The same without a report: 0 or git's error number. */
int repository_find(struct store *store, str ref);
/* Does that number mean a broken repository, rather than a wrong name? */
bool repository_is_damage(int code);

/* The tree of the content root in `all`, a commit's tree: git's error number when it isn't
 * there (*missing) or can't be read. */
int repository_root_of(
	const struct store *store, const struct git_oid *all, struct git_oid *tree, bool *missing);

/* The same of the commit `id`. */
bool repository_root_tree(
	const struct store *store, const uint8_t id[20], struct git_oid *tree, bool *missing);

#endif
