/*
 * The class names with which the systems that run the web mark inline content that is not plain
 * text: formulas, labels, icons, anchors. One row per name, except for the many names of labels for
 * screen readers; no other code knows them.
 */
#ifndef PITH_PAGE_INLINE_CLASS_H
#define PITH_PAGE_INLINE_CLASS_H

#include "base/arena.h"
#include "html/dom.h"

enum inline_class {
    CLASS_NONE,
    CLASS_FORMULA,         /* contains one formula in several forms */
    CLASS_DISPLAY_FORMULA, /* the same, on a line of its own */
    CLASS_FORMULA_PREVIEW, /* placeholder for a formula that follows it */
    CLASS_TEX,             /* its text is TeX */
    CLASS_DISPLAY_TEX,
    CLASS_TEX_IMAGE,      /* an image whose alternative text is TeX */
    CLASS_EQUATION_CELL,  /* part of an equation that is laid out as a table */
    CLASS_CONTROL,        /* a control, not text: "[edit]", a link back from a note */
    CLASS_HEADING_ANCHOR, /* a heading's link to itself */
    CLASS_ICON,           /* its text is the name of an icon */
    CLASS_LABEL,          /* only for screen readers */
    CLASS_DROP_CAP,       /* the first letter of a paragraph */
    CLASS_SIDE_NOTE,      /* a note inside the sentence that it belongs to */
    CLASS_NOTE_MARK,      /* the mark of such a note, repeated in it */
    CLASS_APART           /* a label that only style sheets separate from the text after it */
};

