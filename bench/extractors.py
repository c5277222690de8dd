"""Runs an extractor over pages: one process per page, or one process for all pages.

A process gets a page's bytes on standard input and writes either one JSON object (text or html,
headline or title, authors or byline, place, date, dateline) or plain text; exit status 1 without
output means that the page has no main content. A process for all pages gets one record per line,
{"id", "url"?, "html_base64"}, and answers each with such an object on one line before the next is
sent. `html` is converted to text here, so that no extractor loses points for how it joins
paragraphs.
"""
import base64, json, os, select, signal, subprocess, tempfile, time

import datasets

# As long as published comparisons allow per page; an extractor that needs more has failed.
TIMEOUT_S = 20
# Starting an interpreter with its libraries is not the page's fault, least of all on a busy
# machine.
START_TIMEOUT_S = 60
WARM_UP = b"<!DOCTYPE html><html lang=en><title>Warm up</title><body><p>One short paragraph.</p>"
# Start-up is the median of this many runs on a page of one line.
N_START_UP = 5
# The names used in node.mjs, and the package of each.
NODE_PEERS = (("readability", "@mozilla/readability"), ("defuddle", "defuddle"),
              ("article-extractor", "@extractus/article-extractor"), ("turndown", "turndown"),
              ("unfluff", "unfluff"), ("html-to-text", "html-to-text"))
BOILERPIPE_JARS = ("boilerpipe", "nekohtml", "xercesImpl")
# Converters, not extractors: they print the whole page.
COMMAND_PEERS = (
    ("lynx", "lynx -dump -stdin -force_html -nolist -width=990 -display_charset=utf-8"),
    ("w3m", "w3m -dump -T text/html -O UTF-8 -cols 990"),
    ("elinks", "elinks -dump -dump-width 990 -no-references -force-html -no-home"),
    ("html2text", "html2text -nobs -width 990 -utf8"))
CONVERTERS = tuple(name for name, _ in COMMAND_PEERS) + ("html-to-text",)


class Answer:
    def __init__(self, said=None, fault=None, seconds=None, peak_kb=None):
        self.said, self.fault = said or {}, fault
        self.seconds, self.peak_kb = seconds, peak_kb


def normalize(said):
    """An extractor's answer with the keys of the ground truth; ValueError if it is not an object."""
    if not isinstance(said, dict):
        raise ValueError("not a JSON object")
    if said.get("error"):
        raise ValueError(str(said["error"]))
    if said.get("text") is None and said.get("html"):
        said["text"] = datasets.text_of(said["html"])
    return said


def parse_answer(out):
    if out.lstrip()[:1] == b"{":
        try:
            return normalize(json.loads(out))
        except json.JSONDecodeError:
            pass
    return {"text": out.decode("utf-8")}


