/*
 * Writes judged blocks as a self-contained HTML page; see explain.h. Kept blocks are on the left,
 * dropped ones on the right, in the order of the page. What weighed most is shown for the block
 * under the pointer or with the keyboard focus, in the empty column beside it, or at the bottom of
 * a narrow window. Without scripts everything but the filter works.
 */
#include "program/output/explain.h"

#include <stdio.h>
#include <string.h>

#include "program/output/html.h"
#include "program/output/reason.h"
#include "program/output/text.h"

static const char head[] =
    "<!DOCTYPE html>\n"
    "<html lang=\"en\">\n"
    "<head>\n"
    "<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
    "style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n"
    "<style>\n";

static const char style[] =
    ":root { color-scheme: light dark; --page: #fff; --text: #1b1b1f; --soft: #5c5c66;\n"
    "  --line: #c9c9d1; --card: #f5f5f8; --light: 42%; --bar: 6rem; }\n"
    "@media (prefers-color-scheme: dark) { :root { --page: #17171b; --text: #e9e9ee;\n"
    "  --soft: #a5a5b1; --line: #44444e; --card: #222228; --light: 60%; } }\n"
    "* { box-sizing: border-box; }\n"
    "[hidden] { display: none !important; }\n"
    "body { margin: 0 auto; max-width: 80rem; padding: 1rem 1rem 16rem; font: 1rem/1.45\n"
    "  system-ui, sans-serif; background: var(--page); color: var(--text);\n"
    "  overflow-wrap: anywhere; }\n"
    "h1 { font-size: 1.4rem; margin: 0 0 .3rem; line-height: 1.25; }\n"
    "h2 { font-size: 1.05rem; margin: 1.4rem 0 .4rem; }\n"
    "p { margin: .2rem 0; }\n"
    ".soft, th, small, code, ::placeholder { color: var(--soft); opacity: 1; }\n"
    ".unseen { position: absolute; width: 1px; height: 1px; overflow: hidden;\n"
    "  clip-path: inset(50%); }\n"
    "table { border-collapse: collapse; width: 100%; table-layout: fixed; font-size: .9rem; }\n"
    "th, td { text-align: start; vertical-align: top; padding: .2rem .6rem .2rem 0;\n"
    "  border-bottom: 1px solid var(--line); font-weight: normal; }\n"
    "th:first-child { width: 7.5rem; } th:last-child, td:last-child { width: 8rem; }\n"
    "form { display: flex; flex-wrap: wrap; gap: .4rem 1rem; align-items: center;\n"
    "  position: sticky; top: 0; z-index: 2; background: var(--page); padding: .5rem 0; }\n"
    "fieldset { display: flex; gap: 1rem; border: 0; margin: 0; padding: 0; }\n"
    "input { accent-color: hsl(215 80% 50%); }\n"
    "input[type=radio] { margin: 0 .3rem 0 0; vertical-align: -.1em; }\n"
    "input[type=search] { flex: 1 1 12rem; min-width: 0; font: inherit; padding: .35rem .5rem;\n"
    "  color: inherit; background: var(--card); border: 1px solid var(--soft);\n"
    "  border-radius: .3rem; }\n"
    "#shown { min-width: 6.5rem; text-align: end; }\n"
    ".columns { flex-basis: 100%; display: grid; grid-template-columns: 1fr 1fr; gap: .5rem;\n"
    "  font-weight: bold; border-bottom: 1px solid var(--line); }\n"
    "ol { list-style: none; margin: 0; padding: 0; scroll-margin-top: var(--bar);\n"
    "  display: grid; gap: .3rem .5rem;\n"
    "  grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); align-items: start; }\n"
    "li { position: relative; padding: .2rem .6rem; background: var(--card); display: grid;\n"
    "  grid-template-columns: 3.4rem minmax(0, 1fr); align-items: baseline;\n"
    "  border-inline-start: .4rem solid hsl(calc(var(--s) * 130) 65% var(--light));\n"
    "  border-radius: .2rem; scroll-margin-block: var(--bar) 16rem; }\n"
    ".kept { grid-column: 1; } .dropped { grid-column: 2; color: var(--soft); }\n"
    ".yes::before { content: \"\\2713\\a0\"; } .no::before { content: \"\\2717\\a0\"; }\n"
    "li:focus { outline: 2px solid hsl(215 80% 55%); outline-offset: 1px; }\n"
    ".what { white-space: pre-wrap; }\n"
    ".dropped > .what { font-size: .9rem; display: -webkit-box; overflow: hidden;\n"
    "  -webkit-box-orient: vertical; -webkit-line-clamp: 4; }\n"
    ".dropped:focus > .what { display: block; }\n"
    ".rule { border: 1px solid; border-radius: .2rem; padding: 0 .3rem; margin-inline-end: .4rem;\n"
    "  font-size: .8rem; }\n"
    ".why { display: none; position: absolute; inset-block: 0; width: 100%; font-size: .85rem;\n"
    "  color: var(--text); }\n"
    ".kept > .why { left: 100%; padding-left: .5rem; }\n"
    ".dropped > .why { right: calc(100% + .4rem); padding-right: .5rem; }\n"
    ".why > div { position: sticky; top: var(--bar); padding: .5rem .7rem; background: "
    "var(--page);\n"
    "  border: 1px solid var(--soft); border-radius: .2rem; box-shadow: 0 .2rem .8rem #0004; }\n"
    ".why code { font-size: .8rem; }\n"
    ".pull { display: flex; gap: .6rem; }\n"
    ".pull b { flex: none; min-width: 2.8rem; }\n"
    "li:focus > .why, li:hover > .why { display: block; }\n"
    "li:focus { z-index: 3; } li:hover { z-index: 4; }\n"
    "form:focus-within { z-index: 5; }\n";

