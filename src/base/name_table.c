/*
 * A hash table of a few names; see name_table.h.
 */
#include "base/name_table.h"

#include <string.h>

static size_t slot_of(uint64_t head, size_t len) {
    /* Fibonacci hashing: the top 9 bits are mixed best. */
    return (size_t)((head + len) * UINT64_C(0x9E3779B97F4A7C15) >> 55);
}

void name_table_init(struct name_table *table, const struct str *names, size_t n) {
    table->names = names;
    memset(table->slots, 0, sizeof table->slots);
    for (size_t i = 1; i < n; i++) {
        table->heads[i] = name_head(names[i]);
        size_t slot = slot_of(table->heads[i], names[i].len);
        while (table->slots[slot])
            slot = (slot + 1) % NAME_TABLE_SLOTS;
        table->slots[slot] = (uint8_t)i;
    }
}

/* Whether the bytes after the head are equal too. */
static bool tails_equal(struct str text, struct str lower) {
    for (size_t i = 8; i < text.len; i++)
        if (ascii_lower(text.at[i]) != lower.at[i])
            return false;
    return true;
}

size_t name_table_find(const struct name_table *table, const struct name *name) {
    size_t slot = slot_of(name->head, name->text.len);
    for (;; slot = (slot + 1) % NAME_TABLE_SLOTS) {
        size_t i = table->slots[slot];
        if (i == 0)
            return 0;
        if (table->heads[i] == name->head && table->names[i].len == name->text.len &&
            tails_equal(name->text, table->names[i]))
            return i;
    }
}
