#include "publish/remarks.h"

#include "base/hash.h"
#include "sys/dir.h"

void remarks_init(struct remarks *remarks)
{
	buf_init(&remarks->before);
	buf_init(&remarks->next);
}

void remarks_release(struct remarks *remarks)
{
	buf_release(&remarks->before);
	buf_release(&remarks->next);
}

void remarks_read(struct remarks *remarks, const struct yard *yard)
{
	file_read_at(yard->work, S(YARD_SAID), BUF_LIMIT_DEFAULT, &remarks->before);
}

uint64_t remarks_mix(uint64_t fingerprint, const struct buf *text)
{
	return text->len ? hash64_mix(fingerprint, buf_str(text)) : fingerprint;
}

int remarks_keep(const struct remarks *remarks, const struct yard *yard)
{
	struct file_info info;
	dir_remove(yard->work, YARD_SAID_NEW);
	if (!remarks->next.len) {
		dir_remove(yard->work, YARD_SAID);
		return 0;
	}
	int error = dir_create(yard->work, YARD_SAID_NEW, buf_str(&remarks->next), &info);
	return error ? error : dir_rename(yard->work, YARD_SAID_NEW, yard->work, YARD_SAID);
}
