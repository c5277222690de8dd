/*
 * Recognizes names of places; see place_line.h.
 */
#include "metadata/author/place_line.h"

#include "base/ascii.h"

static bool is_letter(char c) {
    return ascii_is_letter(c) || (unsigned char)c >= 0x80;
}

/* Whether the word that ends at text.at[end] is a preposition of place. */
static bool ends_in_place_word(struct str text, size_t end) {
    static const struct str WORDS[] = {STR_INIT(" in"), STR_INIT(" im"), STR_INIT(" at"),
                                       STR_INIT(" near")};
    return str_any(str_between(text, 0, end), WORDS, N_OF(WORDS), str_ends_with);
}

bool place_line_is_told_of(const struct gathering *g, struct str name) {
    for (uint32_t i = 0; i < g->page->n_blocks; i++) {
        struct str text = g->page->blocks[i].text;
        size_t at = str_find(text, name), end = at + name.len;
        bool is_whole = at > 1 && at < text.len && (end == text.len || !is_letter(text.at[end]));
        if (is_whole && text.at[at - 1] == ' ' && ends_in_place_word(text, at - 1))
            return true;
    }
    return false;
}

bool place_line_is_room(struct str text) {
    static const struct str WORDS[] = {STR_INIT(" Room"),      STR_INIT(" Ballroom"),
                                       STR_INIT(" Courtroom"), STR_INIT(" Auditorium"),
                                       STR_INIT(" Embassy"),   STR_INIT(" Airport"),
                                       STR_INIT(" Avenue"),    STR_INIT(" Building")};
    return str_any(text, WORDS, N_OF(WORDS), str_ends_with);
}
