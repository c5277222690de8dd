/*
 * The bound on a look-up in an open hash of what a page has.
 */
#ifndef PITH_PROBE_H
#define PITH_PROBE_H

/* Slots looked at, one after another, for a key. The tables are at most half full, so that chance
 * needs some dozens even in the largest; a page whose texts or classes were made to collide would
 * need as many as it has keys, each time. What is not found within the bound is taken for another
 * key's, or for absent, which makes a measure of such a page a little wrong, no more. */
enum { PROBE_MAX = 256 };

#endif
