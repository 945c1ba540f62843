#include "check/privacy.h"

#include <stdlib.h>

#include "base/messages.h"
#include "base/path.h"
#include "base/vec.h"
#include "check/host.h"
#include "check/policy.h"
#include "check/tag.h"

/* --- findings ----------------------------------------------------------------------- */

struct finding {
	enum diag_id id;
	bool lack; /* a page has too little, not too much */
	str what;
	str path; /* the first file with it, by name */
	size_t nfiles;
};

/* One file being looked at. */
struct scan {
	struct privacy *privacy;
	str path;
	bool page;     /* HTML, not SVG */
	bool loads;    /* something that a policy governs has come */
	bool policy;   /* a strict policy came before that */
	bool referrer; /* no-referrer or same-origin */
};

static struct finding *find(struct scan *scan, enum diag_id id, str what)
{
	struct privacy *privacy = scan->privacy;
	struct finding *finding = map_get(&privacy->findings, what);
	if (!finding) {
		finding = ARENA_NEW(&privacy->arena, struct finding);
		finding->id = id;
		finding->what = arena_str(&privacy->arena, what);
		map_put(&privacy->findings, finding->what, finding);
	}
	if (!finding->nfiles++ || str_cmp(scan->path, finding->path) < 0)
		finding->path = arena_str(&privacy->arena, scan->path);
	return finding;
}

static void lack(struct scan *scan, enum diag_id id, str what)
{
	find(scan, id, what)->lack = true;
}

#define SHOWN_MAX 120

static void find_named(struct scan *scan, enum diag_id id, const char *verb, str name)
{
	struct arena arena;
	arena_init(&arena);
	find(scan, id,
		arena_printf(&arena, "%s '%.*s'", _(verb), STR_ARGS(str_sub(name, 0, SHOWN_MAX))));
	arena_release(&arena);
}

static void find_value(struct scan *scan, enum diag_id id, const char *verb, str element,
	const struct attribute *at)
{
	struct arena arena;
	arena_init(&arena);
	find(scan, id,
		arena_printf(&arena, "%s <%.*s %.*s=\"%.*s\">", _(verb), STR_ARGS(element),
			STR_ARGS(at->name), STR_ARGS(str_sub(at->value, 0, SHOWN_MAX))));
	arena_release(&arena);
}

/* --- tags: attributes that load, attributes that run -------------------------------- */

enum use {
	USE_NONE,
	USE_LOAD,     /* an address that is asked for */
	USE_LIST,     /* several, as in srcset */
	USE_GO,       /* href: loads, but on links for people */
	USE_RUN,      /* code or style inside the page */
	USE_REFERRER, /* how much of this page's address is told */
};

struct attribute_use {
	str name;
	enum use use;
};

/* By the length of the name, since most attributes are none of these; each row ends in an empty
 * one. */
static const struct attribute_use uses[][5] = {
	[3] = {{STR_INIT("src"), USE_LOAD}},
	[4] = {{STR_INIT("href"), USE_GO}, {STR_INIT("ping"), USE_LOAD},
		{STR_INIT("data"), USE_LOAD}},
	[5] = {{STR_INIT("style"), USE_RUN}},
	[6] = {{STR_INIT("srcset"), USE_LIST}, {STR_INIT("srcdoc"), USE_RUN},
		{STR_INIT("poster"), USE_LOAD}, {STR_INIT("action"), USE_LOAD}},
	[8] = {{STR_INIT("manifest"), USE_LOAD}},
	[10] = {{STR_INIT("xlink:href"), USE_GO}, {STR_INIT("background"), USE_LOAD},
		{STR_INIT("formaction"), USE_LOAD}},
	[11] = {{STR_INIT("imagesrcset"), USE_LIST}},
	[14] = {{STR_INIT("referrerpolicy"), USE_REFERRER}},
};

static enum use use_of(str name)
{
	if (name.len > 2 && (name.ptr[0] | 0x20) == 'o' && (name.ptr[1] | 0x20) == 'n')
		return USE_RUN;
	if (name.len >= ARRAY_LEN(uses))
		return USE_NONE;
	for (const struct attribute_use *known = uses[name.len]; known->name.len; known++)
		if (tag_is_named(name, known->name))
			return known->use;
	return USE_NONE;
}

