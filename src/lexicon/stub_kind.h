/*
 * Kinds of pages that hold no main content.
 */
#ifndef PITH_LEXICON_STUB_KIND_H
#define PITH_LEXICON_STUB_KIND_H

enum stub_kind {
    STUB_NONE = 0,
    STUB_CHALLENGE, /* a test for people, or a block of bots */
    STUB_CONSENT,   /* asks for consent before it shows anything */
    STUB_LOGIN,     /* asks for a login or a subscription */
    STUB_ERROR,     /* not found, forbidden, out of order */
    STUB_PARKED,    /* a domain for sale, a server without a site */
    STUB_SHELL,     /* a script is to fetch the content */
    STUB_REDIRECT,  /* sends on to another page */
    STUB_EMPTY,     /* none of these, and nothing to keep all the same */
    STUB_N_KINDS
};

#endif
