/*
 * MathML to TeX: the result for each element, operator and letter.
 */
#include "cut_page.h"

#include <stdio.h>

#include "page/formula/mathml.h"

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

struct math_case {
    const char *math, *tex;
};

static void check(struct arena *arena, const struct math_case *cases, size_t n) {
    ARM(arena);
    for (size_t i = 0; i < n; i++)
        assert_str(tex_of(arena, cases[i].math), str_of(cases[i].tex));
}

#define X_ "<mi>x</mi>"
#define Y_ "<mi>y</mi>"
#define N_ "<mi>n</mi>"
#define EQ "<mo>=</mo>"
#define PLUS "<mo>+</mo>"
#define ROW(a) "<mrow>" a "</mrow>"
#define FRAC(a, b) "<mfrac>" a b "</mfrac>"
#define SUP(a, b) "<msup>" a b "</msup>"
#define SUB(a, b) "<msub>" a b "</msub>"
#define TABLE(rows) "<mtable>" rows "</mtable>"
#define TR(cells) "<mtr>" cells "</mtr>"
#define TD(cell) "<mtd>" cell "</mtd>"
#define TWO_BY_TWO                                                                                 \
    TABLE(TR(TD("<mi>a</mi>") TD("<mi>b</mi>")) TR(TD("<mi>c</mi>") TD("<mi>d</mi>")))

static void tokens(void **state) {
    static const struct math_case cases[] = {
        {X_, "x"},
        {"<mn>3.14</mn>", "3.14"},
        {"<mi>&#945;</mi>", "\\alpha"},
        {"<mi>&Gamma;</mi>", "\\Gamma"},
        {"<mi>sin</mi>" X_, "\\sin x"},
        {"<mi>sin</mi><mo>&#x2061;</mo><mo>(</mo>" X_ "<mo>)</mo>", "\\sin(x)"},
        {"<mi>log</mi><mn>2</mn>", "\\log2"},
        {"<mi>rank</mi><mi>A</mi>", "\\mathrm{rank}A"},
        {"<mo>lcm</mo><mo>(</mo>" X_ "<mo>)</mo>", "\\operatorname{lcm}(x)"},
        {"<mi mathvariant='normal'>d</mi>" X_, "\\mathrm{d}x"},
        {"<mi mathvariant='bold'>v</mi>", "\\mathbf{v}"},
        {"<mi mathvariant='double-struck'>R</mi>", "\\mathbb{R}"},
        {"<mi mathvariant='script'>L</mi>", "\\mathcal{L}"},
        {"<mi mathvariant='fraktur'>g</mi>", "\\mathfrak{g}"},
        {"<mi>&#x211D;</mi>", "\\mathbb{R}"},
        {"<mi>&#x1D538;</mi>", "\\mathbb{A}"},
        {"<mi>&#x1D431;</mi>", "\\mathbf{x}"},
        {"<mi>&#x1D465;</mi>", "x"},
        {"<mi>&#x1D6C2;</mi>", "\\boldsymbol{\\alpha}"},
        {"<mn>&#x1D7CF;</mn>", "\\mathbf{1}"},
        {"<mtext>if </mtext>" X_, "\\text{if }x"},
        {"<mtext>50% off_x</mtext>", "\\text{50\\% off\\_x}"},
        {"<ms>a</ms>", "\\text{a}"},
        {"<mi>&#x221E;</mi>", "\\infty"},
        {"<mn>50</mn><mo>%</mo>", "50\\%"},
        {"<mi>\xD0\xB6</mi>", "\xD0\xB6"},
        {"<mi> x </mi>", "x"},
    };
    check(*state, cases, N_OF(cases));
}

/* Functions, those that take limits under them, and the space after them. */
static void functions(void **state) {
    static const char *const LIMITS[] = {"lim", "liminf", "limsup", "max", "min",
                                         "sup", "inf",    "det",    "gcd", "Pr"};
    static const char *const OTHERS[] = {
        "sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh",   "coth",   "log",
        "ln",  "lg",  "exp", "dim", "ker", "deg", "hom",  "arg",  "arcsin", "arccos", "arctan"};
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(LIMITS) + N_OF(OTHERS); i++) {
        const char *name = i < N_OF(LIMITS) ? LIMITS[i] : OTHERS[i - N_OF(LIMITS)];
        char math[100], tex[60];
        snprintf(math, sizeof math, "<munder><mi>%s</mi>" X_ "</munder>", name);
        snprintf(tex, sizeof tex, i < N_OF(LIMITS) ? "\\%s_{x}" : "\\underset{x}{\\%s}", name);
        assert_str(tex_of(*state, math), str_of(tex));
    }
}

