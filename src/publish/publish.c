/*
 * Why the output is a whole site at any moment
 *
 * Nothing in the output is ever written, only taken away as a whole: the new
 * site is made in the yard (yard.h), with its foreign files, and changes places
 * with the output in one renameat2(RENAME_EXCHANGE).
 *
 * Why the manifest is always right
 *
 * A manifest names the folder it describes by inode and time of birth, which
 * an exchange does not change. manifest.new, of new/, is complete before the
 * exchange. A build that finds it and sees that it describes the output knows:
 * the exchange happened, new/ is the old site, and only settle() is missing.
 * Otherwise it did not happen, and manifest.new and new/ are scraps of a build
 * that was killed. There is no third state, so each step may be the last one:
 *
 *	step                          killed before it, the next build finds
 *	files into new/               scraps
 *	manifest.new                  scraps (half written: no manifest)
 *	syncfs                        scraps
 *	exchange                      scraps
 *	fsync parent, yard            exchange done: settles
 *	remove new/ (the old site)    exchange done: settles
 *	manifest.new -> manifest      exchange done: settles
 *
 * When the power fails, the disk may have kept fewer steps than were made, but
 * syncfs and fsync keep their order: if the exchange is there, so are all files
 * and manifest.new; and nothing of the old site goes before the exchange is on
 * the disk. One syncfs is cheaper than an fsync for each of 10 000 files.
 *
 * "Not there" is what the system says, never what an error leaves open: when a
 * manifest or a folder can't be looked at, the build ends before it changes
 * anything. A manifest that is there but damaged stops nobody: what it still
 * says is believed where the bytes agree, what is in the way of the new site is
 * ours, and the build says so. If manifest.new is the damaged one, the old site
 * in new/, which manifest describes, shows that the exchange happened.
 *
 * When every file is as before there is nothing to exchange: only the manifest
 * is replaced, for its fingerprint. To know that before making links, files
 * that did not change are noted first and linked by publish_commit().
 */
#include "publish/publish.h"

#include <errno.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "base/hash.h"
#include "base/messages.h"
#include "base/path.h"
#include "publish/foreign.h"
#include "publish/linger.h"
#include "publish/links.h"
#include "publish/memory.h"
#include "publish/remarks.h"
#include "publish/settle.h"
#include "publish/spare.h"
#include "sys/dir.h"
#include "sys/lock.h"

struct publish {
	struct yard yard;
	unsigned threads;
	struct buf old_text;
	struct manifest old_manifest;
	struct site_folder old;
	struct spare spare;
	size_t spare_from;
	int fresh;     /* new/, open; with a spare made/, whose descriptor it is */
	unsigned mask; /* to set again */
	bool is_exchanged;

	/* While files come in: one for each entry of the old manifest, does the new site have it?
	 */
	atomic_bool *taken;
	_Atomic(const struct manifest_entry *) taken_twice;

	/* Under LOCK_PUBLISH while files come in. */
	VEC(struct manifest_entry) written; /* in new/ already */
	struct linger linger;
	struct arena paths; /* their texts */
	bool has_failed;

	VEC(struct manifest_entry) kept; /* what was taken and what lingers, by path */
	struct manifest made;            /* both together */
	struct remarks remarks;
	struct memory memory;
	struct publish_counts counts;
};

static void close_all(struct publish *publish)
{
	file_umask_set(publish->mask);
	if (publish->old.fd >= 0)
		file_close(publish->old.fd);
	if (publish->fresh >= 0 && publish->fresh != publish->spare.made)
		file_close(publish->fresh);
	publish->old.fd = publish->fresh = -1;
	spare_release(&publish->spare);
	memory_release(&publish->memory, &publish->yard);
	yard_close(&publish->yard);
	manifest_release(&publish->old_manifest);
	buf_release(&publish->old_text);
	remarks_release(&publish->remarks);
	manifest_release(&publish->made);
	free(publish->taken);
	VEC_FREE(&publish->written);
	VEC_FREE(&publish->kept);
	linger_release(&publish->linger);
	arena_release(&publish->paths);
}

