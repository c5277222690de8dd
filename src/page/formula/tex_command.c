/*
 * A list of commands; see tex_command.h.
 */
#include "page/formula/tex_command.h"

/* All commands whose names begin like this: \includegraphics, \inputminted, \htmlClass, \pdfobj ...
 */
static const struct str PREFIXES[] = {STR_INIT("html"), STR_INIT("include"), STR_INIT("input"),
                                      STR_INIT("lua"), STR_INIT("pdf")};

static const struct str NAMES[] = {
    /* MathJax, KaTeX */
    STR_INIT("bbox"), STR_INIT("class"), STR_INIT("cssId"), STR_INIT("data"), STR_INIT("href"),
    STR_INIT("mmlToken"), STR_INIT("require"), STR_INIT("style"), STR_INIT("url"),
    /* files and programs */
    STR_INIT("IfFileExists"), STR_INIT("InputIfFileExists"), STR_INIT("RequirePackage"),
    STR_INIT("directlua"), STR_INIT("documentclass"), STR_INIT("immediate"), STR_INIT("import"),
    STR_INIT("latelua"), STR_INIT("loadfile"), STR_INIT("lstinputlisting"), STR_INIT("newread"),
    STR_INIT("newwrite"), STR_INIT("openin"), STR_INIT("openout"), STR_INIT("read"),
    STR_INIT("readline"), STR_INIT("special"), STR_INIT("subfile"), STR_INIT("subimport"),
    STR_INIT("usepackage"), STR_INIT("verbatiminput"), STR_INIT("write"),
    /* other names for the same */
    STR_INIT("catcode"), STR_INIT("csname"), STR_INIT("makeatletter"), STR_INIT("scantokens")};

bool tex_command_acts(struct str name) {
    return str_any(name, PREFIXES, N_OF(PREFIXES), str_starts_with) ||
           str_any(name, NAMES, N_OF(NAMES), str_equals);
}