static void operators(void **state) {
    static const struct math_case cases[] = {
        {X_ EQ Y_, "x = y"},
        {X_ PLUS "<mn>1</mn>", "x + 1"},
        {"<mo>-</mo>" X_, "-x"},
        {"<mo>&#x2212;</mo><mn>1</mn>" EQ X_, "-1 = x"},
        {X_ "<mo>&lt;</mo>" Y_, "x < y"},
        {X_ "<mo>&#x2264;</mo>" Y_, "x \\leq y"},
        {X_ "<mo>&#x2260;</mo>" Y_, "x \\neq y"},
        {X_ "<mo>&#x2208;</mo><mi>A</mi>", "x \\in A"},
        {X_ "<mo>&#x2192;</mo><mn>0</mn>", "x \\to 0"},
        {"<mi>A</mi><mo>&#x21D2;</mo><mi>B</mi>", "A \\Rightarrow B"},
        {X_ "<mo>&#x2062;</mo>" Y_, "xy"},
        {X_ "<mo>&#x22C5;</mo>" Y_, "x \\cdot y"},
        {"<mn>2</mn><mo>&#xD7;</mo><mn>3</mn>", "2 \\times 3"},
        {"<mo>&#x2200;</mo>" X_, "\\forall x"},
        {"<mo>&#x2202;</mo>" X_, "\\partial x"},
        {"<mo>{</mo>" X_ "<mo>|</mo>" X_ "<mo>></mo><mn>0</mn><mo>}</mo>", "\\{x|x > 0\\}"},
        {"<mo>&#x230A;</mo>" X_ "<mo>&#x230B;</mo>", "\\lfloor x\\rfloor"},
        {"<mi>f</mi><mo>(</mo>" X_ "<mo>,</mo>" Y_ "<mo>)</mo>", "f(x, y)"},
        {"<mn>1</mn><mo>,</mo><mo>&#x2026;</mo><mo>,</mo>" N_, "1, \\ldots, n"},
        {X_ "<mo>:=</mo>" Y_, "x := y"},
    };
    check(*state, cases, N_OF(cases));
}

static void scripts(void **state) {
    static const struct math_case cases[] = {
        {SUP(X_, "<mn>2</mn>"), "x^{2}"},
        {SUB(X_, "<mi>i</mi>"), "x_{i}"},
        {"<msubsup>" X_ "<mi>i</mi><mn>2</mn></msubsup>", "x_{i}^{2}"},
        {SUP(ROW(X_ PLUS Y_), "<mn>2</mn>"), "{x + y}^{2}"},
        {SUP(ROW("<mo>(</mo>" X_ PLUS Y_ "<mo>)</mo>"), "<mn>2</mn>"), "(x + y)^{2}"},
        {SUP(SUP(X_, "<mn>2</mn>"), "<mn>3</mn>"), "{x^{2}}^{3}"},
        {SUP(SUB(X_, "<mi>i</mi>"), "<mn>2</mn>"), "x_{i}^{2}"},
        {SUP("<mi>e</mi>", ROW("<mo>-</mo>" SUP("<mi>t</mi>", "<mn>2</mn>"))), "e^{-t^{2}}"},
        {SUP("<mi>f</mi>", "<mo>&#x2032;</mo>"), "f'"},
        {SUP("<mn>90</mn>", "<mo>&#xB0;</mo>"), "90^{\\circ}"},
        {"<mmultiscripts><mi>C</mi><mi>k</mi><none/><mprescripts/>" N_ "<none/></mmultiscripts>",
         "{}_{n}C_{k}"},
        {"<mmultiscripts><mi>U</mi><mprescripts/><mn>92</mn><mn>235</mn></mmultiscripts>",
         "{}_{92}^{235}U"},
        {"<mmultiscripts><mi>R</mi><mi>i</mi><mi>j</mi><mi>k</mi><none/></mmultiscripts>",
         "R_{i}^{j}{}_{k}"},
    };
    check(*state, cases, N_OF(cases));
}