/* Makes new/ with the rights of the old site. */
static int make_new(struct publish *publish)
{
	const struct yard *yard = &publish->yard;
	int error = settle_discard(yard);
	if (!error)
		error = dir_make(yard->work, YARD_NEW);
	if (!error)
		error = dir_open(yard->work, YARD_NEW, &publish->fresh);
	if (!error && publish->old.fd >= 0)
		error = dir_copy_rights(yard->parent, yard->name, yard->work, YARD_NEW);
	return error;
}

/* Opens the old site, if there is one, and a place for new files. */
static int open_sites(struct publish *publish)
{
	const struct yard *yard = &publish->yard;
	int error = dir_open(yard->parent, yard->name, &publish->old.fd);
	if (error && error != ENOENT)
		return error;
	error = spare_open(&publish->spare, yard, &publish->old);
	if (error)
		return error;
	publish->fresh = publish->spare.made;
	return publish->spare.fd >= 0 ? 0 : make_new(publish);
}

static int read_old_manifest(struct publish *publish)
{
	const struct yard *yard = &publish->yard;
	struct folder_identity output;
	int error = settle_read(yard, YARD_MANIFEST, &publish->old_text, &publish->old_manifest,
		&publish->old.is_damaged);
	if (!error)
		error = folder_identity(yard->parent, yard->name, &output);
	if (error)
		return error;
	publish->old.manifest = &publish->old_manifest;
	publish->taken = xcalloc(publish->old_manifest.entries.len + 1, sizeof(*publish->taken));
	publish->old.is_described = folder_identity_is(publish->old_manifest.root, output);
	return 0;
}

/* What stands there, and the place for what comes. */
static bool open_all(struct publish *publish, struct diags *diags)
{
	const struct yard *yard = &publish->yard;
	if (!settle_leftovers(yard, diags))
		return false;
	int error = read_old_manifest(publish);
	if (error) {
		yard_unreadable(yard, error, diags);
		return false;
	}
	remarks_read(&publish->remarks, yard);
	if (publish->old.is_described && !publish->old.is_damaged)
		memory_read(&publish->memory, yard, publish->old_manifest.fingerprint);
	error = open_sites(publish);
	if (error)
		yard_failed(yard, S(""), error, diags);
	return !error;
}

struct publish *publish_begin(
	const struct publish_options *options, struct arena *arena, struct diags *diags)
{
	struct publish *publish = ARENA_NEW(arena, struct publish);
	publish->mask = file_umask_public();
	if (!yard_open(&publish->yard, options->output, options->wait_ms, arena, diags)) {
		file_umask_set(publish->mask);
		return NULL;
	}
	publish->threads = options->threads;
	publish->linger = (struct linger){.lingers = options->lingers, .now_s = options->now_s};
	publish->spare_from = options->spare_from;
	publish->old.fd = publish->fresh = -1;
	spare_init(&publish->spare);
	publish->made.fingerprint = options->fingerprint;
	buf_init(&publish->old_text);
	remarks_init(&publish->remarks);
	memory_init(&publish->memory);
	arena_init(&publish->paths);
	if (open_all(publish, diags))
		return publish;
	publish_abort(publish);
	return NULL;
}

/* The model makes addresses that are safe; this is the last door. */
static void check_path(str path)
{
	bool good = path.len > 0;
	for (str part, rest = path; good && str_cut(&rest, '/', &part);)
		good = part.len && !str_eq(part, S(".")) && !str_eq(part, S(".."));
	for (size_t i = 0; good && i < path.len; i++)
		good = (unsigned char)path.ptr[i] >= ' ';
	if (!good)
		BUG("a path that can't be published");
}

static bool is_untouched(const struct publish *publish, const struct manifest_entry *entry)
{
	struct file_info info;
	char name[PATH_MAX];
	return publish->old.fd >= 0 && dir_name(entry->path, name) &&
	       file_info_at(publish->old.fd, name, &info) == 0 && manifest_entry_is(entry, &info);
}

bool publish_is_current(const struct publish *publish)
{
	const struct manifest *old = &publish->old_manifest;
	uint64_t fingerprint = remarks_mix(publish->made.fingerprint, &publish->remarks.before);
	if (!publish->old.is_described || old->fingerprint != fingerprint)
		return false;
	for (size_t i = 0; i < old->entries.len; i++) {
		if (!is_untouched(publish, &old->entries.items[i]))
			return false;
	}
	return true;
}

