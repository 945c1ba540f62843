#include <stdio.h>
#include <stdlib.h>

#include "base/messages.h"
#include "cmd/command.h"
#include "search/form.h"
#include "search/query.h"
#include "sys/lock.h"
#include "value/json_write.h"

/* As many as a reader sees at first. */
#define RESULTS_MAX 10

/* The files of the index, as the build hands them over. */
struct files {
	struct arena arena;
	struct map by_path; /* a str each */
};

static void keep_file(void *ctx, str path, str bytes)
{
	struct files *files = ctx;
	if (!str_starts(path, S(FORM_DIR)))
		return;
	lock_take(LOCK_PREVIEW);
	str *kept = ARENA_NEW(&files->arena, str);
	*kept = arena_str(&files->arena, bytes);
	map_put(&files->by_path, arena_str(&files->arena, path), kept);
	lock_drop(LOCK_PREVIEW);
}

static bool read_file(void *ctx, str path, str *bytes)
{
	const struct files *files = ctx;
	const str *kept = map_get(&files->by_path, path);
	*bytes = kept ? *kept : S("");
	return kept != NULL;
}

struct result {
	struct index_page page;
	str language, anchor, heading, reasons;
};

static struct result make_result(
	struct index *index, const struct answer *answer, str language, struct arena *arena)
{
	struct result result = {.language = language, .anchor = S(""), .heading = S("")};
	if (!index_page(index, answer->page, &result.page))
		result.page = (struct index_page){0};
	if (answer->section && answer->section <= result.page.nsections) {
		const str *section = result.page.sections + INDEX_SECTION * (answer->section - 1);
		result.anchor = section[0];
		result.heading = section[1];
	}
	result.reasons = query_reasons(answer->reasons, arena);
	return result;
}

static void put_member(struct json_writer *w, const char *key, str text)
{
	json_key(w, str_of(key));
	json_string(w, text);
}

static void put_json(struct json_writer *w, const struct result *result)
{
	json_begin_object(w);
	put_member(w, "url", result->page.url);
	put_member(w, "title", result->page.title);
	put_member(w, "language", result->language);
	put_member(w, "section", result->anchor);
	put_member(w, "heading", result->heading);
	put_member(w, "reason", result->reasons);
	json_end_object(w);
}

static void put_text(struct buf *out, const struct result *result, size_t number)
{
	buf_printf(out, "%2zu. %.*s", number, STR_ARGS(result->page.title));
	if (result->heading.len)
		buf_printf(out, " – %.*s", STR_ARGS(result->heading));
	buf_printf(out, "\n    %.*s%s%.*s  [%.*s] (%.*s)\n", STR_ARGS(result->page.url),
		result->anchor.len ? "#" : "", STR_ARGS(result->anchor), STR_ARGS(result->language),
		STR_ARGS(result->reasons));
	if (result->page.at_hand.len)
		buf_printf(out, "    %.*s\n", STR_ARGS(result->page.at_hand));
}

struct search {
	struct files files;
	const struct arguments *arguments;
	const struct folder *folder;
	struct buf out;
	struct json_writer json;
	size_t nresults;
	bool weak;
	bool lines; /* a question a line: answers in one line too */
};

static void search_language(struct search *s, str language, str question)
{
	struct index_source source = {&s->files, read_file};
	struct arena *arena = &s->files.arena;
	struct index *index = index_open(&source, s->folder, language);
	if (!index)
		return;
	struct answers answers = query_run(index, s->folder, question, arena);
	s->weak = answers.weak;
	for (size_t i = 0; i < answers.len && s->nresults < RESULTS_MAX; i++) {
		struct result result = make_result(index, &answers.items[i], language, arena);
		s->nresults++;
		if (s->arguments->format == REPORT_JSON)
			put_json(&s->json, &result);
		else
			put_text(&s->out, &result, s->nresults);
	}
	index_close(index);
}

/* The reader's language; the others when nothing was found there as it was typed. */
static void search_all(struct search *s, const struct config *config,
	const struct language *language, str question)
{
	s->weak = true;
	search_language(s, language->code, question);
	bool weak = s->weak;
	for (size_t i = 0; weak && i < config->nlanguages; i++)
		if (!config->languages[i].of.len && &config->languages[i] != language)
			search_language(s, config->languages[i].code, question);
}

static str question_of(const struct arguments *arguments, struct arena *arena)
{
	str question = S("");
	for (size_t i = 0; i < arguments->nwords; i++)
		question = arena_join(
			arena, question, i ? S(" ") : S(""), str_of(arguments->words[i]));
	return question;
}

static const struct language *chosen_language(
	const struct arguments *arguments, const struct config *config)
{
	str names[LANGUAGES_MAX];
	if (!arguments->language.len)
		return &config->languages[0];
	for (size_t i = 0; i < config->nlanguages; i++) {
		names[i] = config->languages[i].code;
		if (str_eq(names[i], arguments->language))
			return &config->languages[i];
	}
	fprintf(stderr, _("tilts search: no language '%.*s'"), STR_ARGS(arguments->language));
	print_nearest(arguments->language, names, config->nlanguages);
	fprintf(stderr, "\n");
	return NULL;
}

static void ask(struct search *s, const struct config *config, const struct language *language,
	str question)
{
	bool json = s->arguments->format == REPORT_JSON;
	s->nresults = 0;
	buf_clear(&s->out);
	s->json = json_writer(&s->out, s->lines ? 0 : 2);
	if (json)
		json_begin_list(&s->json);
	search_all(s, config, language, question);
	if (json) {
		json_end_list(&s->json);
		buf_add_char(&s->out, '\n');
	} else if (!s->nresults) {
		buf_adds(&s->out, "nothing found\n");
	}
	fwrite(s->out.data, 1, s->out.len, stdout);
}

/* Each line of standard input is a question. */
static void ask_lines(
	struct search *s, const struct config *config, const struct language *language)
{
	char *line = NULL;
	size_t size = 0;
	s->lines = true;
	for (ssize_t n; (n = getline(&line, &size, stdin)) > 0;)
		ask(s, config, language, str_n(line, (size_t)n));
	free(line);
}

static enum status answer(struct search *s, const struct build *build)
{
	const struct config *config = &build->site.config;
	const struct language *language = chosen_language(s->arguments, config);
	if (!language)
		return STATUS_USAGE;
	if (!s->files.by_path.len) {
		fprintf(stderr,
			_("tilts search: the site has no index; write \"search\": true into "
			  "site.json\n"));
		return STATUS_USAGE;
	}
	s->folder = folder_new(&s->files.arena);
	str question = question_of(s->arguments, &s->files.arena);
	if (str_eq(question, S("-")))
		ask_lines(s, config, language);
	else
		ask(s, config, language, question);
	return STATUS_OK;
}

enum status command_search(const struct arguments *arguments)
{
	struct search search = {.arguments = arguments};
	struct arguments reading = *arguments;
	struct sink sink = {&search.files, keep_file};
	struct build build = {0};
	enum status status;
	if (!arguments->nwords || arguments->format == REPORT_GITHUB) {
		fprintf(stderr, arguments->nwords ? "tilts search: --format wants text or json\n"
						  : "tilts search: which words?\n");
		return STATUS_USAGE;
	}
	arena_init(&search.files.arena);
	buf_init(&search.out);
	reading.build.sink = &sink;
	if (read_site(&reading, &build, &status))
		status = answer(&search, &build);
	build_release(&build);
	buf_release(&search.out);
	map_release(&search.files.by_path);
	arena_release(&search.files.arena);
	return status;
}
