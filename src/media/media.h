/*
 * Does a file of media/ go out? It does when its kind is on the list (media/kind.h),
 * its bytes are of that kind, and neither a browser nor a web server would run it.
 */
#ifndef MEDIA_MEDIA_H
#define MEDIA_MEDIA_H

#include "diag/diag.h"

/* Change it with the rules: what was let through before is then looked at anew. */
#define MEDIA_RULES "media 4"

/* How many bytes media_check() wants to see of a file with this name: its
 * beginning, or SIZE_MAX, which is all. */
size_t media_needs(str path);

/*
 * `bytes` are as many as media_needs(), or the whole of a shorter file. False:
 * reported at the file's beginning, or at the place in a text or drawing, with what
 * may be done (media-kind, media-name, media-empty, media-lfs, media-disguised,
 * media-text, media-svg, image-form).
 */
bool media_check(str path, str bytes, uint32_t source, struct diags *diags);

/* What Git LFS leaves in the place of a file. */
bool media_is_pointer(str bytes);
void media_report_pointer(uint32_t source, struct diags *diags);

#endif
