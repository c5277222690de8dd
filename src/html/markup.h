/*
 * Where the pieces of HTML's syntax end: tags and their attributes, comments, raw text, scripts,
 * svg. Nothing is decoded or kept. All functions read [p, end), take an end of the page for an
 * end of the piece, and follow the tokenizer of the HTML standard, section 13.2.5.
 */
#ifndef PITH_HTML_MARKUP_H
#define PITH_HTML_MARKUP_H

#include <stdbool.h>

#include "base/name_table.h"
#include "base/str.h"

/* The next "<" that begins a tag, a comment or the like, or `end`. */
const char *markup_find(const char *p, const char *end);

/* Reads the name of a tag, which begins at `p`. Returns the place behind it. */
const char *markup_tag_name(const char *p, const char *end, struct name *out);

struct markup_attr {
    struct name name; /* its text is empty behind the last attribute */
    struct str value; /* not decoded; STR_NONE where there is none */
    bool self_closes; /* behind the last one: whether the tag ended in "/>" */
};

/* Reads the next attribute of a tag, or the tag's end. Returns the place behind it, or NULL where
 * the page ends before the tag does. */
const char *markup_next_attr(const char *p, const char *end, struct markup_attr *out);

/* Behind the tag whose name ended at `p`, or NULL. */
const char *markup_skip_tag(const char *p, const char *end, bool *self_closes);

/* `p` is behind "<!--"; the result is behind the end of the comment, or NULL. */
const char *markup_skip_comment(const char *p, const char *end);

/* `p` is within a bogus comment or a doctype; the result is behind its ">". */
const char *markup_skip_bogus(const char *p, const char *end);

/* The "</" of the end tag that ends the raw text of the element `name` (in lower case), or of
 * `outer` where that comes first; `outer` may be STR_NONE. */
const char *markup_find_raw_end(const char *p, const char *end, struct str name, struct str outer);

/* The "</" of the end tag that ends a script whose body begins at `p`. */
const char *markup_find_script_end(const char *p, const char *end);

/* Whether `p` begins "<![CDATA[". */
bool markup_is_cdata(const char *p, const char *end);

/* Whether `p` begins "<!doctype". */
bool markup_is_doctype(const char *p, const char *end);

/* Whether the page says that it is XML: by its prologue, by an XHTML doctype or by the namespace of
 * its root. Pages made for XML close elements such as <script/> by themselves, which HTML takes for
 * the start of a body that swallows the rest. */
bool markup_says_xml(struct str page);

#endif