str publish_said(const struct publish *publish)
{
	return buf_str(&publish->remarks.before);
}

str publish_remembered(const struct publish *publish)
{
	return publish->memory.before;
}

void publish_remember(struct publish *publish, str bytes)
{
	memory_add(&publish->memory, &publish->yard, bytes);
}

void publish_say(struct publish *publish, str said)
{
	buf_add(&publish->remarks.next, said);
}

static void note_lingering(struct publish *publish, str path)
{
	if (!linger_wants(&publish->linger, path))
		return;
	lock_take(LOCK_PUBLISH);
	linger_note(&publish->linger, path);
	lock_drop(LOCK_PUBLISH);
}

static void note_written(struct publish *publish, struct manifest_entry entry)
{
	lock_take(LOCK_PUBLISH);
	entry.path = arena_str(&publish->paths, entry.path);
	VEC_PUSH(&publish->written, entry);
	lock_drop(LOCK_PUBLISH);
	note_lingering(publish, entry.path);
}

/* A full disk fails for every file that follows: it is told once. */
static void report_file(struct publish *publish, str path, int error, struct diags *diags)
{
	lock_take(LOCK_PUBLISH);
	bool again = publish->has_failed && error != EEXIST;
	publish->has_failed = true;
	lock_drop(LOCK_PUBLISH);
	if (error == EEXIST)
		diag_add(diags, DIAG_PUBLISH_TWICE, SPAN_NONE,
			"two files of the site have the same name '%.*s'", STR_ARGS(path));
	else if (!again)
		yard_failed(&publish->yard, path, error, diags);
}

bool publish_has(const struct publish *publish, str path, uint64_t id)
{
	const struct manifest_entry *entry = manifest_find(&publish->old_manifest, path);
	return entry && entry->id == id && !publish->old.is_damaged && is_untouched(publish, entry);
}

size_t publish_old_size(const struct publish *publish, str path)
{
	const struct manifest_entry *entry = manifest_find(&publish->old_manifest, path);
	return entry ? (size_t)entry->size : 0;
}

/* The lists grow by ten thousand in a large site: a sign costs no lock and no copy. */
void publish_take(struct publish *publish, str path)
{
	const struct manifest_entry *entry = manifest_find(&publish->old_manifest, path);
	size_t index = (size_t)(entry - publish->old_manifest.entries.items);
	if (atomic_exchange_explicit(&publish->taken[index], true, memory_order_relaxed))
		atomic_store(&publish->taken_twice, entry);
	note_lingering(publish, entry->path);
}

bool publish_keep(struct publish *publish, str path, uint64_t id)
{
	bool has = publish_has(publish, path, id);
	if (has)
		publish_take(publish, path);
	return has;
}

bool publish_lacks(const struct publish *publish, str path)
{
	return !manifest_find(&publish->old_manifest, path);
}

bool publish_read(const struct publish *publish, str path, struct buf *out, struct diags *diags)
{
	int error = file_read_at(publish->old.fd, path, BUF_LIMIT_DEFAULT, out);
	if (error)
		yard_unreadable(&publish->yard, error, diags);
	return !error;
}

bool publish_had(const struct publish *publish, str path, uint64_t id)
{
	const struct manifest_entry *entry = manifest_find(&publish->old_manifest, path);
	return entry && entry->id == id;
}

size_t publish_nold(const struct publish *publish)
{
	return publish->old_manifest.entries.len;
}

str publish_old_path(const struct publish *publish, size_t index)
{
	const struct manifest_entry *entry = &publish->old_manifest.entries.items[index];
	return entry->gone_s ? S("") : entry->path;
}

/* A page has a folder of its own: making it first spares a failed open. */
static void make_page_folder(struct publish *publish, str path)
{
	char name[PATH_MAX];
	if (str_ends(path, S("/index.html")) && dir_name(path_dir(path), name))
		dir_make(publish->fresh, name);
}