static void fractions_and_roots(void **state) {
    static const struct math_case cases[] = {
        {FRAC("<mi>a</mi>", "<mi>b</mi>"), "\\frac{a}{b}"},
        {FRAC(ROW(X_ PLUS "<mn>1</mn>"), FRAC("<mn>1</mn>", "<mn>2</mn>")),
         "\\frac{x + 1}{\\frac{1}{2}}"},
        {"<msqrt>" X_ "</msqrt>", "\\sqrt{x}"},
        {"<msqrt>" SUP(X_, "<mn>2</mn>") PLUS Y_ "</msqrt>", "\\sqrt{x^{2} + y}"},
        {"<mroot><mn>8</mn><mn>3</mn></mroot>", "\\sqrt[3]{8}"},
        {"<mo>(</mo><mfrac linethickness='0'>" N_ "<mi>k</mi></mfrac><mo>)</mo>", "\\binom{n}{k}"},
        {"<mo>(</mo>" FRAC("<mi>a</mi>", "<mi>b</mi>") "<mo>)</mo>", "\\left(\\frac{a}{b}\\right)"},
        {"<mo>(</mo>" FRAC("<mi>a</mi>", "<mi>b</mi>") "<mo>)</mo><mo>(</mo>" X_ "<mo>)</mo>",
         "\\left(\\frac{a}{b}\\right)(x)"},
        {"<mo>|</mo>" FRAC("<mi>a</mi>", "<mi>b</mi>") "<mo>|</mo>", "\\left|\\frac{a}{b}\\right|"},
        {"<mo>(</mo>" FRAC("<mi>a</mi>", "<mi>b</mi>"), "(\\frac{a}{b}"},
    };
    check(*state, cases, N_OF(cases));
}

#define SUM "<mo>&#x2211;</mo>"

static void limits_and_accents(void **state) {
    static const struct math_case cases[] = {
        {"<munderover>" SUM ROW("<mi>i</mi>" EQ "<mn>0</mn>") N_ "</munderover>" X_,
         "\\sum_{i = 0}^{n} x"},
        {"<msubsup><mo>&#x222B;</mo><mn>0</mn><mn>1</mn></msubsup>" X_ "<mi>d</mi>" X_,
         "\\int_{0}^{1} xdx"},
        {"<munder><mo>lim</mo>" ROW(X_ "<mo>&#x2192;</mo><mn>0</mn>") "</munder>" Y_,
         "\\lim_{x \\to 0} y"},
        {"<munder><mi>max</mi>" X_ "</munder>", "\\max_{x}"},
        {"<munder>" SUM "<mi>i</mi></munder>", "\\sum_{i}"},
        {"<mover>" X_ "<mo>^</mo></mover>", "\\hat{x}"},
        {"<mover>" ROW(X_ Y_) "<mo>^</mo></mover>", "\\widehat{xy}"},
        {"<mover>" X_ "<mo>&#xAF;</mo></mover>", "\\bar{x}"},
        {"<mover>" ROW(X_ Y_) "<mo>&#xAF;</mo></mover>", "\\overline{xy}"},
        {"<mover><mi>F</mi><mo>&#x2192;</mo></mover>", "\\vec{F}"},
        {"<mover><mi>a</mi><mo>~</mo></mover>", "\\tilde{a}"},
        {"<mover><mi>a</mi><mo>&#x2D9;</mo></mover>", "\\dot{a}"},
        {"<mover><mi>a</mi><mo>&#xA8;</mo></mover>", "\\ddot{a}"},
        {"<munder>" X_ "<mo>_</mo></munder>", "\\underline{x}"},
        {"<munder><munder>" ROW(X_ PLUS Y_) "<mo>&#x23DF;</mo></munder><mi>n</mi></munder>",
         "\\underbrace{x + y}_{n}"},
        {"<mover><mover>" ROW(X_ PLUS Y_) "<mo>&#x23DE;</mo></mover>" N_ "</mover>",
         "\\overbrace{x + y}^{n}"},
        {"<mover><mo>&#x2192;</mo><mi>f</mi></mover>", "\\xrightarrow{f}"},
        {X_ "<mover><mo>=</mo><mtext>def</mtext></mover>" Y_, "x \\overset{\\text{def}}{=} y"},
        {"<munder>" X_ Y_ "</munder>", "\\underset{y}{x}"},
    };
    check(*state, cases, N_OF(cases));
}

