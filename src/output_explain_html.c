/*
 * Judged blocks into one HTML page that needs nothing else; see output_explain.h. Kept blocks stand
 * on the left, dropped ones on the right, in the order of the page; what weighed most is shown for
 * the block under the pointer or the keyboard's focus. Without scripts all but the filter works.
 */
#include "output_explain.h"

#include <stdio.h>
#include <string.h>

#include "output_html.h"
#include "output_text.h"

static const char head[] =
    "<!DOCTYPE html>\n"
    "<html lang=\"en\">\n"
    "<head>\n"
    "<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
    "style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n"
    "<title>pith: why</title>\n"
    "<style>\n"
    ":root { color-scheme: light dark; --page: #fff; --text: #1b1b1f; --soft: #5c5c66;\n"
    "  --line: #c9c9d1; --card: #f5f5f8; --light: 42%; }\n"
    "@media (prefers-color-scheme: dark) { :root { --page: #17171b; --text: #e9e9ee;\n"
    "  --soft: #a5a5b1; --line: #44444e; --card: #222228; --light: 60%; } }\n"
    "* { box-sizing: border-box; }\n"
    "body { margin: 0 auto; max-width: 80rem; padding: 1rem 1rem 14rem; font: 1rem/1.45\n"
    "  system-ui, sans-serif; background: var(--page); color: var(--text);\n"
    "  overflow-wrap: anywhere; }\n"
    "h1 { font-size: 1.4rem; margin: 0 0 .3rem; }\n"
    "h2 { font-size: 1.05rem; margin: 1.4rem 0 .4rem; }\n"
    "p { margin: .3rem 0; }\n"
    ".soft, th, small { color: var(--soft); }\n"
    "table { border-collapse: collapse; width: 100%; table-layout: fixed; }\n"
    "th, td { text-align: start; vertical-align: top; padding: .2rem .6rem .2rem 0;\n"
    "  border-bottom: 1px solid var(--line); font-weight: normal; }\n"
    "th:first-child { width: 7.5rem; } th:last-child, td:last-child { width: 8rem; }\n"
    "form { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; margin: .6rem "
    "0;\n"
    "  position: sticky; top: 0; z-index: 2; background: var(--page); padding: .4rem 0; }\n"
    "input[type=search] { flex: 1 1 12rem; min-width: 0; font: inherit; padding: .35rem .5rem;\n"
    "  color: inherit; background: var(--card); border: 1px solid var(--soft);\n"
    "  border-radius: .3rem; }\n"
    "ol { list-style: none; margin: 0; padding: 0; display: grid; gap: .4rem;\n"
    "  grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); align-items: start; }\n"
    "li { position: relative; padding: .35rem .6rem; background: var(--card);\n"
    "  border-inline-start: .4rem solid hsl(calc(var(--s) * 130) 65% var(--light));\n"
    "  border-radius: .2rem; }\n"
    ".kept { grid-column: 1; } .dropped { grid-column: 2; color: var(--soft); }\n"
    "li:focus { outline: 2px solid hsl(215 80% 55%); outline-offset: 1px; }\n"
    "li small { display: block; }\n"
    ".what { white-space: pre-wrap; }\n"
    ".why { display: none; position: absolute; z-index: 1; inset-inline: 0; top: 100%;\n"
    "  margin: 0; padding: .5rem .6rem; background: var(--page); color: var(--text);\n"
    "  border: 1px solid var(--soft); border-radius: .2rem; font-size: .85rem; }\n"
    "li:hover > .why, li:focus > .why { display: block; }\n"
    "li:hover, li:focus { z-index: 3; }\n"
    "[hidden] { display: none; }\n"
    "@media (max-width: 40rem) { ol { grid-template-columns: minmax(0, 1fr); }\n"
    "  .kept, .dropped { grid-column: 1; } .dropped { margin-inline-start: 1.5rem; }\n"
    "  th:first-child { width: 6.5rem; } th:last-child, td:last-child { width: 5rem; } }\n"
    "</style>\n"
    "</head>\n"
    "<body>\n";

static const char tail[] =
    "</ol>\n"
    "<script>\n"
    "const box = document.querySelector('input[type=search]');\n"
    "const shown = document.getElementById('shown');\n"
    "const rows = [...document.querySelectorAll('li')];\n"
    "const words = rows.map(row => row.textContent.toLowerCase());\n"
    "function filter() {\n"
    "    const wanted = box.value.toLowerCase();\n"
    "    const verdict = document.querySelector('input[name=verdict]:checked').value;\n"
    "    let n = 0;\n"
    "    rows.forEach((row, i) => {\n"
    "        row.hidden = !words[i].includes(wanted) || (verdict && "
    "!row.classList.contains(verdict));\n"
    "        n += !row.hidden;\n"
    "    });\n"
    "    shown.textContent = n + ' of ' + rows.length + ' blocks shown';\n"
    "}\n"
    "document.querySelector('form').addEventListener('input', filter);\n"
    "document.querySelector('form').addEventListener('submit', event => event.preventDefault());\n"
    "filter();\n"
    "</script>\n"
    "</body>\n"
    "</html>\n";

