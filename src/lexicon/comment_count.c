/*
 * Recognizes lines that say how many comments there are; see comment_count.h.
 */
#include "lexicon/comment_count.h"

#include "base/ascii.h"
#include "base/buffer.h"
#include "base/utf8.h"

/* Words for comments, folded as by utf8_append_folded: for several, which a number may follow
 * without a mark, and for one. */
static const struct str SEVERAL[] = {
    STR_INIT("comments"),    STR_INIT("commentaires"), STR_INIT("kommentare"),
    STR_INIT("kommentarer"), STR_INIT("kommentit"),    STR_INIT("comentarios"),
    STR_INIT("comentários"), STR_INIT("comentarii"),   STR_INIT("comentaris"),
    STR_INIT("commenti"),    STR_INIT("reacties"),     STR_INIT("komentarze"),
    STR_INIT("komentáře"),   STR_INIT("komentáre"),    STR_INIT("hozzászólások"),
    STR_INIT("комментарии"), STR_INIT("коментари"),    STR_INIT("коментарі"),
    STR_INIT("yorumlar"),    STR_INIT("σχόλια"),       STR_INIT("bình luận"),
    STR_INIT("コメント"),    STR_INIT("评论"),         STR_INIT("評論"),
    STR_INIT("留言"),        STR_INIT("댓글")};
static const struct str ONE[] = {
    STR_INIT("comment"),      STR_INIT("commentaire"),  STR_INIT("kommentar"),
    STR_INIT("kommentti"),    STR_INIT("kommenttia"),   STR_INIT("comentario"),
    STR_INIT("comentário"),   STR_INIT("comentariu"),   STR_INIT("comentari"),
    STR_INIT("commento"),     STR_INIT("reactie"),      STR_INIT("komentarz"),
    STR_INIT("komentarzy"),   STR_INIT("komentář"),     STR_INIT("komentářů"),
    STR_INIT("komentár"),     STR_INIT("komentárov"),   STR_INIT("komentara"),
    STR_INIT("hozzászólás"),  STR_INIT("комментарий"),  STR_INIT("комментария"),
    STR_INIT("комментариев"), STR_INIT("коментара"),    STR_INIT("коментарів"),
    STR_INIT("yorum"),        STR_INIT("σχόλιο"),       STR_INIT("条评论"),
    STR_INIT("則留言"),       STR_INIT("件のコメント"), STR_INIT("개의 댓글")};

/* A word for comments as long as a number is before it, since much else is called so. */
static const struct str COUNTED[] = {STR_INIT("response"), STR_INIT("responses")};

/* Words of blog programs, which count comments only before a title: "3 thoughts on 'A Walk'". */
static const struct str TITLED[] = {
    STR_INIT("thought"),      STR_INIT("thoughts"),   STR_INIT("gedanke"),
    STR_INIT("gedanken"),     STR_INIT("réflexion"),  STR_INIT("réflexions"),
    STR_INIT("pensiero"),     STR_INIT("pensieri"),   STR_INIT("pensamiento"),
    STR_INIT("pensamientos"), STR_INIT("pensamento"), STR_INIT("pensamentos"),
    STR_INIT("gedachte"),     STR_INIT("gedachten"),  STR_INIT("tanke"),
    STR_INIT("tankar"),       STR_INIT("думка"),      STR_INIT("myśl"),
    STR_INIT("myśli")};

/* What may stand before the number, and between it and the word. */
static const struct str FILLERS[] = {STR_INIT("view"), STR_INIT("show"), STR_INIT("see"),
                                     STR_INIT("read"), STR_INIT("all"),  STR_INIT("reader"),
                                     STR_INIT("user")};

/* What may follow a number and the word, apart from punctuation: a title in quotation marks after
 * one of these, or "so far". */
static const struct str BEFORE_TITLE[] = {
    STR_INIT("on"), STR_INIT("to"), STR_INIT("zu"),   STR_INIT("sur"), STR_INIT("su"),
    STR_INIT("en"), STR_INIT("em"), STR_INIT("over"), STR_INIT("om"),  STR_INIT("na")};
static const struct str QUOTES[] = {STR_INIT("\""), STR_INIT("“"), STR_INIT("‘"),
                                    STR_INIT("«"),  STR_INIT("„"), STR_INIT("”")};

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

/* Consumes the word of a list that `s` begins with, and returns whether there is one. */
static bool read_word(struct str *s, const struct str *words, size_t n) {
    for (size_t i = 0; i < n; i++) {
        struct str rest = str_between(*s, words[i].len, s->len);
        if (!str_starts_with(*s, words[i]) || read_letters(&rest).len)
            continue;
        *s = str_between(*s, words[i].len, s->len);
        return true;
    }
    return false;
}

/* Whether the rest of a line after the word is a title. */
static bool is_title(struct str rest) {
    rest = str_trim(rest);
    if (!read_word(&rest, BEFORE_TITLE, N_OF(BEFORE_TITLE)))
        return false;
    return str_any(str_trim(rest), QUOTES, N_OF(QUOTES), str_starts_with);
}

static bool is_count_first(struct str rest) {
    skip_fillers(&rest);
    struct str titled = rest;
    if (read_word(&titled, TITLED, N_OF(TITLED)))
        return is_title(titled);
    if (!read_word(&rest, SEVERAL, N_OF(SEVERAL)) && !read_word(&rest, ONE, N_OF(ONE)) &&
        !read_word(&rest, COUNTED, N_OF(COUNTED)))
        return false;
    struct str after = rest;
    skip_punctuation(&after);
    return !after.len || str_equals(after, STR("so far")) || is_title(rest);
}

static bool is_count_last(struct str rest) {
    bool is_several = read_word(&rest, SEVERAL, N_OF(SEVERAL));
    if (!is_several && !read_word(&rest, ONE, N_OF(ONE)))
        return false;
    rest = str_trim(rest);
    bool has_mark = rest.len && !ascii_is_alphanumeric(rest.at[0]);
    skip_punctuation(&rest);
    return (is_several || has_mark) && read_number(&rest) && !rest.len;
}

static bool is_count(struct str line) {
    static const struct str SPELLED[] = {STR_INIT("one")};
    skip_punctuation(&line);
    skip_fillers(&line);
    if (!read_number(&line) && !read_word(&line, SPELLED, N_OF(SPELLED)))
        return is_count_last(line);
    skip_punctuation(&line);
    return is_count_first(line);
}

bool comment_count_is(struct arena *arena, struct str line) {
    const size_t most_bytes = 120;
    if (line.len > most_bytes || (ascii_find_digit(line.at, 0, line.len) == line.len &&
                                  !str_starts_with_lower(line, STR("one "))))
        return false;
    struct arena_mark mark = arena_mark(arena);
    struct buffer folded;
    buffer_init(&folded, arena);
    utf8_append_folded(&folded, line);
    bool is_found = is_count(buffer_str(&folded));
    arena_release(arena, mark);
    return is_found;
}
