/*
 * Turns alternative texts, labels and names of icons into the text of a cell; see cell_label.h.
 */
#include "page/cell_label.h"

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

static struct str short_label(struct str label) {
    label = str_trim(label);
    return label.len <= MAX_LABEL_BYTES ? label : STR_NONE;
}

static struct str label_of(const struct dom_node *element) {
    struct str label = short_label(dom_attribute(element, DOM_ATTR_ARIA_LABEL));
    if (label.len)
        return label;
    if (element->tag == DOM_IMG)
        return short_label(dom_attribute(element, DOM_ATTR_ALT));
    label = short_label(dom_attribute(element, DOM_ATTR_TITLE));
    return label.len ? label : icon_sign(dom_attribute(element, DOM_ATTR_CLASS));
}

struct str cell_label(const struct dom *dom, uint32_t cell, uint32_t *node) {
    uint32_t end = dom->nodes[cell].end;
    for (uint32_t i = cell; i < end && i <= cell + MAX_NODES; i++) {
        const struct dom_node *element = &dom->nodes[i];
        if (element->kind != DOM_ELEMENT || element->n_attrs == 0)
            continue;
        struct str label = label_of(element);
        *node = i;
        if (label.len)
            return label;
    }
    return STR_NONE;
}
