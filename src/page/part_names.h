/*
 * The kind of part that an element is, by the words of its class and id: promotion, sharing,
 * comments and so on.
 *
 * The weights of single names are learned (token.h), each from the pages that have it. These lists
 * let a rare name ("regwall") count as much as its common synonyms ("paywall", "subscribe").
 */
#ifndef PITH_PAGE_PART_NAMES_H
#define PITH_PAGE_PART_NAMES_H

#include <stddef.h>
#include <stdint.h>

/* X(NAME, name) */
#define PART_KINDS(X)                                                                              \
    X(PROMOTION, promotion) /* newsletters, subscriptions, offers, donations */                    \
    X(ADVERTISEMENT, advertisement)                                                                \
    X(SHARING, sharing)                                                                            \
    X(RELATED, related) /* other pages: teasers, tickers, most read */                             \
    X(MENU, menu)                                                                                  \
    X(COMMENT, comment)                                                                            \
    X(OVERLAY, overlay)     /* dialogs, tooltips, cookie banners */                                \
    X(MARGIN, margin)       /* sidebars, footers, legal text */                                    \
    X(SIGNATURE, signature) /* byline, date, tags, about the author */                             \
    X(CONTENT, content)

enum part_kind {
#define X(NAME, name) PART_##NAME,
    PART_KINDS(X)
#undef X
        PART_N
};

/* The kinds that a token (token.h) names: bits 1 << enum part_kind, 0 for none. */
uint16_t part_names_kinds(uint32_t token);

#endif
