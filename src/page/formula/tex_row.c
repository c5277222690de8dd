/*
 * Rows of terms; see tex_row.h.
 */
#include "page/formula/tex_row.h"

#include "base/ascii.h"

bool tex_ends_in_command(struct str tex) {
    enum { MOST = 32 }; /* letters of a command */
    size_t i = tex.len;
    while (i > 0 && tex.len - i < MOST && ascii_is_letter(tex.at[i - 1]))
        i--;
    return i < tex.len && i > 0 && tex.at[i - 1] == '\\';
}

/* ---- matrices ---- */

static const struct {
    struct str open, close, environment;
} MATRICES[] = {
    {STR_INIT("("), STR_INIT(")"), STR_INIT("pmatrix")},
    {STR_INIT("["), STR_INIT("]"), STR_INIT("bmatrix")},
    {STR_INIT("\\{"), STR_INIT("\\}"), STR_INIT("Bmatrix")},
    {STR_INIT("|"), STR_INIT("|"), STR_INIT("vmatrix")},
    {STR_INIT("\\|"), STR_INIT("\\|"), STR_INIT("Vmatrix")},
    {STR_INIT("\\{"), STR_INIT(""), STR_INIT("cases")},
};

static struct str environment(struct arena *arena, struct str name, struct str body) {
    struct buffer tex;
    buffer_init(&tex, arena);
    buffer_append(&tex, STR("\\begin{"));
    buffer_append(&tex, name);
    buffer_append(&tex, STR("} "));
    buffer_append(&tex, body);
    buffer_append(&tex, STR(" \\end{"));
    buffer_append(&tex, name);
    buffer_append(&tex, STR("}"));
    return buffer_str(&tex);
}

static bool is_fence(const struct tex_term *term) {
    return term->class == TEX_OPEN || term->class == TEX_CLOSE || term->class == TEX_FENCE;
}

static struct str fence_at(const struct tex_term *terms, size_t n, size_t i) {
    return i < n && is_fence(&terms[i]) ? terms[i].tex : STR("");
}

/* A table between fences is a matrix; after a brace it is a case distinction. */
static void name_matrix(struct arena *arena, struct tex_term *terms, size_t n, size_t i) {
    struct str open = i ? fence_at(terms, n, i - 1) : STR("");
    struct str close = fence_at(terms, n, i + 1);
    for (size_t k = 0; k < N_OF(MATRICES); k++) {
        if (!str_equals(MATRICES[k].open, open) || !str_equals(MATRICES[k].close, close))
            continue;
        terms[i].tex = environment(arena, MATRICES[k].environment, terms[i].body);
        terms[i - 1] = (struct tex_term){.tex = STR(""), .class = TEX_NOTHING};
        if (close.len)
            terms[i + 1] = (struct tex_term){.tex = STR(""), .class = TEX_NOTHING};
        break;
    }
    terms[i].is_table = false;
}

/* A fraction without a bar, in parentheses, is a binomial coefficient. */
static void name_binomial(struct arena *arena, struct tex_term *terms, size_t n, size_t i) {
    terms[i].is_binomial = false;
    if (i == 0 || !str_equals(fence_at(terms, n, i - 1), STR("(")) ||
        !str_equals(fence_at(terms, n, i + 1), STR(")")))
        return;
    struct buffer tex;
    buffer_init(&tex, arena);
    buffer_append(&tex, STR("\\binom"));
    buffer_append(&tex, terms[i].body);
    terms[i].tex = buffer_str(&tex);
    terms[i - 1] = terms[i + 1] = (struct tex_term){.tex = STR(""), .class = TEX_NOTHING};
}

/* ---- fences that grow ---- */

enum { MAX_FENCES = 32 }; /* open at once; deeper ones keep their size */

static void grow(struct arena *arena, struct tex_term *fence, struct str command) {
    struct buffer tex;
    buffer_init(&tex, arena);
    buffer_append(&tex, command);
    buffer_append(&tex, fence->tex);
    fence->tex = buffer_str(&tex);
}

