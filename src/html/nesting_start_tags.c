/*
 * How each tag changes the stack of open elements; see nesting.h.
 */
#include "html/nesting.h"

#include "base/name_table.h"
#include "html/nesting_head.h"
#include "html/nesting_stack.h"
#include "html/nesting_table.h"

/* The most frameset tags let through. In a frameset Gumbo ignores everything else, so the model
 * need not handle it as long as framesets cannot nest without limit. Real pages have a dozen at
 * most. */
enum { MAX_FRAMESETS = 32 };

void nesting_init(struct nesting *nesting, struct arena *arena, unsigned max_depth,
                  struct digest *digest) {
    *nesting = (struct nesting){.max = (size_t)max_depth + 1, .is_in_head = true};
    open_elements_init(&nesting->open, arena, digest);
}

/* -- Start tags --------------------------------------------------------------------------- */

/* A list item ends the previous one in the same list. */
static void end_item(struct nesting *nesting, enum element a, enum element b) {
    for (size_t i = nesting->open.n - 1; i > 0; i--) {
        const struct open_entry *entry = &nesting->open.stack[i];
        if (open_is(entry, a) || open_is(entry, b)) {
            nesting_close_to(nesting, i);
            return;
        }
        if (open_elements_is_special(entry) && !open_is(entry, ELEMENT_ADDRESS) &&
            !open_is(entry, ELEMENT_DIV) && !open_is(entry, ELEMENT_P))
            return;
    }
}

static bool is_ruby_part(enum element element) {
    return element == ELEMENT_RB || element == ELEMENT_RTC || element == ELEMENT_RT ||
           element == ELEMENT_RP;
}

static void end_ruby_part(struct nesting *nesting, enum element next) {
    if (nesting_find_in_scope(nesting, ELEMENT_RUBY) != OPEN_NOT_FOUND)
        nesting_generate_implied_end_tags(
            nesting, next == ELEMENT_RT || next == ELEMENT_RP ? ELEMENT_RTC : ELEMENT_OTHER);
}

static void end_nobr(struct nesting *nesting) {
    open_elements_reconstruct(&nesting->open);
    if (nesting_find_in_scope(nesting, ELEMENT_NOBR) != OPEN_NOT_FOUND)
        open_elements_adopt(&nesting->open, ELEMENT_NOBR);
}

static void end_before_table(struct nesting *nesting) {
    nesting_close_to(nesting, nesting_table_find_bare(nesting));
    size_t paragraph = nesting_find_paragraph(nesting);
    if (paragraph == OPEN_NOT_FOUND)
        return;
    if (nesting->mode == NESTING_STANDARD)
        nesting_close_to(nesting, paragraph);
    else if (nesting->mode == NESTING_EITHER && paragraph < nesting->open.uncertain_from)
        nesting->open.uncertain_from = paragraph;
}

/* Closes the elements that the start tag of `element` ends. */
static void end_before(struct nesting *nesting, enum element element) {
    if (element == ELEMENT_LI)
        end_item(nesting, ELEMENT_LI, ELEMENT_LI);
    else if (element == ELEMENT_DD || element == ELEMENT_DT)
        end_item(nesting, ELEMENT_DD, ELEMENT_DT);
    if (element_traits[element] & ELEMENT_CLOSES_P)
        nesting_close_to(nesting, nesting_find_paragraph(nesting));
    if (element >= ELEMENT_H1 && element <= ELEMENT_H6 &&
        nesting_is_heading(open_top(&nesting->open)))
        nesting_close_top(nesting);
    else if (element == ELEMENT_OPTION || element == ELEMENT_OPTGROUP)
        nesting_close_to(nesting, nesting_is_at_top(nesting, ELEMENT_OPTION) ? nesting->open.n - 1
                                                                             : OPEN_NOT_FOUND);
    else if (is_ruby_part(element))
        end_ruby_part(nesting, element);
    else if (element == ELEMENT_BUTTON)
        nesting_close_to(nesting, nesting_find_in_scope(nesting, ELEMENT_BUTTON));
    else if (element == ELEMENT_A)
        open_elements_end_link(&nesting->open);
    else if (element == ELEMENT_NOBR)
        end_nobr(nesting);
    else if (element == ELEMENT_TABLE)
        end_before_table(nesting);
}

/* In <select> all but a few tags are ignored. Returns false if this one is, true if it is processed
 * as elsewhere, perhaps with the <select> closed. */
static bool open_in_select(struct nesting *nesting, enum element element) {
    bool is_table = (element == ELEMENT_TABLE || (element_traits[element] & ELEMENT_TABLE_PART)) &&
                    element != ELEMENT_COL && element != ELEMENT_COLGROUP;
    if (element == ELEMENT_OPTGROUP) {
        if (nesting_is_at_top(nesting, ELEMENT_OPTION))
            nesting_close_top(nesting);
        if (nesting_is_at_top(nesting, ELEMENT_OPTGROUP))
            nesting_close_top(nesting);
    }
    if (element == ELEMENT_OPTION || element == ELEMENT_OPTGROUP || element == ELEMENT_SCRIPT)
        return true;
    if (element != ELEMENT_INPUT && element != ELEMENT_KEYGEN && element != ELEMENT_TEXTAREA &&
        !(is_table && nesting_has(nesting, ELEMENT_TABLE)))
        return false;
    nesting_close_to(nesting, nesting_find_in_scope(nesting, ELEMENT_SELECT));
    return true;
}

bool nesting_stays_open(enum element element) {
    return !(element_traits[element] & (ELEMENT_VOID | ELEMENT_IMPLIED)) &&
           !element_is_raw(element);
}

