/*
 * The whole pipeline for a page: decode, prescan, parse, cut, score, describe, select, render.
 */
#include "pith.h"

#include "article.h"
#include "base/utf8.h"
#include "block_rows.h"
#include "body_lists.h"
#include "extract_options.h"
#include "html/charset.h"
#include "html/prescan.h"
#include "html/sniff.h"
#include "metadata/article_body.h"
#include "metadata/read.h"
#include "page/block.h"
#include "page/dump/textdump.h"
#include "pith_context.h"
#include "render/body_tree.h"
#include "render/render.h"
#include "score/score.h"
#include "select/hidden.h"
#include "select/keep.h"
#include "select/page_kind.h"
#include "select/select.h"

enum pith_status pith_parse(struct arena *arena, const struct pith_options *options,
                            const struct choice *choice, struct str bytes, struct block_page *out) {
    *out = (struct block_page){.arena = arena};
    if (options->input == PITH_INPUT_AUTO && sniff_bytes(bytes))
        return PITH_ENOTPAGE;
    struct charset_decoded decoded;
    enum pith_status status = charset_decode(arena, bytes, options->charset, &decoded);
    if (status != PITH_OK)
        return status;
    struct str text = out->text = decoded.text;
    out->charset = decoded.charset;
    bool is_dump = options->input == PITH_INPUT_AUTO ? textdump_is_dump(text)
                                                     : options->input == PITH_INPUT_DUMP;
    if (is_dump) {
        textdump_cut(out, text);
        return PITH_OK;
    }
    struct prescan_limits limits = {options->max_depth, options->max_attributes,
                                    choice_attributes(choice)};
    struct prescan scan;
    prescan_page(arena, text, limits, &scan);
    dom_parse(arena, &scan, &out->dom);
    out->json_ld = scan.json_ld;
    out->n_json_ld = scan.n_json_ld;
    if (choice && choice->is_made)
        choice_apply(choice, out);
    block_cut(out);
    return PITH_OK;
}

/* Does for a caller's tree what the prescan does for bytes: scripts and styles are not text, but
 * some contain JSON-LD. */
static void set_scripts_aside(struct block_page *page) {
    size_t cap = 0;
    for (size_t i = 0; i + 1 < page->dom.n_nodes; i++) {
        const struct dom_node *node = &page->dom.nodes[i];
        struct dom_node *body = &page->dom.nodes[i + 1];
        if (node->kind != DOM_ELEMENT || (node->tag != DOM_SCRIPT && node->tag != DOM_STYLE) ||
            body->kind != DOM_TEXT || body->parent != i)
            continue;
        if (prescan_is_json_ld(dom_attribute(node, DOM_ATTR_TYPE)))
            ARENA_PUSH(page->arena, page->json_ld, page->n_json_ld, cap) = body->text;
        if (!prescan_is_tex(dom_attribute(node, DOM_ATTR_TYPE)))
            body->text = STR("");
    }
}

/* What the caller passes: the bytes of a page, or its tree. */
struct source {
    struct str bytes;
    const struct GumboInternalOutput *tree;
};

static enum pith_status parse_source(struct arena *arena, const struct pith_options *options,
                                     const struct choice *choice, const struct source *from,
                                     struct block_page *out) {
    if (!from->tree)
        return pith_parse(arena, options, choice, from->bytes, out);
    *out = (struct block_page){.arena = arena};
    dom_from_gumbo(arena, from->tree, options->max_depth, choice_attributes(choice), &out->dom);
    set_scripts_aside(out);
    if (choice->is_made)
        choice_apply(choice, out);
    block_cut(out);
    return PITH_OK;
}

static struct str to_nfc(struct arena *arena, struct str s) {
    struct buffer out;
    buffer_init(&out, arena);
    utf8_append_nfc(&out, s);
    return buffer_str(&out);
}

typedef void renderer(const struct body_tree *, struct buffer *);

static struct str render(const struct body_tree *body, renderer *how) {
    struct buffer raw;
    buffer_init(&raw, body->page->arena);
    how(body, &raw);
    return to_nfc(body->page->arena, buffer_str(&raw));
}

/* Metadata is often written to terminals, and comes from attributes and scripts, which may contain
 * any character. (Blocks lost control characters when they were cut.) */
static struct str to_line(struct arena *arena, struct str s) {
    struct buffer out;
    buffer_init(&out, arena);
    utf8_append_displayable(&out, s);
    return to_nfc(arena, buffer_str(&out));
}

/* Renders the text body; if requested, with the range of each block in it. */
static struct str render_text_body(const struct body_tree *body) {
    struct buffer raw;
    buffer_init(&raw, body->page->arena);
    render_text(body, &raw);
    if (body->reader.source->spans)
        block_rows_normalise_spans(body->reader.source, buffer_str(&raw));
    return to_nfc(body->page->arena, buffer_str(&raw));
}

