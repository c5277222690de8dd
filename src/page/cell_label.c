/*
 * Turns alternative texts, labels and names of icons into the text of a cell; see cell_label.h.
 */
#include "page/cell_label.h"

#include "base/ascii.h"

enum {
    MAX_NODES = 12,      /* an icon in a tooltip in a wrapper */
    MAX_LABEL_BYTES = 30 /* "Not available in this plan"; longer texts describe a picture */
};

/* The last words of the classes or addresses of icons: Font Awesome, Bootstrap, Glyphicons,
 * Material, Dashicons, Feather, Tabler, Octicons. */
static const struct {
    struct str name, sign;
} ICONS[] = {
    {STR_INIT("check"), STR_INIT("\u2713")},
    {STR_INIT("tick"), STR_INIT("\u2713")},
    {STR_INIT("glyphicon-ok"), STR_INIT("\u2713")},
    {STR_INIT("icon-yes"), STR_INIT("\u2713")},
    {STR_INIT("dashicons-yes"), STR_INIT("\u2713")},
    {STR_INIT("fa-times"), STR_INIT("\u2717")},
    {STR_INIT("xmark"), STR_INIT("\u2717")},
    {STR_INIT("cross"), STR_INIT("\u2717")},
    {STR_INIT("glyphicon-remove"), STR_INIT("\u2717")},
    {STR_INIT("icon-no"), STR_INIT("\u2717")},
    {STR_INIT("dashicons-no"), STR_INIT("\u2717")},
    {STR_INIT("bi-x"), STR_INIT("\u2717")},
    {STR_INIT("fa-close"), STR_INIT("\u2717")},
    {STR_INIT("icon-x"), STR_INIT("\u2717")},
};

static struct str icon_sign(struct str class) {
    for (size_t i = 0; i < N_OF(ICONS); i++)
        if (str_holds(class, ICONS[i].name))
            return ICONS[i].sign;
    return STR_NONE;
}

/* The sign that the name of a picture's file says: "check.svg", "icon-no.png". */
static struct str file_sign(struct str url) {
    static const struct {
        struct str name, sign;
    } FILES[] = {{STR_INIT("yes"), STR_INIT("\u2713")},   {STR_INIT("check"), STR_INIT("\u2713")},
                 {STR_INIT("tick"), STR_INIT("\u2713")},  {STR_INIT("no"), STR_INIT("\u2717")},
                 {STR_INIT("cross"), STR_INIT("\u2717")}, {STR_INIT("x"), STR_INIT("\u2717")},
                 {STR_INIT("close"), STR_INIT("\u2717")}};
    url = str_before(str_before(url, '?'), '#');
    size_t start = url.len;
    while (start > 0 && !ascii_is_one_of(url.at[start - 1], "/-_"))
        start--;
    struct str word = str_before(str_between(url, start, url.len), '.');
    for (size_t i = 0; i < N_OF(FILES); i++)
        if (str_equals_lower(word, FILES[i].name))
            return FILES[i].sign;
    return STR_NONE;
}

/* The sign for the name of an icon that a font draws. */
static struct str drawn_sign(struct str name) {
    static const struct str YES[] = {STR_INIT("check"), STR_INIT("done"), STR_INIT("check_circle"),
                                     STR_INIT("task_alt")};
    static const struct str NO[] = {STR_INIT("close"), STR_INIT("clear"), STR_INIT("cancel"),
                                    STR_INIT("remove"), STR_INIT("block")};
    if (str_any(name, YES, N_OF(YES), str_equals))
        return STR("\u2713");
    return str_any(name, NO, N_OF(NO), str_equals) ? STR("\u2717") : STR_NONE;
}

static struct str short_label(struct str label) {
    label = str_trim(label);
    return label.len <= MAX_LABEL_BYTES ? label : STR_NONE;
}

static struct str label_of(const struct dom_node *element) {
    struct str label = short_label(dom_attribute(element, DOM_ATTR_ARIA_LABEL));
    if (label.len)
        return label;
    if (element->tag == DOM_INPUT &&
        str_equals_lower(dom_attribute(element, DOM_ATTR_TYPE), STR("checkbox")))
        return dom_has_attribute(element, DOM_ATTR_CHECKED) ? STR("\u2611") : STR("\u2610");
    if (element->tag == DOM_IMG) {
        label = short_label(dom_attribute(element, DOM_ATTR_ALT));
        return label.len ? label : file_sign(dom_attribute(element, DOM_ATTR_SRC));
    }
    label = short_label(dom_attribute(element, DOM_ATTR_TITLE));
    return label.len ? label : icon_sign(dom_attribute(element, DOM_ATTR_CLASS));
}

struct str cell_label(const struct dom *dom, uint32_t cell, uint32_t *node) {
    uint32_t end = dom->nodes[cell].end;
    for (uint32_t i = cell; i < end && i <= cell + MAX_NODES; i++) {
        const struct dom_node *element = &dom->nodes[i];
        struct str label = STR_NONE;
        if (element->kind == DOM_TEXT)
            label = drawn_sign(str_trim(element->text)); /* other text would be in a block */
        else if (element->n_attrs > 0)
            label = label_of(element);
        *node = i;
        if (label.len)
            return label;
    }
    return STR_NONE;
}
