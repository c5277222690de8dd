/*
 * Normalizes TeX and its delimiters; see tex.h.
 */
#include "page/formula/tex.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "page/formula/tex_command.h"

static const struct {
    struct str open, close;
    bool is_display;
} DELIMITERS[TEX_DELIMITERS] = {
    {STR_INIT("$$$"), STR_INIT("$$$"), false}, /* Codeforces */
    {STR_INIT("$$"), STR_INIT("$$"), true},
    {STR_INIT("\\["), STR_INIT("\\]"), true},
    {STR_INIT("\\("), STR_INIT("\\)"), false},
    {STR_INIT("$"), STR_INIT("$"), false},
    {STR_INIT("[latex]"), STR_INIT("[/latex]"), false}, /* WordPress */
    {STR_INIT("\\begin{displaymath}"), STR_INIT("\\end{displaymath}"), true},
    {STR_INIT("% <![CDATA["), STR_INIT("%]]>"), false}, /* kramdown */
};

/* Environments of a displayed formula, which need no delimiters. */
static const struct str ENVIRONMENTS[] = {
    STR_INIT("align"),    STR_INIT("equation"), STR_INIT("gather"),  STR_INIT("multline"),
    STR_INIT("eqnarray"), STR_INIT("alignat"),  STR_INIT("flalign"), STR_INIT("split")};

/* ---- one form ---- */

/* What PubMed Central and Springer put around a formula. */
static struct str without_document(struct str s) {
    static const struct str BEGIN = STR_INIT("\\begin{document}"),
                            END = STR_INIT("\\end{document}");
    size_t begin = str_find(s, BEGIN);
    if (begin == s.len)
        return s;
    s = str_between(s, begin + BEGIN.len, s.len);
    return str_between(s, 0, str_find(s, END));
}

static bool strip_delimiters(struct str *s, bool *is_display) {
    for (size_t i = 0; i < N_OF(DELIMITERS); i++) {
        struct str open = DELIMITERS[i].open, close = DELIMITERS[i].close;
        if (s->len < open.len + close.len || !str_starts_with(*s, open) ||
            !str_ends_with(*s, close))
            continue;
        *s = str_trim(str_between(*s, open.len, s->len - close.len));
        if (str_starts_with(*s, STR("latex "))) /* WordPress */
            *s = str_trim(str_between(*s, STR("latex ").len, s->len));
        *is_display |= DELIMITERS[i].is_display;
        return true;
    }
    return false;
}

/* Whether the brace that opens at the start of `s` closes at its end, not before. */
static bool is_one_group(struct str s) {
    size_t depth = 0;
    if (s.len < 2 || s.at[0] != '{' || s.at[s.len - 1] != '}')
        return false;
    for (size_t i = 0; i < s.len; i++) {
        if (s.at[i] == '\\')
            i++;
        else if (s.at[i] == '{')
            depth++;
        else if (s.at[i] == '}' && --depth == 0)
            return i + 1 == s.len;
    }
    return false;
}

/* \displaystyle and \textstyle at the start of a formula set its size, not its content; MediaWiki
 * puts both into braces. */
static bool strip_style(struct str *s) {
    static const struct str STYLES[] = {STR_INIT("\\displaystyle"), STR_INIT("\\textstyle")};
    struct str inner = is_one_group(*s) ? str_trim(str_between(*s, 1, s->len - 1)) : *s;
    for (size_t i = 0; i < N_OF(STYLES); i++) {
        size_t len = STYLES[i].len;
        if (!str_starts_with(inner, STYLES[i]) ||
            (inner.len > len && ascii_is_letter(inner.at[len])))
            continue;
        *s = str_trim(str_between(inner, len, inner.len));
        return true;
    }
    return false;
}

/* The end of the line that a comment takes, or `at` if the "%" there does not begin one: after a
 * backslash it is a percent sign, and without a line break it would hide the rest. *line_end is
 * that of the line of the comment before, or 0. */
static size_t comment_end(struct str s, size_t at, size_t *line_end) {
    if (*line_end <= at)
        *line_end = str_find_byte(s, at, '\n');
    return *line_end < s.len ? *line_end + 1 : at;
}

/* Appends the command at `at`; one that does more than draw becomes its name, upright. Returns the
 * position after it. */
static size_t append_command(struct buffer *out, struct str s, size_t at) {
    size_t end = at + 1;
    while (end < s.len && ascii_is_letter(s.at[end]))
        end++;
    struct str name = str_between(s, at + 1, end);
    if (!tex_command_acts(name)) {
        end += name.len == 0;
        buffer_append(out, str_between(s, at, end));
        return end;
    }
    buffer_append(out, STR("\\mathrm{"));
    buffer_append(out, name);
    buffer_append_byte(out, '}');
    return end;
}

