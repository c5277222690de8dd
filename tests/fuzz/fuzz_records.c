/* Any bytes as a line of --jsonl, a WARC record or a page, depending on their first byte: the
 * worker's answer must be one JSON object on one line, or nothing. */
#include "fuzz.h"
#include "program/options.h"
#include "program/worker/page.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len) {
    static char *argv[] = {"pith", "--format=json", "--sources", "--comments", NULL};
    static struct options options;
    static struct page_worker worker;
    static int is_open;
    struct options_detail detail;
    if (!is_open) {
        REQUIRE(options_read(4, argv, &options, &detail) == OPTIONS_RUN);
        options.page.max_memory_bytes = (size_t)1 << 28;
        REQUIRE(page_worker_init(&worker, &options));
        is_open = 1;
    }
    if (len == 0)
        return 0;
    static const enum job_kind kinds[] = {JOB_PAGE, JOB_JSON, JOB_WARC};
    struct job job = {.kind = kinds[data[0] % 3],
                      .is_cut = data[0] / 3 % 8 == 0,
                      .bytes = {(const char *)data + 1, len - 1},
                      .file = "a\"\n<b>.html"};
    struct answer answer = page_worker_answer(&worker, &job);
    check_json_lines(answer.output);
    REQUIRE(answer.output.len == 0 ||
            str_find_byte(answer.output, 0, '\n') == answer.output.len - 1);
    return 0;
}
