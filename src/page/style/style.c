/*
 * Reads the declarations of inline styles; see style.h.
 */
#include "page/style/style.h"

#include "base/ascii.h"
#include "base/utf8.h"

bool style_next_declaration(struct str style, size_t *at, struct str *name, struct str *value) {
    while (*at < style.len) {
        struct str rest = str_between(style, *at, style.len);
        struct str declaration = str_before(rest, ';');
        *at += declaration.len + 1;
        *name = str_before(declaration, ':');
        if (name->len == declaration.len)
            continue;
        *value = str_trim(str_between(declaration, name->len + 1, declaration.len));
        *name = str_trim(*name);
        return true;
    }
    return false;
}

/* "bold", "600" to "900". */
static bool is_bold(struct str weight) {
    return str_starts_with_lower(weight, STR("bold")) ||
           (weight.len >= 3 && weight.at[0] >= '6' && weight.at[0] <= '9' &&
            ascii_is_digit(weight.at[1]));
}

/* "normal", "100" to "400". */
static bool is_light(struct str weight) {
    return str_starts_with_lower(weight, STR("normal")) ||
           (weight.len >= 3 && weight.at[0] >= '1' && weight.at[0] <= '4' &&
            ascii_is_digit(weight.at[1]));
}

static void read_declaration(struct style_look *look, struct str name, struct str value) {
    if (str_equals_lower(name, STR("font-weight"))) {
        look->is_bold = is_bold(value);
        look->is_not_bold = is_light(value);
    } else if (str_equals_lower(name, STR("font-style"))) {
        look->is_italic = str_starts_with_lower(value, STR("italic"));
        look->is_not_italic = str_starts_with_lower(value, STR("normal"));
    } else if (str_equals_lower(name, STR("vertical-align"))) {
        if (str_starts_with_lower(value, STR("super")))
            look->script = INLINE_SUPERSCRIPT;
        else if (str_starts_with_lower(value, STR("sub")))
            look->script = INLINE_SUBSCRIPT;
    } else if (str_starts_with_lower(name, STR("text-decoration"))) {
        if (str_starts_with_lower(value, STR("line-through")))
            look->script = INLINE_DELETED;
    }
}

struct style_look style_read(struct str style) {
    enum { MOST_BYTES = 500 }; /* of a style */
    struct style_look look = {.script = INLINE_N_KINDS};
    struct str name, value;
    style = utf8_first(style, MOST_BYTES);
    for (size_t at = 0; style_next_declaration(style, &at, &name, &value);)
        read_declaration(&look, name, value);
    return look;
}
