#!/bin/sh
# The quality of the bundled corpus stays at the floors of bench/floor.json: body, fields, structure.
set -eu
cd "$(dirname "$0")/.."
[ -e bench/floor.json ] || {
    echo "test_floor: bench/floor.json is missing" >&2
    exit 1
}
PYTHONDONTWRITEBYTECODE=1 ${PYTHON:-python3} bench/run.py --pith "${PITH:-./pith} --format=json" --quick \
    --floor bench/floor.json
