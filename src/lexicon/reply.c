/*
 * Phrases of comment sections as data, folded as by utf8_append_folded.
 */
#include "lexicon/reply.h"

#include "base/ascii.h"
#include "base/utf8.h"

/* Beginnings of such lines. */
static const struct str STARTS[] = {
    STR_INIT("reply"),
    STR_INIT("permalink"),
    STR_INIT("permanent link"),
    STR_INIT("posted by"),
    STR_INIT("posted at"),
    STR_INIT("comment by"),
    STR_INIT("comment from"),
    STR_INIT("link to this comment"),
    STR_INIT("report abuse"),
    STR_INIT("report comment"),
    STR_INIT("report this"),
    STR_INIT("log in to reply"),
    STR_INIT("in reply to"),
    STR_INIT("this comment"),
    STR_INIT("quote"),
    STR_INIT("anonymous"),
    STR_INIT("antworten"),
    STR_INIT("zitieren"),
    STR_INIT("kommentar von"),
    STR_INIT("responder"),
    STR_INIT("rispondi"),
    STR_INIT("r\xC3\xA9pondre"),
    STR_INIT("beantwoorden"),
    STR_INIT("odpowiedz"),
    STR_INIT("odpoveda\xC5\xA5"),
    STR_INIT("\xD0\xBE\xD1\x82\xD0\xB2\xD0\xB5\xD1\x82\xD0\xB8\xD1\x82\xD1\x8C"), /* otvetit' */
};

/* Ends of such lines, after a name. */
static const struct str ENDS[] = {
    STR_INIT("says:"),
    STR_INIT("said:"),
    STR_INIT("said..."),
    STR_INIT("said\xE2\x80\xA6"),
    STR_INIT("wrote:"),
    STR_INIT("writes:"),
    STR_INIT("says"),
    STR_INIT("said,"),
    STR_INIT("schrieb:"),
    STR_INIT("sagt:"),
    STR_INIT("meint:"),
    STR_INIT("schreibt:"),
    STR_INIT("dice:"),
    STR_INIT("dijo:"),
    STR_INIT("dit :"),
    STR_INIT("dijo..."),
    STR_INIT("pisze:"),
    STR_INIT("ha detto:"),
    STR_INIT("spune:"),
    STR_INIT("\xD0\xBA\xD0\xB0\xD0\xB7\xD0\xB0:"),
    STR_INIT("p\xC3\xAD\xC5\xA1"
             "e:"),
    STR_INIT("ka\xC5\xBE"
             "e:"),
    STR_INIT("ha dit:"),
};

/* Parts of the heading above all comments. */
static const struct str HEADINGS[] = {
    STR_INIT("comment"),
    STR_INIT("responses"),
    STR_INIT("replies"),
    STR_INIT("kommentar"),
    STR_INIT("comentario"),
    STR_INIT("comentarii"),
    STR_INIT("comentaris"),
    STR_INIT("komentari"),
    STR_INIT("koment\xC3\xA1re"),
    STR_INIT("hozz\xC3\xA1sz\xC3\xB3l\xC3\xA1s"),
    STR_INIT("\xD0\xBA\xD0\xBE\xD0\xBC\xD0\xB5\xD0\xBD\xD1\x82\xD0\xB0\xD1\x80\xD0\xB8"),
    STR_INIT("commenti"),
    STR_INIT("reacties"),
    STR_INIT("trackbacks"),
    STR_INIT("discussion"),
    STR_INIT("leave a reply"),
    STR_INIT("antworten"),
    STR_INIT("respuestas"),
    STR_INIT("\xD0\xBA\xD0\xBE\xD0\xBC\xD0\xBC\xD0\xB5\xD0\xBD\xD1\x82"), /* komment */
};

struct reply_words {
    struct keyword_filter starts, headings;
};

static void build_words(void *table) {
    struct reply_words *words = table;
    keyword_filter_init(&words->starts, STARTS, N_OF(STARTS), sizeof *STARTS);
    keyword_filter_init(&words->headings, HEADINGS, N_OF(HEADINGS), sizeof *HEADINGS);
}

void replies_init(struct replies *replies, struct arena *arena) {
    buffer_init(&replies->folded, arena);
    replies->words = arena_table(arena, sizeof *replies->words, build_words);
}

static struct str fold(struct replies *replies, struct str text) {
    replies->folded.len = 0;
    utf8_append_folded(&replies->folded, text);
    return buffer_str(&replies->folded);
}

/* The length of the longest phrase, in bytes. */
enum { EDGE_BYTES = 40 };

static bool has_start(struct replies *replies, struct str line) {
    if (!keyword_filter_may_begin(&replies->words->starts, line))
        return false;
    struct str folded = fold(replies, utf8_first(line, EDGE_BYTES));
    return str_any(folded, STARTS, N_OF(STARTS), str_starts_with);
}

/* A quick check whether the last two bytes of a line may be those of one of ENDS. */
static bool may_have_end(struct str line) {
    if (line.len < 2)
        return false;
    char last = line.at[line.len - 1], before = line.at[line.len - 2];
    if ((unsigned char)last >= 0x80)
        return (unsigned char)last == 0xA6; /* the last byte of an ellipsis */
    if (last == ':')
        return true;
    if ((unsigned char)before >= 0x80) /* it may fold to any letter */
        return last == '.' || last == ',' || ascii_lower(last) == 's';
    return (last == '.' && before == '.') || (last == ',' && ascii_lower(before) == 'd') ||
           (ascii_lower(last) == 's' && ascii_lower(before) == 'y');
}

static bool has_end(struct replies *replies, struct str line) {
    if (!may_have_end(line))
        return false;
    struct str folded = fold(replies, utf8_last(line, EDGE_BYTES));
    for (size_t i = 0; i < N_OF(ENDS); i++)
        if (str_ends_with(folded, ENDS[i]) && folded.len > ENDS[i].len)
            return true;
    return false;
}

bool replies_is_sign(struct replies *replies, struct str line) {
    return has_start(replies, line) || has_end(replies, line);
}

bool replies_is_heading(struct replies *replies, struct str line, uint32_t n_words) {
    const uint32_t most = 8;
    const size_t most_bytes = 100;
    return n_words <= most && line.len <= most_bytes &&
           keyword_filter_may_be_in(&replies->words->headings, line) &&
           str_holds_any_of(fold(replies, line), HEADINGS, N_OF(HEADINGS),
                            &replies->words->headings.starts);
}
