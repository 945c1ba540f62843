#include "follow/follow.h"

#include <errno.h>
#include <poll.h>
#include <time.h>

#include "base/messages.h"
#include "follow/attempt.h"
#include "follow/pause.h"
#include "follow/proof.h"
#include "follow/status.h"
#include "serve/receiver.h"
#include "sys/file.h"
#include "sys/interrupt.h"
#include "sys/notify.h"

enum {
	LOOK_UP_MS = 60 * 1000, /* a clock that was set is noticed after this */
};

struct follow {
	const struct follow_options *options;
	struct receiver *receiver; /* NULL: no webhooks */
	int wishes;
	struct attempt attempt;
	bool running; /* the attempt's process is alive */
	bool again;   /* something was heard meanwhile */
	bool forced;  /* the next attempt builds even if the commit is the last one's */
	bool ending;
	int64_t due_ms;         /* the next attempt */
	int64_t beat_ms;        /* the next sign of life to the service manager */
	int64_t begin_s, end_s; /* the site's day; both 0: not known, or fixed */
};

static int64_t now_ms(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void say(const struct follow *follow, const char *text)
{
	follow->options->say(follow->options->ctx, str_of(text));
}

/* --- what begins an attempt --------------------------------------------------------- */

static void hurry(struct follow *follow)
{
	follow->again = follow->running;
	follow->due_ms = now_ms();
}

static void *begin_message(void *ctx)
{
	const struct follow *follow = ctx;
	return proof_new(follow->options->secret);
}

static void take_message(void *message, str bytes)
{
	proof_add(message, bytes);
}

static unsigned end_message(
	void *ctx, void *message, receiver_header_fn *header, const void *request)
{
	struct follow *follow = ctx;
	if (!proof_accepts(message, header, request)) {
		if (!follow->attempt.refused++)
			say(follow, _("a webhook without a right signature was refused; more are "
				      "only counted\n"));
		return 401;
	}
	follow->attempt.accepted++;
	hurry(follow);
	return 202;
}

static void drop_message(void *message)
{
	proof_free(message);
}

static void take_wishes(struct follow *follow)
{
	enum interrupt wish;
	while ((wish = interrupt_next(follow->wishes)) != INTERRUPT_NONE) {
		if (wish == INTERRUPT_END)
			follow->ending = true;
		follow->forced = true;
		hurry(follow);
	}
}

/* Once a day: authorities come and go with the system's updates. */
static void renew(void)
{
	store_let_go();
	store_prepare();
}

/* Midnight, or a clock that was set to another day. Once: the next outcome tells
 * the new day. */
static void look_at_calendar(struct follow *follow)
{
	int64_t now = (int64_t)time(NULL);
	if (!follow->end_s || (now >= follow->begin_s && now < follow->end_s))
		return;
	follow->begin_s = follow->end_s = 0;
	renew();
	follow->forced = true;
	hurry(follow);
}

/* --- attempts ----------------------------------------------------------------------- */

static void plan_next(struct follow *follow)
{
	int64_t pause = pause_ms(follow->options->interval_s, follow->attempt.nfailures);
	follow->due_ms = now_ms() + (follow->again ? 0 : pause);
	follow->again = false;
}

static void note_day(struct follow *follow, const struct outcome *outcome)
{
	if (!outcome->end_s)
		return;
	follow->begin_s = outcome->begin_s;
	follow->end_s = outcome->end_s;
}

static void note_outcome(struct follow *follow, struct outcome *outcome)
{
	struct attempt *attempt = &follow->attempt;
	bool failed = outcome->kind == OUTCOME_MACHINE;
	attempt->nfailures = failed ? attempt->nfailures + 1 : 0;
	note_day(follow, outcome);
	if (outcome->kind == OUTCOME_AS_BEFORE)
		return;
	/* After a failure the same commit is tried again. */
	follow->forced |= failed;
	attempt->last = *outcome;
	if (outcome->kind == OUTCOME_PUBLISHED)
		attempt->published = *outcome;
	attempt_speak(attempt);
}

/* A look at a commit that has not changed says nothing new. */
static void notify_state(const struct attempt *attempt)
{
	enum outcome_kind kind = attempt->last.kind;
	notify(kind == OUTCOME_MACHINE     ? "STATUS=failing; trying again"
		: kind == OUTCOME_MISTAKES ? "STATUS=the last change has mistakes"
					   : "STATUS=up to date");
}

static void finish(struct follow *follow)
{
	struct outcome outcome;
	attempt_finish(&follow->attempt, &outcome);
	follow->running = false;
	note_outcome(follow, &outcome);
	plan_next(follow);
	notify_state(&follow->attempt);
}

static void start(struct follow *follow)
{
	follow->attempt.force = follow->forced;
	int error = attempt_start(&follow->attempt);
	follow->running = error == 0;
	if (!error) {
		follow->forced = false;
		return;
	}
	follow->attempt.nfailures++;
	plan_next(follow);
	say(follow, _("can't start a process: "));
	say(follow, messages_of_error(error));
	say(follow, "\n");
}

/* --- waiting ------------------------------------------------------------------------ */

static void give_sign_of_life(struct follow *follow)
{
	int interval = notify_interval_ms();
	if (!interval || now_ms() < follow->beat_ms)
		return;
	notify("WATCHDOG=1");
	follow->beat_ms = now_ms() + interval;
}

static int64_t sooner(int64_t a, int64_t b)
{
	return b >= 0 && b < a ? b : a;
}

static int patience(const struct follow *follow)
{
	int64_t wait = LOOK_UP_MS, now = now_ms();
	if (!follow->running)
		wait = sooner(wait, follow->due_ms > now ? follow->due_ms - now : 0);
	if (follow->end_s)
		wait = sooner(wait, (follow->end_s - (int64_t)time(NULL)) * 1000);
	if (notify_interval_ms())
		wait = sooner(wait, follow->beat_ms > now ? follow->beat_ms - now : 0);
	if (follow->receiver)
		wait = sooner(wait, receiver_patience(follow->receiver));
	return (int)wait;
}

static void wait_and_hear(struct follow *follow)
{
	struct pollfd fds[] = {
		{.fd = follow->wishes, .events = POLLIN},
		{.fd = follow->running ? follow->attempt.child.line : -1, .events = POLLIN},
		{.fd = follow->receiver ? receiver_handle(follow->receiver) : -1, .events = POLLIN},
	};
	poll(fds, ARRAY_LEN(fds), patience(follow));
	if (follow->receiver)
		receiver_work(follow->receiver);
	if (fds[0].revents)
		take_wishes(follow);
	if (fds[1].revents)
		finish(follow);
}

static void follow_on(struct follow *follow)
{
	while (!follow->ending) {
		look_at_calendar(follow);
		give_sign_of_life(follow);
		if (!follow->running && now_ms() >= follow->due_ms)
			start(follow);
		wait_and_hear(follow);
	}
}

/* What stood there before a new start: what was published, and in which language. */
static void recall(struct attempt *attempt)
{
	struct outcome *was = &attempt->published;
	status_recall(attempt->options->status, was);
	memcpy(attempt->last.language, was->language, sizeof(was->language));
}

bool follow_run(const struct follow_options *options, struct diags *diags)
{
	struct follow follow = {
		.options = options, .attempt = {.options = options}, .forced = true};
	struct receiver_handler handler = {
		&follow, begin_message, take_message, end_message, drop_message};
	if (options->hook_port)
		follow.receiver = receiver_open(options->hook_port, &handler, diags);
	if (options->hook_port && !follow.receiver)
		return false;
	follow.wishes = interrupt_open();
	if (options->status.len)
		recall(&follow.attempt);
	attempt_speak(&follow.attempt);
	store_prepare();
	notify("READY=1");
	follow_on(&follow);
	notify("STOPPING=1");
	if (follow.running)
		attempt_stop(&follow.attempt);
	store_let_go();
	receiver_close(follow.receiver);
	file_close(follow.wishes);
	return true;
}
