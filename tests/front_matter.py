#!/usr/bin/env python3
"""Whether parsers of YAML read the front matter of Markdown files as it was meant.

usage: front_matter.py DIRECTORY JSON_LINES

The files are what `pith --markdown -o DIRECTORY` wrote; a line of JSON_LINES tells the fields of each
by its "file". Prints a line per parser that is there: its name, the files it read, the faults."""
import json, os, sys

KEYS = {"title": "headline", "author": "authors", "published": "date", "modified": "modified",
        "lang": "language", "site": "site", "source": "url", "description": "description", "tags": "tags"}


def parsers():
    try:
        import yaml
        yield "PyYAML", yaml.safe_load
    except ImportError:
        pass
    try:
        import ruamel.yaml
        yield "ruamel.yaml", lambda text: ruamel.yaml.YAML(typ="safe", pure=True).load(text)
    except ImportError:
        pass


def main():
    directory, lines = sys.argv[1:]
    with open(lines, encoding="utf-8") as file:
        pages = [json.loads(line) for line in file.read().split("\n")[:-1]]
    for name, load in parsers():
        faults = n = 0
        for page in pages:
            path = os.path.join(directory, page["file"] + ".md")
            if not os.path.exists(path):
                continue
            n += 1
            with open(path, encoding="utf-8", newline="") as file:
                head = file.read().split("\n---\n")[0]
            read = load(head)
            wrong = [key for key, field in KEYS.items() if read.get(key) != page.get(field)]
            if wrong:
                faults += 1
                print("%s: %s reads another %s" % (path, name, ", ".join(wrong)))
        print("%s many %d" % (name, faults) if n >= 100 else "%s %d %d" % (name, n, faults))


main()
