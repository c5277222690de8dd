"""Shows the results as tables on the terminal, and as one self-contained page with plots."""
import extractors, insights, plots, score
from plots import colour, esc

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
    if prefix == "decade ":
        return sorted(found)
    return sorted(found, key=lambda name: (-groups[name]["pages"], name))


def quality_rows(results):
    """Group names in the order of the tables."""
    names = ["all"] + group_names(results, "type ")
    for prefix in ("split ", "set "):
        more = group_names(results, prefix)
        names += more if len(more) > 1 else []
    return names + group_names(results, "language ") + group_names(results, "decade ")


def describe(run):
    return "%(date)s, commit %(commit)s, %(processor)s (%(cores)d cores), %(n_pages)d pages of " \
           "%(mean_kb)g kB on average, digest %(pages_digest)s" % run


# ---- terminal ------------------------------------------------------------------------------------

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
    """The extractors that return anything but text."""
    said = lambda name: results["extractors"][name]["groups"]["all"]["fields"].values()
    return [name for name in names_of(results) if any(field["said"] for field in said(name))]


def print_fields(results):
    print("\n%-24s" % "metadata, P/R" + " ".join("%11s" % f for f in FIELD_COLUMNS))
    for name in names_with_fields(results):
        fields = results["extractors"][name]["groups"]["all"]["fields"]
        print("%-24s" % name + " ".join("%11s" % ("%s/%s" % (
            figure(fields[f]["P"], "%.3f"), figure(fields[f]["R"], "%.3f"))) for f in FIELD_COLUMNS))


def cost_rows(results):
    """(name, how it is run, cost) for each extractor; pith twice."""
    for name, found in results["extractors"].items():
        yield name, "one process per page" if found["kind"] == "process" else "one process", found["cost"]
        if found.get("stays_up"):
            yield name + " --jsonl", "one process", found["stays_up"]


def print_cost(results):
    print("\n%-24s%22s%10s%10s%10s%10s%10s" % ("cost", "run as", "start ms", "mean ms", "p50 ms",
                                               "p99 ms", "peak MiB"))
    for name, way, cost in cost_rows(results):
        ms = [figure(None if cost[key] is None else cost[key] * 1000, "%.1f")
              for key in ("start_up_s", "work_mean_s", "work_p50_s", "work_p99_s")]
        peak = figure(cost["peak_kb"] and cost["peak_kb"] / 1024, "%.1f")
        print("%-24s%22s%10s%10s%10s%10s%10s" % ((name, way) + tuple(ms) + (peak,)))


def print_published(results):
    """The figures of other benchmarks, for sets that use them."""
    keys = [key for key in score.PUBLISHED
            if any(found["groups"]["all"].get(key) is not None for found in results["extractors"].values())]
    if keys:
        print("\n%-24s" % "as published elsewhere" + " ".join("%12s" % key for key in keys))
        for name, found in results["extractors"].items():
            for group in ["all"] + group_names(results, "set "):
                row = found["groups"][group]
                print("%-24s" % ("%s %s" % (name, group.replace("set ", "")))[:24] + " ".join(
                    "%12s" % figure(row.get(key)) for key in keys))


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
    print_published(results)
    print_fields(results)
    print_cost(results)
    print_speed(results)


