#!/bin/sh
# The Python module with the library just built.
. tests/lib.sh

if ! command -v python3 >/dev/null 2>&1; then
    skip "python3 is not installed"
    finish
    exit
fi
export PYTHONDONTWRITEBYTECODE=1 PYTHONPATH="$TOP/src/bindings/python"
export PITH_LIBRARY="${PITH_LIBRARY:-$TOP/libpith.so}"
if ! python3 -c 'import pith; pith.library_version()' 2>/dev/null; then
    skip "python3 cannot load $PITH_LIBRARY"
    finish
    exit
fi
holds "the module's own tests" python3 tests/python/test_pith.py
is "it has the version of the library" \
    "$(sed -n 's/^#define PITH_VERSION "\(.*\)"/\1/p' include/pith.h)" \
    "$(python3 -c 'import pith; print(pith.__version__)')"
is "it knows every status" \
    "$(sed -n '/^enum pith_status/,/^}/s/^ *PITH_\([A-Z]*\) = .*/\1/p' include/pith.h)" \
    "$(python3 -c 'import pith; print("\n".join(pith._STATUSES))')"
is "it knows every kind of block" \
    "$(sed -n '/^enum pith_block_kind/,/^}/s/^ *PITH_\([A-Z_]*\) = .*/\1/p' include/pith.h)" \
    "$(python3 -c 'import pith; print("\n".join(k.upper().replace(" ", "_") for k in pith.KINDS))')"
is "it knows every role of a block" \
    "$(sed -n '/^enum pith_block_role/,/^}/s/^ *PITH_ROLE_\([A-Z_]*\) = .*/\1/p' include/pith.h | sed 1d)" \
    "$(python3 -c 'import pith; print("\n".join(r.upper() for r in pith.ROLES))')"
finish
