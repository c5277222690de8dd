/*
 * image.c and body_image.c: which pictures and frames belong to a body, with which caption, and
 * where between its blocks they are.
 */
#include "render_page.h"

#include "render/image.h"

#define IMG "<img src=1.png>"

static void pictures_are_near_the_text(void **state) {
    static const struct render_case CASES[] = {
        {"<p>A" IMG "<p>B", "A\n\n[Image]\n\nB"},
        {"<p>A<p>" IMG "<p>B", "A\n\n[Image]\n\nB"},
        {"<p>A<p>B" IMG, "A\n\nB\n\n[Image]"},
        {"<p>A<p>B</p>" IMG, "A\n\nB"},
        {"<div><p>A<p>B" IMG "</div>", "A\n\nB\n\n[Image]"},
        {"<div><div><p>A<p>B</div>" IMG "</div>", "A\n\nB"},
        {IMG "<p>A<p>B", "A\n\nB"},
        {"<p>A<img><p>B", "A\n\nB"},
        {"<p>DROP" IMG, ""},
        {"", ""},
        /* at most twelve elements between them */
        {"<p>A<div><div><div><div><div><div><div><div><div><div>" IMG
         "</div></div></div></div></div></div></div></div></div></div><p>B",
         "A\n\n[Image]\n\nB"},
        {"<p>A<div><div><div><div><div><div><div><div><div><div><div>" IMG
         "</div></div></div></div></div></div></div></div></div></div></div><p>B",
         "A\n\n[Image]\n\nB"},
        {"<p>A<div><div><div><div><div><div><div><div><div><div><div><div>" IMG
         "</div></div></div></div></div></div></div></div></div></div></div></div><p>B",
         "A\n\nB"},
    };
    CHECK_RENDER(state, CASES, render_text, PITH_KEEP_IMAGES);
}

static void decorations_are_left_out(void **state) {
    static const struct render_case CASES[] = {
        {"<p>A<img src=/a/icon.png><p>B", "A\n\nB"},
        {"<p>A<img src=/icons/a.png><p>B", "A\n\nB"},
        {"<p>A<img src=/icons/a/b.png><p>B", "A\n\n[Image]\n\nB"},
        {"<p>A<img src='/a/b.png?icon'><p>B", "A\n\n[Image]\n\nB"},
        {"<p>A<img src='https://stats.wp.com/a.png'><p>B", "A\n\nB"},
        {"<p>A<img src=1.png width=20 height=20><p>B", "A\n\nB"},
        {"<p>A<img src=1.png class=site-logo><p>B", "A\n\nB"},
        {"<p>A<a class=icon>" IMG "</a><p>B", "A\n\nB"},
        {"<p>A<b class=icon>" IMG "</b><p>B", "A\n\n[Image]\n\nB"},
        {"<p>A<x-y class=icon>" IMG "</x-y><p>B", "A\n\nB"},
        {"<p>A<b class=avatar>" IMG "</b><p>B", "A\n\nB"},
        {"<p>A<b class=avatar><i>" IMG "</i></b><p>B", "A\n\nB"},
        {"<p>A<b class=avatar><i><u>" IMG "</u></i></b><p>B", "A\n\n[Image]\n\nB"},
    };
    CHECK_RENDER(state, CASES, render_text, PITH_KEEP_IMAGES);
}

