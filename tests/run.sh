#!/bin/sh
# Runs tests one after another, from the top of the tree: programs by path, scripts with sh.
# Prints one line for each, the output of those that fail, and at the end what was skipped and how
# long everything took. Set PITH to test another program.
set -u
log=$(mktemp)
skipped=$(mktemp)
trap 'rm -f "$log" "$skipped"' EXIT
trap 'exit 130' INT
start=$(date +%s)
failed=

for t; do
    case $t in
    *.sh) sh "$t" >"$log" 2>&1 ;;
    *) "$t" >"$log" 2>&1 ;;
    esac
    code=$?
    name=$(basename "$t" .sh)
    sed -n "s/^skipped: /$name: /p" "$log" >>"$skipped"
    if [ $code -eq 0 ]; then
        printf '  %-8s%s\n' ok "$name"
    else
        cat "$log"
        echo "FAILED: $name (exit $code)"
        failed="$failed $name"
    fi
done

if [ -s "$skipped" ]; then
    echo "skipped:"
    sed 's/^/  /' "$skipped"
fi
echo "$# tests, $(echo "$failed" | wc -w | tr -d ' ') failed:${failed:- none}; $(($(date +%s) - start)) s"
[ -z "$failed" ]
