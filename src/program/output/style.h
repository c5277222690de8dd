/*
 * The style sheet of a result that is written as a page of its own.
 */
#ifndef PITH_PROGRAM_OUTPUT_STYLE_H
#define PITH_PROGRAM_OUTPUT_STYLE_H

/* CSS: a measure of about 70 characters, light and dark colours, and nothing from elsewhere. */
extern const char output_style[];

#endif
