"""The results as tables on the terminal and as one self-contained page with plots."""
import html, math

import score

FIELD_COLUMNS = ("headline", "authors", "place", "date", "byline", "dateline")
TYPE_ORDER = ("article", "documentation", "service", "forum", "product", "collection", "listing")


def figure(value, form="%.4f"):
    return "-" if value is None else form % value


def interval(pair, form="%.3f"):
    return "[%s %s]" % (form % pair[0], form % pair[1]) if pair else "-"


def names_of(results):
    return list(results["extractors"])


def group_names(results, prefix):
    """Groups whose name starts with `prefix`, types in a fixed order, others by size."""
    groups = next(iter(results["extractors"].values()))["groups"]
    found = [name for name in groups if name.startswith(prefix)]
    if prefix == "type ":
        order = {"type " + name: i for i, name in enumerate(TYPE_ORDER)}
        return sorted(found, key=lambda name: order.get(name, 99))
    return sorted(found, key=lambda name: (-groups[name]["pages"], name))


def quality_rows(results):
    """Group names in the order of the tables."""
    names = ["all"] + group_names(results, "type ")
    for prefix in ("split ", "set "):
        more = group_names(results, prefix)
        names += more if len(more) > 1 else []
    return names + group_names(results, "language ")


def describe(run):
    return "%(date)s, commit %(commit)s, %(processor)s (%(cores)d cores), %(n_pages)d pages of " \
           "%(mean_kb)g kB on average, digest %(pages_digest)s" % run


# ---- the terminal --------------------------------------------------------------------------------

def print_quality(name, found, groups):
    keys = ("sP", "sR", "sF1", "seg", "headline", "authors", "date")
    print("\n%-24s%6s %7s %7s %7s  %-14s %7s %7s %7s %7s %7s %7s %7s %6s" % (
        name, "pages", "P", "R", "F1", "95 % of F1", "4-P", "4-R", "4-F1", "seg", "title", "authors",
        "date", "fail"))
    for group in groups:
        row = found["groups"][group]
        cells = [figure(row[key]) for key in ("P", "R", "F1")] + [interval(row["F1_interval"])]
        cells += [figure(row.get(key)) for key in keys]
        print("%-24s%6d %7s %7s %7s  %-14s %7s %7s %7s %7s %7s %7s %7s %6s" % (
            (group, row["pages"]) + tuple(cells) + (figure(row["fail"], "%.3f"),)))


def print_peers(results):
    names = names_of(results)
    print("\n%-24s%6s " % ("word F1", "pages") + " ".join("%11.11s" % name for name in names))
    for group in quality_rows(results):
        rows = [results["extractors"][name]["groups"][group] for name in names]
        print("%-24s%6d " % (group, rows[0]["pages"])
              + " ".join("%11s" % figure(row["F1"]) for row in rows))


def names_with_fields(results):
    """The extractors that say anything but text."""
    said = lambda name: results["extractors"][name]["groups"]["all"]["fields"].values()
    return [name for name in names_of(results) if any(field["said"] for field in said(name))]


def print_fields(results):
    print("\n%-24s" % "metadata, P/R" + " ".join("%11s" % f for f in FIELD_COLUMNS))
    for name in names_with_fields(results):
        fields = results["extractors"][name]["groups"]["all"]["fields"]
        print("%-24s" % name + " ".join("%11s" % ("%s/%s" % (
            figure(fields[f]["P"], "%.3f"), figure(fields[f]["R"], "%.3f"))) for f in FIELD_COLUMNS))


def print_cost(results):
    print("\n%-24s%10s%10s%10s%10s%12s" % ("cost", "start ms", "p50 ms", "p99 ms", "pages/s",
                                           "peak MiB"))
    for name in names_of(results):
        cost = results["extractors"][name]["cost"]
        ms = [figure(None if cost[key] is None else cost[key] * 1000, "%.1f")
              for key in ("start_up_s", "work_p50_s", "work_p99_s")]
        peak = figure(cost["peak_kb"] and cost["peak_kb"] / 1024, "%.1f")
        print("%-24s%10s%10s%10s%10s%12s" % ((name,) + tuple(ms) + (
            figure(cost["pages_per_s"], "%.0f"), peak)))


