#!/bin/sh
# The trees give the same sums with gcc and clang, at -O1 and -O3, with wide vectors and without: each
# build must agree with a walk from node to node (tests/unit/test_forest.c).
. tests/lib.sh

libs=$(pkg-config --libs gumbo libutf8proc uchardet cmocka)
others=$(find src -name '*.c' ! -path 'src/program/*' ! -name 'forest*' | sed 's|^src/|build/|; s|c$|o|')

# passes CC FLAGS: whether the tests of the forest, built that way, pass.
passes() {
    for file in src/score/forest*.c; do
        "$@" -std=c11 -Iinclude -Isrc -c -o "$tmp/$(basename $file .c).o" $file || return
    done
    "$1" -std=c11 -Iinclude -Isrc -Itests/unit -o "$tmp/test" tests/unit/test_forest.c \
        "$tmp"/forest*.o $others $libs -lm && "$tmp/test" >"$tmp/out" 2>&1 && echo same
}

for cc in gcc clang; do
    command -v $cc >/dev/null || continue
    for flags in "-O1" "-O3" "-O3 -DPITH_PLAIN"; do
        is "$cc $flags" same "$(passes $cc $flags)"
    done
done

finish
