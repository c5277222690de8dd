/*
 * Email addresses that Cloudflare hides from programs: the first byte is the key with which the
 * others are XORed, all in hexadecimal digits, and browsers show the address.
 */
#ifndef PITH_HTML_HIDDEN_ADDRESS_H
#define PITH_HTML_HIDDEN_ADDRESS_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/str.h"

/* Appends the address in the value of data-cfemail; false if it is not one. */
bool hidden_address_append(struct buffer *out, struct str digits);

/* The digits in the address of a link that stands for "mailto:"; empty if they are in an attribute
 * of its text. STR_NONE for all other links. */
struct str hidden_address_of_link(struct str href);

#endif
