/*
 * Which phones the records have: a number in a text that no record has (any more) is
 * told, because there nobody would change it.
 */
#ifndef MODEL_PHONES_H
#define MODEL_PHONES_H

#include "model/site.h"

/* Fills in site->phones, once the records are what they are. */
void phones_collect(struct site *site, struct arena *arena);

/* Has any record the number, however it is parted, or may one that can't be read have it? Numbers
 * of three digits are for emergencies, and no facts that change. The record that has it, or all of
 * them, are noted as read. */
bool phones_have(const struct site *site, str number, struct arena *scratch);

#endif
