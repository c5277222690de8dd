#!/usr/bin/env python3
"""Writes src/generated/entities.inc: HTML5's named character references, sorted by name.

The names come from Python's html.entities, which has them from the standard's entities.json.

    python3 src/html/entities.py >src/generated/entities.inc
"""

from html.entities import html5


def c_string(text):
    """UTF-8 as a C literal: hexadecimal, each byte an escape, so that no digit joins it."""
    if text.isascii() and text.isprintable() and text not in '"\\':
        return f'"{text}"'
    return '"' + "".join(f"\\x{byte:02X}" for byte in text.encode()) + '"'


def main():
    names = sorted(name[:-1] for name in html5 if name.endswith(";"))
    print("/* Made by src/html/entities.py: do not edit.")
    print(" * Name, characters, whether the reference may stand without its semicolon. */")
    for name in names:
        may_end_bare = "true" if name in html5 else "false"
        print(f'{{"{name}", {c_string(html5[name + ";"])}, {may_end_bare}}},')


main()
