#!/bin/sh
# Makes from words.txt one sorted table of all languages' words (words.inc), the index of the first
# word with each first byte (words_index.inc), and the bits of a Bloom filter of all words and all
# beginnings of phrases (words_filter.inc).
# usage: sh words.sh table|index|filter <words.txt >words*.inc
set -e
export LC_ALL=C

echo '/* Made by words.sh of words.txt: do not edit. */'
table() {
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
}

index() { # the byte is read off an octal dump, since awk may not know bytes
    table | cut -d '"' -f 2 | cut -b 1 | od -An -v -t u1 -w2 | awk '
    { n[$1 + 0]++ }
    END {
        for (byte = 0; byte <= 256; byte++) {
            printf "%d,\n", sum
            sum += n[byte]
        }
    }'
}

filter() { # the hash is that of words.c
    table | cut -d '"' -f 2 | awk '{
        part = ""
        for (i = 1; i <= NF; i++) {
            part = part (i > 1 ? " " : "") $i
            print part
        }
    }' |
        sort -u | od -An -v -t u1 -w1 | awk '
    $1 == 10 {
        if (!(hash in seen)) {
            seen[hash] = 1
            bits[int(hash / 8)] += 2 ^ (hash % 8)
        }
        hash = 0
        next
    }
    { hash = (hash * 31 + $1) % 32768 }
    END {
        for (i = 0; i < 4096; i++)
            printf "%d,\n", bits[i]
    }'
}

"$1"
