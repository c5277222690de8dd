/*
 * The line of progress on a terminal, and the summary at the end of a run.
 */
#define _GNU_SOURCE
#include "ground.h"

#include <fcntl.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "program/output/progress.h"

#define COUNTS "7 pages, 2.5 MB, "
#define OTHERS " pages/s, 3 without main content, 2 failed, 1 skipped"
#define SUMMARY(rate, s) "pith: " COUNTS rate OTHERS ", " s " s\n"
#define CLEARED "\r\033[K"
#define SHOWN(rate, left) CLEARED COUNTS rate OTHERS left

/* Standard error is a pipe or a terminal whose other end is read here. */
struct screen {
    int stderr_before, in;
    char text[500];
};

static void open_screen(struct screen *screen, bool is_terminal) {
    int ends[2];
    screen->stderr_before = dup(STDERR_FILENO);
    if (is_terminal) {
        ends[0] = posix_openpt(O_RDWR | O_NOCTTY);
        if (ends[0] < 0 || grantpt(ends[0]) != 0 || unlockpt(ends[0]) != 0)
            skip();
        ends[1] = open(ptsname(ends[0]), O_RDWR | O_NOCTTY);
    } else {
        assert_int_equal(pipe(ends), 0);
    }
    assert_int_equal(dup2(ends[1], STDERR_FILENO), STDERR_FILENO);
    close(ends[1]);
    screen->in = ends[0];
}

static void close_screen(struct screen *screen) {
    dup2(screen->stderr_before, STDERR_FILENO);
    close(screen->stderr_before);
    close(screen->in);
}

/* What was written since the last call. The other end of a terminal gets it a moment later, so it
 * is followed by a mark. */
static const char *written(struct screen *screen) {
    const char mark = '#';
    size_t len = 0;
    ssize_t n = write(STDERR_FILENO, &mark, 1);
    while (n > 0 && (len == 0 || screen->text[len - 1] != mark)) {
        n = read(screen->in, screen->text + len, sizeof screen->text - len);
        len += n > 0 ? (size_t)n : 0;
    }
    screen->text[len ? len - 1 : 0] = '\0';
    return screen->text;
}

/* The program sees this time. */
static struct timespec now;

int clock_gettime(clockid_t clock, struct timespec *time) {
    (void)clock;
    *time = now;
    return 0;
}

static void wait_ms(long ms) {
    now.tv_nsec += ms % 1000 * 1000000;
    now.tv_sec += ms / 1000 + now.tv_nsec / 1000000000;
    now.tv_nsec %= 1000000000;
}

/* A run that began so long ago, and has shown no line yet. */
static struct progress begun(long ms, bool is_quiet, bool is_verbose) {
    struct progress progress;
    now = (struct timespec){1, 500000000};
    progress_init(&progress, is_quiet, is_verbose);
    progress.n_pages = 7;
    progress.n_bytes = 2500000;
    progress.n_empty = 3;
    progress.n_failed = 2;
    progress.n_skipped = 1;
    wait_ms(ms);
    return progress;
}

/* What is shown of a run by progress_show, progress_clear and progress_end. */
struct run_case {
    long ms;
    double share;
    bool is_terminal, is_quiet, is_verbose;
    const char *shown, *cleared, *ended;
};

static void runs_are_shown_and_summed_up(void **state) {
    static const struct run_case CASES[] = {
        {1000, -1, true, false, false, SHOWN("7", ""), CLEARED, SUMMARY("7", "1.0")},
        {1000, 0.5, true, false, false, SHOWN("7", ""), CLEARED, SUMMARY("7", "1.0")},
        {3500, 0.5, true, false, false, SHOWN("2", ", 4 s left"), CLEARED, SUMMARY("2", "3.5")},
        {3500, 0.2, true, false, false, SHOWN("2", ", 14 s left"), CLEARED, SUMMARY("2", "3.5")},
        {3500, 1, true, false, false, SHOWN("2", ", 0 s left"), CLEARED, SUMMARY("2", "3.5")},
        {3500, -1, true, false, true, SHOWN("2", ""), CLEARED, SUMMARY("2", "3.5")},
        {3500, 0, true, false, true, SHOWN("2", ""), CLEARED, SUMMARY("2", "3.5")},
        {2000, 0.5, true, false, false, SHOWN("4", ""), CLEARED, SUMMARY("4", "2.0")},
        {2001, 0.5, true, false, false, SHOWN("3", ", 2 s left"), CLEARED, SUMMARY("3", "2.0")},
        {200, -1, true, false, false, SHOWN("35", ""), CLEARED, SUMMARY("35", "0.2")},
        {199, -1, true, false, false, "", "", SUMMARY("35", "0.2")}, /* too early */
        {0, -1, true, false, false, "", "", SUMMARY("0", "0.0")},
        {1000, -1, true, true, false, "", "", ""},
        {1000, -1, true, true, true, "", "", ""}, /* --quiet decides */
        {1000, -1, false, false, false, "", "", ""},
        {1000, -1, false, false, true, "", "", SUMMARY("7", "1.0")},
        {1000, -1, false, true, false, "", "", ""},
    };
    (void)state;
    for (volatile size_t i = 0; i < N_OF(CASES); i++) {
        const struct run_case *c = &CASES[i];
        struct screen screen;
        open_screen(&screen, c->is_terminal);
        struct progress progress = begun(c->ms, c->is_quiet, c->is_verbose);
        char texts[3][sizeof screen.text];
        progress_show(&progress, c->share);
        strcpy(texts[0], written(&screen));
        progress_clear(&progress);
        strcpy(texts[1], written(&screen));
        progress_end(&progress);
        strcpy(texts[2], written(&screen));
        close_screen(&screen);
        assert_string_equal(texts[0], c->shown);
        assert_string_equal(texts[1], c->cleared);
        /* a terminal writes "\r\n" for "\n" */
        char *end = strstr(texts[2], "\r\n");
        if (end)
            strcpy(end, "\n");
        assert_string_equal(texts[2], c->ended);
    }
}

/* The line is not written again soon, and is removed once. */
static void lines_are_rare(void **state) {
    struct screen screen;
    (void)state;
    open_screen(&screen, true);
    struct progress progress = begun(1000, false, false);
    progress_show(&progress, -1);
    size_t first = strlen(written(&screen));
    progress_show(&progress, -1);
    size_t second = strlen(written(&screen));
    wait_ms(200);
    progress_show(&progress, -1);
    size_t third = strlen(written(&screen));
    progress_clear(&progress);
    size_t cleared = strlen(written(&screen));
    progress_clear(&progress);
    size_t again = strlen(written(&screen));
    wait_ms(200);
    progress_show(&progress, -1);
    (void)written(&screen);
    progress_end(&progress);
    bool is_cleared = strncmp(written(&screen), CLEARED "pith: ", strlen(CLEARED "pith: ")) == 0;
    close_screen(&screen);
    assert_true(first > 0);
    assert_int_equal(second, 0);
    assert_int_equal(third, first);
    assert_int_equal(cleared, strlen(CLEARED));
    assert_int_equal(again, 0);
    assert_true(is_cleared);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(runs_are_shown_and_summed_up),
        cmocka_unit_test(lines_are_rare),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
