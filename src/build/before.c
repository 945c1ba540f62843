#include "build/before.h"

#include "publish/twin.h"

static const struct earlier *earlier(const struct build *build)
{
	const struct sink *sink = build->options->sink;
	return sink ? sink->earlier : NULL;
}

bool before_counts(const struct build *build)
{
	return build->publish || earlier(build);
}

static bool stands(const struct build *build, str path, uint64_t id)
{
	return publish_has(build->publish, path, id) &&
	       (!build->options->compress || twin_stands(build->publish, path, id));
}

bool before_has(const struct build *build, str path, uint64_t id)
{
	if (build->publish)
		return stands(build, path, id);
	return earlier(build) && earlier(build)->has(earlier(build)->ctx, path, id);
}

size_t before_size(const struct build *build, str path)
{
	return build->publish ? publish_old_size(build->publish, path)
			      : earlier(build)->size(earlier(build)->ctx, path);
}

void before_take(const struct build *build, str path)
{
	if (!build->publish) {
		earlier(build)->take(earlier(build)->ctx, path);
		return;
	}
	publish_take(build->publish, path);
	if (build->options->compress)
		twin_take(build->publish, path);
}

bool before_had(const struct build *build, str path, uint64_t id)
{
	return build->publish ? publish_had(build->publish, path, id) : before_has(build, path, id);
}

bool before_read(const struct build *build, str path, struct buf *out, struct diags *diags)
{
	if (build->publish)
		return publish_read(build->publish, path, out, diags);
	buf_add(out, earlier(build)->read(earlier(build)->ctx, path));
	return true;
}
