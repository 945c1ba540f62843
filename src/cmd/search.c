#include <stdio.h>
#include <stdlib.h>

#include "base/messages.h"
#include "base/utf8.h"
#include "cmd/command.h"
#include "search/form.h"
#include "search/query.h"
#include "sys/lock.h"
#include "value/json_write.h"

/* As many as a reader sees at first. */
#define RESULTS_MAX 10
/* Of the reader's language, before those of one that knows the words better. */
#define OWN_FIRST 3

/* The files of the index, as the build hands them over. */
struct files {
	struct arena arena;
	struct map by_path; /* a str each */
};

static void keep_file(void *ctx, str path, uint64_t id, str bytes)
{
	struct files *files = ctx;
	UNUSED(id);
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
	str language, anchor, heading, sentence, reasons;
};

/* Whoever reads JSON compares dates and phones with what has plain spaces. */
static void member(struct json_writer *w, const char *name, str text, struct arena *arena)
{
	json_member(w, name, utf8_plain_spaces(arena, text));
}

static void put_json(struct json_writer *w, const struct result *result, struct arena *arena)
{
	json_begin_object(w);
	json_member(w, "url", result->page.url);
	member(w, "title", result->page.title, arena);
	json_member(w, "language", result->language);
	json_member(w, "section", result->anchor);
	member(w, "heading", result->heading, arena);
	member(w, "sentence", result->sentence, arena);
	json_member(w, "reason", result->reasons);
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
	if (result->sentence.len)
		buf_printf(out, "    %.*s\n", STR_ARGS(result->sentence));
	if (result->page.at_hand.len)
		buf_printf(out, "    %.*s\n", STR_ARGS(result->page.at_hand));
}

/* One language's answers. */
struct asked {
	str language;
	struct index *index; /* NULL: there is none */
	struct answers answers;
};

static int by_known(const void *a, const void *b)
{
	const struct answers *x = &((const struct asked *)a)->answers;
	const struct answers *y = &((const struct asked *)b)->answers;
	if (x->known != y->known)
		return x->known > y->known ? -1 : 1;
	return y->found - x->found;
}

struct search {
	struct files files;
	const struct arguments *arguments;
	const struct folder *folder;
	struct buf out;
	struct json_writer json;
	size_t nresults;
	bool lines; /* a question a line: answers in one line too */
};

static struct result make_result(const struct search *s, const struct asked *asked,
	const struct answer *answer, struct arena *arena)
{
	struct result result = {.language = asked->language, .anchor = S(""), .heading = S("")};
	if (!index_page(asked->index, answer->page, &result.page))
		result.page = (struct index_page){0};
	if (answer->section && answer->section <= result.page.nsections) {
		const str *section = result.page.sections + INDEX_SECTION * (answer->section - 1);
		result.anchor = section[0];
		result.heading = section[1];
	}
	result.sentence =
		query_sentence(asked->index, s->folder, &asked->answers, answer, &result.page);
	result.reasons = query_reasons(answer->reasons, arena);
	return result;
}

static void put_answer(struct search *s, const struct asked *asked, const struct answer *answer)
{
	struct result result = make_result(s, asked, answer, &s->files.arena);
	s->nresults++;
	if (s->arguments->format == REPORT_JSON)
		put_json(&s->json, &result, &s->files.arena);
	else
		put_text(&s->out, &result, s->nresults);
}

static void ask_index(struct search *s, struct asked *asked, str question, enum guess guess)
{
	asked->answers = query_run(asked->index, s->folder, question, guess, &s->files.arena);
}

static struct asked ask_language(struct search *s, str language, str question, enum guess guess)
{
	struct index_source source = {&s->files, read_file};
	struct asked asked = {.language = language};
	asked.index = index_open(&source, s->folder, language);
	if (asked.index)
		ask_index(s, &asked, question, guess);
	return asked;
}

/* An easy variant's index holds its original's pages too. */
static bool is_other(const struct language *other, const struct language *language)
{
	return !other->of.len && other != language && !str_eq(other->code, language->of);
}

static void put_answers(struct search *s, const struct asked *asked, size_t from, size_t to)
{
	for (size_t i = from; i < to && i < asked->answers.len && s->nresults < RESULTS_MAX; i++)
		put_answer(s, asked, &asked->answers.items[i]);
}

/* Does another language know more of the words as they were typed, or any where the reader's own
 * has guesses alone? */
