#include "serve/snapshot.h"

#include <stdatomic.h>

#include "sys/lock.h"

struct language_part {
	str prefix;  /* "" or "ru/" */
	str missing; /* path of its 404 page */
};

struct file {
	str path;
	str bytes;
	uint64_t id;
};

struct snapshot {
	atomic_uint holders;
	struct arena arena; /* of everything below; while a build fills it under LOCK_PREVIEW */
	struct map files;   /* struct file by path */
	const struct snapshot *before; /* while a build fills it */
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

void snapshot_drop(struct snapshot *snapshot)
{
	if (!snapshot || atomic_fetch_sub(&snapshot->holders, 1) > 1)
		return;
	map_release(&snapshot->files);
	arena_release(&snapshot->arena);
	free(snapshot);
}

static void put(void *ctx, str path, uint64_t id, str bytes)
{
	struct snapshot *snapshot = ctx;
	lock_take(LOCK_PREVIEW);
	struct file *file = ARENA_NEW(&snapshot->arena, struct file);
	*file = (struct file){
		arena_str(&snapshot->arena, path), arena_str(&snapshot->arena, bytes), id};
	map_put(&snapshot->files, file->path, file);
	lock_drop(LOCK_PREVIEW);
}

static bool has(void *ctx, str path, uint64_t id, size_t *size)
{
	struct snapshot *snapshot = ctx;
	const struct file *file = snapshot->before ? map_get(&snapshot->before->files, path) : NULL;
	if (!file || file->id != id)
		return false;
	*size = file->bytes.len;
	put(snapshot, path, id, file->bytes);
	return true;
}

struct sink snapshot_sink(struct snapshot *snapshot, const struct snapshot *before)
{
	snapshot->before = before;
	return (struct sink){snapshot, put, has};
}

void snapshot_describe(struct snapshot *snapshot, const struct site *site)
{
	struct arena *arena = &snapshot->arena;
	const struct config *config = &site->config;
	snapshot->before = NULL;
	snapshot->root = arena_join(arena, config->base_path, S("/"), S(""));
	snapshot->nlanguages = config->nlanguages;
	for (size_t i = 0; i < config->nlanguages; i++) {
		str path = config->languages[i].path;
		snapshot->languages[i] = (struct language_part){
			.prefix = arena_join(arena, path, path.len ? S("/") : S(""), S("")),
			.missing = arena_str(arena, site->missing[i]->output)};
	}
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
