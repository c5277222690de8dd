/*
 * Interns pairs of tag and class; see look_table.h.
 */
#include "html/look_table.h"

#include "base/hash.h"
#include "base/hash_table.h"

enum { FIRST_SLOTS = 256 };

void look_table_init(struct look_table *table, struct arena *arena) {
    *table = (struct look_table){.arena = arena, .n_slots = FIRST_SLOTS};
    table->slots = arena_alloc_zero(arena, FIRST_SLOTS, sizeof *table->slots);
}

static uint32_t push(struct look_table *table, uint8_t tag, struct str class) {
    ARENA_PUSH(table->arena, table->looks, table->n_looks, table->cap_looks) =
        (struct dom_look){class, tag};
    return (uint32_t)table->n_looks - 1;
}

static void grow(struct look_table *table) {
    size_t n_slots = table->n_slots * 2;
    uint32_t *slots = arena_alloc_zero(table->arena, n_slots, sizeof *slots);
    for (size_t i = 0; i < table->n_slots; i++) {
        if (!table->slots[i])
            continue;
        const struct dom_look *look = &table->looks[table->slots[i] - 1];
        size_t k = hash_long(look->tag, look->class) & (n_slots - 1);
        while (slots[k])
            k = (k + 1) & (n_slots - 1);
        slots[k] = table->slots[i];
    }
    table->slots = slots;
    table->n_slots = n_slots;
}

static bool is_at(const struct look_table *table, size_t slot, uint8_t tag, struct str class) {
    const struct dom_look *look = &table->looks[table->slots[slot] - 1];
    return look->tag == tag && str_equals(look->class, class);
}

static uint32_t add_with_class(struct look_table *table, uint8_t tag, struct str class) {
    if (table->n_used * 2 >= table->n_slots)
        grow(table);
    size_t mask = table->n_slots - 1, k = hash_long(tag, class) & mask;
    HASH_TABLE_SEARCH(k, mask, !table->slots[k] || is_at(table, k, tag, class));
    if (table->slots[k] && is_at(table, k, tag, class))
        return table->slots[k] - 1;
    uint32_t added = push(table, tag, class);
    if (!table->slots[k]) {
        table->slots[k] = added + 1;
        table->n_used++;
    }
    return added;
}

uint32_t look_table_add(struct look_table *table, uint8_t tag, struct str class) {
    if (class.at)
        return add_with_class(table, tag, class);
    if (!table->without_class[tag])
        table->without_class[tag] = push(table, tag, class) + 1;
    return table->without_class[tag] - 1;
}
