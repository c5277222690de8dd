/*
 * Whether an article is about somebody.
 */
#ifndef PITH_METADATA_TOLD_OF_H
#define PITH_METADATA_TOLD_OF_H

#include "metadata/window.h"

/* Whether a paragraph of the article has the name after its first word: then it is rather that of
 * somebody in a picture, or a tag, than that of the author. The last paragraph does not count,
 * since it may end with a signature, nor does one that begins with the name, as a biography does.
 */
bool told_of(const struct gathering *g, const struct window *window, struct str name);

#endif
