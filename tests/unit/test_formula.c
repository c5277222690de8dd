/*
 * formula.c and formula_address.c: which elements are formulas, where their TeX is, and whether
 * they are displayed; and more of MathML's elements, rows and symbols.
 */
#include "cut_page.h"

#include "growing_page.h"
#include "page/formula/formula.h"
#include "page/formula/formula_address.h"
#include "page/formula/mathml.h"
#include "page/formula/tex.h"

static uint32_t find_x(const struct dom *dom) {
    for (uint32_t i = 0; i < dom->n_nodes; i++)
        if (dom->nodes[i].kind == DOM_ELEMENT &&
            str_equals(dom_attribute(&dom->nodes[i], DOM_ATTR_ID), STR("x")))
            return i;
    fail_msg("no element");
    return 0;
}

struct formula_case {
    const char *html;
    enum inline_class class;
    const char *tex; /* with delimiters; "-": no formula */
};

static void check_formulas(struct arena *arena, const struct formula_case *cases, size_t n) {
    ARM(arena);
    for (size_t i = 0; i < n; i++) {
        struct dom dom;
        struct formula_finder finder;
        struct tex_formula formula;
        struct buffer out;
        dom_parse_plain(arena, str_of(cases[i].html), &dom);
        formula_finder_init(&finder, arena, &dom);
        buffer_init(&out, arena);
        if (formula_read(&finder, find_x(&dom), cases[i].class, &formula))
            tex_append_delimited(&out, &formula);
        else
            buffer_append_byte(&out, '-');
        if (!str_equals(buffer_str(&out), str_of(cases[i].tex)))
            fail_msg("%s: %.*s", cases[i].html, (int)out.len, out.data);
    }
}

#define CHECK_FORMULAS(cases) check_formulas(*state, cases, N_OF(cases))
#define NOTE(encoding) "<annotation encoding='" encoding "'>x_1</annotation>"

static void formulas_in_mathml(void **state) {
    static const struct formula_case CASES[] = {
        {"<math id=x><mi>a</mi></math>", CLASS_NONE, "$a$"},
        {"<math id=x></math>", CLASS_NONE, "-"},
        {"<math id=x display=block><mi>a</mi></math>", CLASS_NONE, "$$a$$"},
        {"<math id=x display=true><mi>a</mi></math>", CLASS_NONE, "$$a$$"},
        {"<math id=x display=inline><mi>a</mi></math>", CLASS_NONE, "$a$"},
        {"<math id=x class='a tml-display'><mi>a</mi></math>", CLASS_NONE, "$$a$$"},
        /* the source, in an annotation or an attribute */
        {"<math id=x><mi>a</mi>" NOTE("application/x-tex") "</math>", CLASS_NONE, "$x_1$"},
        {"<math id=x><mi>a</mi>" NOTE("application/x-latex") "</math>", CLASS_NONE, "$x_1$"},
        {"<math id=x><mi>a</mi>" NOTE(" TeX ") "</math>", CLASS_NONE, "$x_1$"},
        {"<math id=x><mi>a</mi>" NOTE("LaTeX") "</math>", CLASS_NONE, "$x_1$"},
        {"<math id=x><mi>a</mi>" NOTE("text/x-tex") "</math>", CLASS_NONE, "$x_1$"},
        {"<math id=x><mi>a</mi>" NOTE("text/latex") "</math>", CLASS_NONE, "$x_1$"},
        {"<math id=x><mi>a</mi>" NOTE("StarMath 5.0") "</math>", CLASS_NONE, "$a$"},
        {"<math id=x><mi>a</mi><annotation encoding=tex> </annotation></math>", CLASS_NONE, "$a$"},
        {"<math id=x><mi>a</mi></math>" NOTE("tex"), CLASS_NONE, "$a$"},
        {"<math id=x data-latex='x_2'><mi>a</mi></math>", CLASS_NONE, "$x_2$"},
        {"<math id=x data-latex='x_2'><mi>a</mi>" NOTE("tex") "</math>", CLASS_NONE, "$x_1$"},
        {"<math id=x alttext='x_{3}=\\alpha'><mi>a</mi></math>", CLASS_NONE, "$x_{3}=\\alpha$"},
        {"<math id=x alttext='the third x'><mi>a</mi></math>", CLASS_NONE, "$a$"},
        {"<math id=x alttext='x3' class=ltx_Math><mi>a</mi></math>", CLASS_NONE, "$x3$"},
        {"<math id=x alttext=' ' class=ltx_Math><mi>a</mi></math>", CLASS_NONE, "$a$"},
    };
    CHECK_FORMULAS(CASES);
}

