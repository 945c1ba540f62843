/* Letters that readers would not see as they were meant: lost on the way from another program, of
 * a font that only one machine has, or of two alphabets in one word. */
#ifndef DIAG_LETTERS_H
#define DIAG_LETTERS_H

#include "diag/diag.h"

enum letters_fault {
	LETTERS_GOOD,
	LETTERS_LOST,    /* U+FFFD, or "PiezvanÄ«t": UTF-8 that was read as Latin letters */
	LETTERS_PRIVATE, /* U+E000 to U+F8FF: arrows and boxes of Wingdings */
	LETTERS_MIXED,   /* Latin and Cyrillic letters in one word, which look alike */
	LETTERS_APART,   /* NFD: a letter and its mark behind it, which one letter would be (NFC) */
};

/* The first fault of the worst kind; *where is in `text`. */
enum letters_fault letters_find(str text, str *where);

/* What letters_report() says of it. */
enum diag_id letters_diag(enum letters_fault fault);
void letters_report(struct diags *diags, enum letters_fault fault, struct span span, str where);

#endif