static void captions_follow_their_picture(void **state) {
    static const struct render_case CASES[] = {
        {"<p>A<figure>" IMG "<figcaption>Cap</figcaption></figure><p>B", "A\n\n[Image]\nCap\n\nB"},
        {"<p>A<figure><figcaption>Cap</figcaption>" IMG "</figure><p>B", "A\n\n[Image]\nCap\n\nB"},
        {"<p>A<div>" IMG "<p class=image-caption>DROP</div><p>B", "A\n\n[Image]\nDROP\n\nB"},
        {"<p>A<div>" IMG "<p class=legend>DROP</div><p>B", "A\n\n[Image]\n\nB"},
        {"<p>A<div>" IMG "<div class=caption><p>DROP 1<p>DROP 2</div></div><p>B",
         "A\n\n[Image]\nDROP 1\nDROP 2\n\nB"},
        {"<p>A<figure>" IMG "<figcaption></figcaption><div class=caption>Cap</div></figure><p>B",
         "A\n\n[Image]\nCap\n\nB"},
        {"<p>A<figure><div>" IMG "<p class=caption>DROP 1</div><figcaption>DROP 2</figcaption>"
         "</figure><p>B",
         "A\n\n[Image]\nDROP 1\n\nB"},
        {"<div><p>A" IMG "<p>B<p class=caption>Cap</div>", "A\n\n[Image]\n\nB\n\nCap"},
        /* of several pictures: below the last of them, or above the first */
        {"<p>A<figure>" IMG "<img src=2.png><figcaption>Cap</figcaption></figure><p>B",
         "A\n\n[Image]\n\n[Image]\nCap\n\nB"},
        {"<p>A<figure><figcaption>Cap</figcaption>" IMG "<img src=2.png></figure><p>B",
         "A\n\n[Image]\nCap\n\n[Image]\n\nB"},
        {"<p>A<figure>" IMG "<figcaption>Cap</figcaption><img src=2.png></figure><p>B",
         "A\n\n[Image]\nCap\n\n[Image]\n\nB"},
        /* but not below a drawing, which is a button */
        {"<p>A<figure>" IMG "<img src=2.svg><figcaption>Cap</figcaption></figure><p>B",
         "A\n\n[Image]\nCap\n\n[Image]\n\nB"},
        {"<p>A<figure><img src='1.svg?x'><img src='2.svg?y'><figcaption>Cap</figcaption></figure>"
         "<p>B",
         "A\n\n[Image]\n\n[Image]\nCap\n\nB"},
        {"<p>A<figure>" IMG "<figcaption>1</figcaption></figure><figure><img src=2.png>"
         "<figcaption>2</figcaption></figure><p>B",
         "A\n\n[Image]\n1\n\n[Image]\n2\n\nB"},
        {"<p>A<figure>" IMG "</figure><figure><img src=2.png></figure><p>B",
         "A\n\n[Image]\n\n[Image]\n\nB"},
    };
    CHECK_RENDER(state, CASES, render_text, PITH_KEEP_IMAGES);
}

#define W_10 " a b c d e f g h i j"
#define W_70 W_10 W_10 W_10 W_10 W_10 W_10 W_10

static void teasers_have_texts_and_links(void **state) {
    static const struct render_case CASES[] = {
        {"<p>A<div>" IMG "<p>DROP a text</div><p>B", "A\n\n[Image]\n\nB"},
        {"<p>A<div>" IMG "<p>DROP a <a href=x>text</a></div><p>B", "A\n\nB"},
        {"<p>A<div>" IMG "<p class=caption>DROP a <a href=x>text</a></div><p>B",
         "A\n\n[Image]\nDROP a text\n\nB"},
        {"<p>A<div>" IMG "<p>DROP" W_70 " a b c d e f g h i</div><p>B", "A\n\n[Image]\n\nB"},
        {"<p>A<div>" IMG "<p>DROP" W_70 W_10 "</div><p>B", "A\n\nB"},
        {"<p>A<div>" IMG "<p>DROP" W_70 "<p>DROP a b c d e f g h i</div><p>B", "A\n\nB"},
        /* in the caption of another picture */
        {"<p>A<div><div>" IMG "<p class=caption>DROP 1</div><div><img src=2.png><p class=caption>"
         "DROP <a href=x>2</a></div></div><p>B",
         "A\n\n[Image]\nDROP 1\n\n[Image]\nDROP 2\n\nB"},
        {"<p>A<div><div>" IMG "<p class=caption>DROP 1</div><div><img src=2.png><p class=caption>"
         "DROP" W_70 "</div></div><p>B",
         "A\n\n[Image]\nDROP 1\n\n[Image]\nDROP" W_70 "\n\nB"},
    };
    CHECK_RENDER(state, CASES, render_text, PITH_KEEP_IMAGES);
}

/* A picture between two paragraphs in a <div>, and `n` tags. */
static struct str padded_page(struct arena *arena, const char *start, size_t n, const char *end) {
    struct buffer html;
    buffer_init(&html, arena);
    buffer_append(&html, STR("<p>A<div>"));
    buffer_append(&html, str_of(start));
    while (n-- > 0)
        buffer_append(&html, STR("<b></b>"));
    buffer_append(&html, str_of(end));
    buffer_append(&html, STR("</div><p>B"));
    return buffer_str(&html);
}

