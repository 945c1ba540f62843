/* Diagnostics as text for people, JSON for tools, or annotations for a code host. */
#ifndef DIAG_REPORT_H
#define DIAG_REPORT_H

#include "base/buf.h"
#include "diag/diag.h"

enum report_format { REPORT_TEXT, REPORT_JSON, REPORT_GITHUB, REPORT_GITLAB, REPORT_PAGE };

/*
 * Writes every diagnostic, in the order of the list; as text the errors together:
 *
 *	content/lv/a.md:12:8: error: no page at '../rga.md' [link-missing]
 *	   12 | Skatiet [lapu](../rga.md).
 *	      |        ^~~~~~~~~~~~~~~~~~
 *	  note: did you mean '../riga.md'?
 *
 * A terminal shows the end of a text, so there the errors stand; REPORT_PAGE is the same text
 * for a page, which shows its beginning: errors first.
 *
 * REPORT_JSON is a list for tools; REPORT_GITHUB are workflow commands, notes at the
 * lines of a request; REPORT_GITLAB is its Code Quality report, the same there.
 *
 * `colour` adds terminal colours to REPORT_TEXT.
 */
void report(struct buf *out, const struct diags *diags, const struct sources *sources,
	enum report_format format, bool colour);

#endif