static const char filter[] =
    "<h2>Blocks</h2>\n"
    "<form role=\"search\">\n"
    "<input type=\"search\" aria-label=\"Filter blocks by their words, path or reasons\" "
    "placeholder=\"Filter by words, path, reason\">\n"
    "<label><input type=\"radio\" name=\"verdict\" value=\"\" checked> all</label>\n"
    "<label><input type=\"radio\" name=\"verdict\" value=\"kept\"> kept</label>\n"
    "<label><input type=\"radio\" name=\"verdict\" value=\"dropped\"> dropped</label>\n"
    "<span id=\"shown\" class=\"soft\" role=\"status\"></span>\n"
    "</form>\n"
    "<ol>\n";

static void append_escaped(struct buffer *out, const char *text) {
    output_html_text(out, (struct str){text, strlen(text)});
}

static void append_field(struct buffer *out, const struct result *result, enum pith_field field) {
    const char *value = pith_article_field(result->article, field);
    const char *source = pith_article_source(result->article, field);
    if (!value)
        return;
    output_text(out, "<tr><th scope=\"row\">");
    output_text(out, pith_field_name(field));
    output_text(out, "</th><td>");
    append_escaped(out, value);
    output_text(out, "</td><td class=\"soft\">");
    append_escaped(out, source ? source : "");
    output_text(out, "</td></tr>\n");
}

static void append_list(struct buffer *out, const struct result *result, enum field field) {
    const char *item;
    if (!field_item(result, field, 0))
        return;
    output_text(out, "<tr><th scope=\"row\">");
    output_text(out, field_name(field));
    output_text(out, "</th><td>");
    for (size_t i = 0; (item = field_item(result, field, i)) != NULL; i++) {
        output_text(out, i > 0 ? "; " : "");
        append_escaped(out, item);
    }
    output_text(out, "</td><td></td></tr>\n");
}

static void append_metadata(struct buffer *out, const struct result *result) {
    const char *headline = pith_article_field(result->article, PITH_HEADLINE);
    char line[120];
    output_text(out, "<h1>");
    append_escaped(out, headline ? headline : "A page without a headline");
    snprintf(line, sizeof line, "</h1>\n<p>%s main content, confidence %.2f</p>\n",
             result->is_empty ? "No" : "Has", pith_article_confidence(result->article));
    output_text(out, line);
    output_text(out, "<h2>Metadata</h2>\n<table>\n<thead><tr><th scope=\"col\">field</th>"
                     "<th scope=\"col\">value</th><th scope=\"col\">found in</th></tr></thead>\n"
                     "<tbody>\n");
    for (unsigned i = 0; i < PITH_N_FIELDS; i++)
        append_field(out, result, (enum pith_field)i);
    append_list(out, result, FIELD_AUTHORS);
    append_list(out, result, FIELD_TAGS);
    output_text(out, "</tbody>\n</table>\n");
}

static void append_why(struct buffer *out, const struct pith_block *block) {
    char line[160];
    output_text(out, "<div class=\"why\">");
    if (block->rule) {
        output_text(out, "<p>rule: ");
        append_escaped(out, block->rule);
        output_text(out, "</p>");
    }
    if (block->reasons && *block->reasons) {
        output_text(out, "<p>");
        append_escaped(out, block->reasons);
        output_text(out, "</p>");
    }
    snprintf(line, sizeof line,
             "<p>score before its neighbours %.2f, text density %.1f, link density %.2f</p></div>",
             block->score_block, block->text_density, block->link_density);
    output_text(out, line);
}

static void append_block(struct buffer *out, const struct pith_block *block) {
    char line[120];
    const char *verdict = block->kept ? "kept" : "dropped";
    snprintf(line, sizeof line,
             "<li tabindex=\"0\" class=\"%s\" style=\"--s:%.2f\"><small>%s %.2f%s ", verdict,
             block->score, verdict, block->score, block->rule ? " by rule" : "");
    output_text(out, line);
    append_escaped(out, block->path ? block->path : "");
    output_text(out, "</small><div class=\"what\">");
    output_html_text(out, (struct str){block->text, block->text_len});
    output_text(out, "</div>");
    append_why(out, block);
    output_text(out, "</li>\n");
}

void output_explain_html(struct buffer *out, const struct result *result) {
    const struct pith_block *block;
    output_text(out, head);
    append_metadata(out, result);
    output_text(out, filter);
    for (size_t i = 0; (block = pith_article_block(result->article, i)) != NULL; i++)
        append_block(out, block);
    output_text(out, tail);
}