static void formulas_in_attributes(void **state) {
    static const struct formula_case CASES[] = {
        {"<span id=x data-latex='x_1'>a</span>", CLASS_NONE, "$x_1$"},
        {"<span id=x data-tex='x_1'>a</span>", CLASS_NONE, "$x_1$"},
        {"<span id=x data-formula='x_1'>a</span>", CLASS_NONE, "$x_1$"},
        {"<span id=x data-math='x_1'>a</span>", CLASS_NONE, "$x_1$"},
        {"<span id=x data-expr='x_1'>a</span>", CLASS_NONE, "$x_1$"},
        {"<span id=x data-value='x_1'>a</span>", CLASS_NONE, "-"},
        {"<span id=x data-value='x_1'>a</span>", CLASS_FORMULA, "$x_1$"},
        {"<span id=x data-entry='x_1' data-value='x_2'>a</span>", CLASS_FORMULA, "$x_1$"},
        {"<span id=x data-value='x_1'>a</span>", CLASS_DISPLAY_FORMULA, "$$x_1$$"},
        {"<span id=x data-value='x_1'>a</span>", CLASS_TEX_IMAGE, "-"},
        {"<div id=x data-latex='x_1'>a</div>", CLASS_NONE, "$$x_1$$"},
        {"<p id=x data-latex='x_1'>a</p>", CLASS_NONE, "$$x_1$$"},
        /* settings are not TeX */
        {"<span id=x data-math='true'>a</span>", CLASS_NONE, "-"},
        {"<span id=x data-math=' ab '>a</span>", CLASS_NONE, "-"},
        {"<span id=x data-math='b'>a</span>", CLASS_NONE, "$b$"},
        {"<span id=x data-math='1'>a</span>", CLASS_NONE, "$1$"},
        {"<span id=x data-math=' '>a</span>", CLASS_NONE, "-"},
        {"<span id=x data-math='{\"a\":1}'>a</span>", CLASS_NONE, "-"},
        {"<span id=x data-math='[1]'>a</span>", CLASS_NONE, "-"},
        {"<span id=x data-math='{a}_1'>a</span>", CLASS_NONE, "${a}_1$"},
        {"<span id=x data-math=true data-expr='x_1'>a</span>", CLASS_NONE, "$x_1$"},
        /* Substack */
        {"<div id=x data-attrs='{\"persistentExpression\":\"x_1\",\"id\":\"a\"}'>a</div>",
         CLASS_FORMULA, "$$x_1$$"},
        {"<div id=x data-attrs='{\"id\":\"a\"}'><p>a</div>", CLASS_FORMULA, "-"},
        {"<div id=x data-attrs=''><p>a</div>", CLASS_FORMULA, "-"},
        {"<div id=x data-attrs='{\"persistentExpression\":\"x_1\"}'>a</div>", CLASS_LABEL, "-"},
    };
    CHECK_FORMULAS(CASES);
}

