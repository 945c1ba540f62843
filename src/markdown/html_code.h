/* Blocks of code: shown as they are, or an embed when the fence is followed by @name. */
#ifndef MARKDOWN_HTML_CODE_H
#define MARKDOWN_HTML_CODE_H

#include "markdown/writer.h"

void html_code_block(struct writer *w, const struct node *code);

#endif