static bool open_form(struct nesting *nesting) {
    if (nesting->form)
        return false;
    nesting->form = ++nesting->open.serial;
    if (nesting_table_find_bare(nesting) == OPEN_NOT_FOUND) {
        nesting_close_to(nesting, nesting_find_paragraph(nesting));
        open_elements_push(&nesting->open, ELEMENT_FORM, OPEN_HTML, STR_NONE);
        open_top(&nesting->open)->serial = nesting->form;
    }
    return true;
}

static void push_html(struct nesting *nesting, enum element element, struct str name) {
    unsigned traits = element_traits[element];
    end_before(nesting, element);
    if ((traits & ELEMENT_REOPENS) && !nesting_has(nesting, ELEMENT_SELECT))
        open_elements_reconstruct(&nesting->open);
    if (!nesting_stays_open(element))
        return;
    enum open_space space = element == ELEMENT_SVG    ? OPEN_SVG
                            : element == ELEMENT_MATH ? OPEN_MATH
                                                      : OPEN_HTML;
    open_elements_push(&nesting->open, element, space, name);
    if (traits & ELEMENT_MARKER) {
        open_elements_add_marker(&nesting->open);
        nesting->open.never_folds |= !(traits & ELEMENT_TABLE_PART);
    }
}

static bool open_html(struct nesting *nesting, enum element element, struct str name) {
    unsigned traits = element_traits[element];
    if (nesting->is_in_head && !(traits & ELEMENT_TABLE_PART) &&
        !nesting_head_open(nesting, element))
        return false;
    nesting_table_leave_colgroup(nesting, element);
    if (nesting_has(nesting, ELEMENT_SELECT)) {
        if (element == ELEMENT_SELECT) { /* here it acts as an end tag, and is passed to Gumbo as
                                            one */
            size_t i = nesting_find_in_scope(nesting, ELEMENT_SELECT);
            nesting->open.stack[i].may_fold = false;
            nesting_close_to(nesting, i);
            return true;
        }
        if (!open_in_select(nesting, element))
            return false;
    }
    if (element == ELEMENT_FORM)
        return open_form(nesting);
    if (element == ELEMENT_FRAMESET && nesting->n_framesets++ >= MAX_FRAMESETS)
        return false;
    if ((traits & ELEMENT_TABLE_PART) && !nesting_table_open(nesting, element))
        return false;
    push_html(nesting, element, name);
    return true;
}

static bool is_foreign(const struct open_entry *entry) {
    return entry->space != OPEN_HTML && !open_elements_is_point(entry);
}

bool nesting_has_cdata(const struct nesting *nesting) {
    return open_top(&nesting->open)->space != OPEN_HTML;
}

/* Whether the element can only be one of svg or math here, even if its tag ends these. */
static bool is_tag_foreign(const struct nesting *nesting, enum element element) {
    const struct open_entry *top = open_top(&nesting->open);
    if (top->space == OPEN_MATH && (element == ELEMENT_MGLYPH || element == ELEMENT_MALIGNMARK))
        return true;
    return is_foreign(top);
}

bool nesting_opens_foreign(const struct nesting *nesting, enum element element) {
    return is_tag_foreign(nesting, element) && !(element_traits[element] & ELEMENT_BREAKOUT);
}

/* An HTML tag inside svg or math closes these. */
static void break_out(struct nesting *nesting) {
    size_t i = nesting->open.n;
    while (is_foreign(&nesting->open.stack[i - 1]))
        i--;
    nesting_close_to(nesting, i);
}

static bool drop(struct nesting *nesting, enum element element) {
    nesting->n_dropped[element]++;
    nesting->any_dropped = true;
    return false;
}

/* Whether a limit is reached. Checked before anything is closed: a tag that Gumbo does not see
 * closes nothing. An <a> replaces another one. */
static bool is_full(const struct nesting *nesting, enum element element, bool is_foreign_tag) {
    if (nesting->open.n >= nesting->max && (is_foreign_tag || nesting_stays_open(element)))
        return true;
    return (element_traits[element] & ELEMENT_FORMATS) && element != ELEMENT_A &&
           !open_elements_has_room(&nesting->open);
}

bool nesting_open(struct nesting *nesting, enum element element, struct str name) {
    bool is_foreign_tag = is_tag_foreign(nesting, element);
    if (nesting_is_banned(element, is_foreign_tag))
        return false;
    if (is_full(nesting, element, is_foreign_tag))
        return drop(nesting, element);
    if (is_foreign_tag && !(element_traits[element] & ELEMENT_BREAKOUT)) {
        enum open_space space = (enum open_space)open_top(&nesting->open)->space;
        open_elements_push(&nesting->open, element, space, name);
        return true;
    }
    if (is_foreign_tag)
        break_out(nesting);
    return open_html(nesting, element, name);
}

void nesting_note_format(struct nesting *nesting, struct str attrs, size_t list) {
    if (open_top(&nesting->open)->space == OPEN_HTML)
        open_elements_add_format(&nesting->open, attrs, list);
}

void nesting_self_close(struct nesting *nesting, struct str name) {
    const struct open_entry *top = open_top(&nesting->open);
    if (top->space != OPEN_HTML && top->name.at == name.at)
        nesting_close_top(nesting);
}

void nesting_text(struct nesting *nesting, bool is_white) {
    if (!is_white)
        nesting_head_leave(nesting);
    if (is_foreign(open_top(&nesting->open)) || nesting_has(nesting, ELEMENT_SELECT))
        return;
    if (!is_white)
        nesting_table_leave_colgroup(nesting, ELEMENT_OTHER);
    else if (nesting_table_find_bare(nesting) != OPEN_NOT_FOUND)
        return;
    open_elements_reconstruct(&nesting->open);
}