static void formulas_as_images(void **state) {
    static const struct formula_case CASES[] = {
        {"<img id=x alt='x_{1}=\\alpha'>", CLASS_NONE, "$x_{1}=\\alpha$"},
        {"<img id=x alt='A boat'>", CLASS_NONE, "-"},
        {"<img id=x alt='x1'>", CLASS_NONE, "-"},
        {"<img id=x alt='x1'>", CLASS_TEX_IMAGE, "$x1$"},
        {"<img id=x alt='x1'>", CLASS_FORMULA, "$x1$"},
        {"<img id=x alt='x1'>", CLASS_TEX, "$x1$"},
        {"<img id=x alt='x1'>", CLASS_LABEL, "-"},
        {"<img id=x alt=' '>", CLASS_TEX_IMAGE, "-"},
        {"<img id=x alt='x1' src='https://latex.codecogs.com/svg.latex?x_2'>", CLASS_NONE, "$x1$"},
        {"<img id=x src='https://latex.codecogs.com/svg.latex?x_2'>", CLASS_NONE, "$x_2$"},
        {"<img id=x alt=Formula src='https://latex.codecogs.com/svg.latex?x_2'>", CLASS_NONE,
         "$x_2$"},
        {"<img id=x alt='equation 3' src='https://latex.codecogs.com/svg.latex?x_2'>", CLASS_NONE,
         "$x_2$"},
        {"<img id=x alt=formula>", CLASS_TEX_IMAGE, "-"},
        {"<img id=x class=display alt='x1'>", CLASS_TEX_IMAGE, "$$x1$$"},
        {"<img id=x class=formulaDsp alt='x1'>", CLASS_TEX_IMAGE, "$$x1$$"},
        {"<img id=x class=latexcenter alt='x1'>", CLASS_TEX_IMAGE, "$$x1$$"},
        {"<img id=x class=formula alt='x1'>", CLASS_TEX_IMAGE, "$x1$"},
    };
    CHECK_FORMULAS(CASES);
}

static void formulas_in_elements(void **state) {
    static const struct formula_case CASES[] = {
        {"<script id=x type='math/tex'>x_1</script>", CLASS_NONE, "$x_1$"},
        {"<script id=x type='math/tex; mode=display'>x_1</script>", CLASS_NONE, "$$x_1$$"},
        {"<script id=x type='text/x'>x_1</script>", CLASS_NONE, "-"},
        {"<script id=x>x_1</script>", CLASS_NONE, "-"},
        {"<p id=x>x_1</p>", CLASS_NONE, "-"},
        /* text that is TeX because its class says so */
        {"<span id=x>x_1</span>", CLASS_TEX, "$x_1$"},
        {"<span id=x> x_1 </span>", CLASS_DISPLAY_TEX, "$$x_1$$"},
        {"<div id=x>x_1</div>", CLASS_TEX, "$$x_1$$"},
        {"<span id=x class=display>x_1</span>", CLASS_TEX, "$$x_1$$"},
        {"<code id=x>x_1</code>", CLASS_TEX, "$x_1$"},
        {"<h2 id=x>x_1</h2>", CLASS_TEX, "-"},
        {"<span id=x>x_<b>1</b></span>", CLASS_TEX, "-"},
        {"<span id=x></span>", CLASS_TEX, "-"},
        {"<span id=x>algebra</span>", CLASS_TEX, "-"},
        {"<span id=x>a</span>", CLASS_TEX, "$a$"},
        {"<span id=x>x_1 &lt; 2</span>", CLASS_TEX, "$x_1 < 2$"},
        /* or that has a topic */
        {"<span id=x>linear algebra</span>", CLASS_TEX, "-"},
        {"<span id=x>Math 101</span>", CLASS_TEX, "-"},
        {"<p id=x>The sum of two and two</p>", CLASS_TEX, "-"},
        {"<div id=x>\u043b\u0438\u043d. \u0430\u043b\u0433.</div>", CLASS_TEX, "-"},
        {"<span id=x>abc-def=0</span>", CLASS_TEX, "$abc-def=0$"},
        {"<span id=x>\\text{the sum of two}</span>", CLASS_TEX, "$\\text{the sum of two}$"},
        {"<span id=x>abc + x</span>", CLASS_TEX, "$abc + x$"},
        {"<span id=x>\u03b1\u2264\u03b2\u2264\u03b3</span>", CLASS_TEX,
         "$\u03b1\u2264\u03b2\u2264\u03b3$"},
        {"<d-math id=x>ab</d-math>", CLASS_NONE, "$ab$"},
        {"<d-math id=x>abcd efg</d-math>", CLASS_NONE, "$abcd efg$"},
        {"<tex-math id=x>x_1</tex-math>", CLASS_NONE, "$x_1$"},
        {"<tex-math id=x>ab</tex-math>", CLASS_NONE, "-"},
        /* an element that contains a formula and nothing else */
        {"<span id=x><math><mi>a</mi></math></span>", CLASS_FORMULA, "$a$"},
        {"<span id=x><math><mi>a</mi></math></span>", CLASS_DISPLAY_FORMULA, "$$a$$"},
        {"<span id=x><math display=block><mi>a</mi></math></span>", CLASS_FORMULA, "$$a$$"},
        {"<span id=x><math><mi>a</mi></math> </span>", CLASS_FORMULA, "$a$"},
        {"<span id=x><math><mi>a</mi></math>b</span>", CLASS_FORMULA, "-"},
        {"<span id=x><b>b</b><math><mi>a</mi></math></span>", CLASS_FORMULA, "$a$"},
        {"<span id=x><math><mi>a</mi></math><math><mi>b</mi></math></span>", CLASS_FORMULA, "-"},
        {"<span id=x><script type=math/tex>x_1</script></span>", CLASS_FORMULA, "$x_1$"},
        {"<span id=x><img alt=x1></span>", CLASS_FORMULA, "$x1$"},
        {"<span id=x><math><mi>a</mi></math><img alt=x1></span>", CLASS_FORMULA, "$a$"},
        {"<span id=x><img alt=x1><math><mi>a</mi></math></span>", CLASS_FORMULA, "$a$"},
        {"<span id=x><i data-tex=x_1></i></span>", CLASS_FORMULA, "$x_1$"},
        {"<div id=x><ul><li><math><mi>a</mi></math></ul></div>", CLASS_FORMULA, "-"},
        {"<div id=x><table><tr><td><math><mi>a</mi></math></table></div>", CLASS_FORMULA, "-"},
        {"<div id=x><pre><math><mi>a</mi></math></pre></div>", CLASS_FORMULA, "-"},
        {"<div id=x><p><math><mi>a</mi></math></p></div>", CLASS_FORMULA, "-"},
        {"<p id=x><math><mi>a</mi></math></p>", CLASS_FORMULA, "$a$"},
        {"<div id=x><h2><math><mi>a</mi></math></h2></div>", CLASS_FORMULA, "-"},
        {"<div id=x></div>", CLASS_FORMULA, "-"},
        {"<span id=x><math><mi>a</mi></math></span>", CLASS_LABEL, "-"},
    };
    CHECK_FORMULAS(CASES);
}

