/* Any bytes are a manifest or none; what was read is written as it was. */
#include "base/seal.h"
#include "frame.h"
#include "publish/manifest.h"

void fuzz_input(str text, struct arena *arena, struct diags *diags)
{
	struct manifest manifest, again;
	struct buf sealed, written;
	UNUSED(arena);
	UNUSED(diags);
	buf_init(&sealed);
	buf_init(&written);
	buf_add(&sealed, text);
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
}
