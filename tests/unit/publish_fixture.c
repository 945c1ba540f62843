#include "publish_fixture.h"

bool fixture_lingers(str path)
{
	return str_starts(path, S("assets/"));
}

static void put_files(struct scratch *scratch, struct publish *publish, const char *files)
{
	for (str file, rest = str_of(files); str_cut(&rest, ';', &file);) {
		str path, bytes = file;
		str_cut(&bytes, '=', &path);
		publish_file(publish, path, PUBLISH_BY_BYTES, bytes, &scratch->diags);
	}
}

str fixture_publish(
	struct scratch *scratch, const struct publish_options *options, const char *files)
{
	struct publish *publish = publish_begin(options, &scratch->arena, &scratch->diags);
	str result = S("");
	if (publish)
		put_files(scratch, publish, files);
	if (publish && publish_commit(publish, &scratch->diags)) {
		struct publish_counts counts = publish_counts(publish);
		result = arena_printf(
			&scratch->arena, "w%zu u%zu ", counts.written, counts.unchanged);
	}
	result = arena_join(&scratch->arena, result, S(""), scratch_diags(scratch));
	diags_release(&scratch->diags);
	diags_init(&scratch->diags);
	return result;
}
