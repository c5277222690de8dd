/*
 * Reads bylines in Chinese, Japanese and Korean; see east_asian_byline.h.
 *
 * A line is cut at spaces and marks. If its first label precedes the first name, each label is for
 * the names after it, otherwise for those before it.
 */
#include "metadata/author/east_asian_byline.h"

#include <string.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "lexicon/words.h"

enum {
    MAX_LINE_BYTES = 200,
    MAX_WORDS = 24,
    HAN_BYTES = 3,       /* of a character of these scripts */
    SHORT_BYTES = 6,     /* of two */
    NAME_BYTES = 9,      /* of three: nearly all Chinese names, and the longer Japanese surnames */
    MIDDLE_DOT = 0x30FB, /* in Japanese, between the names of a foreigner and between words */
    IDEOGRAPHIC_SPACE = 0x3000,
    MAX_OTHERS = 2 /* words between a Korean name and "reporter": a newsroom, a city */
};

enum kind {
    KIND_OTHER,
    KIND_NAME,
    KIND_AUTHOR,    /* a label of authors: 文, 글쓴이 */
    KIND_REPORTER,  /* precedes or follows a name: 記者, 기자 */
    KIND_CREDIT,    /* a label of others: 写真 */
    KIND_REPORT,    /* "報導", "發表於", which follow the name or the place */
    KIND_PUBLISHER, /* a newspaper, an agency */
    KIND_JOB,
    KIND_SECTION, /* of the site, or a place */
    KIND_ASIDE    /* a date, an address, "published" */
};

struct word {
    struct str text, name;
    enum kind kind;
    bool is_signed; /* a name that touches "reporter" */
    bool is_close;  /* only a space precedes it */
};

struct reading {
    struct arena *arena;
    language_set languages;
    bool is_japanese;
    struct word words[MAX_WORDS];
    size_t n;
};

/* The longer first. */
static const struct str REPORTERS[] = {
    STR_INIT("本报记者"), STR_INIT("本報記者"), STR_INIT("特约记者"), STR_INIT("特約記者"),
    STR_INIT("实习记者"), STR_INIT("實習記者"), STR_INIT("선임기자"), STR_INIT("인턴기자"),
    STR_INIT("객원기자"), STR_INIT("전문기자"), STR_INIT("수습기자"), STR_INIT("특파원"),
    STR_INIT("通讯员"),   STR_INIT("通訊員"),   STR_INIT("实习生"),   STR_INIT("實習生"),
    STR_INIT("记者"),     STR_INIT("記者"),     STR_INIT("기자")};

/* ---- words ---- */

static bool is_mark(uint32_t c) {
    static const uint16_t MARKS[] = {' ',    '/',    '|',    ':',    '=',    ',',    ';',    '(',
                                     ')',    '[',    ']',    '<',    '>',    '&',    '+',    0xB7,
                                     0x2010, 0x2013, 0x2014, 0x2022, 0x25B2, 0x25CF, 0x25A0, 0x2502,
                                     0x3000, 0x3001, 0x3008, 0x3009, 0x3010, 0x3011, 0x3014, 0x3015,
                                     0x30FB, 0x318D, 0x4E28, 0xFF08, 0xFF09, 0xFF0B, 0xFF0C, 0xFF0F,
                                     0xFF1A, 0xFF1B, 0xFF1D, 0xFF3B, 0xFF3D, 0xFF5C, 0xFF65};
    for (size_t i = 0; i < N_OF(MARKS); i++)
        if (c == MARKS[i])
            return true;
    return false;
}

bool east_asian_byline_is_publisher(struct str word) {
    static const struct str ENDS[] = {
        STR_INIT("일보"), STR_INIT("신문"), STR_INIT("뉴스"), STR_INIT("방송"),
        STR_INIT("경제"), STR_INIT("日报"), STR_INIT("日報"), STR_INIT("晚报"),
        STR_INIT("晚報"), STR_INIT("时报"), STR_INIT("時報"), STR_INIT("记者"),
        STR_INIT("記者"), STR_INIT("社"),   STR_INIT("新聞"), STR_INIT("通信")};
    return str_any(word, ENDS, N_OF(ENDS), str_ends_with);
}