/* Without a backslash that would make the closing dollar part of the formula. */
static struct str without_last_backslash(struct str s) {
    size_t n = 0;
    while (n < s.len && s.at[s.len - 1 - n] == '\\')
        n++;
    return str_between(s, 0, s.len - n % 2);
}

/* The formula on one line: comments removed, white space collapsed, a "%" that would now begin a
 * comment escaped, and nothing in it that acts, in TeX or on a terminal. ("^^" can spell any
 * character.) */
static struct str on_one_line(struct arena *arena, struct str raw) {
    struct buffer shown, out;
    buffer_init(&shown, arena);
    utf8_append_displayable(&shown, raw);
    struct str s = buffer_str(&shown);
    buffer_init(&out, arena);
    size_t line_end = 0;
    for (size_t i = 0; i < s.len;) {
        bool is_space = (unsigned char)s.at[i] <= ' ' || s.at[i] == 0x7F;
        if (s.at[i] == '\\' && i + 1 < s.len && (unsigned char)s.at[i + 1] > ' ') {
            i = append_command(&out, s, i);
        } else if (s.at[i] == '^' && out.len && out.data[out.len - 1] == '^') {
            i++;
        } else if (s.at[i] == '%') {
            size_t end = comment_end(s, i, &line_end);
            if (end == i)
                buffer_append(&out, STR("\\%"));
            i = end > i ? end : i + 1;
        } else {
            if (!is_space)
                buffer_append_byte(&out, s.at[i]);
            else if (out.len && out.data[out.len - 1] != ' ')
                buffer_append_byte(&out, ' ');
            i++;
        }
    }
    return without_last_backslash(str_trim(buffer_str(&out)));
}

/* The name of the environment that begins at `at`, with its star; STR_NONE if it is not one of a
 * displayed formula. */
static struct str environment_at(struct str text, size_t at) {
    enum { MAX_BYTES = 16 }; /* of a name, and what ends it */
    static const struct str BEGIN = STR_INIT("\\begin{");
    if (!str_has_at(text, at, BEGIN))
        return STR_NONE;
    size_t first = at + BEGIN.len,
           end = text.len - first > MAX_BYTES ? first + MAX_BYTES : text.len;
    struct str name = str_before(str_between(text, first, end), '}'), bare = name;
    if (bare.len && bare.at[bare.len - 1] == '*')
        bare.len--;
    return str_any(bare, ENVIRONMENTS, N_OF(ENVIRONMENTS), str_equals) ? name : STR_NONE;
}

struct tex_formula tex_formula(struct arena *arena, struct str source) {
    struct tex_formula formula = {.tex = str_trim(without_document(source))};
    enum { MOST_LAYERS = 4 }; /* for example, delimiters around a style around a group */
    for (int i = 0; i < MOST_LAYERS; i++)
        if (!strip_delimiters(&formula.tex, &formula.is_display) && !strip_style(&formula.tex))
            break;
    formula.is_display |= environment_at(formula.tex, 0).at != NULL;
    formula.tex = on_one_line(arena, formula.tex);
    return formula;
}

void tex_append_delimited(struct buffer *out, const struct tex_formula *formula) {
    struct str delimiter = formula->is_display ? STR("$$") : STR("$");
    buffer_append(out, delimiter);
    buffer_append(out, formula->tex);
    buffer_append(out, delimiter);
}

/* ---- formulas in text ---- */

/* Formulas in text are shorter. Bounds the search for an end that never comes. */
enum { MOST_BYTES = 4000 };

/* The position of the next unescaped `close` at or after `from`; text.len if there is none. What
 * the last search has passed, up to *passed, is not searched again. */
static size_t find_close(struct str text, size_t from, struct str close, size_t *passed) {
    size_t i = *passed > from ? *passed : from;
    for (; i + close.len <= text.len && i - from < MOST_BYTES; i++) {
        if (str_has_at(text, i, close))
            break;
        if (text.at[i] == '\\')
            i++;
    }
    *passed = i;
    return i + close.len <= text.len && i - from < MOST_BYTES ? i : text.len;
}

static bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t';
}

static bool has_any(struct str s, const char *chars) {
    for (size_t i = 0; i < s.len; i++)
        if (ascii_is_in(s.at[i], chars, strlen(chars)))
            return true;
    return false;
}

/* Whether the text between two single dollars is a formula, and not the text between two prices,
 * shell variables or spreadsheet cells. */
