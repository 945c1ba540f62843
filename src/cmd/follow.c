#include <stdio.h>
#include <string.h>

#include "base/messages.h"
#include "cmd/command.h"
#include "follow/follow.h"
#include "follow/proof.h"
#include "sys/file.h"

enum { SECRET_MAX = 4096 };

static void say(void *ctx, str text)
{
	UNUSED(ctx);
	fwrite(text.ptr, 1, text.len, stderr);
}

static bool complain(const char *text)
{
	fprintf(stderr, _("tilts follow: %s\n"), _(text));
	return false;
}

static bool can_be_followed(const struct build_options *build)
{
	struct store_options options = {.location = build->source, .ref = build->ref};
	return store_has_commits(&options) ||
	       complain(N_(
		       "--source must be a repository: an address, or a folder with --ref BRANCH"));
}

/* Its index.html would be the home page of the site, or of a part of it. */
static bool status_lies_apart(const struct arguments *arguments)
{
	struct arena arena;
	arena_init(&arena);
	bool apart = !arguments->status.len || !is_below(real_path(arguments->status, &arena),
						       real_path(arguments->build.output, &arena));
	arena_release(&arena);
	return apart || complain(N_("--status must lie outside --output"));
}

/* The file named, or what systemd.exec(5) keeps for us. */
static const char *secret_path(const struct arguments *arguments, struct arena *arena)
{
	const char *credentials = getenv("CREDENTIALS_DIRECTORY");
	if (arguments->secret.len)
		return arena_cstr(arena, arguments->secret);
	return credentials ? arena_printf(arena, "%s/webhook-secret", credentials).ptr : NULL;
}

static bool read_secret(const struct arguments *arguments, struct arena *arena, str *out)
{
	struct buf text;
	const char *path = secret_path(arguments, arena);
	*out = S("");
	if (!arguments->hook_port)
		return true;
	if (!path)
		return complain(N_("--hook wants --secret FILE, or a credential 'webhook-secret'"));
	buf_init(&text);
	int error = file_read(path, SECRET_MAX, &text);
	*out = str_trim(arena_str(arena, buf_str(&text)));
	explicit_bzero(text.data, text.len);
	buf_release(&text);
	if (error)
		fprintf(stderr, _("tilts follow: %s: %s\n"), path, messages_of_error(error));
	else if (out->len < PROOF_SECRET_MIN)
		fprintf(stderr, _("tilts follow: %s: a secret has at least %d letters\n"), path,
			PROOF_SECRET_MIN);
	return !error && out->len >= PROOF_SECRET_MIN;
}

static enum status follow(const struct arguments *arguments, str secret, struct arena *arena)
{
	struct diags diags;
	const struct sources none = {0};
	struct follow_options options = {.build = arguments->build,
		.interval_s = arguments->interval_s,
		.hook_port = arguments->hook_port,
		.secret = secret,
		.status = arguments->status,
		.say = say};
	options.build.site_messages = !arguments->messages.len;
	if (arguments->on_result.len)
		options.on_result = arena_cstr(arena, arguments->on_result);
	diags_init(&diags);
	bool ran = follow_run(&options, &diags);
	print_report(&diags, &none, REPORT_TEXT, stderr);
	diags_release(&diags);
	return ran ? STATUS_OK : STATUS_MACHINE;
}

enum status command_follow(const struct arguments *arguments)
{
	str secret;
	struct arena arena;
	enum status status = STATUS_USAGE;
	if (!no_words(arguments) || !output_lies_apart(&arguments->build) ||
		!can_be_followed(&arguments->build) || !status_lies_apart(arguments))
		return STATUS_USAGE;
	arena_init(&arena);
	if (read_secret(arguments, &arena, &secret))
		status = follow(arguments, secret, &arena);
	arena_release(&arena);
	return status;
}
