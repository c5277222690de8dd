/*
 * Bylines in Chinese, Japanese and Korean: lines whose every word is understood, and reporters
 * named within the first and last paragraphs.
 */
#include "byline_case.h"
#include "page_case.h"

static void lines(void **state) {
    static const struct example LINES[] = {
        {"ja", "著者：後藤大地", "後藤大地"},
        {"ja", "文＝後藤大地", "後藤大地"},
        {"ja", "取材・文：後藤大地　写真：山田太郎", "後藤大地"},
        {"ja", "写真・文／後藤大地", "後藤大地"},
        {"ja", "文・写真／後藤大地", "後藤大地"},
        {"ja", "後藤大地 記者", "後藤大地"},
        {"ja", "後藤大地記者", "後藤大地"},
        {"ja", "後藤 大地 記者", "後藤 大地"},
        {"ja", "高橋 大輔／文　嶋田 健志／写真", "高橋 大輔"},
        {"ja", "取材・文／嶋田 健志 写真／木下 哲也", "嶋田 健志"},
        {"ja", "後藤大地（編集部）", "後藤大地"},
        {"ja", "執筆者：後藤大地、山田太郎", "後藤大地; 山田太郎"},
        {"ja", "文：ジョン・スミス 訳：山田太郎", "ジョン・スミス"},
        {"ja", "写真：山田太郎", ""},
        {"ja", "文／五十嵐 大地", "五十嵐 大地"},
        {"ja", "文／五十嵐、大地", "五十嵐"},
        {"ja", "ビジネス 山田太郎 記者", "山田太郎"},
        {"zh", "记者：王小明 编辑：李强", "王小明"},
        {"zh", "来源：新华社 作者：王小明 2019-02-22 17:23", "王小明"},
        {"zh", "新华社记者王小明", "王小明"},
        {"zh", "记者李强", "李强"},
        {"zh", "本报记者 王小明 李强", "王小明; 李强"},
        {"zh", "本报记者 赵 培", "赵培"},
        {"zh", "王小明/文 李强/图", "王小明"},
        {"zh", "中央社記者王小明台北5日電", "王小明"},
        {"zh", "記者王小明／台北報導", "王小明"},
        {"zh", "王小明 综合报道", "王小明"},
        {"zh", "采写：新京报记者 王小明", "王小明"},
        {"zh", "作者丨王小明 编辑丨李强", "王小明"},
        {"zh", "由 王小明 發表於 2019-02-22", "王小明"},
        {"zh", "觀察者網 王小明", "王小明"},
        {"zh", "作者：小妖精", "小妖精"},
        {"zh", "王小明 发表于 2019-02-22", "王小明"},
        {"zh", "发表于 2019-02-22 王小明", "王小明"},
        {"zh", "莫干山 王小明 报道", ""}, /* one of them is a place */
        {"zh", "石家庄 王小明 报道", "王小明"},
        {"zh", "江苏 2024-05-03 10:00 记者 王小明", "王小明"},
        {"zh", "莫干山 2024-05-03 10:00 记者 王小明", "王小明"},
        {"zh", "武汉 记者 王小明", "王小明"},
        {"zh", "作者：王小明 译者：李强", "王小明"},
        {"zh", "记者：陈小红 实习生：李小明", "陈小红; 李小明"},
        {"zh", "文/图 记者 王小明 通讯员 李强", "王小明; 李强"},
        {"zh", "作者：约翰·史密斯", "约翰·史密斯"},
        {"zh", "作者：马丁·路德·金 译者：李强", "马丁·路德·金"},
        {"zh", "文·王小明", "王小明"},
        {"zh", "王小明 摄", ""},
        {"zh", "责任编辑：王小明", ""},
        {"ko", "글·사진 홍길동", "홍길동"},
        {"ko", "글 | 홍길동 기자", "홍길동"},
        {"ko", "홍길동 선임기자", "홍길동"},
        {"ko", "홍길동기자", "홍길동"},
        {"ko", "홍길동 뉴욕 특파원", "홍길동"},
        {"ko", "[서울=한국통신] 홍길동 기자", "홍길동"},
        {"ko", "홍길동·김영희 기자", "홍길동; 김영희"},
        {"ko", "홍길동 김영희 기자", "홍길동; 김영희"},
        {"ko", "입력 2019.02.22 17:23 수정 2019.02.23 10:00 홍길동 기자", "홍길동"},
        {"ko", "작성자 홍길동", "홍길동"},
        {"ko", "연예 홍길동 기자", "홍길동"},
        {"ko", "홍길동 기자 김영희 기자", "홍길동; 김영희"},
        {"ko", "사진 홍길동 기자", ""},
        {"en", "後藤大地 記者",
         "後藤大地 記者"}, /* on a page in another language: not understood */
    };
    check_lines(*state, LINES, N_OF(LINES), names_in);
}

#define CHINESE_TEXT                                                                                                                          \
    "市政府星期三公布了一项新的公园改造计划，将在未来三年内投入五亿元，用于改善绿地和步行道路。" \
    "居民表示欢迎，但希望听到更多细节。"
#define CHINESE "<p>" CHINESE_TEXT
#define JAPANESE                                                                                                                                 \
    "<p>"                                                                                                                                        \
    "市は水曜日、新しい公園の改修計画を発表した。今後三年間で五億円を投じ、緑地と歩道を整備する。" \
    "住民は歓迎しているが、詳しい説明を求めている。"
