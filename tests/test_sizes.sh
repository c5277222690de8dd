#!/bin/sh
# No file over 500 lines, no function over 50, except flat tables: anything longer does more than
# one thing.
. tests/lib.sh

# Files that contain a table and little else.
tables="src/page/tex_symbol.c tests/unit/name_shapes.h"

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
