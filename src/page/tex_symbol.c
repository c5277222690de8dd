/*
 * Converts characters to TeX; see tex_symbol.h.
 */
#include "page/tex_symbol.h"

#include "base/utf8.h"

struct symbol {
    uint32_t c;
    uint32_t class; /* enum tex_class */
    struct str tex;
};

/* In order, for a binary search. */
static const struct symbol SYMBOLS[] = {
    {0x0021, TEX_ORDINARY, STR_INIT("!")},
    {0x0023, TEX_ORDINARY, STR_INIT("\\#")},
    {0x0024, TEX_ORDINARY, STR_INIT("\\$")},
    {0x0025, TEX_ORDINARY, STR_INIT("\\%")},
    {0x0026, TEX_ORDINARY, STR_INIT("\\&")},
    {0x0027, TEX_ORDINARY, STR_INIT("'")},
    {0x0028, TEX_OPEN, STR_INIT("(")},
    {0x0029, TEX_CLOSE, STR_INIT(")")},
    {0x002A, TEX_BINARY, STR_INIT("*")},
    {0x002B, TEX_BINARY, STR_INIT("+")},
    {0x002C, TEX_PUNCTUATION, STR_INIT(",")},
    {0x002D, TEX_BINARY, STR_INIT("-")},
    {0x002E, TEX_ORDINARY, STR_INIT(".")},
    {0x002F, TEX_ORDINARY, STR_INIT("/")},
    {0x003A, TEX_RELATION, STR_INIT(":")},
    {0x003B, TEX_PUNCTUATION, STR_INIT(";")},
    {0x003C, TEX_RELATION, STR_INIT("<")},
    {0x003D, TEX_RELATION, STR_INIT("=")},
    {0x003E, TEX_RELATION, STR_INIT(">")},
    {0x003F, TEX_ORDINARY, STR_INIT("?")},
    {0x0040, TEX_ORDINARY, STR_INIT("@")},
    {0x004B, TEX_ORDINARY, STR_INIT("K")},
    {0x005B, TEX_OPEN, STR_INIT("[")},
    {0x005C, TEX_ORDINARY, STR_INIT("\\backslash")},
    {0x005D, TEX_CLOSE, STR_INIT("]")},
    {0x005E, TEX_ORDINARY, STR_INIT("\\hat{}")},
    {0x005F, TEX_ORDINARY, STR_INIT("\\_")},
    {0x0060, TEX_ORDINARY, STR_INIT("\\grave{}")},
    {0x007B, TEX_OPEN, STR_INIT("\\{")},
    {0x007C, TEX_FENCE, STR_INIT("|")},
    {0x007D, TEX_CLOSE, STR_INIT("\\}")},
    {0x007E, TEX_RELATION, STR_INIT("\\sim")},
    {0x00A3, TEX_ORDINARY, STR_INIT("\\pounds")},
    {0x00A7, TEX_ORDINARY, STR_INIT("\\S")},
    {0x00AC, TEX_ORDINARY, STR_INIT("\\neg")},
    {0x00AD, TEX_NOTHING, STR_INIT("")},
    {0x00B0, TEX_ORDINARY, STR_INIT("^{\\circ}")},
    {0x00B1, TEX_BINARY, STR_INIT("\\pm")},
    {0x00B5, TEX_ORDINARY, STR_INIT("\\mu")},
    {0x00B6, TEX_ORDINARY, STR_INIT("\\P")},
    {0x00B7, TEX_BINARY, STR_INIT("\\cdot")},
    {0x00C5, TEX_ORDINARY, STR_INIT("\\mathring{A}")},
    {0x00D7, TEX_BINARY, STR_INIT("\\times")},
    {0x00F0, TEX_ORDINARY, STR_INIT("\\eth")},
    {0x00F7, TEX_BINARY, STR_INIT("\\div")},
    {0x0131, TEX_ORDINARY, STR_INIT("\\imath")},
    {0x0237, TEX_ORDINARY, STR_INIT("\\jmath")},
    {0x0391, TEX_ORDINARY, STR_INIT("A")},
    {0x0392, TEX_ORDINARY, STR_INIT("B")},
    {0x0393, TEX_ORDINARY, STR_INIT("\\Gamma")},
    {0x0394, TEX_ORDINARY, STR_INIT("\\Delta")},
    {0x0395, TEX_ORDINARY, STR_INIT("E")},
    {0x0396, TEX_ORDINARY, STR_INIT("Z")},
    {0x0397, TEX_ORDINARY, STR_INIT("H")},
    {0x0398, TEX_ORDINARY, STR_INIT("\\Theta")},
    {0x0399, TEX_ORDINARY, STR_INIT("I")},
    {0x039A, TEX_ORDINARY, STR_INIT("K")},
    {0x039B, TEX_ORDINARY, STR_INIT("\\Lambda")},
    {0x039C, TEX_ORDINARY, STR_INIT("M")},
    {0x039D, TEX_ORDINARY, STR_INIT("N")},
    {0x039E, TEX_ORDINARY, STR_INIT("\\Xi")},
    {0x039F, TEX_ORDINARY, STR_INIT("O")},
    {0x03A0, TEX_ORDINARY, STR_INIT("\\Pi")},
    {0x03A1, TEX_ORDINARY, STR_INIT("P")},
    {0x03A3, TEX_ORDINARY, STR_INIT("\\Sigma")},
    {0x03A4, TEX_ORDINARY, STR_INIT("T")},
    {0x03A5, TEX_ORDINARY, STR_INIT("\\Upsilon")},
    {0x03A6, TEX_ORDINARY, STR_INIT("\\Phi")},
    {0x03A7, TEX_ORDINARY, STR_INIT("X")},
    {0x03A8, TEX_ORDINARY, STR_INIT("\\Psi")},
    {0x03A9, TEX_ORDINARY, STR_INIT("\\Omega")},
    {0x03B1, TEX_ORDINARY, STR_INIT("\\alpha")},
    {0x03B2, TEX_ORDINARY, STR_INIT("\\beta")},
    {0x03B3, TEX_ORDINARY, STR_INIT("\\gamma")},
    {0x03B4, TEX_ORDINARY, STR_INIT("\\delta")},
    {0x03B5, TEX_ORDINARY, STR_INIT("\\varepsilon")},
    {0x03B6, TEX_ORDINARY, STR_INIT("\\zeta")},
    {0x03B7, TEX_ORDINARY, STR_INIT("\\eta")},
    {0x03B8, TEX_ORDINARY, STR_INIT("\\theta")},
    {0x03B9, TEX_ORDINARY, STR_INIT("\\iota")},
    {0x03BA, TEX_ORDINARY, STR_INIT("\\kappa")},
    {0x03BB, TEX_ORDINARY, STR_INIT("\\lambda")},
    {0x03BC, TEX_ORDINARY, STR_INIT("\\mu")},
    {0x03BD, TEX_ORDINARY, STR_INIT("\\nu")},
    {0x03BE, TEX_ORDINARY, STR_INIT("\\xi")},
    {0x03BF, TEX_ORDINARY, STR_INIT("o")},
    {0x03C0, TEX_ORDINARY, STR_INIT("\\pi")},
    {0x03C1, TEX_ORDINARY, STR_INIT("\\rho")},
    {0x03C2, TEX_ORDINARY, STR_INIT("\\varsigma")},
    {0x03C3, TEX_ORDINARY, STR_INIT("\\sigma")},
    {0x03C4, TEX_ORDINARY, STR_INIT("\\tau")},
    {0x03C5, TEX_ORDINARY, STR_INIT("\\upsilon")},
    {0x03C6, TEX_ORDINARY, STR_INIT("\\varphi")},
    {0x03C7, TEX_ORDINARY, STR_INIT("\\chi")},
    {0x03C8, TEX_ORDINARY, STR_INIT("\\psi")},
    {0x03C9, TEX_ORDINARY, STR_INIT("\\omega")},
    {0x03D1, TEX_ORDINARY, STR_INIT("\\vartheta")},
    {0x03D5, TEX_ORDINARY, STR_INIT("\\phi")},
    {0x03D6, TEX_ORDINARY, STR_INIT("\\varpi")},
    {0x03F0, TEX_ORDINARY, STR_INIT("\\varkappa")},
    {0x03F1, TEX_ORDINARY, STR_INIT("\\varrho")},
    {0x03F4, TEX_ORDINARY, STR_INIT("\\Theta")},
    {0x03F5, TEX_ORDINARY, STR_INIT("\\epsilon")},
    {0x200B, TEX_NOTHING, STR_INIT("")},
    {0x2016, TEX_FENCE, STR_INIT("\\|")},
    {0x2020, TEX_BINARY, STR_INIT("\\dagger")},
    {0x2021, TEX_BINARY, STR_INIT("\\ddagger")},
    {0x2022, TEX_BINARY, STR_INIT("\\bullet")},
    {0x2026, TEX_ORDINARY, STR_INIT("\\ldots")},
    {0x2032, TEX_ORDINARY, STR_INIT("'")},
    {0x2033, TEX_ORDINARY, STR_INIT("''")},
    {0x2034, TEX_ORDINARY, STR_INIT("'''")},
    {0x2044, TEX_ORDINARY, STR_INIT("/")},
    {0x2060, TEX_NOTHING, STR_INIT("")},
    {0x2061, TEX_NOTHING, STR_INIT("")},
    {0x2062, TEX_NOTHING, STR_INIT("")},
    {0x2063, TEX_NOTHING, STR_INIT("")},
    {0x2064, TEX_NOTHING, STR_INIT("")},
    {0x2102, TEX_ORDINARY, STR_INIT("\\mathbb{C}")},
    {0x2103, TEX_ORDINARY, STR_INIT("^{\\circ}\\mathrm{C}")},
    {0x210A, TEX_ORDINARY, STR_INIT("g")},
    {0x210B, TEX_ORDINARY, STR_INIT("\\mathcal{H}")},
    {0x210C, TEX_ORDINARY, STR_INIT("\\mathfrak{H}")},
    {0x210D, TEX_ORDINARY, STR_INIT("\\mathbb{H}")},
    {0x210E, TEX_ORDINARY, STR_INIT("h")},
    {0x210F, TEX_ORDINARY, STR_INIT("\\hbar")},
    {0x2110, TEX_ORDINARY, STR_INIT("\\mathcal{I}")},
    {0x2111, TEX_ORDINARY, STR_INIT("\\Im")},
    {0x2112, TEX_ORDINARY, STR_INIT("\\mathcal{L}")},
    {0x2113, TEX_ORDINARY, STR_INIT("\\ell")},
    {0x2115, TEX_ORDINARY, STR_INIT("\\mathbb{N}")},
    {0x2118, TEX_ORDINARY, STR_INIT("\\wp")},
    {0x2119, TEX_ORDINARY, STR_INIT("\\mathbb{P}")},
    {0x211A, TEX_ORDINARY, STR_INIT("\\mathbb{Q}")},
    {0x211B, TEX_ORDINARY, STR_INIT("\\mathcal{R}")},
    {0x211C, TEX_ORDINARY, STR_INIT("\\Re")},
    {0x211D, TEX_ORDINARY, STR_INIT("\\mathbb{R}")},
    {0x2124, TEX_ORDINARY, STR_INIT("\\mathbb{Z}")},
    {0x2127, TEX_ORDINARY, STR_INIT("\\mho")},
    {0x2128, TEX_ORDINARY, STR_INIT("\\mathfrak{Z}")},
    {0x212C, TEX_ORDINARY, STR_INIT("\\mathcal{B}")},
    {0x212D, TEX_ORDINARY, STR_INIT("\\mathfrak{C}")},
    {0x212F, TEX_ORDINARY, STR_INIT("e")},
    {0x2130, TEX_ORDINARY, STR_INIT("\\mathcal{E}")},
    {0x2131, TEX_ORDINARY, STR_INIT("\\mathcal{F}")},
    {0x2133, TEX_ORDINARY, STR_INIT("\\mathcal{M}")},
    {0x2134, TEX_ORDINARY, STR_INIT("o")},
    {0x2135, TEX_ORDINARY, STR_INIT("\\aleph")},
    {0x2136, TEX_ORDINARY, STR_INIT("\\beth")},
    {0x2146, TEX_ORDINARY, STR_INIT("d")},
    {0x2147, TEX_ORDINARY, STR_INIT("e")},
    {0x2148, TEX_ORDINARY, STR_INIT("i")},
    {0x2190, TEX_ARROW, STR_INIT("\\leftarrow")},
    {0x2191, TEX_ARROW, STR_INIT("\\uparrow")},
    {0x2192, TEX_ARROW, STR_INIT("\\to")},
    {0x2193, TEX_ARROW, STR_INIT("\\downarrow")},
    {0x2194, TEX_ARROW, STR_INIT("\\leftrightarrow")},
    {0x2195, TEX_ARROW, STR_INIT("\\updownarrow")},
    {0x2196, TEX_ARROW, STR_INIT("\\nwarrow")},
    {0x2197, TEX_ARROW, STR_INIT("\\nearrow")},
    {0x2198, TEX_ARROW, STR_INIT("\\searrow")},
    {0x2199, TEX_ARROW, STR_INIT("\\swarrow")},
    {0x219B, TEX_ARROW, STR_INIT("\\nrightarrow")},
    {0x219D, TEX_ARROW, STR_INIT("\\leadsto")},
    {0x21A0, TEX_ARROW, STR_INIT("\\twoheadrightarrow")},
    {0x21A3, TEX_ARROW, STR_INIT("\\rightarrowtail")},
    {0x21A6, TEX_ARROW, STR_INIT("\\mapsto")},
    {0x21A9, TEX_ARROW, STR_INIT("\\hookleftarrow")},
    {0x21AA, TEX_ARROW, STR_INIT("\\hookrightarrow")},
    {0x21BC, TEX_ARROW, STR_INIT("\\leftharpoonup")},
    {0x21BD, TEX_ARROW, STR_INIT("\\leftharpoondown")},
    {0x21C0, TEX_ARROW, STR_INIT("\\rightharpoonup")},
    {0x21C1, TEX_ARROW, STR_INIT("\\rightharpoondown")},
    {0x21C4, TEX_ARROW, STR_INIT("\\rightleftarrows")},
    {0x21C6, TEX_ARROW, STR_INIT("\\leftrightarrows")},
    {0x21C9, TEX_ARROW, STR_INIT("\\rightrightarrows")},
    {0x21CB, TEX_ARROW, STR_INIT("\\leftrightharpoons")},
    {0x21CC, TEX_ARROW, STR_INIT("\\rightleftharpoons")},
    {0x21CF, TEX_ARROW, STR_INIT("\\nRightarrow")},
    {0x21D0, TEX_ARROW, STR_INIT("\\Leftarrow")},
    {0x21D1, TEX_ARROW, STR_INIT("\\Uparrow")},
    {0x21D2, TEX_ARROW, STR_INIT("\\Rightarrow")},
    {0x21D3, TEX_ARROW, STR_INIT("\\Downarrow")},
    {0x21D4, TEX_ARROW, STR_INIT("\\Leftrightarrow")},
    {0x21DD, TEX_ARROW, STR_INIT("\\rightsquigarrow")},
    {0x2200, TEX_ORDINARY, STR_INIT("\\forall")},
    {0x2201, TEX_ORDINARY, STR_INIT("\\complement")},
    {0x2202, TEX_ORDINARY, STR_INIT("\\partial")},
    {0x2203, TEX_ORDINARY, STR_INIT("\\exists")},
    {0x2204, TEX_ORDINARY, STR_INIT("\\nexists")},
    {0x2205, TEX_ORDINARY, STR_INIT("\\emptyset")},
    {0x2207, TEX_ORDINARY, STR_INIT("\\nabla")},
    {0x2208, TEX_RELATION, STR_INIT("\\in")},
    {0x2209, TEX_RELATION, STR_INIT("\\notin")},
    {0x220B, TEX_RELATION, STR_INIT("\\ni")},
    {0x220C, TEX_RELATION, STR_INIT("\\not\\ni")},
    {0x220E, TEX_ORDINARY, STR_INIT("\\blacksquare")},
    {0x220F, TEX_LIMITS, STR_INIT("\\prod")},
    {0x2210, TEX_LIMITS, STR_INIT("\\coprod")},
    {0x2211, TEX_LIMITS, STR_INIT("\\sum")},
    {0x2212, TEX_BINARY, STR_INIT("-")},
    {0x2213, TEX_BINARY, STR_INIT("\\mp")},
    {0x2214, TEX_BINARY, STR_INIT("\\dotplus")},
    {0x2215, TEX_ORDINARY, STR_INIT("/")},
    {0x2216, TEX_BINARY, STR_INIT("\\setminus")},
    {0x2217, TEX_BINARY, STR_INIT("*")},
    {0x2218, TEX_BINARY, STR_INIT("\\circ")},
    {0x2219, TEX_BINARY, STR_INIT("\\bullet")},
    {0x221A, TEX_ORDINARY, STR_INIT("\\surd")},
    {0x221D, TEX_RELATION, STR_INIT("\\propto")},
    {0x221E, TEX_ORDINARY, STR_INIT("\\infty")},
    {0x2220, TEX_ORDINARY, STR_INIT("\\angle")},
    {0x2221, TEX_ORDINARY, STR_INIT("\\measuredangle")},
    {0x2223, TEX_RELATION, STR_INIT("\\mid")},
    {0x2224, TEX_RELATION, STR_INIT("\\nmid")},
    {0x2225, TEX_RELATION, STR_INIT("\\parallel")},
    {0x2226, TEX_RELATION, STR_INIT("\\nparallel")},
    {0x2227, TEX_BINARY, STR_INIT("\\wedge")},
    {0x2228, TEX_BINARY, STR_INIT("\\vee")},
    {0x2229, TEX_BINARY, STR_INIT("\\cap")},
    {0x222A, TEX_BINARY, STR_INIT("\\cup")},
    {0x222B, TEX_LIMITS, STR_INIT("\\int")},
    {0x222C, TEX_LIMITS, STR_INIT("\\iint")},
    {0x222D, TEX_LIMITS, STR_INIT("\\iiint")},
    {0x222E, TEX_LIMITS, STR_INIT("\\oint")},
    {0x222F, TEX_LIMITS, STR_INIT("\\oiint")},
    {0x2230, TEX_LIMITS, STR_INIT("\\oiiint")},
    {0x2234, TEX_RELATION, STR_INIT("\\therefore")},
    {0x2235, TEX_RELATION, STR_INIT("\\because")},
    {0x2236, TEX_RELATION, STR_INIT(":")},
    {0x2237, TEX_RELATION, STR_INIT("::")},
    {0x223C, TEX_RELATION, STR_INIT("\\sim")},
    {0x223D, TEX_RELATION, STR_INIT("\\backsim")},
    {0x2240, TEX_BINARY, STR_INIT("\\wr")},
    {0x2241, TEX_RELATION, STR_INIT("\\nsim")},
    {0x2243, TEX_RELATION, STR_INIT("\\simeq")},
    {0x2245, TEX_RELATION, STR_INIT("\\cong")},
    {0x2247, TEX_RELATION, STR_INIT("\\ncong")},
    {0x2248, TEX_RELATION, STR_INIT("\\approx")},
    {0x2249, TEX_RELATION, STR_INIT("\\not\\approx")},
    {0x224D, TEX_RELATION, STR_INIT("\\asymp")},
    {0x2250, TEX_RELATION, STR_INIT("\\doteq")},
    {0x2251, TEX_RELATION, STR_INIT("\\doteqdot")},
    {0x2254, TEX_RELATION, STR_INIT(":=")},
    {0x2257, TEX_RELATION, STR_INIT("\\circeq")},
    {0x225C, TEX_RELATION, STR_INIT("\\triangleq")},
    {0x225D, TEX_RELATION, STR_INIT("\\overset{\\text{def}}{=}")},
    {0x225F, TEX_RELATION, STR_INIT("\\overset{?}{=}")},
    {0x2260, TEX_RELATION, STR_INIT("\\neq")},
    {0x2261, TEX_RELATION, STR_INIT("\\equiv")},
    {0x2262, TEX_RELATION, STR_INIT("\\not\\equiv")},
    {0x2264, TEX_RELATION, STR_INIT("\\leq")},
    {0x2265, TEX_RELATION, STR_INIT("\\geq")},
    {0x2266, TEX_RELATION, STR_INIT("\\leqq")},
    {0x2267, TEX_RELATION, STR_INIT("\\geqq")},
    {0x226A, TEX_RELATION, STR_INIT("\\ll")},
    {0x226B, TEX_RELATION, STR_INIT("\\gg")},
    {0x226E, TEX_RELATION, STR_INIT("\\nless")},
    {0x226F, TEX_RELATION, STR_INIT("\\ngtr")},
    {0x2270, TEX_RELATION, STR_INIT("\\nleq")},
    {0x2271, TEX_RELATION, STR_INIT("\\ngeq")},
    {0x2272, TEX_RELATION, STR_INIT("\\lesssim")},
    {0x2273, TEX_RELATION, STR_INIT("\\gtrsim")},
    {0x2276, TEX_RELATION, STR_INIT("\\lessgtr")},
    {0x227A, TEX_RELATION, STR_INIT("\\prec")},
    {0x227B, TEX_RELATION, STR_INIT("\\succ")},
    {0x227C, TEX_RELATION, STR_INIT("\\preceq")},
    {0x227D, TEX_RELATION, STR_INIT("\\succeq")},
    {0x2282, TEX_RELATION, STR_INIT("\\subset")},
    {0x2283, TEX_RELATION, STR_INIT("\\supset")},
    {0x2284, TEX_RELATION, STR_INIT("\\not\\subset")},
    {0x2286, TEX_RELATION, STR_INIT("\\subseteq")},
    {0x2287, TEX_RELATION, STR_INIT("\\supseteq")},
    {0x2288, TEX_RELATION, STR_INIT("\\nsubseteq")},
    {0x228A, TEX_RELATION, STR_INIT("\\subsetneq")},
    {0x228B, TEX_RELATION, STR_INIT("\\supsetneq")},
    {0x228E, TEX_BINARY, STR_INIT("\\uplus")},
    {0x228F, TEX_RELATION, STR_INIT("\\sqsubset")},
    {0x2290, TEX_RELATION, STR_INIT("\\sqsupset")},
    {0x2291, TEX_RELATION, STR_INIT("\\sqsubseteq")},
    {0x2292, TEX_RELATION, STR_INIT("\\sqsupseteq")},
    {0x2293, TEX_BINARY, STR_INIT("\\sqcap")},
    {0x2294, TEX_BINARY, STR_INIT("\\sqcup")},
    {0x2295, TEX_BINARY, STR_INIT("\\oplus")},
    {0x2296, TEX_BINARY, STR_INIT("\\ominus")},
    {0x2297, TEX_BINARY, STR_INIT("\\otimes")},
    {0x2298, TEX_BINARY, STR_INIT("\\oslash")},
    {0x2299, TEX_BINARY, STR_INIT("\\odot")},
    {0x229E, TEX_BINARY, STR_INIT("\\boxplus")},
    {0x229F, TEX_BINARY, STR_INIT("\\boxminus")},
    {0x22A0, TEX_BINARY, STR_INIT("\\boxtimes")},
    {0x22A1, TEX_BINARY, STR_INIT("\\boxdot")},
    {0x22A2, TEX_RELATION, STR_INIT("\\vdash")},
    {0x22A3, TEX_RELATION, STR_INIT("\\dashv")},
    {0x22A4, TEX_ORDINARY, STR_INIT("\\top")},
    {0x22A5, TEX_ORDINARY, STR_INIT("\\bot")},
    {0x22A8, TEX_RELATION, STR_INIT("\\models")},
    {0x22A9, TEX_RELATION, STR_INIT("\\Vdash")},
    {0x22AC, TEX_RELATION, STR_INIT("\\nvdash")},
    {0x22B2, TEX_RELATION, STR_INIT("\\vartriangleleft")},
    {0x22B3, TEX_RELATION, STR_INIT("\\vartriangleright")},
    {0x22B4, TEX_RELATION, STR_INIT("\\trianglelefteq")},
    {0x22B5, TEX_RELATION, STR_INIT("\\trianglerighteq")},
    {0x22BB, TEX_BINARY, STR_INIT("\\veebar")},
    {0x22C0, TEX_LIMITS, STR_INIT("\\bigwedge")},
    {0x22C1, TEX_LIMITS, STR_INIT("\\bigvee")},
    {0x22C2, TEX_LIMITS, STR_INIT("\\bigcap")},
    {0x22C3, TEX_LIMITS, STR_INIT("\\bigcup")},
    {0x22C4, TEX_BINARY, STR_INIT("\\diamond")},
    {0x22C5, TEX_BINARY, STR_INIT("\\cdot")},
    {0x22C6, TEX_BINARY, STR_INIT("\\star")},
    {0x22C8, TEX_RELATION, STR_INIT("\\bowtie")},
    {0x22C9, TEX_BINARY, STR_INIT("\\ltimes")},
    {0x22CA, TEX_BINARY, STR_INIT("\\rtimes")},
    {0x22CE, TEX_BINARY, STR_INIT("\\curlyvee")},
    {0x22CF, TEX_BINARY, STR_INIT("\\curlywedge")},
    {0x22D2, TEX_BINARY, STR_INIT("\\Cap")},
    {0x22D3, TEX_BINARY, STR_INIT("\\Cup")},
    {0x22D8, TEX_RELATION, STR_INIT("\\lll")},
    {0x22D9, TEX_RELATION, STR_INIT("\\ggg")},
    {0x22EE, TEX_ORDINARY, STR_INIT("\\vdots")},
    {0x22EF, TEX_ORDINARY, STR_INIT("\\cdots")},
    {0x22F1, TEX_ORDINARY, STR_INIT("\\ddots")},
    {0x2308, TEX_OPEN, STR_INIT("\\lceil")},
    {0x2309, TEX_CLOSE, STR_INIT("\\rceil")},
    {0x230A, TEX_OPEN, STR_INIT("\\lfloor")},
    {0x230B, TEX_CLOSE, STR_INIT("\\rfloor")},
    {0x231C, TEX_OPEN, STR_INIT("\\ulcorner")},
    {0x231D, TEX_CLOSE, STR_INIT("\\urcorner")},
    {0x231E, TEX_OPEN, STR_INIT("\\llcorner")},
    {0x231F, TEX_CLOSE, STR_INIT("\\lrcorner")},
    {0x2322, TEX_RELATION, STR_INIT("\\frown")},
    {0x2323, TEX_RELATION, STR_INIT("\\smile")},
    {0x23B0, TEX_OPEN, STR_INIT("\\lmoustache")},
    {0x23B1, TEX_CLOSE, STR_INIT("\\rmoustache")},
    {0x25A0, TEX_ORDINARY, STR_INIT("\\blacksquare")},
    {0x25A1, TEX_ORDINARY, STR_INIT("\\square")},
    {0x25B3, TEX_ORDINARY, STR_INIT("\\triangle")},
    {0x25CA, TEX_ORDINARY, STR_INIT("\\lozenge")},
    {0x25CB, TEX_BINARY, STR_INIT("\\bigcirc")},
    {0x25EF, TEX_BINARY, STR_INIT("\\bigcirc")},
    {0x2605, TEX_ORDINARY, STR_INIT("\\bigstar")},
    {0x2660, TEX_ORDINARY, STR_INIT("\\spadesuit")},
    {0x2661, TEX_ORDINARY, STR_INIT("\\heartsuit")},
    {0x2662, TEX_ORDINARY, STR_INIT("\\diamondsuit")},
    {0x2663, TEX_ORDINARY, STR_INIT("\\clubsuit")},
    {0x266D, TEX_ORDINARY, STR_INIT("\\flat")},
    {0x266E, TEX_ORDINARY, STR_INIT("\\natural")},
    {0x266F, TEX_ORDINARY, STR_INIT("\\sharp")},
    {0x2713, TEX_ORDINARY, STR_INIT("\\checkmark")},
    {0x27C2, TEX_RELATION, STR_INIT("\\perp")},
    {0x27E6, TEX_OPEN, STR_INIT("\\llbracket")},
    {0x27E7, TEX_CLOSE, STR_INIT("\\rrbracket")},
    {0x27E8, TEX_OPEN, STR_INIT("\\langle")},
    {0x27E9, TEX_CLOSE, STR_INIT("\\rangle")},
    {0x27EE, TEX_OPEN, STR_INIT("\\lgroup")},
    {0x27EF, TEX_CLOSE, STR_INIT("\\rgroup")},
    {0x27F5, TEX_ARROW, STR_INIT("\\longleftarrow")},
    {0x27F6, TEX_ARROW, STR_INIT("\\longrightarrow")},
    {0x27F7, TEX_ARROW, STR_INIT("\\longleftrightarrow")},
    {0x27F8, TEX_ARROW, STR_INIT("\\Longleftarrow")},
    {0x27F9, TEX_ARROW, STR_INIT("\\Longrightarrow")},
    {0x27FA, TEX_ARROW, STR_INIT("\\iff")},
    {0x27FC, TEX_ARROW, STR_INIT("\\longmapsto")},
    {0x29F5, TEX_BINARY, STR_INIT("\\setminus")},
    {0x2A00, TEX_LIMITS, STR_INIT("\\bigodot")},
    {0x2A01, TEX_LIMITS, STR_INIT("\\bigoplus")},
    {0x2A02, TEX_LIMITS, STR_INIT("\\bigotimes")},
    {0x2A04, TEX_LIMITS, STR_INIT("\\biguplus")},
    {0x2A06, TEX_LIMITS, STR_INIT("\\bigsqcup")},
    {0x2A0C, TEX_LIMITS, STR_INIT("\\iiiint")},
    {0x2A2F, TEX_BINARY, STR_INIT("\\times")},
    {0x2A3F, TEX_BINARY, STR_INIT("\\amalg")},
    {0x2A7D, TEX_RELATION, STR_INIT("\\leqslant")},
    {0x2A7E, TEX_RELATION, STR_INIT("\\geqslant")},
    {0x2AAF, TEX_RELATION, STR_INIT("\\preceq")},
    {0x2AB0, TEX_RELATION, STR_INIT("\\succeq")},
    {0x3008, TEX_OPEN, STR_INIT("\\langle")},
    {0x3009, TEX_CLOSE, STR_INIT("\\rangle")},
    {0xFEFF, TEX_NOTHING, STR_INIT("")},
};