/* Elements within text that has the class of formulas are searched, but not without end. */
static void elements_are_searched_a_few_times(void **state) {
    struct dom dom;
    struct formula_finder finder;
    struct tex_formula formula;
    ARM((struct arena *)*state);
    dom_parse_plain(*state,
                    STR("<div>a<span id=x><math><mi>a</mi></math></span></div><p><math><mi>b</mi>"
                        "</math></p>"),
                    &dom);
    formula_finder_init(&finder, *state, &dom);
    uint32_t x = find_x(&dom), div = find_element(&dom, DOM_DIV);
    for (int i = 0; i < 10; i++)
        assert_false(formula_read(&finder, div, CLASS_FORMULA, &formula));
    assert_true(formula_read(&finder, x, CLASS_FORMULA, &formula));
    for (int i = 0; i < 100; i++)
        assert_false(formula_read(&finder, div, CLASS_FORMULA, &formula));
    assert_false(formula_read(&finder, x, CLASS_FORMULA, &formula));
}

#define SCRIPT "<script type=math/tex>a</script>"

static void renderings_precede_their_script(void **state) {
    static const struct {
        const char *html;
        bool is_before;
    } CASES[] = {
        {"<p><b id=x>a</b>" SCRIPT, true},
        {"<p><b id=x>a</b> " SCRIPT, true},
        {"<p><b id=x>a</b>b" SCRIPT, false},
        {"<p><b id=x>a</b><i>c</i><i>d</i><i>e</i>" SCRIPT, true},
        {"<p><b id=x>a</b><i>c</i><i>d</i><i>e</i><i>f</i>" SCRIPT, false},
        {"<p><b id=x>a</b>", false},
        {"<p><i><b id=x>a</b></i>" SCRIPT, false},
        {"<p>" SCRIPT "<b id=x>a</b>", false},
        {"<p><b id=x>a</b><script>a</script>", false},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct dom dom;
        struct formula_finder finder;
        dom_parse_plain(*state, str_of(CASES[i].html), &dom);
        formula_finder_init(&finder, *state, &dom);
        if (formula_is_before_script(&finder, find_x(&dom)) != CASES[i].is_before)
            fail_msg("%s", CASES[i].html);
    }
}

