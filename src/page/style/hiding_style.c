/*
 * Reads the declarations that hide an element; see hiding_style.h.
 */
#include "page/style/hiding_style.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "page/style/style.h"

/* "-9999px": so far to the left or above that it is off every screen. */
static bool is_far_off(struct str value) {
    enum { MIN_DIGITS = 3 };
    size_t n = 0;
    if (value.len == 0 || value.at[0] != '-')
        return false;
    while (1 + n < value.len && ascii_is_digit(value.at[1 + n]))
        n++;
    return n >= MIN_DIGITS && !(1 + n < value.len && value.at[1 + n] == '%');
}

/* "0", "0px", "0.0"; not "0.5" */
static bool is_zero(struct str value) {
    if (value.len == 0 || value.at[0] != '0')
        return false;
    for (size_t i = 0; i < value.len; i++)
        if (value.at[i] >= '1' && value.at[i] <= '9')
            return false;
    return true;
}

/* At most a pixel: "0", "1px", "0.1px". */
static bool is_tiny(struct str value) {
    bool is_fraction = str_starts_with(value, STR("0.")) || str_starts_with(value, STR("."));
    return is_zero(value) || str_starts_with_lower(value, STR("1px")) ||
           (is_fraction && str_holds(value, STR("px")));
}

/* ---- colors ---- */

enum {
    NO_COLOR = -1,   /* unknown, or not the same everywhere */
    TRANSPARENT = -2 /* otherwise the color is 0xRRGGBB */
};

static int hex_color(struct str digits) {
    int color = 0;
    bool is_short = digits.len == 3;
    for (size_t i = 0; i < digits.len; i++) {
        uint32_t value = ascii_digit_value(digits.at[i]);
        if (value > 15)
            return NO_COLOR;
        color = color * 16 + (int)value;
        if (is_short)
            color = color * 16 + (int)value;
    }
    return is_short || digits.len == 6 ? color : NO_COLOR;
}

/* "255, 255, 255" or "0 0 0 / 0" */
static int rgb_color(struct str numbers) {
    enum { N_COLORS = 3, MOST = 255 };
    int color = 0, n = 0;
    for (size_t i = 0; i < numbers.len && n <= N_COLORS;) {
        if (!ascii_is_digit(numbers.at[i])) {
            if (!ascii_is_one_of(numbers.at[i++], ", /)"))
                return NO_COLOR;
            continue;
        }
        int value = 0;
        if (n == N_COLORS)
            return is_zero(str_before(str_between(numbers, i, numbers.len), ')')) ? TRANSPARENT
                                                                                  : NO_COLOR;
        while (i < numbers.len && ascii_is_digit(numbers.at[i]) && value <= MOST)
            value = value * 10 + (numbers.at[i++] - '0');
        color = color * 256 + value;
        n++;
    }
    return n == N_COLORS ? color : NO_COLOR;
}

static int read_color(struct str value) {
    value = str_trim(str_before(value, '!'));
    if (value.len > 3 && value.at[0] == '#')
        return hex_color(str_between(value, 1, value.len));
    size_t open = str_find_byte(value, 0, '(');
    if (open < value.len && str_starts_with_lower(value, STR("rgb")))
        return rgb_color(str_between(value, open + 1, value.len));
    if (str_equals_lower(value, STR("transparent")))
        return TRANSPARENT;
    if (str_equals_lower(value, STR("white")))
        return 0xFFFFFF;
    return str_equals_lower(value, STR("black")) ? 0 : NO_COLOR;
}

/* ---- declarations ---- */

struct look {
    bool is_gone;            /* not displayed, not visible, off the screen, too small */
    bool is_flat, is_narrow; /* no height, no width */
    bool clips;              /* cuts off what does not fit */
    bool is_transparent;     /* perhaps only for now: many pages show a part when the reader
                                scrolls to it */
    bool is_out_of_flow;     /* without space of its own, or without clicks */
    bool is_animated;        /* a script or style sheet will change it */
    bool is_drawn;           /* letters have a shadow, or are filled with the background */
    int color, background;
};

