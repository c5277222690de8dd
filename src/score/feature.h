/*
 * The features of a block: what the model weighs. Each is defined once, here; the trainer reads
 * them from this code.
 */
#ifndef PITH_SCORE_FEATURE_H
#define PITH_SCORE_FEATURE_H

#include "page/block.h"
#include "page/container.h"
#include "score/model.h"

/* Increase this when a feature changes its meaning: a model made for another version is refused. */
enum { FEATURE_VERSION = 4 };

/* X(name): shares and densities are 0 to 1; the rest are counts unless noted. -1 means "none". */
#define FEATURES_OF_BLOCK(X)                                                                       \
    X(words)                                                                                       \
    X(chars)                                                                                       \
    X(text_density)                                                                                \
    X(link_density)                                                                                \
    X(links)                                                                                       \
    X(punct_share)   /* of characters */                                                           \
    X(stops)         /* ends of sentences */                                                       \
    X(comma_share)   /* of words */                                                                \
    X(digit_share)   /* of characters */                                                           \
    X(capital_share) /* of words */                                                                \
    X(word_length)   /* characters */                                                              \
    X(last_char)     /* 0 letter, 1 other, 2 colon, 3 ellipsis, 4 end of sentence */               \
    X(first_char)    /* 0 other, 1 small letter, 2 digit, 3 capital or wide */                     \
    X(lines)                                                                                       \
    X(bold_share) /* of bytes */                                                                   \
    X(signs)      /* @ © | » › · / bullets */                                                 \
    X(tag)        /* a code: feature_tag_code */                                                   \
    X(heading_level)                                                                               \
    X(is_hidden)                                                                                   \
    X(is_noscript)                                                                                 \
    X(is_pre)                                                                                      \
    X(after_break)                                                                                 \
    X(title_share) /* of its words, those in <title> */                                            \
    X(description_share)                                                                           \
    X(repeats)     /* earlier blocks with the same text */                                         \
    X(repeats_all) /* blocks with the same text */                                                 \
    X(seen_share)  /* of its runs of 4 words, those that occur earlier on the page */              \
    X(depth)                                                                                       \
    X(position) /* share of the page's blocks before it */                                         \
    X(words_before)                                                                                \
    X(words_before_share)                                                                          \
    X(blocks_after)

#define FEATURES_OF_PAGE(X)                                                                        \
    X(page_blocks)                                                                                 \
    X(page_words)                                                                                  \
    X(page_link_density)                                                                           \
    X(page_prose_share)                                                                            \
    X(page_p)                                                                                      \
    X(page_li)                                                                                     \
    X(page_a)                                                                                      \
    X(page_input)                                                                                  \
    X(page_button)                                                                                 \
    X(page_img)                                                                                    \
    X(page_article)                                                                                \
    X(page_tr)                                                                                     \
    X(page_heading)                                                                                \
    X(page_pre)                                                                                    \
    X(page_form)

#define FEATURES_OF_SURROUNDINGS(X)                                                                \
    X(words_prev)                                                                                  \
    X(words_next)                                                                                  \
    X(words_prev2)                                                                                 \
    X(words_next2)                                                                                 \
    X(link_density_prev)                                                                           \
    X(link_density_next)                                                                           \
    X(tag_prev)                                                                                    \
    X(tag_next)                                                                                    \
    X(same_path_prev)                                                                              \
    X(same_path_next)                                                                              \
    X(prose_before) /* prose words in the 5 blocks before */                                       \
    X(prose_after)                                                                                 \
    X(prose_before_all) /* the share of the page's prose words before it */                        \
    X(to_prose_before)  /* blocks to the nearest prose; 255: none */                               \
    X(to_prose_after)                                                                              \
    X(nodes_prev) /* nodes between it and the block before */                                      \
    X(nodes_next)                                                                                  \
    X(to_heading) /* blocks since the last heading */                                              \
    X(section_level)                                                                               \
    X(section_words) /* between the headings above and below it */                                 \
    X(section_blocks)                                                                              \
    X(section_link_density)                                                                        \
    X(section_heading_link_density) /* of the heading itself: the headings of teasers link to      \
                                       their page */                                               \
    X(to_headline)                  /* blocks; negative before it */                               \
    X(headline_words)               /* words since the headline; 0 before it */                    \
    X(has_headline)

#define FEATURES_OF_BOXES(X)                                                                       \
    X(in_list)                                                                                     \
    X(in_table)                                                                                    \
    X(in_form)                                                                                     \
    X(in_figure)                                                                                   \
    X(in_quote)                                                                                    \
    X(in_nav)                                                                                      \
    X(in_footer)                                                                                   \
    X(in_header)                                                                                   \
    X(in_aside)                                                                                    \
    X(in_main)                                                                                     \
    X(in_article)                                                                                  \
    X(in_dialog)                                                                                   \
    X(path_count) /* blocks of the same path */                                                    \
    X(path_words)                                                                                  \
    X(path_word_share)                                                                             \
    X(path_link_density)                                                                           \
    X(path_prose_share)                                                                            \
    X(path_mean_words)                                                                             \
    X(kind_count) /* blocks with the same last two steps of the path */                            \
    X(kind_words)                                                                                  \
    X(kind_word_share)                                                                             \
    X(kind_link_density)                                                                           \
    X(kind_prose_share)                                                                            \
    X(kind_mean_words)                                                                             \
    X(best_inside) /* in the container that a readability-like rule would take as the content */   \
    X(best_share)  /* of the page's words */                                                       \
    X(best_link_density)                                                                           \
    X(best_climb) /* containers from its own up to that one; -1 outside */                         \
    X(item_count) /* siblings that look like the nearest container with at least 2 of them */      \
    X(item_place)                                                                                  \
    X(item_words) /* of its own item */                                                            \
    X(item_mean_words)                                                                             \
    X(item_link_density)                                                                           \
    X(item_share) /* all the items' share of the page's words */                                   \
    X(item_climb)                                                                                  \
    X(item_prose_share)                                                                            \
    X(dominant_inside)      /* in the smallest container with most of the page's prose */          \
    X(dominant_climb)       /* containers from its own up to that one; -1 outside */               \
    X(dominant_share)       /* of the page's words */                                              \
    X(article_place)        /* outermost <article>s before the one it is in; -1: in none */        \
    X(article_count)        /* outermost <article>s with prose */                                  \
    X(article_words)        /* of the one it is in */                                              \
    X(article_prose_before) /* share of the page's prose in earlier ones */                        \
    X(h1_before)                                                                                   \
    X(h1_count)

