#include "build/ledger.h"

#include <stdlib.h>

#include "build/before.h"
#include "build/inputs.h"
#include "build/noted.h"
#include "build/parts.h"
#include "build/remember.h"
#include "diag/transcript.h"

/* One thread's job at hand. */
struct job_notes {
	struct reading reading;
	bool at_work;
	struct buf files; /* path, hash, path, hash … */
	size_t nfiles;
	uint64_t sight;
	struct noted before; /* of the worker when the job began, */
	size_t nweighed;     /* and of its scales */
	struct parts parts;
	struct buf entry;
	struct spill done; /* entries of jobs, handed on at times: of a large site they are many */
};

/* Jobs of the last build. */
struct group {
	str *entries; /* "": no such job, or not done */
	size_t n;
};

struct done {
	uint64_t words;
	bool is_carried;
	bool has_old_words; /* of a page: that alone of it was carried over */
};

struct done_group {
	struct done *jobs;
	size_t n;
};

struct ledger {
	struct inputs inputs;
	bool *changed; /* by input; NULL: nothing can be carried over */
	struct group old[LEDGER_GROUPS];
	uint64_t *old_words; /* by page: what ledger_note_words() was told */
	struct done_group now[LEDGER_GROUPS];
	struct job_notes *notes; /* one a thread */
	struct keeper keeper;
};

static struct job_notes *notes_of(const struct build *build, const struct worker *worker)
{
	return &build->ledger->notes[worker - build->workers];
}

/* --- what the last build kept ------------------------------------------------------- */

/* Empty: the job is to be done. */
static str old_entry(const struct ledger *ledger, size_t group, size_t job)
{
	bool known = ledger->changed && job < ledger->old[group].n;
	return known ? ledger->old[group].entries[job] : S("");
}

static void take_groups(struct ledger *ledger, struct unpack *unpack, struct arena *arena)
{
	for (size_t g = 0; g < LEDGER_GROUPS && !unpack->failed; g++) {
		struct group *group = &ledger->old[g];
		group->n = unpack_count(unpack, UINT32_MAX);
		group->entries = ARENA_ARRAY(arena, str, group->n);
	}
	size_t npages = ledger->old[LEDGER_PAGES].n;
	ledger->old_words = ARENA_ARRAY(arena, uint64_t, npages);
	for (size_t i = 0; i < npages; i++)
		ledger->old_words[i] = unpack_hash(unpack);
}

/* What an entry begins with. */
struct beginning {
	uint64_t sight;
	str parts;
};

static struct beginning read_beginning(struct unpack *entry)
{
	struct beginning beginning = {.sight = unpack_hash(entry)};
	beginning.parts = unpack_text(entry);
	return beginning;
}

/* Each stands with its group and number: whoever did a job wrote it down. */
static void take_jobs(struct ledger *ledger, struct unpack *unpack)
{
	while (unpack->rest.len && !unpack->failed) {
		size_t g = unpack_count(unpack, LEDGER_GROUPS - 1);
		size_t job = (size_t)unpack_number(unpack);
		str entry = unpack_text(unpack);
		if (job < ledger->old[g].n)
			ledger->old[g].entries[job] = entry;
	}
}

static void take_old(
	struct ledger *ledger, const struct remembered *remembered, struct arena *arena)
{
	struct unpack unpack = {.rest = remembered->inputs}, jobs = {.rest = remembered->jobs};
	if (unpack_hash(&unpack) != ledger->inputs.whole ||
		unpack_number(&unpack) != ledger->inputs.n)
		return;
	bool *changed = ARENA_ARRAY(arena, bool, ledger->inputs.n);
	for (size_t i = 0; i < ledger->inputs.n; i++)
		changed[i] = unpack_hash(&unpack) != ledger->inputs.hashes[i];
	take_groups(ledger, &unpack, arena);
	take_jobs(ledger, &jobs);
	if (!unpack.failed && !jobs.failed)
		ledger->changed = changed;
}

/* --- parts of a job ----------------------------------------------------------------- */

/* NULL: what is made is no job's. */
static struct parts *parts_of(const struct build *build, const struct worker *worker)
{
	struct job_notes *notes = notes_of(build, worker);
	return notes->at_work ? &notes->parts : NULL;
}

static bool take_part(void *ctx, struct worker *worker, size_t number, str *text)
{
	struct parts *parts = parts_of(ctx, worker);
	return parts && parts_take(parts, ctx, worker, number, text);
}

