#include "serve/snapshot.h"

#include <stdatomic.h>
#include <stdlib.h>

#include "base/hash.h"
#include "sys/lock.h"

struct language_part {
	str prefix;  /* "" or "ru/" */
	str missing; /* path of its 404 page */
};

struct file {
	atomic_uint holders;
	uint64_t id; /* equal ids, equal bytes */
	str path;
	str bytes;
	char texts[]; /* of both */
};

/* One that lies over another has the few files that are others; what lies below has all files,
 * and lies over nothing. */
struct snapshot {
	atomic_uint holders;
	struct snapshot *below; /* held; NULL: it has all files itself */
	struct arena arena;     /* of what follows the files */
	struct map files;       /* struct file by path; while a build fills it under LOCK_PREVIEW */
	VEC(struct file *) replaced; /* the table still has their paths */
	str root;
	struct language_part languages[LANGUAGES_MAX]; /* the first has no prefix */
	size_t nlanguages;
};

struct snapshot *snapshot_new(void)
{
	struct snapshot *snapshot = xcalloc(1, sizeof(*snapshot));
	atomic_init(&snapshot->holders, 1);
	snapshot->root = S("/");
	arena_init(&snapshot->arena);
	return snapshot;
}

struct snapshot *snapshot_hold(struct snapshot *snapshot)
{
	atomic_fetch_add(&snapshot->holders, 1);
	return snapshot;
}

/* --- files -------------------------------------------------------------------------- */

static struct file *file_new(str path, uint64_t id, str bytes)
{
	struct file *file = xcalloc(1, sizeof(*file) + path.len + bytes.len);
	atomic_init(&file->holders, 1);
	memcpy(file->texts, path.ptr, path.len);
	memcpy(file->texts + path.len, bytes.ptr, bytes.len);
	file->path = str_n(file->texts, path.len);
	file->bytes = str_n(file->texts + path.len, bytes.len);
	file->id = id;
	return file;
}

static void file_drop(struct file *file)
{
	if (file && atomic_fetch_sub(&file->holders, 1) == 1)
		free(file);
}

static void add(struct snapshot *snapshot, struct file *file)
{
	lock_take(LOCK_PREVIEW);
	struct file *before = map_put(&snapshot->files, file->path, file);
	if (before)
		VEC_PUSH(&snapshot->replaced, before);
	lock_drop(LOCK_PREVIEW);
}

void snapshot_drop(struct snapshot *snapshot)
{
	if (!snapshot || atomic_fetch_sub(&snapshot->holders, 1) > 1)
		return;
	for (size_t i = 0; i < snapshot->files.len; i++)
		file_drop(snapshot->files.entries[i].value);
	for (size_t i = 0; i < snapshot->replaced.len; i++)
		file_drop(snapshot->replaced.items[i]);
	VEC_FREE(&snapshot->replaced);
	map_release(&snapshot->files);
	arena_release(&snapshot->arena);
	snapshot_drop(snapshot->below);
	free(snapshot);
}

static const struct snapshot *whole(const struct snapshot *snapshot)
{
	return snapshot->below ? snapshot->below : snapshot;
}

static struct file *file_at(const struct snapshot *snapshot, str path)
{
	struct file *file = map_get(&snapshot->files, path);
	return file || !snapshot->below ? file : map_get(&snapshot->below->files, path);
}

void snapshot_put(struct snapshot *snapshot, str path, uint64_t id, str bytes)
{
	add(snapshot, file_new(path, id ? id : hash64(bytes), bytes));
}

bool snapshot_has(const struct snapshot *snapshot, str path, uint64_t id)
{
	const struct file *file = file_at(snapshot, path);
	return file && file->id == id;
}

static struct file *hold_file(struct file *file)
{
	atomic_fetch_add(&file->holders, 1);
	return file;
}

void snapshot_take(struct snapshot *snapshot, const struct snapshot *before, str path)
{
	add(snapshot, hold_file(file_at(before, path)));
}

str snapshot_bytes(const struct snapshot *snapshot, str path)
{
	lock_take(LOCK_PREVIEW);
	const struct file *file = file_at(snapshot, path);
	lock_drop(LOCK_PREVIEW);
	return file ? file->bytes : S("");
}

