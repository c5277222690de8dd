/*
 * Parts that are not content, and the scores that they overrule.
 */
#include "rule_case.h"

#include <stdio.h>

#define TEXT "<p>" TEN TEN
#define TEXT_KEPT                                                                                  \
    "one two three four five six seven eight nine ten "                                            \
    "one two three four five six seven eight nine ten"

static void parts_are_known_by_tag_and_role(void **state) {
    static const struct rule_case cases[] = {
        {TEXT "<nav><p>The fifty best boats", TEXT_KEPT, "-|menu"},
        {TEXT "<div role=navigation><p>The fifty best boats", TEXT_KEPT, "-|menu"},
        {TEXT "<footer><p>Lasts as long as the model before it", TEXT_KEPT, "-|footer"},
        {TEXT "<div role=contentinfo><p>Boats of harbours", TEXT_KEPT, "-|footer"},
        {TEXT "<ul role=listbox><li>Most recent<li>Oldest first", TEXT_KEPT, "-|choice|choice"},
        {TEXT "<div><p role=option>Most recent</div>", TEXT_KEPT, "-|choice"},
        {TEXT "<div role=combobox>Most recent</div>", TEXT_KEPT, "-|choice"},
        {TEXT "<div role=tooltip>Sellers who answer soon", TEXT_KEPT, "-|tooltip"},
    };
    check(*state, cases, N_OF(cases), 0.7f);
}

static void parts_are_known_by_name_at_low_scores(void **state) {
    static const struct rule_case cases[] = {
        {TEXT "<aside><p>A banner of the yard", TEXT_KEPT, "-|aside"},
        {TEXT "<div role=complementary><p>Of the yard", TEXT_KEPT, "-|aside"},
        {TEXT "</p><dialog open><p>Shipping and return</dialog>", TEXT_KEPT, "-|dialog"},
        {TEXT "<div role=dialog><p>Shipping and return", TEXT_KEPT, "-|dialog"},
        {TEXT "<div role=alertdialog><p>Shipping", TEXT_KEPT, "-|dialog"},
        {TEXT "<div class=btn-primary>Apply now</div>", TEXT_KEPT, "-|button"},
        {TEXT "<div id=applyButton>Apply now</div>", TEXT_KEPT, "-|button"},
        {TEXT "<div class=site_modal><p>Shipping", TEXT_KEPT, "-|dialog"},
        {TEXT "<ul class=colorSwatch><li>Black<li>White", TEXT_KEPT, "-|choice|choice"},
        {TEXT "<div class=variants>Black</div>", TEXT_KEPT, "-|choice"},
        {TEXT "<div class=related-items><p>Boats in Ireland", TEXT_KEPT, "-|related"},
    };
    static const char *const NAMES[][2] = {
        {"button", "button"},
        {"buttons", "button"},
        {"btn", "button"},
        {"modal", "dialog"},
        {"popup", "dialog"},
        {"swatch", "choice"},
        {"swatches", "choice"},
        {"variant", "choice"},
        {"variants", "choice"},
        {"related", "related"},
        {"recommended", "related"},
        {"recommendation", "related"},
        {"recommendations", "related"},
        {"upsell", "related"},
    };
    check(*state, cases, N_OF(cases), 0.39f);
    for (volatile size_t i = 0; i < N_OF(NAMES); i++) {
        char html[sizeof TEXT + 100], rules[20];
        snprintf(html, sizeof html, TEXT "<div class=x-%s>Black</div>", NAMES[i][0]);
        snprintf(rules, sizeof rules, "-|%s", NAMES[i][1]);
        const struct rule_case one = {html, TEXT_KEPT, rules};
        check(*state, &one, 1, 0.39f);
    }
}

/* Names are less reliable than tags and roles. */
static void sure_text_in_parts_is_kept(void **state) {
    static const struct rule_case named[] = {
        {TEXT "<aside><p>Keep the lid shut", TEXT_KEPT "|Keep the lid shut", "-|-"},
        {TEXT "<div class=button>Fold the hull</div>", TEXT_KEPT "|Fold the hull", "-|-"},
        {TEXT "<div role=dialog><p>Slim fit", TEXT_KEPT "|Slim fit", "-|-"},
    };
    static const struct rule_case by_tag[] = {
        {TEXT "<nav><p>Turn left at the mill", TEXT_KEPT "|Turn left at the mill", "-|-"},
        {TEXT "<footer><p>She lives here", TEXT_KEPT "|She lives here", "-|-"},
    };
    check(*state, named, N_OF(named), 0.45f);
    check(*state, by_tag, N_OF(by_tag), 0.8f);
}

