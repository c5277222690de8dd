/*
 * Normalizes a block's marks; see inline.h.
 */
#include "render/inline.h"

#include <stdlib.h>

#include "base/url.h"
#include "html/hidden_address.h"
#include "html/redirector.h"
#include "html/saved_address.h"
#include "page/formula/tex.h"
#include "render/inline_edit.h"
#include "render/note.h"

static struct str declared_base(const struct dom *dom) {
    for (size_t i = 0; i < dom->n_nodes && dom->nodes[i].tag != DOM_BODY; i++)
        if (dom->nodes[i].kind == DOM_ELEMENT && dom->nodes[i].tag == DOM_BASE) {
            struct str href = dom_attribute(&dom->nodes[i], DOM_ATTR_HREF);
            if (href.at)
                return href;
        }
    return STR_NONE;
}

void inline_begin(struct inline_reader *reader, const struct render_source *source) {
    const struct block_page *page = source->page;
    struct str address = source->base_url.len ? source->base_url : saved_address(page->text);
    *reader =
        (struct inline_reader){.source = source,
                               .base = url_base(page->arena, declared_base(&page->dom), address,
                                                source->metadata->fields[PITH_URL].text)};
}

struct str inline_plain(const struct render_source *source, size_t block) {
    struct str text = source->selection->text[block];
    while (text.len && block_is_space(text.at[text.len - 1]))
        text.len--;
    return text;
}

/* Trims a mark after `lead` bytes were removed from the start of the text, and trims white space
 * from its ends unless its text is edited. Whether anything is left of it. */
static bool trim_mark(struct str text, size_t lead, struct inline_mark *mark) {
    mark->start = mark->start > lead ? mark->start - (uint32_t)lead : 0;
    mark->end = mark->end > lead ? mark->end - (uint32_t)lead : 0;
    if (mark->end > text.len)
        mark->end = (uint32_t)text.len;
    if (inline_is_edit(mark))
        return mark->start < mark->end;
    while (mark->start < mark->end && block_is_space(text.at[mark->start]))
        mark->start++;
    while (mark->end > mark->start && block_is_space(text.at[mark->end - 1]))
        mark->end--;
    return mark->start < mark->end;
}

static int by_place(const void *a, const void *b) {
    const struct inline_mark *x = a, *y = b;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    if (x->end != y->end)
        return x->end > y->end ? -1 : 1;
    return (int)x->kind - (int)y->kind;
}

/* Sets the address of a link. False if it leads nowhere, or links are not kept. */
static bool resolve(const struct inline_reader *reader, uint32_t node, struct inline_mark *mark) {
    const struct block_page *page = reader->source->page;
    if (reader->source->flags & PITH_NO_LINKS)
        return false;
    struct str href = dom_attribute(&page->dom.nodes[node], DOM_ATTR_HREF);
    struct str digits = hidden_address_of_link(href);
    struct buffer url;
    buffer_init(&url, page->arena);
    if (digits.at) {
        struct buffer mail;
        buffer_init(&mail, page->arena);
        buffer_append(&mail, STR("mailto:"));
        if (!hidden_address_append(&mail, digits))
            return false;
        href = buffer_str(&mail);
    }
    href = redirector_target(page->arena, href);
    if (!url_append_safe(&url, reader->base, href, URL_OF_LINK))
        return false;
    mark->url = buffer_str(&url);
    return true;
}

/* Whether a block is <pre> in a table's cell, where a listing has no place. */
static bool is_code_of_cell(const struct block_page *page, const struct block *block) {
    uint32_t i = block->node;
    for (int up = 0; up < 3 && block->tag == DOM_PRE; up++, i = page->dom.nodes[i].parent)
        if (page->dom.nodes[i].tag == DOM_TD || page->dom.nodes[i].tag == DOM_TH)
            return true;
    return false;
}

/* Collects the marks of a block that are valid by themselves. */
static size_t collect(const struct inline_reader *reader, size_t i, enum inline_weight weight,
                      struct str text, struct inline_mark *out) {
    const struct block_page *page = reader->source->page;
    const struct block *block = &page->blocks[i];
    size_t lead = (size_t)(text.at - block->text.at), n = 0;
    if (is_code_of_cell(page, block) && text.len)
        out[n++] = (struct inline_mark){.end = (uint32_t)text.len, .kind = INLINE_CODE};
    bool is_strong = weight >= INLINE_STRONG_ALL;
    bool is_unlinked = weight == INLINE_UNLINKED || weight == INLINE_STRONG_UNLINKED;
    if (is_strong && text.len)
        out[n++] = (struct inline_mark){.end = (uint32_t)text.len, .kind = INLINE_STRONG};
    for (size_t k = block->first_mark; k < block->first_mark + block->n_marks; k++) {
        const struct block_mark *from = &page->marks[k];
        struct inline_mark mark = {.start = from->start,
                                   .end = from->end,
                                   .kind = from->kind,
                                   .stands_for = from->stands_for};
        if (mark.kind == INLINE_NOTE_REF || !trim_mark(text, lead, &mark) ||
            (mark.kind == INLINE_STRONG && (weight == INLINE_HEAVY || is_strong)) ||
            (mark.kind == INLINE_LINK && (is_unlinked || !resolve(reader, from->node, &mark))))
            continue;
        out[n++] = mark;
    }
    return n;
}