/* "inset(50%)": cut off from all sides. */
static bool clips_all(struct str value) {
    static const struct str SHAPES[] = {STR_INIT("inset(50%)"), STR_INIT("inset(100%)"),
                                        STR_INIT("circle(0)"), STR_INIT("polygon(0 0,0 0"),
                                        STR_INIT("polygon(0 0, 0 0")};
    return str_any(value, SHAPES, N_OF(SHAPES), str_starts_with_lower);
}

static bool hides_at_once(struct str name, struct str value) {
    static const struct str OFFSETS[] = {STR_INIT("left"), STR_INIT("top"), STR_INIT("right"),
                                         STR_INIT("margin-left"), STR_INIT("text-indent")};
    if (str_any(name, OFFSETS, N_OF(OFFSETS), str_equals_lower))
        return is_far_off(value);
    if (str_equals_lower(name, STR("display")))
        return str_starts_with_lower(value, STR("none"));
    if (str_equals_lower(name, STR("visibility")))
        return str_starts_with_lower(value, STR("hidden")) ||
               str_starts_with_lower(value, STR("collapse"));
    if (str_equals_lower(name, STR("content-visibility")))
        return str_starts_with_lower(value, STR("hidden"));
    if (str_equals_lower(name, STR("font-size")))
        return is_tiny(value);
    if (str_equals_lower(name, STR("clip")))
        return str_starts_with_lower(value, STR("rect(0")) ||
               str_starts_with_lower(value, STR("rect(1px"));
    return str_equals_lower(name, STR("clip-path")) && clips_all(value);
}

static void read_declaration(struct look *look, struct str name, struct str value) {
    look->is_gone |= hides_at_once(name, value);
    if (str_equals_lower(name, STR("height")) || str_equals_lower(name, STR("max-height")))
        look->is_flat |= is_tiny(value);
    else if (str_equals_lower(name, STR("width")) || str_equals_lower(name, STR("max-width")))
        look->is_narrow |= is_tiny(value);
    else if (str_equals_lower(name, STR("overflow")))
        look->clips |= str_starts_with_lower(value, STR("hidden"));
    else if (str_equals_lower(name, STR("opacity")))
        look->is_transparent |= is_zero(value);
    else if (str_equals_lower(name, STR("pointer-events")))
        look->is_out_of_flow |= str_starts_with_lower(value, STR("none"));
    else if (str_equals_lower(name, STR("position")))
        look->is_out_of_flow |= str_starts_with_lower(value, STR("absolute"));
    else if (str_equals_lower(name, STR("color")))
        look->color = read_color(value);
    else if (str_equals_lower(name, STR("background-color")) ||
             str_equals_lower(name, STR("background")))
        look->background = read_color(value);
    else if (str_equals_lower(name, STR("text-shadow")) || str_holds(name, STR("background-")) ||
             str_holds(name, STR("-fill-color")))
        look->is_drawn = true;
    else if (str_starts_with_lower(name, STR("transform")) ||
             str_starts_with_lower(name, STR("transition")) ||
             str_starts_with_lower(name, STR("animation")) ||
             str_equals_lower(name, STR("will-change")))
        look->is_animated = true;
}

/* Letters in the color of their background. */
static bool is_uncolored(const struct look *look) {
    return !look->is_drawn && look->color != NO_COLOR &&
           (look->color == TRANSPARENT || look->color == look->background);
}

bool hiding_style(struct str style, enum dom_tag tag) {
    enum { MOST_BYTES = 500 }; /* of a style */
    bool has_text = !(dom_tag_traits((uint8_t)tag) & DOM_IS_VOID);
    bool is_in_line = has_text && !(dom_tag_traits((uint8_t)tag) & DOM_IS_BLOCK);
    struct look look = {.color = NO_COLOR, .background = NO_COLOR};
    struct str name, value;
    style = utf8_first(style, MOST_BYTES);
    for (size_t at = 0; style_next_declaration(style, &at, &name, &value);)
        read_declaration(&look, name, value);
    if (look.is_animated)
        return false;
    return look.is_gone || (has_text && is_uncolored(&look)) ||
           (look.is_transparent && (look.is_out_of_flow || is_in_line)) ||
           ((look.is_flat || look.is_narrow) && look.clips);
}
