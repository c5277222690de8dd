/*
 * The output formats, in one table: X(NAME, name, ending, writer) with the choice of --format, the
 * suffix of output files with -o, and the function that writes an article. Those in
 * OUTPUT_BODY_FORMATS are formats of the body in the library (PITH_NAME), and fields with that
 * name.
 */
#ifndef PITH_PROGRAM_OUTPUT_FORMATS_H
#define PITH_PROGRAM_OUTPUT_FORMATS_H

#define OUTPUT_BODY_FORMATS(X)                                                                     \
    X(MARKDOWN, "markdown", ".md", append_markdown)                                                \
    X(HTML, "html", ".html", output_html)

#define OUTPUT_FORMATS(X)                                                                          \
    X(TEXT, "text", ".txt", append_mail)                                                           \
    X(JSON, "json", ".json", append_json)                                                          \
    OUTPUT_BODY_FORMATS(X)                                                                         \
    X(TSV, "tsv", ".tsv", append_row)

#define OUTPUT_FORMAT_ENUM(NAME, name, ending, writer) FORMAT_##NAME,
enum output_format { OUTPUT_FORMATS(OUTPUT_FORMAT_ENUM) OUTPUT_N_FORMATS };

/* "|text|json|..." */
#define OUTPUT_FORMAT_CHOICE(NAME, name, ending, writer) "|" name
#define OUTPUT_FORMAT_CHOICES OUTPUT_FORMATS(OUTPUT_FORMAT_CHOICE)

#endif