/* What <link rel> only tells, and no browser loads. */
static bool only_tells(str rel)
{
	static const str words[] = {STR_INIT("canonical"), STR_INIT("alternate"), STR_INIT("next"),
		STR_INIT("prev"), STR_INIT("license"), STR_INIT("author"), STR_INIT("help"),
		STR_INIT("search"), STR_INIT("me")};
	bool known = false;
	for (str word, rest = rel; str_cut(&rest, ' ', &word);) {
		known = false;
		for (size_t i = 0; i < ARRAY_LEN(words) && !known; i++)
			known = str_eq_nocase(words[i], word);
		if (!known)
			break;
	}
	return known;
}

/* The attributes that tell what a <link>, <meta> or <script> does. */
struct facts {
	str rel, href, type, http_equiv, name, content;
	bool has_src;
};

static void note_fact(struct facts *facts, const struct attribute *at)
{
	if (tag_is_named(at->name, S("rel")))
		facts->rel = at->value;
	else if (tag_is_named(at->name, S("href")))
		facts->href = at->value;
	else if (tag_is_named(at->name, S("type")))
		facts->type = at->value;
	else if (tag_is_named(at->name, S("http-equiv")))
		facts->http_equiv = at->value;
	else if (tag_is_named(at->name, S("name")))
		facts->name = at->value;
	else if (tag_is_named(at->name, S("content")))
		facts->content = at->value;
	else if (tag_is_named(at->name, S("src")))
		facts->has_src = true;
}

static bool is_private_referrer(str policy)
{
	return str_eq_nocase(policy, S("no-referrer")) || str_eq_nocase(policy, S("same-origin"));
}

static bool is_foreign(const struct scan *scan, str address)
{
	return host_is_foreign(address, scan->privacy->origin);
}

/* Nearly all addresses of a page begin with a slash, or name a place in it. */
static bool runs(str address)
{
	bool leads = address.len && (address.ptr[0] == '/' || address.ptr[0] == '#');
	return !leads && str_eq_nocase(str_sub(str_trim(address), 0, 11), S("javascript:"));
}

static void look_at_href(struct scan *scan, str element, const struct attribute *at)
{
	bool link = tag_is_named(element, S("a")) || tag_is_named(element, S("area"));
	if (!link && !tag_is_named(element, S("link")) && is_foreign(scan, at->value))
		find_value(scan, DIAG_PRIVACY_HOST, N_("loads"), element, at);
	if (link && runs(at->value))
		find_value(scan, DIAG_PRIVACY_INLINE, N_("holds"), element, at);
}

static void look_at(struct scan *scan, str element, const struct attribute *at)
{
	str origin = scan->privacy->origin;
	switch (use_of(at->name)) {
	case USE_NONE:
		break;
	case USE_LOAD:
		if (is_foreign(scan, at->value))
			find_value(scan, DIAG_PRIVACY_HOST, N_("loads"), element, at);
		break;
	case USE_LIST:
		if (host_is_foreign_any(at->value, origin))
			find_value(scan, DIAG_PRIVACY_HOST, N_("loads"), element, at);
		break;
	case USE_GO:
		look_at_href(scan, element, at);
		break;
	case USE_RUN:
		if (scan->page || !str_eq_nocase(at->name, S("style")))
			find_value(scan, DIAG_PRIVACY_INLINE, N_("holds"), element, at);
		break;
	case USE_REFERRER:
		if (!is_private_referrer(at->value))
			find_value(scan, DIAG_PRIVACY_REFERRER, N_("tells"), element, at);
		break;
	}
}

static void look_at_text(struct scan *scan, str text);

/* Data in a <script> does not run. */
static bool is_data(str type)
{
	return str_eq_nocase(type, S("application/ld+json")) ||
	       str_eq_nocase(type, S("application/json"));
}

static void look_at_meta(struct scan *scan, const struct facts *facts)
{
	if (str_eq_nocase(facts->http_equiv, S("content-security-policy")) && !scan->loads)
		scan->policy |= policy_is_strict(facts->content);
	if (str_eq_nocase(facts->name, S("referrer")))
		scan->referrer = is_private_referrer(facts->content);
	if (!str_eq_nocase(facts->http_equiv, S("refresh")))
		return;
	size_t url = str_find_char(facts->content, '=');
	if (url != STR_NONE && is_foreign(scan, str_from(facts->content, url + 1)))
		find_value(scan, DIAG_PRIVACY_HOST, N_("goes to"), S("meta"),
			&(struct attribute){S("content"), facts->content});
}

