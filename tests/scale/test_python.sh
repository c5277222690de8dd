#!/bin/sh
# The Python module over 100,000 pages: its memory stays flat.
. tests/lib.sh

if ! command -v python3 >/dev/null 2>&1; then
    skip "python3 is not installed"
    finish
    exit
fi
holds "memory is flat over 100,000 pages" env PITH_TEST_PAGES=100000 PYTHONDONTWRITEBYTECODE=1 \
    PYTHONPATH="$TOP/src/bindings/python" PITH_LIBRARY="$TOP/libpith.so" \
    python3 tests/python/test_pith.py ExtractMany.test_memory_is_flat
finish
