/*
 * What the preview adds to pages while it shows them, and the few pages it
 * writes itself. The site's own files stay as they are. Script and style are files of
 * the server, so that the site's Content-Security-Policy lets them in (allow.h).
 */
#ifndef SERVE_OVERLAY_H
#define SERVE_OVERLAY_H

#include "base/buf.h"

/* Nothing published has a part that begins with '.', so these are free. */
#define OVERLAY_EVENTS "/.tilts/events"
#define OVERLAY_SCRIPT "/.tilts/reload.js"
#define OVERLAY_STYLE  "/.tilts/preview.css"

str overlay_script(void);
str overlay_style(void);

/* A report (REPORT_TEXT, no colour) as a panel over the page. */
void overlay_panel(struct buf *out, str errors, str warnings);

/* The same of a site that could be built: closed, and nothing without warnings. */
void overlay_remarks(struct buf *out, str warnings);

/* The page with the reload script, which waits for anything newer than
 * `version`, and the panel ("" for none). `host`: as the browser called this server. */
void overlay_page(struct buf *out, str html, str panel, str host, uint64_t version);

/* A page with nothing but a title, a sentence and the panel. Both texts are escaped. */
void overlay_alone(struct buf *out, str title, str sentence, str panel, uint64_t version);

#endif