static void look_at_whole(struct scan *scan, str element, const struct facts *facts, str text)
{
	bool script = tag_is_named(element, S("script")), style = tag_is_named(element, S("style"));
	bool link = tag_is_named(element, S("link"));
	if (script && !facts->has_src && !is_data(facts->type))
		find(scan, DIAG_PRIVACY_INLINE, str_of(_("holds a <script> without src")));
	if (style && scan->page)
		find(scan, DIAG_PRIVACY_INLINE, str_of(_("holds a <style>")));
	if (style)
		look_at_text(scan, text);
	if (link && !only_tells(facts->rel) && is_foreign(scan, facts->href))
		find_value(scan, DIAG_PRIVACY_HOST, N_("loads"), element,
			&(struct attribute){S("href"), facts->href});
	if (tag_is_named(element, S("meta")))
		look_at_meta(scan, facts);
	scan->loads |= script || style || (link && !only_tells(facts->rel));
}

/* Elements whose attributes tell only together what they do. */
static bool has_facts(str element)
{
	switch (element.len) {
	case 4:
		return tag_is_named(element, S("link")) || tag_is_named(element, S("meta"));
	case 5:
		return tag_is_named(element, S("style"));
	case 6:
		return tag_is_named(element, S("script"));
	default:
		return false;
	}
}

static void scan_tags(struct scan *scan, str html)
{
	const struct privacy *privacy = scan->privacy;
	struct tags tags = {.html = html,
		.xml = !scan->page,
		.skim = true,
		.own = privacy->quiet.items,
		.nown = scan->page ? privacy->quiet.len : 0};
	for (str element; tag_next(&tags, &element);) {
		bool whole = has_facts(element);
		struct facts facts;
		if (whole)
			facts = (struct facts){.has_src = false};
		for (struct attribute at; tag_attribute(&tags, &at);) {
			look_at(scan, element, &at);
			if (whole)
				note_fact(&facts, &at);
		}
		if (whole)
			look_at_whole(scan, element, &facts, tag_text(&tags));
	}
}

static void scan_page(struct scan *scan, str html)
{
	scan->page = true;
	scan_tags(scan, html);
	if (!scan->policy)
		lack(scan, DIAG_PRIVACY_POLICY, str_of(_("has no strict Content-Security-Policy")));
	if (!scan->referrer)
		lack(scan, DIAG_PRIVACY_REFERRER, str_of(_("does not say 'no-referrer'")));
}

/* --- style sheets and scripts ------------------------------------------------------- */

static void look_at_text(struct scan *scan, str text)
{
	size_t at = 0;
	for (str address; host_find_foreign(text, scan->privacy->origin, &at, &address);)
		find_named(scan, DIAG_PRIVACY_HOST, N_("names"), address);
}

static void scan_style(struct scan *scan, str css)
{
	look_at_text(scan, css);
}

static void scan_script(struct scan *scan, str script)
{
	static const str stores[] = {STR_INIT(".cookie"), STR_INIT("cookieStore"),
		STR_INIT("localStorage"), STR_INIT("sessionStorage"), STR_INIT("indexedDB"),
		STR_INIT("openDatabase"), STR_INIT("sendBeacon")};
	look_at_text(scan, script);
	for (size_t i = 0; i < ARRAY_LEN(stores); i++)
		if (str_find(script, stores[i]) != STR_NONE)
			find_named(scan, DIAG_PRIVACY_STORAGE, N_("uses"), stores[i]);
}

/* --- files -------------------------------------------------------------------------- */

typedef void scan_fn(struct scan *scan, str bytes);

static scan_fn *scanner_of(str path)
{
	static const struct {
		str ext;
		scan_fn *fn;
	} scanners[] = {
		{STR_INIT("html"), scan_page},
		{STR_INIT("htm"), scan_page},
		{STR_INIT("xhtml"), scan_page},
		{STR_INIT("svg"), scan_tags},
		{STR_INIT("css"), scan_style},
		{STR_INIT("js"), scan_script},
		{STR_INIT("mjs"), scan_script},
	};
	str ext = path_ext(path);
	for (size_t i = 0; i < ARRAY_LEN(scanners); i++)
		if (str_eq_nocase(scanners[i].ext, ext))
			return scanners[i].fn;
	return NULL;
}

bool privacy_wants(str path)
{
	return scanner_of(path) != NULL;
}

void privacy_scan(struct privacy *privacy, str path, str bytes)
{
	struct scan scan = {.privacy = privacy, .path = path};
	privacy->quiet.len = 0;
	scan_fn *fn = scanner_of(path);
	if (fn)
		fn(&scan, bytes);
}

