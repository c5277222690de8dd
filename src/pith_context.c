/*
 * The context: its memory, models and last error; see pith_context.h.
 */
#include "pith_context.h"

#include <stdarg.h>
#include <stdio.h>

enum pith_status pith_context_new(struct pith_context **out) {
    return pith_context_new_with(NULL, out);
}

enum pith_status pith_context_new_with(const struct pith_allocator *allocator,
                                       struct pith_context **out) {
    if (!out)
        return PITH_EINVAL;
    *out = NULL;
    if (!allocator)
        allocator = &arena_system_allocator;
    if (!allocator->allocate || !allocator->release)
        return PITH_EINVAL;
    *out = allocator->allocate(allocator->data, sizeof **out);
    if (!*out)
        return PITH_ENOMEM;
    arena_init_with(&(*out)->arena, allocator);
    (*out)->html = &MODEL_HTML;
    (*out)->dump = &MODEL_DUMP;
    (*out)->error[0] = '\0';
    return PITH_OK;
}

void pith_context_free(struct pith_context *context) {
    if (!context)
        return;
    struct pith_allocator allocator = context->arena.allocator;
    arena_done(&context->arena);
    allocator.release(allocator.data, context);
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
