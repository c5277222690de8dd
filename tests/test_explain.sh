#!/bin/sh
# --explain: one row per block, and the page to view.
. tests/lib.sh

page "$tmp/a.html" 'Ferry <i>runs</i> again &amp; "on time"'
printf '<p class="x&quot;onload=1">A <b>&lt;script&gt;alert(1)&lt;/script&gt;</b>\tpoem &amp; more</p>' >>"$tmp/a.html"
"$PITH" --explain "$tmp/a.html" >"$tmp/rows"
"$PITH" --explain=html "$tmp/a.html" >"$tmp/why.html"
is "rows have seven columns" 7 "$(awk -F'\t' '{ print NF }' "$tmp/rows" | sort -u)"
is "verdicts are kept or dropped" "" "$(cut -f1 "$tmp/rows" | grep -v -e '^kept\(:.*\)\?$' -e '^dropped\(:.*\)\?$')"
is "scores are shares" "" "$(cut -f2 "$tmp/rows" | awk '!($1 >= 0 && $1 <= 1)')"
is "and have three decimals, densities two" "9.999 9.99 9.99" \
    "$(cut -f2-4 "$tmp/rows" | tr '\t0-8' ' 9' | sed 's/ 99*\./ 9./' | sort -u)"
contains "paths name tags and classes" "$(cut -f5 "$tmp/rows")" "body/main/article/p.byline"
contains "first words are shown" "$(cut -f6 "$tmp/rows")" "The ferry between the two islands will run again"
is "--explain=tsv is the same" 0 "$("$PITH" --explain=tsv "$tmp/a.html" | cmp - "$tmp/rows"; echo $?)"
is "a page without blocks has no rows" "" "$(printf '' | "$PITH" -e)"
for form in tsv html; do
    is "several pages are separated by a form feed ($form)" 0 "$({ "$PITH" --explain=$form "$tmp/a.html"
        printf '\f\n'; "$PITH" --explain=$form corpus/article-01.html; } >"$tmp/two"
        "$PITH" --explain=$form "$tmp/a.html" corpus/article-01.html | cmp - "$tmp/two"; echo $?)"
done
is "kept rows are the body" "$("$PITH" --format=json --fields=text "$tmp/a.html" | grep -c 'Islanders')" \
    "$(grep '^kept' "$tmp/rows" | grep -c 'Islanders')"