static size_t n_images(struct arena *arena, struct str html) {
    struct str text = render_page(arena, html, render_text, PITH_KEEP_IMAGES);
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++)
        n += str_has_at(text, i, STR("[Image]"));
    return n;
}

static void surroundings_have_a_size(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    for (size_t n = 90; n < 100; n++) {
        /* with the <div>, the picture and the link a hundred nodes */
        struct str teaser = padded_page(arena, IMG, n, "<a href=x>DROP</a>");
        assert_int_equal(n_images(arena, teaser), n <= 96 ? 0 : 1);
    }
    for (size_t n = 5; n < 20; n++) {
        /* twelve nodes to the <noscript> */
        struct str repeated = padded_page(arena, IMG, n, "<noscript><img src=2.png></noscript>");
        assert_int_equal(n_images(arena, repeated), n <= 11 ? 1 : 2);
    }
}

/* The texts are the pictures' addresses. */
#define FIVE_DIVS "<div><div><div><div><div>"
#define SIX_DIVS FIVE_DIVS "<div>"

static void pictures_come_once(void **state) {
#define ONE "![](https://example.org/a/1.png)"
#define TWO "![](https://example.org/a/2.png)"
    static const struct render_case CASES[] = {
        {"<p>A" IMG IMG "<p>B", "A\n\n" ONE "\n\nB"},
        {"<p>A" IMG "<p>DROP" IMG "<p>B", "A\n\n" ONE "\n\nB"},
        {"<p>A" IMG "<p>B" IMG "<p>C", "A\n\n" ONE "\n\nB\n\n" ONE "\n\nC"},
        {"<p>A" IMG "<img src=2.png><p>B", "A\n\n" ONE "\n\n" TWO "\n\nB"},
        /* one for readers without scripts */
        {"<p>A" IMG "<noscript><img src=2.png></noscript><p>B", "A\n\n" ONE "\n\nB"},
        {"<p>A" IMG "<noscript><a><b><img src=2.png></b></a></noscript><p>B", "A\n\n" ONE "\n\nB"},
        {"<p>A<noscript>" IMG "</noscript><noscript><img src=2.png></noscript><p>B",
         "A\n\n" ONE "\n\n" TWO "\n\nB"},
        {"<p>A<div>" IMG "</div><noscript><img src=2.png></noscript><p>B", "A\n\n" ONE "\n\nB"},
        {"<div><p>A<div>" IMG "</div></div><div><noscript><img src=2.png></noscript><p>B</div>",
         "A\n\n" ONE "\n\n" TWO "\n\nB"},
        {"<p>A" IMG "<p>B<noscript><img src=2.png></noscript><p>C",
         "A\n\n" ONE "\n\nB\n\n" TWO "\n\nC"},
        /* the same in another size */
        {"<p>A<figure><img src=1-300x200.png>" IMG "</figure><p>B",
         "A\n\n![](https://example.org/a/1-300x200.png)\n\nB"},
        {"<p>A<figure>" IMG "<img src=1-300x200.png></figure><p>B", "A\n\n" ONE "\n\nB"},
        {"<p>A<figure>" IMG "<img src=1-3x4.png></figure><p>B", "A\n\n" ONE "\n\nB"},
        {"<p>A<figure>" IMG "<img src=1_large.png></figure><p>B", "A\n\n" ONE "\n\nB"},
        {"<p>A<figure>" IMG "<img src=1@Thumb.jpg></figure><p>B", "A\n\n" ONE "\n\nB"},
        {"<p>A<figure>" IMG "<img src='/x/1.png?w=9'></figure><p>B", "A\n\n" ONE "\n\nB"},
        {"<p>A<figure>" IMG "<img src=1></figure><p>B", "A\n\n" ONE "\n\nB"},
        /* in a figure up to twelve elements out */
        {"<p>A<figure>" IMG FIVE_DIVS FIVE_DIVS "<p>B<br><img src=1-3x4.png></figure><p>C",
         "A\n\n" ONE "\n\nB\n\nC"},
        {"<p>A<figure>" IMG SIX_DIVS FIVE_DIVS "<p>B<br><img src=1-3x4.png></figure><p>C",
         "A\n\n" ONE "\n\nB\n\n![](https://example.org/a/1-3x4.png)\n\nC"},
        {"<p>A<figure>" IMG "<img src=2.png></figure><p>B", "A\n\n" ONE "\n\n" TWO "\n\nB"},
        {"<p>A<figure>" IMG "<img src=1-b.png></figure><p>B",
         "A\n\n" ONE "\n\n![](https://example.org/a/1-b.png)\n\nB"},
        {"<p>A<figure>" IMG "<img src=1-30.png></figure><p>B",
         "A\n\n" ONE "\n\n![](https://example.org/a/1-30.png)\n\nB"},
        {"<p>A<figure>" IMG "<img src=1-3x.png></figure><p>B",
         "A\n\n" ONE "\n\n![](https://example.org/a/1-3x.png)\n\nB"},
        {"<p>A<figure>" IMG "<img src=1-max.png></figure><p>B",
         "A\n\n" ONE "\n\n![](https://example.org/a/1-max.png)\n\nB"},
        {"<p>A<div>" IMG "<img src=1-300x200.png></div><p>B",
         "A\n\n" ONE "\n\n![](https://example.org/a/1-300x200.png)\n\nB"},
        {"<p>A<figure>" IMG "</figure><figure><img src=1-300x200.png></figure><p>B",
         "A\n\n" ONE "\n\n![](https://example.org/a/1-300x200.png)\n\nB"},
    };
    CHECK_RENDER(state, CASES, render_markdown, PITH_KEEP_IMAGES);
}

