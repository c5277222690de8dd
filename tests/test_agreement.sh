#!/bin/sh
# Text, Markdown and HTML of each page of the corpus and of the cases have the same words in the
# same order. For other pages: python3 tests/agreement.py ./pith DIR
. tests/lib.sh

if ! command -v python3 >/dev/null || ! command -v cmark-gfm >/dev/null; then
    skip "no python3 or no cmark-gfm"
    finish
    exit
fi
for pages in corpus tests/cases; do
    if python3 tests/agreement.py "$PITH" "$pages" >"$tmp/wrong"; then
        pass
    else
        fail "the forms of the body agree on $pages"
        head -20 "$tmp/wrong" >&2
    fi
done
finish
