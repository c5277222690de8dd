/*
 * Tells sites' names from phrases; see site_form.h.
 */
#include "metadata/title/site_form.h"

#include "base/ascii.h"
#include "base/utf8.h"

enum { MIN_PHRASE_WORDS = 3 /* "heise online" is a name */ };

static const struct str ENDINGS[] = {
    /* words, in Chinese */
    STR_INIT("网"),
    STR_INIT("網"),
    STR_INIT("网站"),
    STR_INIT("網站"),
    STR_INIT("频道"),
    STR_INIT("頻道"),
    STR_INIT("新闻"),
    STR_INIT("新聞"),
    STR_INIT("中心"),
    STR_INIT("百科"),
    STR_INIT("日报"),
    STR_INIT("日報"),
    STR_INIT("晚报"),
    STR_INIT("晚報"),
    STR_INIT("早报"),
    STR_INIT("时报"),
    STR_INIT("時報"),
    STR_INIT("周刊"),
    STR_INIT("在线"),
    STR_INIT("在線"),
    STR_INIT("论坛"),
    STR_INIT("論壇"),
    STR_INIT("社区"),
    STR_INIT("社區"),
    STR_INIT("博客"),
    STR_INIT("贴吧"),
    STR_INIT("杂志"),
    STR_INIT("雜誌"),
    STR_INIT("电视台"),
    STR_INIT("之家"),
    STR_INIT("财经"),
    STR_INIT("文库"),
    STR_INIT("百度知道"),
    /* names */
    STR_INIT("网易"),
    STR_INIT("搜狐"),
    STR_INIT("知乎"),
    STR_INIT("豆瓣"),
    STR_INIT("虎扑"),
    STR_INIT("哔哩哔哩"),
    /* words, in Japanese */
    STR_INIT("新聞社"),
    STR_INIT("新聞デジタル"),
    STR_INIT("新聞Web"),
    STR_INIT("ニュース"),
    STR_INIT("オンライン"),
    STR_INIT("ブログ"),
    STR_INIT("サイト"),
    STR_INIT("マガジン"),
    STR_INIT("テレビ"),
    STR_INIT("放送"),
    STR_INIT("通信"),
    STR_INIT("株式会社"),
    /* in Korean */
    STR_INIT("일보"),
    STR_INIT("신문"),
    STR_INIT("뉴스"),
    STR_INIT("방송"),
    STR_INIT("경제"),
    STR_INIT("닷컴"),
    STR_INIT("타임스"),
    STR_INIT("투데이"),
    STR_INIT("미디어"),
    STR_INIT("저널"),
    STR_INIT("블로그"),
};

bool site_form_has_ending(struct str text) {
    return str_any(text, ENDINGS, N_OF(ENDINGS), str_ends_with);
}

/* Words and marks of questions, and particles of sentences. Japanese names have no particles other
 * than の and と. */
static bool has_particle(struct str text) {
    static const struct str PARTICLES[] = {
        STR_INIT("了"),   STR_INIT("吗"),   STR_INIT("嗎"),   STR_INIT("呢"),
        STR_INIT("什么"), STR_INIT("什麼"), STR_INIT("怎么"), STR_INIT("如何"),
        STR_INIT("を"),   STR_INIT("が"),   STR_INIT("は"),   STR_INIT("に"),
        STR_INIT("で"),   STR_INIT("へ"),   STR_INIT("？"),   STR_INIT("?")};
    return str_any(text, PARTICLES, N_OF(PARTICLES), str_holds);
}

/* "第七章": a chapter, part or issue. */
static bool is_numbered(struct str text) {
    return str_starts_with(str_trim(text), STR("第"));
}

/* Whether three or more words all begin with a small letter. (If most did so, it would cost the
 * sets five names such as "Online chess shop".) */
static bool has_small_words(struct str text) {
    size_t n = 0;
    for (size_t i = 0; i < text.len; n++) {
        if (!ascii_is_lower(text.at[i]))
            return false;
        i = str_find_byte(text, i, ' ') + 1;
    }
    return n >= MIN_PHRASE_WORDS;
}

/* "What we know" */
static bool begins_with_question(struct str text) {
    static const struct str WORDS[] = {
        STR_INIT("what"),    STR_INIT("how"),    STR_INIT("why"),    STR_INIT("who"),
        STR_INIT("when"),    STR_INIT("where"),  STR_INIT("was"),    STR_INIT("wie"),
        STR_INIT("warum"),   STR_INIT("wer"),    STR_INIT("wann"),   STR_INIT("pourquoi"),
        STR_INIT("comment"), STR_INIT("qué"),    STR_INIT("cómo"),   STR_INIT("quién"),
        STR_INIT("cosa"),    STR_INIT("come"),   STR_INIT("perché"), STR_INIT("wat"),
        STR_INIT("hoe"),     STR_INIT("waarom"), STR_INIT("hvad"),   STR_INIT("hvorfor")};
    struct str first = str_before(text, ' ');
    return first.len < text.len && str_any(first, WORDS, N_OF(WORDS), str_equals_lower);
}

bool site_form_is_phrase(struct str text) {
    return !site_form_has_ending(text) && (has_particle(text) || is_numbered(text) ||
                                           has_small_words(text) || begins_with_question(text));
}
