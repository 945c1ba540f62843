#include <git2.h> /* first: base.h bans a name that it uses */

#include "source/fetch.h"

#include "base/messages.h"
#include "source/cause.h"
#include "source/hostkey.h"
#include "source/proxy.h"
#include "source/repository.h"
#include "source/url.h"
#include "sys/watchdog.h"

struct session {
	const struct fetch_job *job;
	const struct store_options *options;
	struct arena *arena;
	struct watchdog *dog;
	struct credentials credentials;
	const char *url;
	str proxy; /* empty: none */
	str hint;
};

/* --- what libgit2 calls back -------------------------------------------------------- */

/* An error from here ends the fetch. */
static int go_on(struct session *session)
{
	if (watchdog_barked(session->dog))
		return GIT_EUSER;
	watchdog_touch(session->dog);
	return 0;
}

static int on_progress(const git_indexer_progress *stats, void *ctx)
{
	struct session *session = ctx;
	const struct store_options *options = session->options;
	if (options->progress)
		options->progress(
			options->progress_ctx, stats->received_objects, stats->total_objects);
	return go_on(session);
}

/* The server's own words ("Counting objects"): a sign of life, no more. */
static int on_words(const char *text, int len, void *ctx)
{
	const struct session *session = ctx;
	UNUSED(text);
	UNUSED(len);
	if (session->options->progress)
		session->options->progress(session->options->progress_ctx, 0, 0);
	return go_on(ctx);
}

static void refuse_host(struct session *session, const git_cert *cert)
{
	const git_cert_hostkey *key = (const git_cert_hostkey *)cert;
	str url = str_of(session->url), bytes = str_n(key->hostkey, key->hostkey_len);
	if (!(key->type & GIT_CERT_SSH_RAW))
		bytes = S("");
	if (hostkey_has_changed(url_parts(url), bytes)) {
		git_error_set_str(GIT_ERROR_SSH,
			_("the server's key is another than the one in ~/.ssh/known_hosts"));
		session->hint = cause_changed_key(url, session->arena);
	} else {
		git_error_set_str(
			GIT_ERROR_SSH, _("the server's key is not in ~/.ssh/known_hosts yet"));
		session->hint = cause_connect(url, session->arena);
	}
}

/* libgit2 has compared the key with ~/.ssh/known_hosts, or the certificate with
 * the authorities of the system, and says in `valid` how that went. */
static int on_certificate(git_cert *cert, int valid, const char *host, void *ctx)
{
	struct session *session = ctx;
	UNUSED(host);
	if (valid)
		return go_on(session);
	if (cert->cert_type == GIT_CERT_HOSTKEY_LIBSSH2) {
		refuse_host(session, cert);
	} else {
		git_error_set_str(GIT_ERROR_SSL, _("the server's certificate is not valid"));
		session->hint =
			str_of(_("an authority of your own can be named in $SSL_CERT_FILE"));
	}
	return GIT_ECERTIFICATE;
}

static int on_credential(
	git_credential **out, const char *url, const char *user, unsigned allowed, void *ctx)
{
	struct session *session = ctx;
	watchdog_pause(session->dog); /* a helper may ask a person */
	int code = credentials_next(&session->credentials, out, url, user, allowed);
	int stop = go_on(session);
	return code ? code : stop;
}

/* --- the fetch ---------------------------------------------------------------------- */

/* An authority other than the system's, as git and OpenSSL let one name it. */
static void use_own_authorities(void)
{
	const char *file = getenv("GIT_SSL_CAINFO");
	if (!file)
		file = getenv("SSL_CERT_FILE");
	if (file)
		git_libgit2_opts(GIT_OPT_SET_SSL_CERT_LOCATIONS, file, NULL);
}

/* HEAD as the remote has it: a branch, or a commit on its own. */
static int take_head(git_repository *git, git_remote *remote)
{
	git_buf branch = GIT_BUF_INIT;
	const git_remote_head **heads;
	size_t nheads = 0;
	int code = git_remote_default_branch(&branch, remote);
	if (code == 0)
		code = git_repository_set_head(git, branch.ptr);
	else if (git_remote_ls(&heads, &nheads, remote) == 0 && nheads &&
		 strcmp(heads[0]->name, "HEAD") == 0)
		code = git_repository_set_head_detached(git, &heads[0]->oid);
	git_buf_dispose(&branch);
	return code == GIT_ENOTFOUND ? 0 : code;
}

/* What is gone goes first: "a" may have become "a/b". git_remote_fetch() does it
 * the other way round. */