def print_speed(results):
    if results.get("speed"):
        print("\nspeed of the library against stock gumbo_parse, in one process")
        print("\n".join("  " + line for line in results["speed"]["lines"]))
    if results.get("growth"):
        print("\n%-24s%12s%10s%10s%10s" % ("growth of one page", "bytes", "ms", "ns/byte", "peak MiB"))
        for row in results["growth"]:
            print("%-24s%12d%10.1f%10.1f%10s" % (
                "x %d" % row["factor"], row["bytes"], row["seconds"] * 1000, row["ns_per_byte"],
                figure(row["peak_kb"] and row["peak_kb"] / 1024, "%.1f")))


def print_tables(results):
    print(describe(results["run"]))
    first = names_of(results)[0]
    print_quality(first, results["extractors"][first], quality_rows(results))
    if len(names_of(results)) > 1:
        print_peers(results)
    print_fields(results)
    print_cost(results)
    print_speed(results)


# ---- the page ------------------------------------------------------------------------------------

STYLE = """
:root{color-scheme:light dark;--paper:#fff;--ink:#1c2024;--soft:#5f6b76;--line:#d9dfe4;--band:#f3f6f8;
--c0:#0b6e4f;--c1:#c4501b;--c2:#3c5fbd;--c3:#9a3b8f;--c4:#8a6d00;--c5:#577590;--c6:#b0304f;--c7:#4d7c0f}
@media (prefers-color-scheme:dark){:root{--paper:#14181b;--ink:#e6eaed;--soft:#9aa7b2;--line:#313a41;
--band:#1c2226;--c0:#4fd1a1;--c1:#ff9a66;--c2:#8fb0ff;--c3:#e08ad6;--c4:#e0c04a;--c5:#9fb8cc;
--c6:#ff8aa5;--c7:#a8d65c}}
*{box-sizing:border-box}body{margin:0 auto;max-width:62rem;padding:1.5rem 1rem 4rem;background:var(--paper);
color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
h1{font-size:1.6rem;margin:0 0 .25rem}h2{font-size:1.15rem;margin:2.5rem 0 .5rem}
p{margin:.5rem 0;max-width:46rem}.soft,figcaption,th,text.soft{color:var(--soft)}.soft,figcaption{font-size:.875rem}
.tiles{display:grid;grid-template-columns:repeat(auto-fill,minmax(8rem,1fr));gap:.75rem;
margin:1.25rem 0 0;padding:0;list-style:none}.tiles li{background:var(--band);border-radius:.5rem;padding:.7rem .9rem;
overflow-wrap:anywhere}
.tiles b{display:block;font-size:1.5rem;font-variant-numeric:tabular-nums}
figure{margin:0;overflow-x:auto}svg{display:block;width:100%;min-width:40rem;height:auto;font:12px system-ui,sans-serif}
svg text{fill:var(--ink)}svg text.soft{fill:var(--soft)}svg .grid{stroke:var(--line)}
svg .bar{fill:var(--c0)}.legend{display:flex;flex-wrap:wrap;gap:.25rem 1rem;margin:.5rem 0;padding:0;
list-style:none;font-size:.875rem}.legend i{display:inline-block;width:.75rem;height:.75rem;border-radius:50%;
margin-right:.4rem}
.scroll{overflow-x:auto}table{border-collapse:collapse;font-size:.875rem;font-variant-numeric:tabular-nums}
th,td{text-align:right;padding:.25rem .6rem;border-bottom:1px solid var(--line);white-space:nowrap}
th:first-child,td:first-child{text-align:left}td.best{font-weight:700}a{color:var(--c2)}
pre{background:var(--band);padding:.75rem;border-radius:.5rem;overflow-x:auto;font-size:.8125rem}
"""


def esc(text):
    return html.escape(str(text), quote=True)


def colour(index):
    return "var(--c%d)" % (index % 8)


def table(head, rows, best=None):
    """A table; `best` names the columns whose highest number is set in bold."""
    out = ["<div class=scroll tabindex=0><table><thead><tr>%s</tr></thead><tbody>" % "".join(
        "<th>%s</th>" % esc(cell) for cell in head)]
    for row in rows:
        numbers = [float(c) for c in row[best:] if c not in ("-", "")] if best else []
        cells = []
        for i, cell in enumerate(row):
            top = best and i >= best and cell not in ("-", "") and float(cell) == max(numbers)
            raw = isinstance(cell, tuple)
            cells.append("<td%s>%s</td>" % (" class=best" if top and len(numbers) > 1 else "",
                                            cell[0] if raw else esc(cell)))
        out.append("<tr>%s</tr>" % "".join(cells))
    return "".join(out) + "</tbody></table></div>"


