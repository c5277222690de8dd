/*
 * Decompresses whole bodies, up to a limit.
 */
#ifndef PITH_PROGRAM_INPUT_UNPACK_H
#define PITH_PROGRAM_INPUT_UNPACK_H

#include "base/buffer.h"
#include "program/input/codec.h"

/* The compression format for this name in HTTP (RFC 9110, section 8.4.1). True with PACKING_NONE
 * for "identity"; false for an unknown name. */
bool unpack_coding(struct str name, enum packing *out);

/*
 * Appends the decompressed `bytes` to `out`, member after member, at most `max` + 1 bytes. Returns
 * NULL if they were complete, otherwise a reason as a sentence fragment; what precedes the damage
 * or the missing end has then been appended. PACKING_ZLIB is HTTP's "deflate", which some servers
 * send raw.
 */
const char *unpack_append(struct buffer *out, struct str bytes, enum packing packing, size_t max);

/*
 * Undoes the compression that the bytes show by their signatures, also if nested. *bytes is set to
 * the result, which is in the arena if anything was decompressed. Returns NULL or a reason, as
 * above.
 */
const char *unpack_by_signature(struct arena *arena, struct str *bytes, size_t max);

/* Sentence fragments for damage, a missing end, and data that this build does not read. */
const char *unpack_reason_damaged(enum packing packing);
const char *unpack_reason_cut(enum packing packing);
const char *unpack_reason_missing(enum packing packing);

/* Whether the (non-NULL) reason is that this build does not read such data, which is not damage. */
bool unpack_is_unsupported(const char *reason);

#endif