static void alternative_texts_are_one_line(void **state) {
    static const struct render_case CASES[] = {
        {"<p>A<img src=1.png alt=' a \t\n b '><p>B", "A\n\n[Image: a b]\n\nB"},
        {"<p>A<img src=1.png alt='a\u2028b\u2029c&#133;d'><p>B", "A\n\n[Image: a b c\u2026d]\n\nB"},
        {"<p>A<img src=1.png alt='a\xF3\xA0\x81\x81"
         "b'><p>B",
         "A\n\n[Image: ab]\n\nB"},
        {"<p>A<img src=1.png alt='\xC3\xA9'><p>B", "A\n\n[Image: \xC3\xA9]\n\nB"},
        {"<p>A<img src=1.png alt=' '><p>B", "A\n\n[Image]\n\nB"},
    };
    CHECK_RENDER(state, CASES, render_text, PITH_KEEP_IMAGES);
}

#define B_12 "<b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b>"
#define B_48 B_12 B_12 B_12 B_12

static void frames_are_links(void **state) {
#define FRAME "<iframe src='https://www.youtube.com/embed/a' title='The pier'></iframe>"
#define VIDEO "[Video: The pier](https://www.youtube.com/watch?v=a)"
    static const struct render_case CASES[] = {
        {"<p>A" FRAME "<p>B", "A\n\n" VIDEO "\n\nB"},
        {"<p>A<iframe src='https://www.youtube.com/embed/a'></iframe><p>B",
         "A\n\n[Video](https://www.youtube.com/watch?v=a)\n\nB"},
        {"<p>A<img src='https://i.ytimg.com/vi/a/0.jpg' alt='The pier' title=x><p>B",
         "A\n\n" VIDEO "\n\nB"},
        {"<p>A" FRAME FRAME "<p>B", "A\n\n" VIDEO "\n\nB"},
        {"<p>A" FRAME "<p>B" FRAME "<p>C", "A\n\n" VIDEO "\n\nB\n\n" VIDEO "\n\nC"},
        {"<div><p>A<p>B</div>" FRAME, "A\n\nB"},
        {"<p>A<video src=1.mp4></video><p>B", "A\n\n[Video](https://example.org/a/1.mp4)\n\nB"},
        {"<p>A<video src=1.mp4>" IMG "</video><p>B",
         "A\n\n[Video](https://example.org/a/1.mp4)\n\nB"},
        {"<p>A<video src='javascript:x'></video><p>B", "A\n\nB"},
        /* a file is among the first hundred nodes, the link of a post among the last */
        {"<p>A<video>" B_48 B_48 "<b></b><b></b><b></b><source src=1.mp4></video><p>B",
         "A\n\n[Video](https://example.org/a/1.mp4)\n\nB"},
        {"<p>A<video>" B_48 B_48 "<b></b><b></b><b></b><b></b><source src=1.mp4></video><p>B",
         "A\n\nB"},
        {"<p>A<blockquote class=twitter-tweet><p>DROP<a href=/p/0>x</a><a href=/p/1></a>" B_48 B_48
         "<b></b><b></b><b></b></blockquote><p>B",
         "A\n\n[Post: DROPx](https://example.org/p/1)\n\nB"},
        {"<p>A<blockquote class=twitter-tweet><p>DROP<a href=/p/0>x</a><a href=/p/1></a>" B_48 B_48
         "<b></b><b></b><b></b><b></b></blockquote><p>B",
         "A\n\nB"},
        /* a post is a link unless its text is in the body */
        {"<p>A<blockquote class=twitter-tweet><p>DROP<a href=/p/1>x</a></blockquote><p>B",
         "A\n\n[Post: DROPx](https://example.org/p/1)\n\nB"},
        {"<p>A<blockquote class=twitter-tweet><p>Said<a href=/p/1>x</a></blockquote><p>B",
         "A\n\n> Said[x](https://example.org/p/1)\n\nB"},
        /* one after an embedded one in a figure is not its other size */
        {"<p>A<figure>" FRAME IMG "</figure><p>B", "A\n\n" VIDEO "\n\n" ONE "\n\nB"},
    };
    CHECK_RENDER(state, CASES, render_markdown, PITH_KEEP_IMAGES);
}

