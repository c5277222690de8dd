#!/bin/sh
# Pages without main content (corpus/stubs, written for this) are distinguished from others (corpus).
. tests/lib.sh

tail -n +2 corpus/stubs/index.tsv >"$tmp/index"
cut -f1 "$tmp/index" | sed 's|^|corpus/stubs/|' | xargs "$PITH" --format=tsv --fields=file,kind |
    sed 's|^corpus/stubs/||' >"$tmp/found"
cut -f1,2 "$tmp/index" >"$tmp/expected"
is "each stub has its kind" "" "$(diff "$tmp/expected" "$tmp/found")"
holds "there are sixty of them" test "$(wc -l <"$tmp/index")" -ge 60
for kind in challenge consent login error parked shell redirect; do
    holds "$kind has six pages or more" test "$(grep -c "	$kind	" "$tmp/index")" -ge 6
done
# (Four pages of the corpus have their text only in scripts.)
is "no page of the corpus is a stub, except those whose text is in scripts" \
    "corpus/article-13.html	shell
corpus/collection-21.html	shell
corpus/forum-18.html	empty
corpus/product-19.html	empty" \
    "$("$PITH" --format=tsv --fields=file,kind corpus/*.html | grep -v '	content$')"
is "nor is a dump" "" "$("$PITH" --format=tsv --fields=file,kind corpus/*.dump.txt | grep -v '	content$')"

stub=corpus/stubs/challenge-01.html
is "a stub exits 1" 1 "$(code "$PITH" --check $stub)"
is "with the reason if -v is given" "pith: $stub: no main content: a challenge or bot wall" \
    "$("$PITH" -v --check $stub 2>&1 | without_sandbox_line)"
while IFS=: read -r kind reason; do
    stub=corpus/stubs/$kind-01.html
    is "with the reason of $kind" "pith: $stub: no main content$reason" \
        "$("$PITH" -v --check $stub 2>&1 | without_sandbox_line)"
done <<'END'
challenge:: a challenge or bot wall
consent:: a consent wall
login:: a login or subscription form
error:: an error page
parked:: a parked domain or default page
shell:: an empty page that a script would fill
redirect:: a redirect
END
is "an empty page has no other reason" "pith: standard input: no main content" \
    "$(printf '' | "$PITH" -v --check 2>&1 | without_sandbox_line)"
stub=corpus/stubs/challenge-01.html
is "and nothing without it" "" "$("$PITH" --check $stub 2>&1)"
is "also among many" 1 "$(code "$PITH" -j2 --check corpus/article-01.html $stub)"
contains "JSON has the kind" "$("$PITH" --format=json $stub)" '"kind":"challenge"'
contains "and what showed it" "$("$PITH" --format=json --sources $stub)" '"kind":"title"'
contains "main content is a kind too" "$("$PITH" --format=json corpus/article-01.html)" '"kind":"content"'
is "a record of one is answered like any other" '{"kind":"error"}' \
    "$(printf '{"html":"<title>404 Not Found</title><h1>Not Found</h1>"}\n' | "$PITH" --jsonl --fields=kind)"
finish
