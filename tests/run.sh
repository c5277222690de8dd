#!/bin/sh
# Runs tests, from the top of the tree: programs by path, scripts with sh; as many at a time as
# there are processors, or $JOBS. Prints one line for each, the output of those that fail, and at
# the end what was skipped and how long everything took. Set PITH to test another program.
set -u

# run_one DIR TEST: leaves in DIR what the end needs to know.
run_one() {
    log=$(mktemp "$1/log.XXXXXX")
    begin=$(date +%s)
    case $2 in
    *.sh) sh "$2" >"$log" 2>&1 ;;
    *) "$2" >"$log" 2>&1 ;;
    esac
    code=$?
    name=$(basename "$2" .sh)
    seconds=$(($(date +%s) - begin))
    [ $seconds -ge 5 ] && took=" ($seconds s)" || took=
    (
        flock 9 # so that two tests do not print at once
        sed -n "s/^skipped: /$name: /p" "$log" >>"$1/skipped"
        if [ $code -eq 0 ]; then
            printf '  %-8s%s\n' ok "$name$took"
        else
            cat "$log"
            echo "FAILED: $name (exit $code)"
            echo "$name" >>"$1/failed"
        fi
    ) 9>"$1/lock"
    rm -f "$log"
}

if [ "${1-}" = --one ]; then
    run_one "$2" "$3"
    exit 0
fi

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
trap 'exit 130' INT
: >"$dir/skipped" >"$dir/failed"
start=$(date +%s)
printf '%s\0' "$@" | xargs -0 -n 1 -P "${JOBS:-$(getconf _NPROCESSORS_ONLN)}" sh tests/run.sh --one "$dir"

if [ -s "$dir/skipped" ]; then
    echo "skipped:"
    sed 's/^/  /' "$dir/skipped"
fi
failed=$(paste -s -d ' ' "$dir/failed")
echo "$# tests, $(wc -l <"$dir/failed" | tr -d ' ') failed: ${failed:-none}; $(($(date +%s) - start)) s"
[ -z "$failed" ]
