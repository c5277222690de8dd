/*
 * Finds the reporters that an article in Chinese, Japanese or Korean names within its first and
 * last paragraphs: "新华社北京2月5日电（记者王小明）", "(서울=한국통신) 홍길동 기자 = ...",
 * "...。【山田太郎】".
 */
#ifndef PITH_METADATA_REPORTER_NOTE_H
#define PITH_METADATA_REPORTER_NOTE_H

#include "metadata/author/line_authors.h"

/* Adds those at the start of the block's text. */
void reporter_note_read_first(struct line_reader *r, uint32_t block);

/* Adds those in brackets at its end. */
void reporter_note_read_last(struct line_reader *r, uint32_t block);

#endif
