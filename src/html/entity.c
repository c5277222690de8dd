/*
 * Decodes character references; see entity.h.
 */
#include "html/entity.h"

#include <stdint.h>
#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"

enum {
    LONGEST_NAME = 31,    /* "CounterClockwiseContourIntegral" */
    LONGEST_BARE_NAME = 6 /* "frac12": the longest that is allowed without a semicolon */
};

/* Names are stored in the table itself: pointers would cost the library a relocation each. */
struct entity {
    char name[LONGEST_NAME + 1];
    char text[7]; /* UTF-8, one or two characters */
    bool may_end_bare;
};

static const struct entity ENTITIES[] = {
#include "generated/entities.inc"
};

/* The characters for 0x80 to 0x9F, as in windows-1252. */
static const uint16_t WINDOWS_1252[32] = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

/* The first 8 bytes of a name as a number, which orders names like strcmp. */
static uint64_t head_of(const char *name, size_t len) {
    uint64_t head = 0;
    for (size_t i = 0; i < 8; i++)
        head = head << 8 | (i < len ? (unsigned char)name[i] : 0);
    return head;
}

/* Whether the name comes after that of an entity. */
static bool is_after(struct str name, uint64_t head, const struct entity *entity) {
    uint64_t other = head_of(entity->name, 8);
    return head != other ? head > other
                         : name.len > 8 && strncmp(name.at + 8, entity->name + 8, name.len - 8) > 0;
}

static const struct entity *find_entity(const char *at, size_t len) {
    struct str name = {at, len};
    uint64_t head = head_of(at, len);
    size_t low = 0, high = N_OF(ENTITIES);
    if (len == 0 || len > LONGEST_NAME)
        return NULL;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (is_after(name, head, &ENTITIES[middle]))
            low = middle + 1;
        else
            high = middle;
    }
    bool is_found = low < N_OF(ENTITIES) && strncmp(ENTITIES[low].name, at, len) == 0 &&
                    ENTITIES[low].name[len] == '\0';
    return is_found ? &ENTITIES[low] : NULL;
}

/* Finds the longest name at the start of `raw`, which follows the '&'; *used is its length, with
 * the semicolon if there is one. In attributes nothing that continues a word, or precedes a "=", is
 * a name: "?a=1&copy=2" is the address of a page. */
static const struct entity *match_name(struct str raw, bool in_attribute, size_t *used) {
    size_t len = 0;
    while (len < raw.len && len <= LONGEST_NAME && ascii_is_alphanumeric(raw.at[len]))
        len++;
    if (in_attribute && len < raw.len && raw.at[len] == '=')
        return NULL;
    if (len < raw.len && raw.at[len] == ';') {
        const struct entity *entity = find_entity(raw.at, len);
        *used = len + 1;
        if (entity)
            return entity;
    }
    size_t least = in_attribute && len ? len : 1;
    for (*used = len < LONGEST_BARE_NAME ? len : LONGEST_BARE_NAME; *used >= least; --*used) {
        const struct entity *entity = find_entity(raw.at, *used);
        if (entity && entity->may_end_bare)
            return entity;
    }
    return NULL;
}

/* Decodes the name at the start of `raw`, which follows the '&'; returns its length, 0 if there is
 * none. */
static size_t append_named(struct buffer *out, struct str raw, bool in_attribute) {
    size_t used;
    const struct entity *entity = match_name(raw, in_attribute, &used);
    if (!entity)
        return 0;
    buffer_append(out, str_of(entity->text));
    return used;
}

static uint32_t character_of_number(uint32_t n) {
    if (n >= 0x80 && n <= 0x9F)
        return WINDOWS_1252[n - 0x80];
    return n == 0 || n > 0x10FFFF || (n >= 0xD800 && n <= 0xDFFF) ? 0xFFFD : n;
}

/* Decodes the number at the start of `raw`, which follows the '&' ("#8217;", "#x2019"); returns its
 * length, 0 if there is none. */
static size_t append_numeric(struct buffer *out, struct str raw) {
    bool is_hex = raw.len > 1 && (raw.at[1] | 0x20) == 'x';
    uint32_t base = is_hex ? 16 : 10, n = 0, digit;
    size_t first = is_hex ? 2 : 1, i = first;
    for (; i < raw.len && (digit = ascii_digit_value(raw.at[i])) < base; i++)
        if (n <= 0x10FFFF) /* otherwise it stays too large */
            n = n * base + digit;
    if (i == first)
        return 0;
    utf8_append(out, character_of_number(n));
    return i < raw.len && raw.at[i] == ';' ? i + 1 : i;
}

void entity_append_decoded(struct buffer *out, struct str raw, bool in_attribute) {
    while (raw.len > 0) {
        size_t plain = str_find_byte(raw, 0, '&');
        buffer_append(out, str_between(raw, 0, plain));
        if (plain == raw.len)
            return;
        raw = str_between(raw, plain + 1, raw.len);
        bool is_number = raw.len > 0 && raw.at[0] == '#';
        size_t used = is_number ? append_numeric(out, raw) : append_named(out, raw, in_attribute);
        if (used == 0)
            buffer_append_byte(out, '&');
        raw = str_between(raw, used, raw.len);
    }
}
