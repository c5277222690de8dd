/*
 * Shapes of pages that slow down a parser, or code that works on its tree. The piece is repeated
 * until the page has its size. "#" in it is replaced with the number of the repetition.
 */
#ifndef PITH_BENCH_HOSTILE_SHAPES_H
#define PITH_BENCH_HOSTILE_SHAPES_H

struct shape {
    const char *before, *piece, *after;
};

static const struct shape SHAPES[] = {
    /* Nesting. */
    {"", "<div>", "x"},
    {"", "<b>", "x"},
    {"", "<b id=#>", "x"},
    {"", "<p><font color=#>x", ""},
    {"", "<a><div>", "x"},
    {"", "<ul><li>", "x"},
    {"", "<table><tr><td>", "x"},
    {"", "<table>", "x"},
    {"", "<svg>", "x"},
    {"<math>", "<mi><mrow>", "x"},
    {"", "<blockquote>x", ""},
    {"", "<button><p>", "x"},
    {"", "<ruby><rt>x", ""},
    {"", "<object><i>", "x"},
    {"", "<x-y>", "x"},
    /* Misnested tags. */
    {"", "<b><div></b>", ""},
    {"", "<a><table><a>", ""},
    {"", "<i><div></i></div>x", ""},
    {"", "<p><b><i><u><s>x", ""},
    {"", "<table>x<b>y", ""},
    {"", "<form><div></form>", ""},
    {"", "<svg><p></svg>", ""},
    {"", "<math><mi><div></math>", ""},
    {"", "<div><select></div></select>", ""},
    {"", "</b></i></a></nobr></p></br>", ""},
    {"", "<noscript><iframe>", ""},
    {"", "<body class=x#><html lang=y>", ""},
    /* Tiny blocks. */
    {"", "<p>x", ""},
    {"", "<li>x", ""},
    {"", "x<br><br>", ""},
    {"<table>", "<tr><td>x", ""},
    {"<table>", "<td>x", ""},
    {"", "<h2>x", ""},
    {"", "<h2>x#</h2><p>y", ""},
    {"", "<dl><dt>x<dd>y</dl>", ""},
    {"", "<div class=c#><p>x", ""},
    {"", "<article><p>x y z</article>", ""},
    {"", "<pre>x = #\n</pre>", ""},
    {"", "<code>x</code> ", ""},
    {"", "<hr>x", ""},
    /* Links, images, notes, formulas. */
    {"<p>", "<a href=x#>y</a> ", ""},
    {"", "<p><a href=x>y</a>", ""},
    {"", "<img src=x#.png alt=y>", ""},
    {"", "<figure><img src=#><figcaption>x</figcaption></figure>", ""},
    {"<p>", "x<sup><a href='#fn#' id=r#>1</a></sup> ", ""},
    {"<ol>", "<li id=fn#>x <a href='#r#'>^</a>", ""},
    {"<p>", "<math><mi>x</mi></math> ", ""},
    {"<p>", "$x_#$ ", ""},
    {"<p>", "<sub>x</sub><sup>y</sup>", ""},
    {"<p>", "<b>x</b><i>y</i>", ""},
    {"", "<div class=comment><a class=author href=/u#>Anna</a><p>x</div>", ""},
    /* Text. */
    {"<p>", "a", ""},
    {"<p>", "a ", ""},
    {"<p>", "word# ", ""},
    {"<p>", "A sentence, it said. ", ""},
    {"<p>", "&amp;", ""},
    {"<p>", "&CounterClockwiseContourIntegral;", ""},
    {"<p>", "<", ""},
    {"<p>", "\xE2\x82\xAC", ""},
    {"<p>", "a\xCC\x81", ""},
    {"<p>", "\xFF", ""},
    {"<pre>", "x\n", ""},
    {"<pre>", " ", ""},
    {"<p>", "*_`[](\\", ""},
    {"<p>", "http://x.y/# ", ""},
    /* Attributes, names, and what is not text. */
    {"<div ", "a# ", ">x"},
    {"<div class='", "c# ", "'><p>x"},
    {"<div style='", "display:none;", "'>x"},
    {"", "<meta name=n# content=x>", ""},
    {"", "<!--x-->", "x"},
    {"<!--", "-- ", ""},
    {"<script>", "<!--<script>", ""},
    {"", "<script></script><style></style>", "x"},
    {"<title>", "ab ", "</title><p>x"},
    {"<title>", "\xE4\xB8\xAD : \xE4\xB8\xAD_", "</title><p>x"},
    {"<h1>x</h1>", "3 May 2024<hr>", ""},
    {"<script type=application/ld+json>", "{\"@graph\":[", "</script><p>x"},
    {"<script type=application/ld+json>[", "{\"@type\":\"Article\",\"headline\":\"x#\"},",
     "1]</script>x"},
    {"<p>By ", "Anna Lee, ", ""},
    {"", "<p>3 May 2024", ""},
};

#endif