/* ---- above the text ---- */

/* Finds the images of a page whose first <h1> is its headline; a "+" marks those with a caption. */
static struct str images_of(struct arena *arena, const char *html) {
    struct block_page page = {.arena = arena};
    struct metadata metadata = {.lead_block = SIZE_MAX};
    struct selection selection;
    struct buffer out;
    dom_parse_plain(arena, str_of(html), &page.dom);
    block_cut(&page);
    keep_blocks(&page, &selection);
    uint8_t *roles = arena_alloc_zero(arena, page.n_blocks + 1, sizeof *roles);
    for (size_t i = page.n_blocks; i-- > 0;)
        if (page.blocks[i].tag == DOM_H1)
            roles[i] = METADATA_HEADLINE;
    metadata.roles = roles;
    struct render_source source = {&page, &metadata, &selection, STR_NONE, 0, NULL, NULL};
    struct inline_reader reader;
    struct image_list list;
    inline_begin(&reader, &source);
    image_find(&reader, selection.kept, &list);
    buffer_init(&out, arena);
    for (size_t i = 0; i < list.n_images; i++) {
        bool has_caption = list.images[i].first_caption < list.images[i].end_caption;
        buffer_append(&out, list.images[i].url);
        buffer_append(&out, has_caption ? STR("+ ") : STR(" "));
    }
    return str_trim(buffer_str(&out));
}

