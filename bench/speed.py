"""Speed: reads what `make bench-speed` printed, and times a page at 1, 10 and 100 times its size.

Growth is measured in processor time, which other work on the machine affects least.
"""
import os, re, resource, subprocess, tempfile

FACTORS = (1, 10, 100)
# The fastest of this many runs counts: noise only ever adds time.
N_RUNS = 5
# With about this size a body stays within the program's limit of 16 MiB when it is 100 times as
# large.
GROWTH_BYTES = 100_000


def read_report(path):
    """Parses the lines of bench-speed whose figures have known names."""
    if not path or not os.path.exists(path):
        return None
    with open(path, encoding="utf-8") as file:
        lines = file.read().strip().split("\n")
    out = {"lines": lines}
    for line in lines:
        found = re.fullmatch(r"ratio ([0-9.]+)", line.strip())
        if found:
            out["ratio"] = float(found.group(1))
        found = re.match(r"\s*(stock|pith)\b(.*)", line)
        if found:
            figures = {unit: float(number) for number, unit in re.findall(
                r"([0-9.]+)\s*(MB/s|pages/s)", found.group(2))}
            figures.update((name, float(number)) for name, number in re.findall(
                r"\b(p50|p99)\s+([0-9.]+)", found.group(2)))
            out[found.group(1)] = figures
    return out


def cut_page(page):
    """The page as head, content of the body, and end; None if it has no body tags."""
    found = re.search(rb"<body[^>]*>", page, re.I)
    end = page.lower().rfind(b"</body")
    if not found or end < found.end():
        return None
    return page[:found.end()], page[found.end():end], page[end:]


def choose_page(pages):
    """The page whose body is closest in size to GROWTH_BYTES, split; UTF-16 is not split, at its
    tags."""
    sized = [(abs(len(cut[1]) - GROWTH_BYTES), page.key, cut) for page in pages
             for cut in [cut_page(page.load())] if cut]
    return min(sized)[1:] if sized else (None, None)


def children_seconds():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def time_once(command, file, peak):
    file.seek(0)
    start = children_seconds()
    code = subprocess.run(command, shell=True, stdin=file, stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL).returncode
    return children_seconds() - start, code, int(open(peak).read() or 0) if peak else None


def time_start_up(command):
    with tempfile.TemporaryFile() as file:
        file.write(b"<!DOCTYPE html><html lang=en><body><p>One short paragraph.</p>")
        return min(time_once(command, file, None)[0] for _ in range(N_RUNS))


def measure_growth(command, pages, peak_tool):
    """For each factor: bytes, seconds without start-up, nanoseconds per byte, peak KiB.

    A size on which the program fails has no row."""
    key, cut = choose_page(pages)
    if not cut:
        return None
    out = []
    with tempfile.NamedTemporaryFile() as peak:
        has_tool = os.path.exists(peak_tool)
        if has_tool:
            command = "%s %s %s" % (peak_tool, peak.name, command)
        start_up = time_start_up(command)
        for factor in FACTORS:
            with tempfile.TemporaryFile() as file:
                size = file.write(cut[0] + cut[1] * factor + cut[2])
                runs = [time_once(command, file, peak.name if has_tool else None)
                        for _ in range(N_RUNS)]
            if any(code not in (0, 1) for _, code, _ in runs):
                continue
            seconds = max(0, min(run[0] for run in runs) - start_up)
            out.append({"page": key, "factor": factor, "bytes": size, "seconds": seconds,
                        "ns_per_byte": seconds / size * 1e9, "peak_kb": runs[0][2]})
    return out
