#!/bin/sh
# Prints the table for the current pith.h: functions, member offsets (64 bits), enum values.
# At a release, add the new lines to the table of that version; never change a line.
set -eu
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
tr '\n' ' ' <include/pith.h | grep -o 'PITH_API[^;]*;' | grep -o 'pith_[a-z_]*(' | tr -d '(' | sort |
    sed 's/^/function /'
# The header without its comments.
sed -e ':a' -e 'N;$!ba' -e 's|/\*[^*]*\*\**\([^/*][^*]*\*\**\)*/||g' include/pith.h >"$tmp/pith.h"
{
    printf '#include <stddef.h>\n#include <stdio.h>\n#include <pith.h>\nint main(void) {\n'
    sed -n '/^struct pith_[a-z]* {/,/^};/p' "$tmp/pith.h" | awk '
        /^struct/ { name = $2 }
        /;/ && !/^}/ { if (sub(/.*\(\*/, "")) sub(/\).*/, ""); gsub(/[*;]/, "")
            printf "printf(\"offset %s %s %%zu\\n\", offsetof(struct %s, %s));\n", name, $NF, name, $NF }'
    sed -n '/^enum pith_[a-z_]* {/,/^};/s/^    \(PITH_[A-Z_]*\) = .*/printf("value \1 %d\\n", \1);/p' "$tmp/pith.h"
    printf '}\n'
} >"$tmp/table.c"
${CC:-cc} -Iinclude -o "$tmp/table" "$tmp/table.c"
"$tmp/table"
