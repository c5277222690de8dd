/*
 * Plain-text dumps of pages: distinguishes them from HTML, and cuts them into blocks, one per line.
 */
#include "page/dump/textdump.h"

#include "base/ascii.h"
#include "page/dump/dump_text.h"

/* How far to look at a page: enough to pass any long head, little enough to cost nothing. */
static const size_t LOOK_BYTES = 64u << 10;

/* A dump may quote a tag now and then (pages about HTML do); markup has far more than one end tag
 * per this many bytes (the 2,000 pages examined: at least 1 per 150). */
static const size_t BYTES_PER_END_TAG = 1000;

static bool begins_markup(struct str s) {
    return s.len > 1 && s.at[0] == '<' &&
           (ascii_is_letter(s.at[1]) || s.at[1] == '!' || s.at[1] == '?');
}

bool textdump_is_dump(struct str page) {
    if (page.len > LOOK_BYTES)
        page.len = LOOK_BYTES;
    if (begins_markup(str_trim(page)))
        return false;
    size_t n_end_tags = 0;
    for (size_t i = 0; i + 2 < page.len; i++) {
        const char *next = memchr(page.at + i, '<', page.len - 2 - i);
        if (!next)
            break;
        i = (size_t)(next - page.at);
        n_end_tags += next[1] == '/' && ascii_is_letter(next[2]);
    }
    return n_end_tags * BYTES_PER_END_TAG < page.len || n_end_tags == 0;
}

void textdump_cut(struct block_page *page, struct str text) {
    size_t cap_blocks = 0;
    bool same_paragraph = false;
    struct dump_text dump;
    struct str line, says;
    dump_text_init(&dump, page->arena, text);
    while (dump_text_next(&dump, &line, &says)) {
        struct block block;
        if (!block_from_line(page, says, &block)) {
            same_paragraph = false;
            continue;
        }
        block.line = line;
        block.flags = same_paragraph ? BLOCK_LINE_BREAK : 0;
        ARENA_PUSH(page->arena, page->blocks, page->n_blocks, cap_blocks) = block;
        same_paragraph = true;
    }
}
