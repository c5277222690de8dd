/*
 * Describes reasons such as "link_density -1.25, ..." in words; see reason.h.
 */
#include "program/output/reason.h"

#include <string.h>

#include "program/output/html.h"
#include "program/output/text.h"

struct wording {
    const char *name, *words;
};

/* The features of feature.h in its order; tests/test_explain.sh checks that they agree. */
static const struct wording wordings[] = {
    {"words", "its number of words"},
    {"chars", "its number of characters"},
    {"text_density", "words per line (text density)"},
    {"link_density", "share of its text in links"},
    {"links", "its number of links"},
    {"punct_share", "share of punctuation"},
    {"stops", "sentence ends in it"},
    {"comma_share", "commas per word"},
    {"digit_share", "share of digits"},
    {"capital_share", "share of words with a capital"},
    {"word_length", "average length of its words"},
    {"last_char", "how it ends: full stop, colon, letter"},
    {"first_char", "how it begins: capital, digit, small letter"},
    {"lines", "its number of lines"},
    {"bold_share", "share of bold text"},
    {"signs", "symbols such as @, ©, |, » and bullets"},
    {"tag", "its own tag"},
    {"heading_level", "whether it is a heading, and of which level"},
    {"is_hidden", "whether it is hidden"},
    {"is_noscript", "whether it is for browsers without scripts"},
    {"is_pre", "whether it is preformatted"},
    {"after_break", "whether a line break begins it"},
    {"title_share", "share of its words that are in the page's title"},
    {"description_share", "share of its words that are in the page's description"},
    {"repeats", "earlier blocks with the same text"},
    {"repeats_all", "blocks with the same text"},
    {"seen_share", "phrases seen earlier on the page"},
    {"depth", "its depth in the page's tree"},
    {"position", "its place on the page"},
    {"words_before", "words before it"},
    {"words_before_share", "share of the page's words before it"},
    {"blocks_after", "blocks after it"},

    {"page_blocks", "blocks on the whole page"},
    {"page_words", "words on the whole page"},
    {"page_link_density", "share of the whole page in links"},
    {"page_prose_share", "share of prose on the whole page"},
    {"page_p", "paragraphs on the whole page"},
    {"page_li", "list items on the whole page"},
    {"page_a", "links on the whole page"},
    {"page_input", "input fields on the whole page"},
    {"page_button", "buttons on the whole page"},
    {"page_img", "images on the whole page"},
    {"page_article", "article elements on the whole page"},
    {"page_tr", "table rows on the whole page"},
    {"page_heading", "headings on the whole page"},
    {"page_pre", "preformatted text on the whole page"},
    {"page_form", "forms on the whole page"},

    {"words_prev", "words of the block before"},
    {"words_next", "words of the block after"},
    {"words_prev2", "words of the second block before"},
    {"words_next2", "words of the second block after"},
    {"link_density_prev", "share of the block before in links"},
    {"link_density_next", "share of the block after in links"},
    {"tag_prev", "tag of the block before"},
    {"tag_next", "tag of the block after"},
    {"same_path_prev", "whether the block before has the same path"},
    {"same_path_next", "whether the block after has the same path"},
    {"prose_before", "prose in the 5 blocks before"},
    {"prose_after", "prose in the 5 blocks after"},
    {"prose_before_all", "share of the page's prose before it"},
    {"to_prose_before", "blocks between it and the nearest prose before"},
    {"to_prose_after", "blocks between it and the nearest prose after"},
    {"nodes_prev", "markup between it and the block before"},
    {"nodes_next", "markup between it and the block after"},
    {"to_heading", "blocks since the last heading"},
    {"section_level", "level of the heading above it"},
    {"section_words", "words under the heading above it"},
    {"section_blocks", "blocks under the heading above it"},
    {"section_link_density", "share in links under the heading above it"},
    {"section_heading_link_density", "share in links of the heading above it"},
    {"to_headline", "blocks from the headline"},
    {"headline_words", "words since the headline"},
    {"has_headline", "whether the page has a headline"},

    {"in_list", "whether it is in a list"},
    {"in_table", "whether it is in a table"},
    {"in_form", "whether it is in a form"},
    {"in_figure", "whether it is in a figure"},
    {"in_quote", "whether it is in a quotation"},
    {"in_nav", "whether it is in a navigation"},
    {"in_footer", "whether it is in a footer"},
    {"in_header", "whether it is in a header"},
    {"in_aside", "whether it is in an aside"},
    {"in_main", "whether it is in the main element"},
    {"in_article", "whether it is in an article element"},
    {"in_dialog", "whether it is in a dialog"},
    {"path_count", "blocks of the same path"},
    {"path_words", "words in blocks of the same path"},
    {"path_word_share", "share of the page's words in blocks of the same path"},
    {"path_link_density", "share in links of blocks of the same path"},
    {"path_prose_share", "share of prose in blocks of the same path"},
    {"path_mean_words", "mean length of blocks of the same path"},
    {"kind_count", "blocks of its kind (same last two steps of the path)"},
    {"kind_words", "words in blocks of its kind"},
    {"kind_word_share", "share of the page's words in blocks of its kind"},
    {"kind_link_density", "share in links of blocks of its kind"},
    {"kind_prose_share", "share of prose in blocks of its kind"},
    {"kind_mean_words", "mean length of blocks of its kind"},
    {"best_inside", "whether it is in the box richest in prose"},
    {"best_share", "share of the page's words in the box richest in prose"},
    {"best_link_density", "share in links of the box richest in prose"},
    {"best_climb", "boxes between it and the one richest in prose"},
    {"item_count", "boxes beside its own that look like it"},
    {"item_place", "its box's place among those that look alike"},
    {"item_words", "words in its box among those that look alike"},
    {"item_mean_words", "mean length of the boxes that look alike"},
    {"item_link_density", "share in links of the boxes that look alike"},
    {"item_share", "share of the page's words in boxes that look alike"},
    {"item_climb", "boxes up to those that look alike"},
    {"item_prose_share", "share of prose in boxes that look alike"},
    {"dominant_inside", "whether it is in the box with most of the prose"},
    {"dominant_climb", "boxes between it and the one with most of the prose"},
    {"dominant_share", "share of the page's words in the box with most of the prose"},
    {"article_place", "article elements before its own"},
    {"article_count", "article elements with prose on the page"},
    {"article_words", "words in its article element"},
    {"article_prose_before", "share of the page's prose in earlier article elements"},
    {"h1_before", "main headings before it"},
    {"h1_count", "main headings on the page"},

    {"word_total", "how much its words suggest content"},
    {"word_min", "its word most typical of boilerplate"},
    {"word_max", "its word most typical of content"},
    {"word_first", "its first word"},
    {"word_prev", "how much the words before it suggest content"},
    {"word_next", "how much the words after it suggest content"},
    {"word_near", "how much the words around it suggest content"},
    {"word_page", "how much the page's words suggest content"},
    {"token_total", "names of the tags and classes around it"},
    {"token_own", "name of its own tag and classes"},
    {"token_near", "names of the nearest boxes around it"},
    {"token_far", "names of the outer boxes around it"},
    {"token_min", "the name around it most typical of boilerplate"},
    {"token_max", "the name around it most typical of content"},
    {"token_lead", "names around it compared with the whole page's"},
    {"to_promotion", "boxes up to a name for promotion"},
    {"to_advertisement", "boxes up to a name for advertisements"},
    {"to_sharing", "boxes up to a name for sharing"},
    {"to_related", "boxes up to a name for other pages"},
    {"to_menu", "boxes up to a name for menus"},
    {"to_comment", "boxes up to a name for comments"},
    {"to_overlay", "boxes up to a name for dialogs and tooltips"},
    {"to_margin", "boxes up to a name for sidebars and footers"},
    {"to_signature", "boxes up to a name for author, date or tags"},
    {"to_content", "boxes up to a name for content"},
    {"phrase", "whether it begins like a prompt or a \"read also\" line"},
    {"phrases_near", "prompts and \"read also\" lines around it"},
    {"has_credit", "whether it credits a photographer or agency"},
    {"has_date", "whether it is short and names a year or a time"},
    {"dates_near", "short lines with a date around it"},
    {"dates_since_headline", "short lines with a date since the headline"},
    {"dates_page", "short lines with a date on the whole page"},
    {"has_reply", "whether it is a line typical of comments"},
    {"replies_near", "lines typical of comments around it"},
    {"replies_before", "lines typical of comments before it"},
    {"replies_page", "lines typical of comments on the whole page"},
    {"item_replies", "lines typical of comments in its box"},
    {"siblings_replies", "lines typical of comments in boxes that look alike"},
    {"siblings_dates", "dates in boxes that look alike"},
    {"since_comments", "blocks since the heading of a comment section"},
};

