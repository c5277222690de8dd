/*
 * Names functions in TeX; see tex_function.h.
 */
#include "page/formula/tex_function.h"

struct str tex_function(struct str word, enum tex_class *class) {
    static const struct str LIMITS[] = {
        STR_INIT("\\lim"), STR_INIT("\\liminf"), STR_INIT("\\limsup"), STR_INIT("\\max"),
        STR_INIT("\\min"), STR_INIT("\\sup"),    STR_INIT("\\inf"),    STR_INIT("\\det"),
        STR_INIT("\\gcd"), STR_INIT("\\Pr")};
    static const struct str FUNCTIONS[] = {
        STR_INIT("\\sin"),    STR_INIT("\\cos"),   STR_INIT("\\tan"),  STR_INIT("\\cot"),
        STR_INIT("\\sec"),    STR_INIT("\\csc"),   STR_INIT("\\sinh"), STR_INIT("\\cosh"),
        STR_INIT("\\tanh"),   STR_INIT("\\coth"),  STR_INIT("\\log"),  STR_INIT("\\ln"),
        STR_INIT("\\lg"),     STR_INIT("\\exp"),   STR_INIT("\\dim"),  STR_INIT("\\ker"),
        STR_INIT("\\deg"),    STR_INIT("\\hom"),   STR_INIT("\\arg"),  STR_INIT("\\arcsin"),
        STR_INIT("\\arccos"), STR_INIT("\\arctan")};
    for (size_t i = 0; i < N_OF(LIMITS); i++)
        if (str_equals(str_between(LIMITS[i], 1, LIMITS[i].len), word)) {
            *class = TEX_LIMITS;
            return LIMITS[i];
        }
    for (size_t i = 0; i < N_OF(FUNCTIONS); i++)
        if (str_equals(str_between(FUNCTIONS[i], 1, FUNCTIONS[i].len), word)) {
            *class = TEX_FUNCTION;
            return FUNCTIONS[i];
        }
    return STR_NONE;
}
