/*
 * Recognizes pictures that a page shows twice: in the text and again in a card or as a thumbnail.
 */
#ifndef PITH_RENDER_IMAGE_REPEAT_H
#define PITH_RENDER_IMAGE_REPEAT_H

#include "page/block.h"
#include "render/image_list.h"

/* Whether an image repeats one of the last in the list and need not be added. They have the same
 * alternative text, of several words, and addresses that differ at most in the size or format that
 * they ask for. Drawings may be signs that say the same in several places.
 *
 * The larger picture wins: the one in the list gets the address of a repetition that is larger, and
 * leaves the list if it has no caption, but the repetition has one. With different captions both
 * stay. */
bool image_repeat_settle(const struct block_page *page, struct image_list *list,
                         const struct image *image);

#endif