static void formulas_in_addresses(void **state) {
    static const char *const CASES[][2] = {
        {"https://latex.codecogs.com/svg.latex?x_1", "x_1"},
        {"https://latex.codecogs.com/svg.latex?x%5E2", "x^2"},
        {"https://latex.codecogs.com/svg.latex?a+b", "a+b"},
        {"https://latex.codecogs.com/svg.latex?a&plus;b&space;c", "a+b c"},
        {"https://latex.codecogs.com/svg.latex?a&b=c", "a"},
        {"https://latex.codecogs.com/svg.latex", "-"},
        {"https://latex.codecogs.com/svg.latex?", "-"},
        {"https://a.example/chart?cht=tx&chl=x_1+2&chs=9", "x_1 2"},
        {"https://www.zhihu.com/equation?tex=x_1+2", "x_1 2"},
        {"https://math.now.sh?from=x_1", "x_1"},
        {"https://math.vercel.app/?from=x_1", "x_1"},
        {"https://i.upmath.me/svg/x_1", "x_1"},
        {"https://a.example/mimetex.cgi?x_1", "x_1"},
        {"https://a.example/mathtex.cgi?x_1", "x_1"},
        {"https://a.example/latex.php?latex=x_1", "x_1"},
        {"https://a.example/render/math?math=x_1", "x_1"},
        {"https://a.example/?x_1", "-"},
        /* commands that say how the image looks */
        {"https://latex.codecogs.com/svg.latex?%5Cdpi%7B150%7D%20%5Cbg_white%20x_1", "x_1"},
        {"https://latex.codecogs.com/svg.latex?%5Cinline%20x_1", "x_1"},
        {"https://latex.codecogs.com/svg.latex?%20%5Cinline%20x_1", "x_1"},
        {"https://latex.codecogs.com/svg.latex?%5Cinline%20%5Clarge%20x_1", "x_1"},
        {"https://latex.codecogs.com/svg.latex?%5Cfn_cm%20x_1", "x_1"},
        {"https://latex.codecogs.com/svg.latex?%5Csmall%20x_1", "x_1"},
        {"https://latex.codecogs.com/svg.latex?%5CLARGE%20x_1", "x_1"},
        {"https://latex.codecogs.com/svg.latex?%5Chuge%20x_1", "x_1"},
        {"https://latex.codecogs.com/svg.latex?%5Ctiny%20x_1", "x_1"},
        {"https://latex.codecogs.com/svg.latex?%5Cbg%7Bred%7D%20x_1", "x_1"},
        {"https://latex.codecogs.com/svg.latex?%5Cdpi%7B150", "-"},
        {"https://latex.codecogs.com/svg.latex?%5Cinline", "-"},
        /* no text, or none that may be shown */
        {"https://latex.codecogs.com/svg.latex?%FF", "-"},
        {"https://latex.codecogs.com/svg.latex?a%01b", "-"},
    };
    struct formula_services services;
    ARM((struct arena *)*state);
    formula_services_init(&services);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct str tex = formula_of_address(*state, &services, str_of(CASES[i][0]));
        if (!str_equals(tex.at ? tex : STR("-"), str_of(CASES[i][1])))
            fail_msg("%s: %.*s", CASES[i][0], (int)tex.len, tex.at);
    }
}

/* ---- more of MathML ---- */

static struct str tex_of(struct arena *arena, const char *math) {
    struct dom dom;
    struct buffer html, tex;
    buffer_init(&html, arena);
    buffer_init(&tex, arena);
    buffer_append(&html, STR("<math>"));
    buffer_append(&html, str_of(math));
    buffer_append(&html, STR("</math>"));
    dom_parse_plain(arena, buffer_str(&html), &dom);
    mathml_append_tex(&tex, &dom, find_element(&dom, DOM_MATH));
    return buffer_str(&tex);
}