/* A tag behind a text, which is met at its place when the text leaves the walk between tags. */
#define PROBE "<link>"

/* Would a walk that comes to this text between tags find nothing there that counts, whatever
 * stands before, and go on between tags? */
static bool is_quiet(const struct privacy *privacy, str text)
{
	struct privacy own = {.origin = privacy->origin};
	struct scan scan = {.privacy = &own, .path = S(""), .page = true};
	arena_init(&own.arena);
	struct tags tags = {.skim = true, .html = arena_join(&own.arena, text, S(PROBE), S(""))};
	const char *probe = tags.html.ptr + text.len + 1;
	str element = S("");
	while (tag_next(&tags, &element) && !has_facts(element))
		for (struct attribute at; tag_attribute(&tags, &at);)
			look_at(&scan, element, &at);
	bool quiet = element.ptr == probe && !own.findings.len && !str_ends(text, S("<"));
	privacy_release(&own);
	return quiet;
}

static bool may_be_passed(const struct privacy *privacy, struct stocked *part)
{
	if (part && atomic_load(&part->heard) == STOCK_UNKNOWN)
		atomic_store(
			&part->heard, is_quiet(privacy, part->text) ? STOCK_QUIET : STOCK_LOUD);
	return !part || atomic_load(&part->heard) == STOCK_QUIET;
}

void privacy_scan_page(struct privacy *privacy, str path, str html, const stretch_list *stretches)
{
	struct scan scan = {.privacy = privacy, .path = path};
	privacy->quiet.len = 0;
	for (size_t i = 0; i < stretches->len; i++) {
		struct stretch stretch = stretches->items[i];
		if (may_be_passed(privacy, stretch.part))
			VEC_PUSH(&privacy->quiet,
				str_sub(html, stretch.at, stretch.at + stretch.len));
	}
	scan_page(&scan, html);
}

void privacy_init(struct privacy *privacy, str base_url)
{
	*privacy = (struct privacy){.origin = host_origin(base_url)};
	arena_init(&privacy->arena);
}

void privacy_release(struct privacy *privacy)
{
	map_release(&privacy->findings);
	VEC_FREE(&privacy->quiet);
	arena_release(&privacy->arena);
}

/* --- the report --------------------------------------------------------------------- */

static const char *what_to_do(enum diag_id id)
{
	switch (id) {
	case DIAG_PRIVACY_HOST:
		return _("put a copy into templates/assets/ or media/ and use that");
	case DIAG_PRIVACY_INLINE:
		return _("write it into a file of templates/assets/");
	case DIAG_PRIVACY_STORAGE:
		return _("nothing about a visitor is kept, not even on their own device");
	case DIAG_PRIVACY_POLICY:
		return _("before all scripts and styles: <meta "
			 "http-equiv=\"Content-Security-Policy\" "
			 "content=\"default-src 'none'; style-src 'self'; script-src 'self'; "
			 "img-src 'self'\">");
	default:
		return "<meta name=\"referrer\" content=\"no-referrer\">";
	}
}

static void merge(struct map *all, const struct finding *finding, struct arena *arena)
{
	struct finding *before = map_get(all, finding->what);
	if (!before) {
		before = ARENA_NEW(arena, struct finding);
		*before = *finding;
		map_put(all, before->what, before);
		return;
	}
	before->nfiles += finding->nfiles;
	if (str_cmp(finding->path, before->path) < 0)
		before->path = finding->path;
}

static void report(const struct finding *finding, struct diags *diags)
{
	diag_add(diags, finding->id, SPAN_NONE, "/%.*s %.*s", STR_ARGS(finding->path),
		STR_ARGS(finding->what));
	if (finding->nfiles > 1)
		diag_note(diags, SPAN_NONE, "and %zu more like it", finding->nfiles - 1);
	diag_note(diags, SPAN_NONE, "%s", what_to_do(finding->id));
}

void privacy_report(const struct privacy *threads, size_t nthreads, bool whole, struct diags *diags)
{
	struct map all = {0};
	struct arena arena;
	arena_init(&arena);
	for (size_t t = 0; t < nthreads; t++)
		for (size_t i = 0; i < threads[t].findings.len; i++) {
			const struct finding *finding = threads[t].findings.entries[i].value;
			if (whole || !finding->lack)
				merge(&all, finding, &arena);
		}
	for (size_t i = 0; i < all.len; i++)
		report(all.entries[i].value, diags);
	map_release(&all);
	arena_release(&arena);
}
