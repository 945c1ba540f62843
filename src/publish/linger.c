#include "publish/linger.h"

enum { LINGER_S = 24 * 60 * 60 };

void linger_release(struct linger *linger)
{
	map_release(&linger->needed);
}

bool linger_wants(const struct linger *linger, str path)
{
	return linger->lingers && linger->lingers(path);
}

void linger_note(struct linger *linger, str path)
{
	map_put(&linger->needed, path, linger);
}

bool linger_may_stay(const struct linger *linger, struct manifest_entry *entry)
{
	if (!linger_wants(linger, entry->path) || map_has(&linger->needed, entry->path))
		return false;
	if (!entry->gone_s || entry->gone_s > linger->now_s)
		entry->gone_s = linger->now_s;
	return linger->now_s - entry->gone_s < LINGER_S;
}
