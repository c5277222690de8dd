/*
 * The style sheet of a result written as a complete page.
 */
#ifndef PITH_PROGRAM_OUTPUT_STYLE_H
#define PITH_PROGRAM_OUTPUT_STYLE_H

/* CSS: a line length of about 70 characters, light and dark colours, and no external resources. */
extern const char output_style[];

#endif
