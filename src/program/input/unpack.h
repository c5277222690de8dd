/*
 * Whole bodies out of their packing, bounded.
 */
#ifndef PITH_PROGRAM_INPUT_UNPACK_H
#define PITH_PROGRAM_INPUT_UNPACK_H

#include "base/buffer.h"
#include "program/input/codec.h"

/* The packing that HTTP calls by this name (RFC 9110, section 8.4.1). True with PACKING_NONE for
 * "identity"; false for a name that is not known. */
bool unpack_coding(struct str name, enum packing *out);

/*
 * Appends what `bytes` hold to `out`, members one after another, at most `max` + 1 bytes of it.
 * NULL when all of it was there, or a reason as a sentence fragment: what precedes damage or a cut
 * end has been appended then. PACKING_ZLIB is HTTP's "deflate", which some servers send raw.
 */
const char *unpack_append(struct buffer *out, struct str bytes, enum packing packing, size_t max);

/*
 * Takes off the packings that the bytes show by their signatures, one inside the other. *bytes is
 * what remains, in the arena of `out` where something was unpacked. NULL or a reason, as above.
 */
const char *unpack_by_signature(struct arena *arena, struct str *bytes, size_t max);

/* Sentence fragments: damage, a missing end, and data that this build does not read. */
const char *unpack_reason_damaged(enum packing packing);
const char *unpack_reason_cut(enum packing packing);
const char *unpack_reason_missing(enum packing packing);

#endif
