/*
 * Who wrote a comment and when, from the elements around it.
 */
#ifndef PITH_RENDER_COMMENT_HEAD_H
#define PITH_RENDER_COMMENT_HEAD_H

#include "base/buffer.h"
#include "page/block.h"

/* All have their white space collapsed and are in the page's arena; .at is NULL if unknown. */
struct comment_head {
    struct str author; /* without "says:" */
    struct str date;   /* "2021-06-03" if the page has it in this form, otherwise as shown */
    struct str url;    /* the link to the post itself; see post.h */
};

/* What an element is, by its class names, properties and tag; bits. */
enum { COMMENT_HEAD_AUTHOR = 1, COMMENT_HEAD_DATE = 2 };

/* What it is by the names in one attribute. */
unsigned comment_head_named(struct str names);

/* What an element is by its properties, its tag and its classes; `of_class` is comment_head_named()
 * of its class attribute. */
unsigned comment_head_signs(const struct dom_node *element, unsigned of_class);

/* The text of such an element; STR_NONE if it is too long or empty, or if a date contains none. */
struct str comment_head_author(const struct block_page *page, uint32_t element);
struct str comment_head_date(const struct block_page *page, uint32_t element);

/* A quick check whether an element's text may begin with "@", so that most links need not be
 * read. */
bool comment_head_may_be_handle(const struct dom *dom, uint32_t element);

/* Reads author and date from an element and the first few elements inside it into the head; what
 * they do not give is unchanged. True if they gave anything. */
bool comment_head_read(const struct block_page *page, uint32_t element, struct comment_head *head);

/* Appends "Author · date" and a line break, or nothing if neither is known. */
void comment_head_append(struct buffer *out, const struct comment_head *head);

#endif
