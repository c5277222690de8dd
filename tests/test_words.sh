#!/bin/sh
# The committed tables of words are what its generator makes of the data.
set -e
cd "$(dirname "$0")/.."
sh src/lexicon/words.sh table <src/lexicon/words.txt |
    cmp - src/generated/words.inc
sh src/lexicon/words.sh index <src/lexicon/words.txt |
    cmp - src/generated/words_index.inc
sh src/lexicon/words.sh filter <src/lexicon/words.txt |
    cmp - src/generated/words_filter.inc
echo 'ok words'
