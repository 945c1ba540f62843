#include <criterion/criterion.h>

#include "publish/manifest.h"

static void fill(struct manifest *manifest)
{
	*manifest = (struct manifest){.root = {UINT64_MAX, -5}, .fingerprint = 0xfedcba9876543210};
	VEC_PUSH(&manifest->entries,
		((struct manifest_entry){S("z/a page.html"), 1, 9, 2, 3, 4, 1795000000, false}));
	VEC_PUSH(&manifest->entries, ((struct manifest_entry){S("a.html"), UINT64_MAX, UINT64_MAX,
					     UINT64_MAX, INT64_MIN, UINT64_MAX, 0, false}));
	manifest_sort(manifest);
}

Test(publish_manifest, comes_back_as_it_was_written)
{
	struct manifest manifest, again;
	struct buf text, second;
	fill(&manifest);
	buf_init(&text);
	buf_init(&second);
	manifest_write(&manifest, &text);
	cr_assert(manifest_read(buf_str(&text), &again));
	cr_assert(folder_identity_is(again.root, manifest.root));
	cr_assert_eq(again.fingerprint, manifest.fingerprint);
	const struct manifest_entry *entry = manifest_find(&again, S("a.html"));
	cr_assert(entry);
	cr_assert_eq(entry->id, UINT64_MAX);
	cr_assert_eq(entry->hash, UINT64_MAX);
	cr_assert_eq(manifest_find(&again, S("z/a page.html"))->hash, 9);
	cr_assert_eq(entry->mtime_ns, INT64_MIN);
	cr_assert_eq(manifest_find(&again, S("z/a page.html"))->inode, 4);
	cr_assert_eq(manifest_find(&again, S("z/a page.html"))->gone_s, 1795000000);
	cr_assert_null(manifest_find(&again, S("z")));
	manifest_write(&again, &second);
	cr_assert(str_eq(buf_str(&text), buf_str(&second)));
	manifest_release(&manifest);
	manifest_release(&again);
	buf_release(&text);
	buf_release(&second);
}

Test(publish_manifest, describes_no_folder_when_a_byte_is_cut_off_or_changed)
{
	struct manifest manifest, again;
	struct buf text;
	fill(&manifest);
	buf_init(&text);
	manifest_write(&manifest, &text);
	for (size_t i = 0; i < text.len; i++) {
		cr_assert_not(manifest_read(str_n(text.data, i), &again), "cut at %zu", i);
		cr_assert_eq(again.root.inode, 0);
		cr_assert_leq(again.entries.len, 2);
		manifest_release(&again);
		text.data[i] ^= 1;
		cr_assert_not(manifest_read(buf_str(&text), &again), "changed at %zu", i);
		cr_assert_eq(again.root.inode, 0);
		manifest_release(&again);
		text.data[i] ^= 1;
	}
	manifest_release(&manifest);
	buf_release(&text);
}

Test(publish_manifest, no_folder_is_never_the_folder)
{
	struct folder_identity none = {0};
	cr_assert_not(folder_identity_is(none, none));
	cr_assert_not(
		folder_identity_is((struct folder_identity){7, 1}, (struct folder_identity){7, 2}));
}