static void begin_part(void *ctx, struct worker *worker)
{
	struct parts *parts = parts_of(ctx, worker);
	if (parts)
		parts_begin(parts, worker);
}

static void end_part(void *ctx, struct worker *worker, size_t number, str text)
{
	struct parts *parts = parts_of(ctx, worker);
	if (parts)
		parts_end(parts, worker, number, text);
}

static str old_parts(const struct ledger *ledger, size_t group, size_t job)
{
	struct unpack unpack = {.rest = old_entry(ledger, group, job)};
	return unpack.rest.len ? read_beginning(&unpack).parts : S("");
}

static void begin_parts(struct ledger *ledger, struct parts *parts, size_t group, size_t job)
{
	buf_clear(&parts->kept);
	parts->changed = ledger->changed;
	parts->ninputs = (uint32_t)ledger->inputs.n;
	parts->old = old_parts(ledger, group, job);
}

/* --- open and closed ---------------------------------------------------------------- */

void ledger_open(struct build *build)
{
	if (!before_counts(build))
		return;
	struct ledger *ledger = ARENA_NEW(&build->arena, struct ledger);
	build->ledger = ledger;
	inputs_take(&ledger->inputs, build);
	ledger->notes = xcalloc(build->jobs, sizeof(*ledger->notes));
	for (unsigned i = 0; i < build->jobs; i++) {
		reading_init(&ledger->notes[i].reading, &ledger->inputs.numbers);
		buf_init(&ledger->notes[i].files);
		buf_init(&ledger->notes[i].entry);
		spill_init(&ledger->notes[i].done, remember_add, build);
		parts_init(&ledger->notes[i].parts);
	}
	take_old(ledger, &build->remembered, &build->arena);
	ledger->keeper = (struct keeper){build, take_part, begin_part, end_part};
	build->renderer.keeper = &ledger->keeper;
}

bool ledger_knows(const struct build *build)
{
	return build->ledger && build->ledger->changed;
}

void ledger_release(struct build *build)
{
	struct ledger *ledger = build->ledger;
	for (unsigned i = 0; ledger && i < build->jobs; i++) {
		reading_release(&ledger->notes[i].reading);
		buf_release(&ledger->notes[i].files);
		buf_release(&ledger->notes[i].entry);
		spill_release(&ledger->notes[i].done);
		parts_release(&ledger->notes[i].parts);
	}
	free(ledger ? ledger->notes : NULL);
	build->ledger = NULL;
}

void ledger_expect(struct build *build, size_t group, size_t njobs)
{
	if (build->ledger)
		build->ledger->now[group] =
			(struct done_group){ARENA_ARRAY(&build->arena, struct done, njobs), njobs};
}

/* --- a job that is done ------------------------------------------------------------- */

/* Feeds take some records as they are, all languages at once. */
static bool is_by_language(size_t group)
{
	return group == LEDGER_PAGES || group == LEDGER_INDEXES;
}

void ledger_begin(struct build *build, struct worker *worker, size_t group, size_t job)
{
	if (!build->ledger)
		return;
	struct job_notes *notes = notes_of(build, worker);
	notes->at_work = true;
	notes->nfiles = 0;
	notes->sight = 0;
	buf_clear(&notes->files);
	notes->before = noted_by(worker);
	notes->nweighed = build->scales[worker - build->workers].pages.len;
	begin_parts(build->ledger, &notes->parts, group, job);
	reading_begin(&notes->reading, is_by_language(group));
}

void ledger_note_file(struct build *build, struct worker *worker, str path, uint64_t hash)
{
	if (!build->ledger || !notes_of(build, worker)->at_work)
		return;
	struct job_notes *notes = notes_of(build, worker);
	notes->nfiles++;
	pack_text(&notes->files, path);
	pack_hash(&notes->files, hash);
}

void ledger_note_sight(struct build *build, struct worker *worker, uint64_t sight)
{
	if (build->ledger)
		notes_of(build, worker)->sight = sight;
}

void ledger_note_words(struct build *build, size_t page, uint64_t hash)
{
	if (build->ledger)
		build->ledger->now[LEDGER_PAGES].jobs[page].words = hash;
}

static void add_anchors(struct buf *out, const struct build *build, size_t group, size_t job)
{
	static const struct anchors none;
	const struct anchors *anchors =
		group == LEDGER_PAGES ? &build->renderer.anchors[job] : &none;
	pack_number(out, anchors->len);
	buf_add(out, str_n((const char *)anchors->hashes, anchors->len * sizeof(uint32_t)));
}

