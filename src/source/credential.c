#include <git2.h> /* first: base.h bans a name that it uses */

#include "source/credential.h"

#include "base/messages.h"
#include "sys/file.h"
#include "sys/process.h"

/* Answers are a few lines; more is not from git. */
enum { ANSWER_LIMIT = 64 << 10 };

void credentials_init(struct credentials *credentials, credential_ask_fn *ask, void *ask_ctx)
{
	*credentials = (struct credentials){.ask = ask, .ask_ctx = ask_ctx};
	buf_init_limit(&credentials->filled, ANSWER_LIMIT);
	/* All at once: growing would leave copies of the password behind. */
	buf_reserve(&credentials->filled, ANSWER_LIMIT);
}

void credentials_release(struct credentials *credentials)
{
	explicit_bzero(credentials->filled.data, credentials->filled.len);
	buf_release(&credentials->filled);
}

static int give_up(const char *why)
{
	git_error_set_str(GIT_ERROR_CALLBACK, _(why));
	return GIT_EAUTH;
}

/* --- ssh ---------------------------------------------------------------------------- */

static int key_from_file(struct git_credential **out, const char *user, const char *name)
{
	struct file_info info;
	struct arena arena;
	arena_init(&arena);
	const char *home = getenv("HOME");
	const char *key = arena_printf(&arena, "%s/.ssh/%s", home ? home : "", name).ptr;
	const char *public = arena_printf(&arena, "%s.pub", key).ptr;
	int code = GIT_ENOTFOUND;
	if (file_info(key, &info) == 0 && info.type != FILE_NONE) {
		bool has_public = file_info(public, &info) == 0 && info.type != FILE_NONE;
		code = git_credential_ssh_key_new(out, user, has_public ? public : NULL, key, "");
	}
	arena_release(&arena);
	return code;
}

/* The agent first, then the usual keys, each once. */
static int next_key(struct credentials *credentials, struct git_credential **out, const char *user)
{
	static const char *const names[] = {"id_ed25519", "id_ecdsa", "id_rsa"};
	while (credentials->nkeys <= ARRAY_LEN(names)) {
		unsigned way = credentials->nkeys++;
		if (way == 0 && getenv("SSH_AUTH_SOCK"))
			return git_credential_ssh_key_from_agent(out, user);
		if (way > 0 && key_from_file(out, user, names[way - 1]) == 0)
			return 0;
	}
	return give_up(N_("the server accepts no key of the ssh agent or of ~/.ssh"));
}

/* --- https -------------------------------------------------------------------------- */

bool credential_ask_git(str word, str input, struct buf *answer)
{
	struct arena arena;
	int status;
	arena_init(&arena);
	const char *const argv[] = {"git", "credential", arena_cstr(&arena, word), NULL};
	bool ran = process_run(argv, "GIT_TERMINAL_PROMPT=0", input, answer, &status) == 0;
	arena_release(&arena);
	return ran && status == 0;
}

/* The value of a line "name=value"; ends at the line end. */
static str answer_of(const struct buf *answer, str name)
{
	str line;
	for (str rest = buf_str(answer); str_cut(&rest, '\n', &line);)
		if (str_starts(line, name) && line.len > name.len && line.ptr[name.len] == '=')
			return str_from(line, name.len + 1);
	return S("");
}

static int make_password(struct git_credential **out, str name, str secret)
{
	struct arena arena;
	arena_init(&arena);
	char *copy = arena_zalloc(&arena, secret.len + 1);
	memcpy(copy, secret.ptr, secret.len);
	int code = git_credential_userpass_plaintext_new(out, arena_cstr(&arena, name), copy);
	explicit_bzero(copy, secret.len);
	arena_release(&arena);
	return code;
}

static int password(struct credentials *credentials, struct git_credential **out, const char *url)
{
	struct buf question;
	struct buf *filled = &credentials->filled;
	if (credentials->asked)
		return give_up(
			N_("the server refuses the name or password that git's helper gave"));
	credentials->asked = true;
	buf_init(&question);
	buf_printf(&question, "url=%s\n", url);
	bool known = credentials->ask(credentials->ask_ctx, S("fill"), buf_str(&question), filled);
	buf_release(&question);
	str secret = answer_of(filled, S("password"));
	if (!known || !secret.len)
		return give_up(N_("the server asks for a password, and git's helpers know none"));
	return make_password(out, answer_of(filled, S("username")), secret);
}

void credentials_settle(struct credentials *credentials, bool accepted)
{
	struct buf nothing;
	if (!credentials->filled.len)
		return;
	buf_init(&nothing);
	credentials->ask(credentials->ask_ctx, accepted ? S("approve") : S("reject"),
		buf_str(&credentials->filled), &nothing);
	buf_release(&nothing);
}

int credentials_next(struct credentials *credentials, struct git_credential **out, const char *url,
	const char *user, unsigned allowed)
{
	const char *login = getenv("USER");
	const char *name = user ? user : login ? login : "git";
	if (allowed & GIT_CREDENTIAL_USERNAME)
		return git_credential_username_new(out, name);
	if (allowed & GIT_CREDENTIAL_SSH_KEY)
		return next_key(credentials, out, name);
	if (allowed & GIT_CREDENTIAL_USERPASS_PLAINTEXT)
		return password(credentials, out, url);
	return give_up(N_("the server wants a kind of proof that tilts does not have"));
}
