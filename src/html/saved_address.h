/*
 * Where a saved page came from.
 */
#ifndef PITH_HTML_SAVED_ADDRESS_H
#define PITH_HTML_SAVED_ADDRESS_H

#include "base/str.h"

/* The address that a comment at the beginning of a page says it was saved from, as browsers
 * ("saved from url=(0024)https://a.example/page") and SingleFile ("url: https://...") write it; a
 * part of `page`. STR_NONE if there is none. */
struct str saved_address(struct str page);

#endif
