/*
 * The prescan's output; see digest.h.
 */
#include "html/digest.h"

#include <string.h>

#include "html/prescan_mark.h"

/* The array of marks begins with one entry for this many bytes of the digest, so that it seldom has
 * to grow, which would leave its old copy in the arena. Unused entries cost nothing, since
 * their memory is never touched. */
enum { BYTES_PER_RUN = 10 };

void digest_init(struct digest *digest, struct arena *arena, size_t len) {
    *digest = (struct digest){.arena = arena, .last_tag_at = SIZE_MAX};
    buffer_init(&digest->html, arena);
    buffer_reserve(&digest->html, len);
    digest->cap_runs = len / BYTES_PER_RUN;
    digest->runs = arena_alloc(arena, digest->cap_runs * sizeof *digest->runs);
}

static void append_run(struct digest *digest, struct digest_run run) {
    prescan_mark_append(&digest->html, digest->n_runs);
    ARENA_PUSH(digest->arena, digest->runs, digest->n_runs, digest->cap_runs) = run;
}

void digest_append_text(struct digest *digest, struct str raw, bool may_refer) {
    append_run(digest, (struct digest_run){.raw = raw,
                                           .has_references = may_refer && str_has_byte(raw, '&')});
}

/* Removes the line break that the prescan adds after <pre> for Gumbo to swallow. Gumbo treats
 * "\r\n" as one line break. */
static bool trim_verbatim(enum element element, struct str *content) {
    if (content->len > 0 && memchr(content->at, '\r', content->len))
        return false;
    if ((element_traits[element] & ELEMENT_VERBATIM) && str_starts_with(*content, STR("\n")))
        *content = str_between(*content, 1, content->len);
    return true;
}

/* The position after the last folded element after `from`; `from` if there is none. (Marks in tags
 * are not of elements. A ">" in the type of an <input> does no harm: no mark comes after it.) */
static size_t find_tail(const struct digest *digest, size_t from) {
    struct str html = buffer_str(&digest->html);
    size_t tail = from, index;
    for (size_t i = from; i < html.len;) {
        if (html.at[i] == '<')
            i += str_find(str_between(html, i, html.len), STR(">"));
        else if (!prescan_next_mark(html, &i, &index))
            i++;
        else if (index < digest->n_runs && digest->runs[index].is_element)
            tail = i;
    }
    return tail;
}

/* A copy of everything from `at` on. */
static struct str copy(struct digest *digest, size_t at) {
    struct str rest = str_between(buffer_str(&digest->html), at, digest->html.len);
    return rest.len > 0 ? arena_copy(digest->arena, rest) : STR("");
}

void digest_end_form(struct digest *digest, size_t content_at) {
    size_t at = find_tail(digest, content_at);
    if (at == content_at)
        return;
    struct str tail = copy(digest, at);
    digest->html.len = at;
    digest_begin_tag(digest);
    buffer_append(&digest->html, STR("<!---->"));
    buffer_append(&digest->html, tail);
}

bool digest_fold(struct digest *digest, const struct digest_start *start, enum element element,
                 struct str name) {
    struct buffer *html = &digest->html;
    size_t end = element == ELEMENT_FORM ? find_tail(digest, start->content_at) : html->len;
    struct str content = str_between(buffer_str(html), start->content_at, end);
    if (digest->last_tag_at != start->tag_at || !trim_verbatim(element, &content))
        return false;
    struct str tail = copy(digest, end);
    if (content.len > 0)
        content = arena_copy(digest->arena, content);
    html->len = start->tag_at;
    digest->last_tag_at = start->tag_before_at;
    digest->any_folded = true;
    append_run(digest, (struct digest_run){.raw = content,
                                           .name = name,
                                           .list = start->list,
                                           .element = (uint8_t)element,
                                           .is_element = true});
    buffer_append(html, tail);
    return true;
}