/* Windows too narrow for two columns. */
static const char narrow_style[] =
    "@media (max-width: 40rem) {\n"
    "  ol { grid-template-columns: minmax(0, 1fr); } .columns { display: none; }\n"
    "  .kept, .dropped { grid-column: 1; } .dropped { margin-inline-start: 1.2rem; }\n"
    "  fieldset { flex-basis: 100%; justify-content: space-between; gap: .5rem; font-size: .9rem; "
    "}\n"
    "  #shown { min-width: 0; font-size: .9rem; }\n"
    "  tr { display: grid; grid-template-columns: 6.5rem minmax(0, 1fr);\n"
    "    border-bottom: 1px solid var(--line); padding: .2rem 0; }\n"
    "  thead { display: none; } th, td { padding: 0; border: 0; }\n"
    "  td:last-child { grid-column: 2; width: auto; font-size: .85rem; }\n"
    "  td:last-child:not(:empty)::before { content: \"from: \"; }\n"
    "  .kept > .why, .dropped > .why { position: fixed; inset: auto 0 0; padding: 0; }\n"
    "  .pull code { display: none; }\n"
    "  .why > div { position: static; max-height: 50vh; overflow: auto; border-width: 2px 0 0;\n"
    "    border-radius: 0; padding: .6rem 1rem; } }\n"
    "</style>\n"
    "<title>pith: ";

static const char tail[] =
    "</ol>\n"
    "<script>\n"
    "const form = document.querySelector('form');\n"
    "const box = form.querySelector('input[type=search]');\n"
    "const list = document.querySelector('ol');\n"
    "const shown = document.getElementById('shown');\n"
    "const rows = [...document.querySelectorAll('li')];\n"
    "const words = rows.map(row => [...row.querySelectorAll('.what, .path, .pull')]\n"
    "    .map(part => part.textContent.toLowerCase()).join(' '));\n"
    "function filter() {\n"
    "    const wanted = box.value.trim().toLowerCase();\n"
    "    const verdict = form.elements.verdict.value;\n"
    "    let n = 0;\n"
    "    rows.forEach((row, i) => {\n"
    "        row.hidden = !words[i].includes(wanted) || (verdict && "
    "!row.classList.contains(verdict));\n"
    "        n += !row.hidden;\n"
    "    });\n"
    "    shown.textContent = n + ' shown';\n"
    "}\n"
    "form.addEventListener('input', () => {\n"
    "    filter();\n"
    "    if (list.getBoundingClientRect().top < form.getBoundingClientRect().bottom)\n"
    "        list.scrollIntoView();\n"
    "});\n"
    "form.addEventListener('submit', event => event.preventDefault());\n"
    "document.addEventListener('keydown', event => {\n"
    "    if (event.key === 'Escape' && document.activeElement !== box)\n"
    "        document.activeElement.blur();\n"
    "});\n"
    "filter();\n"
    "</script>\n"
    "</body>\n"
    "</html>\n";

