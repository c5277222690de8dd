#!/bin/sh
# Random pages and dumps, made of all elements and of attributes that pith reads: each gets an answer
# that is not an error.
. tests/lib.sh

if ! command -v python3 >/dev/null; then
    skip "python3 is not installed"
    finish
    exit
fi
python3 tests/random_pages.py 1 1500 >"$tmp/pages.jsonl"
# check OPTION...: how many answers there are, and how many of them are errors.
check() {
    "$PITH" --jsonl --quiet "$@" "$tmp/pages.jsonl" >"$tmp/answers"
    is "each page has an answer: $*" 1500 "$(wc -l <"$tmp/answers" | tr -d ' ')"
    is "and none is an error" 0 "$(grep -c '"error"' "$tmp/answers")"
}
check
check --from=html --visible --recall --links --fields=markdown,html
check --images --comments --fields=markdown,html,comments,tables,links,images,sources,certainty
check --precision --fields=excerpt,word_count,kind,direction

finish
