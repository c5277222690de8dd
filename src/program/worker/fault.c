/*
 * Writes the reasons of faults, with the option that helps; see fault.h.
 */
#include "program/worker/fault.h"

#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "program/input/unpack.h"
#include "program/output/text.h"

struct fault fault_of(const char *code, const char *reason) {
    return reason ? (struct fault){.code = code, .reason = reason} : (struct fault){.code = NULL};
}

/* Appends 16777216 as "16M"; a number that is not a multiple of 1024 in full. */
static void append_size(struct buffer *out, size_t n) {
    static const char units[] = "\0kMG";
    unsigned i = 0;
    while (i < 3 && n > 0 && n % 1024 == 0) {
        n /= 1024;
        i++;
    }
    buffer_append_number(out, n);
    if (i > 0)
        buffer_append_byte(out, units[i]);
}

/* The limit that the page exceeds, by the name of its option. */
static struct fault limit_fault(const struct fault_finder *finder, struct str page) {
    const struct pith_options *limits = &finder->options->page;
    struct buffer reason;
    bool is_long = page.len > limits->max_input_bytes;
    buffer_init(&reason, finder->arena);
    output_text(&reason,
                is_long ? "longer than --max-input=" : "needs more memory than --max-memory=");
    append_size(&reason, is_long ? limits->max_input_bytes : limits->max_memory_bytes);
    buffer_append_byte(&reason, '\0');
    return fault_of(is_long ? "limit" : "memory", reason.data);
}

/* The library's message, which names the charset, with advice. */
static const char *charset_reason(const struct fault_finder *finder) {
    struct buffer reason;
    buffer_init(&reason, finder->arena);
    output_text(&reason, pith_context_error(finder->context));
    output_text(&reason, "; it is not in the WHATWG Encoding Standard");
    buffer_append_byte(&reason, '\0');
    return reason.data;
}

void fault_write_late(const struct options *options, char *out, size_t size) {
    snprintf(out, size, "took longer than --timeout=%.7g", options->page.max_seconds);
}

static struct fault late_fault(const struct fault_finder *finder) {
    char late[64];
    struct buffer reason;
    fault_write_late(finder->options, late, sizeof late);
    buffer_init(&reason, finder->arena);
    output_text(&reason, late);
    buffer_append_byte(&reason, '\0');
    return fault_of("timeout", reason.data);
}

struct fault fault_of_status(const struct fault_finder *finder, enum pith_status status,
                             struct str page) {
    static const char *const codes[] = {[PITH_EINVAL] = "option",
                                        [PITH_ENOMEM] = "memory",
                                        [PITH_ELIMIT] = "limit",
                                        [PITH_ECHARSET] = "charset"};
    const char *name;
    struct buffer reason;
    if (status == PITH_ELIMIT)
        return limit_fault(finder, page);
    if (status == PITH_ETIMEOUT)
        return late_fault(finder);
    if (status == PITH_ECHARSET)
        return fault_of("charset", charset_reason(finder));
    if (status != PITH_ENOTPAGE)
        return fault_of(status < (int)N_OF(codes) ? codes[status] : "other",
                        pith_status_text(status));
    const char *media_type = pith_sniff(page.at, page.len, &name);
    buffer_init(&reason, finder->arena);
    output_text(&reason, name ? name : "something");
    output_text(&reason, ", not a web page");
    buffer_append_byte(&reason, '\0');
    return (struct fault){"not_page", reason.data, media_type};
}

const char *fault_advice(const struct fault_finder *finder, const struct fault *fault) {
    struct buffer reason;
    if (strcmp(fault->code, "damaged") != 0 || finder->options->keep_damaged ||
        unpack_is_unsupported(fault->reason))
        return fault->reason;
    buffer_init(&reason, finder->arena);
    output_text(&reason, fault->reason);
    output_text(&reason, "; --keep-damaged extracts what is readable");
    buffer_append_byte(&reason, '\0');
    return reason.data;
}
