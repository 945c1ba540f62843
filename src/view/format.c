/* Values that carry their format: texts, dates, phones, addresses, words. */
#include "base/ascii.h"
#include "base/buf.h"
#include "base/phone.h"
#include "markdown/words.h"
#include "view/frame.h"
#include "view/field.h"
#include "view/page.h"

/* --- texts -------------------------------------------------------------------------- */

struct text_view {
	str text;
	const struct language *fallback; /* the text's language where it is not the frame's */
	const struct config *config;     /* where the portal's first language is another; or NULL */
	struct value whole;              /* in all languages */
	bool has_markup;                 /* phones, or what a line must not part */
};

static str text_text(const void *self, struct arena *scratch)
{
	UNUSED(scratch);
	return ((const struct text_view *)self)->text;
}

static bool text_is_true(const void *self)
{
	return ((const struct text_view *)self)->text.len > 0;
}

/* A plain text as HTML: its phones as links, what a line must not part held together. */
static struct value linked(str text, struct arena *scratch)
{
	struct buf html;
	buf_init(&html);
	for (str phone; text.len;) {
		phone = phone_find(text);
		size_t before = (size_t)(phone.ptr - text.ptr);
		words_write(&html, str_sub(text, 0, before));
		text = str_from(text, before + phone.len);
		if (!phone.len)
			break;
		str digits = phone_dialled(phone, scratch);
		buf_printf(&html, "<a href=\"tel:%.*s\">", STR_ARGS(digits));
		words_write_number(&html, phone_readable(digits, scratch));
		buf_add(&html, S("</a>"));
	}
	str copy = arena_str(scratch, buf_str(&html));
	buf_release(&html);
	return value_html(copy);
}

static struct value text_get(const void *self, str key, struct arena *scratch)
{
	const struct text_view *view = self;
	if (view->has_markup && str_eq(key, S("linked")))
		return linked(view->text, scratch);
	if (view->fallback && str_eq(key, S("lang")))
		return filled(view->fallback->tag);
	if (view->config && str_eq(key, S("original"))) {
		str original =
			config_text(view->config, view->whole, &view->config->languages[0], NULL);
		return str_eq(original, view->text) ? value_none() : filled(original);
	}
	return value_none();
}

static const struct view_class text_class = {
	.name = "text", .get = text_get, .text = text_text, .is_true = text_is_true};

struct value frame_text(const struct frame *frame, struct value text, bool markdown)
{
	const struct language *found;
	const struct config *config = &frame->renderer->site->config;
	str words = config_text(config, text, frame->language, &found);
	struct span span = text.span;
	if (text.kind == VALUE_NULL)
		return text;
	if (!words.len)
		return value_none();
	if (found && text.kind == VALUE_MAP)
		span = value_map_find(text.map, found->code)->value.span;
	if (markdown)
		words = frame_markdown(frame, words, span);
	bool falls_back = found && !str_eq(found->tag, frame->language->tag);
	bool translated = found && !str_eq(found->tag, config->languages[0].tag);
	bool has_markup = !markdown && (phone_find(words).len || words_hold(words));
	if (!falls_back && !translated && !has_markup)
		return markdown ? value_html(words) : value_string(words, text.span);
	struct text_view *view = ARENA_NEW(&frame->worker->scratch, struct text_view);
	*view = (struct text_view){
		words, falls_back ? found : NULL, translated ? config : NULL, text, has_markup};
	struct value value = value_view(&text_class, view);
	value.html = markdown;
	return value;
}

struct value view_plain(const struct frame *frame, struct value text)
{
	if (!words_hold(text.string))
		return text;
	struct text_view *view = ARENA_NEW(&frame->worker->scratch, struct text_view);
	*view = (struct text_view){.text = text.string, .has_markup = true};
	return value_view(&text_class, view);
}

/* --- dates -------------------------------------------------------------------------- */

struct date_view {
	const struct frame *frame;
	struct day day;
	str iso;  /* as written: 2026-12-24 or 2026-12-24T14:00 … */
	str time; /* "14:00" or "" */
};

str view_time(const struct frame *frame, str time)
{
	struct arena *scratch = &frame->worker->scratch;
	struct value words = view_strings(frame);
	str sign = value_text(value_get(words, S("time_sign"), scratch), scratch);
	return format_clock(time, sign, scratch);
}

static str date_text(const void *self, struct arena *scratch)
{
	const struct date_view *view = self;
	str date = formatter_date(frame_formatter(view->frame), view->day, scratch);
	if (!view->time.len)
		return date;
	return arena_join(scratch, date, S(", "), view_time(view->frame, view->time));
}

static int against_today(const struct date_view *view)
{
	return str_cmp(str_sub(view->iso, 0, 10), view->frame->renderer->site->today);
}

static struct value date_get(const void *self, str key, struct arena *scratch)
{
	const struct date_view *view = self;
	if (str_eq(key, S("iso")))
		return filled(view->iso);
	if (str_eq(key, S("date")))
		return filled(formatter_date(frame_formatter(view->frame), view->day, scratch));
	if (str_eq(key, S("short")))
		return filled(
			formatter_short_date(frame_formatter(view->frame), view->day, scratch));
	if (str_eq(key, S("day")))
		return value_int(view->day.day, SPAN_NONE);
	if (str_eq(key, S("year")))
		return value_int(view->day.year, SPAN_NONE);
	if (str_eq(key, S("month")))
		return filled(formatter_month(frame_formatter(view->frame), view->day, scratch));
	if (str_eq(key, S("weekday")))
		return filled(formatter_weekday(frame_formatter(view->frame), view->day, scratch));
	if (str_eq(key, S("time")))
		return filled(view_time(view->frame, view->time));
	if (str_eq(key, S("past")))
		return value_bool(against_today(view) < 0, SPAN_NONE);
	if (str_eq(key, S("today")))
		return value_bool(against_today(view) == 0, SPAN_NONE);
	return value_none();
}

