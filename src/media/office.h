/*
 * Documents of Word, Excel, PowerPoint and LibreOffice, looked into: macros are programs that
 * run when a reader opens the file. An archive's own directory says which files it holds
 * (libzip reads it); old documents of Office, which are none, are searched for a name.
 */
#ifndef MEDIA_OFFICE_H
#define MEDIA_OFFICE_H

#include "base/str.h"

enum office_state {
	OFFICE_PLAIN,
	OFFICE_MACROS,
	OFFICE_BROKEN, /* no archive that opens, or without what must stand in it */
};

/* Of a whole file that begins as one of them does. */
enum office_state office_read(str bytes);

#endif
