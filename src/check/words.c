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
		diag_note(diags, SPAN_NONE, "a page: sazina/sutijumi; a record: kind/id");
	}
}

static struct value words_of(const struct record *words, str code)
{
	return value_get(value_get(record_facts(words)->json, S("say"), NULL), code, NULL);
}

/* Is the word, of this language, said before place `at` of this record, or in one before it? */
static const struct record *said_before(const struct record *words, str code, size_t at)
{
	const struct kind *kind = words->kind;
	str word = value_str_at(words_of(words, code), at);
	for (size_t r = 0; r < kind->nrecords; r++) {
		const struct record *record = kind->records[r];
		struct value list = words_of(record, code);
		size_t n = record == words ? at : value_count(list);
		for (size_t i = 0; i < n; i++)
			if (str_eq(value_str_at(list, i), word))
				return record;
		if (record == words)
			return NULL;
	}
	return NULL;
}

static void check_language(const struct record *words, str code, struct diags *diags)
{
	struct value list = words_of(words, code);
	for (size_t i = 0; i < value_count(list); i++) {
		const struct record *before = said_before(words, code, i);
		if (!before)
			continue;
		diag_add(diags, DIAG_WORDS_TWICE, list.list->items[i].span,
			"'%.*s' is said in '%.*s' already", STR_ARGS(value_str_at(list, i)),
			STR_ARGS(before->id));
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

void words_check(const struct site *site, const struct record *words, struct diags *diags)
{
	check_answers(site, words, diags);
	check_goal(words, diags);
	for (size_t l = 0; l < site->config.nlanguages; l++)
		check_language(words, site->config.languages[l].code, diags);
}