static int take_refs(git_repository *git, git_remote *remote, const git_fetch_options *options)
{
	int code = git_remote_prune(remote, &options->callbacks);
	if (code == 0)
		code = git_remote_update_tips(
			remote, &options->callbacks, 0, GIT_REMOTE_DOWNLOAD_TAGS_NONE, NULL);
	return code == 0 ? take_head(git, remote) : code;
}

static git_fetch_options fetch_options(struct session *session)
{
	git_fetch_options options;
	git_fetch_options_init(&options, GIT_FETCH_OPTIONS_VERSION);
	options.download_tags = GIT_REMOTE_DOWNLOAD_TAGS_NONE; /* the refspec has them all */
	options.proxy_opts.type = session->proxy.len ? GIT_PROXY_SPECIFIED : GIT_PROXY_NONE;
	options.proxy_opts.url = session->proxy.ptr;
	options.callbacks.transfer_progress = on_progress;
	options.callbacks.sideband_progress = on_words;
	options.callbacks.certificate_check = on_certificate;
	options.callbacks.credentials = on_credential;
	options.callbacks.payload = session;
	return options;
}

static int fetch_into(struct session *session, git_repository *git, bool *received)
{
	git_remote *remote;
	char heads[] = "+refs/heads/*:refs/heads/*", tags[] = "+refs/tags/*:refs/tags/*";
	char *specs[] = {heads, tags};
	git_strarray refspecs = {specs, ARRAY_LEN(specs)};
	git_fetch_options options = fetch_options(session);
	int code = git_remote_create_anonymous(&remote, git, session->url);
	if (code < 0)
		return code;
	code = git_remote_download(remote, &refspecs, &options);
	git_remote_disconnect(remote);
	if (code == 0)
		code = take_refs(git, remote, &options);
	*received = git_remote_stats(remote)->received_objects > 0;
	git_remote_free(remote);
	return code;
}

static int run_fetch(struct session *session, struct fetch *fetch)
{
	git_repository *git;
	int code = git_repository_open_bare(&git, session->job->path);
	if (code < 0)
		return code;
	code = fetch_into(session, git, &fetch->received);
	git_repository_free(git);
	return code;
}

/* --- a look ------------------------------------------------------------------------- */

/* "main" is refs/tags/main before refs/heads/main, as git reads it; a tag's ^{} is
 * the commit it is of. Greater is better; 0: another one. */
static unsigned fits(str name, str ref)
{
	static const char *const before[] = {"refs/heads/", "refs/tags/", "refs/", ""};
	bool peeled = str_ends(name, S("^{}"));
	if (peeled)
		name.len -= 3;
	for (unsigned i = 0; i < ARRAY_LEN(before); i++) {
		str folder = str_of(before[i]);
		if (str_starts(name, folder) && str_eq(str_from(name, folder.len), ref))
			return 2 * i + 1 + peeled;
	}
	return 0;
}

static const git_oid *find_ref(const git_remote_head **heads, size_t nheads, str ref)
{
	unsigned best = 0;
	const git_oid *found = NULL;
	for (size_t i = 0; i < nheads; i++) {
		unsigned rank = fits(str_of(heads[i]->name), ref);
		if (rank > best)
			found = &heads[i]->oid;
		best = rank > best ? rank : best;
	}
	return found;
}

static int look_at(struct session *session, git_remote *remote, struct fetch *fetch)
{
	size_t nheads;
	char text[GIT_OID_HEXSZ + 1];
	const git_remote_head **heads;
	str ref = session->options->ref.len ? session->options->ref : S("HEAD");
	git_fetch_options options = fetch_options(session);
	int code = git_remote_connect(
		remote, GIT_DIRECTION_FETCH, &options.callbacks, &options.proxy_opts, NULL);
	if (code < 0)
		return code;
	code = git_remote_ls(&heads, &nheads, remote);
	if (code < 0)
		return code;
	const git_oid *id = find_ref(heads, nheads, ref);
	if (id)
		fetch->id =
			arena_str(session->arena, str_of(git_oid_tostr(text, sizeof(text), id)));
	else
		fetch->result = FETCH_NO_REF;
	return 0;
}

static int run_look(struct session *session, struct fetch *fetch)
{
	git_remote *remote;
	int code = git_remote_create_detached(&remote, session->url);
	if (code < 0)
		return code;
	code = look_at(session, remote, fetch);
	git_remote_disconnect(remote);
	git_remote_free(remote);
	return code;
}

/* --- what went wrong ---------------------------------------------------------------- */

