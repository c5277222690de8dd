#!/usr/bin/env python3
"""The benchmark: quality and speed of pith and of other extractors.

usage: run.py [options]

  --pith COMMAND          the program under test (default ./pith --format=json)
  --peer NAME=COMMAND     another extractor, one process per page; may be repeated
  --jsonl NAME=COMMAND    another one, one process for all, one record per line; may be repeated
  --installed DIR         the peers that `make bench-peers` put there
  --set FOLDER            a page set besides or instead of the corpus; may be repeated: WCXB,
                          article-extraction-benchmark, Readability's test-pages, CleanEval, or
                          ID.html.gz + ID.json
  --no-corpus             only the sets
  --split open|held-out   only that part of the corpus
  --only TEXT             only pages whose SET/ID contains TEXT
  --limit N               at most N pages of each set
  --speed FILE            what `make bench-speed` printed, for the report
  --floor FILE            exit 1 if a figure of the corpus is below the one in FILE: the F1 of the
                          body (by more than 0.005), of a field (by more than 0.01), or the share
                          of the structure that is kept (by more than 0.02)
  --out DIR               default bench/out: results.json, report.html
  --quick                 only quality, nothing is written

extractors.py begins with the protocol of extractors, score.py with the formula of each figure.
"""
import argparse, datetime, hashlib, json, os, subprocess, sys, time

import corpus, datasets, extractors, insights, report, score, speed, structure

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(HERE)
# A smaller drop may be a page that changed for a good reason; a larger one means that something is
# broken. One page of the 210 moves a field by 0.005; structure has fewer pages.
FLOOR_SLACK = {"F1": 0.005, "fields": 0.01, "structure": 0.02}


class Progress:
    """A progress line on the terminal; silent if standard error is not a terminal."""

    def __init__(self, name, total):
        self.name, self.total, self.start, self.done = name, total, time.time(), 0
        self.shown = sys.stderr.isatty()

    def step(self):
        self.done += 1
        if self.shown:
            spent = time.time() - self.start
            left = spent / self.done * (self.total - self.done)
            sys.stderr.write("\r%-20s %d/%d pages, %.0f s left \x1b[K" % (
                self.name, self.done, self.total, left))

    def end(self):
        if self.shown:
            sys.stderr.write("\r\x1b[K")


def parse_arguments(argv):
    if "-h" in argv or "--help" in argv:
        print(__doc__.strip())
        sys.exit(0)
    parser = argparse.ArgumentParser(usage="run.py [options]; run.py --help lists them",
                                     add_help=False)
    parser.add_argument("--pith", default=os.path.join(TOP, "pith") + " --format=json")
    parser.add_argument("--peer", action="append", default=[])
    parser.add_argument("--jsonl", action="append", default=[])
    parser.add_argument("--installed")
    parser.add_argument("--set", action="append", default=[], dest="sets")
    parser.add_argument("--no-corpus", action="store_true")
    parser.add_argument("--split", choices=["open", "held-out"])
    parser.add_argument("--only", default="")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--speed")
    parser.add_argument("--floor")
    parser.add_argument("--out", default=os.path.join(HERE, "out"))
    parser.add_argument("--quick", action="store_true")
    return parser.parse_args(argv)


def read_pages(args):
    pages = []
    if not args.no_corpus:
        pages += [p for p in datasets.read_set(corpus.ROOT)
                  if not args.split or p.held_out == (args.split == "held-out")]
    for folder in args.sets:
        try:
            pages += datasets.read_set(folder)[:args.limit]
        except (ValueError, OSError) as error:
            sys.exit("bench: %s" % error)
    return [page for page in pages if args.only in page.key]


def part_named(text):
    name, separator, command = text.partition("=")
    if not separator or not command:
        sys.exit("bench: not NAME=COMMAND: %s" % text)
    return name, command


def make_extractors(args):
    peak = os.path.join(TOP, "build", "bench_peak")
    tools = [extractors.ProcessExtractor("pith", args.pith, peak)]
    for text in args.peer:
        tools.append(extractors.ProcessExtractor(*part_named(text), peak_tool=peak))
    for text in args.jsonl:
        tools.append(extractors.StreamExtractor(*part_named(text)))
    if args.installed:
        tools += extractors.installed_peers(args.installed, peak)
    return tools