/* For "box0_words" and similar names: the number gives the container, the rest the feature. */
static const struct wording containers[] = {
    {"words", "words in "},
    {"share", "share of the page's words in "},
    {"link_density", "share in links of "},
    {"prose_share", "share of prose in "},
    {"blocks", "blocks in "},
    {"node_chars", "text per markup in "},
};
static const char *const box_places[] = {
    "its own box",           "the box around its own", "the second box around its own",
    "the third box outward", "the fourth box outward", "the fifth box outward",
};

static const char *words_of(const struct wording *table, size_t n, struct str name) {
    for (size_t i = 0; i < n; i++)
        if (str_equals(str_of(table[i].name), name))
            return table[i].words;
    return NULL;
}

static void append_box(struct buffer *out, struct str name) {
    enum { PREFIX = 5 }; /* "box0_" */
    size_t place = name.len > PREFIX ? (size_t)(name.at[3] - '0') : SIZE_MAX;
    if (memcmp(name.at, "box", 3) != 0 || place >= N_OF(box_places))
        return;
    const char *words = words_of(containers, N_OF(containers), str_between(name, PREFIX, name.len));
    if (!words)
        return;
    output_text(out, words);
    output_text(out, box_places[place]);
}

static void append_words(struct buffer *out, struct str name) {
    const char *words = words_of(wordings, N_OF(wordings), name);
    if (words)
        output_html_text(out, str_of(words));
    else if (name.len > 3)
        append_box(out, name);
}

static void append_reason(struct buffer *out, struct str name, struct str pull) {
    output_text(out, "<p class=\"pull\"><b>");
    output_html_text(out, pull);
    output_text(out, "</b> <span>");
    append_words(out, name);
    output_text(out, " <code>");
    output_html_text(out, name);
    output_text(out, "</code></span></p>");
}

void output_reasons_html(struct buffer *out, const char *reasons) {
    while (*reasons) {
        size_t len = strcspn(reasons, ","), name = 0;
        while (name < len && reasons[name] != ' ')
            name++;
        size_t pull = name < len ? name + 1 : name;
        append_reason(out, (struct str){reasons, name}, (struct str){reasons + pull, len - pull});
        reasons += len;
        reasons += strspn(reasons, ", ");
    }
}
