/*
 * The phrases that are whole lines, as data, folded as by utf8_append_folded: what takes the place
 * of an advertisement, labels of buttons and lists. Only phrase.c reads them.
 */
#ifndef PITH_LEXICON_PHRASE_LINES_H
#define PITH_LEXICON_PHRASE_LINES_H

#include "base/str.h"

static const struct str PHRASE_LINES[] = {
    STR_INIT("advertisement"),
    STR_INIT("advertisements"),
    STR_INIT("advertising"),
    STR_INIT("advertisement - scroll to continue"),
    STR_INIT("advertisement. scroll to continue reading."),
    STR_INIT("story continues below advertisement"),
    STR_INIT("story continues below"),
    STR_INIT("article continues below"),
    STR_INIT("article continues after advertisement"),
    STR_INIT("- advertisement -"),
    STR_INIT("sponsored content"),
    STR_INIT("loading"),
    STR_INIT("loading..."),
    STR_INIT("start quote"),
    STR_INIT("\xE2\x80\x9Cstart quote"),
    STR_INIT("end quote"),
    STR_INIT("click to expand"),
    STR_INIT("click to expand..."),
    STR_INIT("was this page helpful?"),
    STR_INIT("was this article helpful?"),
    STR_INIT("add to cart"),
    STR_INIT("add to wishlist"),
    /* German */
    STR_INIT("anzeige"),
    STR_INIT("werbung"),
    STR_INIT("- anzeige -"),
    STR_INIT("empfohlener redaktioneller inhalt"),
    STR_INIT("externer inhalt"),
    STR_INIT("externen inhalt anzeigen"),
    /* French, Spanish, Italian, Portuguese */
    STR_INIT("publicit\xC3\xA9"),
    STR_INIT("publicidad"),
    STR_INIT("pubblicit\xC3\xA0"),
    STR_INIT("publicidade"),
    STR_INIT("continua ap\xC3\xB3s a publicidade"),
    /* Dutch, Danish, Norwegian, Swedish, Finnish */
    STR_INIT("advertentie"),
    STR_INIT("annonce"),
    STR_INIT("annonse"),
    STR_INIT("annons"),
    STR_INIT("mainos"),
    /* Polish, Czech, Russian, Ukrainian, Turkish */
    STR_INIT("reklama"),
    STR_INIT("reklam"),
    STR_INIT("\xD1\x80\xD0\xB5\xD0\xBA\xD0\xBB\xD0\xB0\xD0\xBC\xD0\xB0"),
    /* Romanian, Hungarian, Slovak, Croatian, Catalan */
    STR_INIT("publicitate"),
    STR_INIT("hirdet\xC3\xA9s"),
    STR_INIT("inzercia"),
    STR_INIT("oglas"),
    STR_INIT("publicitat"),
    /* Japanese, Chinese, Korean, Arabic, Hebrew, Hindi, Vietnamese, Indonesian */
    STR_INIT("\xE5\xBA\x83\xE5\x91\x8A"),
    STR_INIT("\xE3\x82\xB9\xE3\x83\x9D\xE3\x83\xB3\xE3\x82\xB5\xE3\x83\xBC\xE3\x83\xAA\xE3\x83"
             "\xB3\xE3\x82\xAF"),
    STR_INIT("\xE5\xB9\xBF\xE5\x91\x8A"),
    STR_INIT("\xE5\xBB\xA3\xE5\x91\x8A"),
    STR_INIT("\xEA\xB4\x91\xEA\xB3\xA0"),
    STR_INIT("\xD8\xA5\xD8\xB9\xD9\x84\xD8\xA7\xD9\x86"),
    STR_INIT("\xD7\xA4\xD7\xA8\xD7\xA1\xD7\x95\xD7\x9E\xD7\xAA"),
    STR_INIT("\xE0\xA4\xB5\xE0\xA4\xBF\xE0\xA4\x9C\xE0\xA5\x8D\xE0\xA4\x9E\xE0\xA4\xBE\xE0\xA4"
             "\xAA\xE0\xA4\xA8"),
    STR_INIT("qu\xE1\xBA\xA3ng c\xC3\xA1o"),
    STR_INIT("iklan"),
    /* Japanese */
    STR_INIT("おすすめの記事"),
    STR_INIT("おすすめ記事"),
    STR_INIT("関連リンク"),
    STR_INIT("関連ニュース"),
    STR_INIT("この記事をシェア"),
    STR_INIT("この記事をシェアする"),
    STR_INIT("コメントを書く"),
    STR_INIT("続きを読む"),
    STR_INIT("もっと見る"),
    STR_INIT("次のページへ"),
    STR_INIT("次のページへ続く"),
    STR_INIT("フォローしてください"),
    /* Chinese */
    STR_INIT("推荐阅读"),
    STR_INIT("推薦閱讀"),
    STR_INIT("相关新闻"),
    STR_INIT("相關新聞"),
    STR_INIT("相关文章"),
    STR_INIT("相關文章"),
    STR_INIT("相关报道"),
    STR_INIT("延伸阅读"),
    STR_INIT("延伸閱讀"),
    STR_INIT("热门推荐"),
    STR_INIT("为您推荐"),
    STR_INIT("猜你喜欢"),
    STR_INIT("查看更多"),
    STR_INIT("阅读全文"),
    STR_INIT("閱讀全文"),
    STR_INIT("返回顶部"),
    /* Korean */
    STR_INIT("구독하기"),
    STR_INIT("공유하기"),
    STR_INIT("기사 공유하기"),
    STR_INIT("댓글 쓰기"),
    STR_INIT("댓글쓰기"),
    STR_INIT("더보기"),
    STR_INIT("관련 기사"),
    STR_INIT("관련뉴스"),
    STR_INIT("많이 본 뉴스"),
    STR_INIT("추천 기사"),
};

#endif
