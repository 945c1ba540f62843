/* Addresses that the site had when it was last published and has no more. */
#include "build/build.h"
#include "locale/collate.h"

/* A whole language may go: then a few examples are enough. */
#define GONE_MAX 10

static bool is_page(str path)
{
	return str_eq(path, S("index.html")) || str_ends(path, S("/index.html"));
}

static bool has_address(const struct build *build, str path, struct arena *scratch)
{
	arena_reset(scratch);
	return map_has(&build->site.outputs, collate_fold(path, scratch));
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
	struct arena *scratch = &build->workers[0].scratch;
	for (size_t i = 0; i < n; i++) {
		str path = publish_old_path(build->publish, i);
		if (!is_page(path) || has_address(build, path, scratch))
			continue;
		if (ngone++ < GONE_MAX)
			report_gone(build, path);
	}
	if (ngone > GONE_MAX)
		diag_add(&build->diags, DIAG_ADDRESS_GONE, SPAN_NONE,
			"and %zu more addresses are gone", ngone - GONE_MAX);
}
