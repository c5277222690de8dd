#!/bin/sh
# Markdown is parsed as the text it was written from: cmark-gfm converts it to HTML, and its words
# are those of --format=text. Likewise the words of --format=html.
. tests/lib.sh

# words: the words of HTML, one per line. Inline tags do not separate words, all others do.
words() {
    sed -e 's/^\(\(<[^>]*>\)*\)[0-9]\{1,9\}\. /\1/' -e 's!</\{0,1\}\(em\|strong\|a\|code\|del\|ins\|mark\|su[bp]\|kbd\|samp\|var\)\( [^>]*\)\{0,1\}>!!g' -e 's/<[^>]*>/ /g' \
        -e 's/&lt;/</g' -e 's/&gt;/>/g' -e 's/&quot;/"/g' -e 's/&#824;/̸/g' -e 's/&amp;/\&/g' |
        plain_words
}

# Numbers and checkboxes of items, the kinds of callouts and rules are words in some formats, markup in
# others.
plain_words() {
    sed -e 's/^[0-9]\{1,9\}\. //' -e 's/\[![a-z]*\]//' |
        tr -s ' \t\n' '\n\n\n' | sed '/^$/d;/^---$/d'
}

# without_boxes: leaves out the boxes of tasks, which Markdown and HTML may write as elements.
without_boxes() {
    sed -e 's/☑//g' -e 's/☐//g' -e '/^$/d'
}

if ! command -v cmark-gfm >/dev/null; then
    skip "cmark-gfm is not installed"
    finish
    exit
fi

# With --recall more of a page is kept, including more unusual content.
for page in corpus/*.html tests/cases/*/page.*; do
    "$PITH" --body --recall "$page" | plain_notes | without_formulas | plain_scripts | plain_words | without_boxes >"$tmp/text"
    "$PITH" --body --recall --format=markdown "$page" | plain_notes | without_formulas |
        sed 's/^    //' | cmark-gfm --unsafe -e table -e strikethrough -e tasklist | words | plain_scripts | without_boxes >"$tmp/markdown"
    "$PITH" --body --recall --format=html "$page" | plain_notes | without_formulas | words | plain_scripts | without_boxes >"$tmp/html"
    for format in markdown html; do
        if cmp -s "$tmp/text" "$tmp/$format"; then
            pass
        else
            fail "$page: words of $format"
            diff "$tmp/text" "$tmp/$format" | head -5 >&2
        fi
    done
done

finish
