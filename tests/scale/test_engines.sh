#!/bin/sh
# Records under engines that distribute work: Dask distributed, one of whose workers is killed
# halfway, and GNU parallel. The output must be byte-identical to that of a plain run.
. tests/lib.sh

bin=$tmp/bin
mkdir "$bin"
ln -s "$PITH" "$bin/pith"
PATH=$bin:$PATH
export PATH
python3 tests/scale/records.py 1000 corpus/*.html >"$tmp/records"
pith --jsonl "$tmp/records" >"$tmp/plain"
is "a plain run answers every record" 1000 "$(wc -l <"$tmp/plain" | tr -d ' ')"

python=
for candidate in python3 /usr/bin/python3; do
    if "$candidate" -c 'import distributed' 2>/dev/null; then python=$candidate; fi
done
if [ -n "$python" ]; then
    sed -n '/^```python$/,/^```$/p' README.md | sed -n '/^import subprocess/,/^```$/p' | sed '$d' >"$tmp/example.py"
    contains "the README's example is found" "$(cat "$tmp/example.py")" "def through_pith"
    timeout 300 "$python" -W ignore tests/scale/dask_run.py "$tmp/example.py" "$tmp/records" "$tmp" \
        >"$tmp/dask" 2>"$tmp/dask.err"
    is "the Dask run succeeds" 0 $?
    is "one of its workers was killed" "workers left: 1" "$(grep '^workers left' "$tmp/dask.err")"
    holds "every record came out once, as in a plain run" cmp "$tmp/plain" "$tmp/dask"
else
    skip "python3-distributed is not installed"
fi

python=
for candidate in python3 /usr/bin/python3; do
    if "$candidate" -c 'import dask.bag' 2>/dev/null; then python=$candidate; fi
done
if [ -n "$python" ]; then
    pith --jsonl --chunks "$tmp/records" >"$tmp/plain-chunks"
    timeout 300 "$python" -W ignore tests/scale/dask_chunks.py "$tmp/records" >"$tmp/dask-chunks"
    is "a Dask bag yields many passages" True \
        "$([ "$(wc -l <"$tmp/dask-chunks")" -gt 2000 ] && echo True)"
    holds "they are those of a plain run" cmp "$tmp/plain-chunks" "$tmp/dask-chunks"
else
    skip "python3-dask is not installed"
fi

if command -v parallel >/dev/null; then
    parallel --will-cite --pipe -N 50 -j 2 -k pith --jsonl <"$tmp/records" >"$tmp/parallel" 2>/dev/null
    holds "GNU parallel --pipe gives the output of a plain run" cmp "$tmp/plain" "$tmp/parallel"
    parallel --will-cite --pipepart -a "$tmp/records" --block 1M -j 2 -k pith --jsonl >"$tmp/parallel" 2>/dev/null
    holds "GNU parallel --pipepart too" cmp "$tmp/plain" "$tmp/parallel"
else
    skip "GNU parallel is not installed"
fi
finish