static void add_said(struct buf *out, const struct worker *worker, size_t first)
{
	struct buf said;
	if (worker->diags.list.len == first) {
		pack_text(out, S(""));
		return;
	}
	buf_init(&said);
	transcript_write(&worker->diags, first, &said);
	pack_text(out, buf_str(&said));
	buf_release(&said);
}

static void write_down(struct job_notes *notes, size_t group, size_t job, str entry)
{
	struct buf *out = &notes->done.piece;
	pack_number(out, group);
	pack_number(out, job);
	pack_text(out, entry);
	spill_some(&notes->done);
}

void ledger_end(struct build *build, struct worker *worker, size_t group, size_t job)
{
	if (!build->ledger)
		return;
	struct job_notes *notes = notes_of(build, worker);
	struct buf *out = &notes->entry;
	const struct scales *scales = &build->scales[worker - build->workers];
	reading_end();
	notes->at_work = false;
	buf_clear(out);
	pack_hash(out, notes->sight);
	pack_text(out, buf_str(&notes->parts.kept));
	pack_number(out, notes->reading.inputs.len);
	for (size_t i = 0; i < notes->reading.inputs.len; i++)
		pack_number(out, notes->reading.inputs.items[i]);
	pack_number(out, notes->nfiles);
	buf_add(out, buf_str(&notes->files));
	pack_number(out, scales->pages.len > notes->nweighed
				 ? scales->pages.items[notes->nweighed].size
				 : 0);
	add_anchors(out, build, group, job);
	noted_pack(out, worker, notes->before);
	add_said(out, worker, notes->before.ndiags);
	write_down(notes, group, job, buf_str(out));
}

/* --- a job that is carried over ----------------------------------------------------- */

static bool read_changed(const struct ledger *ledger, struct unpack *unpack)
{
	size_t n = unpack_count(unpack, ledger->inputs.n);
	for (size_t i = 0; i < n; i++)
		if (ledger->changed[unpack_count(unpack, ledger->inputs.n - 1)])
			return true;
	return unpack->failed;
}

typedef bool file_fn(struct build *build, struct worker *worker, str path, uint64_t hash);

static bool each_file(
	struct build *build, struct worker *worker, struct unpack *unpack, file_fn *fn)
{
	size_t n = unpack_count(unpack, unpack->rest.len);
	bool good = true;
	for (size_t i = 0; i < n && !unpack->failed; i++) {
		str path = unpack_text(unpack);
		good &= fn(build, worker, path, unpack_hash(unpack));
	}
	return good && !unpack->failed;
}

static bool is_there(struct build *build, struct worker *worker, str path, uint64_t hash)
{
	UNUSED(worker);
	return before_has(build, path, hash);
}

static bool take_file(struct build *build, struct worker *worker, str path, uint64_t hash)
{
	UNUSED(hash);
	before_take(build, path);
	if (!str_ends(path, S(".html")))
		VEC_PUSH(&worker->made, path);
	return true;
}

static void carry_weight(
	struct build *build, struct worker *worker, size_t job, struct unpack *unpack)
{
	size_t size = (size_t)unpack_number(unpack);
	struct weighed weighed = {build->site.pages.items[job], size};
	if (size)
		VEC_PUSH(&build->scales[worker - build->workers].pages, weighed);
}

static void carry_anchors(
	struct build *build, struct worker *worker, size_t job, struct unpack *unpack)
{
	size_t n = unpack_count(unpack, unpack->rest.len / sizeof(uint32_t));
	struct anchors *anchors = &build->renderer.anchors[job];
	if (!n)
		return;
	*anchors = (struct anchors){ARENA_ARRAY(&worker->kept, uint32_t, n), n};
	memcpy(anchors->hashes, unpack->rest.ptr, n * sizeof(uint32_t));
	unpack->rest = str_from(unpack->rest, n * sizeof(uint32_t));
}

static void carry_results(
	struct build *build, struct worker *worker, size_t group, size_t job, struct unpack *unpack)
{
	if (group == LEDGER_PAGES) {
		carry_weight(build, worker, job, unpack);
		carry_anchors(build, worker, job, unpack);
	} else {
		unpack_number(unpack);
		unpack_number(unpack);
	}
	noted_carry(build, worker, unpack);
	transcript_read(unpack_text(unpack), build->ndocuments, &worker->diags);
}

