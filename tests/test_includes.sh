#!/bin/sh
# The order of the folders in src/: a file includes its own folder and the folders below it, never
# one above. The files in src/ itself (pith.c, article, explain) form the folder "top".
. tests/lib.sh

order="base html lexicon page score metadata select render top program"

# Prints "FILE FOLDER INCLUDED-FOLDER INCLUDED-FILE" for each include; pith.h is the contract, which
# everyone may know, and generated/ is checked apart.
includes() {
    find src -name '*.[ch]' | sort | xargs grep -Ho '^#include "[a-z0-9_/.]*"' |
        sed 's|^src/||; s|:#include "| |; s|"$||' | awk '
            function folder(path) { return path ~ /\// ? substr(path, 1, index(path, "/") - 1) : "top" }
            $2 != "pith.h" && $2 !~ /^generated\// { print $1, folder($1), folder($2), $2 }'
}

is "no folder includes one above it" "" "$(includes | awk -v order="$order" '
    BEGIN { n = split(order, names, " "); for (i = 1; i <= n; i++) floor[names[i]] = i }
    !($2 in floor) || !($3 in floor) || floor[$3] > floor[$2]')"

is "no file includes itself indirectly" "" "$(includes | awk '{
    sub(/\.[ch]$/, "", $1); sub(/\.h$/, "", $4); if ($1 != $4) print $1, $4 }' |
    sed 's|score/feature_parts|score/feature|g' | awk '$1 != $2' | sort -u | tsort 2>&1 >/dev/null)"

is "only dom.c includes Gumbo" "src/html/dom.c" "$(grep -rl '<gumbo\.h>' src)"

is "the program uses the library only through pith.h and the helpers in base/" "" "$(includes |
    awk '$2 == "program" && $3 != "program" && $3 != "base"')"

# A file may include a list of macros several times.
is "each generated file is included by one file" "" "$(grep -ro '^#include "generated/[^"]*"' src |
    sort -u | cut -d: -f2 | sort | uniq -d)"

is "every generated file is included" "$(cd src && ls generated/* | sort)" \
    "$(grep -rho '^#include "generated/[^"]*"' src | sed 's/#include "//; s/"$//' | sort -u)"

# What is committed at the top, for a build or a profile is easily added by mistake.
if git ls-files --error-unmatch Makefile >/dev/null 2>&1; then
    is "nothing else is at the top of the tree" \
        ".ci .clang-format .clang-tidy .gitignore LICENSE Makefile README.md bench corpus include man src tests" \
        "$(git ls-files | cut -d/ -f1 | LC_ALL=C sort -u | paste -sd' ')"
else
    skip "the top of the tree is not compared: not a git working tree"
fi

# Sizes: what is longer usually does more than one thing.

# Files that contain a table and little else.
tables="tests/unit/name_shapes.h"

sources=$(find src include bench tests -name '*.[ch]' ! -path 'src/generated/*' | sort)

is "no file has over 500 lines" "" "$(for f in $sources; do
    case " $tables " in *" $f "*) continue ;; esac
    n=$(wc -l <"$f")
    [ "$n" -le 500 ] || echo "$f: $n lines"
done)"

is "each table that may be longer exists, and is longer" "$tables" "$(for f in $tables; do
    [ "$(wc -l <"$f")" -gt 500 ] && echo "$f"
done | paste -sd' ')"

# Functions as clang-format formats them: from the line with their name in the first column to
# a "}" in the first column. A table in a function and the labels of a flat switch are not counted.
long_functions() {
    awk -v file="$1" '
        /^[a-z]/ && /\(/ && !/=/ { n = 0; name = $0; sub(/\(.*/, "", name); sub(/.*[ *]/, "", name) }
        /^[a-z]/ && !/\(/ { name = "" }
        /^    static const .*(= \{|\{)$/ || /^    static const .*= \{[^}]*,$/ { in_table = 1 }
        !in_table && !/^ *(case .*:|default:|break;)$/ { n++ }
        /^    }.*;$/ || /}};$/ { in_table = 0 }
        /^}/ { if (name && n > 50) print file ": " name ": " n " lines"; name = ""; in_table = 0 }' "$1"
}

is "no function has over 50 lines" "" "$(for f in $sources; do long_functions "$f"; done)"

finish
