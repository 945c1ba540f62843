#include "markdown/wording.h"

#include "base/ascii.h"
#include "base/path.h"
#include "base/sixteen.h"
#include "base/slug.h"
#include "base/utf8.h"
#include "markdown/mismatch.h"
#include "markdown/place.h"
#include "markdown/plain.h"

/* WCAG 2.4.4: people who listen go from link to link, and hear only these. As slugs, so that
 * capitals and signs do not matter: "ŠEIT", "Read more…". */
static const str empty_words[] = {STR_INIT("seit"), STR_INIT("te"), STR_INIT("saite"),
	STR_INIT("si-saite"), STR_INIT("spied-seit"), STR_INIT("spiediet-seit"),
	STR_INIT("klikskini-seit"), STR_INIT("klikskiniet-seit"), STR_INIT("lasi-vairak"),
	STR_INIT("lasiet-vairak"), STR_INIT("lasit-vairak"), STR_INIT("uzzini-vairak"),
	STR_INIT("uzziniet-vairak"), STR_INIT("vairak"), STR_INIT("here"), STR_INIT("click-here"),
	STR_INIT("this-link"), STR_INIT("read-more"), STR_INIT("learn-more"), STR_INIT("more"),
	STR_INIT("zdes"), STR_INIT("tut"), STR_INIT("ssylka"), STR_INIT("nazhmite-zdes"),
	STR_INIT("podrobnee"), STR_INIT("chitat-dalshe"), STR_INIT("chitat-dalee")};

/* Longer than all of them as they are written, in bytes. */
#define EMPTY_MAX 40

/* A slug of two letters of ASCII begins with them; of others nothing is known yet. */
static bool may_be_empty(str text)
{
	if (text.len < 2 || text.len > EMPTY_MAX)
		return false;
	char first = text.ptr[0] | 0x20, second = text.ptr[1] | 0x20;
	if (!ascii_is_letter(text.ptr[0]) || !ascii_is_letter(text.ptr[1]))
		return true;
	for (size_t i = 0; i < ARRAY_LEN(empty_words); i++)
		if (empty_words[i].ptr[0] == first && empty_words[i].ptr[1] == second)
			return true;
	return false;
}

static bool is_empty(str text, struct arena *scratch)
{
	if (!may_be_empty(text))
		return false;
	str slug = slug_make(scratch, text);
	for (size_t i = 0; i < ARRAY_LEN(empty_words); i++)
		if (str_eq(slug, empty_words[i]))
			return true;
	return false;
}

/* Keys of a query by which a campaign, or the one who sends a link, is told. */
static bool is_tracker(str key)
{
	static const str names[] = {
		STR_INIT("fbclid"), STR_INIT("gclid"), STR_INIT("mc_eid"), STR_INIT("igshid")};
	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		if (str_eq(key, names[i]))
			return true;
	return str_starts(key, S("utm_"));
}

static void report_mismatch(struct document *doc, const struct node *link, str text)
{
	if (!document_reports(doc, DIAG_LINK_DIFFERS))
		return;
	diag_add(doc->diags, DIAG_LINK_DIFFERS, place_link(doc, link->origin),
		"readers see '%.*s', and the link leads elsewhere", STR_ARGS(text));
	diag_note(doc->diags, SPAN_NONE, "one of the two is wrong: correct it");
}

static void check_words(struct document *doc, const struct node *link)
{
	struct buf words;
	buf_init(&words);
	str text = str_trim(plain_words(link, &words));
	if (is_empty(text, doc->scratch) && document_reports(doc, DIAG_LINK_WORDS)) {
		diag_add(doc->diags, DIAG_LINK_WORDS, place_link(doc, link->origin),
			"'%.*s' does not say where this link leads", STR_ARGS(text));
		diag_note(doc->diags, SPAN_NONE,
			"link the words that name it: [How to apply for a visit](…)");
	}
	if (mismatch_is(text, str_of(cmark_node_get_url(link->origin))))
		report_mismatch(doc, link, text);
	buf_release(&words);
}

str wording_tracker(str url)
{
	size_t query = str_find_char(url, '?');
	if (query == STR_NONE)
		return S("");
	url = str_sub(url, 0, str_find_char(url, '#'));
	for (str pair, key, rest = str_from(url, query + 1); str_cut(&rest, '&', &pair);) {
		str_cut(&pair, '=', &key);
		if (is_tracker(key))
			return key;
	}
	return S("");
}

