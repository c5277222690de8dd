/*
 * Words for comments and what stands beside them; see comment_count.h.
 */
#include "lexicon/comment_count.h"

#include "base/ascii.h"
#include "base/buffer.h"
#include "base/utf8.h"

/* Beginnings of words for comments, folded as by utf8_append_folded. */
static const struct str WORDS[] = {
    STR_INIT("comment"),   STR_INIT("response"),  STR_INIT("kommentar"), STR_INIT("kommentti"),
    STR_INIT("kommentit"), STR_INIT("comentari"), STR_INIT("comentári"), STR_INIT("reactie"),
    STR_INIT("komentar"),  STR_INIT("komentář"),  STR_INIT("komentár"),  STR_INIT("hozzászólás"),
    STR_INIT("коммент"),   STR_INIT("коментар"),  STR_INIT("yorum"),     STR_INIT("σχόλι"),
    STR_INIT("bình luận"), STR_INIT("条评论"),    STR_INIT("則留言"),    STR_INIT("件のコメント"),
    STR_INIT("댓글")};

/* What may stand before the number, and between it and the word. */
static const struct str FILLERS[] = {STR_INIT("view"), STR_INIT("show"), STR_INIT("see"),
                                     STR_INIT("read"), STR_INIT("all"),  STR_INIT("reader"),
                                     STR_INIT("user")};

/* What may follow the word after a number, besides punctuation. */
static const struct str AFTER[] = {STR_INIT("on "), STR_INIT("to "), STR_INIT("so far")};

/* Consumes ASCII other than letters and digits at the start of `s`. */
static void skip_punctuation(struct str *s) {
    size_t i = 0;
    while (i < s->len && !ascii_is_alphanumeric(s->at[i]) && (unsigned char)s->at[i] < 0x80)
        i++;
    *s = str_between(*s, i, s->len);
}

/* Consumes letters at the start of `s` and returns them. */
static struct str read_letters(struct str *s) {
    size_t i = 0;
    while (i < s->len && (ascii_is_letter(s->at[i]) || (unsigned char)s->at[i] >= 0x80))
        i++;
    struct str letters = str_between(*s, 0, i);
    *s = str_between(*s, i, s->len);
    return letters;
}

/* Consumes a number with its separators, and the punctuation after it; returns whether it is there
 * and is not 0. */
static bool read_number(struct str *s) {
    bool is_some = false;
    size_t i = 0;
    for (; i < s->len && (ascii_is_digit(s->at[i]) || (i && (s->at[i] == ',' || s->at[i] == '.')));
         i++)
        is_some |= s->at[i] >= '1' && s->at[i] <= '9';
    *s = str_between(*s, i, s->len);
    skip_punctuation(s);
    return is_some;
}

static void skip_fillers(struct str *s) {
    for (;;) {
        struct str rest = *s;
        if (!str_any(read_letters(&rest), FILLERS, N_OF(FILLERS), str_equals))
            return;
        skip_punctuation(&rest);
        *s = rest;
    }
}

/* Consumes a word for comments and the punctuation after it. */
static bool read_word(struct str *s) {
    for (size_t i = 0; i < N_OF(WORDS); i++) {
        if (!str_starts_with(*s, WORDS[i]))
            continue;
        *s = str_between(*s, WORDS[i].len, s->len);
        read_letters(s); /* its ending */
        skip_punctuation(s);
        return true;
    }
    return false;
}

static bool is_count(struct str rest) {
    skip_punctuation(&rest);
    skip_fillers(&rest);
    if (!read_number(&rest))
        return read_word(&rest) && read_number(&rest) && !rest.len;
    skip_fillers(&rest);
    return read_word(&rest) && (!rest.len || str_any(rest, AFTER, N_OF(AFTER), str_starts_with));
}

bool comment_count_is(struct arena *arena, struct str line) {
    const size_t most_bytes = 120;
    if (line.len > most_bytes || ascii_find_digit(line.at, 0, line.len) == line.len)
        return false;
    struct arena_mark mark = arena_mark(arena);
    struct buffer folded;
    buffer_init(&folded, arena);
    utf8_append_folded(&folded, line);
    bool is_found = is_count(buffer_str(&folded));
    arena_release(arena, mark);
    return is_found;
}
