#include <stdio.h>

#include "base/messages.h"
#include "cmd/command.h"

static const char *level(const struct diag_info *info)
{
	static const char *const names[] = {[DIAG_WARNING] = N_("warning"),
		[DIAG_ERROR] = N_("error"),
		[DIAG_FAILURE] = N_("failure")};
	return _(names[info->level]);
}

static enum status list_all(void)
{
	for (int id = 0; id < DIAG_COUNT; id++) {
		const struct diag_info *info = diag_info((enum diag_id)id);
		printf("%-24.*s %s\n", STR_ARGS(info->id), level(info));
	}
	return STATUS_OK;
}

static enum status complain(str wanted)
{
	str ids[DIAG_COUNT];
	for (int id = 0; id < DIAG_COUNT; id++)
		ids[id] = diag_info((enum diag_id)id)->id;
	fprintf(stderr, _("tilts: no message has the id '%.*s'"), STR_ARGS(wanted));
	print_nearest(wanted, ids, DIAG_COUNT);
	fprintf(stderr, _("\ntilts explain lists all ids\n"));
	return STATUS_USAGE;
}

enum status command_explain(const struct arguments *arguments)
{
	if (arguments->nwords == 0)
		return list_all();
	for (size_t i = 0; i < arguments->nwords; i++) {
		str wanted = str_of(arguments->words[i]);
		const struct diag_info *info = diag_info_find(wanted);
		if (!info)
			return complain(wanted);
		printf("%s%.*s (%s)\n\n%s\n", i ? "\n" : "", STR_ARGS(info->id), level(info),
			_(info->meaning));
	}
	return STATUS_OK;
}
