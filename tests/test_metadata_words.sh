#!/bin/sh
# The committed table of words is what its generator makes of the data.
set -e
cd "$(dirname "$0")/.."
sh src/generated/metadata_words.sh <src/generated/metadata_words.txt |
    cmp - src/generated/metadata_words.h
echo 'ok metadata words'