# ---- page ----------------------------------------------------------------------------------------

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
figure{margin:0}svg{display:block;width:100%;max-width:38rem;height:auto;font:13px system-ui,sans-serif}
svg text{fill:var(--ink)}svg text.soft{fill:var(--soft)}svg text.own{font-weight:700}svg .grid{stroke:var(--line)}
svg .bar{fill:var(--c0)}.legend{display:flex;flex-wrap:wrap;gap:.25rem 1rem;margin:.5rem 0;padding:0;
list-style:none;font-size:.875rem}.legend i{display:inline-block;width:.75rem;height:.75rem;border-radius:50%;
margin-right:.4rem}
.scroll{overflow-x:auto}table{border-collapse:collapse;font-size:.875rem;font-variant-numeric:tabular-nums}
th,td{text-align:right;padding:.25rem .6rem;border-bottom:1px solid var(--line);white-space:nowrap}
th:first-child,td:first-child{text-align:left}td.best{font-weight:700}a{color:var(--c2)}
.diff{max-width:46rem;background:var(--band);padding:.5rem .75rem;border-radius:.5rem;font-size:.875rem;
overflow-wrap:anywhere}ins{color:var(--c1);text-decoration:underline}del{color:var(--c2)}summary{cursor:pointer}
pre{background:var(--band);padding:.75rem;border-radius:.5rem;overflow-x:auto;font-size:.8125rem}
"""


def table(head, rows, best=None):
    """A table; `best` names the columns whose highest number is bold."""
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


def group_plot(results, prefix, title):
    names, rows = names_of(results), []
    for group in ["all"] + group_names(results, prefix):
        found = [results["extractors"][name]["groups"][group] for name in names]
        rows.append(("%s (%d)" % (group.replace(prefix, ""), found[0]["pages"]),
                     [(i, name, row["F1"]) for i, (name, row) in enumerate(zip(names, found))],
                     found[0]["F1_interval"]))
    return plots.groups(rows, title)


def page_plot(results):
    return plots.pages([(name, [r["F1"] for r in found["rows"] if "F1" in r])
                        for name, found in results["extractors"].items()])


def speed_points(results):
    """(index, name, pages per second without start-up, F1) for each extractor that was timed."""
    out = []
    for i, (name, found) in enumerate(results["extractors"].items()):
        cost = found.get("stays_up") or found["cost"]
        if cost["work_mean_s"] and found["groups"]["all"]["F1"] is not None:
            out.append((i, name, 1 / cost["work_mean_s"], found["groups"]["all"]["F1"]))
    return out


def growth_plot(rows):
    return plots.bars([("%d times, %.1f MB" % (row["factor"], row["bytes"] / 1e6), row["ns_per_byte"],
                        "%.1f ns per byte" % row["ns_per_byte"]) for row in rows],
                      "Time per byte of one page at growing sizes")


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
    for name, way, cost in cost_rows(results):
        rows.append([name, way] + [figure(cost[k] and cost[k] * 1000, "%.1f")
                                   for k in ("start_up_s", "work_mean_s", "work_p50_s", "work_p99_s")]
                    + [figure(cost["peak_kb"] and cost["peak_kb"] / 1024, "%.0f")])
    return table(["", "run as", "start-up ms", "mean ms", "p50 ms", "p99 ms", "peak MiB"], rows)


def worst_list(found):
    """The worst pages with their explanation and, on a click, what was kept against the ground
    truth."""
    out = []
    for row in sorted((r for r in found["rows"] if "F1" in r), key=lambda r: r["F1"])[:insights.N_WORST]:
        name = "%s/%s" % (row["set"], row["id"])
        link = ' <a href="%s">why each block was kept or dropped</a>' % esc(row["explain"]) \
            if row.get("explain") else ""
        diff = "<p class=diff>%s</p>" % insights.diff_html(row["diff"]) if row.get("diff") else ""
        out.append("<details><summary>%s: F1 %s, P %s, R %s; %s, %s%s</summary><p>%s</p>%s</details>" % (
            esc(name), figure(row["F1"], "%.3f"), figure(row["P"], "%.3f"), figure(row["R"], "%.3f"),
            esc(row["type"]), esc(row["language"]), esc("; " + row["why"] if row.get("why") else ""),
            link, diff))
    return "".join(out)


def figure_of(plot, caption):
    return "<figure>%s<figcaption>%s</figcaption></figure>" % (plot, esc(caption))


def section(title, *parts):
    return "<section><h2>%s</h2>%s</section>" % (esc(title), "".join(parts))


def make(results):
    """The report as one page without external resources."""
    names = names_of(results)
    first = results["extractors"][names[0]]
    several = len(names) > 1
    points = speed_points(results)
    parts = [tiles(results), legend(names) if several else ""]
    if points:
        parts.append(section("Accuracy against speed", figure_of(
            plots.accuracy_speed(points, "pages per second and core, without start-up",
                                 extractors.CONVERTERS),
            "Mean word F1 of the pages, against speed. pith is timed as one process for all pages, "
            "like its peers. Rings are converters, which print the whole page."), cost_table(results)))
    parts.append(section("By type of page", figure_of(
        group_plot(results, "type ", "Word F1 by type"),
        "Mean word F1 of the pages; the bar is the 95 %% bootstrap interval of %s." % names[0]),
        peer_table(results) if several else ""))
    parts.append(section("By language", figure_of(
        group_plot(results, "language ", "Word F1 by language"), "As above.")))
    if group_names(results, "decade "):
        parts.append(section("By decade", figure_of(
            group_plot(results, "decade ", "Word F1 by decade"), "Pages that have a date.")))
    parts.append(section("Every page", figure_of(page_plot(results), "")))
    bins = insights.calibration(first["rows"])
    if bins:
        parts.append(section("Calibration of the confidence", figure_of(
            plots.calibration(bins), "Each dot is a tenth of the scale; the larger the dot, the more "
            "pages are in it. On the dashed line the confidence equals F1.")))
    if len(results.get("bias") or ()) > 1:
        parts.append(section("Precision against recall", figure_of(plots.precision_recall(
            results["bias"]), "From left to right: --precision, neither option, --recall.")))
    parts.append(section("Precision and recall of %s" % names[0],
                         quality_table(first, quality_rows(results))))
    parts.append(section("Metadata, precision and recall", field_table(results)))
    if results.get("speed"):
        parts.append(section("The library compared with stock gumbo_parse", "<pre tabindex=0>%s</pre>" % esc(
            "\n".join(results["speed"]["lines"]))))
    if results.get("growth"):
        parts.append(section("Growth", figure_of(
            growth_plot(results["growth"]), "One page (%s) with its body repeated 1, 10 and 100 "
            "times." % results["growth"][0]["page"])))
    parts.append(section("Worst pages of %s" % names[0],
                         "<p class=soft><ins>Underlined</ins>: kept, but not in the ground truth. "
                         "<del>Struck out</del>: in the ground truth, but dropped.</p>",
                         worst_list(first)))
    return ("<!DOCTYPE html><html lang=en><meta charset=utf-8><meta name=viewport "
            'content="width=device-width,initial-scale=1"><title>pith benchmark</title><style>%s</style>'
            "<h1>pith benchmark</h1><p class=soft>%s</p>%s</html>\n" % (
                STYLE, esc(describe(results["run"])), "".join(parts)))
