/*
 * One build, from content to a published site. build and check run the same
 * seven calls; check stops before publishing. A struct build belongs to one
 * thread and owns everything that was read and made.
 */
#ifndef BUILD_BUILD_H
#define BUILD_BUILD_H

#include "check/budget.h"
#include "check/privacy.h"
#include "diag/report.h"
#include "model/assemble.h"
#include "publish/publish.h"
#include "render/render.h"
#include "search/barn.h"

/* The largest file of any kind: each is held whole while it is copied. */
#define FILE_MAX BUF_LIMIT_DEFAULT

#define TILTS_VERSION "1.0.0"

/* "source:templates" */
#define TEMPLATES_IN_SOURCE "source:"

/* What a build before this one made, for a build that hands its files to a sink. The
 * functions are called from many threads at once. */
struct earlier {
	void *ctx;
	str memory; /* that it gave to remember(); "": there was none */
	bool (*has)(void *ctx, str path, uint64_t id);
	void (*take)(void *ctx, str path); /* after a yes: the file is one of this build as well */
	size_t (*size)(void *ctx, str path); /* in bytes, after a yes */
	str (*read)(void *ctx, str path);    /* of a file that was taken; borrowed */
	/* For the next build, when this one has no errors; takes the bytes. */
	void (*remember)(void *ctx, struct buf *memory);
};

/* Takes finished files instead of publishing. put() is called from many threads
 * at once; path and bytes are borrowed for the call, `id` is as in publish_file(). */
struct sink {
	void *ctx;
	void (*put)(void *ctx, str path, uint64_t id, str bytes);
	const struct earlier *earlier; /* NULL: nothing is known, nothing is kept */
	bool lacks_media;              /* files of media/ are not wanted, and not made */
	/* The page with this output is wanted before all others: made() is given it as soon as
	 * the site is known, and once more by put(). "": none is. */
	str first;
	void (*made)(void *ctx, str path, str bytes);
};

struct build_options {
	str source; /* folder, repository or URL */
	str ref;
	str subdir;
	str cache_dir;
	str templates; /* folder; behind TEMPLATES_IN_SOURCE: of the source, at the same commit */
	str output;    /* folder; empty: nothing is written */
	str base_url;  /* empty: as site.json says */
	str now;       /* YYYY-MM-DD; empty: SOURCE_DATE_EPOCH, else the clock */
	unsigned jobs; /* threads; 0: one a processor */
	bool drafts;
	bool strict_dates;       /* overdue facts are errors */
	bool site_messages;      /* in the site's first language, if there is a catalogue */
	bool force;              /* build even if nothing has changed */
	bool compress;           /* also .gz and .br beside each text file */
	const struct sink *sink; /* where files go when there is no output; NULL: nowhere */
	store_progress_fn *progress;
	void *progress_ctx;
	/* May be NULL. Told on the calling thread, often, how many jobs of a group are begun. */
	void (*work)(void *ctx, size_t begun, size_t all);
	void *work_ctx;
};

/* What a file of the content or of templates/ was found to be. */
enum document_kind {
	DOCUMENT_IGNORED,
	DOCUMENT_LEFTOVER, /* some program left it behind */
	DOCUMENT_PAGE,
	DOCUMENT_SCHEMA,
	DOCUMENT_SAID, /* what schemas say, in another language */
	DOCUMENT_RECORD,
	DOCUMENT_MEDIUM,
	DOCUMENT_TEMPLATE,
	DOCUMENT_STRINGS,
	DOCUMENT_ASSET,
	DOCUMENT_WORKER, /* sw.js */
	DOCUMENT_MISPLACED,
};

/* What a file of media/ was found to be. */
struct measures {
	uint32_t width, height; /* of a picture, in dots; 0: not known */
	size_t weight;          /* in bytes as it goes out */
	struct shrink shrink;
	str hash; /* of the bytes of a picture that goes out in several sizes */
};

/* There is one a file: what few have stands elsewhere. */
struct document {
	const struct store_entry *entry;
	uint32_t source;
	enum document_kind kind : 8;
	bool usable; /* it was read without an error that makes it useless */
	struct page *page;
	struct measures *measures; /* of a medium */
	str folder; /* of a record or schema: the kind's name; of strings and what schemas say: the
		       language */
	struct value json;
	str text; /* of a template */
};

/* What the last build kept; slices that live until build_publish() has kept its own. */
struct remembered {
	str jobs;     /* ledger.h */
	str harvests; /* search/barn.h */
	str readings; /* recall.h */
	str orders;   /* orders.h */
	str inputs;   /* ledger.h */
};

/* What this one keeps: remember.h. */
struct remembering {
	size_t len;      /* bytes so far */
	struct buf sunk; /* all of it, when the files go to a sink */
};