def run_extractor(tool, pages):
    """Runs one extractor over all pages: its rows of figures, with its cost."""
    try:
        tool.start()
    except (OSError, ValueError) as error:
        print("%s left out: %s" % (tool.name, error), file=sys.stderr)
        return None
    rows, progress, bodies, texts = [], Progress(tool.name, len(pages)), {}, {}
    for page in pages:
        answer = tool.run(page.id, page.load(), page.truth.get("url"))
        row = score.score_page(answer.said, page.truth)
        row.update(id=page.id, set=page.set, type=page.type, language=page.language,
                   held_out=page.held_out, fail=float(answer.fault is not None),
                   seconds=round(answer.seconds, 6), peak_kb=answer.peak_kb,
                   decade=(page.truth.get("date") or "")[:3], confidence=answer.said.get("confidence"))
        texts[page.key] = answer.said.get("text") or ""
        if answer.fault:
            row["why"] = answer.fault
        rows.append(row)
        if page.form == "scrapinghub":
            bodies.setdefault(page.set, {})[page.id] = {
                "articleBody": answer.said.get("text") or ""}
        progress.step()
    progress.end()
    tool.stop()
    tell_failures(tool.name, rows)
    return {"kind": tool.kind, "command": tool.command, "cost": cost_of(tool, rows), "rows": rows,
            "bodies": bodies, "texts": texts}


def tell_failures(name, rows):
    failed = [row for row in rows if row["fail"]]
    if failed:
        print("bench: %s failed on %d of %d pages, first on %s: %s" % (
            name, len(failed), len(rows), failed[0]["id"], failed[0]["why"]), file=sys.stderr)


def cost_of(tool, rows):
    """Start-up separately from work: one process per page pays for start-up every time."""
    seconds = [row["seconds"] for row in rows if not row["fail"]]
    per_page = tool.start_up if tool.kind == "process" else 0
    work = [max(0, s - per_page) for s in seconds]
    peaks = [row["peak_kb"] for row in rows if row["peak_kb"]]
    return {"start_up_s": tool.start_up, "work_mean_s": score.mean(work),
            "work_p50_s": extractors.percentile(work, .5),
            "work_p99_s": extractors.percentile(work, .99),
            "pages_per_s": len(seconds) / sum(seconds) if seconds and sum(seconds) else None,
            "peak_kb": max(peaks) if peaks else None}


def add_other_ways(args, pages, results):
    """The cost of one process for all pages, and quality with --recall and --precision."""
    program = args.pith.split()[0]
    if not os.path.exists(program):
        return
    up = run_extractor(extractors.StreamExtractor("pith --jsonl", program + " --jsonl -j1"), pages)
    if up:
        results["extractors"]["pith"]["stays_up"] = up["cost"]
    results["bias"] = []
    for bias, option in ((-.5, " --recall"), (0, ""), (.5, " --precision")):
        way = extractors.StreamExtractor("pith" + option, program + " --jsonl -j1" + option)
        found = run_extractor(way, pages)
        if found:
            row = score.summarize(found["rows"])
            results["bias"].append((bias, row["P"], row["R"]))


def group_rows(rows):
    """The groups that are reported: all, both parts of the split, types, languages, sets, decades."""
    groups = {"all": rows}
    for row in rows:
        if row["set"] == "corpus":
            groups.setdefault("split " + ("held-out" if row["held_out"] else "open"), []).append(row)
        groups.setdefault("type " + row["type"], []).append(row)
        groups.setdefault("language " + row["language"], []).append(row)
        groups.setdefault("set " + row["set"], []).append(row)
        if row["decade"].isdigit():
            groups.setdefault("decade %s0s" % row["decade"], []).append(row)
    return {name: score.summarize(members) for name, members in groups.items()}


def shell_line(*command):
    try:
        return subprocess.run(command, capture_output=True, text=True, cwd=TOP).stdout.strip()
    except OSError:
        return ""


def processor():
    try:
        with open("/proc/cpuinfo") as file:
            for line in file:
                if line.startswith("model name"):
                    return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return "unknown"


def describe_run(pages):
    """What must be quoted with a figure."""
    digest = hashlib.sha256()
    for page in pages:
        digest.update(page.key.encode() + page.load()
                      + json.dumps(page.truth, sort_keys=True).encode())
    commit = shell_line("git", "rev-parse", "--short=12", "HEAD")
    changed = shell_line("git", "status", "--porcelain", "--untracked-files=no")
    return {"date": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC"),
            "commit": (commit or "unknown") + (" with changes" if changed else ""),
            "processor": processor(), "cores": os.cpu_count(), "n_pages": len(pages),
            "pages_digest": digest.hexdigest()[:16],
            "mean_kb": round(sum(len(p.load()) for p in pages) / max(1, len(pages)) / 1024, 1)}


