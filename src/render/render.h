/*
 * From the frozen site to bytes. renderer_init() once; then any number of
 * workers, each in its own thread, render pages one by one.
 */
#ifndef RENDER_RENDER_H
#define RENDER_RENDER_H

#include "view/frame.h"

/* `assets` maps names as templates write them to addresses (a str each). */
void renderer_init(struct renderer *renderer, const struct site *site, const struct units *units,
	struct arena *arena);
void renderer_release(struct renderer *renderer);

/* False: reported. The readers are the worker's own. */
bool worker_init(struct worker *worker, const struct store *content, const struct store *templates,
	struct diags *diags);
void worker_release(struct worker *worker);
/* Gives back what it needs for work alone; its results stay, and it can work on. */
void worker_rest(struct worker *worker);

/*
 * Renders one page into worker->out. False when the page could not be
 * rendered at all; a page with mistakes is rendered all the same and the
 * mistakes are in worker->diags.
 */
bool render_page(const struct renderer *renderer, struct worker *worker, const struct page *page);

/* The page that stands at an old address. */
bool render_redirect(
	const struct renderer *renderer, struct worker *worker, const struct redirect *redirect);

#endif