/* Whether the text says for whom a reporter works: "新华社", "新京报", "観察者網", "編集部". */
static bool is_publisher(struct str text) {
    static const struct str ENDS[] = {STR_INIT("报"),     STR_INIT("報"),     STR_INIT("网"),
                                      STR_INIT("網"),     STR_INIT("台"),     STR_INIT("新闻"),
                                      STR_INIT("周刊"),   STR_INIT("週刊"),   STR_INIT("編集部"),
                                      STR_INIT("编辑部"), STR_INIT("編輯部"), STR_INIT("편집부")};
    return text.len > SHORT_BYTES &&
           (east_asian_byline_is_publisher(text) || str_any(text, ENDS, N_OF(ENDS), str_ends_with));
}

static bool is_person(const struct reading *r, struct str text) {
    return (unsigned char)text.at[0] >= 0xE3 &&
           name_kind(r->arena, text, r->languages) == NAME_PERSON;
}

/* Whether a name, nearly always of three characters, is followed by a place and a day:
 * "王小明台北5日電". */
static bool is_wire(struct str text) {
    return str_ends_with(text, STR("日電")) || str_ends_with(text, STR("日电"));
}

static bool is_katakana(uint32_t c) {
    return c >= 0x30A1 && c <= 0x30FE;
}

/* Whether it is a foreign name in Japanese: "ジョン・スミス". */
static bool is_foreign(struct str text) {
    size_t n_dots = 0;
    for (size_t i = 0; i < text.len;) {
        uint32_t c = utf8_next(text, &i);
        n_dots += c == MIDDLE_DOT;
        if (!is_katakana(c))
            return false;
    }
    return n_dots > 0;
}

/* Reads a word that has "reporter" in it: "新京报记者", "记者王小明", "홍길동기자". */
static bool read_joined(const struct reading *r, struct word *word) {
    for (size_t k = 0; k < N_OF(REPORTERS); k++) {
        size_t at = str_find(word->text, REPORTERS[k]), end = at + REPORTERS[k].len;
        if (end > word->text.len)
            continue;
        struct str before = str_between(word->text, 0, at),
                   after = str_between(word->text, end, word->text.len);
        bool may_name_follow = !before.len || is_publisher(before);
        if (!after.len && may_name_follow)
            word->kind = KIND_REPORTER;
        else if (!after.len && is_person(r, before))
            *word = (struct word){word->text, before, KIND_NAME, true, word->is_close};
        else if (may_name_follow && is_wire(after) && is_person(r, utf8_first(after, NAME_BYTES)))
            *word = (struct word){word->text, utf8_first(after, NAME_BYTES), KIND_NAME, true,
                                  word->is_close};
        else if (may_name_follow && is_person(r, after))
            *word = (struct word){word->text, after, KIND_NAME, true, word->is_close};
        if (word->kind != KIND_OTHER)
            return true;
    }
    return false;
}

/* "台北報導", "发自北京" */
static bool is_report(struct str word) {
    static const struct str ENDS[] = {STR_INIT("報導"), STR_INIT("報道"), STR_INIT("报道")},
                            STARTS[] = {STR_INIT("发自"), STR_INIT("發自")};
    return str_any(word, ENDS, N_OF(ENDS), str_ends_with) ||
           str_any(word, STARTS, N_OF(STARTS), str_starts_with);
}