/* X("class name in lower case", enum inline_class without its prefix): the system. */
#define INLINE_CLASSES(X)                                                                          \
    X("katex", FORMULA)                             /* KaTeX */                                    \
    X("katex-display", DISPLAY_FORMULA)             /* KaTeX */                                    \
    X("katex-block", DISPLAY_FORMULA)               /* markdown-it-katex */                        \
    X("mathjax", FORMULA)                           /* MathJax 2, 3 and 4 */                       \
    X("mathjax_chtml", FORMULA)                     /* MathJax 2 */                                \
    X("mathjax_svg", FORMULA)                       /* MathJax 2 */                                \
    X("mathjax_display", DISPLAY_FORMULA)           /* MathJax 2 */                                \
    X("mathjax_svg_display", DISPLAY_FORMULA)       /* MathJax 2 */                                \
    X("mjxc-display", DISPLAY_FORMULA)              /* MathJax 2 */                                \
    X("mjx-chtml", FORMULA)                         /* MathJax 2 */                                \
    X("mathjax_preview", FORMULA_PREVIEW)           /* MathJax 2 */                                \
    X("mjpage", FORMULA)                            /* mathjax-node-page */                        \
    X("mjpage__block", DISPLAY_FORMULA)             /* mathjax-node-page */                        \
    X("mwe-math-element", FORMULA)                  /* MediaWiki */                                \
    X("mwe-math-element-inline", FORMULA)           /* MediaWiki */                                \
    X("mwe-math-element-block", DISPLAY_FORMULA)    /* MediaWiki */                                \
    X("mwe-math-fallback-image-inline", TEX_IMAGE)  /* MediaWiki */                                \
    X("mwe-math-fallback-image-display", TEX_IMAGE) /* MediaWiki */                                \
    X("mwe-math-fallback-png-inline", TEX_IMAGE)    /* MediaWiki before 1.30 */                    \
    X("mw-editsection", CONTROL)                    /* MediaWiki */                                \
    X("mw-cite-backlink", CONTROL)                  /* MediaWiki */                                \
    X("ltx_eqn_cell", EQUATION_CELL)                /* LaTeXML */                                  \
    X("hurmet-tex", FORMULA)                        /* Temml */                                    \
    X("ztext-math", FORMULA)                        /* Zhihu */                                    \
    X("latex-rendered", DISPLAY_FORMULA)            /* Substack */                                 \
    X("ql-formula", FORMULA)                        /* Quill */                                    \
    X("ql-img-inline-formula", TEX_IMAGE)           /* QuickLaTeX */                               \
    X("ql-img-displayed-equation", TEX_IMAGE)       /* QuickLaTeX */                               \
    X("tex", TEX_IMAGE)                             /* MediaWiki before 1.19 */                    \
    X("latex", TEX_IMAGE)                           /* WordPress.com, Art of Problem Solving */    \
    X("latexcenter", TEX_IMAGE)                     /* Art of Problem Solving */                   \
    X("texrender", TEX_IMAGE)                       /* Moodle */                                   \
    X("formulainl", TEX_IMAGE)                      /* Doxygen */                                  \
    X("formuladsp", TEX_IMAGE)                      /* Doxygen */                                  \
    X("math", TEX)                                  /* Discourse, Sphinx, Pandoc */                \
    X("math-inline", TEX)                           /* markdown-it, GitBook */                     \
    X("math-display", DISPLAY_TEX)                  /* markdown-it, GitBook */                     \
    X("math-block", DISPLAY_TEX)                    /* markdown-it */                              \
    X("arithmatex", TEX)                            /* MkDocs */                                   \
    X("js-render-math", TEX)                        /* GitLab */                                   \
    X("mathquill-embedded-latex", TEX)              /* MathQuill */                                \
    X("temml", FORMULA)                             /* Temml */                                    \
    X("kdmath", TEX)                                /* kramdown */                                 \
    X("kdmath-block", DISPLAY_TEX)                  /* kramdown */                                 \
    X("sidenote", SIDE_NOTE)                        /* Tufte CSS, Org, Zola */                     \
    X("marginnote", SIDE_NOTE)                      /* Tufte CSS */                                \
    X("margin-note", SIDE_NOTE)                     /* several */                                  \
    X("side-note", SIDE_NOTE)                       /* several */                                  \
    X("ltx_note_outer", SIDE_NOTE)                  /* LaTeXML */                                  \
    X("ltx_note_mark", NOTE_MARK)                   /* LaTeXML */                                  \
    X("ltx_tag_note", NOTE_MARK)                    /* LaTeXML */                                  \
    X("sidenote-number", NOTE_MARK)                 /* Tufte CSS, Zola themes */                   \
    X("margin-toggle", NOTE_MARK)                   /* Tufte CSS */                                \
    X("footnotecontent", SIDE_NOTE)                 /* WordPress, Inline Footnotes */              \
    X("modern-footnotes-footnote__note", SIDE_NOTE) /* WordPress, Modern Footnotes */              \
    X("footnote_tooltip", SIDE_NOTE)                /* WordPress, Footnotes */                     \
    X("footnote-back", CONTROL)                     /* Pandoc */                                   \
    X("footnote-backref", CONTROL)                  /* Hugo, markdown-it */                        \
    X("reversefootnote", CONTROL)                   /* kramdown */                                 \
    X("data-footnote-backref", CONTROL)             /* GitHub */                                   \
    X("footnote_backlink", CONTROL)                 /* WordPress, Footnotes */                     \
    X("easy-footnote-to-top", CONTROL)              /* WordPress, Easy Footnotes */                \
    X("viewcode-link", CONTROL)                     /* Sphinx: "[source]" */                       \
    X("viewcode-back", CONTROL)                     /* Sphinx: "[docs]" */                         \
    X("input_prompt", CONTROL)                      /* Jupyter: "In [1]:" */                       \
    X("output_prompt", CONTROL)                     /* Jupyter */                                  \
    X("jp-inputprompt", CONTROL)                    /* Jupyter */                                  \
    X("jp-outputprompt", CONTROL)                   /* Jupyter */                                  \
    X("crayon-toolbar", CONTROL)                    /* WordPress, Crayon */                        \
    X("hide-text", CONTROL)                         /* Substack, above preformatted text */        \
    X("kg-callout-emoji", CONTROL)                  /* Ghost: the icon of a callout */             \
    X("kg-audio-player", CONTROL)                   /* Ghost */                                    \
    X("inline-template", CONTROL)                   /* MediaWiki: "[citation needed]" */           \
    X("enlighter-default", CONTROL)                 /* EnlighterJS draws its source again */       \
    X("headerlink", HEADING_ANCHOR)                 /* Sphinx, MkDocs */                           \
    X("header-anchor", HEADING_ANCHOR)              /* VuePress, Substack */                       \
    X("hash-link", HEADING_ANCHOR)                  /* Docusaurus */                               \
    X("heading-anchor", HEADING_ANCHOR)             /* MyST, Hugo themes */                        \
    X("anchorjs-link", HEADING_ANCHOR)              /* AnchorJS */                                 \
    X("anchor-link", HEADING_ANCHOR)                /* Jupyter */                                  \
    X("anchor", HEADING_ANCHOR)                     /* GitHub */                                   \
    X("zola-anchor", HEADING_ANCHOR)                /* Zola */                                     \
    X("headline-hash", HEADING_ANCHOR)              /* Hugo themes */                              \
    X("permalink", HEADING_ANCHOR)                  /* Ghost themes */                             \
    X("copiable-link", HEADING_ANCHOR)              /* Texinfo */                                  \
    X("material-icons", ICON)                       /* Material Icons */                           \
    X("material-icons-outlined", ICON)              /* Material Icons */                           \
    X("material-icons-round", ICON)                 /* Material Icons */                           \
    X("material-icons-sharp", ICON)                 /* Material Icons */                           \
    X("material-icons-extended", ICON)              /* Material Icons */                           \
    X("material-symbols-outlined", ICON)            /* Material Symbols */                         \
    X("material-symbols-rounded", ICON)             /* Material Symbols */                         \
    X("material-symbols-sharp", ICON)               /* Material Symbols */                         \
    X("google-material-icons", ICON)                /* Google */                                   \
    X("google-symbols", ICON)                       /* Google */                                   \
    X("mat-icon", ICON)                             /* Angular Material */                         \
    X("element-invisible", LABEL)                   /* Drupal 7 */                                 \
    X("assistive-text", LABEL)                      /* WordPress before 4 */                       \
    X("show-for-sr", LABEL)                         /* Foundation */                               \
    X("d-sm-none", LABEL)                           /* Bootstrap: not on wide screens */           \
    X("d-md-none", LABEL)                           /* Bootstrap */                                \
    X("d-lg-none", LABEL)                           /* Bootstrap */                                \
    X("a11y-hidden", LABEL)                         /* several */                                  \
    X("reader-only", LABEL)                         /* several */                                  \
    X("eqno", APART)                                /* Sphinx */                                   \
    X("callout-icon", APART)                        /* ReadMe */                                   \
    X("dropcap", DROP_CAP)                          /* several */                                  \
    X("drop-cap", DROP_CAP)                         /* several */                                  \
    X("drop_cap", DROP_CAP)                         /* several */                                  \
    X("dropcaps", DROP_CAP)                         /* several */                                  \
    X("firstcharacter", DROP_CAP)                   /* several */                                  \
    X("first-letter", DROP_CAP)                     /* several */                                  \
    X("initial-letter", DROP_CAP)                   /* several */

/* The names by their hash. */
struct inline_classes;

const struct inline_classes *inline_classes(struct arena *arena);

/* The meaning of the first of the names in a class attribute that is in the table. */
enum inline_class inline_class_of(const struct inline_classes *classes, struct str name);

#endif
