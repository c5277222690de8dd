/*
 * Generates --help, and completions for bash, zsh and fish, from the table of options.
 */
#include "program/output/help.h"

#include <stdio.h>
#include <string.h>

#include "program/option_table.h"
#include "program/options.h"
#include "program/output/text.h"

/* The column in which the description of an option begins, and the width of the help. */
enum { HELP_COLUMN = 28, HELP_WIDTH = 80 };

static void append_repeated(struct buffer *out, char c, size_t n) {
    while (n-- > 0)
        buffer_append_byte(out, c);
}

static bool is_optional(const char *argument) {
    return argument[0] == '[';
}

/* "  -f, --format=text|json|...", with its description beside it or, if it is too long, below. */
static void append_option(struct buffer *out, const struct option_row *row) {
    size_t start = out->len;
    char letter[] = "  -x, ";
    letter[3] = row->letter;
    output_text(out, row->letter ? letter : "      ");
    output_text(out, "--");
    output_text(out, row->name);
    if (row->argument) {
        output_text(out, is_optional(row->argument) ? "" : "=");
        output_text(out, row->argument);
    }
    size_t width = out->len - start;
    if (width + 1 > HELP_COLUMN) {
        buffer_append_byte(out, '\n');
        width = 0;
    }
    append_repeated(out, ' ', HELP_COLUMN - width);
    output_text(out, row->help);
    buffer_append_byte(out, '\n');
}

static void append_fields(struct buffer *out) {
    size_t width = HELP_WIDTH; /* of the current line; the first field begins a new one */
    output_text(out, "\nFields:");
    for (unsigned i = 0; i < N_FIELDS; i++) {
        const char *name = field_name((enum field)i);
        bool fits = width + 1 + strlen(name) <= HELP_WIDTH;
        output_text(out, fits ? " " : "\n  ");
        output_text(out, name);
        width = (fits ? width + 1 : 2) + strlen(name);
    }
    buffer_append_byte(out, '\n');
}

void output_help(struct buffer *out) {
    size_t n;
    const struct option_row *table = options_table(&n);
    output_text(out,
                "usage: pith [OPTION]... [FILE]...\n"
                "Extract the main content of web pages, without the boilerplate. FILE is a page,\n"
                "a plain-text dump of one, or a directory of them; no FILE or - means standard\n"
                "input.\n");
    for (size_t i = 0; i < n; i++) {
        if (table[i].name) {
            append_option(out, &table[i]);
        } else {
            buffer_append_byte(out, '\n');
            output_text(out, table[i].help);
            output_text(out, ":\n");
        }
    }
    append_fields(out);
    output_text(out,
                "\nExit status: 0 if the body was written, 1 if there is no main content, 2 on\n"
                "error; of several pages, the highest.\n");
}

/* Appends the possible values of an argument, separated by `with`; nothing if any value is
 * allowed. */
static void append_choices(struct buffer *out, const char *argument, char with) {
    for (argument += strspn(argument, "[="); *argument && *argument != ']'; argument++)
        buffer_append_byte(out, *argument == '|' ? with : *argument);
}

static bool has_choices(const char *argument) {
    return argument && strchr(argument, '|');
}

static void append_field_names(struct buffer *out) {
    for (unsigned i = 0; i < N_FIELDS; i++) {
        output_text(out, i > 0 ? " " : "");
        output_text(out, field_name((enum field)i));
    }
}

static void append_bash_options(struct buffer *out, const struct option_row *table, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (!table[i].name)
            continue;
        output_text(out, " --");
        output_text(out, table[i].name);
        if (table[i].argument && !is_optional(table[i].argument))
            buffer_append_byte(out, '=');
    }
}

static bool is_directory(const struct option_row *row) {
    return row->argument && strcmp(row->argument, "DIR") == 0;
}

/* "        --output|-o) " */
static void begin_bash_case(struct buffer *out, const struct option_row *row) {
    output_text(out, "        --");
    output_text(out, row->name);
    if (row->letter)
        output_text(out, (char[]){'|', '-', row->letter, '\0'});
    output_text(out, ") ");
}

static void append_bash_cases(struct buffer *out, const struct option_row *table, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (has_choices(table[i].argument)) {
            begin_bash_case(out, &table[i]);
            output_text(out, "words=\"");
            append_choices(out, table[i].argument, ' ');
            output_text(out, "\" ;;\n");
        } else if (is_directory(&table[i])) {
            begin_bash_case(out, &table[i]);
            output_text(out, "compopt -o filenames; COMPREPLY=($(compgen -d -- \"$word\")); "
                             "return ;;\n");
        }
    }
    output_text(out, "        --fields) words=\"");
    append_field_names(out);
    output_text(out,
                "\"\n"
                "            case $word in *,*) list=${word%,*}, word=${word##*,} ;; esac ;;\n");
}

