/* Links in texts, and records that embeds name. */
#include "base/path.h"
#include "locale/collate.h"
#include "model/address.h"
#include "move/find.h"
#include "move/move.h"
#include "query/param.h"

/* A file whose text is looked through. */
struct mended {
	struct move *move;
	const struct document *document;
	str bytes;
	str dir;     /* of the file, as it was, composed (NFC) */
	str new_dir; /* and as it then is */
};

static void replace(const struct mended *text, size_t start, size_t end, str with)
{
	move_edit(text->move, span_of(text->document->source, start, end), with);
}

/* --- addresses --------------------------------------------------------------------------- */

/* As it can stand between ( and ). */
static str encoded(struct arena *arena, str path)
{
	struct buf out;
	buf_init(&out);
	for (size_t i = 0; i < path.len; i++)
		if (str_find_char(S(" ()<>%"), path.ptr[i]) != STR_NONE)
			buf_printf(&out, "%%%02X", (unsigned)(unsigned char)path.ptr[i]);
		else
			buf_add_char(&out, path.ptr[i]);
	str copy = arena_str(arena, buf_str(&out));
	buf_release(&out);
	return copy;
}

static str plain_path(const struct mended *text, str path)
{
	return address_plain(path, text->move->arena);
}

/* "../a/b.md": empty when it leads where it led. */
static str mend_path(const struct mended *text, str url, bool angled)
{
	str old, now;
	struct arena *arena = text->move->arena;
	const struct config *config = &text->move->before->site.config;
	if (!path_resolve(arena, text->dir, plain_path(text, url), &old))
		return S("");
	now = goal_path(&text->move->goal, config, old, arena);
	str before = path_relative(arena, text->dir, old);
	str after = path_relative(arena, text->new_dir, now);
	if (str_eq(before, after))
		return S("");
	bool plain = str_find_char(url, '%') == STR_NONE && str_find_char(after, '%') == STR_NONE;
	return angled && plain ? after : encoded(arena, after);
}

/* "/section/page/", with or without the last slash. */
static str mend_address(const struct mended *text, str url)
{
	const struct move *move = text->move;
	bool slash = str_ends(url, S("/"));
	str whole = slash ? url : arena_join(move->arena, url, S("/"), S(""));
	if (str_starts(url, S("/media/"))) {
		str path = plain_path(text, str_from(url, 1));
		str now = goal_path(&move->goal, &move->before->site.config, path, move->arena);
		return str_eq(now, path)
			       ? S("")
			       : arena_join(move->arena, S("/"), encoded(move->arena, now), S(""));
	}
	for (size_t i = 0; i < move->leads.len; i++)
		if (str_eq(move->leads.items[i].from, whole)) {
			str to = move->leads.items[i].to;
			return str_sub(to, 0, to.len - !slash);
		}
	return S("");
}

static str mend_record(const struct mended *text, str ref)
{
	str now = goal_ref(&text->move->goal, ref, text->move->arena);
	return str_eq(now, ref) ? S("") : arena_join(text->move->arena, S("record:"), now, S(""));
}

static void mend_link(void *ctx, size_t start, size_t end)
{
	const struct mended *text = ctx;
	str whole = str_sub(text->bytes, start, end), now = S("");
	str url = str_sub(whole, 0, str_find_char(whole, '#'));
	if (str_starts(url, S("record:")))
		now = mend_record(text, str_from(url, 7));
	else if (str_starts(url, S("/")))
		now = mend_address(text, url);
	else if (url.len)
		now = mend_path(text, url, start > 0 && text->bytes.ptr[start - 1] == '<');
	if (now.len)
		replace(text, start, start + url.len, now);
}

static void mend_quote(void *ctx, size_t start, size_t end)
{
	const struct mended *text = ctx;
	str ref = str_sub(text->bytes, start, end);
	str now = goal_ref(&text->move->goal, ref, text->move->arena);
	if (!str_eq(now, ref))
		replace(text, start, end, now);
}

/* --- embeds ------------------------------------------------------------------------------ */

static const struct param *find_param(const struct mended *text, str embed, str name)
{
	str path = arena_join(text->move->arena, S("embeds/"), embed, S(""));
	const struct unit *unit = units_find(&text->move->before->units, path);
	return unit ? param_find(unit, name) : NULL;
}

static void mend_parameter(void *ctx, str embed, str name, size_t start, size_t end)
{
	const struct mended *text = ctx;
	const struct goal *goal = &text->move->goal;
	const struct param *param = find_param(text, embed, name);
	str value = str_sub(text->bytes, start, end), now = value;
	if (param && str_eq(param->type, S("record")))
		now = goal_ref(goal, value, text->move->arena);
	else if (param && goal->kind == GOAL_RECORD && str_eq(param->kind, goal->records->name) &&
		 str_eq(value, goal->from))
		now = goal->to;
	if (!str_eq(now, value))
		replace(text, start, end, now);
}

static str composed_dir(const struct move *move, str path)
{
	return collate_compose(path_dir(path), move->arena);
}

void move_mend_texts(struct move *move)
{
	const struct build *before = move->before;
	for (size_t i = 0; i < before->content_entries.len; i++) {
		const struct document *document = &before->documents[i];
		struct mended text = {move, document, move->texts[i],
			composed_dir(move, document->entry->path),
			composed_dir(move, move_path(move, document))};
		struct finder finder = {&text, mend_link, mend_quote, mend_parameter};
		size_t from = document->page ? document->page->body_start : 0;
		find_all(text.bytes, from, &finder);
	}
}
