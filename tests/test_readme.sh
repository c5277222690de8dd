#!/bin/sh
# README.md and pith(1) as a new user reads them: their commands and examples, run as printed in a
# directory of their own; the paths and goals that they name; figures given in several places.
. tests/lib.sh

# fence LANGUAGE: the README's first block of code in that language.
fence() {
    sed -n "/^\`\`\`$1\$/,/^\`\`\`\$/p" README.md | sed '1d;/^```$/,$d'
}

fence html >"$tmp/document.html"
is "the README's document with a formula, a note and a table becomes what it shows" \
    "$(fence markdown)" "$("$PITH" --markdown --body "$tmp/document.html")"

sed -n '/^For example, the Markdown of$/,/^\.Ss/p' man/pith.1 |
    sed 's/\\e/\\/g' >"$tmp/man"
sed -n '/^\.Bd/,/^\.Ed/p' "$tmp/man" | sed '1d;/^\.Ed/,$d' >"$tmp/document.html"
is "so does that of pith(1)" "$(sed '1,/^\.Ed/d' "$tmp/man" | sed -n '/^\.Bd/,/^\.Ed/p' | sed '1d;$d')" \
    "$("$PITH" --markdown --body "$tmp/document.html")"

# The commands for the shell. Programs that fetch or copy a page are replaced.
mkdir "$tmp/bin" "$tmp/shell"
ln -s "$PITH" "$tmp/bin/pith"
cp corpus/article-01.html "$tmp/shell/page.html"
for program in curl xclip lynx; do
    printf '#!/bin/sh\ncat "%s"\n' "$tmp/shell/page.html" >"$tmp/bin/$program"
done
printf '#!/bin/sh\ncat "%s/corpus/article-01.dump.txt"\n' "$TOP" >"$tmp/bin/xclip" # a copied page
chmod 755 "$tmp/bin/curl" "$tmp/bin/xclip" "$tmp/bin/lynx"
sed -n '/^## In a pipe/,/^The exit status/s/^    //p' README.md >"$tmp/commands"
is "the README has commands for the shell" 1 "$(($(wc -l <"$tmp/commands") > 10))"
while IFS= read -r line; do
    command=$(printf '%s\n' "$line" | sed 's/  *# .*//')
    case $command in
    *"| jq"*) command -v jq >/dev/null || { skip "$command: jq is not installed" && continue; } ;;
    esac
    expected=0
    rm -f "$tmp/shell/404.html"
    case $command in *404.html) expected=1 && cp corpus/stubs/error-01.html "$tmp/shell/404.html" ;; esac
    (cd "$tmp/shell" && PATH="$tmp/bin:$PATH" sh -c "$command" >"$tmp/out" 2>"$tmp/err" </dev/null)
    is "exit status of: $command" $expected $?
    case $command in
    *404.html) is "what it says" "$(printf '%s\n' "$line" | sed 's/.*  # //')" "$(without_sandbox_line <"$tmp/err")" ;;
    *">"*) is "messages of: $command" "" "$(cat "$tmp/err")" ;;
    *) holds "output of: $command" test -s "$tmp/out" ;;
    esac
done <"$tmp/commands"

is "the record that the README shows is one" '{"id":7,"url":"https://example.org/"}' \
    "$(sed -n 's/^    \({"id": 7.*\)/\1/p' README.md | "$PITH" --jsonl --fields=language)"

export PYTHONDONTWRITEBYTECODE=1 PYTHONPATH="$TOP/src/bindings/python"
export PITH_LIBRARY="${PITH_LIBRARY:-$TOP/libpith.so}"
if python3 -c 'import pith; pith.library_version()' 2>/dev/null; then
    sed -n '/^import glob$/,/^```$/p' README.md | sed '$d' >"$tmp/many.py"
    mkdir "$tmp/site"
    cp corpus/article-01.html "$tmp/site/a.html"
    printf '%%PDF-1.4' >"$tmp/site/b.html"
    cp corpus/article-02.html "$tmp/site/c.html"
    is "the README's Python example of many pages keeps their order and goes on after an error" \
        "site/a.html Digital water
site/b.html ENOTPAGE a
site/c.html Creek bridge" "$(cd "$tmp" && python3 many.py | cut -d ' ' -f 1-3)"
else
    skip "python3 cannot load $PITH_LIBRARY"
fi

# What is named exists.
grep -oE '`(src|tests|bench|corpus|man|include|\.ci)/[A-Za-z0-9_./-]+' README.md bench/README.md |
    sed 's/.*`//' | grep -v 'NAME\|bench/out/' | sort -u | while read -r path; do
    [ -e "$path" ] || echo "$path"
done >"$tmp/missing"
is "every path in the READMEs exists" "" "$(cat "$tmp/missing")"
grep -ohE 'make [a-z-]+( [a-z-]+)?' README.md bench/README.md man/pith.1 | tr ' ' '\n' | sort -u |
    grep -E '^(all|deps.*|demo|install|deb|lint|soak|fuzz|model.*|check.*|bench.*)$' >"$tmp/goals"
while read -r goal; do
    grep -qE "^([a-z-]+ )*$goal( [a-z-]+)*:" Makefile || echo "$goal"
done <"$tmp/goals" >"$tmp/missing"
is "every goal in the READMEs is one of the Makefile" "" "$(cat "$tmp/missing")"

# Figures.
# same A B: whether two figures are the same when rounded to three digits.
same() {
    awk -v a="$1" -v b="$2" 'BEGIN { exit !(a != "" && a - b < 0.00051 && b - a < 0.00051) }'
}
# column N START FILE: a cell of the table row that begins with START.
column() {
    grep "^| $2" "$3" | head -n 1 | awk -F ' *[|] *' -v n="$1" '{ print $(n + 1) }'
}
sed -n 's/^ \* \([a-z]*\) *word P.* F1 \([0-9.]*\) on.*/\1 \2/p' src/generated/model_html.inc >"$tmp/trained"
while read -r set start in_bench; do
    trained=$(sed -n "s/^$set //p" "$tmp/trained")
    holds "README: F1 of $set is that of the model, $trained" same "$(column 2 "$start" README.md)" "$trained"
    holds "bench/README: F1 of $set is that of the model, $trained" \
        same "$(column 4 "$in_bench" bench/README.md)" "$trained"
done <<'END'
wcxb mixed WCXB
articles English English
news news news
forums threads threads
END
for row in '`gumbo_parse`' '`pith_extract`'; do
    is "both READMEs have the same speed of $row" "$(grep "^| $row" README.md)" "$(grep "^| $row" bench/README.md)"
done
holds "the picture has the F1 of the table in bench/README" same "$(column 2 'pith (P' bench/README.md)" \
    "$(sed -n 's/.*<title>pith: [0-9]* pages.s, F1 \([0-9.]*\)<.*/\1/p' bench/accuracy-speed.svg)"
finish
