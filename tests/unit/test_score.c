/*
 * The two stages of scoring, with hand-written forests of one tree.
 */
#include "cut_page.h"

#include "lexicon/phrase.h"
#include "score/feature.h"
#include "score/neighborhood.h"
#include "score/score.h"

/* A forest of one tree: a feature at or above its cut raises the score. */
struct stump {
    float cut;
    uint16_t first_cut[257];
    uint16_t node;
};

static const int16_t LEAVES[] = {-2, 2}; /* likelihoods 0.119 and 0.881 */
#define LOW 0.1192029
#define HIGH 0.8807971

static struct forest make_stump(struct stump *stump, size_t n_features, size_t feature, float cut) {
    stump->cut = cut;
    for (size_t f = 0; f <= n_features; f++)
        stump->first_cut[f] = f > feature;
    stump->node = 1;
    return (struct forest){
        &stump->cut, stump->first_cut, &stump->node, LEAVES, n_features, 1, 1, 1, 0};
}

static void stages_follow_each_other(void **state) {
    ARM((struct arena *)*state);
    struct stump first, second;
    struct model model = {0};
    model.block = make_stump(&first, FEATURE_N, FEATURE_words, 3);
    model.neighborhood = make_stump(&second, NEIGHBORHOOD_N, NEIGHBORHOOD_prev1, 0.5f);
    struct block_page page = cut_html(*state, "<p>one two three<p>four<p>five");
    struct score score;
    score_blocks(&page, &model, &score);
    assert_ptr_equal(score.model, &model);
    assert_int_equal(score.containers.n_containers, 4);
    static const double block[] = {HIGH, LOW, LOW}, final[] = {LOW, HIGH, LOW};
    for (size_t i = 0; i < 3; i++) {
        assert_near((double)score.block[i], block[i]);
        assert_near((double)score.final[i], final[i]);
    }
}

static void cues_are_those_of_the_features(void **state) {
    ARM((struct arena *)*state);
    struct block_page page = cut_html(*state, "<p>Photo: Anna Lee<p>Read also: x<p>3 May 2024<p>x");
    struct score score;
    score_blocks(&page, &MODEL_HTML, &score);
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(score.cues[i].has_credit, i == 0);
        assert_int_equal(score.cues[i].phrase, i == 1 ? PHRASE_READ_ALSO : PHRASE_NONE);
        assert_int_equal(score.cues[i].has_date, i == 2);
    }
}

static void pages_without_blocks(void **state) {
    ARM((struct arena *)*state);
    struct block_page page = cut_html(*state, "");
    struct score score;
    score_blocks(&page, &MODEL_HTML, &score);
    assert_int_equal(score.containers.n_containers, 1);
    page = cut_dump(*state, "");
    score_blocks(&page, &MODEL_DUMP, &score);
    assert_int_equal(score.containers.n_containers, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(stages_follow_each_other),
        ARENA_TEST(cues_are_those_of_the_features),
        ARENA_TEST(pages_without_blocks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