static const struct symbol *find(uint32_t c) {
    size_t low = 0, high = N_OF(SYMBOLS);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (SYMBOLS[middle].c < c)
            low = middle + 1;
        else
            high = middle;
    }
    return low < N_OF(SYMBOLS) && SYMBOLS[low].c == c ? &SYMBOLS[low] : NULL;
}

/* The block of Mathematical Alphanumeric Symbols: alphabets of 52 Latin letters, 58 Greek letters
 * and 10 digits, one after the other. */
enum {
    LETTERS = 0x1D400,
    DOTLESS = 0x1D6A4,
    GREEK = 0x1D6A8,
    DIGITS = 0x1D7CE,
    END = 0x1D800,
    N_LETTERS = 52,
    N_GREEK = 58
};

static const struct str LETTER_STYLES[] = {
    STR_INIT("\\mathbf{"),     STR_INIT(""),
    STR_INIT("\\boldsymbol{"), STR_INIT("\\mathcal{"),
    STR_INIT("\\mathcal{"),    STR_INIT("\\mathfrak{"),
    STR_INIT("\\mathbb{"),     STR_INIT("\\mathfrak{"),
    STR_INIT("\\mathsf{"),     STR_INIT("\\mathsf{"),
    STR_INIT("\\mathsf{"),     STR_INIT("\\mathsf{"),
    STR_INIT("\\mathtt{"),
};
static const struct str GREEK_STYLES[] = {STR_INIT("\\boldsymbol{"), STR_INIT(""),
                                          STR_INIT("\\boldsymbol{"), STR_INIT("\\boldsymbol{"),
                                          STR_INIT("\\boldsymbol{")};
