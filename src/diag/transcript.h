/*
 * Diagnostics as text, to be said again by a later run that reads the same
 * sources: the numbers of their spans mean the same files only then.
 */
#ifndef DIAG_TRANSCRIPT_H
#define DIAG_TRANSCRIPT_H

#include "base/buf.h"
#include "diag/diag.h"

/* Appends the diagnostics from number `first` on. */
void transcript_write(const struct diags *diags, size_t first, struct buf *out);

/* Adds them all. False when the text is no transcript of this version of tilts, or
 * points behind the last of `nsources`: then some may have been added. */
bool transcript_read(str text, size_t nsources, struct diags *diags);

#endif
