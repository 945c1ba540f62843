/*
 * The form of a manifest, line by line:
 *
 *	tilts-manifest 2
 *	root INODE BIRTH              the folder, as moving it leaves it
 *	fingerprint HEX
 *	ID SIZE MTIME INODE PATH      one for each file, sorted by path
 *	/ MTIME PATH                  one for each folder, or none
 *	end HEX                       see base/seal.h
 *
 * HEX has 16 digits; ID has them too, and is followed by ":HEX" where the hash
 * of the bytes is another number. The others are decimal, BIRTH and MTIME in
 * nanoseconds since 1970. INODE is followed by "~SECONDS" for a file that the
 * site has done without since then. A text that lacks anything of this is no
 * manifest: it was cut off, or comes from another version. The first form had no
 * folders.
 */
#include "publish/manifest.h"

#include <inttypes.h>

#include "base/ascii.h"
#include "base/path.h"
#include "base/seal.h"
#include "sys/dir.h"

#define FIRST_LINE S("tilts-manifest 2\n")
#define OLDER_LINE S("tilts-manifest 1\n")

int folder_identity(int in, const char *path, struct folder_identity *out)
{
	struct file_info info;
	*out = (struct folder_identity){0};
	int error = file_info_at(in, path, &info);
	if (error || info.type != FILE_FOLDER)
		return error;
	out->inode = info.inode;
	return dir_birth(in, path, &out->birth_ns);
}

bool folder_identity_is(struct folder_identity a, struct folder_identity b)
{
	return a.inode && a.inode == b.inode && a.birth_ns == b.birth_ns;
}

void manifest_release(struct manifest *manifest)
{
	map_release(&manifest->by_path);
	map_release(&manifest->by_folder);
	VEC_FREE(&manifest->entries);
	VEC_FREE(&manifest->folders);
	*manifest = (struct manifest){0};
}

bool manifest_entry_is(const struct manifest_entry *entry, const struct file_info *info)
{
	return info->type == FILE_REGULAR && info->is_public && info->inode == entry->inode &&
	       info->size == entry->size && info->mtime_ns == entry->mtime_ns;
}

const struct manifest_entry *manifest_find(const struct manifest *manifest, str path)
{
	return map_get(&manifest->by_path, path);
}

static void index_paths(struct manifest *manifest)
{
	map_reserve(&manifest->by_path, manifest->entries.len);
	for (size_t i = 0; i < manifest->entries.len; i++) {
		struct manifest_entry *entry = &manifest->entries.items[i];
		map_put(&manifest->by_path, entry->path, entry);
	}
}

static int compare_entries(const void *a, const void *b)
{
	return str_cmp(
		((const struct manifest_entry *)a)->path, ((const struct manifest_entry *)b)->path);
}

void manifest_sort(struct manifest *manifest)
{
	VEC_SORT(&manifest->entries, compare_entries);
	index_paths(manifest);
}

static void index_folders(struct manifest *manifest)
{
	map_reserve(&manifest->by_folder, manifest->folders.len);
	for (size_t i = 0; i < manifest->folders.len; i++)
		map_put(&manifest->by_folder, manifest->folders.items[i].path,
			&manifest->folders.items[i]);
}

/* Those that hold it first. `known` has all that were added, as keys. */
static void add_folder(struct manifest *manifest, str path, struct map *known)
{
	if (map_has(known, path))
		return;
	if (!str_eq(path, S(".")))
		add_folder(manifest, manifest_parent(path), known);
	map_put(known, path, manifest);
	VEC_PUSH(&manifest->folders, ((struct manifest_folder){.path = path}));
}

void manifest_gather_folders(struct manifest *manifest)
{
	struct map known = {0};
	for (size_t i = 0; i < manifest->entries.len; i++)
		add_folder(manifest, manifest_parent(manifest->entries.items[i].path), &known);
	map_release(&known);
	index_folders(manifest);
}

struct manifest_folder *manifest_folder(const struct manifest *manifest, str path)
{
	return map_get(&manifest->by_folder, path);
}

str manifest_parent(str path)
{
	str parent = path_dir(path);
	return parent.len ? parent : S(".");
}

static void write_hex(struct buf *out, uint64_t n)
{
	char digits[16];
	for (size_t i = sizeof(digits); i-- > 0; n >>= 4)
		digits[i] = "0123456789abcdef"[n & 15];
	buf_add(out, str_n(digits, sizeof(digits)));
}

static void write_entry(struct buf *out, const struct manifest_entry *entry)
{
	write_hex(out, entry->id);
	if (entry->hash != entry->id) {
		buf_add_char(out, ':');
		write_hex(out, entry->hash);
	}
	buf_add_char(out, ' ');
	buf_add_count(out, entry->size);
	buf_add_char(out, ' ');
	buf_add_int(out, entry->mtime_ns);
	buf_add_char(out, ' ');
	buf_add_count(out, entry->inode);
	if (entry->gone_s) {
		buf_add_char(out, '~');
		buf_add_int(out, entry->gone_s);
	}
	buf_add_char(out, ' ');
	buf_add(out, entry->path);
	buf_add_char(out, '\n');
}