struct build {
	const struct build_options *options;
	unsigned jobs;
	struct arena arena;
	struct diags diags;
	struct sources sources;
	struct store *content, *templates;
	struct store_reader *told[2]; /* theirs, for the texts that messages point into; NULL until
					 one does */
	store_entries content_entries, template_entries;
	struct document *documents; /* content first, then templates; none of a published site */
	size_t ndocuments;
	struct store_history history;
	struct map commit_days; /* id of a commit -> str, its day in the site's time zone */
	struct documents found;
	struct site site; /* once it is published, its settings alone */
	size_t npages;    /* of the site, and what waits longest: these stay */
	struct due oldest;
	struct units units;
	struct renderer renderer;
	struct worker *workers; /* one a thread, and so are the next three */
	struct privacy *privacy;
	struct scales *scales;
	struct harvest *harvests;       /* NULL: the site has no search */
	struct shelf *shelves;          /* one a thread */
	size_t nshelves;                /* 0: each text has a file */
	struct lexicon words;           /* of all pages */
	struct barn *barn;              /* NULL as well, or nothing is kept */
	uint64_t *page_hashes;          /* of each page's bytes, by index */
	struct ledger *ledger;          /* NULL: nothing is kept for a next build */
	struct recall *recall;          /* NULL as well */
	_Atomic(const str *) *outlines; /* of each file of the content: view/outlines.h */
	str *texts; /* of the pages in a commit, by file: "" when it was not kept; NULL: a folder */
	struct remembered remembered;
	struct remembering remembering;
	struct budget budget;
	size_t *loads;  /* of each medium: the bytes that a telephone loads to show it */
	size_t *nfiles; /* how many files each feed has */
	struct publish *publish;
	uint64_t fingerprint;
	size_t nlisted; /* diagnostics of listing: they are found anew by each build */
	bool current;   /* nothing had changed since the last build */
	struct publish_counts counts;
};

/* Zero the struct before. True when nothing but warnings was reported; then,
 * unless options->output is empty, the site is published. */
bool build_run(struct build *build, const struct build_options *options);
void build_release(struct build *build);

/*
 * Takes one file as it is now into the site as it was when it was built, for somebody who looks at
 * a page: made() is given the pages of a page's text, or, of a record or of words, the page that
 * is looked at. False: more has changed, or there are mistakes; then only a build can tell.
 * What lists say, and who names whom, stay as they were until then. One thread, after build_run().
 */
enum build_folder { BUILD_CONTENT, BUILD_TEMPLATES };

struct build_saved {
	enum build_folder folder;
	str path;      /* below it */
	str looked_at; /* the page's output; "": none is */
};

typedef void build_page_fn(void *ctx, str path, str bytes);
bool build_again(
	struct build *build, const struct build_saved *saved, build_page_fn *made, void *ctx);

/* Which tilts this is: two that may write other bytes have two names. */
str build_version(void);

/* The seven calls; each reports into build->diags. */
bool build_list(struct build *build);
bool build_read(struct build *build);
bool build_assemble(struct build *build);
bool build_render(struct build *build);
bool build_feed(struct build *build);
bool build_check(struct build *build);
bool build_publish(struct build *build);

/* A step of build_list(): reads site.json, for the languages tell which files are
 * pages. */
bool build_read_config(struct build *build);

/* A step of build_assemble(): holds document number `index`, if it is a record, against its schema.
 */
void build_check_record(struct build *build, struct worker *worker, size_t index);

/* A step of build_check(): what was published before and has no address now. Says nothing of a
 * site with errors, which nobody will see. */
void build_check_gone(struct build *build);

/* So many shelves stand in one rack, whose pages are made before the words of all are taken. */
#define RACK_SHELVES 2
#define RACK_PAGES   ((size_t)RACK_SHELVES * SHELF_PAGES)

/* Steps of build_render() and build_feed(), when site.json has `search: true`: makes the
 * harvests; takes the page that stands in worker->out, and maybe its buffer; puts the texts of the
 * pages of a rack together, once each of them was rendered or carried over; writes the indexes. */
void build_prepare_search(struct build *build);
void build_harvest(struct build *build, struct worker *worker, const struct page *page);
void build_shelve(struct build *build, struct worker *worker, size_t rack);
void build_search(struct build *build);
void build_keep_search(const struct build *build, struct spill *out);
void build_release_search(struct build *build);

/* Runs fn for 0 … n - 1 on the build's threads; afterwards joins the workers'
 * diagnostics into the build's. */
typedef void build_fn(struct build *build, struct worker *worker, size_t index);
void build_parallel(struct build *build, size_t n, build_fn *fn);

/* Hands one finished file to the checks and to publishing, unless an earlier
 * call found errors: then nothing will be published. Gives hash64() of the bytes. Any thread. */
uint64_t build_put(struct build *build, struct worker *worker, str path, str bytes);

/* The same of the page that was rendered last, by this worker. */
uint64_t build_put_page(struct build *build, struct worker *worker, const struct page *page);

/* The same without the checks; `id` as in publish_file(). */
void build_hand_over(struct build *build, struct worker *worker, str path, uint64_t id, str bytes);

#endif
