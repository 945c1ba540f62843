#include "markdown/link.h"

#include "base/address.h"
#include "base/ascii.h"
#include "base/messages.h"
#include "base/sixteen.h"
#include "markdown/place.h"
#include "markdown/plain.h"

struct scheme {
	str name;
	enum link_kind kind;
};

static const struct scheme schemes[] = {
	{STR_INIT("http"), LINK_WEB},
	{STR_INIT("https"), LINK_WEB},
	{STR_INIT("mailto"), LINK_OTHER},
	{STR_INIT("tel"), LINK_PHONE},
	{STR_INIT("sms"), LINK_OTHER},
	{STR_INIT("geo"), LINK_OTHER},
	{STR_INIT("webcal"), LINK_OTHER},
	{STR_INIT("record"), LINK_LOCAL},
	{STR_INIT("lang"), LINK_WORDS},
};

static bool is_slash(char c)
{
	return c == '/' || c == '\\';
}

static bool is_protocol_relative(str url)
{
	return url.len > 1 && is_slash(url.ptr[0]) && is_slash(url.ptr[1]);
}

/* RFC 3986, section 3.1, without the colon; empty: the address is relative. */
static str scheme_of(str url)
{
	size_t i = 0;
	while (i < url.len &&
		(ascii_is_letter(url.ptr[i]) ||
			(i > 0 && (ascii_is_digit(url.ptr[i]) || strchr("+-.", url.ptr[i])))))
		i++;
	return i < url.len && url.ptr[i] == ':' ? str_sub(url, 0, i) : S("");
}

static sixteen controls_of(sixteen c)
{
	return (sixteen)((c < 0x20) | (c == 0x7f));
}

enum link_kind link_kind_of(str url)
{
	url = str_trim(url);
	str scheme = scheme_of(url);
	if (sixteen_search(url, controls_of) || is_protocol_relative(url))
		return LINK_REFUSED;
	if (str_is_empty(scheme))
		return LINK_LOCAL;
	for (size_t i = 0; i < ARRAY_LEN(schemes); i++)
		if (str_eq_nocase(schemes[i].name, scheme))
			return schemes[i].kind;
	return LINK_REFUSED;
}

static void report_refused(struct document *doc, cmark_node *link, str url)
{
	str names[ARRAY_LEN(schemes)];
	struct span span = place_link(doc, link);
	str scheme = scheme_of(url);
	if (!document_reports(doc, DIAG_LINK_SCHEME))
		return;
	if (ascii_control_at(url) != STR_NONE) {
		diag_add(doc->diags, DIAG_LINK_SCHEME, span, "a control character in an address");
		return;
	}
	if (is_protocol_relative(url)) {
		diag_add(doc->diags, DIAG_LINK_SCHEME, span,
			"an address that begins with '//' needs its scheme");
		diag_note(doc->diags, SPAN_NONE, "write 'https:' before it");
		return;
	}
	if (scheme.len == 1 || str_eq_nocase(scheme, S("file"))) {
		diag_add(doc->diags, DIAG_LINK_SCHEME, span,
			"this address leads to a disk of your own machine");
		diag_note(doc->diags, SPAN_NONE,
			"readers can't get there: put the file into media/, or link the page's "
			"file: ../folder/page.md");
		return;
	}
	for (size_t i = 0; i < ARRAY_LEN(schemes); i++)
		names[i] = schemes[i].name;
	diag_add(doc->diags, DIAG_LINK_SCHEME, span, "addresses with '%.*s:' are not allowed",
		STR_ARGS(str_sub(scheme, 0, 40)));
	diag_suggest(doc->diags, scheme, names, ARRAY_LEN(names));
}

static void report_remote(struct document *doc, cmark_node *picture)
{
	struct span span = place_link(doc, picture);
	if (!document_reports(doc, DIAG_IMAGE_REMOTE))
		return;
	diag_add(doc->diags, DIAG_IMAGE_REMOTE, span, "a picture from another server");
	diag_note(doc->diags, SPAN_NONE, "put a copy into media/");
}

struct fault {
	const char *what;
	const char *hint;
};

static const struct fault faults[] = {
	[ADDRESS_GOOD] = {NULL, NULL},
	[ADDRESS_SLASHES] = {N_("this address lacks a slash"), N_("write https://www.example.lv/")},
	[ADDRESS_HOST] = {N_("no host can have this name"),
		N_("behind https:// stand words with dots between them: www.example.lv")},
	[ADDRESS_NEAR] = {N_("this address leads to your own machine or network"),
		N_("readers can't get there; link the page's file: ../folder/page.md")},
	[ADDRESS_DETOUR] = {N_("this address leads through a server that learns who follows it"),
		N_("open the link and copy the address of the page that comes")},
	[ADDRESS_MAIL] = {N_("this is no e-mail address"),
		N_("write mailto:name@example.lv, without spaces and letters with marks")},
	[ADDRESS_PHONE] = {N_("this is no phone number"), N_("write tel:+37167123456")},
};

static bool check_address(struct document *doc, cmark_node *link, str url)
{
	const struct fault *fault = &faults[address_check(url)];
	/* A value of a record can't be named here: who fills them in says so. */
	if (!fault->what || str_find_char(url, '{') != STR_NONE)
		return true;
	if (!document_reports(doc, DIAG_LINK_ADDRESS))
		return false;
	diag_add(doc->diags, DIAG_LINK_ADDRESS, place_link(doc, link), "%s", _(fault->what));
	diag_note(doc->diags, SPAN_NONE, "%s", _(fault->hint));
	return false;
}

/* Letters, and '-' before more of them: ru, zh-Hant. */
static bool is_language_tag(str tag)
{
	for (size_t i = 0; i < tag.len; i++)
		if (!ascii_is_letter(tag.ptr[i]) && (tag.ptr[i] != '-' || i == 0))
			return false;
	return tag.len > 1 && tag.ptr[tag.len - 1] != '-';
}

static bool words_resolve(struct document *doc, cmark_node *words, struct markdown_link *out)
{
	out->href = str_from(out->href, strlen("lang:"));
	if (is_language_tag(out->href))
		return true;
	if (!document_reports(doc, DIAG_WORDS_LANGUAGE))
		return false;
	diag_add(doc->diags, DIAG_WORDS_LANGUAGE, place_link(doc, words), "'%.*s' is no language",
		STR_ARGS(str_sub(out->href, 0, 40)));
	diag_note(doc->diags, SPAN_NONE, "write its code: lang:lv, lang:ru, lang:en");
	return false;
}

bool link_resolve(struct document *doc, const struct markdown_hooks *hooks, cmark_node *link,
	struct markdown_link *out, enum link_kind *kind)
{
	str url = str_trim(str_of(cmark_node_get_url(link)));
	bool picture = node_is(link, CMARK_NODE_IMAGE);
	*out = (struct markdown_link){.href = url};
	*kind = link_kind_of(url);
	if (*kind == LINK_REFUSED) {
		report_refused(doc, link, url);
		return false;
	}
	if (picture && *kind != LINK_LOCAL) {
		report_remote(doc, link);
		return false;
	}
	if (*kind == LINK_WORDS)
		return words_resolve(doc, link, out);
	if (*kind != LINK_LOCAL && !check_address(doc, link, url))
		return false;
	if (*kind == LINK_OTHER || !hooks || !hooks->link)
		return true;
	return hooks->link(hooks->ctx, url, picture, (struct markdown_place){doc, link}, out);
}
