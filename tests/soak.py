#!/usr/bin/env python3
"""Feeds real, hostile and damaged records to `pith --jsonl -j2` while its workers are killed,
stopped and signalled at random. Each record must get exactly one answer, in the order of the
records, and memory must not grow.

usage: soak.py PITH SECONDS [SEED]"""
import base64, glob, json, os, random, signal, subprocess, sys, threading, time

HOSTILE = ["<p>x", "<b><div></b>", "<table><tr><td>x", "<a href=x>y</a> ", "<svg><p></svg>",
           "<h2>x</h2><p>y", "<math><mi>x</mi></math>", "&amp;", "<pre>x\n</pre>", "\u202e", "<",
           "<table><svg><td><title><select></table>", "<p><font color=1>x", "<!--", "<script>"]
SIGNALS = [signal.SIGKILL, signal.SIGKILL, signal.SIGSTOP, signal.SIGSEGV, signal.SIGTERM,
           signal.SIGINT, signal.SIGHUP, signal.SIGUSR1, signal.SIGCONT]
WARM_UP = 0.3  # of the running time; memory is compared with its size at that moment
MAX_GROWTH = 1.3


def records(seed):
    """Yields without end: an id, whether the record is damaged, and its line."""
    rng = random.Random(seed)
    pages = [open(name, "rb").read() for name in sorted(glob.glob("corpus/*.html"))]
    for i in range(1, sys.maxsize):
        kind = rng.random()
        if kind < 0.6:
            page = rng.choice(pages)
        elif kind < 0.9:
            page = (rng.choice(HOSTILE) * rng.randrange(1, 3000)).encode()
        else:
            page = rng.choice(pages)[:rng.randrange(2000)]
        line = json.dumps({"id": i, "html_base64": base64.b64encode(page).decode()})
        if kind > 0.95:
            yield i, True, line[:rng.randrange(2, len(line) - 1)]
        else:
            yield i, False, line


def memory_of(pid):
    """Resident memory in kilobytes; 0 if the process has ended."""
    try:
        with open("/proc/%d/status" % pid) as file:
            return next((int(line.split()[1]) for line in file if line.startswith("VmRSS")), 0)
    except OSError:
        return 0


def children_of(pid):
    try:
        with open("/proc/%d/task/%d/children" % (pid, pid)) as file:
            return [int(child) for child in file.read().split()]
    except OSError:
        return []


class Soak:
    def __init__(self, pith, seconds, seed):
        self.seconds, self.seed = seconds, seed
        self.start, self.sent, self.n_signals, self.memory = time.time(), [], 0, []
        self.pith = subprocess.Popen([pith, "--jsonl", "-j2", "--timeout=2", "-q"], stdin=subprocess.PIPE,
                                     stdout=subprocess.PIPE, text=True, bufsize=1 << 16)

    def is_over(self):
        return time.time() - self.start > self.seconds

    def feed(self):
        for record_id, is_damaged, line in records(self.seed):
            if self.is_over():
                break
            self.sent.append({record_id, None} if is_damaged else {record_id})
            self.pith.stdin.write(line + "\n")
        self.pith.stdin.close()

    def disturb(self):
        rng = random.Random(self.seed + 1)
        while not self.is_over():
            time.sleep(rng.random() * 0.2)
            workers = children_of(self.pith.pid)
            self.memory.append((time.time() - self.start, memory_of(self.pith.pid), sum(map(memory_of, workers))))
            if workers:
                try:
                    os.kill(rng.choice(workers), rng.choice(SIGNALS))
                    self.n_signals += 1
                except ProcessLookupError:
                    pass

    def run(self):
        threads = [threading.Thread(target=target, daemon=True) for target in (self.feed, self.disturb)]
        for thread in threads:
            thread.start()
        answers = [json.loads(line) for line in self.pith.stdout]
        for thread in threads:
            thread.join()
        self.pith.wait()
        return answers

    def most_memory(self, part, is_late):
        border = self.seconds * WARM_UP
        return max((row[part] for row in self.memory if (row[0] > border) == is_late), default=0)


def main():
    pith, seconds = sys.argv[1], float(sys.argv[2])
    soak = Soak(pith, seconds, int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    answers = soak.run()
    got = [answer["id"] for answer in answers]
    failures = {}
    for answer in answers:
        if "error" in answer:
            failures[answer["code"]] = failures.get(answer["code"], 0) + 1
    print("%d records, %d answers, %d signals" % (len(soak.sent), len(got), soak.n_signals))
    print("errors:", ", ".join("%s %d" % pair for pair in sorted(failures.items())))
    grown = False
    for part, name in (1, "parent"), (2, "workers"):
        before, after = soak.most_memory(part, False), soak.most_memory(part, True)
        grown |= after > before * MAX_GROWTH + 8192
        print("%s: %d KB at most in the first %d %% of the time, %d KB later" % (name, before, WARM_UP * 100, after))
    wrong = sum(answer not in ids for answer, ids in zip(got, soak.sent)) + abs(len(got) - len(soak.sent))
    if wrong:
        print("%d answers are missing, twice there or in the wrong place" % wrong)
    if grown:
        print("memory has grown")
    sys.exit(wrong > 0 or grown)


if __name__ == "__main__":
    main()