static const char filter[] =
    "<h2>Blocks</h2>\n"
    "<p class=\"soft\">A score is the likelihood of being main content. Point at a block, or tab "
    "to "
    "it, and see what weighed most: + counts for keeping it, - for dropping it.</p>\n"
    "<form role=\"search\">\n"
    "<input type=\"search\" aria-label=\"Filter blocks by their words, path or reasons\" "
    "placeholder=\"Find words, path or reason\">\n"
    "<span id=\"shown\" class=\"soft\" role=\"status\"></span>\n"
    "<fieldset><legend class=\"unseen\">Verdict</legend>\n";

static void append_escaped(struct buffer *out, const char *text) {
    output_html_text(out, str_of(text));
}

/* The row's last cell. */
static void append_source(struct buffer *out, const struct result *result, enum field field) {
    const char *source = field_source(result, field);
    output_text(out, "</td><td class=\"soft\">");
    append_escaped(out, source ? source : "");
    output_text(out, "</td></tr>\n");
}

static void append_field(struct buffer *out, const struct result *result, enum pith_field field) {
    const char *value = pith_article_field(result->article, field);
    if (!value)
        return;
    output_text(out, "<tr><th scope=\"row\">");
    output_text(out, pith_field_name(field));
    output_text(out, "</th><td dir=\"auto\">");
    append_escaped(out, value);
    append_source(out, result, (enum field)field);
}

static void append_list(struct buffer *out, const struct result *result, enum field field) {
    const char *item;
    if (!field_item(result, field, 0))
        return;
    output_text(out, "<tr><th scope=\"row\">");
    output_text(out, field_name(field));
    output_text(out, "</th><td dir=\"auto\">");
    for (size_t i = 0; (item = field_item(result, field, i)) != NULL; i++) {
        output_text(out, i > 0 ? "; " : "");
        append_escaped(out, item);
    }
    append_source(out, result, field);
}

/* The number of blocks, of kept ones, of those kept for their score, and the lowest such score. */
struct count {
    size_t all, kept, by_score;
    double least;
};

static struct count count_blocks(const struct result *result) {
    const struct pith_block *block;
    struct count count = {0, 0, 0, 1};
    for (; (block = pith_article_block(result->article, count.all)) != NULL; count.all++) {
        count.kept += block->kept != 0;
        if (!block->kept || block->rule)
            continue;
        count.by_score++;
        if (block->score < count.least)
            count.least = block->score;
    }
    return count;
}

/* Opens an element for text of the page, whose language and direction may differ from this
 * page's. */
static void open_foreign(struct buffer *out, const struct result *result, const char *start) {
    const char *language = pith_article_field(result->article, PITH_LANGUAGE);
    output_text(out, start);
    output_text(out, " dir=\"auto\"");
    if (language) {
        output_text(out, " lang=\"");
        append_escaped(out, language);
        output_text(out, "\"");
    }
    output_text(out, ">");
}

static void append_least_score(struct buffer *out, const struct count *count) {
    char line[80];
    if (count->by_score == 0)
        return;
    if (count->by_score == count->kept)
        snprintf(line, sizeof line, ", all of them for scores of %.2f or more", count->least);
    else
        snprintf(line, sizeof line, ", %zu of them for scores of %.2f or more", count->by_score,
                 count->least);
    output_text(out, line);
}

static void append_headline(struct buffer *out, const struct result *result) {
    const char *headline = pith_article_field(result->article, PITH_HEADLINE);
    const char *title = headline ? headline : "A page without a headline";
    char line[160];
    struct count count = count_blocks(result);
    append_escaped(out, title);
    output_text(out, "</title>\n</head>\n<body>\n");
    open_foreign(out, result, "<h1");
    append_escaped(out, title);
    snprintf(line, sizeof line,
             "</h1>\n<p>%s main content, confidence %.2f: %zu of %zu blocks kept",
             result->is_empty ? "No" : "Has", pith_article_confidence(result->article), count.kept,
             count.all);
    output_text(out, line);
    append_least_score(out, &count);
    output_text(out, "</p>\n");
}

