/*
 * The form of a line of a dump: what it begins and ends with, and the marks in it.
 */
#ifndef PITH_METADATA_DUMP_FORM_H
#define PITH_METADATA_DUMP_FORM_H

#include "base/str.h"

enum dump_ending {
    DUMP_END_NONE,
    DUMP_END_POINT,
    DUMP_END_ASKING,
    DUMP_END_COLON,
    DUMP_END_CUT,
    DUMP_END_COMMA,
    DUMP_END_ARROW
};

enum dump_start {
    DUMP_START_LETTER,
    DUMP_START_SMALL,
    DUMP_START_DIGIT,
    DUMP_START_QUOTE,
    DUMP_START_MARK
};

enum dump_ending dump_form_ending(struct str text);
enum dump_start dump_form_start(struct str text);

/* Whether it contains a question mark, a quotation or a colon. */
bool dump_form_asks(struct str text);

/* Whether it contains a mark used in menus and breadcrumb trails. */
bool dump_form_has_separator(struct str text);

/* Whether it contains a mark of addresses and tags. */
bool dump_form_has_address(struct str text);

/* Whether it contains a mark of a picture's credit, or ends with a name and its agency. */
bool dump_form_has_credit(struct str text);

/* The share of capitals among its ASCII letters. */
float dump_form_capitals(struct str text);

#endif
