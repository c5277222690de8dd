#!/usr/bin/env python3
"""Times `pith --jsonl` against the library in the same run, in turn.

usage: pipe.py PITH LIBPITH [ROUNDS] <LIST, a list of files, compressed or not, one per line

Each round extracts all pages with pith_extract in this process, then sends them as JSON records
through `pith --jsonl` with one worker and with two. Wall time is measured, so the machine should be
idle. Prints pages/s and MB/s (of page bytes) of each, for the fastest of all rounds, what two
workers gain over one, and last "ratio R": one worker's throughput divided by the library's.
"""
import base64, ctypes, gzip, json, os, subprocess, sys, tempfile, time


def read_pages(names):
    for name in names:
        with open(name, "rb") as file:
            data = file.read()
        yield gzip.decompress(data) if name.endswith(".gz") else data


def record(number, page):
    try:
        return {"id": number, "html": page.decode()}
    except UnicodeDecodeError:
        return {"id": number, "html_base64": base64.b64encode(page).decode()}


def time_library(path, pages):
    pith = ctypes.CDLL(path)
    context, article = ctypes.c_void_p(), ctypes.c_void_p()
    pith.pith_context_new(ctypes.byref(context))
    begin = time.monotonic()
    for page in pages:
        if pith.pith_extract(context, None, page, ctypes.c_size_t(len(page)), ctypes.byref(article)) == 0:
            pith.pith_article_free(article)
    seconds = time.monotonic() - begin
    pith.pith_context_free(context)
    return seconds


def time_program(path, records, n_jobs):
    begin = time.monotonic()
    subprocess.run([path, "--jsonl", "-j%d" % n_jobs, records], stdout=subprocess.DEVNULL, check=True)
    return time.monotonic() - begin


def main():
    program, library = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    n_rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    pages = list(read_pages(line.rstrip("\n") for line in sys.stdin))
    if not pages:
        sys.exit("pipe.py: no pages")
    n_bytes = sum(map(len, pages))
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as records:
        for number, page in enumerate(pages):
            records.write(json.dumps(record(number, page), ensure_ascii=False) + "\n")
        records.flush()
        sides = [("library", lambda: time_library(library, pages)),
                 ("--jsonl -j1", lambda: time_program(program, records.name, 1)),
                 ("--jsonl -j2", lambda: time_program(program, records.name, 2))]
        times = {name: [] for name, _ in sides}
        for _ in range(n_rounds):
            for name, measure in sides:
                times[name].append(measure())
    best = {name: min(seconds) for name, seconds in times.items()}
    for name, seconds in best.items():
        spread = " ".join("%.2f" % s for s in times[name])
        print("%-12s %8.1f MB/s %8.0f pages/s   s a round: %s"
              % (name, n_bytes / 1e6 / seconds, len(pages) / seconds, spread))
    print("two workers %.2f of one" % (best["--jsonl -j1"] / best["--jsonl -j2"]))
    print("ratio %.3f" % (best["library"] / best["--jsonl -j1"]))


main()
