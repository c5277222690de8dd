#!/bin/sh
# The committed tables of words are what its generator makes of the data.
set -e
cd "$(dirname "$0")/.."
sh src/generated/metadata_words.sh table <src/generated/metadata_words.txt |
    cmp - src/generated/metadata_words.h
sh src/generated/metadata_words.sh index <src/generated/metadata_words.txt |
    cmp - src/generated/metadata_words_index.h
sh src/generated/metadata_words.sh filter <src/generated/metadata_words.txt |
    cmp - src/generated/metadata_words_filter.h
echo 'ok metadata words'