def write_explanations(command, pages, rows, texts, folder):
    """For the worst pages: how the text differs from the ground truth, and the program's
    --explain=html."""
    worst = sorted((r for r in rows if "F1" in r), key=lambda r: r["F1"])[:insights.N_WORST]
    by_key = {page.key: page for page in pages}
    program = command.split()[0]
    os.makedirs(os.path.join(folder, "explain"), exist_ok=True)
    for row in worst:
        page = by_key[row["set"] + "/" + row["id"]]
        row["diff"] = insights.diff(texts[page.key], page.truth.get("text", ""))
        try:
            run = subprocess.run([program, "--explain=html"], input=page.load(),
                                 capture_output=True, timeout=extractors.TIMEOUT_S)
        except (OSError, subprocess.TimeoutExpired):
            continue
        if run.stdout[:1] == b"<":
            row["explain"] = "explain/%s-%s.html" % (page.set, page.id)
            with open(os.path.join(folder, row["explain"]), "wb") as file:
                file.write(run.stdout)


def write_out(args, pages, results):
    os.makedirs(args.out, exist_ok=True)
    if "pith" in results["extractors"]:
        found = results["extractors"]["pith"]
        write_explanations(args.pith, pages, found["rows"], found["texts"], args.out)
    for name, found in results["extractors"].items():
        del found["texts"]
        for set_name, bodies in found.pop("bodies").items():
            with open(os.path.join(args.out, "%s.%s.json" % (set_name, name)), "w") as file:
                json.dump(bodies, file)
    with open(os.path.join(args.out, "results.json"), "w", encoding="utf-8") as file:
        json.dump(results, file, ensure_ascii=False, indent=1)
    with open(os.path.join(args.out, "report.html"), "w", encoding="utf-8") as file:
        file.write(report.make(results))


def measure_structure(command, pages):
    """{kind: share of the structure that the Markdown keeps} over all pages."""
    total = {}
    for page in pages:
        if not page.truth.get("text") or not page.load().lstrip().startswith(b"<"):
            continue
        run = subprocess.run(command.split()[:1] + ["--format=markdown", "--body", "-"],
                             input=page.load(), capture_output=True, check=False)
        counts = structure.score(page.load(), page.truth["text"], run.stdout.decode("utf-8", "replace"))
        for kind, (hit, right) in counts.items():
            both = total.setdefault(kind, [0, 0])
            both[0], both[1] = both[0] + hit, both[1] + right
    return {kind: hit / right for kind, (hit, right) in sorted(total.items())}


def check_floor(path, args, pages, results):
    """Prints each figure beside its floor; False if one is below it."""
    with open(path, encoding="utf-8") as file:
        floor = json.load(file)
    group = results["extractors"]["pith"]["groups"]["all"]
    got = {"F1": {"body": group["F1"]},
           "fields": {name: field["F1"] or 0 for name, field in group["fields"].items()}}
    if "structure" in floor:
        got["structure"] = measure_structure(args.pith, pages)
    floor["F1"] = {"body": floor["F1"]}
    good = True
    for part, slack in FLOOR_SLACK.items():
        for name, low in floor.get(part, {}).items():
            passes = got[part].get(name, 0) >= low - slack
            good = good and passes
            print("%-10s %-10s %.4f, floor %.4f%s" % (
                part, name, got[part].get(name, 0), low, "" if passes else "  FAILED"))
    return good


def main(argv):
    args = parse_arguments(argv)
    pages = read_pages(args)
    if not pages:
        sys.exit("bench: no pages")
    results = {"run": describe_run(pages), "extractors": {}}
    for tool in make_extractors(args):
        found = run_extractor(tool, pages)
        if found:
            found["groups"] = group_rows(found["rows"])
            results["extractors"][tool.name] = found
    if not args.quick and "pith" in results["extractors"]:
        add_other_ways(args, pages, results)
    if not args.quick:
        results["speed"] = speed.read_report(args.speed)
        results["growth"] = speed.measure_growth(args.pith, pages,
                                                 os.path.join(TOP, "build", "bench_peak"))
    report.print_tables(results)
    if not args.quick:
        write_out(args, pages, results)
        print("\n%s\n%s" % tuple(os.path.join(os.path.relpath(args.out), name)
                                 for name in ("report.html", "results.json")))
    if args.floor and not check_floor(args.floor, args, pages, results):
        print("bench: a figure of the corpus fell under its floor", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