static bool is_seen(const struct file *file)
{
	return str_ends(file->path, S(".html")) || str_starts(file->path, S("assets/"));
}

/* How many of a's files of one layer are seen; STR_NONE: some look another way in b. */
static size_t count_alike(
	const struct snapshot *a, const struct map *layer, const struct snapshot *b)
{
	size_t n = 0;
	for (size_t i = 0; i < layer->len; i++) {
		const struct file *file = layer->entries[i].value;
		bool over = layer != &a->files && map_has(&a->files, file->path);
		if (!is_seen(file) || over)
			continue;
		if (!snapshot_has(b, file->path, file->id))
			return STR_NONE;
		n++;
	}
	return n;
}

static size_t count_seen(const struct snapshot *snapshot)
{
	size_t n = count_alike(snapshot, &snapshot->files, snapshot);
	return snapshot->below ? n + count_alike(snapshot, &snapshot->below->files, snapshot) : n;
}

bool snapshot_looks_like(const struct snapshot *a, const struct snapshot *b)
{
	if (count_alike(a, &a->files, b) == STR_NONE || count_alike(b, &b->files, a) == STR_NONE)
		return false;
	if (whole(a) == whole(b))
		return true;
	return count_alike(a, &whole(a)->files, b) != STR_NONE && count_seen(a) == count_seen(b) &&
	       str_eq(whole(a)->root, whole(b)->root);
}

/* --- finding ------------------------------------------------------------------------ */

void snapshot_describe(struct snapshot *snapshot, const struct site *site)
{
	struct arena *arena = &snapshot->arena;
	const struct config *config = &site->config;
	snapshot->root = arena_join(arena, config->base_path, S("/"), S(""));
	snapshot->nlanguages = config->nlanguages;
	for (size_t i = 0; i < config->nlanguages; i++) {
		str path = config->languages[i].path;
		snapshot->languages[i] = (struct language_part){
			.prefix = arena_join(arena, path, path.len ? S("/") : S(""), S("")),
			.missing = arena_str(arena, site->missing[i]->output)};
	}
}

struct snapshot *snapshot_over(struct snapshot *below)
{
	struct snapshot *snapshot = snapshot_new();
	for (size_t i = 0; below->below && i < below->files.len; i++)
		add(snapshot, hold_file(below->files.entries[i].value));
	snapshot->below = snapshot_hold(below->below ? below->below : below);
	return snapshot;
}

str snapshot_root(const struct snapshot *snapshot)
{
	return whole(snapshot)->root;
}

static bool find_file(const struct snapshot *snapshot, str path, struct found *out)
{
	const struct file *file = file_at(snapshot, path);
	if (file)
		*out = (struct found){FOUND_FILE, file->path, file->bytes};
	return file != NULL;
}

static bool find_index(const struct snapshot *snapshot, str folder, struct found *out)
{
	struct arena scratch;
	arena_init(&scratch);
	str slash = folder.len && !str_ends(folder, S("/")) ? S("/") : S("");
	bool found = find_file(snapshot, arena_join(&scratch, folder, slash, S("index.html")), out);
	arena_release(&scratch);
	return found;
}

static struct found find_missing(const struct snapshot *snapshot, str path)
{
	const struct snapshot *described = whole(snapshot);
	struct found found = {FOUND_NOTHING, S(""), S("")};
	size_t best = 0;
	for (size_t i = 1; i < described->nlanguages; i++)
		if (str_starts(path, described->languages[i].prefix) &&
			described->languages[i].prefix.len > described->languages[best].prefix.len)
			best = i;
	if (described->nlanguages)
		find_file(snapshot, described->languages[best].missing, &found);
	found.kind = FOUND_NOTHING;
	return found;
}

struct found snapshot_find(const struct snapshot *snapshot, str path)
{
	struct found found = {FOUND_OUTSIDE, S(""), S("")};
	str root = str_from(whole(snapshot)->root, 1);
	if (!str_starts(path, root))
		return found;
	path = str_from(path, root.len);
	bool folder = path.len == 0 || str_ends(path, S("/"));
	if (folder ? find_index(snapshot, path, &found) : find_file(snapshot, path, &found))
		return found;
	if (!folder && find_index(snapshot, path, &found)) {
		found.kind = FOUND_FOLDER;
		return found;
	}
	return find_missing(snapshot, path);
}
