/*
 * The browser form for editors: a folder of a page, its scripts, what tilts knows of
 * the site, and the CMS's own file, which is Decap's from npm. It is for staff, has a
 * policy of its own and never lies within the site.
 *
 * The scripts do the work: tree.js, json.js and yaml.js keep the bytes, field.js knows
 * what a form shows, mend.js writes what changed, format.js joins them, config.js makes
 * the CMS's configuration, rule.js and widget.js are its boxes, backend.js its guard,
 * language.js knows the editor's language.
 */
#ifndef CMS_CMS_H
#define CMS_CMS_H

#include "build/build.h"

/* The one version that the scripts were made for. */
#define CMS_VERSION "3.16.3"

/* SHA-256 of dist/decap-cms.js of that version, as hexadecimal digits. */
#define CMS_SCRIPT_HASH "7c1efd6b616b4786e279aeef194dd21649a72058d3bc8d1f78901b574610dfb8"

/* "var tilts …": languages and their folders, kinds with their schemas and what these say in
 * other languages, the rows of front matter, and the backend that site.json names. `prefix`
 * is where the content lies in its repository, "content" or "". */
void cms_write_model(const struct build *build, str prefix, struct buf *out);

/* The page, with the policy that lets it speak to the backend alone. */
void cms_write_page(const struct build *build, struct buf *out);

/* One of the scripts that came with tilts. */
struct cms_asset {
	str name;
	str bytes;
};
extern const size_t cms_nassets;
struct cms_asset cms_asset(size_t index);

#endif
