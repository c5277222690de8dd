/*
 * Small helpers of the forms of output.
 */
#ifndef PITH_OUTPUT_TEXT_H
#define PITH_OUTPUT_TEXT_H

#include <string.h>

#include "buffer.h"

static inline void output_text(struct buffer *out, const char *text) {
    buffer_append(out, (struct str){text, strlen(text)});
}

#endif
