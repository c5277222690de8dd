/*
 * The vocabulary of markup: tags, class and id names and roles, split into tokens ("postBody" into
 * "post" and "body") and hashed. What a name such as "sidebar" or "entry" means is learned by the
 * model.
 */
#ifndef PITH_PAGE_TOKEN_H
#define PITH_PAGE_TOKEN_H

#include <stdint.h>

#include "html/dom.h"

/* The most tokens read per element: pages with utility classes have some dozens. */
enum { TOKEN_MAX = 48 };

/* Writes the hashes of an element's tokens to `out`, which has space for TOKEN_MAX, and returns
 * their number: its tag, and the parts of class, id, role, itemprop and names of data-*. */
size_t token_read(const struct dom_node *element, uint32_t *out);

/* The same in two parts: the tokens of tag and class alone, and those of all other names. The order
 * between them is lost, so if both parts have more than TOKEN_MAX together, they are not the ones
 * that token_read finds. */
size_t token_read_look(const struct dom_look *look, uint32_t *out);
size_t token_read_rest(const struct dom_node *element, uint32_t *out);

/* The token of a word of a class or id, in lower case. */
uint32_t token_of_name(struct str word);

/* A hash of tag and classes without digits ("post-17" equals "post-18"). */
uint32_t token_signature(uint8_t tag, struct str class);

#endif