def median(values):
    values = sorted(values)
    return values[len(values) // 2] if values else None


def percentile(values, share):
    """The nearest-rank percentile."""
    values = sorted(values)
    return values[min(len(values) - 1, int(share * len(values)))] if values else None


class ProcessExtractor:
    """One process per page."""
    kind = "process"

    def __init__(self, name, command, peak_tool=None):
        self.name, self.command = name, command
        self.peak_tool = peak_tool if peak_tool and os.path.exists(peak_tool) else None

    def start(self):
        runs = [self.run("warm-up", WARM_UP) for _ in range(N_START_UP)]
        self.start_up = median([run.seconds for run in runs])

    def stop(self):
        pass

    def run(self, page_id, page, url=None):
        with tempfile.TemporaryFile() as given, tempfile.NamedTemporaryFile() as peak:
            given.write(page)
            given.seek(0)
            command = self.command
            if self.peak_tool:
                command = "%s %s sh -c '%s'" % (self.peak_tool, peak.name,
                                                command.replace("'", "'\\''"))
            start = time.perf_counter()
            process = subprocess.Popen(command, shell=True, stdin=given, stdout=subprocess.PIPE,
                                       stderr=subprocess.DEVNULL, start_new_session=True)
            try:
                out = process.communicate(timeout=TIMEOUT_S)[0]
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.communicate()
                return Answer(fault="over %d s" % TIMEOUT_S, seconds=TIMEOUT_S)
            seconds = time.perf_counter() - start
            said = peak.read().split()
            answer = self.judge(process.returncode, out, seconds)
            answer.peak_kb = int(said[0]) if said else None
            return answer

    def judge(self, code, out, seconds):
        if code not in (0, 1):
            return Answer(fault="exit %d" % code, seconds=seconds)
        try:
            return Answer(parse_answer(out), seconds=seconds)
        except ValueError as error:
            return Answer(fault=str(error)[:120], seconds=seconds)


class StreamExtractor:
    """One process for all pages that answers one record per line."""
    kind = "stream"

    def __init__(self, name, command):
        self.name, self.command, self.process = name, command, None

    def start(self):
        start = time.perf_counter()
        fault = self.open()
        self.start_up = time.perf_counter() - start
        if fault:
            raise OSError(fault)

    def open(self):
        """Starts the process and waits for its first answer; returns the fault, if any."""
        self.process = subprocess.Popen(self.command, shell=True, stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                        start_new_session=True)
        self.buffer = b""
        return self.ask("warm-up", WARM_UP, None, START_TIMEOUT_S).fault

    def stop(self):
        if self.process:
            self.process.stdin.close()
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.kill()
            self.process.stdout.close()
            self.process = None

    def kill(self):
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.process = None

    def run(self, page_id, page, url=None):
        fault = None if self.process else self.open()
        if fault:
            return Answer(fault="does not start: " + fault, seconds=0)
        return self.ask(page_id, page, url, TIMEOUT_S)

    def ask(self, page_id, page, url, timeout):
        record = {"id": page_id, "html_base64": base64.b64encode(page).decode()}
        if url:
            record["url"] = url
        line = json.dumps(record).encode() + b"\n"
        start = time.perf_counter()
        try:
            self.process.stdin.write(line)
            self.process.stdin.flush()
            out = self.read_line(start + timeout)
        except (OSError, TimeoutError) as error:
            self.kill()
            return Answer(fault=str(error) or "died", seconds=time.perf_counter() - start)
        seconds = time.perf_counter() - start
        try:
            return Answer(normalize(json.loads(out)), None, seconds, self.peak_kb())
        except ValueError as error:
            return Answer(fault=str(error)[:120], seconds=seconds)

    def read_line(self, deadline):
        while b"\n" not in self.buffer:
            left = deadline - time.perf_counter()
            if left <= 0 or not select.select([self.process.stdout], [], [], left)[0]:
                raise TimeoutError("took too long")
            piece = os.read(self.process.stdout.fileno(), 1 << 16)
            if not piece:
                raise OSError("ended in mid-run")
            self.buffer += piece
        line, self.buffer = self.buffer.split(b"\n", 1)
        return line

    def peak_kb(self):
        """The peak of the shell's last child, or of the shell itself if it became the program."""
        peak = None
        for pid in [self.process.pid] + child_ids(self.process.pid):
            try:
                with open("/proc/%d/status" % pid) as file:
                    for line in file:
                        if line.startswith("VmHWM:"):
                            peak = max(peak or 0, int(line.split()[1]))
            except OSError:
                pass
        return peak


def child_ids(pid):
    try:
        with open("/proc/%d/task/%d/children" % (pid, pid)) as file:
            return [int(child) for child in file.read().split()]
    except OSError:
        return []


def installed_peers(folder, peak_tool):
    """The peers that `make bench-peers` could install, each run as intended."""
    here = os.path.dirname(os.path.abspath(__file__))
    peers = []
    for name, module in NODE_PEERS:
        if os.path.isdir(os.path.join(folder, "node_modules", module)):
            peers.append(StreamExtractor(name, "exec node %s/node.mjs %s" % (folder, name)))
    if os.path.isdir("/usr/lib/python3/dist-packages/readability"):
        peers.append(StreamExtractor("readability-lxml", "exec /usr/bin/python3 %s" % os.path.join(
            here, "peers", "lxml_readability.py")))
    jars = [os.path.join("/usr/share/java", jar + ".jar") for jar in BOILERPIPE_JARS]
    if os.path.exists(os.path.join(folder, "BoilerpipePeer.class")) and all(map(os.path.exists, jars)):
        peers.append(StreamExtractor("boilerpipe", "exec java -cp %s BoilerpipePeer" % ":".join(
            [folder] + jars)))
    if os.path.exists(os.path.join(folder, "goose")):
        peers.append(StreamExtractor("goose", "exec %s/goose" % folder))
    # A byte that they pass on unchanged must not cost them the page.
    for name, command in COMMAND_PEERS:
        if os.path.exists("/usr/bin/" + name):
            command = "LC_ALL=C.UTF-8 %s | iconv -c -f UTF-8 -t UTF-8" % command
            peers.append(ProcessExtractor(name, command, peak_tool))
    return peers
