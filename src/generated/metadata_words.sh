#!/bin/sh
# Makes metadata_words.h of metadata_words.txt: one sorted table of all languages' words.
# usage: sh metadata_words.sh <metadata_words.txt >metadata_words.h
set -e
export LC_ALL=C

echo '/* Made by metadata_words.sh of metadata_words.txt: do not edit. */'
awk '
/^#/ || NF == 0 { next }
$1 == "language" {
    if ($2 != "any" && !($2 in bit))
        bit[$2] = 2 ^ n_languages++
    language = $2 == "any" ? 4294967295 : bit[$2]
    next
}
{
    n = split($1, head, ":")
    for (i = 2; i <= NF; i++) {
        word = $i
        gsub(/_/, " ", word)
        key = word "\t" toupper(head[1]) "\t" (n == 2 ? head[2] : 0)
        if (!((key, language) in seen)) {
            seen[key, language] = 1
            languages[key] = languages[key] == 4294967295 || language == 4294967295 \
                ? 4294967295 : languages[key] + language
        }
    }
}
END {
    for (key in languages)
        printf "%s\t%.0f\n", key, languages[key]
}' | sort | awk -F '\t' '{
    printf "{\"%s\", %d, WORDS_%s, %su},\n", $1, $3, $2, $4
}'
