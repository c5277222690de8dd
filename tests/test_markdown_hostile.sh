#!/bin/sh
# Text that looks like Markdown, HTML or a template is shown as that text by every renderer.
. tests/lib.sh

if ! command -v python3 >/dev/null; then
    skip "python3 is not installed"
    finish
    exit
fi
# check NAME COMMAND [SHAPE...]: a renderer from Markdown to HTML, with raw HTML allowed
check() {
    name=$1 command=$2
    shift 2
    if ! command -v "${command%% *}" >/dev/null; then
        skip "${command%% *} is not installed"
    elif python3 tests/markdown_text.py "$PITH" tests/markdown_vectors.txt "$command" "$@" >"$tmp/wrong"; then
        pass
    else
        fail "$name shows all text as text"
        head -20 "$tmp/wrong" >&2
    fi
}
check cmark "cmark --unsafe"
check cmark-gfm "cmark-gfm --unsafe -e table -e strikethrough -e autolink -e tasklist -e footnotes"
check pandoc "pandoc -f markdown-smart -t html --wrap=none" paragraph marks items link

# A link whose target becomes a script when character references in it are decoded.
page "$tmp/ferry.html" "Ferry runs again"
sed 's!The ferry between!<a href="javascript\&amp;colon;alert(1)">The</a> ferry <a href="http://a.example/?a\&amp;copy;b=$x$_*y*_[z]">between</a>!' \
    "$tmp/ferry.html" >"$tmp/links.html"
contains "a character reference in a target is unchanged" "$("$PITH" --links --format=markdown --body "$tmp/links.html")" \
    'http://a.example/?a&amp;copy;b=\$x\$_*y*_\[z\]'
if command -v cmark-gfm >/dev/null; then
    is "and no renderer reads a scheme in it" 0 \
        "$("$PITH" --links --format=markdown --body "$tmp/links.html" | cmark-gfm --unsafe | grep -c 'javascript:')"
fi

# A note of one word is the definition of a link to renderers without footnotes.
for note in 'javascript:alert(1)' 'javascript:alert(1) "title"' '<b>javascript:alert(1)</b>' 'https://a.example/b'; do
    page "$tmp/ferry.html" "Ferry runs again"
    sed -e 's!<p>Islanders!<p>Islanders<sup><a href="#n1" id="r1">1</a></sup>!' \
        -e "s!</article>!<ol class=footnotes><li id=n1>$note <a href=\"#r1\">\&#8617;</a></ol></article>!" \
        "$tmp/ferry.html" >"$tmp/note.html"
    "$PITH" --links --format=markdown --body "$tmp/note.html" >"$tmp/note.md"
    contains "there is a note: $note" "$(cat "$tmp/note.md")" '[^1]: '
    cmark --unsafe "$tmp/note.md" 2>/dev/null | grep 'href=' >>"$tmp/hrefs"
done
if command -v cmark >/dev/null; then
    is "only an address becomes a link" 'href="https://a.example/b"' \
        "$(grep -o 'href="[^"]*"' "$tmp/hrefs" | sort -u)"
fi

# Code that renderers execute or draw if they know its language.
for language in mermaid dataviewjs Query python; do
    page "$tmp/code.html" "Ferry runs again"
    echo "<pre><code class=language-$language>graph of the ferry</code></pre>" >"$tmp/code"
    sed "/<p>Islanders/{
r $tmp/code
N
}" "$tmp/code.html" >"$tmp/$language.html"
done
is "code is labelled with its language" 1 "$("$PITH" --format=markdown "$tmp/python.html" | grep -c '^```python$')"
is "but not if a renderer would act on it" 0 \
    "$("$PITH" --format=markdown "$tmp/mermaid.html" "$tmp/dataviewjs.html" "$tmp/Query.html" | grep -c '^```[a-zA-Z]')"

cd "$TOP" || exit 2
finish
