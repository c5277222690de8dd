#!/bin/sh
# One page per promised rule: tests/cases/RULE/ contains page.html or page.txt, the arguments in `args`,
# and the exact output in expected.txt or expected.json.
. tests/lib.sh

for case in tests/cases/*/; do
    rule=$(basename "$case")
    set -- "$case"/page.*
    page=$1
    set -- "$case"/expected.*
    # shellcheck disable=SC2046
    "$PITH" $(cat "$case/args") "$page" >"$tmp/got"
    if cmp -s "$1" "$tmp/got"; then
        pass
    else
        fail "$rule"
        diff "$1" "$tmp/got" | cut -c1-160 | head -20 >&2
    fi
done

finish
