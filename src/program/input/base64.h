/*
 * Decodes base64 (RFC 4648).
 */
#ifndef PITH_PROGRAM_INPUT_BASE64_H
#define PITH_PROGRAM_INPUT_BASE64_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

/* Line breaks and padding are optional. Returns false at any other byte, with what precedes it in
 * *out. */
bool base64_decode(struct arena *arena, struct str in, struct str *out);

/* As in email (RFC 2045, section 6.8): all other bytes are ignored. */
struct str base64_decode_mail(struct arena *arena, struct str in);

#endif
