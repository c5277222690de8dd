/*
 * Names and traits of elements; see element.h.
 */
#include "html/element.h"

/* Common combinations of traits. */
enum {
    T_PLAIN = 0,
    T_PHRASE = ELEMENT_REOPENS,
    T_PHRASE_BREAKOUT = T_PHRASE | ELEMENT_BREAKOUT,
    T_FORMAT = T_PHRASE | ELEMENT_FORMATS,
    T_FORMAT_BREAKOUT = T_FORMAT | ELEMENT_BREAKOUT,
    T_SVG_POINT = T_PHRASE | ELEMENT_SVG_POINT,
    T_MATH_POINT = T_PHRASE | ELEMENT_MATH_POINT,
    T_SPECIAL = ELEMENT_SPECIAL,
    T_SPECIAL_PHRASE = T_SPECIAL | T_PHRASE,
    T_SPECIAL_VOID = T_SPECIAL | ELEMENT_VOID,
    T_VOID_PHRASE = T_SPECIAL_VOID | T_PHRASE,
    T_VOID_PHRASE_BREAKOUT = T_VOID_PHRASE | ELEMENT_BREAKOUT,
    T_VOID_BREAKOUT = T_SPECIAL_VOID | ELEMENT_BREAKOUT,
    T_RULE = T_VOID_BREAKOUT | ELEMENT_CLOSES_P,
    T_RAW = T_SPECIAL | ELEMENT_RAW,
    T_TITLE = T_SPECIAL | ELEMENT_RCDATA | ELEMENT_SVG_POINT,
    T_VERBATIM_RCDATA = T_SPECIAL | ELEMENT_RCDATA | ELEMENT_VERBATIM,
    T_XMP = T_SPECIAL_PHRASE | ELEMENT_CLOSES_P,
    T_BUTTON = T_SPECIAL_PHRASE | ELEMENT_BLOCK,
    T_CLOSES_P_SPECIAL = T_SPECIAL | ELEMENT_CLOSES_P,
    T_BLOCKISH = T_CLOSES_P_SPECIAL | ELEMENT_BLOCK,
    T_MAIN = ELEMENT_CLOSES_P | ELEMENT_BLOCK, /* to Gumbo it is not special */
    T_BLOCKISH_BREAKOUT = T_BLOCKISH | ELEMENT_BREAKOUT,
    T_VERBATIM_BREAKOUT = T_BLOCKISH_BREAKOUT | ELEMENT_VERBATIM,
    T_ITEM_BREAKOUT = T_CLOSES_P_SPECIAL | ELEMENT_BREAKOUT,
    T_PARAGRAPH = T_ITEM_BREAKOUT,
    T_HEADING = T_ITEM_BREAKOUT,
    T_OBJECTISH = T_SPECIAL_PHRASE | ELEMENT_SCOPE | ELEMENT_MARKER,
    T_TABLE = T_SPECIAL | ELEMENT_SCOPE | ELEMENT_BREAKOUT,
    T_ROWISH = T_SPECIAL | ELEMENT_TABLE_PART,
    T_TABLE_VOID = T_ROWISH | ELEMENT_VOID,
    T_CELLISH = T_ROWISH | ELEMENT_SCOPE | ELEMENT_MARKER,
    T_PAGE_PART = ELEMENT_IMPLIED | ELEMENT_BREAKOUT,
    T_IMPLIED = ELEMENT_IMPLIED
};

const struct str element_names[ELEMENT_N] = {{NULL, 0},
#define X(NAME, name, traits) {name, sizeof(name) - 1},
                                             ELEMENTS(X)
#undef X
};

const struct str element_foreign_names[ELEMENT_N] = {{NULL, 0},
#define X(NAME, name, traits) {"x-" name, sizeof("x-" name) - 1},
                                                     ELEMENTS(X)
#undef X
};

const unsigned short element_traits[ELEMENT_N] = {T_PHRASE,
#define X(NAME, name, traits) T_##traits,
                                                  ELEMENTS(X)
#undef X
};

static void build_table(void *table) {
    name_table_init(table, element_names, ELEMENT_N);
}

const struct name_table *element_table(struct arena *arena) {
    return arena_table(arena, sizeof(struct name_table), build_table);
}
