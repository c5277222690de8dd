/*
 * Checks that the prescan does not change what is read: each page is parsed with and without it,
 * and the blocks must have the same text, tag and path.
 *
 * usage: diff_scan <LIST, a list of files, compressed or not, one per line
 */
#include <stdio.h>
#include <stdlib.h>

#include "html/charset.h"
#include "html/prescan.h"
#include "page/block.h"
#include "pith.h"
#include "train/page_file.h"

struct reading {
    struct arena arena;
    struct block_page page;
};

/* False if the page exceeds the memory limit. */
static bool read_page(struct reading *to, struct str bytes, bool is_plain) {
    arena_reset(&to->arena, (size_t)1 << 30);
    if (setjmp(to->arena.escape))
        return false;
    struct charset_decoded decoded;
    to->page = (struct block_page){.arena = &to->arena};
    charset_decode(&to->arena, bytes, NULL, &decoded);
    if (is_plain) {
        dom_parse_plain(&to->arena, decoded.text, &to->page.dom);
    } else {
        static const struct pith_options defaults = PITH_OPTIONS_INIT;
        struct prescan scan;
        prescan_page(&to->arena, decoded.text,
                     (struct prescan_limits){defaults.max_depth, defaults.max_attributes, NULL},
                     &scan);
        dom_parse(&to->arena, &scan, &to->page.dom);
    }
    block_cut(&to->page);
    return true;
}

static bool paths_are_equal(const struct dom *a, uint32_t i, const struct dom *b, uint32_t k) {
    for (;; i = a->nodes[i].parent, k = b->nodes[k].parent) {
        if (a->nodes[i].tag != b->nodes[k].tag)
            return false;
        if (i == 0 || k == 0)
            return i == k;
    }
}

/* Skips white space, control characters and U+FFFD: Gumbo replaces control characters with the
 * latter, while the block cutter, if it sees them itself, drops them or treats them as white
 * space. */
static size_t skip_replaced(struct str text, size_t i) {
    for (;;) {
        if (i < text.len && (unsigned char)text.at[i] <= ' ')
            i++;
        else if (i + 3 <= text.len && memcmp(text.at + i, "\xEF\xBF\xBD", 3) == 0)
            i += 3;
        else if (i + 2 <= text.len && text.at[i] == '\xC2' && (text.at[i + 1] & 0xE0) == 0x80)
            i += 2;
        else
            return i;
    }
}

static bool texts_are_equal(struct str a, struct str b) {
    if (str_equals(a, b))
        return true;
    size_t i = 0, k = 0;
    for (;; i++, k++) {
        i = skip_replaced(a, i);
        k = skip_replaced(b, k);
        if (i == a.len || k == b.len)
            return i == a.len && k == b.len;
        if (a.at[i] != b.at[k])
            return false;
    }
}

static bool blocks_are_equal(const struct block_page *a, const struct block_page *b, size_t i) {
    return texts_are_equal(a->blocks[i].text, b->blocks[i].text) &&
           a->blocks[i].flags == b->blocks[i].flags &&
           paths_are_equal(&a->dom, a->blocks[i].node, &b->dom, b->blocks[i].node);
}

static void print_block(const char *label, const struct block_page *page, size_t i) {
    if (i >= page->n_blocks) {
        printf("  %s: no block\n", label);
        return;
    }
    const struct block *block = &page->blocks[i];
    printf("  %s: flags %u", label, block->flags);
    for (uint32_t k = block->node; k != 0; k = page->dom.nodes[k].parent)
        printf(" %s", dom_tag_name(page->dom.nodes[k].tag));
    printf(": %.*s\n", (int)(block->text.len < 300 ? block->text.len : 300), block->text.at);
}

/* The first block that differs, or SIZE_MAX. */
static size_t find_difference(const struct block_page *a, const struct block_page *b) {
    size_t n = a->n_blocks < b->n_blocks ? a->n_blocks : b->n_blocks;
    for (size_t i = 0; i < n; i++)
        if (!blocks_are_equal(a, b, i))
            return i;
    return a->n_blocks == b->n_blocks ? SIZE_MAX : n;
}

static bool is_same(struct reading *plain, struct reading *scanned, const char *file) {
    size_t len;
    char *bytes = page_file_read(file, &len);
    struct str page = {bytes, len};
    bool is_read = read_page(plain, page, true) && read_page(scanned, page, false);
    free(bytes);
    if (!is_read)
        return true;
    size_t i = find_difference(&plain->page, &scanned->page);
    if (i == SIZE_MAX)
        return true;
    printf("%s: block %zu of %zu and %zu\n", file, i, plain->page.n_blocks, scanned->page.n_blocks);
    print_block("plain", &plain->page, i);
    print_block("scanned", &scanned->page, i);
    return false;
}

int main(void) {
    struct reading plain, scanned;
    char file[4096];
    unsigned n = 0, n_same = 0;
    arena_init(&plain.arena);
    arena_init(&scanned.arena);
    while (scanf(" %4095[^\n]", file) == 1) {
        n_same += is_same(&plain, &scanned, file);
        n++;
    }
    arena_done(&plain.arena);
    arena_done(&scanned.arena);
    printf("%u of %u pages are the same\n", n_same, n);
    return n_same < n;
}
