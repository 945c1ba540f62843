/*
 * Where content comes from: a folder on disk, or a folder at a commit of a git
 * repository, near or far. What stands above sees paths, ids and bytes, and which it was
 * only in messages (store_display_path()) and where cost differs (store_is_commit()).
 *
 * A store belongs to the thread that opened it. Paths, entries and history
 * live in the arena they were asked for with. Reading happens through readers,
 * one for each thread; they must be freed before the store is closed.
 *
 * Never followed, neither in folders nor in commits: symbolic links,
 * submodules, devices, anything outside the content root. Bytes come as they
 * are stored: no line-end conversion, no filters.
 */
#ifndef SOURCE_STORE_H
#define SOURCE_STORE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"
#include "diag/diag.h"

/* Objects got so far; total 0: not known yet. */
typedef void store_progress_fn(void *ctx, unsigned done, unsigned total);

/* Texts are borrowed until store_close(). */
struct store_options {
	str location;  /* folder, repository (bare or not), URL, or host:path as for ssh */
	str ref;       /* branch, tag or commit id; empty: a folder as it lies on disk, else HEAD */
	str subdir;    /* the content root below the location; empty: the location itself */
	str cache_dir; /* empty: $XDG_CACHE_HOME/tilts or ~/.cache/tilts */
	unsigned silence_s; /* a server that says nothing for so long is given up; 0: 30 seconds */
	unsigned whole_s;   /* and so is one that is not done by then; 0: an hour */
	store_progress_fn *progress; /* may be NULL; called while a remote is fetched */
	void *progress_ctx;
};

struct store;

/*
 * Finds the content root; for a remote one, fetches. NULL: reported (always a
 * FAILURE). A fetch that fails is only a warning (source-stale) while an older
 * copy is there to build from.
 */
struct store *store_open(const struct store_options *options, struct arena *, struct diags *);
void store_close(struct store *store); /* NULL is fine */

/*
 * Another folder of the same location, at the same commit: nothing is fetched again,
 * nothing can have changed between. Close it as well. NULL: reported.
 */
struct store *store_open_beside(const struct store *, str subdir, struct arena *, struct diags *);

/* Are files unpacked from a commit, rather than read in a folder? */
bool store_is_commit(const struct store *store);

/* The commit that is read, 40 hexadecimal digits; empty: a folder. */
str store_commit_id(const struct store *store, struct arena *arena);

/*
 * The commit that store_open() would read now, 40 hexadecimal digits, without
 * fetching it. A ref that is no name but an id, or an expression, gives itself. Only
 * for repositories. Empty: reported (source-unreachable, ref-unknown).
 */
str store_look(const struct store_options *options, struct arena *arena, struct diags *diags);

/*
 * Makes ready what each look and fetch needs, for processes that fork later: reading
 * the authorities of the system is nine tenths of a look. They are as they were then,
 * until store_let_go() and another store_prepare().
 */
void store_prepare(void);
void store_let_go(void);

/* Can it be looked at? A plain folder can't. */
bool store_has_commits(const struct store_options *options);

struct store_entry {
	str path;           /* below the content root; path_is_plain(), UTF-8 */
	uint64_t id;        /* equal ids: equal bytes, as long as it is the same store location */
	uint8_t object[20]; /* the blob's name in git; zero in a folder */
};
typedef VEC(struct store_entry) store_entries;

/*
 * Every file of the content root, sorted by the bytes of its path; VEC_FREE()
 * the list. Dot files are left out. Links, submodules and devices give a
 * warning (file-special), names that can't be published an error (file-name);
 * each gets a slot in `sources` to point at, and is left out. False: the
 * listing could not be completed (a FAILURE).
 */
bool store_list(struct store *store, struct sources *sources, struct arena *arena,
	store_entries *out, struct diags *diags);

/* The path as people know it, for struct source: "content/lv/a.md" for a
 * folder, "HEAD:content/lv/a.md" for a commit. */
str store_display_path(const struct store *store, struct arena *arena, str path);

struct store_reader;

/* Call it from any one thread at a time; then use it in one thread. NULL: reported. */
struct store_reader *store_reader_new(const struct store *store, struct diags *diags);
void store_reader_free(struct store_reader *reader); /* NULL is fine */

/*
 * Appends the file's bytes to `out`. More than `limit` bytes: error
 * file-too-big; gone or unreadable: FAILURE file-read, both at `span`, with
 * `out` as it was.
 */
bool store_read(struct store_reader *reader, const struct store_entry *entry, size_t limit,
	struct buf *out, struct span span, struct diags *diags);

/* The same, but of a longer file only its first `most` bytes, without a limit. */
bool store_read_head(struct store_reader *reader, const struct store_entry *entry, size_t most,
	struct buf *out, struct span span, struct diags *diags);

/* The file's bytes, without reading it. 0 also when that can't be known: who reads it is told. */
size_t store_size(struct store_reader *reader, const struct store_entry *entry);

/* --- history ------------------------------------------------------------------------ */

struct store_commit {
	str id;             /* 40 hexadecimal digits */
	int64_t time;       /* the committer's clock: seconds since 1970 UTC */
	int offset_minutes; /* the committer's zone, east of UTC */
	str subject;        /* first line of the message; valid UTF-8, no control characters */
};

struct store_dated {
	str path;
	const struct store_commit *commit; /* the last one that touched it */
};

/* A commit and the files below the content root that it touched, deleted ones
 * too, sorted; not those that only moved. A merge counts only what is like none of its
 * parents. */
struct store_change {
	const struct store_commit *commit;
	str *paths; /* at most STORE_CHANGE_PATHS of them */
	size_t npaths;
	size_t ntouched; /* all of them, listed or not */
};

enum { STORE_CHANGES = 100, STORE_CHANGE_PATHS = 1000 };

struct store_history {
	const struct store_commit *head; /* NULL: the folder is in no repository, no history */
	struct store_dated *dated;       /* sorted by path */
	size_t ndated;
	struct store_change *changes; /* newest first, at most STORE_CHANGES */
	size_t nchanges;
};

/*
 * The history of the content root as of the commit (for a folder: of HEAD, so
 * that a folder and a commit with the same files give the same dates). Dates
 * are those of `git log -1 -- path`, but a new mode or place alone is no change, and a
 * file last touched behind the cut of a shallow clone has none. False: reported.
 */
bool store_history(
	struct store *store, struct arena *arena, struct store_history *out, struct diags *diags);

/* NULL when no commit has the path, or the one that has it is not known. */
const struct store_commit *store_history_find(const struct store_history *history, str path);

#endif