def legend(names):
    return "<ul class=legend>%s</ul>" % "".join(
        '<li><i style="background:%s"></i>%s</li>' % (colour(i), esc(name))
        for i, name in enumerate(names))


class Plot:
    """An SVG that is drawn top down in user units; its text scales with the page."""

    def __init__(self, width, height, title):
        self.width, self.height, self.title, self.out = width, height, title, []

    def add(self, form, *args):
        self.out.append(form % args)

    def text(self, x, y, text, anchor="start", kind=""):
        self.add('<text x="%.1f" y="%.1f" text-anchor="%s"%s>%s</text>', x, y, anchor,
                 ' class="%s"' % kind if kind else "", esc(text))

    def line(self, x1, y1, x2, y2, style='class="grid"'):
        self.add('<line x1="%.1f" y1="%.1f" x2="%.1f" y2="%.1f" %s/>', x1, y1, x2, y2, style)

    def dot(self, x, y, index, label, radius=5):
        self.add('<circle cx="%.1f" cy="%.1f" r="%g" style="fill:%s"><title>%s</title></circle>', x, y,
                 radius, colour(index), esc(label))

    def done(self):
        return '<svg viewBox="0 0 %d %d" role="img" aria-label="%s">%s</svg>' % (
            self.width, self.height, esc(self.title), "".join(self.out))


def scale_axis(plot, left, right, top, bottom):
    """The axis of F1 from 0 to 1; gives the function from F1 to x."""
    at = lambda value: left + (right - left) * value
    for tenth in range(0, 11, 2):
        plot.line(at(tenth / 10), top, at(tenth / 10), bottom)
        plot.text(at(tenth / 10), bottom + 16, "%.1f" % (tenth / 10), "middle", "soft")
    return at


def plot_groups(results, prefix, title):
    """A row a group, a dot an extractor; the first one's dot with its 95 % interval."""
    groups = ["all"] + group_names(results, prefix)
    names = names_of(results)
    plot = Plot(900, 30 * len(groups) + 40, title)
    at = scale_axis(plot, 170, 860, 8, 30 * len(groups) + 8)
    for i, group in enumerate(groups):
        y = 30 * i + 24
        rows = [results["extractors"][name]["groups"][group] for name in names]
        plot.text(0, y + 4, "%s (%d)" % (group.replace(prefix, ""), rows[0]["pages"]))
        if rows[0]["F1_interval"]:
            low, high = rows[0]["F1_interval"]
            plot.line(at(low), y, at(high), y, 'style="stroke:%s;stroke-width:3"' % colour(0))
        for j in reversed(range(len(names))):
            if rows[j]["F1"] is not None:
                plot.dot(at(rows[j]["F1"]), y, j, "%s, %s: F1 %.4f" % (names[j], group, rows[j]["F1"]),
                         6 if j == 0 else 4.5)
    return plot.done()


def plot_pages(results):
    """Each extractor's pages in the order of their F1: how many are bad, and how bad."""
    plot = Plot(900, 320, "F1 of each page, worst first")
    left, right, top, bottom = 40, 880, 10, 280
    for tenth in range(0, 11, 2):
        y = bottom - (bottom - top) * tenth / 10
        plot.line(left, y, right, y)
        plot.text(left - 8, y + 4, "%.1f" % (tenth / 10), "end", "soft")
    for quarter in range(0, 5):
        plot.text(left + (right - left) * quarter / 4, bottom + 18, "%d %%" % (25 * quarter), "middle",
                  "soft")
    plot.text((left + right) / 2, bottom + 36, "share of the pages, worst first", "middle", "soft")
    for i, name in reversed(list(enumerate(names_of(results)))):
        values = sorted(r["F1"] for r in results["extractors"][name]["rows"] if "F1" in r)
        points = " ".join("%.1f,%.1f" % (left + (right - left) * k / max(1, len(values) - 1),
                                         bottom - (bottom - top) * value)
                          for k, value in enumerate(values))
        plot.add('<polyline points="%s" style="fill:none;stroke:%s;stroke-width:%g"><title>%s</title>'
                 '</polyline>', points, colour(i), 3 if i == 0 else 1.5, esc(name))
    return plot.done()