static void append_metadata(struct buffer *out, const struct result *result) {
    output_text(out, "<h2>Metadata</h2>\n<table>\n<thead><tr><th scope=\"col\">field</th>"
                     "<th scope=\"col\">value</th><th scope=\"col\">found in</th></tr></thead>\n"
                     "<tbody>\n");
    for (unsigned i = 0; i < N_PAGE_FIELDS; i++)
        append_field(out, result, (enum pith_field)i);
    append_list(out, result, FIELD_AUTHORS);
    append_list(out, result, FIELD_TAGS);
    output_text(out, "</tbody>\n</table>\n");
}

/* Appends the filter, whose choices also serve as the legend, and the column headers. */
static void append_filter(struct buffer *out, const struct result *result) {
    char line[640];
    struct count count = count_blocks(result);
    output_text(out, filter);
    snprintf(line, sizeof line,
             "<label><input type=\"radio\" name=\"verdict\" value=\"\" checked>all %zu</label>\n"
             "<label><input type=\"radio\" name=\"verdict\" value=\"kept\">"
             "<span class=\"yes\">kept %zu</span></label>\n"
             "<label><input type=\"radio\" name=\"verdict\" value=\"dropped\">"
             "<span class=\"no\">dropped %zu</span></label>\n",
             count.all, count.kept, count.all - count.kept);
    output_text(out, line);
    output_text(out, "</fieldset>\n<div class=\"columns\" aria-hidden=\"true\">"
                     "<span class=\"yes\">kept</span><span class=\"no\">dropped</span></div>\n"
                     "</form>\n<ol>\n");
}

static void append_why(struct buffer *out, const struct pith_block *block) {
    char line[160];
    output_text(out, "<div class=\"why\"><div>");
    if (block->rule) {
        output_text(out, block->kept ? "<p>Kept" : "<p>Dropped");
        output_text(out, " by the rule <b>");
        append_escaped(out, block->rule);
        output_text(out, "</b>, regardless of its score</p>");
    }
    snprintf(line, sizeof line, "<p>Score %.2f (%.2f without its neighbours)</p>", block->score,
             block->score_block);
    output_text(out, line);
    output_reasons_html(out, block->reasons ? block->reasons : "");
    snprintf(
        line, sizeof line,
        "<p class=\"soft\">Words per line %.1f, share in links %.0f%%</p><p class=\"path\"><code>",
        block->text_density, block->link_density * 100);
    output_text(out, line);
    append_escaped(out, block->path ? block->path : "");
    output_text(out, "</code></p></div></div>");
}

static void append_block(struct buffer *out, const struct result *result,
                         const struct pith_block *block) {
    char line[200];
    const char *verdict = block->kept ? "kept" : "dropped";
    snprintf(line, sizeof line,
             "<li tabindex=\"0\" class=\"%s\" style=\"--s:%.2f\"><small class=\"%s\">"
             "<span class=\"unseen\">%s </span>%.2f</small>",
             verdict, block->score, block->kept ? "yes" : "no", verdict, block->score);
    output_text(out, line);
    open_foreign(out, result, "<div class=\"what\"");
    if (block->rule) { /* bdi: it must not influence the direction of the block */
        output_text(out, "<bdi class=\"rule\" lang=\"en\">");
        append_escaped(out, block->rule);
        output_text(out, "</bdi>");
    }
    output_html_text(out, (struct str){block->text, block->text_len});
    output_text(out, "</div>");
    append_why(out, block);
    output_text(out, "</li>\n");
}

void output_explain_html(struct buffer *out, const struct result *result) {
    const struct pith_block *block;
    output_text(out, head);
    output_text(out, style);
    output_text(out, narrow_style);
    append_headline(out, result);
    append_metadata(out, result);
    append_filter(out, result);
    for (size_t i = 0; (block = pith_article_block(result->article, i)) != NULL; i++)
        append_block(out, result, block);
    output_text(out, tail);
}
