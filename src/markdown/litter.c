#include "markdown/litter.h"

#include "base/messages.h"
#include "base/phone.h"
#include "base/sixteen.h"
#include "diag/conflict.h"
#include "diag/letters.h"
#include "diag/phone.h"
#include "diag/unfinished.h"

static void check_conflict(struct document *doc, str line)
{
	size_t at = document_offset(doc, line);
	if (str_starts(line, S("<<<<<<< ")) && document_reports(doc, DIAG_MARKUP_UNREAD))
		conflict_tell(
			doc->diags, DIAG_MARKUP_UNREAD, document_span(doc, at, at + line.len));
}

static sixteen controls_of(sixteen c)
{
	return (sixteen)(((c < 0x20) & (c != '\t') & (c != '\n') & (c != '\r')) | (c == 0x7f));
}

/* What all files are: one look spares the lines theirs. */
static bool is_clean(const struct document *doc)
{
	return !doc->torn && !sixteen_search(doc->text, controls_of);
}

static bool is_control(char c)
{
	return sixteen_search(str_n(&c, 1), controls_of);
}

static sixteen leads_of_invisible(sixteen c)
{
	return sixteen_is(c, '\xc2') | sixteen_is(c, '\xe2') | sixteen_is(c, '\xef');
}

/* U+00AD, U+200B, U+2060, U+FEFF: once a text, for whoever pastes one pastes many. */
static void check_invisible(struct document *doc)
{
	static const str signs[] = {STR_INIT("\xc2\xad"), STR_INIT("\xe2\x80\x8b"),
		STR_INIT("\xe2\x81\xa0"), STR_INIT("\xef\xbb\xbf")};
	if (!sixteen_search(doc->text, leads_of_invisible))
		return;
	for (size_t i = 0; i < ARRAY_LEN(signs); i++) {
		size_t at = str_find(doc->text, signs[i]);
		if (at == STR_NONE)
			continue;
		document_tell(doc, DIAG_TEXT_INVISIBLE, str_sub(doc->text, at, at + signs[i].len),
			i ? N_("a sign without width stands here, which nobody sees")
			  : N_("a soft hyphen stands here, which nobody sees"),
			N_("take it out, and all others of the text: search does not find such "
			   "words"));
		return;
	}
}

/* Once a text: they came together. */
static void check_letters(struct document *doc)
{
	str where;
	enum letters_fault fault = letters_find(doc->text, &where);
	if (fault == LETTERS_GOOD || !document_reports(doc, letters_diag(fault)))
		return;
	size_t at = document_offset(doc, where);
	letters_report(doc->diags, fault, document_span(doc, at, at + where.len), where);
}

/* Numbers that nobody can call; what is one can be tapped. */
static void check_phones(struct document *doc)
{
	str phone;
	for (str rest = doc->text; (phone = phone_find_broken(rest)).len;) {
		size_t at = document_offset(doc, phone);
		rest = str_from(doc->text, at + phone.len);
		if (!document_reports(doc, DIAG_PHONE_NUMBER))
			return;
		phone_report(doc->diags, document_span(doc, at, at + phone.len), phone);
	}
}

/* Once a text: who leaves one note looks for the others. */
static void check_unfinished(struct document *doc)
{
	str words = unfinished_find(doc->text);
	size_t at = words.len ? document_offset(doc, words) : 0;
	if (words.len && document_reports(doc, DIAG_TEXT_UNFINISHED))
		unfinished_report(doc->diags, document_span(doc, at, at + words.len), words);
}

/* Once a line: they came together. */
static void check_controls(struct document *doc, str line)
{
	size_t at = 0;
	while (at < line.len && !is_control(line.ptr[at]))
		at++;
	if (at < line.len)
		document_tell(doc, DIAG_TEXT_CHARACTER, str_sub(line, at, at + 1),
			N_("a control character stands here"),
			N_("take it out; most editors don't show it, it came with text from a "
			   "document"));
}

void litter_check(struct document *doc)
{
	check_invisible(doc);
	check_phones(doc);
	check_letters(doc);
	check_unfinished(doc);
	if (is_clean(doc))
		return;
	for (size_t n = 1; n <= doc->lines.len; n++) {
		str line = lines_at(&doc->lines, n);
		check_conflict(doc, line);
		check_controls(doc, line);
	}
}