def plot_cost(results):
    """Quality against the work a page takes, start-up left out, on a logarithmic scale.

    Labels go downwards, a line each, so that none hides another."""
    points = [(i, name, found["cost"]["work_mean_s"], found["groups"]["all"]["F1"])
              for i, (name, found) in enumerate(results["extractors"].items())
              if found["cost"]["work_mean_s"] and found["groups"]["all"]["F1"] is not None]
    if not points:
        return ""
    plot = Plot(900, 330, "F1 against time a page")
    left, right, top, bottom = 50, 870, 15, 280
    low = math.floor(math.log10(min(p[2] for p in points)))
    high = math.ceil(math.log10(max(p[2] for p in points)) + .05)
    at_x = lambda s: left + (right - left) * (math.log10(s) - low) / max(1, high - low)
    at_y = lambda f: bottom - (bottom - top) * f
    for tenth in range(0, 11, 2):
        plot.line(left, at_y(tenth / 10), right, at_y(tenth / 10))
        plot.text(left - 8, at_y(tenth / 10) + 4, "%.1f" % (tenth / 10), "end", "soft")
    for power in range(low, high + 1):
        plot.line(at_x(10 ** power), top, at_x(10 ** power), bottom)
        plot.text(at_x(10 ** power), bottom + 18, "%g ms" % (10 ** power * 1000), "middle", "soft")
    plot.text((left + right) / 2, bottom + 38, "mean time a page, without start-up", "middle", "soft")
    label_y = 0
    for i, name, seconds, value in sorted(points, key=lambda p: -p[3]):
        near_end = at_x(seconds) > right - 120
        plot.dot(at_x(seconds), at_y(value), i, "%s: %.2f ms, F1 %.4f" % (name, seconds * 1000, value), 6)
        label_y = max(at_y(value) + 4, label_y + 13)
        plot.text(at_x(seconds) + (-10 if near_end else 10), label_y, name,
                  "end" if near_end else "start")
    return plot.done()


def plot_growth(rows):
    """Time a byte as the page grows: bars of one height mean linear time."""
    plot = Plot(900, 34 * len(rows) + 10, "Time a byte of one page at growing sizes")
    top = max(row["ns_per_byte"] for row in rows)
    for i, row in enumerate(rows):
        y, width = 34 * i + 5, 520 * row["ns_per_byte"] / top
        plot.text(0, y + 17, "%d times, %.1f MB" % (row["factor"], row["bytes"] / 1e6))
        plot.add('<rect class="bar" x="170" y="%d" width="%.1f" height="24" rx="3"/>', y, width)
        plot.text(180 + width, y + 17, "%.1f ns a byte" % row["ns_per_byte"])
    return plot.done()


def tiles(results):
    found = results["extractors"][names_of(results)[0]]
    every, speed = found["groups"]["all"], results.get("speed") or {}
    values = [(figure(every["F1"], "%.3f"), "word F1"), (figure(every["sF1"], "%.3f"), "4-gram F1"),
              (figure(every["P"], "%.3f"), "precision"), (figure(every["R"], "%.3f"), "recall")]
    if speed.get("pith", {}).get("MB/s"):
        values.append(("%.0f" % speed["pith"]["MB/s"], "MB a second, one core"))
    if speed.get("ratio"):
        values.append(("%.2f" % speed["ratio"], "of the time of gumbo_parse"))
    if found["cost"]["peak_kb"]:
        values.append(("%.0f" % (found["cost"]["peak_kb"] / 1024), "MiB at most"))
    return "<ul class=tiles>%s</ul>" % "".join(
        "<li><b>%s</b>%s</li>" % (esc(value), esc(label)) for value, label in values)


def quality_table(found, groups):
    head = ["", "pages", "P", "R", "F1", "95 % of F1", "4-gram P", "4-gram R", "4-gram F1", "failed"]
    rows = []
    for group in groups:
        row = found["groups"][group]
        rows.append([group, row["pages"]] + [figure(row[k]) for k in ("P", "R", "F1")]
                    + [interval(row["F1_interval"])] + [figure(row[k]) for k in ("sP", "sR", "sF1")]
                    + [figure(row["fail"], "%.3f")])
    return table(head, rows)


