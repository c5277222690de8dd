/*
 * The vocabulary of markup: tags, class and id names, roles, cut into tokens ("postBody" is
 * "post", "body") and hashed. What a name says, "sidebar" or "entry", is learned by the model.
 */
#ifndef PITH_PAGE_TOKEN_H
#define PITH_PAGE_TOKEN_H

#include <stdint.h>

#include "html/dom.h"

/* Tokens of an element beyond these are not looked at: utility-class pages have some dozens. */
enum { TOKEN_MAX = 48 };

/* Writes the hashes of an element's tokens to `out`, which holds TOKEN_MAX, and returns their
 * number: its tag, and the parts of class, id, role, itemprop and names of data-*. */
size_t token_read(const struct dom_node *element, uint32_t *out);

/* The token of a word of class or id, which is in lower case. */
uint32_t token_of_name(struct str word);

/* A hash of tag and classes with digits left out ("post-17" is "post-18"). */
uint32_t token_signature(const struct dom_node *element);

#endif
