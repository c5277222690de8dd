/*
 * The sandbox of a build without seccomp: there is none, and --verbose says so.
 */
#include "program/worker/sandbox.h"

#include <stdlib.h>

#include "program/output/write.h"

struct sandbox_charsets {
    char none; /* iconv may load its modules at any time */
};

struct sandbox_charsets *sandbox_load_charsets(void) {
    return calloc(1, sizeof(struct sandbox_charsets));
}

void sandbox_free_charsets(struct sandbox_charsets *charsets) {
    free(charsets);
}

bool sandbox_enter(const struct options *options, enum sandbox_kind kind) {
    (void)kind;
    if (options->verbose && !options->no_sandbox)
        output_complain("no sandbox", "built without seccomp");
    return true;
}
