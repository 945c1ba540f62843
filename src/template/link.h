/* Messages that both linking and rendering give. */
#ifndef TEMPLATE_LINK_H
#define TEMPLATE_LINK_H

#include "template/node.h"

/* "no template 'x'", with the nearest name; at the tag `node` of `user`. */
void link_report_unknown(const struct template_set *set, const struct template *user,
	const struct node *node, str name, struct diags *diags);

#endif
