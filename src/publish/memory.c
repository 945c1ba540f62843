#include "publish/memory.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>

#include "base/hash.h"
#include "base/seal.h"
#include "sys/dir.h"

#define FIRST_LINE "tilts-memory 3\n"

/* Before the seal, for it is known last. */
enum { SITE_LINE_LEN = sizeof("site 0123456789abcdef\n") };

static str site_line(char line[SITE_LINE_LEN], uint64_t fingerprint)
{
	snprintf(line, SITE_LINE_LEN, "site %016" PRIx64 "\n", fingerprint);
	return str_of(line);
}

void memory_init(struct memory *memory)
{
	*memory = (struct memory){.before = S(""), .file = -1};
	buf_init(&memory->text);
}

void memory_read(struct memory *memory, const struct yard *yard, uint64_t fingerprint)
{
	char line[SITE_LINE_LEN];
	str bytes, site = site_line(line, fingerprint);
	if (file_read_at(yard->work, S(YARD_MEMORY), BUF_LIMIT_DEFAULT, &memory->text) == 0 &&
		seal_open(buf_str(&memory->text), S(FIRST_LINE), &bytes) && str_ends(bytes, site))
		memory->before = str_sub(bytes, 0, bytes.len - site.len);
}

/* What can't be read again need not be written. */
static void append(struct memory *memory, str bytes)
{
	if (memory->hashing)
		hashing_add(memory->hashing, bytes);
	memory->len += bytes.len;
	if (!memory->error && memory->len > BUF_LIMIT_DEFAULT)
		memory->error = EFBIG;
	if (!memory->error)
		memory->error = dir_append(memory->file, bytes);
}

static void begin(struct memory *memory, const struct yard *yard)
{
	dir_remove(yard->work, YARD_MEMORY_NEW);
	memory->error = dir_begin(yard->work, YARD_MEMORY_NEW, &memory->file);
	memory->hashing = hashing_new();
	append(memory, S(FIRST_LINE));
}

void memory_add(struct memory *memory, const struct yard *yard, str bytes)
{
	if (!memory->hashing)
		begin(memory, yard);
	append(memory, bytes);
}

/* Closes the next; with any error nothing is left of it. */
static int end(struct memory *memory, const struct yard *yard, int error)
{
	if (memory->file >= 0)
		error = dir_end(yard->work, YARD_MEMORY_NEW, memory->file, error);
	memory->file = -1;
	return error;
}

static void end_sealed(struct memory *memory, uint64_t fingerprint)
{
	char line[SITE_LINE_LEN];
	struct buf seal;
	append(memory, site_line(line, fingerprint));
	buf_init(&seal);
	seal_add_hash(&seal, hashing_end(memory->hashing));
	memory->hashing = NULL;
	append(memory, buf_str(&seal));
	buf_release(&seal);
}

void memory_keep(struct memory *memory, const struct yard *yard, uint64_t fingerprint)
{
	int error = ENODATA;
	if (memory->hashing) {
		end_sealed(memory, fingerprint);
		error = end(memory, yard, memory->error);
	}
	if (!error)
		error = dir_rename(yard->work, YARD_MEMORY_NEW, yard->work, YARD_MEMORY);
	if (!error)
		return;
	dir_remove(yard->work, YARD_MEMORY_NEW);
	dir_remove(yard->work, YARD_MEMORY);
}

void memory_release(struct memory *memory, const struct yard *yard)
{
	if (memory->hashing)
		hashing_end(memory->hashing);
	memory->hashing = NULL;
	end(memory, yard, ECANCELED);
	buf_release(&memory->text);
}
