#!/bin/sh
# The output for the pages of corpus/structure has what their Markdown has: code, tables, quotes, images.
. tests/lib.sh

if ! command -v python3 >/dev/null; then
    skip "python3 is not installed"
    finish
    exit
fi
PYTHONDONTWRITEBYTECODE=1 python3 bench/structure_pages.py --pith "$PITH" >"$tmp/scores"
for kind in code language row item task quote image; do
    f1=$(sed -n "s/^$kind .* //p" "$tmp/scores")
    holds "$kind: $f1 is .9 or more" test "$(echo "$f1" | sed 's/\.//')" -ge 0900
done
finish
