/*
 * Data tables are kept whole; what does not belong to them is not.
 */
#include "part_case.h"

#define TEXT "<p>The boat is back at the pier, and it runs six times a day.</p>"
#define HEAD "<tr><th>Pier<th>Time"
#define ROWS "<tr><td>Oban<td>8:00<tr><td>Mull<td>9:00"
#define IN_ELEMENTS "<tr><td><p>Oban<td><p>8:00<tr><td><p>Mull<td><p>9:00"
#define SUBHEAD "<tr><td colspan=2>From May to the end of summer"
#define BETWEEN "<tr><td colspan=2>Book your holiday by the sea with us today"

/* Half of a table with elements may be all that is a table's in it. */
static void only_plain_tables_are_dropped(void **state) {
    static const struct part_case CASES[] = {
        {TEXT "<table>" ROWS "</table>", {1, 0.5F, 0, 0, 0}, "-|table|-|-|-"},
        {TEXT "<table>" IN_ELEMENTS "</table>", {1, 0.5F, 0, 0, 0}, "-|-|-|-|-"},
        {TEXT "<table>" ROWS "</table>", {1, 1, 1, 1, 0}, "-|-|-|-|table"},
        {TEXT "<table>" IN_ELEMENTS "</table>", {1, 1, 1, 1, 0}, "-|-|-|-|table"},
    };
    CHECK_PARTS(CASES);
}

/* Cells with most of the words keep the others only if these are ticks and figures. */
static void labels_keep_their_figures(void **state) {
    static const struct part_case CASES[] = {
        {TEXT "<table><tr><td>Runs on Sundays too<td>yes<td>no<tr><td>Takes cars<td>no<td>yes"
              "</table>",
         {1, 1, 0, 0, 1, 0, 0},
         "-|-|table|table|-|table|table"},
        {TEXT "<table><tr><td>Anna, a member since May<td>I was on the boat when it left Oban."
              "<tr><td>Ben, a member since June<td>It left when I was still on the pier.</table>",
         {1, 0, 1, 0, 1},
         "-|-|-|-|-"},
        {TEXT "<table><tr><td>Anna, a member since May<td>I was on the boat when it left Oban."
              "<tr><td>Ben, a member since June<td>It left when I was still on the pier.</table>",
         {1, 0, 0.5F, 0, 0.5F},
         "-|-|-|-|-"},
    };
    CHECK_PARTS(CASES);
}

static void texts_between_rows_stay_out(void **state) {
    static const struct part_case CASES[] = {
        {TEXT "<table>" ROWS SUBHEAD "</table>", {1, 1, 1, 1, 1, 0}, "-|-|-|-|-|table"},
        {TEXT "<table>" ROWS BETWEEN "</table>", {1, 1, 1, 1, 1, 0}, "-|-|-|-|-|-"},
        /* between kept blocks, whatever its cells score */
        {"<main>" TEXT "<table>" HEAD ROWS BETWEEN "</table>" TEXT "</main>",
         {1, 0.2F, 0.2F, 0.2F, 0.2F, 0.2F, 0.2F, 0.2F, 1},
         "-|table|table|table|table|table|table|-|-"},
        {TEXT "<table>" ROWS "<tr><td>Book your holiday by the sea with us today<td>9:00</table>",
         {1, 1, 1, 1, 1, 0, 1},
         "-|-|-|-|-|table|-"},
    };
    CHECK_PARTS(CASES);
}

static void buttons_in_cells_stay_out(void **state) {
    static const struct part_case CASES[] = {
        {TEXT "<table>" ROWS "<tr><td>Tiree<td><button>Book</button></table>",
         {1, 1, 1, 1, 1, 1, 0},
         "-|-|-|-|-|-|-"},
        {"<main>" TEXT "<table>" HEAD ROWS "<tr><td>Tiree<td><button>Book</button></table>" TEXT
         "</main>",
         {1, 0.2F, 0.2F, 0.2F, 0.2F, 0.2F, 0.2F, 0.2F, 0.2F, 1},
         "-|table|table|table|table|table|table|table|-|-"},
        /* one in a header sorts the column that it names */
        {TEXT "<table><tr><th><button>Pier</button><th>Time" ROWS "</table>",
         {1, 0, 1, 1, 1, 1, 1},
         "-|table|-|-|-|-|-"},
    };
    CHECK_PARTS(CASES);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(only_plain_tables_are_dropped),
        ARENA_TEST(labels_keep_their_figures),
        ARENA_TEST(texts_between_rows_stay_out),
        ARENA_TEST(buttons_in_cells_stay_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
