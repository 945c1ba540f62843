#include "publish/memory.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/seal.h"
#include "sys/dir.h"

enum { FIRST_LINE_LEN = sizeof("tilts-memory 2 0123456789abcdef\n") };

static str first_line(char line[FIRST_LINE_LEN], uint64_t fingerprint)
{
	snprintf(line, FIRST_LINE_LEN, "tilts-memory 2 %016" PRIx64 "\n", fingerprint);
	return str_of(line);
}

void memory_init(struct memory *memory)
{
	memory->before = S("");
	buf_init(&memory->text);
	buf_init(&memory->next);
}

void memory_release(struct memory *memory)
{
	buf_release(&memory->text);
	buf_release(&memory->next);
}

void memory_read(struct memory *memory, const struct yard *yard, uint64_t fingerprint)
{
	char line[FIRST_LINE_LEN];
	str bytes;
	if (file_read_at(yard->work, S(YARD_MEMORY), BUF_LIMIT_DEFAULT, &memory->text) == 0 &&
		seal_open(buf_str(&memory->text), first_line(line, fingerprint), &bytes))
		memory->before = bytes;
}

void memory_take(struct memory *memory, struct buf *bytes)
{
	struct buf empty = memory->next;
	memory->next = *bytes;
	*bytes = empty;
	buf_clear(bytes);
}

static void put_before(struct buf *text, str line)
{
	if (!buf_reserve(text, line.len))
		return;
	memmove(text->data + line.len, text->data, text->len);
	memcpy(text->data, line.ptr, line.len);
	buf_grew(text, line.len);
}

/* The bytes become the file's where they are: of a large site they are many. */
static int write_new(struct memory *memory, const struct yard *yard, uint64_t fingerprint)
{
	char line[FIRST_LINE_LEN];
	struct file_info info;
	struct buf *text = &memory->next;
	put_before(text, first_line(line, fingerprint));
	seal_add(text, 0);
	int error = text->overflowed
			    ? EFBIG
			    : dir_create(yard->work, YARD_MEMORY_NEW, buf_str(text), &info);
	buf_release(text);
	return error;
}

void memory_write(struct memory *memory, const struct yard *yard, uint64_t fingerprint)
{
	dir_remove(yard->work, YARD_MEMORY_NEW);
	bool fits = memory->next.len && !memory->next.overflowed;
	int error = fits ? write_new(memory, yard, fingerprint) : ENODATA;
	if (!error)
		error = dir_rename(yard->work, YARD_MEMORY_NEW, yard->work, YARD_MEMORY);
	if (!error)
		return;
	dir_remove(yard->work, YARD_MEMORY_NEW);
	dir_remove(yard->work, YARD_MEMORY);
}