/* Each sign over one letter, over two, and under; "" if it is not a command there. */
static void accents(void **state) {
    static const struct {
        uint32_t sign;
        const char *over, *wide, *under;
    } ACCENTS[] = {
        {'^', "\\hat", "\\widehat", ""},
        {0x02C6, "\\hat", "\\widehat", ""},
        {0x0302, "\\hat", "\\widehat", ""},
        {'~', "\\tilde", "\\widetilde", "\\utilde"},
        {0x02DC, "\\tilde", "\\widetilde", "\\utilde"},
        {0x223C, "\\tilde", "\\widetilde", "\\utilde"},
        {0x0303, "\\tilde", "\\widetilde", ""},
        {0x00AF, "\\bar", "\\overline", "\\underline"},
        {0x02C9, "\\bar", "\\overline", "\\underline"},
        {0x0304, "\\bar", "\\overline", ""},
        {0x203E, "\\overline", "\\overline", "\\underline"},
        {0x2015, "\\overline", "\\overline", "\\underline"},
        {0x2500, "\\overline", "\\overline", "\\underline"},
        {0x0332, "\\underline", "\\underline", "\\underline"},
        {'_', "\\overline", "\\overline", "\\underline"},
        {'-', "\\bar", "\\overline", "\\underline"},
        {0x2192, "\\vec", "\\overrightarrow", "\\underrightarrow"},
        {0x20D7, "\\vec", "\\overrightarrow", ""},
        {0x2190, "\\overleftarrow", "\\overleftarrow", "\\underleftarrow"},
        {0x2194, "\\overleftrightarrow", "\\overleftrightarrow", "\\underleftrightarrow"},
        {0x02D9, "\\dot", "\\dot", ""},
        {'.', "\\dot", "\\dot", ""},
        {0x0307, "\\dot", "\\dot", ""},
        {0x00A8, "\\ddot", "\\ddot", ""},
        {0x0308, "\\ddot", "\\ddot", ""},
        {0x20DB, "\\dddot", "\\dddot", ""},
        {0x02C7, "\\check", "\\check", ""},
        {0x02D8, "\\breve", "\\breve", ""},
        {0x00B4, "\\acute", "\\acute", ""},
        {0x0060, "\\grave", "\\grave", ""},
        {0x02DA, "\\mathring", "\\mathring", ""},
        {0x23DE, "\\overbrace", "\\overbrace", ""},
        {0xFE37, "\\overbrace", "\\overbrace", ""},
        {0x23DF, "", "", "\\underbrace"},
        {0xFE38, "", "", "\\underbrace"},
        {0x23B4, "\\overbracket", "\\overbracket", ""},
        {0x23B5, "", "", "\\underbracket"},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(ACCENTS); i++) {
        const char *const COMMANDS[] = {ACCENTS[i].over, ACCENTS[i].wide, ACCENTS[i].under};
        for (size_t k = 0; k < N_OF(COMMANDS); k++) {
            const char *element = k == 2 ? "munder" : "mover", *base = k == 1 ? ROW(X_ Y_) : X_;
            char math[120], tex[60];
            snprintf(math, sizeof math, "<%s>%s<mo>&#%u;</mo></%s>", element, base,
                     (unsigned)ACCENTS[i].sign, element);
            snprintf(tex, sizeof tex, "%s{%s}", COMMANDS[k], k == 1 ? "xy" : "x");
            struct str got = tex_of(*state, math);
            bool is_set = str_starts_with(got, k == 2 ? STR("\\underset{") : STR("\\overset{"));
            if (COMMANDS[k][0] ? !str_equals(got, str_of(tex)) : !is_set)
                fail_msg("%s: %.*s", math, (int)got.len, got.at);
        }
    }
}

static void enclosures(void **state) {
    static const char *const NOTATIONS[][2] = {
        {"radical", "\\sqrt{x}"},
        {"top", "\\overline{x}"},
        {"bottom", "\\underline{x}"},
        {"box", "\\boxed{x}"},
        {"roundedbox", "\\boxed{x}"},
        {"horizontalstrike", "\\cancel{x}"},
        {"updiagonalstrike", "\\cancel{x}"},
        {"downdiagonalstrike", "\\bcancel{x}"},
        {"boat", "x"},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(NOTATIONS); i++) {
        char math[100];
        snprintf(math, sizeof math, "<menclose notation='%s'>" X_ "</menclose>", NOTATIONS[i][0]);
        struct str got = tex_of(*state, math);
        if (!str_equals(got, str_of(NOTATIONS[i][1])))
            fail_msg("%s: %.*s", NOTATIONS[i][0], (int)got.len, got.at);
    }
}

