/*
 * What stands in a published folder: its files as they were written, so that
 * the next build knows what it may take over, replace and remove. Texts are
 * borrowed: whoever puts an entry says how long its path lives.
 */
#ifndef PUBLISH_MANIFEST_H
#define PUBLISH_MANIFEST_H

#include "base/buf.h"
#include "base/map.h"
#include "sys/file.h"

struct manifest_entry {
	str path;      /* below the folder */
	uint64_t id;   /* equal ids, equal bytes */
	uint64_t hash; /* hash64() of the bytes; often the id as well */
	uint64_t size;
	int64_t mtime_ns;
	uint64_t inode;
	int64_t gone_s; /* when the site did without it, in seconds since 1970; 0: it is in use */
	bool is_sure;   /* its folder was looked into, and the name still means the inode */
};

/* A folder of the site. Nothing was put into it, renamed or removed there while its time is the
 * same. */
struct manifest_folder {
	str path;         /* below the site; "." is the site itself */
	int64_t mtime_ns; /* 0: not known, or too young to tell */
	bool is_sure;     /* it was looked at, and the time was the same */
};

/* Which folder this is, whatever its name: moving it changes nothing here. */
struct folder_identity {
	uint64_t inode; /* 0: no folder */
	int64_t birth_ns;
};

struct manifest {
	struct folder_identity root; /* the folder described */
	uint64_t fingerprint;        /* of the build */
	VEC(struct manifest_entry) entries;
	struct map by_path; /* path -> struct manifest_entry, once read or sorted */
	/* All folders, those that hold them first; none: others have files in the site, or it
	 * is not known. */
	VEC(struct manifest_folder) folders;
	struct map by_folder; /* path -> struct manifest_folder, once read or gathered */
};

/* {0} when there is no folder at the path. Whoever can't tell (an errno value)
 * must not go on as if there were none. */
int folder_identity(int in, const char *path, struct folder_identity *out);
/* Never true for {0}. */
bool folder_identity_is(struct folder_identity a, struct folder_identity b);

/* A zeroed manifest is a valid empty one. */
void manifest_release(struct manifest *manifest);

/* Is the file still the one that was written, as far as the disk tells, for
 * everybody to read? */
bool manifest_entry_is(const struct manifest_entry *entry, const struct file_info *info);

/* NULL when tilts wrote no such file. */
const struct manifest_entry *manifest_find(const struct manifest *manifest, str path);

/* Sorts the entries, which others have put there, by path, and fills by_path. */
void manifest_sort(struct manifest *manifest);

/* Fills in the folders that the entries, which are sorted, stand in; of none the time is known. */
void manifest_gather_folders(struct manifest *manifest);

/* The folder of a file or folder: "." at the top. */
str manifest_parent(str path);

/* NULL: there is none. */
struct manifest_folder *manifest_folder(const struct manifest *manifest, str path);

void manifest_write(const struct manifest *manifest, struct buf *out);

/*
 * False when the text is not a whole manifest. Then it describes no folder, and
 * its entries are those that could still be read: hints, to be believed only
 * where the bytes of a file agree. Paths are slices of `text`.
 */
bool manifest_read(str text, struct manifest *out);

#endif