static uint64_t first_hash(struct unpack files)
{
	if (unpack_number(&files))
		unpack_text(&files);
	return unpack_hash(&files);
}

bool ledger_carry(struct build *build, struct worker *worker, size_t group, size_t job)
{
	struct ledger *ledger = build->ledger;
	struct unpack unpack = {.rest = ledger ? old_entry(ledger, group, job) : S("")};
	if (!unpack.rest.len)
		return false;
	read_beginning(&unpack);
	if (read_changed(ledger, &unpack))
		return false;
	struct unpack files = unpack;
	if (!each_file(build, worker, &files, is_there))
		return false;
	if (group == LEDGER_PAGES)
		build->page_hashes[job] = first_hash(unpack);
	each_file(build, worker, &unpack, take_file);
	carry_results(build, worker, group, job, &unpack);
	if (group == LEDGER_PAGES)
		ledger->now[group].jobs[job].words = ledger->old_words[job];
	ledger->now[group].jobs[job].is_carried = true;
	write_down(notes_of(build, worker), group, job, ledger->old[group].entries[job]);
	return true;
}

bool ledger_carried(const struct build *build, size_t group, size_t job)
{
	const struct ledger *ledger = build->ledger;
	return ledger && job < ledger->now[group].n && ledger->now[group].jobs[job].is_carried;
}

/* --- words of a page that is made anew ---------------------------------------------- */

static void skip_inputs(struct unpack *unpack)
{
	for (size_t n = unpack_count(unpack, unpack->rest.len); n; n--)
		unpack_number(unpack);
}

static bool is_there_beside(struct build *build, struct worker *worker, str path, uint64_t hash)
{
	return str_ends(path, S(".html")) || is_there(build, worker, path, hash);
}

static bool take_beside(struct build *build, struct worker *worker, str path, uint64_t hash)
{
	if (str_ends(path, S(".html")))
		return true;
	ledger_note_file(build, worker, path, hash);
	return take_file(build, worker, path, hash);
}

bool ledger_carry_words(struct build *build, struct worker *worker, size_t page, uint64_t sight)
{
	struct ledger *ledger = build->ledger;
	struct unpack unpack = {.rest = ledger ? old_entry(ledger, LEDGER_PAGES, page) : S("")};
	if (!unpack.rest.len)
		return false;
	struct beginning old = read_beginning(&unpack);
	skip_inputs(&unpack);
	struct unpack files = unpack;
	if (!ledger->old_words[page] || old.sight != sight ||
		!each_file(build, worker, &files, is_there_beside))
		return false;
	each_file(build, worker, &unpack, take_beside);
	ledger_note_words(build, page, ledger->old_words[page]);
	ledger->now[LEDGER_PAGES].jobs[page].has_old_words = true;
	return true;
}

bool ledger_carried_words(const struct build *build, size_t page)
{
	const struct ledger *ledger = build->ledger;
	return ledger_carried(build, LEDGER_PAGES, page) ||
	       (ledger && ledger->now[LEDGER_PAGES].jobs[page].has_old_words);
}

bool ledger_has_words(const struct build *build, size_t page)
{
	const struct ledger *ledger = build->ledger;
	bool known = ledger && old_entry(ledger, LEDGER_PAGES, page).len;
	uint64_t words = known ? ledger->old_words[page] : 0;
	return words && words == ledger->now[LEDGER_PAGES].jobs[page].words;
}

/* --- for the next build ------------------------------------------------------------- */

void ledger_write_jobs(const struct build *build)
{
	for (unsigned i = 0; i < build->jobs; i++)
		spill_all(&build->ledger->notes[i].done);
}

void ledger_write_inputs(const struct build *build, struct spill *spill)
{
	const struct ledger *ledger = build->ledger;
	struct buf *out = &spill->piece;
	pack_hash(out, ledger->inputs.whole);
	pack_number(out, ledger->inputs.n);
	for (size_t i = 0; i < ledger->inputs.n; i++)
		pack_hash(out, ledger->inputs.hashes[i]);
	for (size_t g = 0; g < LEDGER_GROUPS; g++)
		pack_number(out, ledger->now[g].n);
	for (size_t i = 0; i < ledger->now[LEDGER_PAGES].n; i++) {
		pack_hash(out, ledger->now[LEDGER_PAGES].jobs[i].words);
		spill_some(spill);
	}
}