static bool is_dollar_formula(struct str text, size_t first, size_t end) {
    struct str inner = str_between(text, first, end);
    if (inner.len == 0 || is_space(inner.at[0]) || is_space(inner.at[inner.len - 1]))
        return false;
    if (end + 1 < text.len && ascii_is_alphanumeric(text.at[end + 1]))
        return false;
    if (first >= 2 && ascii_is_alphanumeric(text.at[first - 2]))
        return false;
    bool is_price =
        ascii_is_digit(inner.at[0]) && !str_has_byte(inner, '\\') && !str_has_byte(inner, '^');
    bool is_name = inner.len <= 3 && ascii_is_letter(inner.at[0]);
    return !is_price && (has_any(inner, "\\^_={}<>+*") || is_name);
}

/* The end of the formula that begins at `at` with the delimiters `k`, or `at`. */
static size_t formula_end(struct tex_search *search, size_t at, size_t k) {
    struct str text = search->text, open = DELIMITERS[k].open, close = DELIMITERS[k].close;
    size_t first = at + open.len, end = find_close(text, first, close, &search->passed[k]);
    if (end == text.len || end == first)
        return at;
    struct str inner = str_trim(str_between(text, first, end));
    bool is_inline = open.at[0] == '$' && open.len != 2;
    if (inner.len == 0 || (is_inline && !is_dollar_formula(text, first, end)))
        return at;
    /* "$$" is also a class of prices: "$$ . Italian . $$$". */
    if (open.at[0] == '$' && inner.len > 3 &&
        (inner.at[0] == ')' || !has_any(inner, "\\^_={}<>+*(|/-")))
        return at;
    /* A backslash with a bracket may be an escape in a text about Markdown or patterns. */
    if (open.at[0] == '\\' && str_has_byte(inner, '\n') && str_holds(inner, STR("\n\n")))
        return at;
    return end + close.len;
}

/* The delimiters that open at `i`, or N_OF(DELIMITERS). */
static size_t delimiters_at(struct str text, size_t i) {
    size_t k = 0;
    if (text.at[i] == '$' && i > 0 && text.at[i - 1] == '$')
        return N_OF(DELIMITERS); /* the rest of "$$$$" */
    while (k < N_OF(DELIMITERS) && !str_has_at(text, i, DELIMITERS[k].open))
        k++;
    return k;
}

/* The end of the environment that begins at `at`, or `at`. */
static size_t environment_end(struct str text, size_t at) {
    static const struct str END = STR_INIT("\\end{");
    struct str name = environment_at(text, at);
    size_t last = text.len - at < MOST_BYTES ? text.len : at + MOST_BYTES;
    for (size_t i = at; name.at && i + END.len + name.len < last; i++) {
        i += str_find(str_between(text, i, last), END);
        if (i + END.len + name.len < last && str_has_at(text, i + END.len, name) &&
            text.at[i + END.len + name.len] == '}')
            return i + END.len + name.len + 1;
    }
    return at;
}

bool tex_search_next(struct tex_search *search) {
    struct str text = search->text;
    for (size_t i = search->end; i < text.len; i++) {
        char c = text.at[i];
        if (c != '$' && c != '\\' && c != '[')
            continue;
        size_t k = delimiters_at(text, i), found = i;
        if (k < N_OF(DELIMITERS))
            found = formula_end(search, i, k);
        else if (c == '\\')
            found = environment_end(text, i);
        if (found > i) {
            search->at = i;
            search->end = found;
            return true;
        }
        i += c == '\\'; /* \$ is a dollar */
    }
    return false;
}

bool tex_is_likely(struct str text) {
    text = str_trim(text);
    bool is_display = false;
    struct str inner = text;
    if (strip_delimiters(&inner, &is_display) && inner.len)
        return text.at[0] != '[' || str_starts_with(text, STR("[latex]"));
    size_t n_commands = 0, n_signs = 0;
    for (size_t i = 0; i < text.len; i++) {
        n_commands += text.at[i] == '\\' && i + 1 < text.len && ascii_is_letter(text.at[i + 1]);
        n_signs += ascii_is_one_of(text.at[i], "^_{}");
    }
    return n_commands > 0 && (n_signs > 0 || text.at[0] == '\\') &&
           !(text.len > 2 && text.at[1] == ':'); /* C:\path */
}

void tex_append_text(struct buffer *out, struct str text) {
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] == '\\')
            buffer_append(out, STR("\\textbackslash "));
        else if (text.at[i] == '^' || text.at[i] == '~')
            buffer_append(out, text.at[i] == '^' ? STR("\\^{}") : STR("\\~{}"));
        else {
            if (strchr("#$%&_{}", text.at[i]) && text.at[i])
                buffer_append_byte(out, '\\');
            buffer_append_byte(out, text.at[i]);
        }
    }
}
