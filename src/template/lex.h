/*
 * Finds the tags in a template's text. Everything between tags is text. A tag
 * that makes no sense is reported, skipped, and so stands as text itself. Tags
 * borrow from the text. Takes linear time.
 */
#ifndef TEMPLATE_LEX_H
#define TEMPLATE_LEX_H

#include "diag/diag.h"

enum tag_kind {
	TAG_VALUE,
	TAG_RAW,
	TAG_SECTION,
	TAG_INVERTED,
	TAG_PARTIAL,
	TAG_PARENT,
	TAG_BLOCK,
	TAG_CLOSE,
	TAG_SILENT, /* a comment, new delimiters: prints nothing */
};

struct tag {
	enum tag_kind kind;
	bool dynamic;     /* the name is a path to the name */
	bool clear_left;  /* only blanks before it on its line */
	bool clear_right; /* only blanks behind it on its line */
	str name;
	size_t start, end; /* its bytes, delimiters included */
	size_t partner;    /* the tag that closes or opens this one: see pair.h */
};

struct lexer {
	str text;
	size_t at;
	str open, close; /* the delimiters in force */
	struct span span;
	struct diags *diags;
};

/* `span` is the place of `text` in its file. */
void lexer_init(struct lexer *lexer, str text, struct span span, struct diags *diags);

/* False when there are no more tags. */
bool lexer_next(struct lexer *lexer, struct tag *tag);

/* Where the line of byte `at` begins, when only blanks stand between. */
size_t lex_blanks_before(str text, size_t at);
/* Behind the blanks that follow byte `at`, on the same line. */
size_t lex_blanks_after(str text, size_t at);
/* Behind the line end (LF, CR LF) at byte `at`, if there is one. */
size_t lex_line_end_after(str text, size_t at);

#endif
