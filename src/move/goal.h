/*
 * What `tilts move` moves, and where each file of the content then lies. A page or a
 * folder of pages goes in all languages at once; a record keeps its kind. Names are the
 * same in any Unicode form, and composed (NFC) once they have moved. Texts live in the
 * arena given to goal_read().
 */
#ifndef MOVE_GOAL_H
#define MOVE_GOAL_H

#include "build/build.h"

enum goal_kind {
	GOAL_PAGE,    /* from and to are ids: sazina/zvani */
	GOAL_SECTION, /* a folder below those of the languages: sazina */
	GOAL_RECORD,  /* ids of `records` */
	GOAL_MEDIA,   /* a file or folder: media/karte.svg */
};

struct goal {
	enum goal_kind kind;
	const struct kind *records; /* GOAL_RECORD */
	str from;
	str to;
};

/* What an editor may write: content/lv/a.md, lv/a, lv/folder/, data/kind/id.json,
 * kind/id, media/a.pdf; behind '/' the name stays. NULL, or why it can't be moved so:
 * then *about is the word that is meant. */
const char *goal_read(struct goal *goal, const struct build *build, str root, str from, str to,
	struct arena *arena, str *about);

/* Where the file of that path then lies; the path itself when it stays. The file need
 * not exist: a translation that is missing moves as well. */
str goal_path(const struct goal *goal, const struct config *config, str path, struct arena *arena);
/* The same for a page's id, and for "kind/id" of a record. */
str goal_page(const struct goal *goal, str id, struct arena *arena);
str goal_ref(const struct goal *goal, str ref, struct arena *arena);

#endif
