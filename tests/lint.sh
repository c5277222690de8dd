#!/bin/sh
# Runs gcc's analyzer and cppcheck over src/. Prints each finding that tests/lint.txt
# does not argue away, and each line there that nothing matches; exits with 1 if there is any.
# usage: lint.sh FLAGS, the compiler's flags; JOBS processes at once
set -u
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
trap 'exit 130' INT
JOBS=${JOBS:-2}

git ls-files 'src/*.c' | grep -v -e src/generated/ -e sandbox_none >"$tmp/files"

has() {
    command -v "$1" >/dev/null || { echo "skipped: $1 is not there" >&2; return 1; }
}

# Findings as "TOOL FILE CHECK", with the whole line after a tab.
normal() {
    sed -n "s/^\([^ :]*\):[0-9:]* *\(warning\|error\|style\|performance\|portability\): .*\[\([^] ]*\)\]\$/$1 \1 \3	&/p" |
        sed "s|$PWD/||g"
}

{
    if has gcc; then
        xargs -P"$JOBS" -I{} gcc "$@" -O1 -fanalyzer -c -o /dev/null {} <"$tmp/files" 2>&1 | grep 'Wanalyzer' |
            sed 's/\[CWE-[0-9]*\] //' | normal gcc
    fi
    if has cppcheck; then
        xargs -P"$JOBS" -n8 cppcheck --quiet --std=c11 --enable=warning,portability,performance \
            --suppress=missingInclude --suppress=missingIncludeSystem -Isrc -Iinclude <"$tmp/files" 2>&1 | normal cppcheck
    fi
} | sort -u >"$tmp/found"

# Lines of lint.txt: "TOOL FILE CHECK", each a pattern of the shell, then the reason.
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
    grep -qxF "$tool $file $check" "$tmp/used" || { echo "tests/lint.txt: nothing matches $tool $file $check"; bad=$((bad + 1)); }
done <"$tmp/argued"
echo "$(wc -l <"$tmp/found") findings, $bad of them open"
[ $bad = 0 ]
