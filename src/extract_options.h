/*
 * Turns the caller's options, of any version, into the library's own, complete and in range.
 */
#ifndef PITH_EXTRACT_OPTIONS_H
#define PITH_EXTRACT_OPTIONS_H

#include "pith.h"
#include "pith_context.h"

/* Sets *out from `given`, which may be NULL and may be smaller or larger than the library's struct;
 * missing fields and zeros become defaults. PITH_EINVAL: an option is out of range, and the
 * context's error says which. */
enum pith_status extract_options_resolve(const struct pith_options *given,
                                         struct pith_context *context, struct pith_options *out);

#endif
