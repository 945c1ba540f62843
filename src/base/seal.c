#include "base/seal.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/hash.h"

enum { END_LEN = sizeof("end 0123456789abcdef\n") - 1 };

void seal_add_hash(struct buf *out, uint64_t hash)
{
	buf_printf(out, "end %016" PRIx64 "\n", hash);
}

void seal_add(struct buf *out, size_t start)
{
	seal_add_hash(out, hash64(str_from(buf_str(out), start)));
}

bool seal_open(str text, str first_line, str *lines)
{
	char end[END_LEN + 1];
	if (!str_starts(text, first_line) || text.len < first_line.len + END_LEN)
		return false;
	str sealed = str_sub(text, 0, text.len - END_LEN);
	snprintf(end, sizeof(end), "end %016" PRIx64 "\n", hash64(sealed));
	*lines = str_from(sealed, first_line.len);
	return str_ends(text, str_of(end));
}