/* bash splits words at "=", so the option before it is one or two words back. */
static void append_bash(struct buffer *out, const struct option_row *table, size_t n) {
    output_text(out, "# bash completion for pith, generated by: pith --completion=bash\n"
                     "_pith() {\n"
                     "    local word=${COMP_WORDS[COMP_CWORD]} option= words= list=\n"
                     "    if [ \"$word\" = '=' ]; then\n"
                     "        word= option=${COMP_WORDS[COMP_CWORD-1]}\n"
                     "    elif [ \"${COMP_WORDS[COMP_CWORD-1]}\" = '=' ]; then\n"
                     "        option=${COMP_WORDS[COMP_CWORD-2]}\n"
                     "    else\n"
                     "        option=${COMP_WORDS[COMP_CWORD-1]}\n"
                     "    fi\n"
                     "    case $option in\n");
    append_bash_cases(out, table, n);
    output_text(out, "        *) if [ \"${word#-}\" != \"$word\" ]; then words=\"");
    append_bash_options(out, table, n);
    output_text(out, "\"; fi ;;\n"
                     "    esac\n"
                     "    COMPREPLY=($(compgen -P \"$list\" -W \"$words\" -- \"$word\"))\n"
                     "    if [ \"${COMPREPLY[0]: -1}\" = '=' ]; then compopt -o nospace; fi\n"
                     "}\n"
                     "complete -o default -F _pith pith\n");
}

/* Appends text for a single-quoted word of _arguments, with its special characters escaped. */
static void append_zsh_escaped(struct buffer *out, const char *text) {
    for (; *text; text++) {
        if (strchr("[]:\\", *text))
            buffer_append_byte(out, '\\');
        output_text(out, *text == '\'' ? "'\\''" : (char[]){*text, '\0'});
    }
}

/* What an option takes, after its name: "[help]:name:(values)". */
static void append_zsh_argument(struct buffer *out, const struct option_row *row) {
    buffer_append_byte(out, '[');
    append_zsh_escaped(out, row->help);
    buffer_append_byte(out, ']');
    if (row->argument) {
        output_text(out, is_optional(row->argument) ? "::" : ":");
        output_text(out, row->name);
        buffer_append_byte(out, ':');
    }
    if (has_choices(row->argument)) {
        buffer_append_byte(out, '(');
        append_choices(out, row->argument, ' ');
        buffer_append_byte(out, ')');
    } else if (strcmp(row->name, "fields") == 0) {
        output_text(out, "_sequence compadd - ");
        append_field_names(out);
    } else if (is_directory(row)) {
        output_text(out, "_files -/");
    }
    output_text(out, "' \\\n");
}

static void append_zsh_option(struct buffer *out, const struct option_row *row) {
    output_text(out, "    '--");
    output_text(out, row->name);
    if (row->argument)
        output_text(out, is_optional(row->argument) ? "=-" : "=");
    append_zsh_argument(out, row);
    if (!row->letter)
        return;
    output_text(out, (char[]){' ', ' ', ' ', ' ', '\'', '-', row->letter, '\0'});
    if (row->argument && !is_optional(row->argument))
        buffer_append_byte(out, '+');
    append_zsh_argument(out, row);
}

static void append_zsh(struct buffer *out, const struct option_row *table, size_t n) {
    output_text(out, "#compdef pith\n"
                     "# zsh completion for pith, generated by: pith --completion=zsh\n"
                     "_arguments -s -S \\\n");
    for (size_t i = 0; i < n; i++) {
        if (table[i].name)
            append_zsh_option(out, &table[i]);
    }
    output_text(out, "    '*:page:_files'\n");
}

static void append_fish_quoted(struct buffer *out, const char *text) {
    buffer_append_byte(out, '\'');
    for (; *text; text++) {
        if (*text == '\'' || *text == '\\')
            buffer_append_byte(out, '\\');
        buffer_append_byte(out, *text);
    }
    buffer_append_byte(out, '\'');
}

static void append_fish_option(struct buffer *out, const struct option_row *row) {
    output_text(out, "complete -c pith -l ");
    output_text(out, row->name);
    if (row->letter)
        output_text(out, (char[]){' ', '-', 's', ' ', row->letter, '\0'});
    if (row->argument && !is_optional(row->argument))
        output_text(out, " -r");
    if (has_choices(row->argument)) {
        output_text(out, " -f -a '");
        append_choices(out, row->argument, ' ');
        output_text(out, "'");
    } else if (strcmp(row->name, "fields") == 0) {
        output_text(out, " -f -a '(__fish_append , ");
        append_field_names(out);
        output_text(out, ")'");
    } else if (is_directory(row)) {
        output_text(out, " -f -a '(__fish_complete_directories)'");
    }
    output_text(out, " -d ");
    append_fish_quoted(out, row->help);
    buffer_append_byte(out, '\n');
}

static void append_fish(struct buffer *out, const struct option_row *table, size_t n) {
    output_text(out, "# fish completion for pith, generated by: pith --completion=fish\n");
    for (size_t i = 0; i < n; i++) {
        if (table[i].name)
            append_fish_option(out, &table[i]);
    }
}

void output_completion(struct buffer *out, const char *shell) {
    size_t n;
    const struct option_row *table = options_table(&n);
    if (shell[0] == 'b')
        append_bash(out, table, n);
    else if (shell[0] == 'z')
        append_zsh(out, table, n);
    else
        append_fish(out, table, n);
}
