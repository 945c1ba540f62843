#include "follow/status_page.h"

#include "follow/stamp.h"
#include "template/escape.h"

/* One row a sentence, one column a language. */
enum words {
	WORDS_TITLE,
	WORDS_OK,
	WORDS_MISTAKES,
	WORDS_FAILING,
	WORDS_PUBLISHED,
	WORDS_NOTHING,
	WORDS_TRIED,
	WORDS_PAGES,
	WORDS_OVERDUE,
	WORDS_HOOKS,
	WORDS_MESSAGES,
	WORDS_COUNT
};

enum tongue { LATVIAN, RUSSIAN, ENGLISH, LANGUAGES };

static const char *const codes[LANGUAGES] = {"lv", "ru", "en"};

static const char *const words[WORDS_COUNT][LANGUAGES] = {
	[WORDS_TITLE] = {"Portāla stāvoklis", "Состояние портала", "How the site is"},
	[WORDS_OK] = {"Viss kārtībā. Lasītāji redz jaunāko saturu.",
		"Всё в порядке. Читатели видят последнюю версию.",
		"All is well. Readers see the newest content."},
	[WORDS_MISTAKES] = {"Pēdējās izmaiņās ir kļūdas. Lasītāji redz iepriekšējo saturu. "
			    "Izlabojiet, un lapas atjaunosies pašas.",
		"В последних изменениях есть ошибки. Читатели видят прежнюю версию. "
		"Исправьте их, и страницы обновятся сами.",
		"The last change has mistakes. Readers see the content before it. Mend them, and "
		"the pages follow by themselves."},
	[WORDS_FAILING] = {"Izmaiņas pašlaik nevar saņemt vai publicēt. Lasītāji redz iepriekšējo "
			   "saturu. Mēģināsim vēlreiz.",
		"Сейчас изменения нельзя получить или опубликовать. Читатели видят прежнюю "
		"версию. Попробуем ещё раз.",
		"Changes can't be fetched or published at the moment. Readers see the content "
		"before them. It is tried again."},
	[WORDS_PUBLISHED] = {"Publicēts", "Опубликовано", "Published"},
	[WORDS_NOTHING] = {"vēl nekas", "пока ничего", "nothing yet"},
	[WORDS_TRIED] = {"Pēdējais mēģinājums", "Последняя попытка", "Last tried"},
	[WORDS_PAGES] = {"Lapas", "Страницы", "Pages"},
	[WORDS_OVERDUE] = {"Visilgāk nepārbaudīts", "Дольше всего не проверено",
		"Longest overdue check"},
	[WORDS_HOOKS] = {"Paziņojumi: pieņemti / noraidīti", "Уведомления: приняты / отклонены",
		"Webhooks: accepted / refused"},
	[WORDS_MESSAGES] = {"Ziņojumi", "Сообщения", "Messages"},
};

struct sheet {
	struct buf *out;
	struct arena *arena;
	enum tongue tongue;
};

static const char *say(const struct sheet *sheet, enum words number)
{
	return words[number][sheet->tongue];
}

static enum tongue tongue_of(const struct report_of *of)
{
	for (size_t i = 0; i < LANGUAGES; i++)
		if (strcmp(of->outcome->language, codes[i]) == 0)
			return (enum tongue)i;
	return ENGLISH;
}

static enum words verdict(enum outcome_kind kind)
{
	return kind == OUTCOME_MISTAKES  ? WORDS_MISTAKES
	       : kind == OUTCOME_MACHINE ? WORDS_FAILING
					 : WORDS_OK;
}

static void put_row(const struct sheet *sheet, enum words name, str value)
{
	buf_printf(sheet->out, "<dt>%s<dd>", say(sheet, name));
	escape_html(sheet->out, value);
	buf_adds(sheet->out, "\n");
}

static void put_moment(const struct sheet *sheet, enum words name, const struct outcome *outcome)
{
	if (!outcome) {
		put_row(sheet, name, str_of(say(sheet, WORDS_NOTHING)));
		return;
	}
	str time = stamp_text(outcome->time, sheet->arena);
	put_row(sheet, name,
		arena_printf(sheet->arena, "%.*s, %.12s", STR_ARGS(time),
			outcome->commit[0] ? outcome->commit : "?"));
}

static void put_facts(
	const struct sheet *sheet, const struct report_of *of, const struct outcome *published)
{
	const struct outcome *outcome = of->outcome;
	buf_adds(sheet->out, "<dl>\n");
	put_moment(sheet, WORDS_PUBLISHED, published);
	put_moment(sheet, WORDS_TRIED, outcome);
	if (published)
		put_row(sheet, WORDS_PAGES, arena_printf(sheet->arena, "%zu", published->pages));
	if (outcome->overdue.path[0])
		put_row(sheet, WORDS_OVERDUE,
			arena_printf(sheet->arena, "%s (%s)", outcome->overdue.path,
				outcome->overdue.check_by));
	put_row(sheet, WORDS_HOOKS,
		arena_printf(sheet->arena, "%u / %u", of->attempt->accepted, of->attempt->refused));
	buf_adds(sheet->out, "</dl>\n");
}

static void put_messages(const struct sheet *sheet, const struct report_of *of)
{
	struct buf text;
	buf_init(&text);
	buf_add(&text, str_of(of->outcome->death));
	report(&text, of->diags, of->sources, REPORT_PAGE, false);
	if (text.len) {
		buf_printf(sheet->out, "<h2>%s</h2>\n<pre>", say(sheet, WORDS_MESSAGES));
		escape_html(sheet->out, buf_str(&text));
		buf_adds(sheet->out, "</pre>\n");
	}
	buf_release(&text);
}

void status_page_write(const struct report_of *of, const struct outcome *published, struct buf *out)
{
	struct arena arena;
	struct sheet sheet = {out, &arena, tongue_of(of)};
	arena_init(&arena);
	buf_printf(out,
		"<!doctype html>\n<html lang=\"%s\">\n<meta charset=\"utf-8\">\n"
		"<meta name=\"viewport\" content=\"width=device-width\">\n"
		"<meta name=\"robots\" content=\"noindex\">\n"
		"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
		"style-src 'unsafe-inline'\">\n<title>%s</title>\n"
		"<style>body{font:1rem/1.5 sans-serif;max-width:44rem;margin:auto;padding:1rem}"
		"dt{font-weight:bold}dd{margin:0 0 .5rem}pre{overflow:auto;background:#eee;"
		"color:#111;padding:1rem}:root{color-scheme:light dark}</style>\n<h1>%s</h1>\n"
		"<p><strong>%s</strong>\n",
		codes[sheet.tongue], say(&sheet, WORDS_TITLE), say(&sheet, WORDS_TITLE),
		say(&sheet, verdict(of->outcome->kind)));
	put_facts(&sheet, of, published);
	put_messages(&sheet, of);
	arena_release(&arena);
}
