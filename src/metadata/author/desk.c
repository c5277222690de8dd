/*
 * Recognizes names of newsrooms; see desk.h.
 */
#include "metadata/author/desk.h"

bool desk_is(struct str text) {
    static const struct str ENDS[] = {STR_INIT("-Redaktion"), STR_INIT("-redaktion"),
                                      STR_INIT("-Redactie"), STR_INIT("-redactie")};
    for (size_t i = 0; i < N_OF(ENDS); i++)
        if (text.len > ENDS[i].len && str_ends_with(text, ENDS[i]))
            return !str_has_byte(text, ' ');
    return false;
}
