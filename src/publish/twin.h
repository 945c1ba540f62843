/*
 * The compressed twins of a text file: `page.html.gz` and `page.html.br` beside
 * `page.html`. A web server that can (nginx: gzip_static, brotli_static; Caddy:
 * precompressed) sends them as they are, and need not compress for each reader.
 */
#ifndef PUBLISH_TWIN_H
#define PUBLISH_TWIN_H

#include "publish/compressor.h"
#include "publish/publish.h"

/* Is it a kind of file that compression makes smaller: text, by its name? */
bool twin_wants(str path);

/* The same of a file that was taken over, whose bytes have this hash64(): do its twins
 * stand as they were published, those that it has; and, after a yes, take them over. */
bool twin_stands(const struct publish *publish, str path, uint64_t hash);
void twin_take(struct publish *publish, str path);

/*
 * Publishes the twins of a file that twin_wants(); those of a file that has not
 * changed are taken over. What would be no smaller than the file has no twin.
 * Threads and errors as publish_file().
 */
bool twin_publish(struct publish *publish, struct compressor *compressor, str path, str bytes,
	struct diags *diags);

#endif