static void check_math(struct arena *arena, const char *const (*cases)[2], size_t n) {
    ARM(arena);
    for (size_t i = 0; i < n; i++) {
        struct str tex = tex_of(arena, cases[i][0]);
        if (!str_equals(tex, str_of(cases[i][1])))
            fail_msg("%s: %.*s", cases[i][0], (int)tex.len, tex.at);
    }
}

#define CHECK_MATH(cases) check_math(*state, cases, N_OF(cases))
#define A "<mi>a</mi>"
#define B "<mi>b</mi>"
#define C "<mi>c</mi>"
#define O(sign) "<mo>" sign "</mo>"
#define FRAC "<mfrac>" A B "</mfrac>"
#define TABLE "<mtable><mtr><mtd>" A "</mtd></mtr></mtable>"

static void letters_have_variants(void **state) {
    static const char *const CASES[][2] = {
        {"<mi mathvariant=bold-italic>a</mi>", "\\boldsymbol{a}"},
        {"<mi mathvariant=bold-script>a</mi>", "\\mathcal{a}"},
        {"<mi mathvariant=sans-serif>a</mi>", "\\mathsf{a}"},
        {"<mi mathvariant=monospace>a</mi>", "\\mathtt{a}"},
        {"<mi mathvariant=italic>a</mi>", "a"},
        {"<mi mathvariant=italic>ab</mi>", "ab"},
        {"<mi>ab</mi>", "\\mathrm{ab}"},
        {"<mi mathvariant=normal>ab</mi>", "\\mathrm{ab}"},
        {"<mi mathvariant=bold>ab</mi>", "\\mathbf{ab}"},
        {"<mi mathvariant=normal>&Gamma;</mi>", "\\Gamma"},
        {"<mi mathvariant=bold>&Gamma;</mi>", "\\boldsymbol{\\Gamma}"},
        {"<mi>&#8734;</mi>", "\\infty"},
        {"<mi mathvariant=bold>&#8734;</mi>", "\\infty"},
        {"<mi></mi>", ""},
        {"<mn mathvariant=bold>1</mn>", "\\mathbf{1}"},
        {"<mn mathvariant=normal>1</mn>", "1"},
        {"<msup><mn>10</mn>" A "</msup>", "10^{a}"},
        {"<msup><mi mathvariant=italic>ab</mi><mn>2</mn></msup>", "{ab}^{2}"},
        {"<msup><mi>ab</mi><mn>2</mn></msup>", "\\mathrm{ab}^{2}"},
        {"<mi mathvariant=italic>&alpha;b</mi>", "\\alpha b"},
        {"<mtext> </mtext>", "\\"},
        {A "<mtext> </mtext>" B, "a\\ b"},
        {A "<mtext></mtext>" B, "ab"},
        {"<mtext> a  b </mtext>", "\\text{ a b }"},
        {A "<mo>mod</mo>" B, "a\\operatorname{mod}b"},
        {A "<mo>==</mo>" B, "a == b"},
        {A "<mspace/>" B, "ab"},
    };
    CHECK_MATH(CASES);
}

