#!/usr/bin/env python3
"""Writes JSON records of the bundled pages, again and again, each slightly different.

usage: records.py N [PAGE...]"""
import json, sys

pages = []
for name in sys.argv[2:]:
    with open(name, "rb") as file:
        pages.append(file.read().decode("utf-8", "replace"))
for number in range(int(sys.argv[1])):
    page = pages[number % len(pages)].replace("</p>", " Copy %d.</p>" % number, 1)
    sys.stdout.write(json.dumps({"id": number, "html": page}, ensure_ascii=False) + "\n")
