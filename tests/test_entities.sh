#!/bin/sh
# src/generated/entities.inc is what src/html/entities.py writes.
command -v python3 >/dev/null 2>&1 || { echo "test_entities: skipped, no python3"; exit 0; }
python3 src/html/entities.py | cmp - src/generated/entities.inc || {
    echo "test_entities: src/generated/entities.inc is stale: run src/html/entities.py" >&2
    exit 1
}
echo "test_entities: ok"
