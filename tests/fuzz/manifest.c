/* Any bytes are a manifest or none; what was read is written as it was. */
#include "base/seal.h"
#include "publish/manifest.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct manifest manifest, again;
	struct buf sealed, written;
	buf_init(&sealed);
	buf_init(&written);
	buf_add(&sealed, str_n((const char *)data, size));
	seal_add(&sealed, 0);
	bool whole = manifest_read(buf_str(&sealed), &manifest);
	if (whole) {
		manifest_write(&manifest, &written);
		if (!manifest_read(buf_str(&written), &again) ||
			again.entries.len != manifest.entries.len)
			BUG("a manifest that can't be read again");
		manifest_release(&again);
	}
	manifest_release(&manifest);
	buf_release(&sealed);
	buf_release(&written);
	return 0;
}