#define KOREAN                                                                                                                   \
    "시 정부는 수요일 새로운 공원 개조 계획을 발표했으며, 앞으로 3년 동안 5억 원을 투자하여 " \
    "녹지와 "                                                                                                                 \
    "보행로를 개선할 것이라고 밝혔다."
#define IN(language, body) "<html lang=" language "><h1>公園 계획</h1>" body, AUTHORS

static void pages(void **state) {
    static const struct page_case CASES[] = {
        {"a link with the label in it",
         IN("ja", "<a href=/author/1>著者：後藤大地</a>" JAPANESE "</p>"), "後藤大地"},
        {"a question of a reporter", IN("ja", "<p>記者：何が起きたのですか。</p>" JAPANESE "</p>"),
         "-"},
        {"at the end of a paragraph", IN("ja", JAPANESE "【後藤大地】</p>"), "後藤大地"},
        {"a name in brackets within a sentence", IN("ja", JAPANESE "市長（後藤大地）</p>"), "-"},
        {"a credit at the end", IN("ja", JAPANESE "【石川県警提供】</p>"), "-"},
        {"a place at the end", IN("ja", JAPANESE "【千葉市】</p>"), "-"},
        {"a part of a place", IN("ja", JAPANESE "〔福島県内〕</p>"), "-"},
        {"a power station", IN("ja", JAPANESE "【福島第一原発】</p>"), "-"},
        {"an office", IN("ja", JAPANESE "【福島支局】</p>"), "-"},
        {"a credit of two words", IN("ja", JAPANESE "【取材協力 石川県】</p>"), "-"},
        {"a name in round brackets", IN("ja", JAPANESE "（後藤大地）</p>"), "-"},
        {"a Chinese reporter at the end", IN("zh", CHINESE "（记者 王小明）</p>"), "王小明"},
        {"a site's name", IN("zh", "<p>记者江湖</p>" CHINESE "</p>"), "-"},
        {"with a place", IN("zh", CHINESE "（王小明 上海报道）</p>"), "王小明"},
        {"who took the picture", IN("zh", CHINESE "（王小明 摄）</p>"), "-"},
        {"a newspaper and a name", IN("zh", "<p>滨海日报 王小明</p>" CHINESE "</p>"), "王小明"},
        {"a section and a day", IN("zh", "<p>游戏 2024-05-03 10:00</p>" CHINESE "</p>"), "-"},
        {"another section", IN("zh", "<p>时政 2024-05-03 10:00</p>" CHINESE "</p>"), "-"},
        {"a city and a day", IN("zh", "<p>石家庄 2024-05-03 10:00</p>" CHINESE "</p>"), "-"},
        {"a prefecture and a day", IN("ja", "<p>福島県 2024年5月3日</p>" JAPANESE "</p>"), "-"},
        {"a province and a day", IN("ko", "<p>강원 2024.05.03 10:00</p><p>" KOREAN "</p>"), "-"},
        {"a Korean section and a day", IN("ko", "<p>이슈 2024.05.03 10:00</p><p>" KOREAN "</p>"),
         "-"},
        {"a name and a day", IN("zh", "<p>王小明 2024-05-03 10:00</p>" CHINESE "</p>"), "王小明"},
        {"two names", IN("zh", "<p>王小明 李强</p>" CHINESE "</p>"), "-"},
        {"something else in brackets", IN("zh", CHINESE "（王小明今年五岁）</p>"), "-"},
        {"at the start",
         IN("zh", "<p>新华社北京2月5日电（记者王小明、李强）" CHINESE_TEXT "</p>" CHINESE "</p>"),
         "王小明; 李强"},
        {"the author of a book at the start",
         IN("zh", "<p>小说《活着》（作者 余华）近日再版。" CHINESE_TEXT "</p>" CHINESE "</p>"),
         "-"},
        {"the author of an exhibition",
         IN("zh", "<p>摄影展（作者 余华）近日开幕。" CHINESE_TEXT "</p>" CHINESE "</p>"), "-"},
        {"the author of a book at the end", IN("zh", CHINESE "《活着》（作者 余华）</p>"), "-"},
        {"a Chinese author at the end", IN("zh", CHINESE "（作者 王小明）</p>"), "王小明"},
        {"the author of a Korean book",
         IN("ko", "<p>소설 『채식주의자』(작가 한강)가 출간됐다. " KOREAN KOREAN "</p>"), "-"},
        {"at the start in Korean",
         IN("ko", "<p>(서울=한국통신) 홍길동 기자 = " KOREAN KOREAN "</p>"), "홍길동"},
        {"its byline",
         "<html lang=ko><h1>公園 계획</h1><p>(서울=한국통신) 홍길동 기자 = " KOREAN KOREAN "</p>",
         PITH_BYLINE, "홍길동 기자"},
        {"a reporter whose name is none of the common ones",
         IN("ko", "<p>Jane Doe 기자</p><p>" KOREAN "</p>"), "Jane Doe"},
        {"a reporter who is told of", IN("ko", "<p>홍길동 기자 가 " KOREAN KOREAN "</p>"), "-"},
    };
    CHECK(CASES);
}

int main(void) {
    const struct CMUnitTest tests[] = {ARENA_TEST(lines), ARENA_TEST(pages)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