void manifest_write(const struct manifest *manifest, struct buf *out)
{
	size_t start = out->len;
	buf_add(out, FIRST_LINE);
	buf_printf(out, "root %" PRIu64 " %" PRId64 "\n", manifest->root.inode,
		manifest->root.birth_ns);
	buf_printf(out, "fingerprint %016" PRIx64 "\n", manifest->fingerprint);
	for (size_t i = 0; i < manifest->entries.len; i++)
		write_entry(out, &manifest->entries.items[i]);
	for (size_t i = 0; i < manifest->folders.len; i++) {
		buf_add(out, S("/ "));
		buf_add_int(out, manifest->folders.items[i].mtime_ns);
		buf_add_char(out, ' ');
		buf_add(out, manifest->folders.items[i].path);
		buf_add_char(out, '\n');
	}
	seal_add(out, start);
}

static bool read_hex(str digits, uint64_t *out)
{
	*out = 0;
	for (size_t i = 0; i < digits.len; i++) {
		int value = ascii_hex(digits.ptr[i]);
		if (value < 0)
			return false;
		*out = *out << 4 | (unsigned)value;
	}
	return digits.len == 16;
}

/* Inodes may use all 64 bits, which str_to_int() does not read. */
static bool read_count(str digits, uint64_t *out)
{
	*out = 0;
	for (size_t i = 0; i < digits.len; i++) {
		unsigned value = (unsigned char)digits.ptr[i] - (unsigned)'0';
		if (value > 9 || *out > (UINT64_MAX - value) / 10)
			return false;
		*out = *out * 10 + value;
	}
	return digits.len > 0;
}

static bool read_ids(str ids, struct manifest_entry *out)
{
	str id = str_sub(ids, 0, 16), hash = str_from(ids, id.len);
	bool good = read_hex(id, &out->id);
	out->hash = out->id;
	return good &&
	       (!hash.len || (hash.ptr[0] == ':' && read_hex(str_from(hash, 1), &out->hash)));
}

static bool read_inode(str field, struct manifest_entry *out)
{
	size_t gone = str_find_char(field, '~');
	if (gone != STR_NONE && !str_to_int(str_from(field, gone + 1), &out->gone_s))
		return false;
	return read_count(str_sub(field, 0, gone), &out->inode);
}

static bool read_entry(str line, struct manifest_entry *out)
{
	str ids, size, mtime, inode;
	if (!str_cut(&line, ' ', &ids) || !str_cut(&line, ' ', &size) ||
		!str_cut(&line, ' ', &mtime) || !str_cut(&line, ' ', &inode))
		return false;
	out->path = line;
	return line.len > 0 && read_ids(ids, out) && read_count(size, &out->size) &&
	       str_to_int(mtime, &out->mtime_ns) && read_inode(inode, out);
}

static bool read_root(str line, struct folder_identity *out)
{
	str name, inode;
	return str_cut(&line, ' ', &name) && str_eq(name, S("root")) &&
	       str_cut(&line, ' ', &inode) && read_count(inode, &out->inode) &&
	       str_to_int(line, &out->birth_ns);
}

static bool read_fingerprint(str line, uint64_t *out)
{
	str name;
	return str_cut(&line, ' ', &name) && str_eq(name, S("fingerprint")) && read_hex(line, out);
}

static bool read_folder(str line, struct manifest_folder *out)
{
	str slash, mtime;
	if (!str_starts(line, S("/ ")) || !str_cut(&line, ' ', &slash) ||
		!str_cut(&line, ' ', &mtime))
		return false;
	*out = (struct manifest_folder){.path = line};
	return line.len > 0 && str_to_int(mtime, &out->mtime_ns);
}

/* False: a line was none of an entry or folder. */
static bool read_entries(str lines, struct manifest *out)
{
	bool good = true;
	for (str line; lines.len && str_cut(&lines, '\n', &line);) {
		struct manifest_entry entry = {0};
		struct manifest_folder folder;
		if (read_folder(line, &folder))
			VEC_PUSH(&out->folders, folder);
		else if (read_entry(line, &entry))
			VEC_PUSH(&out->entries, entry);
		else
			good = false;
	}
	index_paths(out);
	index_folders(out);
	return good;
}

/* What stands before the entries; cuts it off. */
static bool read_head(str *lines, struct folder_identity *root, uint64_t *fingerprint)
{
	str line;
	return str_cut(lines, '\n', &line) && read_root(line, root) &&
	       str_cut(lines, '\n', &line) && read_fingerprint(line, fingerprint);
}

bool manifest_read(str text, struct manifest *out)
{
	struct folder_identity root;
	uint64_t fingerprint;
	str lines;
	bool whole = (seal_open(text, FIRST_LINE, &lines) || seal_open(text, OLDER_LINE, &lines)) &&
		     read_head(&lines, &root, &fingerprint);
	*out = (struct manifest){0};
	if (!read_entries(whole ? lines : text, out) || !whole)
		return false;
	out->root = root;
	out->fingerprint = fingerprint;
	return true;
}
