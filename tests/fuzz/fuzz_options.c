/* Any bytes as a command line, one argument per line: it is accepted, or refused with a
 * sentence. */
#include "fuzz.h"
#include "program/options.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len) {
    enum { MOST = 32 };
    struct options options;
    struct options_detail detail = {""};
    char *argv[MOST + 1] = {"pith"};
    int argc = 1;
    char *words = malloc(len + 1);
    REQUIRE(words);
    memcpy(words, data, len);
    words[len] = '\0';
    for (char *word = words; argc < MOST && word; argc++) {
        char *end = strchr(word, '\n');
        if (end)
            *end++ = '\0';
        argv[argc] = word;
        word = end;
    }
    enum options_outcome outcome = options_read(argc, argv, &options, &detail);
    REQUIRE(outcome != OPTIONS_WRONG || detail.text[0]);
    REQUIRE(outcome != OPTIONS_RUN || (options.n_files > 0 && options.n_fields <= N_FIELDS));
    free(words);
    return 0;
}
