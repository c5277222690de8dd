#!/bin/sh
# Shows a page before and after: its visible text as stripping the tags gives it, then pith's
# output.
# usage: demo.sh PITH PAGE
pith=$1
page=$2
lines=${LINES_SHOWN:-32}

rule() {
    printf '\n==== %s ====\n\n' "$1"
}

# Tags end a line or vanish, scripts and styles are removed: as in any tag stripper.
strip() {
    perl -0777 -pe 's/<!--.*?-->|<(script|style|head)\b.*?<\/\1>//gs;
        s/<\/?(?:p|div|li|ul|ol|h\d|nav|section|aside|figure|figcaption|header|footer|button|br|form)\b[^>]*>/\n/g;
        s/<[^>]*>//g; s/&amp;/&/g; s/&nbsp;/ /g; s/&[lr]dquo;/"/g; s/&rsquo;/\x27/g;
        s/[ \t]+/ /g; s/\s*\n\s*/\n/g; s/^\s+//' "$1"
}

rule "before: $page with its tags stripped, the first $lines of $(strip "$page" | wc -l) lines"
strip "$page" | head -n "$lines" | cut -c1-96
rule "after: pith $page"
"$pith" "$page" | fold -s -w 96
rule "the same as JSON, without the text: pith --format=json --fields=..."
"$pith" --format=json --fields=headline,authors,dateline,date,language,site,type,confidence "$page"
rule "and why: pith --explain, the first blocks"
"$pith" --explain "$page" | head -n 12 | cut -c1-110
