/* Templates, data as JSON, and what comes out, for the tests of template/. */
#ifndef TEMPLATE_FIXTURE_H
#define TEMPLATE_FIXTURE_H

#include "template/template.h"

struct fixture {
	struct template_set set;
	struct arena arena;
	struct diags diags;
	struct buf out;
	struct recent recent;
	uint32_t nsources;
	str texts[16]; /* of source number 1 and on */
};

void fixture_init(struct fixture *fixture);
void fixture_release(struct fixture *fixture);

/* Each text is a source of its own. */
void fixture_add(struct fixture *fixture, const char *name, const char *text);

/* Links without known names, renders the template and gives the output. */
const char *fixture_render(struct fixture *fixture, const char *name, const char *json);

/* The output of one template "main" and at most one other. */
void renders(const char *main, const char *other_name, const char *other, const char *json,
	const char *wanted);

/* All diagnostics, a line each: "id 'marked text' message", and their notes as
 * "  'marked text' note". */
const char *fixture_diags(struct fixture *fixture);

#endif
