/*
 * Converts options of any version to the current struct; see extract_options.h.
 */
#include "extract_options.h"

#include <stdint.h>
#include <string.h>

#include "base/body_format.h"
#include "pith_context.h"

/* Offsets within a page and indexes of its nodes are 32 bits wide. */
static const size_t MAX_INPUT_BYTES = (size_t)1 << 30;

/* The struct of version 0.1 ended with precision_bias; there has never been a smaller one. */
static const size_t MIN_SIZE = offsetof(struct pith_options, precision_bias) + sizeof(double);

/* No version will have a struct larger than this, so a larger size is a mistake. */
static const size_t MAX_SIZE = 4096;

static const struct pith_options DEFAULTS = PITH_OPTIONS_INIT;

void pith_options_init(struct pith_options *options, size_t size) {
    if (!options || size < sizeof options->size)
        return;
    memset(options, 0, size);
    memcpy(options, &DEFAULTS, size < sizeof DEFAULTS ? size : sizeof DEFAULTS);
    options->size = size;
}

static bool is_zero(const char *bytes, size_t len) {
    for (size_t i = 0; i < len; i++)
        if (bytes[i])
            return false;
    return true;
}

static void set_defaults(struct pith_options *options) {
    options->size = sizeof *options;
    if (!options->max_input_bytes)
        options->max_input_bytes = DEFAULTS.max_input_bytes;
    if (!options->max_memory_bytes)
        options->max_memory_bytes = DEFAULTS.max_memory_bytes;
    if (options->max_seconds == 0)
        options->max_seconds = DEFAULTS.max_seconds;
    if (!options->max_depth)
        options->max_depth = DEFAULTS.max_depth;
    if (!options->max_attributes)
        options->max_attributes = DEFAULTS.max_attributes;
}

#define X(NAME, name, suffix, renderer, writer) | PITH_##NAME
enum { ALL_FORMATS = 0 BODY_FORMATS(X) };
#undef X

/* A sentence that says which option is out of range; NULL if none is. New options are checked
 * here. */
static const char *find_fault(const struct pith_options *o) {
    const unsigned flags = PITH_KEEP_LINKS | PITH_KEEP_IMAGES | PITH_KEEP_COMMENTS | PITH_EXPLAIN |
                           PITH_NO_LINKS | PITH_BLOCKS | PITH_ALL_BLOCKS | PITH_VISIBLE |
                           PITH_LISTS;
    if ((unsigned)o->input > PITH_INPUT_DUMP)
        return "options.input is not an enum pith_input";
    if (o->formats & ~(unsigned)ALL_FORMATS)
        return "options.formats has bits that are not in enum pith_format";
    if (o->flags & ~flags)
        return "options.flags has bits that are not in enum pith_flag";
    if (o->max_input_bytes > MAX_INPUT_BYTES)
        return "options.max_input_bytes is more than 1 GiB";
    if (!(o->precision_bias >= -1 && o->precision_bias <= 1))
        return "options.precision_bias is not between -1 and 1";
    if (!(o->min_certainty >= 0 && o->min_certainty <= 1))
        return "options.min_certainty is not between 0 and 1";
    if (!(o->max_seconds > 0))
        return "options.max_seconds is negative or not a number";
    return NULL;
}

static enum pith_status compile_selectors(const struct pith_options *options,
                                          struct pith_context *context) {
    enum { MOST = 40 }; /* the most bytes that are quoted */
    struct selector_fault fault;
    const char *option = choice_read(options->drop, options->keep, &context->choice, &fault);
    if (!option)
        return PITH_OK;
    if (fault.at.len == 0)
        return pith_context_fail(context, PITH_EINVAL, "options.%s: %s at its end", option,
                                 fault.what);
    return pith_context_fail(context, PITH_EINVAL, "options.%s: %s at '%.*s'", option, fault.what,
                             fault.at.len < MOST ? (int)fault.at.len : MOST, fault.at.at);
}

enum pith_status extract_options_resolve(const struct pith_options *given,
                                         struct pith_context *context, struct pith_options *out) {
    *out = DEFAULTS;
    context->choice.is_made = false;
    if (!given)
        return PITH_OK;
    size_t size = given->size;
    if (size < MIN_SIZE || size > MAX_SIZE)
        return pith_context_fail(context, PITH_EINVAL,
                                 "options.size is %zu, not sizeof(struct pith_options)", size);
    if (size > sizeof *out && !is_zero((const char *)given + sizeof *out, size - sizeof *out))
        return pith_context_fail(context, PITH_EINVAL,
                                 "an option is set that version " PITH_VERSION " does not know");
    memset(out, 0, sizeof *out);
    memcpy(out, given, size < sizeof *out ? size : sizeof *out);
    set_defaults(out);
    const char *fault = find_fault(out);
    if (fault)
        return pith_context_fail(context, PITH_EINVAL, "%s", fault);
    return out->drop || out->keep ? compile_selectors(out, context) : PITH_OK;
}