/* Whether a row has exactly two bars, which then are a pair. */
static bool is_pair_of_bars(const struct tex_term *terms, size_t n) {
    size_t n_bars = 0;
    for (size_t i = 0; i < n; i++)
        n_bars += terms[i].class == TEX_FENCE && !terms[i].has_sub && !terms[i].has_sup;
    return n_bars == 2;
}

/* Writes \left and \right before pairs of fences with something tall between them. */
static void grow_fences(struct arena *arena, struct tex_term *terms, size_t n) {
    struct {
        size_t at, n_tall;
    } open[MAX_FENCES];
    size_t n_open = 0, n_tall = 0;
    bool has_bars = is_pair_of_bars(terms, n), in_bars = false;
    for (size_t i = 0; i < n; i++) {
        bool is_bar = has_bars && terms[i].class == TEX_FENCE;
        n_tall += terms[i].is_tall;
        if (terms[i].class == TEX_OPEN || (is_bar && !in_bars)) {
            if (n_open == MAX_FENCES)
                return;
            open[n_open].at = i;
            open[n_open++].n_tall = n_tall;
        } else if (n_open && (terms[i].class == TEX_CLOSE || is_bar)) {
            n_open--;
            if (n_tall > open[n_open].n_tall) {
                grow(arena, &terms[open[n_open].at], STR("\\left"));
                grow(arena, &terms[i], STR("\\right"));
            }
        }
        in_bars ^= is_bar;
    }
}

/* ---- space ---- */

static bool is_operand(const struct tex_term *term) {
    return term && (term->class == TEX_ORDINARY || term->class == TEX_CLOSE ||
                    term->class == TEX_FENCE || term->class == TEX_FUNCTION);
}

/* Whether a space between two terms makes the TeX easier to read; it is not rendered. */
static bool has_space(const struct tex_term *before_last, const struct tex_term *last,
                      const struct tex_term *next) {
    bool last_joins = last->class == TEX_RELATION || last->class == TEX_ARROW ||
                      (last->class == TEX_BINARY && is_operand(before_last));
    bool next_joins = next->class == TEX_RELATION || next->class == TEX_ARROW ||
                      (next->class == TEX_BINARY && is_operand(last));
    return last_joins || next_joins || last->class == TEX_PUNCTUATION || last->class == TEX_LIMITS;
}

static void append_terms(struct buffer *out, const struct tex_term *terms, size_t n) {
    const struct tex_term *before_last = NULL, *last = NULL;
    for (size_t i = 0; i < n; i++) {
        const struct tex_term *next = &terms[i];
        if (next->tex.len == 0)
            continue;
        bool joins_command =
            ascii_is_letter(next->tex.at[0]) && tex_ends_in_command(buffer_str(out));
        if (last && (joins_command || has_space(before_last, last, next)))
            buffer_append_byte(out, ' ');
        buffer_append(out, next->tex);
        before_last = last;
        last = next;
    }
}

struct tex_term tex_row(struct arena *arena, struct tex_term *terms, size_t n) {
    if (n == 1)
        return terms[0];
    struct tex_term row = {.class = TEX_ORDINARY};
    for (size_t i = 0; i < n; i++) {
        if (terms[i].is_table)
            name_matrix(arena, terms, n, i);
        if (terms[i].is_binomial)
            name_binomial(arena, terms, n, i);
    }
    grow_fences(arena, terms, n);
    size_t n_shown = 0, last = 0;
    for (size_t i = 0; i < n; i++) {
        row.is_tall |= terms[i].is_tall;
        n_shown += terms[i].tex.len > 0;
        last = terms[i].tex.len ? i : last;
    }
    if (n_shown == 1)
        return terms[last];
    struct buffer tex;
    buffer_init(&tex, arena);
    append_terms(&tex, terms, n);
    row.tex = buffer_str(&tex);
    row.is_compound =
        n_shown > 1 && !(terms[0].class == TEX_OPEN && terms[n - 1].class == TEX_CLOSE);
    return row;
}
