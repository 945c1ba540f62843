#include "check/words.h"

#include "model/said.h"

static void check_answers(const struct site *site, const struct record *words, struct diags *diags)
{
	struct value answers = value_get(record_facts(words)->json, S("answers"), NULL);
	for (size_t i = 0; i < value_count(answers); i++) {
		str answer = value_str_at(answers, i);
		if (!answer.len || said_is_answer(site, answer))
			continue;
		diag_add(diags, DIAG_WORDS_LOST, answers.list->items[i].span,
			"these words lead to '%.*s', and there is no such page or record",
			STR_ARGS(answer));
		if (site_kind(site, str_sub(answer, 0, str_find_char(answer, '/'))))
			diag_misses(diags, S(""), answer);
		else
			diag_misses(diags, site->config.languages[0].code,
				arena_join(&diags->arena, answer, S(".md"), S("")));
		diag_note(diags, SPAN_NONE, "a page: sazina/sutijumi; a record: kind/id");
	}
}

static struct value words_of(const struct record *words, str code)
{
	return value_get(value_get(record_facts(words)->json, S("say"), NULL), code, NULL);
}

static void check_language(
	const struct record *words, str code, struct map *first, struct diags *diags)
{
	struct value list = words_of(words, code);
	for (size_t i = 0; i < value_count(list); i++) {
		str word = value_str_at(list, i);
		const struct record *before = map_get(first, word);
		if (!before) {
			map_put(first, word, (void *)words);
			continue;
		}
		diag_add(diags, DIAG_WORDS_TWICE, list.list->items[i].span,
			"'%.*s' is said in '%.*s' already", STR_ARGS(word), STR_ARGS(before->id));
		diag_note(diags, SPAN_NONE, "name all its answers in one record");
	}
}

static void check_goal(const struct record *words, struct diags *diags)
{
	struct value json = record_facts(words)->json;
	if (value_count(value_get(json, S("answers"), NULL)) || value_get_bool(json, S("weak")))
		return;
	diag_add(diags, DIAG_WORDS_LOST, span_file(words->source),
		"these words lead to no page or record");
	diag_note(diags, SPAN_NONE,
		"name an answer, or say \"weak\": true of words that only tell of whom "
		"somebody asks");
}

void words_said_release(struct words_said *said)
{
	for (size_t l = 0; l < LANGUAGES_MAX; l++)
		map_release(&said->first[l]);
}

void words_check(const struct site *site, const struct record *words, struct words_said *said,
	struct diags *diags)
{
	check_answers(site, words, diags);
	check_goal(words, diags);
	for (size_t l = 0; l < site->config.nlanguages; l++)
		check_language(words, site->config.languages[l].code, &said->first[l], diags);
}