static const struct str DIGIT_STYLES[] = {STR_INIT("\\mathbf{"), STR_INIT("\\mathbb{"),
                                          STR_INIT("\\mathsf{"), STR_INIT("\\mathsf{"),
                                          STR_INIT("\\mathtt{")};

static uint32_t greek_letter(uint32_t i) {
    static const uint32_t LAST[] = {0x3F5, 0x3D1, 0x3F0, 0x3D5, 0x3F1, 0x3D6};
    enum { NABLA = 25, SMALL = 26, PARTIAL = 51 };
    if (i == NABLA)
        return 0x2207;
    if (i == PARTIAL)
        return 0x2202;
    if (i > PARTIAL)
        return LAST[i - PARTIAL - 1];
    return i < NABLA ? 0x391 + i : 0x3B1 + (i - SMALL);
}

static void append_styled(struct buffer *out, struct str style, uint32_t c) {
    const struct symbol *symbol = find(c);
    buffer_append(out, style);
    if (symbol)
        buffer_append(out, symbol->tex);
    else
        utf8_append(out, c);
    if (style.len)
        buffer_append_byte(out, '}');
}

static void append_alphanumeric(struct buffer *out, uint32_t c) {
    if (c < DOTLESS) {
        uint32_t i = (c - LETTERS) % N_LETTERS;
        append_styled(out, LETTER_STYLES[(c - LETTERS) / N_LETTERS],
                      i < 26 ? 'A' + i : 'a' + (i - 26));
    } else if (c < GREEK) {
        buffer_append(out, c == DOTLESS ? STR("\\imath") : STR("\\jmath"));
    } else if (c < GREEK + N_GREEK * N_OF(GREEK_STYLES)) {
        append_styled(out, GREEK_STYLES[(c - GREEK) / N_GREEK],
                      greek_letter((c - GREEK) % N_GREEK));
    } else if (c >= DIGITS) {
        append_styled(out, DIGIT_STYLES[(c - DIGITS) / 10], '0' + (c - DIGITS) % 10);
    }
}

