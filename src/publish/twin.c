#include "publish/twin.h"

#include "base/hash.h"
#include "base/path.h"
#include "publish/compress.h"

/* Each file is compressed once and sent many times. On the portal brotli's 10
 * makes a page a tenth smaller than 9; its 11 takes two and a half times as long
 * as 10, for one more hundredth. */
#define GZIP_LEVEL   9
#define BROTLI_LEVEL 10

/* Below so many bytes 10 takes two milliseconds to save some tens of bytes, and either
 * way the file comes in as many packets. */
#define SMALL              4096
#define BROTLI_SMALL_LEVEL 9

struct twin {
	str ending;
	bool (*compress)(str bytes, int level, struct buf *out);
	int small_level; /* of a file of less than SMALL bytes */
	int level;
};

static const struct twin twins[] = {
	{STR_INIT(".gz"), compress_gzip, GZIP_LEVEL, GZIP_LEVEL},
	{STR_INIT(".br"), compress_brotli, BROTLI_SMALL_LEVEL, BROTLI_LEVEL},
};

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

/* The same bytes and level give the same twin: its id follows from theirs. */
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

static bool publish_one(
	struct publish *publish, const struct twin *twin, str path, str bytes, struct diags *diags)
{
	uint64_t id = id_of(twin, hash64(bytes));
	int level = bytes.len < SMALL ? twin->small_level : twin->level;
	struct buf name, packed;
	bool ok = true;
	buf_init(&name);
	buf_init(&packed);
	buf_add(&name, path);
	buf_add(&name, twin->ending);
	if (!publish_keep(publish, buf_str(&name), id) && twin->compress(bytes, level, &packed) &&
		packed.len < bytes.len)
		ok = publish_file(publish, buf_str(&name), id, buf_str(&packed), diags);
	buf_release(&name);
	buf_release(&packed);
	return ok;
}

bool twin_publish(struct publish *publish, str path, str bytes, struct diags *diags)
{
	bool ok = true;
	for (size_t i = 0; i < ARRAY_LEN(twins); i++)
		ok &= publish_one(publish, &twins[i], path, bytes, diags);
	return ok;
}
