/*
 * The numbers that lynx -dump and elinks -dump put before each link ("[12]Sport"), and the list of
 * addresses with these numbers that they add at the end.
 */
#ifndef PITH_PAGE_LINK_NUMBERS_H
#define PITH_PAGE_LINK_NUMBERS_H

#include "base/buffer.h"

struct link_numbers {
    uint32_t next; /* the next number to expect; 0 if links are not numbered */
};

/* Whether the dump has such numbers; if so, *end becomes where the list of addresses begins, or
 * text.len if there is none. Otherwise *end is text.len. */
void link_numbers_find(struct str text, struct link_numbers *out, size_t *end);

/* Appends a piece of the text without the numbers; pieces must come in order. */
void link_numbers_append_without(struct link_numbers *numbers, struct buffer *out,
                                 struct str piece);

#endif
