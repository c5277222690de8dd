/*
 * The context: its memory, its models, its last error; see pith_context.h.
 */
#include "pith_context.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum pith_status pith_context_new(struct pith_context **out) {
    if (!out)
        return PITH_EINVAL;
    *out = malloc(sizeof **out);
    if (!*out)
        return PITH_ENOMEM;
    arena_init(&(*out)->arena);
    (*out)->html = &MODEL_HTML;
    (*out)->dump = &MODEL_DUMP;
    (*out)->error[0] = '\0';
    return PITH_OK;
}

void pith_context_free(struct pith_context *context) {
    if (context)
        arena_done(&context->arena);
    free(context);
}

enum pith_status pith_context_fail(struct pith_context *context, enum pith_status status,
                                   const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(context->error, sizeof context->error, format, arguments);
    va_end(arguments);
    for (char *c = context->error; *c; c++)
        if (*c < ' ' || *c > '~')
            *c = '?';
    return status;
}

const char *pith_context_error(const struct pith_context *context) {
    return context ? context->error : "the context is NULL";
}