static void pictures_above_the_text(void **state) {
#define H "<h1>DROP Boats</h1>"
#define D_12 "<p>DROP<p>DROP<p>DROP<p>DROP<p>DROP<p>DROP<p>DROP<p>DROP<p>DROP<p>DROP<p>DROP"
#define B_144 B_48 B_48 B_48
    static const struct {
        const char *html, *urls;
    } CASES[] = {
        /* after the headline, at most twelve blocks before the text */
        {H "<p>" IMG "<p>A", "1.png"},
        {H IMG "<p>A", "1.png"},
        {"<p>" IMG H "<p>A", ""},
        {"<p>" IMG "<h2>DROP Boats</h2><p>A", ""},
        {H "<p>" IMG D_12 "<p>A", "1.png"},
        {H "<p>" IMG D_12 "<p>DROP<p>A", ""},
        {"<h1>Boats</h1><p>" IMG "<p>A", "1.png"},
        /* before it, if it is the article's main picture */
        {"<article><p>" IMG H "<p>A</article>", ""},
        {"<article><figure>" IMG "</figure>" H "<p>A</article>", "1.png"},
        {"<main><figure>" IMG "</figure>" H "<p>A</main>", "1.png"},
        {"<section><figure>" IMG "</figure>" H "<p>A</section>", ""},
        {"<article><a href=x><figure>" IMG "</figure></a>" H "<p>A</article>", ""},
        {"<a href=x><article><figure>" IMG "</figure>" H "<p>A</article></a>", "1.png"},
        {"<article><p class=hero>" IMG H "<p>A</article>", "1.png"},
        {"<article><p class=featured>" IMG H "<p>A</article>", "1.png"},
        {"<article><p class=first>" IMG H "<p>A</article>", ""},
        {"<article><img class=wp-post-image src=1.png>" H "<p>A</article>", "1.png"},
        {"<article><img width=500 src=1.png>" H "<p>A</article>", "1.png"},
        {"<article><img width=499 src=1.png>" H "<p>A</article>", ""},
        {"<article><figure>" IMG "<p><a href=x>DROP</a></figure>" H "<p>A</article>", ""},
        {"<article><p><a href=x>DROP</a><figure>" IMG "</figure>" H "<p>A</article>", "1.png"},
        /* near it: at most 150 nodes, and seven elements around the headline */
        {"<article><figure>" IMG "</figure><p>" B_144 "<b></b><b></b>" H "<p>A</article>", ""},
        {"<article><figure>" IMG "</figure><p>" B_144 "<b></b>" H "<p>A</article>", "1.png"},
        {"<article><figure>" IMG "</figure><div><div><div><div><div><div>" H
         "</div></div></div></div></div></div><p>A</article>",
         "1.png"},
        {"<article><figure>" IMG "</figure><div><div><div><div><div><div><div>" H
         "</div></div></div></div></div></div></div><p>A</article>",
         ""},
        /* a figure of at most a hundred nodes may have a caption */
        {"<article><figure>" IMG "<figcaption>DROP</figcaption>" B_48 B_48 "</figure>" H
         "<p>A</article>",
         "1.png+"},
        {"<article><figure>" IMG "<figcaption>DROP</figcaption>" B_48 B_48 "<b></b></figure>" H
         "<p>A</article>",
         "1.png"},
        /* twelve elements around the picture */
        {"<article><div class=hero><b><b><b><b><b><b><b><b><b><b>" IMG
         "</b></b></b></b></b></b></b></b></b></b></div>" H "<p>A</article>",
         "1.png"},
        {"<article><div class=hero><b><b><b><b><b><b><b><b><b><b><b>" IMG
         "</b></b></b></b></b></b></b></b></b></b></b></div>" H "<p>A</article>",
         ""},
    };
    volatile size_t n_wrong = 0;
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct str got = images_of(*state, CASES[i].html);
        if (!str_equals(got, str_of(CASES[i].urls))) {
            print_message("%s: \"%.*s\"\n", CASES[i].html, (int)got.len, got.at);
            n_wrong++;
        }
    }
    assert_int_equal(n_wrong, 0);
}

/* ---- places ---- */

static void pictures_are_in_the_section_around_them(void **state) {
#define P ONE
    static const struct render_case CASES[] = {
        {"<ul><li><p>A<p>" IMG "<li>B</ul>", "- A\n\n  " P "\n\n- B"},
        {"<ul><li>A</li>" IMG "<li>B</ul>", "- A\n\n  " P "\n\n- B"},
        {"<ul><li>A<li>B</ul>" IMG "<p>C", "- A\n- B\n\n" P "\n\nC"},
        {"<ul><li>A<li>" IMG "<li>B</ul>", "- A\n\n  " P "\n\n- B"},
        {"<p>Z<ul><li>" IMG "<p>A<li>B</ul>", "Z\n\n- " P "\n\n  A\n\n- B"},
        {"<p>A<blockquote><p>B" IMG "</blockquote><p>C", "A\n\n> B\n>\n> " P "\n\nC"},
        {"<p>A<blockquote>" IMG "<p>B</blockquote><p>C", "A\n\n> " P "\n>\n> B\n\nC"},
        {"<p>A<blockquote><p>B<figure>" IMG "<div class=caption><p>C<p>- D</div></figure>"
         "</blockquote>",
         "A\n\n> B\n>\n> " P "\\\n> C\\\n> \\- D"},
        {"<p>A<h2>B" IMG "</h2><p>C", "A\n\n## B\n\n" P "\n\nC"},
        {"<p>A<pre>B" IMG "</pre><p>C", "A\n\n```\nB\n```\n\n" P "\n\nC"},
        {"<p>A<blockquote><h2>B" IMG "</h2><p>C</blockquote>", "A\n\n> ## B\n>\n> " P "\n>\n> C"},
        {"<p>A<table><tr><td>B<td>C</tr>" IMG "<tr><td>D<td>E</table><p>F",
         "A\n\n" P "\n\n|  |  |\n| --- | --- |\n| B | C |\n| D | E |\n\nF"},
        {"<p>A<table><caption>B" IMG "</caption><tr><td>C<td>D<tr><td>E<td>F</table>",
         "A\n\nB\n\n|  |  |\n| --- | --- |\n| C | D |\n| E | F |"},
    };
    CHECK_RENDER(state, CASES, render_markdown, PITH_KEEP_IMAGES);
}