def peer_table(results):
    names, rows = names_of(results), []
    for group in quality_rows(results):
        cells = [results["extractors"][name]["groups"][group] for name in names]
        rows.append([group, cells[0]["pages"]] + [figure(cell["F1"], "%.3f") for cell in cells])
    return table(["word F1", "pages"] + names, rows, best=2)


def field_table(results):
    rows = []
    for field in FIELD_COLUMNS:
        row = [field]
        for name in names_with_fields(results):
            told = results["extractors"][name]["groups"]["all"]["fields"][field]
            row += [figure(told["P"], "%.3f"), figure(told["R"], "%.3f")]
        rows.append(row)
    return table([""] + [name + end for name in names_with_fields(results) for end in (" P", " R")], rows)


def cost_table(results):
    rows = []
    for name, found in results["extractors"].items():
        cost = found["cost"]
        rows.append([name, "one process a page" if found["kind"] == "process" else "stays up"]
                    + [figure(cost[k] and cost[k] * 1000, "%.1f")
                       for k in ("start_up_s", "work_mean_s", "work_p50_s", "work_p99_s")]
                    + [figure(cost["pages_per_s"], "%.0f"),
                       figure(cost["peak_kb"] and cost["peak_kb"] / 1024, "%.0f")])
    return table(["", "run as", "start-up ms", "mean ms", "p50 ms", "p99 ms", "pages/s", "peak MiB"],
                 rows)


def worst_table(found):
    rows = sorted((r for r in found["rows"] if "F1" in r), key=lambda r: r["F1"])[:20]
    out = []
    for row in rows:
        name = "%s/%s" % (row["set"], row["id"])
        link = '<a href="%s">%s</a>' % (esc(row["explain"]), esc(name)) if row.get("explain") \
            else esc(name)
        out.append([(link,), row["type"], row["language"]] + [figure(row[k], "%.3f") for k in
                                                             ("P", "R", "F1")] + [row.get("why", "")])
    return table(["page", "type", "language", "P", "R", "F1", "fault"], out)


def section(title, *parts):
    return "<section><h2>%s</h2>%s</section>" % (esc(title), "".join(parts))


def make(results):
    """The report as one page without outside resources."""
    names = names_of(results)
    first = results["extractors"][names[0]]
    parts = [tiles(results)]
    parts.append(section("By type of page", legend(names) if len(names) > 1 else "",
                         "<figure>%s<figcaption>Word F1, mean of the pages; the bar is the 95 %% "
                         "bootstrap interval of %s.</figcaption></figure>" % (
                             plot_groups(results, "type ", "Word F1 by type"), esc(names[0])),
                         peer_table(results) if len(names) > 1 else ""))
    parts.append(section("Every page", "<figure>%s</figure>" % plot_pages(results)))
    parts.append(section("By language", "<figure>%s</figure>" % plot_groups(
        results, "language ", "Word F1 by language")))
    parts.append(section("Precision and recall of %s" % names[0],
                         quality_table(first, quality_rows(results))))
    parts.append(section("Metadata, precision and recall", field_table(results)))
    parts.append(section("Cost", "<figure>%s</figure>" % plot_cost(results), cost_table(results)))
    if results.get("speed"):
        parts.append(section("The library against stock gumbo_parse", "<pre>%s</pre>" % esc(
            "\n".join(results["speed"]["lines"]))))
    if results.get("growth"):
        parts.append(section("Growth", "<figure>%s<figcaption>One page (%s) with its body given 1, "
                             "10 and 100 times.</figcaption></figure>" % (
                                 plot_growth(results["growth"]), esc(results["growth"][0]["page"]))))
    parts.append(section("Worst pages of %s" % names[0], worst_table(first)))
    return ("<!DOCTYPE html><html lang=en><meta charset=utf-8><meta name=viewport "
            'content="width=device-width,initial-scale=1"><title>pith benchmark</title><style>%s</style>'
            "<h1>pith benchmark</h1><p class=soft>%s</p>%s</html>\n" % (
                STYLE, esc(describe(results["run"])), "".join(parts)))
