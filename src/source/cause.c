#include "source/cause.h"

#include "base/messages.h"
#include "source/url.h"

/* The first row whose words stand in what was said. In hints, %s is the address; without
 * one, connecting by ssh helps. */
static const struct row {
	const char *said, *why, *hint;
} rows[] = {
	{"error parsing REF pkt-line",
		N_("the repository there is a shallow clone, or names its objects by SHA-256, and "
		   "can't be fetched from"),
		N_("`git ls-remote %s` tells: ids of 64 digits are SHA-256, and the content needs "
		   "a "
		   "repository made without --object-format; a shallow clone becomes whole by `git "
		   "fetch --unshallow` over there")},
	{"extensions.objectformat",
		N_("the repository names its objects by SHA-256, which can't be read"),
		N_("move it to one made by `git init`: in it, `git -C %s fast-export --all | git "
		   "fast-import`")},
	{"extensions.refstorage",
		N_("the repository keeps its branches in a table (reftable), which can't be read"),
		N_("`git -C %s refs migrate --ref-format=files` turns them into files")},
	{"invalid content-type: 'text/html'",
		N_("the server answered with a web page: one to sign in, perhaps, or the address "
		   "is "
		   "not the repository's"),
		N_("give git a credential helper (git help credentials), and see that `git "
		   "ls-remote %s` works")},
	{"invalid content-type",
		N_("the server holds the repository as plain files (\"dumb http\"), or there is no "
		   "git at this address"),
		N_("`git clone --mirror %s` can fetch it: give --source the clone, and `git fetch` "
		   "in "
		   "it before each build")},
	{"http status code: 404",
		N_("no repository is there, or the server shows it only to those who "
		   "sign in (404)"),
		N_("see whether `git ls-remote %s` works")},
	{"http status code: 403", N_("the server does not let us read it (403)"),
		N_("the name and password that git's credential helper gives may not have the "
		   "right "
		   "to read %s")},
	{"proxy requires authentication", N_("the proxy wants a name and password"),
		N_("write them into the proxy's address: "
		   "http_proxy=http://name:password@host:port")},
	{"Unable to exchange encryption keys",
		N_("the server has no kind of key that is in ~/.ssh/known_hosts and that we know"),
		NULL},
};

/* Another user's: libgit2 only says which setting it missed, or that. */
static const struct row anothers = {NULL,
	N_("the repository belongs to another user, so git refuses it"),
	N_("if you trust it: git config --global --add safe.directory %s")};

static bool is_anothers(str said)
{
	return str_find(said, S("safe.directory")) != STR_NONE ||
	       str_find(said, S("not owned by current user")) != STR_NONE;
}

static str fill(struct arena *arena, const char *text, str word)
{
	str hint = str_of(text);
	size_t at = str_find(hint, S("%s"));
	if (at == STR_NONE)
		return arena_str(arena, hint);
	return arena_join(arena, str_sub(hint, 0, at), word, str_from(hint, at + 2));
}

static str say_unresolved(str url)
{
	if (!url_parts(url).is_ssh)
		return S("");
	return str_of(_("~/.ssh/config is not read, so its names of hosts are not known: write "
			"ssh://user@host:port/path"));
}

static str address_of(str url, struct arena *arena)
{
	str shown = url_shown(arena, url), scheme = S("file://");
	return str_starts(shown, scheme) ? str_from(shown, scheme.len) : shown;
}

static struct cause by_row(const struct row *row, str url, struct arena *arena)
{
	struct cause cause = {.why = str_of(_(row->why))};
	cause.hint = row->hint ? fill(arena, _(row->hint), address_of(url, arena))
			       : cause_connect(url, arena);
	return cause;
}

struct cause cause_of(str said, str url, struct arena *arena)
{
	for (size_t i = 0; i < ARRAY_LEN(rows); i++)
		if (str_find(said, str_of(rows[i].said)) != STR_NONE)
			return by_row(&rows[i], url, arena);
	if (is_anothers(said))
		return by_row(&anothers, url, arena);
	if (str_starts(said, S("failed to resolve")))
		return (struct cause){said, say_unresolved(url)};
	return (struct cause){said, S("")};
}

struct cause cause_shallow(str url, struct arena *arena)
{
	static const struct row row = {NULL,
		N_("the repository there is a shallow clone and can't be fetched from"),
		N_("`git -C %s fetch --unshallow` makes it whole")};
	return by_row(&row, url, arena);
}

struct cause cause_partial(str url, struct arena *arena)
{
	static const struct row row = {NULL,
		N_("the repository there is a partial clone (--filter) and can't be fetched from"),
		N_("`git -C %s fetch --refetch --no-filter` brings what it left out")};
	return by_row(&row, url, arena);
}

str cause_of_refusal(str url)
{
	if (url_parts(url).is_ssh)
		return str_of(
			_("add your key to the agent (ssh-add); ~/.ssh/config is not read: the "
			  "address names the user, ssh://user@host:port/path"));
	return str_of(_("give git a credential helper (git help credentials); ~/.netrc and "
			"http.extraheader are not read"));
}

/* -p PORT USER@HOST, as ssh takes it. */
static str ssh_words(const struct url_parts *parts, struct arena *arena)
{
	return arena_printf(arena, "%s%.*s%s%.*s%s%.*s", parts->port.len ? "-p " : "",
		STR_ARGS(parts->port), parts->port.len ? " " : "", STR_ARGS(parts->user),
		parts->user.len ? "@" : "", STR_ARGS(parts->host));
}

str cause_connect(str url, struct arena *arena)
{
	struct url_parts parts = url_parts(url);
	str words = ssh_words(&parts, arena);
	return arena_printf(arena,
		_("connect once with `ssh %.*s`, compare the fingerprint it shows, and accept it"),
		STR_ARGS(words));
}

str cause_changed_key(str url, struct arena *arena)
{
	struct url_parts parts = url_parts(url);
	str words = ssh_words(&parts, arena);
	str name = parts.port.len ? arena_printf(arena, "[%.*s]:%.*s", STR_ARGS(parts.host),
					    STR_ARGS(parts.port))
				  : parts.host;
	return arena_printf(arena,
		_("somebody may stand between, or the server was set up anew: ask whoever keeps it "
		  "for the fingerprint; then `ssh-keygen -R '%.*s'`, connect with `ssh %.*s`, and "
		  "compare"),
		STR_ARGS(name), STR_ARGS(words));
}
