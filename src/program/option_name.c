/*
 * Finds names by their beginnings and by similarity; see option_name.h.
 */
#include "program/option_name.h"

#include <string.h>

/* Longer names are not typing errors. */
enum { MAX_LEN = 40 };

/* The typing errors allowed: one, or two in a longer name. */
static unsigned allowed_slips(size_t len) {
    return len < 5 ? 1 : 2;
}

int option_name_find(struct str name, option_name_at *at, const void *names, size_t n) {
    int found = OPTION_NAME_UNKNOWN;
    for (size_t i = 0; i < n; i++) {
        const char *candidate = at(names, i);
        if (!candidate || strncmp(candidate, name.at, name.len) != 0)
            continue;
        if (candidate[name.len] == '\0')
            return (int)i;
        found = found == OPTION_NAME_UNKNOWN ? (int)i : OPTION_NAME_AMBIGUOUS;
    }
    return name.len ? found : OPTION_NAME_UNKNOWN;
}

static unsigned least(unsigned a, unsigned b) {
    return a < b ? a : b;
}

/* Damerau's distance, in its "optimal string alignment" form; both are at most MAX_LEN long. */
static unsigned distance(struct str a, struct str b) {
    unsigned rows[MAX_LEN + 1][MAX_LEN + 1];
    for (size_t i = 0; i <= a.len; i++) {
        for (size_t j = 0; j <= b.len; j++) {
            if (i == 0 || j == 0) {
                rows[i][j] = (unsigned)(i + j);
                continue;
            }
            unsigned here = rows[i - 1][j - 1] + (a.at[i - 1] != b.at[j - 1]);
            here = least(here, least(rows[i - 1][j], rows[i][j - 1]) + 1);
            if (i > 1 && j > 1 && a.at[i - 1] == b.at[j - 2] && a.at[i - 2] == b.at[j - 1])
                here = least(here, rows[i - 2][j - 2] + 1);
            rows[i][j] = here;
        }
    }
    return rows[a.len][b.len];
}

const char *option_name_suggest(struct str name, option_name_at *at, const void *names, size_t n) {
    const char *best = NULL;
    unsigned best_distance = allowed_slips(name.len) + 1;
    if (name.len > MAX_LEN)
        return NULL;
    for (size_t i = 0; i < n; i++) {
        const char *candidate = at(names, i);
        size_t len = candidate ? strlen(candidate) : MAX_LEN + 1;
        if (len > MAX_LEN)
            continue;
        unsigned slips = distance(name, (struct str){candidate, len});
        if (slips < best_distance && slips < len) {
            best = candidate;
            best_distance = slips;
        }
    }
    return best;
}
