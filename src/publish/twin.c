#include "publish/twin.h"

#include "base/hash.h"
#include "base/path.h"

/*
 * Each file is compressed once and sent many times, but how much smaller it gets says how much
 * work that is worth. All texts of the portal, beside level 9 of each:
 *
 *	         level   bytes      processor seconds
 *	brotli   5       + 1.2 %    0.7 x
 *	         10      - 8.2 %    18 x
 *	         11      - 9.2 %    39 x
 *	gzip     10      - 1.8 %    4 x
 *	         12      - 1.9 %    8 x
 *
 * So 10 is for what most readers load: the pages near the root, and what all pages share. With 10
 * for all the first build would take 27 times as long as one without twins, and an edit of the
 * menu, which is on all pages, half a minute.
 */
#define LEVEL      9
#define BEST_LEVEL 10

/* Below so many bytes 10 takes two milliseconds to save some tens of bytes, and either
 * way the file comes in as many packets; what is larger than the other is printed, not read. */
#define BEST_FROM 4096
#define BEST_TO   (256 << 10)

/* How many folders deep a page near the root is: "ru/svyaz/index.html". */
#define NEAR_FOLDERS 2

struct twin {
	str ending;
	bool (*compress)(struct compressor *compressor, str bytes, int level, struct buf *out);
};

static const struct twin twins[] = {
	{STR_INIT(".gz"), compressor_gzip},
	{STR_INIT(".br"), compressor_brotli},
};

static size_t folders_of(str path)
{
	size_t n = 0;
	for (str folder = path_dir(path); folder.len; folder = path_dir(folder))
		n++;
	return n;
}

static bool is_read_most(str path, str bytes)
{
	bool near = str_ends(path, S(".html")) && folders_of(path) <= NEAR_FOLDERS;
	return (near || str_starts(path, S("assets/"))) && bytes.len >= BEST_FROM &&
	       bytes.len < BEST_TO;
}

bool twin_wants(str path)
{
	static const char *const texts[] = {"html", "css", "js", "mjs", "json", "xml", "svg", "txt",
		"csv", "ics", "vcf", "webmanifest"};
	str ext = path_ext(path);
	for (size_t i = 0; i < ARRAY_LEN(texts); i++)
		if (str_eq_nocase(ext, str_of(texts[i])))
			return true;
	return false;
}

/* The same bytes at the same path give the same twin: its id follows from theirs. */
static uint64_t id_of(const struct twin *twin, uint64_t hash)
{
	return hash64_mix(hash, twin->ending);
}

bool twin_stands(const struct publish *publish, str path, uint64_t hash)
{
	struct arena arena;
	bool stands = true;
	arena_init(&arena);
	for (size_t i = 0; i < ARRAY_LEN(twins) && twin_wants(path); i++) {
		str name = arena_join(&arena, path, twins[i].ending, S(""));
		stands &= publish_lacks(publish, name) ||
			  publish_has(publish, name, id_of(&twins[i], hash));
	}
	arena_release(&arena);
	return stands;
}

void twin_take(struct publish *publish, str path)
{
	struct arena arena;
	arena_init(&arena);
	for (size_t i = 0; i < ARRAY_LEN(twins) && twin_wants(path); i++) {
		str name = arena_join(&arena, path, twins[i].ending, S(""));
		if (!publish_lacks(publish, name))
			publish_take(publish, name);
	}
	arena_release(&arena);
}

static bool publish_one(struct publish *publish, struct compressor *compressor,
	const struct twin *twin, str path, str bytes, struct diags *diags)
{
	uint64_t id = id_of(twin, hash64(bytes));
	int level = is_read_most(path, bytes) ? BEST_LEVEL : LEVEL;
	struct buf name, packed;
	bool ok = true;
	buf_init(&name);
	buf_init(&packed);
	buf_add(&name, path);
	buf_add(&name, twin->ending);
	if (!publish_keep(publish, buf_str(&name), id) &&
		twin->compress(compressor, bytes, level, &packed) && packed.len < bytes.len)
		ok = publish_file(publish, buf_str(&name), id, buf_str(&packed), diags);
	buf_release(&name);
	buf_release(&packed);
	return ok;
}

bool twin_publish(struct publish *publish, struct compressor *compressor, str path, str bytes,
	struct diags *diags)
{
	bool ok = true;
	for (size_t i = 0; i < ARRAY_LEN(twins); i++)
		ok &= publish_one(publish, compressor, &twins[i], path, bytes, diags);
	return ok;
}