void wording_report_tracker(str tracker, struct span span, struct diags *diags)
{
	diag_add(diags, DIAG_LINK_TRACKED, span,
		"this address tells from where a reader comes: '%.*s'", STR_ARGS(tracker));
	diag_note(diags, SPAN_NONE, "take that part out, behind '?' or '&'");
}

static void check_trackers(struct document *doc, cmark_node *link)
{
	str tracker = wording_tracker(str_of(cmark_node_get_url(link)));
	if (tracker.len && document_reports(doc, DIAG_LINK_TRACKED))
		wording_report_tracker(tracker, place_link(doc, link), doc->diags);
}

/* No small letter among so many, each a byte at least, and a word longer than abbreviations are:
 * "VSAA, PMLP, NVA" is no shouting. */
#define CAPITALS_MIN  25
#define CAPITALS_WORD 6

static bool is_letter(uint32_t c)
{
	return c < 0x80 ? ascii_is_letter((int)c) : c >= 0xc0 && c <= 0x45f;
}

static bool is_shouted(str text)
{
	size_t letters = 0, of_word = 0, most = 0;
	for (size_t at = 0; at < text.len;) {
		uint32_t c = utf8_next(text, &at);
		if (utf8_is_lower(c))
			return false;
		of_word = is_letter(c) ? of_word + 1 : 0;
		letters += is_letter(c);
		most = of_word > most ? of_word : most;
	}
	return letters >= CAPITALS_MIN && most >= CAPITALS_WORD;
}

/* What nearly all texts do. */
static bool begins_small(str text)
{
	return sixteen_any(sixteen_below(sixteen_at(text.ptr) - 'a', 26));
}

_Static_assert(CAPITALS_MIN >= sizeof(sixteen), "so many are looked at at once");

void wording_check_capitals(struct document *doc, const struct node *block, str text)
{
	if (text.len < CAPITALS_MIN || begins_small(text) || !is_shouted(text) ||
		!document_reports(doc, DIAG_TEXT_CAPITALS))
		return;
	diag_add(doc->diags, DIAG_TEXT_CAPITALS, place_words(doc, block->origin, text),
		"this is written in capitals");
	diag_note(doc->diags, SPAN_NONE,
		"write small letters; what is important stands between two stars: **important**");
}

static bool holds_figure(str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (ascii_is_digit(text.ptr[i]))
			return true;
	return false;
}

/* WCAG F30: a kind of thing, or the name that a camera gave the file. */
static bool says_nothing(str alt, str url, struct arena *scratch)
{
	static const str kinds[] = {STR_INIT("foto"), STR_INIT("fotografija"), STR_INIT("attels"),
		STR_INIT("bilde"), STR_INIT("zimejums"), STR_INIT("photo"), STR_INIT("picture"),
		STR_INIT("image"), STR_INIT("drawing"), STR_INIT("fotografiya"),
		STR_INIT("kartinka"), STR_INIT("izobrazhenie"), STR_INIT("risunok")};
	str file = path_name(url), slug;
	if (alt.len > EMPTY_MAX && alt.len > file.len)
		return false;
	slug = slug_make(scratch, alt);
	for (size_t i = 0; i < ARRAY_LEN(kinds); i++)
		if (str_eq(slug, kinds[i]))
			return true;
	/* The name of karte.svg may be a word that says it. */
	return str_eq_nocase(alt, file) ||
	       (str_eq_nocase(alt, path_stem(file)) && holds_figure(alt));
}

void wording_check_picture(struct document *doc, const struct node *picture, str alt)
{
	str url = str_of(cmark_node_get_url(picture->origin));
	if (!alt.len || !says_nothing(alt, url, doc->scratch) ||
		!document_reports(doc, DIAG_IMAGE_WORDS))
		return;
	diag_add(doc->diags, DIAG_IMAGE_WORDS, place_link(doc, picture->origin),
		"'%.*s' does not say what the picture shows", STR_ARGS(alt));
	diag_note(doc->diags, SPAN_NONE,
		"write between the brackets what one has to know who does not see it");
}

void wording_check(struct document *doc, const struct node *link)
{
	check_words(doc, link);
	check_trackers(doc, link->origin);
}
