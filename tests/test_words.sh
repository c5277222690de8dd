#!/bin/sh
# The committed tables of words are what their generator makes from the data.
set -e
cd "$(dirname "$0")/.."
sh src/lexicon/words.sh table <src/lexicon/words.txt |
    cmp - src/generated/words.inc
sh src/lexicon/words.sh slots <src/lexicon/words.txt |
    cmp - src/generated/words_slots.inc
sh src/lexicon/words.sh filter <src/lexicon/words.txt |
    cmp - src/generated/words_filter.inc
sh src/lexicon/words.sh kinds <src/lexicon/words.txt |
    cmp - src/generated/words_kinds.inc
sh src/lexicon/words.sh heads <src/lexicon/words.txt |
    cmp - src/generated/words_heads.inc
sh src/page/part_names.sh <src/page/part_names.txt |
    cmp - src/generated/part_names.inc

# The languages and their order are written in two places.
[ "$(sed -n 's/^language \(..\)$/\1/p' src/lexicon/words.txt)" = \
    "$(sed -n '/languages\[\]\[3\] = {/,/};/p' src/lexicon/words.c | grep -o '"[a-z]*"' | tr -d '"')" ] || {
    echo "FAILED: the languages of words.c are not those of words.txt" >&2
    exit 1
}

# So is how long words are that count as a whole when a language is recognized.
made=$(sed -n 's/^    if \([0-9]*\) < len(word) <= \([0-9]*\):$/\1 \2/p' src/lexicon/languages.py)
read=$(sed -n 's/.* SHORT_WORD_MIN = \([0-9]*\), SHORT_WORD_MAX = \([0-9]*\) .*/\1 \2/p' src/lexicon/language.c)
[ "$((${made% *} + 1)) ${made#* }" = "$read" ] || {
    echo "FAILED: language.c counts other words as a whole than languages.py" >&2
    exit 1
}
echo 'ok words'
