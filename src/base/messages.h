/*
 * The language of messages: gettext's catalogues, one a language, whose keys are
 * the English texts in the code. What has no translation stays English.
 *
 *	_("text")                   the text in the language in use
 *	N_("text")                  marks a text of a table, which _() gets later
 *	ngettext("one", "many", n)  by the plural rules of the language
 *
 * diag_add() and diag_note() translate their formats themselves. gettext would
 * choose the language by the process's environment and locale; a site's messages
 * come in its editors' language instead, on machines with no such locale too, and
 * `serve` learns it while its threads run. So each language is a domain, and
 * textdomain(), which libintl guards by a lock, chooses one.
 */
#ifndef BASE_MESSAGES_H
#define BASE_MESSAGES_H

#include <libintl.h>

#include "base/str.h"

#define _(text)  gettext(text)
#define N_(text) text

/* Finds the catalogues: messages/ beside the program, or ../share/tilts/messages.
 * Call it once, before other threads start. */
void messages_open(void);

/* Is there a catalogue for "lv", or for what "lv_LV.UTF-8" begins with? */
bool messages_has(str language);
/* Does nothing when there is none. */
void messages_use(str language);

/* strerror() and strsignal() in the language in use, for any thread. */
const char *messages_of_error(int error);
const char *messages_of_signal(int number);

/* The name of the catalogue in use, for any thread. */
str messages_in_use(void);

/* What LC_ALL, else LC_MESSAGES, else LANG says; may be empty. */
str messages_wanted(void);

#endif