static enum kind kind_in_table(const struct reading *r, struct str text) {
    static const struct str AUTHORS[] = {STR_INIT("由"), STR_INIT("著")},
                            OTHERS[] = {STR_INIT("訳"), STR_INIT("監訳"), STR_INIT("監修"),
                                        STR_INIT("摄"), STR_INIT("攝")};
    if (str_any(text, AUTHORS, N_OF(AUTHORS), str_equals))
        return KIND_AUTHOR;
    if (str_any(text, OTHERS, N_OF(OTHERS), str_equals))
        return KIND_CREDIT;
    struct str folded = words_folded(r->arena, text);
    if (words_is(folded, WORDS_BY, r->languages) || words_is(folded, WORDS_BY_COLON, r->languages))
        return KIND_AUTHOR;
    if (words_is(folded, WORDS_CREDIT, r->languages))
        return KIND_CREDIT;
    if (words_is(folded, WORDS_PUBLISHED, r->languages))
        return r->n && r->words[r->n - 1].kind == KIND_NAME ? KIND_REPORT : KIND_ASIDE;
    if (words_is(folded, WORDS_UPDATED, r->languages))
        return KIND_ASIDE;
    if (words_is(folded, WORDS_JOB, r->languages))
        return KIND_JOB;
    if (words_is(folded, WORDS_COMMON, r->languages))
        return KIND_SECTION;
    return words_is(folded, WORDS_WIRE, ANY_LANGUAGE) ? KIND_PUBLISHER : KIND_OTHER;
}

static void judge(const struct reading *r, struct word *word) {
    word->kind = KIND_OTHER;
    if (read_joined(r, word))
        return;
    word->kind = kind_in_table(r, word->text);
    if (word->kind != KIND_OTHER)
        return;
    if (name_words_has_digit(word->text) || str_has_byte(word->text, '@')) {
        word->kind = KIND_ASIDE;
    } else if (is_report(word->text)) {
        word->kind = KIND_REPORT;
    } else if (is_person(r, word->text) || is_foreign(word->text)) {
        word->kind = KIND_NAME;
        word->name = word->text;
    } else if (is_publisher(word->text)) {
        word->kind = KIND_PUBLISHER;
    }
}

/* Whether two words are a Japanese surname and given name: "後藤 大地". */
static bool is_in_halves(const struct reading *r, const struct word *a, const struct word *b) {
    bool may_be = (a->kind == KIND_OTHER || a->kind == KIND_NAME) &&
                  (b->kind == KIND_OTHER || b->kind == KIND_NAME);
    return r->is_japanese && may_be && b->is_close && !a->is_signed && !b->is_signed &&
           a->text.len <= NAME_BYTES && b->text.len <= NAME_BYTES && name_is_ideographic(a->text) &&
           name_is_ideographic(b->text);
}

/* Whether two characters are a Chinese name with a space in it, to be as wide as longer ones:
 * "赵 培". */
static bool is_in_characters(const struct reading *r, const struct word *a, const struct word *b) {
    if (r->is_japanese || !b->is_close || a->text.len != HAN_BYTES || b->text.len != HAN_BYTES ||
        a->kind != KIND_OTHER || b->kind != KIND_OTHER)
        return false;
    char both[SHORT_BYTES];
    memcpy(both, a->text.at, HAN_BYTES);
    memcpy(both + HAN_BYTES, b->text.at, HAN_BYTES);
    return is_person(r, (struct str){both, sizeof both});
}

/* Whether a character is Han, not Hangul or kana, by its first byte. */
static bool is_han(struct str text) {
    return (unsigned char)text.at[0] >= 0xE4 && (unsigned char)text.at[0] <= 0xE9;
}

/* Whether a middle dot joins two words to a foreign name in Chinese: "约翰·史密斯". */
static bool is_transliterated(const struct reading *r, const struct word *a, const struct word *b) {
    static const struct str DOT = STR_INIT("\xC2\xB7");
    const char *end = a->text.at + a->text.len;
    return !r->is_japanese && b->text.at == end + DOT.len && memcmp(end, DOT.at, DOT.len) == 0 &&
           (a->kind == KIND_OTHER || a->kind == KIND_NAME) &&
           (b->kind == KIND_OTHER || b->kind == KIND_NAME) && !a->is_signed && !b->is_signed &&
           is_han(a->text) && is_han(b->text);
}

