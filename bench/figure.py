#!/usr/bin/env python3
"""A chart of accuracy against speed, one labelled point per extractor.

usage: figure.py [RESULTS] >bench/accuracy-speed.svg

RESULTS is what `make bench-peers` wrote (default bench/out/results.json). Extractors that cannot be
installed on this machine come from published.json, which gives the source of each figure; they are
drawn as rings. The SVG follows the reader's light or dark colours by itself.
"""
import json, os, sys

import plots, report

HERE = os.path.dirname(os.path.abspath(__file__))
STYLE = """
svg{--ink:#1c2024;--soft:#5f6b76;--line:#d9dfe4;--c0:#0b6e4f;--c1:#5f6b76;font:13px system-ui,sans-serif}
@media (prefers-color-scheme:dark){svg{--ink:#e6eaed;--soft:#9aa7b2;--line:#313a41;--c0:#4fd1a1;--c1:#9aa7b2}}
text{fill:var(--ink)}text.soft{fill:var(--soft)}text.own{font-weight:700}.grid{stroke:var(--line)}
"""


def read_published():
    path = os.path.join(HERE, "published.json")
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as file:
        return [row for row in json.load(file) if row.get("pages_per_s") and row.get("F1")]


def main(argv):
    path = argv[0] if argv else os.path.join(HERE, "out", "results.json")
    with open(path, encoding="utf-8") as file:
        results = json.load(file)
    points = [(min(i, 1), name, rate, value) for i, name, rate, value in report.speed_points(results)]
    points += [(1, row["name"] + "*", row["pages_per_s"], row["F1"]) for row in read_published()]
    svg = plots.accuracy_speed(points, "pages per second and core (logarithmic), start-up left out",
                               720, 400)
    print(svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
          .replace(">", "><style>%s</style>" % STYLE, 1))


if __name__ == "__main__":
    main(sys.argv[1:])
