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

struct snapshot {
	atomic_uint holders;
	struct arena arena; /* of what follows the files */
	struct map files;   /* struct file by path; while a build fills it under LOCK_PREVIEW */
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
	free(snapshot);
}

void snapshot_put(struct snapshot *snapshot, str path, uint64_t id, str bytes)
{
	add(snapshot, file_new(path, id ? id : hash64(bytes), bytes));
}

bool snapshot_has(const struct snapshot *snapshot, str path, uint64_t id)
{
	const struct file *file = map_get(&snapshot->files, path);
	return file && file->id == id;
}

static struct file *hold_file(struct file *file)
{
	atomic_fetch_add(&file->holders, 1);
	return file;
}

void snapshot_take(struct snapshot *snapshot, const struct snapshot *before, str path)
{
	add(snapshot, hold_file(map_get(&before->files, path)));
}

str snapshot_bytes(const struct snapshot *snapshot, str path)
{
	lock_take(LOCK_PREVIEW);
	const struct file *file = map_get(&snapshot->files, path);
	lock_drop(LOCK_PREVIEW);
	return file ? file->bytes : S("");
}

static bool is_seen(const struct file *file)
{
	return str_ends(file->path, S(".html")) || str_starts(file->path, S("assets/"));
}

static size_t count_seen(const struct snapshot *snapshot)
{
	size_t n = 0;
	for (size_t i = 0; i < snapshot->files.len; i++)
		n += is_seen(snapshot->files.entries[i].value);
	return n;
}

bool snapshot_looks_like(const struct snapshot *a, const struct snapshot *b)
{
	for (size_t i = 0; i < a->files.len; i++) {
		const struct file *file = a->files.entries[i].value;
		if (is_seen(file) && !snapshot_has(b, file->path, file->id))
			return false;
	}
	return str_eq(a->root, b->root) && count_seen(a) == count_seen(b);
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

struct snapshot *snapshot_copy(const struct snapshot *snapshot)
{
	struct snapshot *copy = snapshot_new();
	for (size_t i = 0; i < snapshot->files.len; i++)
		add(copy, hold_file(snapshot->files.entries[i].value));
	copy->root = arena_str(&copy->arena, snapshot->root);
	copy->nlanguages = snapshot->nlanguages;
	for (size_t i = 0; i < snapshot->nlanguages; i++)
		copy->languages[i] = (struct language_part){
			arena_str(&copy->arena, snapshot->languages[i].prefix),
			arena_str(&copy->arena, snapshot->languages[i].missing)};
	return copy;
}

str snapshot_root(const struct snapshot *snapshot)
{
	return snapshot->root;
}

static bool find_file(const struct snapshot *snapshot, str path, struct found *out)
{
	const struct file *file = map_get(&snapshot->files, path);
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
	struct found found = {FOUND_NOTHING, S(""), S("")};
	size_t best = 0;
	for (size_t i = 1; i < snapshot->nlanguages; i++)
		if (str_starts(path, snapshot->languages[i].prefix) &&
			snapshot->languages[i].prefix.len > snapshot->languages[best].prefix.len)
			best = i;
	if (snapshot->nlanguages)
		find_file(snapshot, snapshot->languages[best].missing, &found);
	found.kind = FOUND_NOTHING;
	return found;
}

struct found snapshot_find(const struct snapshot *snapshot, str path)
{
	struct found found = {FOUND_OUTSIDE, S(""), S("")};
	str root = str_from(snapshot->root, 1);
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
