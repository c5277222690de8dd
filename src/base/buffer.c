/*
 * Grows a byte string; see buffer.h.
 */
#include "base/buffer.h"

char *buffer_grow(struct buffer *b, size_t more) {
    size_t cap = b->cap ? b->cap * 2 : 64;
    if (cap < b->len + more)
        cap = b->len + more;
    b->data = arena_grow(b->arena, b->data, b->cap, cap);
    b->cap = cap;
    return b->data + b->len;
}

void buffer_append_number(struct buffer *b, size_t n) {
    char digits[20]; /* of a 64-bit number */
    size_t at = sizeof digits;
    do {
        digits[--at] = (char)('0' + n % 10);
        n /= 10;
    } while (n > 0);
    buffer_append(b, (struct str){digits + at, sizeof digits - at});
}
