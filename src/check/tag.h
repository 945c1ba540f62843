/*
 * The start tags of a finished HTML or SVG file and their attributes, in one
 * pass and without copies: everything given back is a slice of the file.
 * Comments, end tags and <!doctype> are passed over.
 *
 * What is taken for what is decided as browsers do: by the tokens of the HTML
 * Living Standard (13.2.5), or, where `xml` is set, by XML 1.0. There nearly no
 * element's content is text, and an instruction may load a style sheet.
 *
 *	for (str name; tag_next(&tags, &name);)
 *		for (struct attribute at; tag_attribute(&tags, &at);)
 *			…
 */
#ifndef CHECK_TAG_H
#define CHECK_TAG_H

#include "base/str.h"

struct tags {
	str html;
	bool xml;       /* a drawing */
	const str *own; /* slices of `html`, in its order, in which no tag is looked for, if no
			   tag, comment or text of an element reaches into them */
	size_t nown;
	bool skim; /* of HTML, tags may be passed over that have no attributes, or only some that
		      ask no host and run nothing; not <link>, nor elements whose content is text */
	size_t at;
	bool in_tag;
	size_t beyond; /* bytes of the file behind the instruction that `html` ends with; or 0 */
	str open;      /* the element whose content is text, if its tag was the last */
};

struct attribute {
	str name;
	str value; /* as written, entities and all; "" when there is none */
};

/* Names are nearly always in small letters, as `wanted` is, and nearly never this one. */
static inline bool tag_is_named(str name, str wanted)
{
	return name.len == wanted.len && (name.ptr[0] | 0x20) == wanted.ptr[0] &&
	       (memcmp(name.ptr, wanted.ptr, wanted.len) == 0 || str_eq_nocase(name, wanted));
}

/* The next start tag's name; "?xml-stylesheet" for an instruction of XML. What is
 * left of the last tag is passed over. Linear in the file's length. */
bool tag_next(struct tags *tags, str *name);

/* Of a tag that has not ended. */
bool tag_read_attribute(struct tags *tags, struct attribute *out);

/* The next attribute of that tag; false at its end, where most are at once. */
static inline bool tag_attribute(struct tags *tags, struct attribute *out)
{
	return tags->in_tag && tag_read_attribute(tags, out);
}

/* After the tag's end: the text of a <script>, <style>, <textarea> or <title>, in XML
 * of a <style> alone; "" for others. Then tag_next() goes on behind it. */
str tag_text(struct tags *tags);

#endif