static bool is_better(const struct answers *other, const struct answers *own)
{
	return other->known > own->known || (other->found && !own->found && !own->known);
}

/* Who writes several words of which another language knows most, and the page's own few, reads
 * that one. */
static bool is_readers(const struct answers *other, const struct answers *own)
{
	return other->words > 1 && answers_suffice(other) && other->known > 2 * own->known;
}

/* How many of the reader's own stand before the best of the others. */
static size_t own_first(const struct answers *other, const struct answers *own)
{
	if (!is_better(other, own))
		return SIZE_MAX;
	return is_readers(other, own) ? 0 : OWN_FIRST;
}

/* The reader's language first; but when another one is better, a few answers or none, then those,
 * then the rest. Of another one nothing is guessed unless there is nothing else. */
static void put_all(struct search *s, struct asked *asked, size_t n)
{
	const struct asked *own = &asked[0];
	vec_sort(asked + 1, n - 1, sizeof(*asked), by_known);
	size_t first = n > 1 ? own_first(&asked[1].answers, &own->answers) : SIZE_MAX;
	put_answers(s, own, 0, first);
	for (size_t a = 1; a < n; a++)
		if (asked[a].answers.found || !own->answers.len)
			put_answers(s, &asked[a], 0, SIZE_MAX);
	put_answers(s, own, first, SIZE_MAX);
}

/* Slips are looked for among all words when there is nothing else. */
static void put_wide(struct search *s, const struct asked *own, str question)
{
	struct asked wide = *own;
	ask_index(s, &wide, question, GUESS_WIDE);
	put_answers(s, &wide, 0, SIZE_MAX);
}

/* Behind the reader's own, until one knows every word: the next could know no more, and a reader
 * would fetch its index for that. Russian in Latin letters is asked as the reader's own read it.
 * Gives how many were asked, the own included. */
static size_t ask_others(struct search *s, const struct config *config,
	const struct language *language, str question, struct asked *asked)
{
	enum guess guess = asked[0].answers.len ? GUESS_NOTHING : GUESS;
	bool wanted = !answers_suffice(&asked[0].answers);
	str cyrillic = asked[0].answers.cyrillic;
	size_t n = 1;
	for (size_t i = 0; wanted && i < config->nlanguages; i++) {
		if (!is_other(&config->languages[i], language))
			continue;
		asked[n] = ask_language(s, config->languages[i].code, question, guess);
		if (!asked[n].index)
			continue; /* it has no page */
		if (cyrillic.len && index_is_cyrillic(asked[n].index))
			ask_index(s, &asked[n], cyrillic, GUESS);
		else if (guess == GUESS_NOTHING && is_readers(&asked[n].answers, &asked[0].answers))
			ask_index(s, &asked[n], question, GUESS);
		const struct answers *answers = &asked[n++].answers;
		wanted = answers->known < answers->words;
	}
	return n;
}

static void search_all(struct search *s, const struct config *config,
	const struct language *language, str question)
{
	struct asked asked[LANGUAGES_MAX] = {ask_language(s, language->code, question, GUESS)};
	size_t n = ask_others(s, config, language, question, asked);
	put_all(s, asked, n);
	if (!s->nresults && asked[0].index)
		put_wide(s, &asked[0], question);
	for (size_t a = 0; a < n; a++)
		index_close(asked[a].index);
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
		buf_add(&s->out, str_of(_("nothing found\n")));
	}
	fwrite(s->out.data, 1, s->out.len, stdout);
}

/* Each line of standard input is a question, or a language, a tab and a question; what stands
 * behind one more tab is not read. */
static void ask_lines(
	struct search *s, const struct config *config, const struct language *language)
{
	char *line = NULL;
	size_t size = 0;
	s->lines = true;
	for (ssize_t n; (n = getline(&line, &size, stdin)) > 0;) {
		str rest = str_n(line, (size_t)n), code = S(""), question;
		const struct language *asked = language;
		if (str_find_char(rest, '\t') != STR_NONE)
			str_cut(&rest, '\t', &code);
		str_cut(&rest, '\t', &question);
		for (size_t i = 0; i < config->nlanguages; i++)
			if (str_eq(config->languages[i].code, code))
				asked = &config->languages[i];
		ask(s, config, asked, question);
	}
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
	struct sink sink = {.ctx = &search.files, .put = keep_file, .lacks_media = true};
	struct build build = {0};
	enum status status;
	if (!arguments->nwords) {
		fprintf(stderr, _("tilts search: which words?\n"));
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
