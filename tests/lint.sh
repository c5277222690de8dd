#!/bin/sh
# Runs gcc's analyzer, clang-tidy and cppcheck over src/, and checks the format of all C files.
# Prints each finding that tests/lint.txt does not explain, and each line of that file without a
# finding; exits with 1 if there are any.
# usage: [JOBS=N] lint.sh FLAGS: the compiler's flags; N processes run in parallel
set -u
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
trap 'exit 130' INT
JOBS=${JOBS:-2}

git ls-files 'src/*.c' | grep -v -e src/generated/ -e sandbox_none >"$tmp/files"

has() {
    command -v "$1" >/dev/null || { echo "skipped: $1 is not installed" >&2; return 1; }
}

# Each finding as "TOOL FILE CHECK", a tab, and the whole line.
normal() {
    sed -n "s/^\([^ :]*\):[0-9:]* *\(warning\|error\|style\|performance\|portability\): .*\[\([^] ]*\)\]\$/$1 \1 \3	&/p" |
        sed "s|$PWD/||g"
}

{
    if has gcc; then
        xargs -P"$JOBS" -I{} gcc "$@" -O1 -fanalyzer -c -o /dev/null {} <"$tmp/files" 2>&1 | grep 'Wanalyzer' |
            sed 's/\[CWE-[0-9]*\] //' | normal gcc
    fi
    if has clang-tidy; then
        # A tenth of the usual limit of paths per function takes a tenth of the time.
        xargs -P"$JOBS" -I{} clang-tidy --quiet -extra-arg=-Xclang -extra-arg=-analyzer-config \
            -extra-arg=-Xclang -extra-arg=max-nodes=20000 {} -- "$@" <"$tmp/files" 2>/dev/null | normal clang-tidy
    fi
    if has cppcheck; then
        # The models are tables of numbers, which take it longer than all the rest.
        grep -v model_data.c "$tmp/files" | xargs -P"$JOBS" -n8 cppcheck --quiet --std=c11 \
            --enable=warning,portability,performance --suppress=missingInclude \
            --suppress=missingIncludeSystem -Isrc -Iinclude 2>&1 | normal cppcheck
    fi
    if has clang-format; then
        git ls-files '*.c' '*.h' | grep -v generated/ | xargs clang-format --dry-run 2>&1 | normal clang-format
    fi
} | sort -u >"$tmp/found"

# A line of lint.txt has three shell patterns, for TOOL, FILE and CHECK, and the reason.
bad=0
grep -v '^#' tests/lint.txt | grep . >"$tmp/argued"
while IFS='	' read -r finding line; do
    set -- $finding
    argued=
    while read -r tool file check reason; do
        # shellcheck disable=SC2254
        case "$1 $2 $3" in
        $tool\ $file\ $check)
            argued=yes
            echo "$tool $file $check" >>"$tmp/used"
            break
            ;;
        esac
    done <"$tmp/argued"
    if [ -z "$argued" ]; then
        echo "$1: $line"
        bad=$((bad + 1))
    fi
done <"$tmp/found"
touch "$tmp/used"
while read -r tool file check reason; do
    grep -qxF "$tool $file $check" "$tmp/used" || { echo "tests/lint.txt: no finding matches $tool $file $check"; bad=$((bad + 1)); }
done <"$tmp/argued"
echo "$(wc -l <"$tmp/found") findings, $bad of them unexplained"
[ $bad = 0 ]
