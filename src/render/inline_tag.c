/*
 * The table of tags for inline marks; see inline_tag.h.
 */
#include "render/inline_tag.h"

const struct inline_tag inline_tags[INLINE_N_KINDS] = {
    [INLINE_LINK] = {STR_INIT("<a href=\""), STR_INIT("</a>")},
    [INLINE_STRONG] = {STR_INIT("<strong>"), STR_INIT("</strong>")},
    [INLINE_EM] = {STR_INIT("<em>"), STR_INIT("</em>")},
    [INLINE_DELETED] = {STR_INIT("<del>"), STR_INIT("</del>")},
    [INLINE_INSERTED] = {STR_INIT("<ins>"), STR_INIT("</ins>")},
    [INLINE_HIGHLIGHT] = {STR_INIT("<mark>"), STR_INIT("</mark>")},
    [INLINE_SUPERSCRIPT] = {STR_INIT("<sup>"), STR_INIT("</sup>")},
    [INLINE_SUBSCRIPT] = {STR_INIT("<sub>"), STR_INIT("</sub>")},
    [INLINE_KEY] = {STR_INIT("<kbd>"), STR_INIT("</kbd>")},
    [INLINE_SAMPLE] = {STR_INIT("<samp>"), STR_INIT("</samp>")},
    [INLINE_VARIABLE] = {STR_INIT("<var>"), STR_INIT("</var>")},
    [INLINE_CODE] = {STR_INIT("<code>"), STR_INIT("</code>")},
    [INLINE_NOTE_REF] = {STR_INIT(""), STR_INIT("")}, /* written together with their text */
    [INLINE_FORMULA] = {STR_INIT(""), STR_INIT("")},
};
