/*
 * Decodes JSON strings with AVX-512; see json_block.h. Backslashes are found and their parity is
 * determined as in simdjson (Langdale and Lemire, "Parsing gigabytes of JSON per second", VLDB
 * Journal 2019), and the escaping ones are squeezed out.
 */
#include "base/json_block.h"

#if defined __x86_64__ && !defined PITH_PLAIN

#include <immintrin.h>
#include <stdint.h>

#define TARGET __attribute__((target("avx512f,avx512bw,avx512vbmi2")))

/* Of the characters that follow a backslash, the letters, and what they mean. */
static const char LETTERS[] = "nrtbf", MEANINGS[] = "\n\r\t\b\f";

TARGET static inline uint64_t find(__m512i bytes, char c) {
    return _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8(c));
}

/* Which characters follow a backslash that is not itself escaped. Where there are several
 * backslashes, the subtraction carries through them, and leaves every second one. */
static inline uint64_t find_escaped(uint64_t backslashes) {
    const uint64_t odd = UINT64_C(0xAAAAAAAAAAAAAAAA);
    uint64_t ends = (((backslashes << 1) | odd) - backslashes) ^ odd;
    return ends ^ backslashes;
}

/* Decodes one block; returns how many of its bytes, or 0. */
TARGET static inline unsigned copy_block(const char *from, char quote, char *to, size_t *written) {
    __m512i bytes = _mm512_loadu_si512(from);
    uint64_t backslashes = find(bytes, '\\'), escaped = find_escaped(backslashes);
    uint64_t escapes = backslashes & ~escaped;
    uint64_t quotes = find(bytes, quote), known = backslashes | find(bytes, '"') | find(bytes, '/');
    uint64_t controls = _mm512_cmplt_epu8_mask(bytes, _mm512_set1_epi8(0x20));
    for (int i = 0; LETTERS[i]; i++) {
        uint64_t letters = find(bytes, LETTERS[i]);
        known |= letters;
        bytes = _mm512_mask_mov_epi8(bytes, letters & escaped, _mm512_set1_epi8(MEANINGS[i]));
    }
    if ((quotes & ~escaped) | controls | (escaped & ~known))
        return 0;
    unsigned n = JSON_BLOCK_BYTES - (unsigned)(escapes >> 63); /* the last one may be cut in two */
    uint64_t kept = ~escapes;
    _mm512_storeu_si512(to, _mm512_maskz_compress_epi8(kept, bytes));
    *written += (size_t)__builtin_popcountll(kept);
    return n;
}

TARGET static size_t copy_blocks(const char *from, size_t len, char quote, char *to,
                                 size_t *written) {
    size_t done = 0;
    *written = 0;
    while (len - done >= JSON_BLOCK_BYTES) {
        unsigned n = copy_block(from + done, quote, to + *written, written);
        if (n == 0)
            break;
        done += n;
    }
    return done;
}

json_block_copy_fn *json_block_copy(void) {
    return __builtin_cpu_supports("avx512vbmi2") && __builtin_cpu_supports("avx512bw") ? copy_blocks
                                                                                       : NULL;
}

#else

json_block_copy_fn *json_block_copy(void) {
    return NULL;
}

#endif