static void add_word(struct reading *r, struct str text, bool is_close) {
    struct word *word = &r->words[r->n], *before = word - 1;
    *word = (struct word){.text = text, .is_close = is_close};
    judge(r, word);
    if (r->n && is_in_characters(r, before, word)) {
        struct buffer name;
        buffer_init(&name, r->arena);
        buffer_append(&name, before->text);
        buffer_append(&name, word->text);
        before->name = buffer_str(&name);
        before->text.len = (size_t)(text.at + text.len - before->text.at);
        before->kind = KIND_NAME;
        return;
    }
    if (r->n && (is_in_halves(r, before, word) || is_transliterated(r, before, word))) {
        before->text.len = (size_t)(text.at + text.len - before->text.at);
        before->name = before->text;
        before->kind = KIND_NAME;
        return;
    }
    r->n++;
}

/* Whether a mark at line.at[i] separates words; the middle dot within a foreign name does not. */
static bool is_separator(struct str line, size_t i, uint32_t before) {
    uint32_t c = i < line.len ? utf8_next(line, &i) : ' ';
    bool is_within =
        c == MIDDLE_DOT && is_katakana(before) && i < line.len && is_katakana(utf8_next(line, &i));
    return is_mark(c) && !is_within;
}

/* Cuts the line into words; false if there are too many. */
static bool read_words(struct reading *r, struct str line) {
    size_t start = 0, n_marks = 0;
    uint32_t c = ' ';
    for (size_t i = 0; i <= line.len;) {
        bool is_end = is_separator(line, i, c);
        size_t at = i;
        c = i < line.len ? utf8_next(line, &i) : ' ';
        if (!is_end)
            continue;
        if (at > start) {
            if (r->n == MAX_WORDS)
                return false;
            add_word(r, str_between(line, start, at), n_marks == 0);
            n_marks = 0;
        }
        n_marks += c != ' ' && c != IDEOGRAPHIC_SPACE;
        start = i;
        if (at == line.len)
            return true;
    }
    return true;
}

/* ---- the line ---- */

static void take(struct east_asian_byline *out, struct str name) {
    if (out->n < MAX_NAMES)
        out->names[out->n++] = name;
}

static bool is_label(enum kind kind) {
    return kind == KIND_AUTHOR || kind == KIND_REPORTER || kind == KIND_CREDIT;
}

/* Each label is for the names after it: "文／山田太郎 写真／佐藤花子", "글·사진 홍길동". */
static bool read_forward(const struct reading *r, struct east_asian_byline *out) {
    bool is_credit = false;
    for (size_t i = 0; i < r->n; i++) {
        const struct word *word = &r->words[i];
        bool follows_author = i && r->words[i - 1].kind == KIND_AUTHOR;
        if (word->kind == KIND_OTHER)
            return false;
        if (word->kind == KIND_CREDIT && !follows_author)
            is_credit = true;
        if (word->kind == KIND_AUTHOR || (word->kind == KIND_REPORTER && !out->n))
            is_credit = false;
        if (word->kind == KIND_NAME && (!is_credit || word->is_signed))
            take(out, word->name);
    }
    return true;
}

/* Takes the names of the words from `first` to `end`, which a label of that kind follows. Of two
 * names before "report" one is a place, and neither is taken. */
static void take_before(const struct reading *r, size_t first, size_t end, enum kind label,
                        struct east_asian_byline *out) {
    size_t n_names = 0;
    for (size_t i = first; i < end; i++)
        n_names += r->words[i].kind == KIND_NAME;
    for (size_t i = first; i < end; i++) {
        const struct word *word = &r->words[i];
        bool is_author = label == KIND_REPORT ? n_names == 1 : label != KIND_CREDIT;
        if (word->kind == KIND_NAME && (is_author || word->is_signed))
            take(out, word->name);
    }
}

/* Whether "reporter" precedes the line's last names: "武汉 记者 王小明". What is before it is then
 * a place, although it may look like a name. */
static bool precedes_last_names(const struct reading *r, size_t label) {
    bool has_name = false;
    for (size_t i = label + 1; i < r->n; i++) {
        enum kind kind = r->words[i].kind;
        if (is_label(kind) || kind == KIND_REPORT || r->words[i].is_signed)
            return false;
        has_name |= kind == KIND_NAME;
    }
    return has_name && r->words[label].kind == KIND_REPORTER;
}

