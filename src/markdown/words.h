/* The words of a text as HTML: escaped, with what a line must not part held together. */
#ifndef MARKDOWN_WORDS_H
#define MARKDOWN_WORDS_H

#include "base/buf.h"
#include "base/sixteen.h"

/*
 * A space between two groups of one number, as in "34 970" and "116 123", is written as one that
 * does not break. A group behind it has three digits, one before it at most three: "in 2026 500
 * people" are two numbers. So is the one between an ordinal and its word, "21. novembris", the
 * one between "Nr.", "No." or "№" and a number, and the one behind one or two digits and before
 * a word, "31 December". What a line could part at its own dash stands in a span of class
 * "whole", which a style sheet keeps on one line: one letter, a hyphen and more, "e-pasts", and
 * what goes on with a digit, "13:00–16:00", "k-1". Another sign in place of the dash would not be
 * found by who looks for the word.
 */
void words_write(struct buf *out, str text);

/*
 * The words of a link that dials, "+371 63 022 937" or "call us": if they are a number, a line
 * parts it nowhere, unless it is wider than the line. Programs that copy a text write such spaces
 * as usual ones.
 */
void words_write_number(struct buf *out, str text);

/* Is there any of it in a text? */
bool words_hold(str text);

/* Marks what is no letter, and none of the signs that stand between words and sentences. */
static inline sixteen words_others(sixteen c)
{
	sixteen letter = (sixteen)((((c | 0x20) - 'a') < 26) | (c >= 0x80));
	return ~(letter | (sixteen)((c == ' ') | (c == '.') | (c == ',')));
}

/* Letters, spaces, full stops and commas: nothing that means anything else, or is escaped. Here,
 * since it is asked of each text of a page. */
static inline bool words_are_plain(str text)
{
	return !sixteen_search(text, words_others);
}

#endif
