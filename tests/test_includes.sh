#!/bin/sh
# Who includes whom in src/: arrows go down only, and what a row may not know it does not include.
# (NAME.c and NAME.h are one room; feature_parts.h is for feature's own parts, and pith.h outside.)
. tests/lib.sh

arrows() {
    grep -Ho '^#include "[a-z0-9_]*\.h"' src/*.[ch] |
        sed 's|^src/||; s|\.[ch]:#include "| |; s|\.h"$||; s|feature_parts|feature|g' | sort -u
}

arrows | awk '$1 != $2 && $2 != "pith"' | tsort >/dev/null 2>"$tmp/loops"
is "no room includes itself by way of others" "" "$(cat "$tmp/loops")"

is "dom.c alone knows Gumbo" "src/dom.c" "$(grep -l '<gumbo\.h>' src/*.[ch])"

is "the program knows the library by pith.h, and the ground" "" "$(arrows | awk '
    $1 ~ /^(main|options$|input_|output_|worker_)/ &&
    $2 !~ /^(pith|options|arena|ascii|buffer|escape|json|json_write|str|utf8)$|^(input|output|worker)_/')"

is "the library knows nothing of the program" "" "$(arrows | awk '
    $1 !~ /^(main|options$|input_|output_|worker_)/ && $2 ~ /^(options$|input_|output_|worker_)/')"

finish