static const struct view_class date_class = {.name = "date", .get = date_get, .text = date_text};

struct value view_date(const struct frame *frame, str date)
{
	struct day day;
	if (!day_parse(str_sub(date, 0, 10), &day))
		return value_none();
	struct date_view *view = ARENA_NEW(&frame->worker->scratch, struct date_view);
	*view = (struct date_view){frame, day, date, str_sub(date, 11, 16)};
	return value_view(&date_class, view);
}

/* --- things one can follow: phones, mail, addresses on the web ---------------------- */

struct link_view {
	str text;
	str member; /* "tel", "mailto", "href" */
	str href;
	str host;
	str raw;
};

static str link_text(const void *self, struct arena *scratch)
{
	UNUSED(scratch);
	return ((const struct link_view *)self)->text;
}

static struct value link_get(const void *self, str key, struct arena *scratch)
{
	const struct link_view *view = self;
	UNUSED(scratch);
	if (str_eq(key, view->member))
		return filled(view->href);
	if (str_eq(key, S("host")))
		return filled(view->host);
	return str_eq(key, S("raw")) ? filled(view->raw) : value_none();
}

static const struct view_class link_class = {.name = "link", .get = link_get, .text = link_text};

static struct value link_value(const struct frame *frame, struct link_view link)
{
	struct link_view *view = ARENA_NEW(&frame->worker->scratch, struct link_view);
	*view = link;
	return value_view(&link_class, view);
}

struct value view_phone(const struct frame *frame, str number)
{
	struct arena *scratch = &frame->worker->scratch;
	str digits = phone_dialled(number, scratch);
	return link_value(frame, (struct link_view){
					 .text = phone_shown(number, scratch),
					 .member = S("tel"),
					 .href = arena_join(scratch, S("tel:"), digits, S("")),
					 .raw = number,
				 });
}

struct value view_email(const struct frame *frame, str email)
{
	return link_value(frame,
		(struct link_view){
			.text = email,
			.member = S("mailto"),
			.href = arena_join(&frame->worker->scratch, S("mailto:"), email, S("")),
			.raw = email,
		});
}

struct value view_uri(const struct frame *frame, str uri)
{
	size_t scheme = str_find(uri, S("://"));
	str rest = scheme == STR_NONE ? uri : str_from(uri, scheme + 3);
	str host = str_sub(rest, 0, str_find_char(rest, '/'));
	str text = str_ends(rest, S("/")) ? str_sub(rest, 0, rest.len - 1) : rest;
	if (str_starts(host, S("www.")))
		host = str_from(host, 4);
	if (str_starts(text, S("www.")))
		text = str_from(text, 4);
	bool web = str_starts(uri, S("https://")) || str_starts(uri, S("http://"));
	return link_value(frame, (struct link_view){.text = text,
					 .member = S("href"),
					 .href = web ? uri : S(""),
					 .host = host,
					 .raw = uri});
}

/* --- words and numbers -------------------------------------------------------------- */

struct word_view {
	str text;
	str word;
};

static str word_text(const void *self, struct arena *scratch)
{
	UNUSED(scratch);
	return ((const struct word_view *)self)->text;
}

/* {{#status.planned}} is true when the word is "planned". */
static struct value word_get(const void *self, str key, struct arena *scratch)
{
	const struct word_view *view = self;
	UNUSED(scratch);
	if (str_eq(key, S("word")))
		return filled(view->word);
	return str_eq(key, view->word) ? value_bool(true, SPAN_NONE) : value_none();
}

static const struct view_class word_class = {.name = "word", .get = word_get, .text = word_text};

struct value view_word(const struct frame *frame, struct value word)
{
	struct arena *scratch = &frame->worker->scratch;
	if (word.kind != VALUE_STRING)
		return word;
	struct value enums = value_get(view_strings(frame), S("enums"), scratch);
	struct value text = value_get(enums, word.string, scratch);
	struct word_view *view = ARENA_NEW(scratch, struct word_view);
	*view = (struct word_view){value_text(text, scratch), word.string};
	if (!view->text.len)
		view->text = word.string;
	return value_view(&word_class, view);
}

struct number_view {
	const struct frame *frame;
	struct value number;
};

static str number_text(const void *self, struct arena *scratch)
{
	const struct number_view *view = self;
	return formatter_number(
		frame_formatter(view->frame), value_number(view->number), 6, scratch);
}

static struct value number_get(const void *self, str key, struct arena *scratch)
{
	UNUSED(scratch);
	return str_eq(key, S("raw")) ? ((const struct number_view *)self)->number : value_none();
}

static const struct view_class number_class = {
	.name = "number", .get = number_get, .text = number_text};

struct value view_number(const struct frame *frame, struct value number)
{
	struct number_view *view = ARENA_NEW(&frame->worker->scratch, struct number_view);
	*view = (struct number_view){frame, number};
	return value_view(&number_class, view);
}

/* --- lists -------------------------------------------------------------------------- */

struct value view_array(struct value *items, size_t n, struct arena *scratch)
{
	struct value_list *list = ARENA_NEW(scratch, struct value_list);
	*list = (struct value_list){items, n, n};
	return value_list(list, SPAN_NONE);
}
