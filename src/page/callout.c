/*
 * Names of callouts, as data; see callout.h.
 */
#include "page/callout.h"

#include "base/ascii.h"
#include "base/utf8.h"

/* Classes of whole callout boxes. With `needs_kind` it must be accompanied by a kind, as another
 * class or as its suffix: the bare name is also used for other things. */
static const struct {
    struct str class;
    bool needs_kind;
} CALLOUTS[] = {
    {STR_INIT("admonition"), false},                   /* Sphinx, MkDocs, Docusaurus, Hugo themes */
    {STR_INIT("theme-admonition"), false},             /* Docusaurus */
    {STR_INIT("admonitionblock"), false},              /* Asciidoctor */
    {STR_INIT("markdown-alert"), false},               /* GitHub */
    {STR_INIT("callout"), false},                      /* Obsidian, Notion, ReadMe, Angular */
    {STR_INIT("notecard"), false},                     /* MDN */
    {STR_INIT("custom-block"), true},                  /* VuePress, VitePress */
    {STR_INIT("starlight-aside"), false},              /* Starlight */
    {STR_INIT("confluence-information-macro"), false}, /* Confluence */
    {STR_INIT("kg-callout-card"), false},              /* Ghost */
    {STR_INIT("notion-callout"), false},               /* Notion's pages on the web */
    {STR_INIT("hextra-callout"), false},               /* Hextra */
    {STR_INIT("nextra-callout"), false},               /* Nextra */
    {STR_INIT("book-hint"), false},                    /* Hugo Book */
    {STR_INIT("alert"), true},                         /* Bootstrap, Docsy */
    {STR_INIT("notice"), true},                        /* Relearn */
    {STR_INIT("hint"), true},                          /* GitBook */
};

/* Names of kinds of boxes, and their kinds here. */
static const struct {
    struct str name, kind;
} KINDS[] = {
    {STR_INIT("note"), STR_INIT("note")},         {STR_INIT("info"), STR_INIT("info")},
    {STR_INIT("information"), STR_INIT("info")},  {STR_INIT("tip"), STR_INIT("tip")},
    {STR_INIT("hint"), STR_INIT("tip")},          {STR_INIT("important"), STR_INIT("important")},
    {STR_INIT("warning"), STR_INIT("warning")},   {STR_INIT("warn"), STR_INIT("warning")},
    {STR_INIT("attention"), STR_INIT("warning")}, {STR_INIT("caution"), STR_INIT("caution")},
    {STR_INIT("danger"), STR_INIT("danger")},     {STR_INIT("error"), STR_INIT("danger")},
    {STR_INIT("success"), STR_INIT("success")},   {STR_INIT("check"), STR_INIT("success")},
    {STR_INIT("seealso"), STR_INIT("info")},      {STR_INIT("todo"), STR_INIT("todo")},
    {STR_INIT("question"), STR_INIT("question")}, {STR_INIT("example"), STR_INIT("example")},
    {STR_INIT("abstract"), STR_INIT("abstract")}, {STR_INIT("summary"), STR_INIT("abstract")},
    {STR_INIT("bug"), STR_INIT("bug")},           {STR_INIT("failure"), STR_INIT("failure")},
    {STR_INIT("quote"), STR_INIT("quote")},       {STR_INIT("primary"), STR_INIT("note")},
    {STR_INIT("secondary"), STR_INIT("note")},
};

/* Kinds that are classes of boxes by themselves, in DocBook, DITA, rustdoc and handwritten pages;
 * other things have them too, so the element or its text must also say that it is a callout. */
static const struct str PLAIN[] = {STR_INIT("note"),     STR_INIT("tip"),    STR_INIT("warning"),
                                   STR_INIT("caution"),  STR_INIT("danger"), STR_INIT("important"),
                                   STR_INIT("attention")};

enum { MAX_CLASS_BYTES = 256 }; /* of a class attribute; the rest is not looked at */

/* Microsoft Learn's "NOTE" is a class of its own, in capitals. */
static const struct str SHOUTED[] = {STR_INIT("NOTE"), STR_INIT("TIP"), STR_INIT("IMPORTANT"),
                                     STR_INIT("WARNING"), STR_INIT("CAUTION")};

static bool is_plain(uint8_t tag, struct str name) {
    return (tag == DOM_DIV || tag == DOM_ASIDE || tag == DOM_SECTION) &&
           str_any(name, PLAIN, N_OF(PLAIN), str_equals);
}

static struct str kind_named(struct str name) {
    for (size_t i = 0; i < N_OF(KINDS); i++)
        if (str_equals_lower(name, KINDS[i].name))
            return KINDS[i].kind;
    return STR_NONE;
}

/* The last part of a class that names a kind: "alert-warning", "confluence-information-macro-tip",
 * "callout_info". */
static struct str kind_of_token(struct str token) {
    size_t at = token.len;
    while (at > 0 && token.at[at - 1] != '-' && token.at[at - 1] != '_')
        at--;
    return kind_named(str_between(token, at, token.len));
}

/* "notice--info": the class of a box whose kind is part of its name. */
static bool is_joined_class(struct str token) {
    return str_starts_with(token, STR("notice--")); /* Minimal Mistakes */
}

/* Whether a class is, or may be, that of a callout; *needs_kind says whether its kind must be
 * given. */
