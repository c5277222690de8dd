#!/usr/bin/env python3
"""Measures the Python module: pages per second with one thread and with two, and against the
library.

usage: python.py PAGES [ROUNDS]   (PAGES: a directory of .html or .html.gz, searched recursively)

Both are measured in turn within one run, so that only their ratio matters. PITH_LIBRARY names the
libpith.so to load."""
import gzip
import os
import statistics
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "src/bindings/python"))
import pith


def read_pages(top):
    pages = []
    for folder, _, names in sorted(os.walk(top)):
        for name in sorted(names):
            path = os.path.join(folder, name)
            if name.endswith(".html.gz"):
                pages.append(gzip.open(path).read())
            elif name.endswith(".html"):
                pages.append(open(path, "rb").read())
    return pages


def seconds(pages, workers):
    start = time.perf_counter()
    for _ in pith.extract_many(pages, workers=workers, formats=()):
        pass
    return time.perf_counter() - start


def main():
    pages = read_pages(sys.argv[1])
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    if not pages:
        sys.exit("python.py: no pages in " + sys.argv[1])
    seconds(pages, 2)
    times = [(seconds(pages, 1), seconds(pages, 2)) for _ in range(rounds)]
    one, two = (statistics.median(column) for column in zip(*times))
    print("one thread   %8.0f pages/s" % (len(pages) / one))
    print("two threads  %8.0f pages/s" % (len(pages) / two))
    print("two threads are %.2f times as fast as one" % statistics.median(a / b for a, b in times))


if __name__ == "__main__":
    main()