/* The containers around a block, from its own (0) outwards. */
#define FEATURES_OF_ONE_BOX(X, i)                                                                  \
    X(box##i##_words)                                                                              \
    X(box##i##_share) /* of the page's words */                                                    \
    X(box##i##_link_density)                                                                       \
    X(box##i##_prose_share)                                                                        \
    X(box##i##_blocks)                                                                             \
    X(box##i##_node_chars) /* characters per node */

enum { FEATURE_N_CONTAINERS = 6 };
#define FEATURES_OF_ANCESTORS(X)                                                                   \
    FEATURES_OF_ONE_BOX(X, 0)                                                                      \
    FEATURES_OF_ONE_BOX(X, 1)                                                                      \
    FEATURES_OF_ONE_BOX(X, 2)                                                                      \
    FEATURES_OF_ONE_BOX(X, 3)                                                                      \
    FEATURES_OF_ONE_BOX(X, 4)                                                                      \
    FEATURES_OF_ONE_BOX(X, 5)

/* The weight of its words, in log odds; for dumps. */
#define FEATURES_OF_WORDS(X)                                                                       \
    X(word_total)                                                                                  \
    X(word_min)                                                                                    \
    X(word_max)                                                                                    \
    X(word_first)                                                                                  \
    X(word_prev) /* word_total of the previous block */                                            \
    X(word_next)                                                                                   \
    X(word_near) /* its mean, weighted by words, over 3 blocks on each side */                     \
    X(word_page)

/* The weight of the names around it (token.h), in log odds. */
#define FEATURES_OF_TOKENS(X)                                                                      \
    X(token_total)                                                                                 \
    X(token_own)                                                                                   \
    X(token_near)                                                                                  \
    X(token_far)                                                                                   \
    X(token_min)                                                                                   \
    X(token_max)                                                                                   \
    X(token_lead) /* its total minus the page's mean, weighted by words */

/* The number of containers from its own up to the nearest whose name says that it is such a part
 * (part_names.h); 15: none. */
#define FEATURES_OF_PARTS(X)                                                                       \
    X(to_promotion)                                                                                \
    X(to_advertisement)                                                                            \
    X(to_sharing)                                                                                  \
    X(to_related)                                                                                  \
    X(to_menu)                                                                                     \
    X(to_comment)                                                                                  \
    X(to_overlay)                                                                                  \
    X(to_margin)                                                                                   \
    X(to_signature)                                                                                \
    X(to_content)

/* What the wording of short lines shows; see feature_signs.c. */
#define FEATURES_OF_SIGNS(X)                                                                       \
    X(phrase)       /* enum phrase_kind */                                                         \
    X(phrases_near) /* prompts, "read also" and placeholders, 3 blocks on each side */             \
    X(has_credit)   /* of a picture */                                                             \
    X(has_date)     /* 1: a year, 2: a time of day, 3: both; in a short block */                   \
    X(dates_near)   /* short blocks with a date, 3 blocks on each side */                          \
    X(dates_since_headline)                                                                        \
    X(dates_page)                                                                                  \
    X(has_reply) /* "Anna says:", "Reply" */                                                       \
    X(replies_near)                                                                                \
    X(replies_before)                                                                              \
    X(replies_page)                                                                                \
    X(item_replies)     /* in the item it belongs to */                                            \
    X(siblings_replies) /* per item, over all items like its own */                                \
    X(siblings_dates)                                                                              \
    X(since_comments) /* blocks since a line such as "3 comments"; -1: none */

#define FEATURES(X)                                                                                \
    FEATURES_OF_BLOCK(X)                                                                           \
    FEATURES_OF_PAGE(X)                                                                            \
    FEATURES_OF_SURROUNDINGS(X)                                                                    \
    FEATURES_OF_BOXES(X)                                                                           \
    FEATURES_OF_ANCESTORS(X)                                                                       \
    FEATURES_OF_WORDS(X)                                                                           \
    FEATURES_OF_TOKENS(X)                                                                          \
    FEATURES_OF_PARTS(X)                                                                           \
    FEATURES_OF_SIGNS(X)

enum feature {
#define X(name) FEATURE_##name,
    FEATURES(X)
#undef X
        FEATURE_N
};

const char *feature_name(enum feature feature);

/* Computes the features of all blocks of a page: rows[i * FEATURE_N + f] is feature f of block i.
 * The rows are in the page's arena. `model` provides the weights of tokens and words; if it is
 * NULL, those features are 0. */
float *feature_measure(const struct block_page *page, const struct containers *containers,
                       const struct model *model);

/* Writes the hashes of the words of `text` to `out`, at most `cap` of them, and returns their
 * number. The weights of words are trained on these. */
size_t feature_words(struct str text, uint32_t *out, size_t cap);

#endif