bool publish_hashed(struct publish *publish, str path, uint64_t id, uint64_t hash, str bytes,
	struct diags *diags)
{
	const struct manifest_entry *old = manifest_find(&publish->old_manifest, path);
	struct manifest_entry entry = {
		.path = path, .id = id == PUBLISH_BY_BYTES ? hash : id, .hash = hash};
	struct file_info info;
	char name[PATH_MAX];
	if (old && old->size == bytes.len && publish_keep(publish, path, entry.id))
		return true;
	check_path(path);
	make_page_folder(publish, path);
	int error = dir_name(path, name) ? dir_create(publish->fresh, name, bytes, &info)
					 : ENAMETOOLONG;
	if (error) {
		report_file(publish, path, error, diags);
		return false;
	}
	entry.size = info.size;
	entry.mtime_ns = info.mtime_ns;
	entry.inode = info.inode;
	note_written(publish, entry);
	return true;
}

struct publish_counts publish_counts(const struct publish *publish)
{
	return publish->counts;
}

static bool is_taken(const struct publish *publish, const struct manifest_entry *entry)
{
	return entry && publish->taken[entry - publish->old_manifest.entries.items];
}

/* A file of the old site that the new one takes over or does without. */
static void gather_one(struct publish *publish, struct manifest_entry entry, bool taken)
{
	if (taken)
		entry.gone_s = 0;
	else if (!linger_may_stay(&publish->linger, &entry) || !is_untouched(publish, &entry))
		return;
	VEC_PUSH(&publish->kept, entry);
}

static void gather_kept(struct publish *publish)
{
	const struct manifest *old = &publish->old_manifest;
	size_t ntaken = 0;
	for (size_t i = 0; !publish->old.is_damaged && i < old->entries.len; i++) {
		ntaken += publish->taken[i];
		gather_one(publish, old->entries.items[i], publish->taken[i]);
	}
	publish->counts = (struct publish_counts){publish->written.len, ntaken};
}

/* Nothing was given twice; of what was written twice the folder itself has told. */
static bool check_once(struct publish *publish, struct diags *diags)
{
	const struct manifest_entry *twice = publish->taken_twice;
	for (size_t i = 0; i < publish->written.len && !twice; i++) {
		twice = manifest_find(&publish->old_manifest, publish->written.items[i].path);
		twice = is_taken(publish, twice) ? twice : NULL;
	}
	if (twice)
		report_file(publish, twice->path, EEXIST, diags);
	return !twice;
}

/* The old site has the same files, none more and none less, all untouched. */
static bool is_same_site(const struct publish *publish)
{
	return publish->old.is_described && !publish->written.len &&
	       publish->kept.len == publish->old_manifest.entries.len;
}

static void gather_made(struct publish *publish)
{
	for (size_t i = 0; i < publish->kept.len; i++)
		VEC_PUSH(&publish->made.entries, publish->kept.items[i]);
	for (size_t i = 0; i < publish->written.len; i++)
		VEC_PUSH(&publish->made.entries, publish->written.items[i]);
	manifest_sort(&publish->made);
}

static int write_manifest(struct publish *publish, int in, const char *root)
{
	struct buf text;
	struct file_info info;
	buf_init(&text);
	int error = folder_identity(in, root, &publish->made.root);
	manifest_write(&publish->made, &text);
	if (!error && text.overflowed)
		error = EFBIG;
	if (!error)
		error = dir_create(publish->yard.work, YARD_MANIFEST_NEW, buf_str(&text), &info);
	buf_release(&text);
	return error;
}

static bool renew_manifest(struct publish *publish, struct diags *diags)
{
	const struct yard *yard = &publish->yard;
	gather_made(publish);
	for (size_t i = 0; i < publish->old_manifest.folders.len; i++)
		VEC_PUSH(&publish->made.folders, publish->old_manifest.folders.items[i]);
	int error = write_manifest(publish, yard->parent, yard->name);
	if (!error)
		error = dir_rename(yard->work, YARD_MANIFEST_NEW, yard->work, YARD_MANIFEST);
	if (error)
		yard_failed(yard, S(""), error, diags);
	return !error;
}

static bool link_all_kept(struct publish *publish, bool *copied, struct diags *diags)
{
	struct links links = {publish->old.fd, publish->fresh, publish->threads, false};
	size_t failed = 0;
	int error = links_make(&links, publish->kept.items, publish->kept.len, &failed);
	*copied = links.copied;
	if (error)
		report_file(publish, publish->kept.items[failed].path, error, diags);
	return !error;
}