is "the page has one item per block" "$(wc -l <"$tmp/rows" | tr -d ' ')" "$(grep -c '<li tabindex="0"' "$tmp/why.html")"
is "text of the page is escaped" 0 "$(grep -c '<script>alert' "$tmp/why.html")"
contains "and shown" "$(cat "$tmp/why.html")" "&lt;script&gt;alert(1)"
is "nothing is loaded" "" "$(grep -o -i -e '<link[^>]*>' -e '<img[^>]*>' -e ' src=[^ >]*' -e '@import' -e 'url(' "$tmp/why.html")"
# forms PATTERN: the forms of the parts of the page that match, with each digit as 9.
forms() {
    grep -o "$1" "$tmp/why.html" | tr 0-8 9 | sort -u
}
is "scores have two decimals there" "<p>Score 9.99 (9.99 without its neighbours)" "$(forms '<p>Score [^<]*')"
is "also beside the text" "</span>9.99</small>" "$(forms '</span>[0-9.]*</small>')"
is "and as the colour" 'style="--s:9.99"' "$(forms 'style="--s:[^"]*"')"
is "the page's sum is that of its rows" \
    "$(grep -c '^kept' "$tmp/rows") of $(wc -l <"$tmp/rows" | tr -d ' ') blocks kept, $(
        sed -n 's/^kept\t//p' "$tmp/rows" | awk -v kept="$(grep -c '^kept' "$tmp/rows")" '!n++ || $1 < least { least = $1 }
            END { printf "%s of them for scores of %.2f or more", n == kept ? "all" : n, least }')" \
    "$(sed -n 's/.*confidence [0-9.]*: \(.*\)<.*/\1/p' "$tmp/why.html")"
is "and of the page" "confidence 9.99: kept, all of them for scores of 9.99 or more" \
    "$(forms 'confidence .*<' | sed 's/: .* kept/: kept/; s/<//')"
# (What is kept by a rule, here the standfirst, may score less.)
"$PITH" --explain corpus/article-01.html >"$tmp/standfirst"
is "a block kept by a rule does not count among the scores" \
    "$(grep -c '^kept' "$tmp/standfirst") of $(wc -l <"$tmp/standfirst" | tr -d ' ') blocks kept, $(
        sed -n 's/^kept\t//p' "$tmp/standfirst" | awk '!n++ || $1 < least { least = $1 }
            END { printf "%d of them for scores of %.2f or more", n, least }')" \
    "$("$PITH" --explain=html corpus/article-01.html | sed -n 's/.*confidence [0-9.]*: \(.*\)<.*/\1/p')"
is "a line has tenths of words, and a hundredth of links" "Words per line 9.9, share in links 9%" \
    "$(forms 'Words per line [^<]*' | sed 's/99*\([.%]\)/9\1/g' | sort -u)"
contains "the metadata is shown" "$(cat "$tmp/why.html")" '<th scope="row">headline</th>'
is "values are aligned by their own direction" 0 \
    "$("$PITH" --explain=html corpus/article-26.html | grep -c '</th><td>')"
contains "a reason is described in words" "$(cat "$tmp/why.html")" '<p class="pull"><b>'
is "each feature has a description" "$(sed -n '/define FEATURES_OF/,/^$/s/^ *X(\([a-z_0-9]*\)).*/\1/p' src/score/feature.h)" \
    "$(sed -n '/ wordings\[\]/,/^};/s/^ *{"\([a-z_0-9]*\)", .*/\1/p' src/program/output/reason.c)"
is "each feature of a container has a description" "$(sed -n 's/^ *X(box##i##_\([a-z_]*\)).*/\1/p' src/score/feature.h)" \
    "$(sed -n '/ containers\[\]/,/^};/s/^ *{"\([a-z_]*\)", .*/\1/p' src/program/output/reason.c)"
is "no reason lacks a description" 0 "$(grep -c '<span> <code>' "$tmp/why.html")"
printf '<html lang="a&quot;r"><p dir=rtl>x</p>' | "$PITH" --explain=html >"$tmp/foreign.html"
contains "text of the page keeps its language and direction" "$(cat "$tmp/foreign.html")" \
    '<div class="what" dir="auto"'
contains "which are those of its markup" "$(cat "$tmp/why.html")" ' dir="auto" lang="en">'
is "a language cannot leave its attribute" 0 "$(grep -c 'lang="a"r' "$tmp/foreign.html")"
is "labels of tabs are kept with their panels" 4 \
    "$("$PITH" --explain tests/cases/labels-of-tabs/page.html | grep -c "^kept:tab	")"
is "what a post says is embedded" "kept:embedded" \
    "$("$PITH" --images --explain tests/cases/embedded-posts/page.html | grep "Seven lamps" | cut -f1)"
is "a caption is kept with its image" "kept:image" \
    "$("$PITH" --images --explain tests/cases/hero-picture/page.html | grep -o "^kept:image" | sort -u)"
contains "a page without main content says so" "$(printf '' | "$PITH" --explain=html)" "No main content"

is "a block has four reasons at most" 4 \
    "$("$PITH" --explain corpus/article-01.html | cut -f7 | awk -F', ' '{ if (NF > n) n = NF } END { print n }')"

browser=$(command -v chromium)
if [ -n "$browser" ]; then
    # look WIDTH: the findings of a script that measures the page, filters it, and moves the focus.
    look() {
        {
            cat "$tmp/why.html"
            cat <<'END'
<script>
const seen = [];
const root = document.documentElement;
seen.push('overflow ' + Math.max(0, root.scrollWidth - root.clientWidth));
const first = document.querySelector('li.kept');
first.focus();
setTimeout(() => {
    const card = first.querySelector('.why > div').getBoundingClientRect();
    const inside = card.height > 0 && card.left >= 0 && card.right <= innerWidth && card.bottom <= innerHeight;
    seen.push(inside ? 'why in view' : 'why out of view');
    seen.push('overflow ' + Math.max(0, root.scrollWidth - root.clientWidth));
    box.value = 'ISLANDERS';
    box.dispatchEvent(new Event('input', {bubbles: true}));
    seen.push('filtered ' + rows.filter(row => !row.hidden).length);
    box.value = 'neighbours';
    box.dispatchEvent(new Event('input', {bubbles: true}));
    seen.push('every block says it ' + rows.filter(row => !row.hidden).length);
    document.title = seen.join(', ');
}, 500);
</script>
END
        } >"$tmp/look.html"
        # shellcheck disable=SC2086
        timeout 60 "$browser" --headless=new --no-sandbox --disable-gpu --virtual-time-budget=3000 --window-size="$1,900" $2 \
            --dump-dom "file://$tmp/look.html" 2>/dev/null | sed -n 's/.*<title>\(.*\)<\/title>.*/\1/p'
    }
    well="overflow 0, why in view, overflow 0, filtered 1, every block says it 0"
    for width in 500 1280; do
        is "a browser $width wide renders it well" "$well" "$(look $width)"
        is "in the dark too ($width)" "$well" \
            "$(look $width --blink-settings=preferredColorScheme=0)"
    done
else
    skip "chromium is not installed"
fi
finish
