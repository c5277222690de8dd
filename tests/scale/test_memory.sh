#!/bin/sh
# Memory stays flat: the peak after 100,000 records is that after 1,000.
. tests/lib.sh

# The pages are small: only their number matters.
for i in 1 2 3 4 5 6 7; do
    page "$tmp/$i.html" "Ferry runs again $(seq $((i * 20)) | tr '\n' ' ')"
done
peak() {
    python3 tests/scale/records.py "$1" "$tmp"/?.html |
        python3 tests/scale/peak.py "$PITH" --jsonl -j2 2>&1 >/dev/null | tail -n 1
}
small=$(peak 1000)
large=$(peak 100000)
echo "peak after 1,000 records $small KiB, after 100,000 $large KiB" >&2
holds "the peak is within a tenth" test $((large * 10)) -le $((small * 11))
finish
