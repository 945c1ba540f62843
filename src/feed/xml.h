/* Text inside XML 1.0. */
#ifndef FEED_XML_H
#define FEED_XML_H

#include "base/buf.h"

/* Escapes & < > " and leaves out the control characters that XML forbids. */
void xml_add(struct buf *out, str text);

/* <name>text</name> */
void xml_element(struct buf *out, const char *name, str text);

/* RFC 3339: 2026-11-21T14:00:00Z */
void xml_time(struct buf *out, int64_t seconds);

#endif