static bool is_network_error(int code)
{
	const git_error *error = git_error_last();
	if (code == GIT_EAUTH || code == GIT_ECERTIFICATE || code == GIT_EUSER || !error)
		return true;
	switch (error->klass) {
	case GIT_ERROR_NET:
	case GIT_ERROR_SSL:
	case GIT_ERROR_SSH:
	case GIT_ERROR_HTTP:
	case GIT_ERROR_OS:
	case GIT_ERROR_CALLBACK:
		return true;
	default:
		return false;
	}
}

/* libgit2 sometimes repeats the address it was given. */
static str without_user(struct session *session, str text)
{
	str url = str_of(session->url), shown = url_shown(session->arena, url);
	size_t at = str_find(text, url);
	if (at == STR_NONE)
		return arena_str(session->arena, text);
	return arena_join(
		session->arena, str_sub(text, 0, at), shown, str_from(text, at + url.len));
}

/* libgit2 says of a clone on this disk that lacks something that some object is not found. */
static void look_for_lack(const struct session *session, struct cause *cause)
{
	git_repository *git;
	const char *scheme = "file://", *url = session->url;
	if (strncmp(url, scheme, strlen(scheme)) != 0 ||
		git_repository_open_ext(
			&git, url + strlen(scheme), GIT_REPOSITORY_OPEN_NO_SEARCH, NULL) < 0)
		return;
	if (git_repository_is_shallow(git) == 1)
		*cause = cause_shallow(str_of(url), session->arena);
	else if (repository_is_partial(git))
		*cause = cause_partial(str_of(url), session->arena);
	git_repository_free(git);
}

/* libgit2 repeats it, with the password, when it can't read it; status pages would show that. */
static bool is_unread_proxy(const struct session *session)
{
	return session->proxy.len && str_find(str_of(git_why()), session->proxy) != STR_NONE;
}

static void explain_proxy(struct session *session, struct fetch *fetch)
{
	str shown = proxy_shown(session->proxy, session->arena);
	fetch->why = arena_printf(
		session->arena, _("the proxy's address can't be read: %.*s"), STR_ARGS(shown));
	fetch->hint = str_of(_("it is http://name:password@host:port; in the name and the "
			       "password, signs such as / and # are written %2F and %23"));
}

static str why_barked(const struct session *session)
{
	if (watchdog_barked(session->dog) == BARK_WHOLE)
		return arena_printf(session->arena, _("the server was not done after %u seconds"),
			session->options->whole_s);
	return arena_printf(session->arena, _("the server said nothing for %u seconds"),
		session->options->silence_s);
}

static void explain(struct session *session, int code, struct fetch *fetch)
{
	str url = str_of(session->url);
	fetch->result = is_network_error(code) ? FETCH_FAILED : FETCH_BROKEN;
	if (watchdog_barked(session->dog)) {
		fetch->result = FETCH_FAILED;
		fetch->why = why_barked(session);
		return;
	}
	if (is_unread_proxy(session)) {
		explain_proxy(session, fetch);
		return;
	}
	struct cause cause =
		cause_of(without_user(session, str_of(git_why())), url, session->arena);
	if (!cause.hint.len)
		look_for_lack(session, &cause);
	fetch->why = cause.why;
	fetch->hint = session->hint.len ? session->hint : cause.hint;
	if (code == GIT_EAUTH && !fetch->hint.len)
		fetch->hint = cause_of_refusal(url);
}

typedef int run_fn(struct session *session, struct fetch *fetch);

static struct fetch run(const struct fetch_job *job, run_fn *fn, struct arena *arena)
{
	struct session session = {
		.job = job, .options = job->options, .arena = arena, .hint = S(""), .proxy = S("")};
	struct fetch fetch = {.why = S(""), .hint = S(""), .id = S("")};
	session.url = arena_cstr(arena, job->options->location);
	git_libgit2_init();
	use_own_authorities();
	session.proxy = proxy_use(job->options->location, arena);
	credentials_init(&session.credentials, job->ask, job->ask_ctx);
	session.dog = watchdog_start(job->options->silence_s, job->options->whole_s);
	int code = fn(&session, &fetch);
	if (code < 0)
		explain(&session, code, &fetch);
	watchdog_stop(session.dog);
	if (code == 0 || code == GIT_EAUTH)
		credentials_settle(&session.credentials, code == 0);
	credentials_release(&session.credentials);
	git_libgit2_shutdown();
	return fetch;
}

struct fetch fetch_all(const struct fetch_job *job, struct arena *arena)
{
	return run(job, run_fetch, arena);
}

struct fetch fetch_look(const struct fetch_job *job, struct arena *arena)
{
	return run(job, run_look, arena);
}
