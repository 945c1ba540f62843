#include <stdio.h>

#include "base/messages.h"
#include "base/path.h"
#include "check/host.h"
#include "check/policy.h"
#include "cmd/command.h"
#include "host/host.h"

/* --- the policy of the pages -------------------------------------------------------- */

/* Keeps the home page while the site is made in memory: its meta says what the
 * header is to say. */
struct home {
	struct arena arena;
	str bytes;
};

static void keep_home(void *ctx, str path, uint64_t id, str bytes)
{
	struct home *home = ctx;
	UNUSED(id);
	if (str_eq(path, S("index.html")))
		home->bytes = arena_str(&home->arena, bytes);
}

static str policy_of_page(str html)
{
	str policy = S("");
	struct tags tags = {.html = html};
	for (str name; !policy.len && tag_next(&tags, &name);)
		policy = policy_of(&tags);
	return policy;
}

/* --- the site ----------------------------------------------------------------------- */

/* "old/index.html" is asked for as /old/. */
static str address_of(str output, struct arena *arena)
{
	const str index = S("index.html");
	if (str_eq(path_name(output), index))
		output.len -= index.len;
	return arena_join(arena, S("/"), output, S(""));
}

static void take_moves(struct host_site *out, const struct site *site, struct arena *arena)
{
	struct host_move *moves = ARENA_ARRAY(arena, struct host_move, site->redirects.len);
	out->moves = moves;
	for (size_t i = 0; i < site->redirects.len; i++) {
		const struct redirect *redirect = &site->redirects.items[i];
		struct host_move move = {address_of(redirect->output, arena),
			site_href(site, arena, redirect->page->url)};
		if (host_is_quotable(move.from) && host_is_quotable(move.to))
			moves[out->nmoves++] = move;
	}
}

static void take_languages(struct host_site *out, const struct config *config, struct arena *arena)
{
	str *languages = ARENA_ARRAY(arena, str, config->nlanguages);
	out->languages = languages;
	for (size_t i = 0; i < config->nlanguages; i++)
		if (config->languages[i].path.len)
			languages[out->nlanguages++] = config->languages[i].path;
}

static bool complain(const char *what, str value)
{
	fprintf(stderr, _("tilts host: %s: '%.*s'\n"), what, STR_ARGS(value));
	return false;
}

/* The folder as the server sees it, which need not be there yet. */
static bool take_folder(struct host_site *out, str output, struct arena *arena)
{
	out->folder = real_path(output, arena);
	return host_is_quotable(out->folder) ||
	       complain(_("no configuration can name this folder"), out->folder);
}

/* What tilts init begins with is served as well, but where nobody looks for it. */
static void tell_example(const struct host_site *site)
{
	if (host_is_example(site->name))
		fprintf(stderr,
			_("tilts host: the address is not set yet: %.*s is one of examples. Write "
			  "the site's own as base_url into site.json, or give --base-url\n"),
			STR_ARGS(site->name));
}

static enum status print(
	const struct arguments *arguments, struct build *build, const struct home *home)
{
	struct buf text;
	struct host_site site = {.policy = policy_of_page(home->bytes)};
	str server = str_of(arguments->words[0]);
	host_take_address(&site, build->site.config.base_url);
	if (!take_folder(&site, arguments->build.output, &build->arena))
		return STATUS_USAGE;
	if (!site.policy.len || !host_is_quotable(site.policy)) {
		complain(
			_("the home page's meta has no policy that a header can say"), site.policy);
		return STATUS_CONTENT;
	}
	tell_example(&site);
	take_languages(&site, &build->site.config, &build->arena);
	take_moves(&site, &build->site, &build->arena);
	buf_init(&text);
	host_write(&site, server, &text);
	fwrite(text.data, 1, text.len, stdout);
	buf_release(&text);
	return STATUS_OK;
}

static bool is_known(const struct arguments *arguments)
{
	str names[8];
	size_t n = 0;
	for (str name; (name = host_name(n)).len; n++)
		names[n] = name;
	str wanted = arguments->nwords ? str_of(arguments->words[0]) : S("");
	for (size_t i = 0; i < n; i++)
		if (arguments->nwords == 1 && str_eq(names[i], wanted))
			return true;
	fprintf(stderr, _("tilts host: for which server? nginx, apache, caddy or headers"));
	if (wanted.len)
		print_nearest(wanted, names, n);
	fprintf(stderr, "\n");
	return false;
}

enum status command_host(const struct arguments *arguments)
{
	enum status status;
	struct build build = {0};
	struct home home = {.bytes = S("")};
	struct sink sink = {.ctx = &home, .put = keep_home, .lacks_media = true};
	struct arguments copy = *arguments;
	if (!is_known(arguments))
		return STATUS_USAGE;
	arena_init(&home.arena);
	copy.build.sink = &sink;
	if (read_site(&copy, &build, &status))
		status = print(arguments, &build, &home);
	build_release(&build);
	arena_release(&home.arena);
	return status;
}
