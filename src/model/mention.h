/* Who names whom: the references between records, turned round. */
#ifndef MODEL_MENTION_H
#define MODEL_MENTION_H

#include "model/site.h"

/* Fills `mentions` of every record, each other record once. */
void mention_collect(struct site *site, struct arena *arena);

#endif
