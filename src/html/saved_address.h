/*
 * Finds the address that a saved page was saved from.
 */
#ifndef PITH_HTML_SAVED_ADDRESS_H
#define PITH_HTML_SAVED_ADDRESS_H

#include "base/str.h"

/* The address in a comment at the start of a page, as written by browsers ("saved from
 * url=(0024)https://a.example/page") and SingleFile ("url: https://..."); it points into `page`.
 * STR_NONE if there is none. */
struct str saved_address(struct str page);

#endif
