#!/bin/sh
# A program built against an older pith.h runs with the current library: the symbols, struct offsets and
# enum values of each version still exist. tests/abi/ holds the header of 0.1 and the table
# of 0.2; a line of a table never changes, new lines are added at each release.
. tests/lib.sh

table=tests/abi/abi-0.2.txt

# Symbols.
sed -n 's/^function //p' $table | sort >"$tmp/promised"
nm -D --defined-only libpith.so | sed 's/.* //' | sort >"$tmp/exported"
is "the library exports each function of the table" "" "$(comm -23 "$tmp/promised" "$tmp/exported")"

# Enum values and offsets, as "value NAME N" and "offset STRUCT MEMBER N".
{
    printf '#include <stddef.h>\n#include <pith.h>\n'
    sed -n 's/^value \([A-Z_]*\) \([0-9]*\)$/_Static_assert(\1 == \2, "\1");/p' $table
    sed -n 's/^offset \([a-z_]*\) \([a-z_]*\) \([0-9]*\)$/_Static_assert(offsetof(struct \1, \2) == \3, "\1.\2");/p' $table
    printf 'int main(void) { return 0; }\n'
} >"$tmp/table.c"
if [ "$(getconf LONG_BIT)" = 64 ]; then
    is "values and offsets are those of the table" "" \
        "$(cc -std=c11 -Iinclude -fsyntax-only "$tmp/table.c" 2>&1)"
else
    skip "the table of offsets is for 64-bit systems"
fi
holds "tests/abi/make-table.sh runs" sh tests/abi/make-table.sh >"$tmp/pith.h-table"
is "the table has all of pith.h" "" "$(grep -vxF -f $table "$tmp/pith.h-table")"

# A program of 0.1.
mkdir -p "$tmp/old"
cp tests/abi/pith-0.1.h "$tmp/old/pith.h"
cat >"$tmp/old.c" <<'END'
#include <pith.h>
#include <stdio.h>
static char page[1 << 16];
int main(void) {
    size_t len = fread(page, 1, sizeof page, stdin);
    struct pith_options options = PITH_OPTIONS_INIT;
    struct pith_context *context;
    struct pith_article *article;
    options.formats = PITH_MARKDOWN;
    options.flags = PITH_EXPLAIN;
    options.precision_bias = 0.5;
    if (pith_context_new(&context) != PITH_OK ||
        pith_extract(context, &options, page, len, &article) != PITH_OK)
        return 2;
    for (int i = 0; i < PITH_N_FIELDS; i++)
        printf("%s: %s\n", pith_field_name(i), pith_article_field(article, i));
    puts(pith_article_body(article, PITH_MARKDOWN, NULL));
    const struct pith_block *block;
    for (size_t i = 0; (block = pith_article_block(article, i)) != NULL; i++)
        printf("%d %.3f %zu %s %s\n", block->kept, block->score, block->text_len, block->path, block->reasons);
    options.precision_bias = 7;
    printf("%d\n", pith_extract(context, &options, page, len, &article));
    pith_context_free(context);
    return 0;
}
END
page "$tmp/page.html" "Ferry runs again"
holds "a program of 0.1 builds" cc -std=c11 -I"$tmp/old" -o "$tmp/old-program" "$tmp/old.c" \
    -L. -lpith -Wl,-rpath,"$TOP"
"$tmp/old-program" <"$tmp/page.html" >"$tmp/out"
contains "it runs with the current library" "$(cat "$tmp/out")" "headline: Ferry runs again"
contains "and gets the body" "$(cat "$tmp/out")" "Islanders had waited"
contains "and the blocks" "$(cat "$tmp/out")" "article/p"
is "and its errors" 1 "$(tail -1 "$tmp/out")"
finish
