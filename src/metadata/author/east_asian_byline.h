/*
 * Reads bylines in Chinese, Japanese and Korean, where labels, names and newspapers may touch each
 * other and a label may follow the name: "文／山田太郎 写真／佐藤花子", "新华社记者王小明",
 * "홍길동 뉴욕 특파원".
 */
#ifndef PITH_METADATA_EAST_ASIAN_BYLINE_H
#define PITH_METADATA_EAST_ASIAN_BYLINE_H

#include "metadata/author/name.h"

struct east_asian_byline {
    struct str names[MAX_NAMES];
    size_t n;
    bool has_label;    /* a word says that the names are authors' */
    bool has_reporter; /* that word is "reporter" or "report" */
    size_t first, end; /* the range of bytes in the line without dates and sections around it */
};

/* Whether each word of the line is understood: its labels, and names whose surnames are common
 * ones. A line with only a label of others, "责任编辑：王小明", has no names. Other lines are left
 * to byline_read. */
bool east_asian_byline_read(struct arena *arena, struct str line, language_set languages,
                            struct east_asian_byline *out);

/* Whether a word is a newspaper, agency or site by its end: "滨海日报", "항구일보". */
bool east_asian_byline_is_publisher(struct str word);

#endif