static void report_replaced(const struct publish *publish, int error, struct diags *diags)
{
	const struct yard *yard = &publish->yard;
	if (error)
		diag_add(diags, DIAG_PUBLISH_LEFTOVER, SPAN_NONE,
			"the new site is in '%.*s', but the old one could not be removed from "
			"'.%s.tilts' beside it: %s",
			STR_ARGS(yard->shown), yard->name, messages_of_error(error));
	if (!yard->exchanges)
		diag_add(diags, DIAG_PUBLISH_EXCHANGE, SPAN_NONE,
			"for a moment there was no '%.*s': this file system can't exchange "
			"folders in one step",
			STR_ARGS(yard->shown));
	if (publish->old.is_damaged)
		diag_add(diags, DIAG_PUBLISH_MANIFEST, SPAN_NONE,
			"the list of what tilts wrote into '%.*s' was damaged: pages that are "
			"gone may still stand there",
			STR_ARGS(yard->shown));
}

/* The whole site, new or as hard links. */
static bool fill_new(struct publish *publish, struct diags *diags)
{
	bool any, copied;
	if (!link_all_kept(publish, &copied, diags) ||
		!foreign_carry(&publish->old, publish->fresh, &publish->yard, &any, diags))
		return false;
	gather_made(publish);
	bool enough = publish->spare_from && publish->made.entries.len >= publish->spare_from;
	if (!any && !copied && enough)
		manifest_gather_folders(&publish->made);
	return true;
}

/* Or only what the spare does not have yet. */
static int fill_spare(struct publish *publish, bool *filled, str *at)
{
	struct spare *spare = &publish->spare;
	int error = spare_check(spare, &publish->old, &publish->old_manifest, filled);
	if (error)
		return error;
	if (!*filled)
		return spare_give_up(spare, &publish->yard, &publish->old);
	gather_made(publish);
	return spare_update(spare, &publish->yard, &publish->old, &publish->made, at);
}

static bool fill(struct publish *publish, struct diags *diags)
{
	bool filled = false;
	str at = S("");
	int error = publish->spare.fd >= 0 ? fill_spare(publish, &filled, &at) : 0;
	if (error)
		yard_failed(&publish->yard, at, error, diags);
	return !error && (filled || fill_new(publish, diags));
}

static bool replace_site(struct publish *publish, struct diags *diags)
{
	struct yard *yard = &publish->yard;
	if (!fill(publish, diags))
		return false;
	int error = write_manifest(publish, yard->work, YARD_NEW);
	if (!error)
		error = dir_sync_all(yard->work);
	if (!error)
		error = yard_exchange(yard);
	if (error) {
		yard_failed(yard, S(""), error, diags);
		return false;
	}
	publish->is_exchanged = true;
	report_replaced(publish, settle(yard, &publish->old_manifest, &publish->made), diags);
	return true;
}

static bool keep_remarks(struct publish *publish, struct diags *diags)
{
	int error = remarks_keep(&publish->remarks, &publish->yard);
	publish->made.fingerprint = remarks_mix(publish->made.fingerprint, &publish->remarks.next);
	if (error)
		yard_failed(&publish->yard, S(""), error, diags);
	return !error;
}

static bool publish_all(struct publish *publish, struct diags *diags)
{
	return is_same_site(publish) ? renew_manifest(publish, diags)
				     : replace_site(publish, diags);
}

bool publish_commit(struct publish *publish, struct diags *diags)
{
	bool done = false;
	if (!publish->has_failed && keep_remarks(publish, diags)) {
		memory_keep(&publish->memory, &publish->yard, publish->made.fingerprint);
		gather_kept(publish);
		done = check_once(publish, diags) && publish_all(publish, diags);
	}
	publish_abort(publish);
	return done;
}

void publish_abort(struct publish *publish)
{
	if (!publish || publish->yard.work < 0)
		return;
	const struct yard *yard = &publish->yard;
	if (!publish->is_exchanged && publish->spare.fd >= 0 && !publish->spare.is_touched)
		dir_remove_tree(yard->work, YARD_MADE);
	else if (!publish->is_exchanged && publish->fresh >= 0)
		settle_discard(yard);
	close_all(publish);
}
