/* Addresses that the site had when it was last published and has no more. */
#include "build/build.h"
#include "locale/collate.h"
#include "model/collection.h"
#include "model/listing.h"

/* A whole language may go: then a few examples are enough. */
#define GONE_MAX 10

static bool is_page(str path)
{
	return str_eq(path, S("index.html")) || str_ends(path, S("/index.html"));
}

/* A record or a page may be called by a number, too; but the pages of a list have no gaps. */
static bool was_part(const struct build *build, str path, struct arena *scratch)
{
	str before = listing_part_before(&build->site, path, scratch);
	return before.len && !publish_lacks(build->publish, before);
}

/* Narrowed lists, and the pages of a list behind its first, are no address that somebody
 * gave: they follow the records. */
static bool is_missed(const struct build *build, str path, struct arena *scratch)
{
	arena_reset(scratch);
	return is_page(path) && !map_has(&build->site.outputs, collate_fold(path, scratch)) &&
	       !collection_is_facet_path(&build->site, path, scratch) &&
	       !was_part(build, path, scratch);
}

static void report_gone(struct build *build, str path)
{
	path.len -= sizeof("index.html") - 1;
	diag_add(&build->diags, DIAG_ADDRESS_GONE, SPAN_NONE,
		"/%.*s was published before and is gone now", STR_ARGS(path));
	diag_note(&build->diags, SPAN_NONE,
		"whoever kept the link finds nothing: 'aliases: [/%.*s]' in the page that takes "
		"its place; an event is cancelled, not deleted",
		STR_ARGS(path));
}

void build_check_gone(struct build *build)
{
	size_t ngone = 0, n = build->publish ? publish_nold(build->publish) : 0;
	if (build->diags.nerrors)
		return;
	struct arena *scratch = &build->workers[0].scratch;
	for (size_t i = 0; i < n; i++) {
		str path = publish_old_path(build->publish, i);
		if (is_missed(build, path, scratch) && ngone++ < GONE_MAX)
			report_gone(build, path);
	}
	if (ngone > GONE_MAX)
		diag_add(&build->diags, DIAG_ADDRESS_GONE, SPAN_NONE,
			"and %zu more addresses are gone", ngone - GONE_MAX);
}