static void matrices(void **state) {
    static const struct math_case cases[] = {
        {"<mo>(</mo>" TWO_BY_TWO "<mo>)</mo>", "\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}"},
        {"<mo>[</mo>" TWO_BY_TWO "<mo>]</mo>", "\\begin{bmatrix} a & b \\\\ c & d \\end{bmatrix}"},
        {"<mo>|</mo>" TWO_BY_TWO "<mo>|</mo>", "\\begin{vmatrix} a & b \\\\ c & d \\end{vmatrix}"},
        {X_ EQ TWO_BY_TWO, "x = \\begin{matrix} a & b \\\\ c & d \\end{matrix}"},
        {X_ EQ "<mo>{</mo>" TWO_BY_TWO, "x = \\begin{cases} a & b \\\\ c & d \\end{cases}"},
        {"<mfenced open='[' close=']'>" TWO_BY_TWO "</mfenced>",
         "\\begin{bmatrix} a & b \\\\ c & d \\end{bmatrix}"},
        {TABLE(TR(TD(X_) TD(EQ Y_)) TR(TD(Y_) TD(EQ N_))),
         "\\begin{aligned} x & = y \\\\ y & = n \\end{aligned}"},
        {TABLE(TR(TD(X_)) TR(TD(Y_))), "\\begin{gathered} x \\\\ y \\end{gathered}"},
        {TABLE("<mlabeledtr>" TD("<mtext>(1)</mtext>") TD(X_) "</mlabeledtr>"), "x"},
    };
    check(*state, cases, N_OF(cases));
}

static void groups_and_other_forms(void **state) {
    static const struct math_case cases[] = {
        {"<mfenced>" X_ Y_ "</mfenced>", "(x, y)"},
        {"<mfenced separators=';|'>" X_ Y_ X_ Y_ "</mfenced>", "(x; y|x|y)"},
        {"<mfenced separators='&#x101B;'>" X_ Y_ X_ "</mfenced>", "(x\xE1\x80\x9By\xE1\x80\x9Bx)"},
        {"<mi>f</mi><mfenced open='|' close='|'>" X_ "</mfenced>", "f|x|"},
        {"<mstyle displaystyle='true'>" X_ "</mstyle>", "x"},
        {"<mpadded>" X_ "<mspace width='1em'/></mpadded>", "x"},
        {"<mphantom>" X_ "</mphantom>", "\\phantom{x}"},
        {"<menclose notation='box'>" X_ "</menclose>", "\\boxed{x}"},
        {"<menclose notation='top'>" X_ Y_ "</menclose>", "\\overline{xy}"},
        {"<maction>" X_ Y_ "</maction>", "x"},
        {"<semantics>" ROW(X_ EQ Y_) "<annotation encoding='StarMath'>q</annotation></semantics>",
         "x = y"},
        {"<merror><mtext>no</mtext></merror>", "\\text{no}"},
        {"", ""},
        {"<mrow></mrow>", ""},
        {"<mfrac>" X_ "</mfrac>", "\\frac{x}{}"},
        {"<msup></msup>", ""},
    };
    check(*state, cases, N_OF(cases));
}

/* Nested deeper than any formula: the innermost is still there, and it is fast. */
static void deep_nesting_ends(void **state) {
    ARM((struct arena *)*state);
    struct buffer math;
    buffer_init(&math, *state);
    for (int i = 0; i < 400; i++)
        buffer_append(&math, STR("<msqrt>"));
    buffer_append(&math, STR("<mi>x</mi>"));
    buffer_append_byte(&math, '\0');
    struct str tex = tex_of(*state, math.data);
    assert_true(str_holds(tex, STR("\\sqrt{x}")));
    assert_true(tex.len < 1000);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(tokens),
        ARENA_TEST(operators),
        ARENA_TEST(functions),
        ARENA_TEST(scripts),
        ARENA_TEST(fractions_and_roots),
        ARENA_TEST(limits_and_accents),
        ARENA_TEST(matrices),
        ARENA_TEST(enclosures),
        ARENA_TEST(accents),
        ARENA_TEST(groups_and_other_forms),
        ARENA_TEST(deep_nesting_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