static bool is_callout_class(struct str token, bool *needs_kind) {
    if (token.len < STR("hint").len || !ascii_is_one_of(token.at[0], "atmcnskhb"))
        return false;
    for (size_t i = 0; i < N_OF(CALLOUTS); i++)
        if (str_equals(token, CALLOUTS[i].class)) {
            *needs_kind = CALLOUTS[i].needs_kind;
            return true;
        }
    *needs_kind = true;
    return is_joined_class(token);
}

/* "details" says how a box opens, and is its kind only if there is no other. */
static struct str kind_of_classes(struct str class) {
    struct str token, kind = STR_NONE;
    bool needs_kind, is_details = false;
    for (size_t at = 0; !kind.at && (token = dom_next_name(class, &at)).at;) {
        if (str_equals(token, STR("details")))
            is_details = true;
        else if (is_joined_class(token) || !is_callout_class(token, &needs_kind))
            kind = kind_of_token(token); /* "hint hint-info": the first names no kind */
    }
    return kind.at || !is_details ? kind : STR("note");
}

/* MkDocs folds callouts with the kind as a class. Other <details> have classes that end in such a
 * word ("facets__details", "product-info") and contain filters, menus, summaries of a page. */
static struct str kind_of_details(struct str class) {
    struct str token, kind = STR_NONE;
    for (size_t at = 0; !kind.at && (token = dom_next_name(class, &at)).at;)
        kind = kind_named(token);
    return kind;
}

static struct str kind_of_box(const struct dom_node *element, struct str class) {
    struct str kind = kind_of_classes(class);
    if (!kind.at)
        kind = kind_named(dom_attribute(element, DOM_ATTR_DATA_CALLOUT));
    return kind;
}

/* (The last name of a long class may be cut off.) */
bool callout_may_be(uint8_t tag, struct str class) {
    return class.at && (dom_tag_traits(tag) & DOM_IS_BLOCK) &&
           (tag == DOM_DETAILS || (class.len && class.at[0] <= 'Z') || class.len > MAX_CLASS_BYTES);
}

bool callout_may_be_named(uint8_t tag, struct str name) {
    bool needs_kind;
    return (is_callout_class(name, &needs_kind) && (dom_tag_traits(tag) & DOM_IS_BLOCK)) ||
           is_plain(tag, name);
}

/* Whether a text begins with the name of a kind: "Note: ...", or just "Warning". */
static bool begins_with_kind(struct str text) {
    return kind_named(str_trim(str_before(text, ':'))).at != NULL;
}

/* Whether the first text in a box is its title. */
static bool is_titled(const struct dom *dom, uint32_t box) {
    enum { REACH = 12 }; /* nodes: white space, wrapper, icon, title; DocBook's are in a table */
    for (uint32_t i = box + 1; i < dom->nodes[box].end && i <= box + REACH; i++) {
        const struct dom_node *node = &dom->nodes[i];
        if (node->kind == DOM_TEXT && str_trim(node->text).len)
            return begins_with_kind(node->text);
        if (node->kind == DOM_ELEMENT && callout_is_title(node) && !dom_heading_level(node->tag))
            return true;
    }
    return false;
}

/* The kind of a box whose class is only that: of "note" and "warning", the second says more. */
static struct str kind_of_plain(const struct dom *dom, uint32_t box, struct str class) {
    struct str token, kind = STR_NONE;
    for (size_t at = 0; (token = dom_next_name(class, &at)).at;)
        if (is_plain(dom->nodes[box].tag, token) && (!kind.at || str_equals(kind, STR("note"))))
            kind = kind_named(token);
    bool is_box = kind.at && (dom->nodes[box].tag == DOM_ASIDE || is_titled(dom, box));
    return is_box ? kind : STR_NONE;
}

struct str callout_kind(const struct dom *dom, uint32_t box) {
    const struct dom_node *element = &dom->nodes[box];
    bool needs_kind;
    if (!dom_has_attribute(element, DOM_ATTR_CLASS) ||
        !(dom_tag_traits(element->tag) & DOM_IS_BLOCK))
        return STR_NONE;
    struct str class = utf8_first(dom_attribute(element, DOM_ATTR_CLASS), MAX_CLASS_BYTES), token;
    for (size_t i = 0; class.len && class.at[0] <= 'Z' && i < N_OF(SHOUTED); i++)
        if (str_equals(class, SHOUTED[i]))
            return kind_named(class);
    for (size_t at = 0; (token = dom_next_name(class, &at)).at;) {
        if (!is_callout_class(token, &needs_kind))
            continue;
        struct str kind = kind_of_box(element, class);
        bool is_known = kind.at || needs_kind || element->tag == DOM_BLOCKQUOTE; /* a pull quote */
        return is_known ? kind : STR("note");
    }
    return element->tag == DOM_DETAILS ? kind_of_details(class) : kind_of_plain(dom, box, class);
}

struct str callout_of_mark(struct str mark) {
    return kind_named(mark);
}

bool callout_is_kind(struct str text) {
    return kind_named(str_trim(text)).at != NULL;
}

bool callout_is_title(const struct dom_node *element) {
    static const struct str PARTS[] = {STR_INIT("title"), STR_INIT("eading"), STR_INIT("header"),
                                       STR_INIT("summary")};
    return dom_heading_level(element->tag) || element->tag == DOM_SUMMARY ||
           str_holds_any(dom_attribute(element, DOM_ATTR_CLASS), PARTS, N_OF(PARTS));
}
