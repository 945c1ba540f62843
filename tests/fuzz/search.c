/* Any bytes are an index or none; every question to it comes to an end. The input is
 * cut at bytes 0x01: index.txt, then one text for all parts, then the question. The parts
 * of words have the text whole, all others from its second line on. */
#include "frame.h"
#include "search/query.h"

struct files {
	str index, part;
};

static bool read_file(void *ctx, str path, str *bytes)
{
	const struct files *files = ctx;
	*bytes = str_ends(path, S("/lv/index.txt")) ? files->index : files->part;
	str name = str_from(
		    path, str_find(path, S("/lv/")) == STR_NONE ? 0 : sizeof("search/lv/") - 1),
	    first;
	if (!str_starts(name, S("t")) && !str_starts(name, S("b")) && !str_starts(name, S("k")) &&
		!str_starts(name, S("index")))
		str_cut(bytes, '\n', &first);
	return true;
}

void fuzz_input(str text, struct arena *arena, struct diags *diags)
{
	str rest = text, question = S("");
	struct files files = {S(""), S("")};
	struct index_source source = {&files, read_file};
	struct index_page page;
	UNUSED(diags);
	str_cut(&rest, 1, &files.index);
	str_cut(&rest, 1, &files.part);
	str_cut(&rest, 1, &question);
	const struct folder *folder = folder_new(arena);
	struct index *index = index_open(&source, folder, S("lv"));
	if (!index)
		return;
	struct answers answers = query_run(index, folder, question, GUESS_WIDE, arena);
	for (size_t i = 0; i < answers.len && i < 10; i++)
		if (index_page(index, answers.items[i].page, &page))
			query_sentence(index, folder, &answers, &answers.items[i], &page);
	index_close(index);
}
