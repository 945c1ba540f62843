#include "follow/status.h"

#include <errno.h>

#include "base/messages.h"
#include "base/path.h"
#include "follow/stamp.h"
#include "follow/status_page.h"
#include "sys/file.h"
#include "value/json.h"
#include "value/json_write.h"

enum { FILE_LIMIT = 16 << 20 };

/* --- JSON --------------------------------------------------------------------------- */

/* The one published now, if this attempt did that. */
static const struct outcome *published(const struct report_of *of)
{
	if (of->outcome->kind == OUTCOME_PUBLISHED)
		return of->outcome;
	return of->attempt->published.commit[0] ? &of->attempt->published : NULL;
}

static str state_of(const struct outcome *outcome)
{
	switch (outcome->kind) {
	case OUTCOME_MISTAKES:
		return S("mistakes");
	case OUTCOME_MACHINE:
		return S("failing");
	case OUTCOME_AS_BEFORE:
	case OUTCOME_PUBLISHED:
		break;
	}
	return S("ok");
}

static void put_published(struct json_writer *w, const struct outcome *outcome, struct arena *arena)
{
	json_key(w, S("published"));
	if (!outcome) {
		json_null(w);
		return;
	}
	json_begin_object(w);
	json_member(w, "commit", str_of(outcome->commit));
	json_member(w, "time", stamp_text(outcome->time, arena));
	json_member_int(w, "pages", outcome->pages);
	json_end_object(w);
}

static void put_tried(struct json_writer *w, const struct outcome *outcome, struct arena *arena)
{
	json_key(w, S("tried"));
	json_begin_object(w);
	json_member(w, "commit", str_of(outcome->commit));
	json_member(w, "time", stamp_text(outcome->time, arena));
	json_member_int(w, "errors", outcome->errors);
	json_member_int(w, "warnings", outcome->warnings);
	json_end_object(w);
}

static void put_overdue(struct json_writer *w, const struct overdue *overdue)
{
	json_key(w, S("oldest_overdue"));
	if (!overdue->path[0]) {
		json_null(w);
		return;
	}
	json_begin_object(w);
	json_member(w, "path", str_of(overdue->path));
	json_member(w, "check_by", str_of(overdue->check_by));
	json_end_object(w);
}

static void put_counts(struct json_writer *w, const struct report_of *of)
{
	bool failing = of->outcome->kind == OUTCOME_MACHINE;
	json_member_int(w, "failures", failing ? of->attempt->nfailures + 1 : 0);
	json_key(w, S("death"));
	if (of->outcome->death[0])
		json_string(w, str_trim(str_of(of->outcome->death)));
	else
		json_null(w);
	json_key(w, S("webhooks"));
	json_begin_object(w);
	json_member_int(w, "accepted", of->attempt->accepted);
	json_member_int(w, "refused", of->attempt->refused);
	json_end_object(w);
}

void status_write_json(const struct report_of *of, struct buf *out)
{
	struct arena arena;
	struct buf messages;
	struct json_writer w = json_writer(out, 0);
	arena_init(&arena);
	buf_init(&messages);
	json_begin_object(&w);
	json_member(&w, "state", state_of(of->outcome));
	put_published(&w, published(of), &arena);
	put_tried(&w, of->outcome, &arena);
	put_overdue(&w, &of->outcome->overdue);
	json_member(&w, "language", str_of(of->outcome->language));
	put_counts(&w, of);
	json_end_object(&w);
	report(&messages, of->diags, of->sources, REPORT_JSON, false);
	buf_truncate(out, out->len - 1); /* the list of messages is written elsewhere */
	buf_printf(out, ",\"messages\":%s}\n", messages.data);
	buf_release(&messages);
	arena_release(&arena);
}

/* --- what was ----------------------------------------------------------------------- */

/* What was not written by this program is left out. */
static void copy(char *out, size_t size, str text)
{
	if (text.len < size)
		memcpy(out, text.ptr, text.len);
}

static void recall(struct value json, struct outcome *out)
{
	copy(out->language, sizeof(out->language), value_get_str(json, S("language")));
	struct value was = value_get(json, S("published"), NULL);
	str commit = value_get_str(was, S("commit"));
	if (was.kind != VALUE_MAP || commit.len >= sizeof(out->commit) ||
		!stamp_parse(value_get_str(was, S("time")), &out->time))
		return;
	memcpy(out->commit, commit.ptr, commit.len);
	struct value overdue = value_get(json, S("oldest_overdue"), NULL);
	copy(out->overdue.path, sizeof(out->overdue.path), value_get_str(overdue, S("path")));
	copy(out->overdue.check_by, sizeof(out->overdue.check_by),
		value_get_str(overdue, S("check_by")));
	struct value pages = value_get(was, S("pages"), NULL);
	if (pages.kind == VALUE_INT && pages.integer > 0)
		out->pages = (size_t)pages.integer;
}

void status_recall(str folder, struct outcome *out)
{
	struct arena arena;
	struct buf text;
	struct diags ignored;
	struct value json;
	arena_init(&arena);
	buf_init(&text);
	diags_init(&ignored);
	*out = (struct outcome){0};
	const char *path = arena_cstr(&arena, path_join(&arena, folder, S("status.json")));
	if (file_read(path, FILE_LIMIT, &text) == 0 &&
		json_parse(&arena, buf_str(&text), 0, &ignored, &json))
		recall(json, out);
	diags_release(&ignored);
	buf_release(&text);
	arena_release(&arena);
}

/* --- files -------------------------------------------------------------------------- */

static int write_below(str folder, str name, str bytes, struct arena *arena)
{
	return file_write(arena_cstr(arena, path_join(arena, folder, name)), bytes);
}

void status_publish(const struct report_of *of, str json)
{
	struct arena arena;
	struct buf page;
	const struct follow_options *options = of->attempt->options;
	arena_init(&arena);
	buf_init(&page);
	status_page_write(of, published(of), &page);
	int error = file_make_folders(arena_cstr(&arena, options->status));
	/* The JSON last: a program that waits for it finds the page of the same attempt. */
	if (!error)
		error = write_below(options->status, S("index.html"), buf_str(&page), &arena);
	if (!error)
		error = write_below(options->status, S("status.json"), json, &arena);
	if (error)
		options->say(
			options->ctx, arena_printf(&arena, _("%.*s: can't write the status: %s\n"),
					      STR_ARGS(options->status), messages_of_error(error)));
	buf_release(&page);
	arena_release(&arena);
}
