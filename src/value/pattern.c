#include "value/pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

/* Enough for any field of a record; a bound for expressions that explode. */
#define STEPS_MAX      200000
#define MEMORY_MAX_KIB 1024
#define PATTERN_MAX    1000

struct pattern {
	str text;
	pcre2_code *code;
	pcre2_match_context *limits;
};

static void *allocate(size_t size, void *arena)
{
	return arena_alloc(arena, size);
}

/* The arena frees everything at once. */
static void no_free(void *memory, void *arena)
{
	UNUSED(memory);
	UNUSED(arena);
}

static void report_error(int error, size_t offset, struct span span, struct diags *diags)
{
	char words[256];
	pcre2_get_error_message(error, (PCRE2_UCHAR *)words, sizeof(words));
	diag_add(diags, DIAG_SCHEMA_PATTERN_SYNTAX, span, "this regular expression is wrong: %s",
		words);
	diag_note(diags, SPAN_NONE, "behind its character number %zu", offset);
}

const struct pattern *pattern_compile(
	struct arena *arena, str text, struct span span, struct diags *diags)
{
	const uint32_t options = PCRE2_UTF | PCRE2_DOLLAR_ENDONLY | PCRE2_NEVER_BACKSLASH_C |
				 PCRE2_ALT_BSUX | PCRE2_MATCH_UNSET_BACKREF;
	struct pattern *pattern = ARENA_NEW(arena, struct pattern);
	pcre2_general_context *memory = pcre2_general_context_create(allocate, no_free, arena);
	pcre2_compile_context *bounds = pcre2_compile_context_create(memory);
	int error = 0;
	size_t offset = 0;
	pcre2_set_max_pattern_length(bounds, PATTERN_MAX);
	pattern->text = arena_str(arena, text);
	pattern->code = pcre2_compile(
		(PCRE2_SPTR)pattern->text.ptr, pattern->text.len, options, &error, &offset, bounds);
	if (!pattern->code) {
		report_error(error, offset, span, diags);
		return NULL;
	}
	pattern->limits = pcre2_match_context_create(memory);
	pcre2_set_match_limit(pattern->limits, STEPS_MAX);
	pcre2_set_heap_limit(pattern->limits, MEMORY_MAX_KIB);
	return pattern;
}

bool pattern_matches(const struct pattern *pattern, str text)
{
	pcre2_match_data *match = pcre2_match_data_create(1, NULL);
	if (!match)
		die("out of memory while matching a pattern");
	int found = pcre2_match(
		pattern->code, (PCRE2_SPTR)text.ptr, text.len, 0, 0, match, pattern->limits);
	pcre2_match_data_free(match);
	return found >= 0;
}

str pattern_text(const struct pattern *pattern)
{
	return pattern->text;
}