/* Each label is for the names before it: "山田太郎/文 佐藤花子/写真", "홍길동 뉴욕 특파원". */
static bool read_backward(const struct reading *r, struct east_asian_byline *out) {
    size_t first = 0, n_others = 0;
    bool has_name = false;
    for (size_t i = 0; i < r->n; i++) {
        enum kind kind = r->words[i].kind;
        has_name |= kind == KIND_NAME;
        n_others += kind == KIND_OTHER;
        if (!is_label(kind) && kind != KIND_REPORT)
            continue;
        if (n_others && (kind != KIND_REPORTER || n_others > MAX_OTHERS || !has_name))
            return false;
        if (!precedes_last_names(r, i))
            take_before(r, first, i, kind, out);
        first = i + 1;
        n_others = 0;
        has_name = false;
    }
    take_before(r, first, r->n, KIND_AUTHOR, out);
    return n_others == 0;
}

/* The line without a dateline in brackets before the name: "[서울=한국통신] 홍길동 기자". */
static struct str without_dateline(struct str line) {
    bool is_round = str_starts_with(line, STR("(")), is_square = str_starts_with(line, STR("["));
    size_t end = str_find_byte(line, 0, is_round ? ')' : ']');
    bool is_dateline =
        (is_round || is_square) && end < line.len && str_has_byte(str_between(line, 0, end), '=');
    return is_dateline ? str_between(line, end + 1, line.len) : line;
}

static bool is_aside(enum kind kind) {
    return kind == KIND_ASIDE || kind == KIND_SECTION;
}

/* The range of the words that are not dates or sections. */
static void find_range(const struct reading *r, struct str line, struct east_asian_byline *out) {
    size_t first = 0, last = r->n - 1;
    while (first < last && is_aside(r->words[first].kind))
        first++;
    while (last > first && is_aside(r->words[last].kind))
        last--;
    out->first = (size_t)(r->words[first].text.at - line.at);
    out->end = (size_t)(r->words[last].text.at + r->words[last].text.len - line.at);
}

static bool has_wide_character(struct str line) {
    for (size_t i = 0; i < line.len; i++)
        if ((unsigned char)line.at[i] >= 0xE3)
            return true;
    return false;
}

bool east_asian_byline_read(struct arena *arena, struct str line, language_set languages,
                            struct east_asian_byline *out) {
    const language_set chinese = words_languages(STR("zh")), japanese = words_languages(STR("ja")),
                       korean = words_languages(STR("ko"));
    *out = (struct east_asian_byline){.n = 0};
    if (line.len > MAX_LINE_BYTES || !(languages & (chinese | japanese | korean)) ||
        !has_wide_character(line))
        return false;
    struct reading r = {.arena = arena,
                        .languages = languages,
                        .is_japanese = languages != ANY_LANGUAGE && (languages & japanese)};
    if (!read_words(&r, without_dateline(line)) || !r.n)
        return false;
    size_t label = r.n, name = r.n, kinds = 0;
    for (size_t i = r.n; i-- > 0;) {
        enum kind kind = r.words[i].kind;
        kinds |= 1u << kind;
        out->has_reporter |= kind == KIND_REPORTER || kind == KIND_REPORT || r.words[i].is_signed;
        out->has_label |= is_label(kind) || out->has_reporter;
        label = is_label(kind) ? i : label;
        name = kind == KIND_NAME ? i : name;
    }
    out->has_label |= r.n == 2 && kinds == (1u << KIND_NAME | 1u << KIND_PUBLISHER);
    if (kinds & 1u << KIND_SECTION && !out->has_label)
        return false;
    bool is_others = (kinds & 1u << KIND_CREDIT) && !(kinds & 1u << KIND_AUTHOR);
    if ((r.n == 1 && !out->has_label) || (name == r.n && !is_others))
        return false;
    find_range(&r, line, out);
    return label < name ? read_forward(&r, out) : read_backward(&r, out);
}