static void other_names_are_no_parts(void **state) {
    static const struct rule_case cases[] = {
        {TEXT "<div class=unbuttoned>Apply now</div>", TEXT_KEPT "|Apply now", "-|-"},
        {TEXT "<div role=note>Apply now</div>", TEXT_KEPT "|Apply now", "-|-"},
        {TEXT "<section class=unrelated>Apply now</section>", TEXT_KEPT "|Apply now", "-|-"},
    };
    check(*state, cases, N_OF(cases), 0.39f);
}

/* A page may consist of an <aside>, or have its text in "modal". */
static void a_part_with_most_of_the_text_is_what_the_page_is_for(void **state) {
    static const struct rule_case cases[] = {
        {"<p>The boat is back.<aside>" TEXT "</aside>", "The boat is back.|" TEXT_KEPT, "-|-"},
        {"<p>The boat is back.<div class=modal>" TEXT "</div>", "The boat is back.|" TEXT_KEPT,
         "-|-"},
        {"<nav>" TEXT "</nav>", TEXT_KEPT, "-"},
    };
    check(*state, cases, N_OF(cases), 0.39f);
}

/* The code belongs to the text beside it, which another rule knows. */
static void what_a_rule_keeps_is_kept(void **state) {
    static const char html[] = TEXT "<aside><p>Fold the hull<pre>fold(hull)</pre></aside>";
    static const float scores[] = {0.9f, 0.9f, 0.3f};
    ARM((struct arena *)*state);
    struct block_page page = cut_html(*state, html);
    struct selection selection = choose(&page, scores, &NO_METADATA, 0);
    assert_str(rules_of(&page, &selection), STR("-|-|code"));
}

static void the_source_of_a_quote_is_no_footer(void **state) {
    static const struct rule_case cases[] = {
        {TEXT "<blockquote><p>Thirty years cold.<footer>Bo Mason</footer></blockquote>",
         TEXT_KEPT "|Thirty years cold.|Bo Mason", "-|-|-"},
    };
    check(*state, cases, N_OF(cases), 0.7f);
}

/* In a thread, short lines with a date are about its posts. */
static void heads_of_posts(void **state) {
    static const struct metadata forum = {.fields[PITH_TYPE].text = STR_INIT("forum"),
                                          .lead_block = SIZE_MAX};
    static const char html[] =
        "<p>" TEN TEN "<div>Bo Reed 2 March 2021</div><div>Bo Reed, two posts</div>"
        "<div>They were cut on 2 March 2021 and kept wet until the tenth of May.</div>";
    static const float low[] = {0.9f, 0.59f, 0.59f, 0.59f};
    ARM((struct arena *)*state);
    struct block_page page = cut_html(*state, html);
    struct selection selection = choose(&page, low, &forum, 0);
    assert_str(rules_of(&page, &selection), STR("-|post's head|-|-"));
    selection = choose(&page, low, &NO_METADATA, 0);
    assert_str(rules_of(&page, &selection), STR("-|-|-|-"));
    static const float high[] = {0.9f, 0.61f, 0.61f, 0.61f};
    selection = choose(&page, high, &forum, 0);
    assert_str(rules_of(&page, &selection), STR("-|-|-|-"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(parts_are_known_by_tag_and_role),
        ARENA_TEST(parts_are_known_by_name_at_low_scores),
        ARENA_TEST(sure_text_in_parts_is_kept),
        ARENA_TEST(other_names_are_no_parts),
        ARENA_TEST(a_part_with_most_of_the_text_is_what_the_page_is_for),
        ARENA_TEST(what_a_rule_keeps_is_kept),
        ARENA_TEST(the_source_of_a_quote_is_no_footer),
        ARENA_TEST(heads_of_posts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
