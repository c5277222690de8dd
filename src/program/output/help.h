/*
 * Turns the table of options into help for people and completions for shells.
 */
#ifndef PITH_PROGRAM_OUTPUT_HELP_H
#define PITH_PROGRAM_OUTPUT_HELP_H

#include "base/buffer.h"

void output_help(struct buffer *out);

/* `shell` is "bash", "zsh" or "fish". */
void output_completion(struct buffer *out, const char *shell);

#endif