static void pictures_in_cells(void **state) {
#define CELL(html) "<table><tr><td>A<td>B<tr><td>" html "<td>D</table>"
#define ICON(size) "<table><tr><td>A<td>B<tr><td>C<td><img src=/img/tick.svg" size "></table>"
#define TICKED(cell) "|  |  |\n| --- | --- |\n| A | B |\n| C | " cell " |"
#define GRID(cell) "|  |  |\n| --- | --- |\n| A | B |\n| " cell " | D |"
    static const struct render_case CASES[] = {
        {CELL(IMG), GRID(P)},
        {CELL("C" IMG), GRID("C " P)},
        {CELL(IMG "C"), GRID(P " C")},
        {CELL("<img src=1.png alt=C>"), GRID("![C](https://example.org/a/1.png)")},
        /* an icon is its word */
        {ICON(""), TICKED("\u2713")},
        {ICON(" width=48"), TICKED("![](https://example.org/img/tick.svg)")},
        {CELL("<img src=1.png alt=C width=48>"), GRID("![C](https://example.org/a/1.png)")},
        {CELL("<img src=1.png alt=C height=48>"), GRID("![C](https://example.org/a/1.png)")},
        {CELL("C<img src=1.png width=47>"), GRID("C")},
        {CELL("C<img src=1.png height=47>"), GRID("C")},
        {CELL("C<img src=1.png width=48 height=1000000>"), GRID("C " P)},
        {CELL("C<p>" FRAME), GRID("C " VIDEO)},
        {"<p>A<table><tr><td>B" IMG "<tr><td>C</table><p>D", "A\n\nB\n\n" P "\n\nC\n\nD"},
    };
    CHECK_RENDER(state, CASES, render_markdown, PITH_KEEP_IMAGES);
}

/* A bar in a cell has one backslash, whatever is before it. */
static void bars_of_formulas_in_cells(void **state) {
#define TEX(tex)                                                                                   \
    "<span class=mwe-math-element><img class=mwe-math-fallback-image-inline src=1.png alt='" tex   \
    "'></span>"
    static const struct render_case CASES[] = {
        {CELL(TEX("|x|")), GRID("$\\|x\\|$")},
        {CELL(TEX("\\|x\\|")), GRID("$\\Vert x\\Vert$")},
        {CELL(TEX("a\\\\|b")), GRID("$a\\\\ \\|b$")},
        {"<p>" TEX("\\|x\\|"), "$\\|x\\|$"},
    };
    CHECK_RENDER(state, CASES, render_markdown, 0);
}

static void pictures_of_formulas_are_in_the_text(void **state) {
    static const struct render_case CASES[] = {
        {"<p>A <span class=mwe-math-element><img class=mwe-math-fallback-image-inline src=1.png "
         "alt='x^2'></span><p>B" IMG "<p>C",
         "A $x^2$\n\nB\n\n" P "\n\nC"},
    };
    CHECK_RENDER(state, CASES, render_markdown, PITH_KEEP_IMAGES);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(pictures_are_near_the_text),
        ARENA_TEST(decorations_are_left_out),
        ARENA_TEST(captions_follow_their_picture),
        ARENA_TEST(teasers_have_texts_and_links),
        ARENA_TEST(surroundings_have_a_size),
        ARENA_TEST(pictures_come_once),
        ARENA_TEST(alternative_texts_are_one_line),
        ARENA_TEST(frames_are_links),
        ARENA_TEST(pictures_above_the_text),
        ARENA_TEST(pictures_are_in_the_section_around_them),
        ARENA_TEST(pictures_in_cells),
        ARENA_TEST(bars_of_formulas_in_cells),
        ARENA_TEST(pictures_of_formulas_are_in_the_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