static void render_parts(const struct body_tree *body, unsigned formats, unsigned flags,
                         struct article_parts *parts) {
#define X(NAME, name, suffix, renderer, writer) {PITH_##NAME, renderer},
    static const struct {
        enum pith_format bit;
        renderer *render;
    } FORMATS[] = {BODY_FORMATS(X)};
#undef X
    parts->bodies[BODY_TEXT] = render_text_body(body);
    for (int i = BODY_TEXT + 1; i < N_BODY_FORMATS; i++)
        if (formats & FORMATS[i].bit)
            parts->bodies[i] = render(body, FORMATS[i].render);
    if (flags & PITH_KEEP_COMMENTS)
        parts->comments = render(body, render_comments);
}

static void normalise_metadata(struct arena *arena, struct metadata *metadata) {
    for (int i = 0; i < METADATA_N_FIELDS; i++)
        if (metadata->fields[i].text.at)
            metadata->fields[i].text = to_line(arena, metadata->fields[i].text);
    for (size_t i = 0; i < metadata->authors.n; i++)
        metadata->authors.items[i] = to_line(arena, metadata->authors.items[i]);
    for (size_t i = 0; i < metadata->tags.n; i++)
        metadata->tags.items[i] = to_line(arena, metadata->tags.items[i]);
}

/* Drops uncertain values. Their lines stay out of the body: a reader of the page sees what they
 * are. */
static void drop_uncertain(struct metadata *metadata, double least) {
    for (int i = 0; i < METADATA_N_FIELDS; i++) {
        bool is_estimated = i == PITH_HEADLINE || i == PITH_DATE;
        if (is_estimated && metadata->fields[i].certainty < least)
            metadata->fields[i] = (struct metadata_value){.source = NULL};
    }
    if (metadata->authors.certainty < least)
        metadata->authors = (struct metadata_list){.n = 0};
}

static uint32_t count_kept_words(const struct block_page *page, const struct selection *selection) {
    uint32_t n = 0;
    for (size_t i = 0; i < page->n_blocks; i++)
        n += selection->kept[i] ? page->blocks[i].counts.n_words : 0;
    return n;
}

/* Replaces a page that shows next to nothing with the articleBody of its JSON-LD, treated as a page
 * of which everything is kept: the page loads its text with a script, or hides it behind a wall. */
static bool take_article_body(const struct pith_context *context,
                              const struct pith_options *options, struct block_page *page,
                              struct score *score, struct metadata *metadata,
                              struct selection *selection) {
    enum { MAX_SHOWN_WORDS = 60, MIN_WORDS = 50, MIN_RATIO = 5 };
    uint32_t n_shown = count_kept_words(page, selection);
    if (n_shown > MAX_SHOWN_WORDS || page->n_json_ld == 0 || (options->flags & PITH_VISIBLE))
        return false;
    struct str text = article_body_find(page);
    struct block_page other;
    struct pith_options as_is = *options;
    as_is.input = PITH_INPUT_AUTO;
    as_is.charset = "utf-8";
    if (!text.at || pith_parse(page->arena, &as_is, &context->choice, text, &other) != PITH_OK)
        return false;
    struct selection all = {.kept = arena_alloc_zero(page->arena, other.n_blocks + 1, 1),
                            .rule =
                                arena_alloc_zero(page->arena, other.n_blocks + 1, sizeof(char *)),
                            .text = arena_alloc_zero(page->arena, other.n_blocks + 1, sizeof text),
                            .confidence = selection->confidence};
    for (size_t i = 0; i < other.n_blocks; i++) {
        all.kept[i] = true;
        all.text[i] = other.blocks[i].text;
    }
    uint32_t n_words = count_kept_words(&other, &all);
    if (n_words < MIN_WORDS || n_words < MIN_RATIO * n_shown)
        return false;
    score_blocks(&other, other.dom.n_nodes ? context->html : context->dump, score);
    metadata->roles = NULL;
    metadata->lead_block = SIZE_MAX;
    other.charset = page->charset;
    *page = other;
    page->text = STR_NONE; /* its bytes are not the page's */
    *selection = all;
    return true;
}

static enum pith_status extract(const struct pith_context *context,
                                const struct pith_options *options, struct arena *arena,
                                const struct source *from, struct pith_article **out) {
    struct block_page page;
    enum pith_status status = parse_source(arena, options, &context->choice, from, &page);
    if (status != PITH_OK)
        return status;

    struct str url = utf8_repaired(arena, str_of(options->url)); /* as the caller gave it */
    struct score score;
    struct metadata metadata = {0};
    struct selection selection;
    arena_check_time(arena);
    score_blocks(&page, page.dom.n_nodes ? context->html : context->dump, &score);
    arena_check_time(arena);
    metadata_read(&page, score.final, url, &metadata);
    arena_check_time(arena);
    select_blocks(&page, &score, &metadata, options->precision_bias, &selection);
    hidden_apply(&page, (options->flags & PITH_VISIBLE) != 0, &selection);

    const char *body_source = NULL;
    if (!keep_chosen(&page, &selection) &&
        take_article_body(context, options, &page, &score, &metadata, &selection))
        body_source = "json-ld";

    struct page_kind kind = page_kind_find(&page, &selection);
    metadata.fields[PITH_KIND] =
        (struct metadata_value){.text = str_of(stub_kind_name(kind.kind)), .source = kind.source};
    arena_check_time(arena);

    struct render_source source = {&page, &metadata, &selection, url, options->flags, NULL, NULL};
    if (block_rows_are_asked(options->flags))
        source.spans = arena_alloc_zero(arena, page.n_blocks + 1, sizeof *source.spans);
    struct body_tree body;
    body_tree_build(&source, &body);
    struct article_parts parts = {.metadata = &metadata,
                                  .confidence = selection.confidence,
                                  .body_source = body_source,
                                  .charset = page.charset};
    source.n_link_words = &parts.n_link_words;
    render_parts(&body, options->formats, options->flags, &parts);
    if (source.spans)
        block_rows_build(&body, &score, &parts);
    if (options->flags & PITH_LISTS)
        body_lists_build(&body, &parts);
    drop_uncertain(&metadata, options->min_certainty);
    normalise_metadata(arena, &metadata);
    return article_new(&parts, &arena->allocator, out);
}

