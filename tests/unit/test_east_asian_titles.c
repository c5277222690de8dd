/*
 * Titles in Chinese, Japanese and Korean: the marks between headline, sections and site, which have
 * no spaces around them, and what they are within a headline.
 */
#include "page_case.h"

#define TEXT                                                                                                                                     \
    "<p>"                                                                                                                                        \
    "市议会星期五投票决定重建港口的东半部分，结束了一场从早餐时开始、到船只回港时仍在继续的辩论。" \
    "</p><p>十一名议员投票赞成，七名反对，两名弃权，其中一名是港务局长的弟弟。</p>"
#define HEADLINE(title) "<title>" title "</title>" TEXT, PITH_HEADLINE
#define SITE(title) "<title>" title "</title>" TEXT, PITH_SITE

static void headlines_before_marks(void **state) {
    static const struct page_case CASES[] = {
        {"low lines", HEADLINE("市议会批准重建港口东半部分_业界_滨海科技_滨海网"),
         "市议会批准重建港口东半部分"},
        {"a low line after a bracket", HEADLINE("市议会批准重建港口(图)_滨海网"),
         "市议会批准重建港口(图)"},
        {"a hyphen", HEADLINE("市议会批准重建港口东半部分-滨海网"), "市议会批准重建港口东半部分"},
        {"two hyphens", HEADLINE("市议会批准重建港口东半部分--滨海网"),
         "市议会批准重建港口东半部分"},
        {"a fullwidth hyphen", HEADLINE("市议会批准重建港口东半部分－滨海网"),
         "市议会批准重建港口东半部分"},
        {"a fullwidth bar", HEADLINE("港の東側を再建へ、市議会が可決｜浜海新聞"),
         "港の東側を再建へ、市議会が可決"},
        {"a fullwidth colon", HEADLINE("港の東側を再建へ、市議会が可決：浜海新聞"),
         "港の東側を再建へ、市議会が可決"},
        {"a colon between spaces", HEADLINE("시의회, 항구 동쪽 재건을 승인하다 : 항구일보"),
         "시의회, 항구 동쪽 재건을 승인하다"},
        {"a low line after a number", HEADLINE("市议会批准购买 Model 15_滨海网"),
         "市议会批准购买 Model 15"},
        {"an encyclopedia", HEADLINE("蔡健雅_百度百科"), "蔡健雅"},
        {"two colons", HEADLINE("시의회, 항구 동쪽 재건을 승인하다::항구일보"),
         "시의회, 항구 동쪽 재건을 승인하다"},
    };
    CHECK(CASES);
}

static void marks_within_headlines(void **state) {
    static const struct page_case CASES[] = {
        {"a colon in Chinese", HEADLINE("市长在港口发表重要讲话：加快发展"),
         "市长在港口发表重要讲话：加快发展"},
        {"a hyphen after Latin letters", HEADLINE("市议会批准购买新型渡轮 Model-S"),
         "市议会批准购买新型渡轮 Model-S"},
        {"as much after it as before it", HEADLINE("北京-上海"), "北京-上海"},
        {"a low line in a name", HEADLINE("my_harbour_site"), "my_harbour_site"},
        {"low lines around a name", HEADLINE("Python中的__init__方法详解"),
         "Python中的__init__方法详解"},
        {"a low line before a name", HEADLINE("C语言_Bool类型"), "C语言_Bool类型"},
        {"a low line after a number", HEADLINE("市议会批准购买 Model 15_价格"),
         "市议会批准购买 Model 15_价格"},
        {"a low line before as much", HEADLINE("北の桟橋_柱にひびで閉鎖へ"),
         "北の桟橋_柱にひびで閉鎖へ"},
        {"a low line before a question", HEADLINE("市议会批准重建港口东半部分_如何重建"),
         "市议会批准重建港口东半部分_如何重建"},
        {"five low lines", HEADLINE("市议会批准_____a"), "市议会批准_____a"},
        {"a hyphen before a sentence", HEADLINE("港の東側を再建へ、市議会が可決-市長が語る"),
         "港の東側を再建へ、市議会が可決-市長が語る"},
        {"a subtitle after a colon", HEADLINE("ジブリ映画の新作が公開：宮崎監督の思い"),
         "ジブリ映画の新作が公開：宮崎監督の思い"},
        {"words after a Korean colon", HEADLINE("[인터뷰] 홍길동 시장 : 부두는 안전하다"),
         "[인터뷰] 홍길동 시장 : 부두는 안전하다"},
    };
    CHECK(CASES);
}

static void sites_after_marks(void **state) {
    static const struct page_case CASES[] = {
        {"the last of several", SITE("市议会批准重建港口东半部分_业界_滨海科技_滨海网"), "滨海网"},
        {"after a hyphen", SITE("市议会批准重建港口东半部分-滨海网"), "滨海网"},
        {"after a fullwidth bar", SITE("港の東側を再建へ、市議会が可決｜浜海新聞"), "浜海新聞"},
        {"after a short headline", "<title>蔡健雅_百度百科</title><h1>蔡健雅</h1>" TEXT, PITH_SITE,
         "百度百科"},
        {"one that begins like a chapter", SITE("市议会批准重建港口 - 第一财经"), "第一财经"},
        {"words in a name", SITE("Python中的__init__方法详解"), "-"},
        {"a question", SITE("市议会批准重建港口东半部分_如何重建"), "-"},
        {"a subtitle", "<title>進撃の巨人：最終章の結末</title><h1>進撃の巨人</h1>" TEXT, PITH_SITE,
         "-"},
        {"a chapter", SITE("港口图书馆系统 使用手册 - 第七章"), "-"},
        {"none", SITE("市议会批准重建港口东半部分"), "-"},
    };
    CHECK(CASES);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(headlines_before_marks),
        ARENA_TEST(marks_within_headlines),
        ARENA_TEST(sites_after_marks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
