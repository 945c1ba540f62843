#include "serve/allow.h"

#include "base/ascii.h"
#include "check/policy.h"
#include "serve/overlay.h"

/* What the preview needs, and what decides when there is no such directive (W3C CSP
 * Level 3, 6.8.3). */
static const struct need {
	str address;
	str directives[3]; /* the first is the one to write */
} needs[] = {
	{STR_INIT(OVERLAY_SCRIPT),
		{STR_INIT("script-src-elem"), STR_INIT("script-src"), STR_INIT("default-src")}},
	{STR_INIT(OVERLAY_EVENTS), {STR_INIT("connect-src"), STR_INIT("default-src")}},
	{STR_INIT(OVERLAY_STYLE),
		{STR_INIT("style-src-elem"), STR_INIT("style-src"), STR_INIT("default-src")}},
};

/* The words of a directive, as "'self'"; the first of a name counts. */
static bool find_directive(str policy, str wanted, str *words)
{
	for (str part, rest = policy; str_cut(&rest, ';', &part);) {
		str name;
		*words = str_trim(part);
		str_cut(words, ' ', &name);
		if (str_eq_nocase(name, wanted))
			return true;
	}
	return false;
}

static bool decides(str policy, const struct need *need, str *words)
{
	for (size_t i = 0; i < ARRAY_LEN(need->directives); i++)
		if (need->directives[i].len && find_directive(policy, need->directives[i], words))
			return true;
	return false;
}

static bool has_self(str words)
{
	for (str word; str_cut(&words, ' ', &word);)
		if (str_eq_nocase(word, S("'self'")))
			return true;
	return false;
}

/* A name and a port, nothing that could end the value; [::1] is no source of a policy. */
static bool is_plain_host(str host)
{
	for (size_t i = 0; i < host.len; i++)
		if (!ascii_is_alnum(host.ptr[i]) &&
			str_find_char(S(".:-"), host.ptr[i]) == STR_NONE)
			return false;
	return host.len > 0;
}

static void add_source(struct buf *out, str host, str address)
{
	if (is_plain_host(host))
		buf_printf(out, " http://%.*s%.*s", STR_ARGS(host), STR_ARGS(address));
	else
		buf_adds(out, " 'self'");
}

/* What stands in the way goes first: of two directives of a name the first counts. */
static void widen(struct buf *out, str policy, str host)
{
	str words;
	for (size_t i = 0; i < ARRAY_LEN(needs); i++) {
		if (!decides(policy, &needs[i], &words) || has_self(words))
			continue;
		buf_add(out, needs[i].directives[0]);
		add_source(out, host, needs[i].address);
		buf_adds(out, "; ");
	}
	buf_add(out, policy);
}

void allow_own(struct buf *out, str html, str host)
{
	struct tags tags = {.html = html};
	size_t done = 0;
	for (str name; tag_next(&tags, &name);) {
		str policy = policy_of(&tags);
		if (!policy.len)
			continue;
		size_t start = (size_t)(policy.ptr - html.ptr);
		buf_add(out, str_sub(html, done, start));
		widen(out, policy, host);
		done = start + policy.len;
	}
	buf_add(out, str_from(html, done));
}