static void fences_and_space(void **state) {
    static const char *const CASES[][2] = {
        /* fences grow in pairs, around something tall */
        {O("(") FRAC O(")"), "\\left(\\frac{a}{b}\\right)"},
        {O("(") A O(")") FRAC, "(a)\\frac{a}{b}"},
        {FRAC O("(") A O(")"), "\\frac{a}{b}(a)"},
        {O("(") O("(") A O(")") FRAC O(")"), "\\left((a)\\frac{a}{b}\\right)"},
        {O("(") O("[") FRAC O("]") O(")"), "\\left(\\left[\\frac{a}{b}\\right]\\right)"},
        {O(")") FRAC O("("), ")\\frac{a}{b}("},
        {O("|") FRAC O("|"), "\\left|\\frac{a}{b}\\right|"},
        {O("|") FRAC O("|") A O("|"), "|\\frac{a}{b}|a|"},
        {O("|") A O("|") FRAC, "|a|\\frac{a}{b}"},
        {O("|") FRAC, "|\\frac{a}{b}"},
        {O("(") "<msqrt>" FRAC "</msqrt>" O(")"), "\\left(\\sqrt{\\frac{a}{b}}\\right)"},
        {O("(") "<msqrt>" A "</msqrt>" O(")"), "(\\sqrt{a})"},
        {O("(") "<munder>" O("&sum;") A "</munder>" B O(")"), "\\left(\\sum_{a} b\\right)"},
        /* space around relations, and around signs between two operands */
        {A O("+") B, "a + b"},
        {O("+") A, "+a"},
        {A O("=") O("-") B, "a = -b"},
        {A O("+") O("-") B, "a + -b"},
        {O("(") O("-") A O(")") O("-") B, "(-a) - b"},
        {A O(",") B, "a, b"},
        {O("&sum;") A, "\\sum a"},
        {"<mi>sin</mi>" O("-") A, "\\sin - a"},
        {"<mi>&alpha;</mi>" A, "\\alpha a"},
        {"<mi>&alpha;</mi><mn>1</mn>", "\\alpha1"},
    };
    CHECK_MATH(CASES);
}

static void tables_and_binomials(void **state) {
    static const char *const CASES[][2] = {
        {O("(") TABLE O(")"), "\\begin{pmatrix} a \\end{pmatrix}"},
        {O("{") TABLE O("}"), "\\begin{Bmatrix} a \\end{Bmatrix}"},
        {O("&#x2016;") TABLE O("&#x2016;"), "\\begin{Vmatrix} a \\end{Vmatrix}"},
        {O("{") TABLE, "\\begin{cases} a \\end{cases}"},
        {O("(") TABLE O("]"), "\\left(\\begin{matrix} a \\end{matrix}\\right]"},
        {TABLE A, "\\begin{matrix} a \\end{matrix}a"},
        {TABLE, "a"},
        {"<mtable><mtr></mtr></mtable>", ""},
        {"<mtable><mlabeledtr></mlabeledtr></mtable>", ""},
        {"<mtable><mlabeledtr><mtd>1</mtd><mtd>" A "</mtd><mtd>" B "</mtd></mlabeledtr></mtable>",
         "\\begin{aligned} a & b \\end{aligned}"},
        {"<mfrac linethickness=0>" A B "</mfrac>", "\\genfrac{}{}{0pt}{}{a}{b}"},
        {"<mfrac linethickness=1>" A B "</mfrac>", "\\frac{a}{b}"},
        {"<mfrac linethickness=''>" A B "</mfrac>", "\\frac{a}{b}"},
        {O("(") "<mfrac linethickness=0pt>" A B "</mfrac>" O(")"), "\\binom{a}{b}"},
        {O("[") "<mfrac linethickness=0>" A B "</mfrac>" O("]"),
         "\\left[\\genfrac{}{}{0pt}{}{a}{b}\\right]"},
        {"<mfrac linethickness=0>" A B "</mfrac>" O(")"), "\\genfrac{}{}{0pt}{}{a}{b})"},
        {O("(") "<mfrac linethickness=0>" A B "</mfrac>", "(\\genfrac{}{}{0pt}{}{a}{b}"},
    };
    CHECK_MATH(CASES);
}