/* The index of the first reference (they are in order) that begins at or after an offset. */
static size_t ref_from(const struct inline_mark *refs, size_t n, uint32_t start) {
    size_t low = 0, high = n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (refs[middle].start < start)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Whether a superscript or link contains a reference. */
static bool is_around_ref(const struct inline_mark *mark, const struct inline_mark *refs,
                          size_t n) {
    if (mark->kind != INLINE_SUPERSCRIPT && mark->kind != INLINE_LINK)
        return false;
    size_t i = ref_from(refs, n, mark->start);
    return i < n && refs[i].end <= mark->end;
}

static struct inline_mark ref_mark(struct arena *arena, const struct note_ref *ref) {
    struct buffer number;
    buffer_init(&number, arena);
    buffer_append_number(&number, ref->note + 1);
    return (struct inline_mark){.start = ref->start,
                                .end = ref->end,
                                .kind = INLINE_NOTE_REF,
                                .stands_for = buffer_str(&number),
                                .note = ref->note + 1,
                                .is_first = ref->is_first};
}

/* Adds the references to notes to the marks of a block, and removes those that only contained them;
 * returns the number of marks. */
static size_t add_refs(const struct inline_reader *reader, size_t block, struct str text,
                       struct inline_mark *marks, size_t n) {
    const struct block_page *page = reader->source->page;
    size_t n_all = 0, lead = (size_t)(text.at - page->blocks[block].text.at);
    const struct note_ref *all =
        reader->notes ? note_refs_of(reader->notes, (uint32_t)block, &n_all) : NULL;
    if (n_all == 0)
        return n;
    struct inline_mark *refs = arena_alloc(page->arena, n_all * sizeof *refs);
    size_t n_refs = 0, n_left = 0;
    for (size_t i = 0; i < n_all; i++) {
        refs[n_refs] = ref_mark(page->arena, &all[i]);
        n_refs += trim_mark(text, lead, &refs[n_refs]);
    }
    qsort(refs, n_refs, sizeof *refs, by_place);
    for (size_t i = 0; i < n; i++)
        if (!is_around_ref(&marks[i], refs, n_refs))
            marks[n_left++] = marks[i];
    memcpy(marks + n_left, refs, n_refs * sizeof *refs);
    return n_left + n_refs;
}

/* The most references to notes that a block may have. */
static size_t n_refs_in(const struct inline_reader *reader, size_t block) {
    size_t n = 0;
    if (reader->notes && reader->notes->n_refs)
        note_refs_of(reader->notes, (uint32_t)block, &n);
    return n;
}

/* Collects the formulas that are in the text with their delimiters; only counts them if `out` is
 * NULL. */
static size_t collect_formulas(struct str text, struct inline_mark *out) {
    struct tex_search search = {.text = text};
    size_t n = 0;
    if (!str_has_byte(text, '$') && !str_has_byte(text, '\\') && !str_holds(text, STR("[latex]")))
        return 0;
    for (; tex_search_next(&search); n++)
        if (out)
            out[n] = (struct inline_mark){
                .start = (uint32_t)search.at, .end = (uint32_t)search.end, .kind = INLINE_FORMULA};
    return n;
}

/* The marks that are open at a place, outer ones first, and the last one that closed at each
 * level. */
struct nest {
    struct inline_mark *open[INLINE_N_KINDS], *closed[INLINE_N_KINDS + 1];
    size_t n_open;
};

static void close_before(struct nest *nest, uint32_t at) {
    while (nest->n_open && nest->open[nest->n_open - 1]->end <= at) {
        nest->n_open--;
        nest->closed[nest->n_open] = nest->open[nest->n_open];
    }
}

/* A kind inside itself adds nothing, and nothing is formatted inside code and formulas. */
static bool is_moot(const struct nest *nest, uint8_t kind) {
    for (size_t i = 0; i < nest->n_open; i++)
        if (nest->open[i]->kind == kind || inline_is_verbatim(nest->open[i]->kind))
            return true;
    return false;
}

static void open_mark(struct nest *nest, struct inline_mark *mark) {
    bool is_delimited = mark->kind == INLINE_LINK || mark->kind >= INLINE_SUPERSCRIPT;
    for (size_t i = 0; i < nest->n_open && is_delimited; i++) {
        nest->open[i]->meets_start |= nest->open[i]->start == mark->start;
        nest->open[i]->meets_end |= nest->open[i]->end == mark->end;
    }
    nest->open[nest->n_open++] = mark;
    nest->closed[nest->n_open] = NULL;
}

/* If a mark continues one that has just closed, the two become one. */
static bool join(struct nest *nest, const struct inline_mark *mark) {
    struct inline_mark *last = nest->closed[nest->n_open];
    if (!last || last->kind != mark->kind || last->kind == INLINE_LINK ||
        last->kind >= INLINE_NOTE_REF || last->end != mark->start)
        return false;
    last->end = mark->end;
    last->meets_end = false;
    nest->open[nest->n_open++] = last;
    nest->closed[nest->n_open] = NULL;
    return true;
}

/* Nests marks that are in order; returns the number that is left. */
static size_t nest_marks(struct inline_mark *marks, size_t n) {
    struct nest nest = {.n_open = 0};
    size_t n_good = 0;
    for (size_t i = 0; i < n; i++) {
        struct inline_mark mark = marks[i];
        close_before(&nest, mark.start);
        if (is_moot(&nest, mark.kind))
            continue;
        if (nest.n_open && mark.end > nest.open[nest.n_open - 1]->end) {
            if (mark.kind == INLINE_FORMULA)
                continue; /* half of one is useless */
            mark.end = nest.open[nest.n_open - 1]->end;
        }
        if (join(&nest, &mark))
            continue;
        marks[n_good] = mark;
        open_mark(&nest, &marks[n_good++]);
    }
    return n_good;
}

/* The edited text, with its marks adjusted. */
static struct str edited(const struct inline_reader *reader, size_t block, struct str text,
                         struct inline_mark *marks, size_t *n) {
    const struct block_page *page = reader->source->page;
    bool has_edits = false;
    for (size_t i = 0; i < *n; i++)
        has_edits |= inline_is_edit(&marks[i]);
    if (!has_edits)
        return text;
    qsort(marks, *n, sizeof *marks, by_place);
    text = inline_edit(page->arena, text, marks, n, page->blocks[block].tag == DOM_TR);
    size_t n_left = 0;
    for (size_t i = 0; i < *n; i++)
        if (trim_mark(text, 0, &marks[i]))
            marks[n_left++] = marks[i];
    *n = n_left;
    return text;
}

void inline_read(const struct inline_reader *reader, size_t block, enum inline_weight weight,
                 struct inline_text *out) {
    const struct block_page *page = reader->source->page;
    struct str text = inline_plain(reader->source, block);
    size_t n_most = page->blocks[block].n_marks + (weight >= INLINE_STRONG_ALL) +
                    (page->blocks[block].tag == DOM_PRE) + n_refs_in(reader, block),
           n = 0;
    struct inline_mark *marks = n_most ? arena_alloc(page->arena, n_most * sizeof *marks) : NULL;
    if (n_most) {
        n = collect(reader, block, weight, text, marks);
        n = add_refs(reader, block, text, marks, n);
        text = edited(reader, block, text, marks, &n);
    }
    size_t n_formulas = collect_formulas(text, NULL);
    if (n_formulas) {
        struct inline_mark *more = arena_alloc(page->arena, (n + n_formulas) * sizeof *more);
        if (n)
            memcpy(more, marks, n * sizeof *more);
        marks = more;
        n += collect_formulas(text, marks + n);
    }
    if (n > 1)
        qsort(marks, n, sizeof *marks, by_place);
    *out = (struct inline_text){.text = text, .marks = marks, .n_marks = nest_marks(marks, n)};
}

void inline_walk_begin(struct inline_walk *walk, const struct inline_text *text) {
    *walk = (struct inline_walk){.text = text};
}

enum inline_event inline_next(struct inline_walk *walk) {
    const struct inline_text *text = walk->text;
    const struct inline_mark *inner = walk->n_open ? walk->open[walk->n_open - 1] : NULL;
    const struct inline_mark *next =
        walk->next_mark < text->n_marks ? &text->marks[walk->next_mark] : NULL;
    if (inner && inner->end == walk->at) {
        walk->mark = inner;
        walk->n_open--;
        return INLINE_CLOSE;
    }
    if (next && next->start == walk->at) {
        walk->mark = walk->open[walk->n_open++] = next;
        walk->next_mark++;
        return INLINE_OPEN;
    }
    if (walk->at == text->text.len)
        return INLINE_END;
    size_t end = inner ? inner->end : text->text.len;
    if (next && next->start < end)
        end = next->start;
    walk->mark = inner;
    walk->piece = str_between(text->text, walk->at, end);
    walk->at = end;
    return INLINE_TEXT;
}
