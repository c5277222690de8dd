/*
 * Describes errors in options; see option_error.h.
 */
#include "program/option_error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "program/option_name.h"
#include "program/option_value.h"
#include "program/output/field.h"

/* Appends to the detail, truncating it if it is full. */
__attribute__((format(printf, 2, 3))) static void say(struct options_detail *detail,
                                                      const char *format, ...) {
    size_t len = strlen(detail->text);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(detail->text + len, sizeof detail->text - len, format, arguments);
    va_end(arguments);
}

static const char *option_at(const void *rows, size_t i) {
    return ((const struct option_row *)rows)[i].name;
}

/* What front matter and other programs call fields. */
static const struct {
    const char *other, *field;
} other_names[] = {{"body", "text"},
                   {"content", "text"},
                   {"lang", "language"},
                   {"published", "date"},
                   {"title", "headline"}};

enum { N_OTHER_NAMES = sizeof other_names / sizeof *other_names };

/* First the other names, then those of the fields. */
static const char *any_name_at(const void *unused, size_t i) {
    (void)unused;
    return i < N_OTHER_NAMES ? other_names[i].other : field_name((enum field)(i - N_OTHER_NAMES));
}

/* The field that an unknown name probably means: the name that is spelled most like it is the
 * field's own, or another name for it. NULL if there is none. */
static const char *suggest_field(struct str name) {
    const char *near = option_name_suggest(name, any_name_at, NULL, N_OTHER_NAMES + N_FIELDS);
    for (size_t i = 0; near && i < N_OTHER_NAMES; i++) {
        if (near == other_names[i].other)
            return other_names[i].field;
    }
    return near;
}

enum options_outcome option_error_name(struct options_detail *detail, struct str name,
                                       bool is_ambiguous) {
    size_t n, n_said = 0;
    const char *last = NULL;
    const struct option_row *rows = options_table(&n);
    int len = name.len < 80 ? (int)name.len : 80;
    detail->text[0] = '\0';
    if (!is_ambiguous) {
        const char *near = option_name_suggest(name, option_at, rows, n);
        say(detail, "unknown option '--%.*s'", len, name.at);
        if (near)
            say(detail, "; did you mean '--%s'?", near);
        return OPTIONS_WRONG;
    }
    say(detail, "'--%.*s' could be", len, name.at);
    for (size_t i = 0; i < n; i++) {
        if (!rows[i].name || strncmp(rows[i].name, name.at, name.len) != 0)
            continue;
        if (last)
            say(detail, "%s --%s", n_said++ ? "," : "", last);
        last = rows[i].name;
    }
    say(detail, " or --%s", last);
    return OPTIONS_WRONG;
}

/* "a, b or c" of "a|b|c" or "[=a|b|c]". */
static void say_choices(struct options_detail *detail, const char *choices) {
    choices += strspn(choices, "[=");
    while (*choices && *choices != ']') {
        size_t len = strcspn(choices, "|]");
        bool is_last = choices[len] != '|';
        say(detail, "%.*s", (int)len, choices);
        choices += len + !is_last;
        if (!is_last)
            say(detail, strchr(choices, '|') ? ", " : " or ");
    }
}

/* Says which of the fields is wrong: one that is unknown or named twice. */
static void say_fields(struct options_detail *detail, const char *list) {
    bool seen[N_FIELDS] = {false};
    for (;;) {
        size_t len = strcspn(list, ",");
        enum field field = field_find(list, len);
        const char *near = suggest_field((struct str){list, len});
        if (field == N_FIELDS) {
            say(detail, "unknown field '%.*s'; ", len < 80 ? (int)len : 80, list);
            say(detail, near ? "did you mean '%s'?" : "pith --help lists them%s", near ? near : "");
            return;
        }
        if (seen[field] || list[len] == '\0') {
            say(detail, "--fields names '%s' twice", field_name(field));
            return;
        }
        seen[field] = true;
        list += len + 1;
    }
}

enum options_outcome option_error_value(struct options_detail *detail, const struct option_row *row,
                                        const char *value) {
    const char *argument = row->argument;
    detail->text[0] = '\0';
    if (strcmp(row->name, "fields") == 0 && *value) {
        say_fields(detail, value);
    } else if (strchr(argument, '|')) {
        say(detail, "--%s: '%.80s' is not ", row->name, value);
        say_choices(detail, argument);
    } else if (*value == '\0') {
        say(detail, "--%s needs a value", row->name);
    } else if (strcmp(argument, "BYTES") == 0) {
        say(detail, "--%s: '%.80s' is not a size such as 64k, 16M or 1G%s", row->name, value,
            strcmp(row->name, "max-input") ? "" : " (the maximum)");
    } else if (strcmp(argument, "0-1") == 0) {
        say(detail, "--%s: '%.80s' is not a number from 0 to 1", row->name, value);
    } else if (strcmp(argument, "SELECTOR") == 0) {
        say(detail, "--%s: more than %d bytes of selectors", row->name, MAX_SELECTOR_BYTES - 1);
    } else if (strcmp(row->name, "where") == 0) {
        say(detail, "--where: '%.80s' is not of the form status=200,type=text/html", value);
    } else if (strcmp(argument, "SECONDS") == 0) {
        say(detail, "--%s: '%.80s' is not a number of seconds up to 1000000; 0 means no limit",
            row->name, value);
    } else if (strcmp(argument, "URL") == 0) {
        say(detail, "--%s: '%.80s' is not an address such as https://example.org/page", row->name,
            value);
    } else {
        say(detail, "--%s: '%.80s' is not a whole number from 1 to %u", row->name, value,
            strcmp(row->name, "jobs") ? (unsigned)MAX_COUNT : (unsigned)MAX_JOBS);
    }
    return OPTIONS_WRONG;
}

enum options_outcome option_error_selector(struct options_detail *detail,
                                           const struct pith_options *page) {
    struct pith_context *context;
    detail->text[0] = '\0';
    if (pith_context_new(&context) != PITH_OK) {
        say(detail, "out of memory");
        return OPTIONS_WRONG;
    }
    enum options_outcome outcome = OPTIONS_RUN;
    if (pith_options_check(context, page) != PITH_OK) {
        const char *reason = pith_context_error(context); /* "options.drop: ..." */
        say(detail, "--%s", reason + strcspn(reason, ".") + (strchr(reason, '.') != NULL));
        outcome = OPTIONS_WRONG;
    }
    pith_context_free(context);
    return outcome;
}