static void scripts_and_groups(void **state) {
    static const char *const CASES[][2] = {
        {"<msub><msub>" A B "</msub>" C "</msub>", "{a_{b}}_{c}"},
        {"<msub><msup>" A B "</msup>" C "</msub>", "a^{b}_{c}"},
        {"<msubsup><msub>" A B "</msub>" C C "</msubsup>", "{a_{b}}_{c}^{c}"},
        {"<msup>" A O("&#x2032;") "</msup>", "a'"},
        {"<msub>" A O("&#x2032;") "</msub>", "a_{'}"},
        {"<msup>" A "<mi></mi></msup>", "a"},
        {"<msubsup>" A "<mi></mi>" B "</msubsup>", "a^{b}"},
        {"<munderover>" A B C "</munderover>", "\\overset{c}{\\underset{b}{a}}"},
        {"<munder>" A "<mi></mi></munder>", "a"},
        {"<munder>" A O("~") "</munder>", "\\utilde{a}"},
        {"<mover>" O("&rarr;") A "</mover>", "\\xrightarrow{a}"},
        {"<mover>" O("&larr;") A "</mover>", "\\xleftarrow{a}"},
        {"<munder>" O("&rarr;") A "</munder>", "\\underset{a}{\\to}"},
        {"<munder><munder>" A O("&#x23B5;") "</munder>" B "</munder>", "\\underbracket{a}_{b}"},
        {"<mover><mover>" A O("&#x203E;") "</mover>" B "</mover>", "\\overset{b}{\\overline{a}}"},
        {"<mroot>" A "</mroot>", "\\sqrt{a}"},
        {"<mmultiscripts>" A B "</mmultiscripts>", "a_{b}"},
        {"<mmultiscripts>" A "<none/>" B "</mmultiscripts>", "a^{b}"},
        {"<mmultiscripts>" A "<mprescripts/>" B "</mmultiscripts>", "{}_{b}a"},
        {"<mmultiscripts>" A "<mprescripts/>" B C B C "</mmultiscripts>", "{}_{b}^{c}{}_{b}^{c}a"},
        {"<mmultiscripts></mmultiscripts>", ""},
        {"<mfenced>" A "</mfenced>", "(a)"},
        {"<mfenced></mfenced>", "()"},
        {"<mfenced separators=''>" A B "</mfenced>", "(ab)"},
        {"<mfenced separators='|;'>" A B C C "</mfenced>", "(a|b; c; c)"},
        {"<mfenced open='' close=']'>" A "</mfenced>", "a]"},
        {"<mfenced open='&lt;' close='&gt;'>" A "</mfenced>", "<a>"},
        {"<menclose notation=radical>" A "</menclose>", "\\sqrt{a}"},
        {"<menclose notation=bottom>" A "</menclose>", "\\underline{a}"},
        {"<menclose notation=roundedbox>" A "</menclose>", "\\boxed{a}"},
        {"<menclose notation=updiagonalstrike>" A "</menclose>", "\\cancel{a}"},
        {"<menclose notation=downdiagonalstrike>" A "</menclose>", "\\bcancel{a}"},
        {"<menclose notation='top bottom'>" A "</menclose>", "a"},
        {"<maction></maction>" B, "b"},
    };
    CHECK_MATH(CASES);
}

static size_t count(struct str text, struct str part) {
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++)
        n += str_has_at(text, i, part);
    return n;
}

/* Elements up to 64 levels deep are laid out, with <math> itself, and fences up to 32 deep grow. */
static void depths_have_limits(void **state) {
    static const struct {
        const char *open;
        size_t n;
        const char *inner, *part;
        size_t n_parts;
    } CASES[] = {
        {"<msqrt>", 63, A, "\\sqrt{", 63},
        {"<msqrt>", 64, A, "\\sqrt{", 63},
        {"<mo>(</mo>", 32, FRAC "<mo>)</mo>", "\\left(", 1},
        {"<mo>(</mo>", 33, FRAC "<mo>)</mo>", "\\left(", 0},
    };
    for (volatile size_t i = 0; i < N_OF(CASES); i++) {
        struct page math = {0};
        ARM((struct arena *)*state);
        add_times(&math, CASES[i].open, CASES[i].n);
        add(&math, CASES[i].inner);
        append(&math, "", 1);
        size_t n = count(tex_of(*state, math.at), str_of(CASES[i].part));
        free(math.at);
        if (n != CASES[i].n_parts)
            fail_msg("%s %zu: %zu", CASES[i].open, CASES[i].n, n);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(formulas_in_mathml),
        ARENA_TEST(formulas_in_attributes),
        ARENA_TEST(formulas_as_images),
        ARENA_TEST(formulas_in_elements),
        ARENA_TEST(elements_are_searched_a_few_times),
        ARENA_TEST(renderings_precede_their_script),
        ARENA_TEST(formulas_in_addresses),
        ARENA_TEST(letters_have_variants),
        ARENA_TEST(fences_and_space),
        ARENA_TEST(tables_and_binomials),
        ARENA_TEST(scripts_and_groups),
        ARENA_TEST(depths_have_limits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
