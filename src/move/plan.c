/* All that has to be written anew. */
#include "move/move.h"

void move_find_edits(struct move *move, const struct build *after)
{
	move->edits.len = 0;
	if (after) {
		move_find_leads(move, after);
		move_mend_hashes(move, after);
		move_lead_on(move);
	}
	move_mend_texts(move);
	move_mend_references(move);
	edits_sort(&move->edits);
}
