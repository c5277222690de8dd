#!/usr/bin/env python3
"""A chart of accuracy against speed, one labelled point per extractor; converters, which print the
whole page, are rings.

usage: figure.py [RESULTS] >bench/accuracy-speed.svg

RESULTS is what `make bench-peers` wrote (default bench/out/results.json). The SVG follows the reader's
light or dark colours by itself, and has its own background, since a site's may differ from both.
Viewers that do not know var() show the light colours.
"""
import json, os, re, sys

import extractors, plots, report

HERE = os.path.dirname(os.path.abspath(__file__))
STYLE = """
svg{--paper:#fff;--ink:#1c2024;--soft:#5f6b76;--line:#d9dfe4;--c0:#0b6e4f;--c1:#5f6b76;font:13px system-ui,sans-serif}
@media (prefers-color-scheme:dark){svg{--paper:#14181b;--ink:#e6eaed;--soft:#9aa7b2;--line:#313a41;--c0:#4fd1a1;--c1:#9aa7b2}}
text{fill:var(--ink)}text.soft{fill:var(--soft)}text.own{font-weight:700}.grid{stroke:var(--line)}
"""
BACKGROUND = '<rect width="100%" height="100%" rx="8" style="fill:var(--paper)"/>'


def with_light_colours(svg):
    """Writes the light colour before each var(): a viewer that does not know var() skips it."""
    light = dict(re.findall(r"(--\w+):(#\w+)", STYLE.split("@media")[0]))
    return re.sub(r"([a-z]+):var\((--\w+)\)",
                  lambda found: "%s:%s;%s" % (found[1], light[found[2]], found[0]), svg)


def main(argv):
    path = argv[0] if argv else os.path.join(HERE, "out", "results.json")
    with open(path, encoding="utf-8") as file:
        results = json.load(file)
    points = [(min(i, 1), name, rate, value) for i, name, rate, value in report.speed_points(results)]
    svg = plots.accuracy_speed(points, "pages per second and core (logarithmic), start-up left out",
                               extractors.CONVERTERS, 720, 400)
    svg = svg.replace(">", "><style>%s</style>%s" % (STYLE, BACKGROUND), 1)
    print(with_light_colours(svg).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


if __name__ == "__main__":
    main(sys.argv[1:])
