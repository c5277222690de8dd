/*
 * Reads TeX from addresses; see formula_address.h.
 */
#include "page/formula/formula_address.h"

#include "base/ascii.h"
#include "base/buffer.h"
#include "base/url.h"
#include "base/utf8.h"

/* Parts of the addresses of services. */
static const struct str SERVICES[] = {
    STR_INIT("latex.codecogs.com"), STR_INIT("chart?cht=tx"),    STR_INIT("/equation?tex="),
    STR_INIT("math.now.sh"),        STR_INIT("math.vercel.app"), STR_INIT("i.upmath.me"),
    STR_INIT("mimetex.cgi"),        STR_INIT("mathtex.cgi"),     STR_INIT("/latex.php?"),
    STR_INIT("/render/math?math=")};

/* For each of them, what precedes the formula, and whether it is encoded like a form, with "+" for
 * a space. */
static const struct {
    struct str before;
    bool is_form;
} PLACES[] = {{STR_INIT("?"), false},     {STR_INIT("&chl="), true},  {STR_INIT("?tex="), true},
              {STR_INIT("?from="), true}, {STR_INIT("?from="), true}, {STR_INIT("/svg/"), false},
              {STR_INIT("?"), false},     {STR_INIT("?"), false},     {STR_INIT("latex="), true},
              {STR_INIT("?math="), true}};

_Static_assert(N_OF(SERVICES) == N_OF(PLACES), "each service says where its formula begins");

void formula_services_init(struct formula_services *services) {
    *services = (struct formula_services){0};
    for (size_t i = 0; i < N_OF(SERVICES); i++)
        str_starts_add(&services->starts, SERVICES[i]);
}

bool formula_is_of_service(const struct formula_services *services, struct str url) {
    return str_holds_any_of(url, SERVICES, N_OF(SERVICES), &services->starts);
}

/* CodeCogs writes "&space;" and "&plus;"; where another "&" comes, the settings of a service
 * begin. */
static struct str without_settings(struct arena *arena, struct str tex, bool is_form) {
    static const struct str SPACE = STR_INIT("&space;"), PLUS = STR_INIT("&plus;");
    struct buffer out;
    buffer_init(&out, arena);
    for (size_t i = 0; i < tex.len; i++) {
        bool is_space = str_has_at(tex, i, SPACE), is_plus = str_has_at(tex, i, PLUS);
        if (tex.at[i] == '&' && !is_space && !is_plus)
            break;
        if (is_plus)
            buffer_append_byte(&out, '+');
        else
            buffer_append_byte(&out, is_space || (is_form && tex.at[i] == '+') ? ' ' : tex.at[i]);
        i += is_space ? SPACE.len - 1 : is_plus ? PLUS.len - 1 : 0;
    }
    return buffer_str(&out);
}

static bool is_clean(struct str tex) {
    if (!utf8_is_valid(tex))
        return false;
    for (size_t i = 0; i < tex.len;)
        if (utf8_is_control(utf8_next(tex, &i)))
            return false;
    return tex.len > 0;
}

/* Commands for the size and color of the image: "\\dpi{150}", "\\bg_white". */
static struct str without_look(struct str tex) {
    static const struct str LOOKS[] = {
        STR_INIT("\\inline"), STR_INIT("\\dpi{"),  STR_INIT("\\bg_"),   STR_INIT("\\fn_"),
        STR_INIT("\\small"),  STR_INIT("\\large"), STR_INIT("\\LARGE"), STR_INIT("\\huge"),
        STR_INIT("\\tiny"),   STR_INIT("\\bg{")};
    tex = str_trim(tex);
    while (str_any(tex, LOOKS, N_OF(LOOKS), str_starts_with)) {
        size_t end = 1;
        while (end < tex.len && (ascii_is_letter(tex.at[end]) || tex.at[end] == '_'))
            end++;
        if (end < tex.len && tex.at[end] == '{')
            end = str_find_byte(tex, end, '}') + 1;
        tex = str_trim(str_between(tex, end < tex.len ? end : tex.len, tex.len));
    }
    return tex;
}

struct str formula_of_address(struct arena *arena, const struct formula_services *services,
                              struct str url) {
    if (!formula_is_of_service(services, url))
        return STR_NONE;
    for (size_t i = 0; i < N_OF(SERVICES); i++) {
        size_t at = str_holds(url, SERVICES[i]) ? str_find(url, PLACES[i].before) : url.len;
        if (at == url.len)
            continue;
        at += PLACES[i].before.len;
        struct str tex = without_settings(arena, str_between(url, at, url.len), PLACES[i].is_form);
        tex = without_look(url_decode(arena, tex));
        return is_clean(tex) ? tex : STR_NONE;
    }
    return STR_NONE;
}
