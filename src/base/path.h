/*
 * Paths inside a content root or an output folder: relative, '/' between the
 * parts, no "." or "..". Only text is looked at, never the disk.
 */
#ifndef BASE_PATH_H
#define BASE_PATH_H

#include "base/arena.h"

/* a/b + c/d -> a/b/c/d; an empty side adds no slash. */
str path_join(struct arena *arena, str dir, str name);
str path_dir(str path);  /* "a/b.md" -> "a"; "b.md" -> "" */
str path_name(str path); /* "a/b.md" -> "b.md" */
str path_ext(str path);  /* "a/b.MD" -> "MD"; none: "" */
str path_stem(str path); /* "a/b.md" -> "a/b" */

/* Resolves `relative` ("../x.md") against folder `dir`. False when it leaves
 * the root or is absolute. */
bool path_resolve(struct arena *arena, str dir, str relative, str *out);

/* The way back: from folder "lv/sazina" to "lv/cietumi/index.md": "../cietumi/index.md". */
str path_relative(struct arena *arena, str dir, str path);

/* "content/lv/x.md", as a shell completes it, lies in the folder "content": "lv/x.md". Also
 * with "./" before either. A path that lies elsewhere is given back. */
str path_below(str path, str root);

/* "a%20b" -> "a b"; what is no escape, or one of a control character, stays. */
str path_decode(struct arena *arena, str path);

/* Each run of spaces and hyphens as one hyphen: "a/my - form.pdf" -> "a/my-form.pdf". */
str path_hyphened(struct arena *arena, str path);

/* Safe to read and to publish: relative, no empty, "." or ".." part, no
 * backslash, no control character, no part that begins with '.'. */
bool path_is_plain(str path);

/* A slug: one or more of a-z, 0-9 and '-', none of them a leading '-'. */
bool path_is_slug(str s);

#endif
