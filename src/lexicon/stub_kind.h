/*
 * Kinds of pages without main content.
 */
#ifndef PITH_LEXICON_STUB_KIND_H
#define PITH_LEXICON_STUB_KIND_H

enum stub_kind {
    STUB_NONE = 0,
    STUB_CHALLENGE, /* a CAPTCHA, or a wall against bots */
    STUB_CONSENT,   /* asks for consent before it shows anything */
    STUB_LOGIN,     /* asks for a login or a subscription */
    STUB_ERROR,     /* not found, forbidden, out of order */
    STUB_PARKED,    /* a domain for sale, a server without a site */
    STUB_SHELL,     /* a script would fetch the content */
    STUB_REDIRECT,  /* redirects to another page */
    STUB_EMPTY,     /* none of these, but still nothing to keep */
    STUB_N_KINDS
};

#endif
