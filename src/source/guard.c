#include "source/guard.h"

#include "base/messages.h"
#include "sys/child.h"
#include "sys/confine.h"

/*
 * Messages begin with a letter:
 *
 *	child to parent   p DONE TOTAL          so far, or a sign of life
 *	                  a WORD\n INPUT        ask `git credential WORD`
 *	                  r RESULT RECEIVED \n WHY \0 HINT \0 ID
 *	parent to child   y ANSWER, or n
 */

enum {
	SILENCE_S = 30,
	WHOLE_S = 60 * 60, /* a word every 20 seconds is no silence; tilts.1 says it */
	PATIENCE_S = 60,   /* longer than the child's own watchdog takes */
	BEAT_MS = 100,
	PROCESSOR_S = 20 * 60,
};
#define MEMORY ((size_t)2 << 30)

/* --- in the child ------------------------------------------------------------------- */

struct inside {
	struct fetch_job job;
	struct store_options options;
	const struct store_options *given;
	const char *path;
	int line;
	int64_t said_ms;    /* when progress was told last */
	unsigned said_done; /* what was told then */
};

static int64_t now_ms(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* While what was received is put together, the numbers stand still and only signs of life
 * are due. */
static void tell_progress(void *ctx, unsigned done, unsigned total)
{
	struct inside *inside = ctx;
	struct buf message;
	int64_t now = now_ms();
	bool news = total && done != inside->said_done;
	if (now < inside->said_ms + BEAT_MS && !(news && done == total))
		return;
	inside->said_ms = now;
	inside->said_done = news ? done : inside->said_done;
	buf_init(&message);
	buf_printf(&message, "p%u %u", news ? done : 0, news ? total : 0);
	child_send(inside->line, buf_str(&message));
	buf_release(&message);
}

static bool ask_outside(void *ctx, str word, str input, struct buf *answer)
{
	struct inside *inside = ctx;
	struct buf message;
	bool known = false;
	buf_init_limit(&message, 2 * CHILD_MESSAGE_MAX);
	buf_printf(&message, "a%.*s\n", STR_ARGS(word));
	buf_add(&message, input);
	if (child_send(inside->line, buf_str(&message))) {
		explicit_bzero(message.data, message.len);
		buf_clear(&message);
		known = child_receive(inside->line, -1, &message) == CHILD_SAID &&
			message.data[0] == 'y';
	}
	if (known)
		buf_add(answer, str_from(buf_str(&message), 1));
	explicit_bzero(message.data, message.len);
	buf_release(&message);
	return known;
}

static void tell_result(const struct inside *inside, const struct fetch *fetch)
{
	struct buf message;
	buf_init(&message);
	buf_printf(&message, "r%d %d\n%.*s", (int)fetch->result, fetch->received,
		STR_ARGS(fetch->why));
	buf_add_char(&message, '\0');
	buf_add(&message, fetch->hint);
	buf_add_char(&message, '\0');
	buf_add(&message, fetch->id);
	child_send(inside->line, buf_str(&message));
	buf_release(&message);
}

static void work(void *ctx, int line)
{
	struct inside *inside = ctx;
	struct arena arena;
	arena_init(&arena);
	confine(&(struct confines){
		.writable = inside->path, .memory = MEMORY, .processor_s = PROCESSOR_S});
	inside->line = line;
	inside->options = *inside->given;
	inside->options.progress = tell_progress;
	inside->options.progress_ctx = inside;
	inside->job = (struct fetch_job){&inside->options, inside->path, ask_outside, inside};
	struct fetch fetch =
		inside->path ? fetch_all(&inside->job, &arena) : fetch_look(&inside->job, &arena);
	tell_result(inside, &fetch);
	arena_release(&arena);
}

/* --- outside ------------------------------------------------------------------------ */

static void show_progress(const struct store_options *options, str numbers)
{
	str done;
	int64_t a, b;
	if (options->progress && str_cut(&numbers, ' ', &done) && str_to_int(done, &a) &&
		str_to_int(numbers, &b))
		options->progress(options->progress_ctx, (unsigned)a, (unsigned)b);
}

static void answer(int line, str question)
{
	str word;
	struct buf text;
	buf_init_limit(&text, CHILD_MESSAGE_MAX);
	buf_reserve(&text, CHILD_MESSAGE_MAX - 1); /* growing would leave copies behind */
	str_cut(&question, '\n', &word);
	buf_adds(&text, "y");
	if (credential_ask_git(word, question, &text))
		child_send(line, buf_str(&text));
	else
		child_send(line, S("n"));
	explicit_bzero(text.data, text.len);
	buf_release(&text);
}

static struct fetch read_result(str text, struct arena *arena)
{
	str numbers, number, why, hint;
	int64_t result = FETCH_FAILED, received = 0;
	text = arena_str(arena, text);
	str_cut(&text, '\n', &numbers);
	if (str_cut(&numbers, ' ', &number) && str_to_int(number, &result))
		str_to_int(numbers, &received);
	str_cut(&text, '\0', &why);
	str_cut(&text, '\0', &hint);
	return (struct fetch){(enum fetch_result)result, received != 0, why, hint, text};
}

/* Until the result is there. False: the child is gone, or dead silent. */
static bool listen_to(const struct child *child, const struct inside *inside, struct fetch *out,
	struct arena *arena)
{
	bool done = false;
	struct buf message;
	int wait_ms = (int)(inside->given->silence_s + PATIENCE_S) * 1000;
	buf_init_limit(&message, 2 * CHILD_MESSAGE_MAX);
	while (!done && child_receive(child->line, wait_ms, &message) == CHILD_SAID) {
		str text = str_from(buf_str(&message), 1);
		if (message.data[0] == 'p')
			show_progress(inside->given, text);
		else if (message.data[0] == 'a')
			answer(child->line, text);
		else if ((done = message.data[0] == 'r'))
			*out = read_result(text, arena);
		explicit_bzero(message.data, message.len);
		buf_clear(&message);
	}
	buf_release(&message);
	return done;
}

static struct fetch failed(const char *why, struct arena *arena)
{
	return (struct fetch){
		FETCH_FAILED, .why = arena_str(arena, str_of(why)), .hint = S(""), .id = S("")};
}

static struct fetch run(const struct store_options *given, const char *path, struct arena *arena)
{
	struct child child;
	struct fetch fetch;
	struct store_options options = *given;
	struct inside inside = {.given = &options, .path = path};
	if (!options.silence_s)
		options.silence_s = SILENCE_S;
	if (!options.whole_s)
		options.whole_s = WHOLE_S;
	int error = child_start(work, &inside, &child);
	if (error)
		return failed(messages_of_error(error), arena);
	bool done = listen_to(&child, &inside, &fetch, arena);
	const char *end = child_end(&child, arena);
	if (done)
		return fetch;
	str why = arena_printf(
		arena, _("the process that fetched died: %s"), end ? end : _("without a word"));
	return failed(why.ptr, arena);
}

struct fetch guard_fetch(const struct store_options *options, const char *path, struct arena *arena)
{
	return run(options, path, arena);
}

struct fetch guard_look(const struct store_options *options, struct arena *arena)
{
	return run(options, NULL, arena);
}