enum tex_class tex_symbol_append(struct buffer *out, uint32_t c) {
    if (c >= LETTERS && c < END) {
        append_alphanumeric(out, c);
        return TEX_ORDINARY;
    }
    const struct symbol *symbol = find(c);
    if (!symbol) {
        utf8_append(out, c);
        return TEX_ORDINARY;
    }
    buffer_append(out, symbol->tex);
    return (enum tex_class)symbol->class;
}

struct str tex_function(struct str word, enum tex_class *class) {
    static const struct str LIMITS[] = {
        STR_INIT("\\lim"), STR_INIT("\\liminf"), STR_INIT("\\limsup"), STR_INIT("\\max"),
        STR_INIT("\\min"), STR_INIT("\\sup"),    STR_INIT("\\inf"),    STR_INIT("\\det"),
        STR_INIT("\\gcd"), STR_INIT("\\Pr")};
    static const struct str FUNCTIONS[] = {
        STR_INIT("\\sin"),    STR_INIT("\\cos"),   STR_INIT("\\tan"),  STR_INIT("\\cot"),
        STR_INIT("\\sec"),    STR_INIT("\\csc"),   STR_INIT("\\sinh"), STR_INIT("\\cosh"),
        STR_INIT("\\tanh"),   STR_INIT("\\coth"),  STR_INIT("\\log"),  STR_INIT("\\ln"),
        STR_INIT("\\lg"),     STR_INIT("\\exp"),   STR_INIT("\\dim"),  STR_INIT("\\ker"),
        STR_INIT("\\deg"),    STR_INIT("\\hom"),   STR_INIT("\\arg"),  STR_INIT("\\arcsin"),
        STR_INIT("\\arccos"), STR_INIT("\\arctan")};
    for (size_t i = 0; i < N_OF(LIMITS); i++)
        if (str_equals(str_between(LIMITS[i], 1, LIMITS[i].len), word)) {
            *class = TEX_LIMITS;
            return LIMITS[i];
        }
    for (size_t i = 0; i < N_OF(FUNCTIONS); i++)
        if (str_equals(str_between(FUNCTIONS[i], 1, FUNCTIONS[i].len), word)) {
            *class = TEX_FUNCTION;
            return FUNCTIONS[i];
        }
    return STR_NONE;
}

void tex_append_text(struct buffer *out, struct str text) {
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] == '\\')
            buffer_append(out, STR("\\textbackslash "));
        else if (text.at[i] == '^' || text.at[i] == '~')
            buffer_append(out, text.at[i] == '^' ? STR("\\^{}") : STR("\\~{}"));
        else {
            if (strchr("#$%&_{}", text.at[i]) && text.at[i])
                buffer_append_byte(out, '\\');
            buffer_append_byte(out, text.at[i]);
        }
    }
}