/* The only place that the arena jumps to. */
static enum pith_status extract_guarded(struct pith_context *context,
                                        const struct pith_options *options,
                                        const struct source *from, struct pith_article **out) {
    if (setjmp(context->arena.escape) != 0)
        return context->arena.failure;
    return extract(context, options, &context->arena, from, out);
}

/* Describes in the context's error what a status means for this page. */
static enum pith_status explain_status(struct pith_context *context,
                                       const struct pith_options *options,
                                       const struct source *from, enum pith_status status) {
    switch (status) {
    case PITH_OK:
        return status;
    case PITH_ELIMIT:
        return pith_context_fail(context, status,
                                 "the page needs more memory than max_memory_bytes (%zu)",
                                 options->max_memory_bytes);
    case PITH_ENOTPAGE:
        return pith_context_fail(context, status, "%s, not a web page",
                                 sniff_bytes(from->bytes)->name);
    case PITH_ECHARSET:
        return pith_context_fail(context, status, "the charset \"%s\" is unknown",
                                 options->charset);
    default:
        return pith_context_fail(context, status, "%s", pith_status_text(status));
    }
}

static enum pith_status extract_source(struct pith_context *context,
                                       const struct pith_options *given, const struct source *from,
                                       struct pith_article **out) {
    struct pith_options options;
    if (out)
        *out = NULL;
    if (!context)
        return PITH_EINVAL;
    context->error[0] = '\0';
    if (!out || !(from->bytes.at || from->tree))
        return pith_context_fail(context, PITH_EINVAL, "an argument is NULL");
    enum pith_status status = extract_options_resolve(given, context, &options);
    if (status != PITH_OK)
        return status;
    if (from->bytes.len > options.max_input_bytes)
        return pith_context_fail(context, PITH_ELIMIT,
                                 "the page has %zu bytes, more than max_input_bytes (%zu)",
                                 from->bytes.len, options.max_input_bytes);
    /* The text of a tree is limited only by the memory that its blocks take. */
    size_t cap_bytes = options.max_memory_bytes;
    arena_reset(&context->arena, from->tree && cap_bytes > UINT32_MAX ? UINT32_MAX : cap_bytes);
    arena_limit_time(&context->arena, options.max_seconds);
    return explain_status(context, &options, from, extract_guarded(context, &options, from, out));
}

enum pith_status pith_extract(struct pith_context *context, const struct pith_options *options,
                              const char *page, size_t len, struct pith_article **out) {
    const struct source from = {.bytes = {page, len}};
    return extract_source(context, options, &from, out);
}

enum pith_status pith_extract_gumbo(struct pith_context *context,
                                    const struct pith_options *options,
                                    const struct GumboInternalOutput *tree,
                                    struct pith_article **out) {
    const struct source from = {.tree = tree};
    return extract_source(context, options, &from, out);
}

enum pith_status pith_options_check(struct pith_context *context,
                                    const struct pith_options *options) {
    struct pith_options resolved;
    if (!context)
        return PITH_EINVAL;
    context->error[0] = '\0';
    return extract_options_resolve(options, context, &resolved);
}

const char *pith_sniff(const char *bytes, size_t len, const char **name) {
    const struct sniffed *found = bytes ? sniff_bytes((struct str){bytes, len}) : NULL;
    if (name)
        *name = found ? found->name : NULL;
    return found ? found->media_type : NULL;
}

const char *pith_version(void) {
    return PITH_VERSION;
}

unsigned pith_version_number(void) {
    return PITH_VERSION_NUMBER;
}

const char *pith_status_text(enum pith_status status) {
    switch (status) {
    case PITH_OK:
        return "no error";
    case PITH_EINVAL:
        return "an argument is not valid";
    case PITH_ENOMEM:
        return "out of memory";
    case PITH_ELIMIT:
        return "the page exceeds a limit";
    case PITH_ECHARSET:
        return "the charset is unknown";
    case PITH_ETIMEOUT:
        return "the page took too long";
    case PITH_ENOTPAGE:
        return "not a web page";
    }
    return "unknown error";
}
