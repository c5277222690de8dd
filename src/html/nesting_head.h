/*
 * What tags in <head> do to the stack of open elements.
 */
#ifndef PITH_HTML_NESTING_HEAD_H
#define PITH_HTML_NESTING_HEAD_H

#include "html/nesting.h"

/* Processes a start tag before <body>, where only a <noscript> can be open. False if the tag is
 * ignored. */
bool nesting_head_open(struct nesting *nesting, enum element element);

/* Processes an end tag there. */
void nesting_head_close(struct nesting *nesting, enum element element);

/* Ends the head, and a <noscript> in it. */
void nesting_head_leave(struct nesting *nesting);

#endif
