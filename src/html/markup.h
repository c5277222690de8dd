/*
 * Finds where the pieces of HTML's syntax end: tags and their attributes, comments, raw text,
 * scripts, svg. Nothing is decoded or kept. All functions read [p, end), treat the end of the page
 * as the end of the piece, and follow the tokenizer of the HTML standard, section 13.2.5.
 */
#ifndef PITH_HTML_MARKUP_H
#define PITH_HTML_MARKUP_H

#include <stdbool.h>

#include "base/name_table.h"
#include "base/str.h"

/* The next "<" that begins a tag, comment or declaration, or `end`. */
const char *markup_find(const char *p, const char *end);

/* Reads a tag name that begins at `p`. Returns the position after it. */
const char *markup_tag_name(const char *p, const char *end, struct name *out);

struct markup_attr {
    struct name name;    /* its text is empty after the last attribute */
    struct str value;    /* not decoded; STR_NONE where there is none */
    bool has_references; /* the value contains a '&' that must be decoded */
    bool self_closes;    /* after the last attribute: whether the tag ended in "/>" */
};

/* Reads the next attribute of a tag, or the tag's end. Returns the position after it, or NULL if
 * the page ends before the tag does. */
const char *markup_next_attr(const char *p, const char *end, struct markup_attr *out);

/* The position after the tag whose name ended at `p`, or NULL. */
const char *markup_skip_tag(const char *p, const char *end, bool *self_closes);

/* `p` is after "<!--"; returns the position after the comment, or NULL. */
const char *markup_skip_comment(const char *p, const char *end);

/* `p` is within a bogus comment or a doctype; returns the position after its ">". */
const char *markup_skip_bogus(const char *p, const char *end);

/* The "</" of the end tag that ends the raw text of the element `name` (in lower case), or of
 * `outer` if that comes first; `outer` may be STR_NONE. */
const char *markup_find_raw_end(const char *p, const char *end, struct str name, struct str outer);

/* The "</" of the end tag that ends a script whose body begins at `p`. */
const char *markup_find_script_end(const char *p, const char *end);

/* Whether "<![CDATA[" is at `p`. */
bool markup_is_cdata(const char *p, const char *end);

/* Whether "<!doctype" is at `p`. */
bool markup_is_doctype(const char *p, const char *end);

/* Whether the page claims to be XML: by an XML declaration, an XHTML doctype or the namespace of
 * its root. Pages written as XML have self-closing elements such as <script/>; HTML reads that as a
 * start tag whose body swallows the rest. */
bool markup_says_xml(struct str page);

#endif
