#!/usr/bin/env python3
"""The bundled corpus: read it, expand its noise, check it, split it.

usage: corpus.py list                 the rows of index.tsv with the split of each page
       corpus.py cat ID               the page's bytes with its noise expanded
       corpus.py expand DIR [ID...]   DIR/ID.html.gz and DIR/ID.json, the layout of a page set
       corpus.py check [ID...]        what is wrong, one fault per line; exit 1 if there is any
       corpus.py split                the ids of the held-out fifth
       corpus.py stats                pages by type, language, charset

corpus/ID.html is a page in its real bytes, ID.txt what the program should print, ID.dump.txt the
page as a plain-text dump, index.tsv what the page says about itself. --corpus DIR reads another
corpus.
"""
import collections, gzip, hashlib, html.parser, json, os, re, sys, unicodedata

import noise

TYPES = ("article", "forum", "product", "collection", "listing", "documentation", "service")
COLUMNS = ("id", "type", "language", "charset", "headline", "authors", "place", "date", "troubles")
HEADER = re.compile(r"(Headline|Byline|Dateline): (.*)")
ISO_DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:?\d\d)?)?)?)?")
# Names used on the web that Python does not know.
PYTHON_NAMES = {"windows-874": "cp874"}
# One in five of each type is held out, chosen by a hash of its id so that nobody can choose by
# hand.
HELD_OUT_OF = 5
ROOT = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "corpus")


def held_out_ids(rows):
    """The fifth of each type whose ids have the lowest hashes."""
    held_out = set()
    for kind in TYPES:
        ids = sorted((row["id"] for row in rows if row["type"] == kind),
                     key=lambda page_id: hashlib.sha256(page_id.encode()).hexdigest())
        held_out.update(ids[:len(ids) // HELD_OUT_OF])
    return held_out


def read_index(folder=ROOT):
    """The rows of index.tsv as dicts, in its order."""
    rows = []
    with open(os.path.join(folder, "index.tsv"), encoding="utf-8", newline="") as file:
        lines = file.read().split("\n")
    for number, line in enumerate(lines):
        if number and line:
            cells = line.split("\t")
            rows.append(dict(zip(COLUMNS, cells), n_cells=len(cells), line=number + 1))
    return rows


def expand_bytes(page):
    """The page's bytes with its noise expanded: ASCII, so only UTF-16 needs its charset known."""
    if page[:2] == b"\xff\xfe":
        return noise.expand(page.decode("utf-16-le")).encode("utf-16-le")
    # Latin-1 maps bytes to characters one to one; no trail byte of the corpus' charsets is '<'.
    return noise.expand(page.decode("latin-1")).encode("latin-1")


def read_page(page_id, folder=ROOT):
    with open(os.path.join(folder, page_id + ".html"), "rb") as file:
        return expand_bytes(file.read())


def read_truth(page_id, folder=ROOT):
    """What ID.txt says: ({"Headline": ..., ...}, body)."""
    with open(os.path.join(folder, page_id + ".txt"), encoding="utf-8") as file:
        return parse_output(file.read())


def parse_output(text):
    """Splits the program's plain output into its header lines and its body."""
    header, lines = {}, text.split("\n")
    while lines:
        found = HEADER.fullmatch(lines[0])
        if not found or found.group(1) in header:
            break
        header[found.group(1)] = found.group(2)
        lines.pop(0)
    if header and lines and not lines[0]:
        lines.pop(0)
    return header, "\n".join(lines).rstrip("\n")


def truth_record(row, folder=ROOT):
    """The page's truth with the keys of a page set's ID.json."""
    header, body = read_truth(row["id"], folder)
    record = {"type": row["type"], "lang": row["language"], "title": row["headline"],
              "authors": [a for a in row["authors"].split("; ") if a], "date": row["date"],
              "place": row["place"], "byline": header.get("Byline", ""),
              "dateline": header.get("Dateline", ""), "text": body}
    return {key: value for key, value in record.items() if value}


# ---- check ---------------------------------------------------------------------------------------

class VisibleText(html.parser.HTMLParser):
    """All text of a page, including hidden dialogs and noscript; the content of scripts is set
    aside."""
    HIDDEN = {"script", "style", "template", "svg", "textarea", "select", "iframe", "title"}
    BLANK = set("abbr b bdi bdo cite code data dfn em font i kbd mark q ruby rt rp s samp small span "
                "strong sub sup time tt u var wbr a ins del big nobr".split())

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.out, self.hidden, self.scripts = [], [], []

    def handle_starttag(self, tag, attrs):
        if tag in self.HIDDEN:
            self.hidden.append(tag)
        elif tag not in self.BLANK:
            self.out.append(" ")

    def handle_endtag(self, tag):
        if self.hidden and tag == self.hidden[-1]:
            self.hidden.pop()
        elif tag not in self.BLANK:
            self.out.append(" ")

    def handle_data(self, data):
        if not self.hidden:
            self.out.append(data)
        elif self.hidden[-1] in ("script", "template", "title"):
            self.scripts.append(data)


def visible(markup):
    parser = VisibleText()
    parser.feed(markup)
    parser.close()
    return parser


def fold(text):
    """White space collapsed, invisible characters removed, in NFC."""
    text = re.sub("[\u00ad\u200b\u2060\ufeff]", "", text)
    return " ".join(unicodedata.normalize("NFC", text).split())


def embedded_text(scripts):
    """The text in the string literals of scripts and in templates, without markup."""
    out = []
    for script in scripts:
        out.append(visible(script).out)
        for literal in re.findall(r'"(?:[^"\\\n]|\\.)*"', script):
            try:
                out.append(visible(json.loads(literal, strict=False)).out)
            except ValueError:
                pass
    return " ".join("".join(part) for part in out)


class Checker:
    """Collects faults; each names its page."""

    def __init__(self, folder):
        self.folder, self.faults = folder, []

    def say(self, page_id, fault, *args):
        self.faults.append("%s: %s" % (page_id, fault % args if args else fault))

    def path(self, name):
        return os.path.join(self.folder, name)

    def index(self, rows):
        ids = [row["id"] for row in rows]
        for page_id, count in collections.Counter(ids).items():
            if count > 1:
                self.say(page_id, "occurs %d times in index.tsv", count)
        if ids != sorted(ids):
            self.say("index.tsv", "is not sorted by id")
        names = os.listdir(self.folder)
        for suffix in (".dump.txt", ".html", ".txt"):
            have = {n[:-len(suffix)] for n in names if n.endswith(suffix)
                    and (suffix != ".txt" or not n.endswith(".dump.txt"))}
            for page_id in sorted(have - set(ids)):
                self.say(page_id, "%s has no row in index.tsv", page_id + suffix)

    def row(self, row):
        page_id = row["id"]
        if row["n_cells"] != len(COLUMNS):
            return self.say(page_id, "index row has %d cells, not %d", row["n_cells"], len(COLUMNS))
        if not re.fullmatch(r"[a-z]+-\d\d", page_id) or page_id[:-3] != row["type"]:
            self.say(page_id, "id does not match its type %s", row["type"])
        if row["type"] not in TYPES:
            self.say(page_id, "unknown type: %s", row["type"])
        if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", row["language"]):
            self.say(page_id, "language is not a BCP 47 tag: %s", row["language"])
        if row["date"] and not ISO_DATE.fullmatch(row["date"]):
            self.say(page_id, "date is not ISO 8601: %s", row["date"])
        for name in (".html", ".txt"):
            if not os.path.exists(self.path(page_id + name)):
                return self.say(page_id, "%s is missing", page_id + name)
        self.page(row)

    def decode(self, row):
        with open(self.path(row["id"] + ".html"), "rb") as file:
            raw = file.read()
        try:
            text = raw.decode(PYTHON_NAMES.get(row["charset"], row["charset"]))
            noise.expand(text)
        except (UnicodeDecodeError, LookupError) as error:
            return self.say(row["id"], "does not decode as %s: %s", row["charset"], error)
        except KeyError as error:
            return self.say(row["id"], "unknown kind of noise: %s", error)
        if "<!--noise" in noise.MARK.sub("", text):
            self.say(row["id"], "a noise mark is malformed")
        return text.lstrip("\ufeff")

    def truth(self, row):
        with open(self.path(row["id"] + ".txt"), encoding="utf-8", newline="") as file:
            text = file.read()
        if text != unicodedata.normalize("NFC", text):
            self.say(row["id"], "ID.txt is not in NFC")
        if "\r" in text or "\n\n\n" in text or not text.endswith("\n") or text.endswith("\n\n"):
            self.say(row["id"], "ID.txt has stray line ends")
        if re.search(r"[ \t]$", text, re.M) or "\u00a0" in text:
            self.say(row["id"], "ID.txt has stray white space")
        if not re.search(r"\w", parse_output(text)[1]):
            self.say(row["id"], "ID.txt has no body")
        return parse_output(text)

    def metadata(self, row, header, seen):
        page_id = row["id"]
        if header.get("Headline", "") != row["headline"]:
            self.say(page_id, "headline in index.tsv and ID.txt differ: %r, %r", row["headline"],
                     header.get("Headline"))
        for author in filter(None, row["authors"].split("; ")):
            if fold(author) not in fold(header.get("Byline", author)):
                self.say(page_id, "author %s is not in the byline", author)
        if row["place"] and fold(row["place"]) not in fold(header.get("Dateline", "")):
            self.say(page_id, "place %s is not in the dateline", row["place"])
        parts = [header.get("Headline", ""), header.get("Byline", "")]
        parts += header.get("Dateline", "").split(", ")
        for part in parts:
            if fold(part) not in seen:
                self.say(page_id, "header text is not on the page: %s", part[:60])

    def body(self, page_id, body, seen, where):
        for line in body.split("\n"):
            if fold(line) not in seen:
                self.say(page_id, "body line is not in %s: %s", where, line[:70])

    def page(self, row):
        text = self.decode(row)
        header, body = self.truth(row)
        if text is None:
            return
        parser = visible(text)
        seen = fold("".join(parser.out))
        everything = seen + " " + fold(embedded_text(parser.scripts))
        embedded = re.search(r"json|template", row["troubles"])
        self.metadata(row, header, everything)
        self.body(row["id"], body, everything if embedded else seen, "the page")
        dump = self.path(row["id"] + ".dump.txt")
        if os.path.exists(dump):
            with open(dump, encoding="utf-8") as file:
                self.body(row["id"], body, fold(file.read()), "the dump")


def check(folder, ids):
    checker = Checker(folder)
    rows = read_index(folder)
    with open(os.path.join(folder, "index.tsv"), encoding="utf-8") as file:
        if file.readline().rstrip("\n").split("\t") != list(COLUMNS):
            checker.say("index.tsv", "header line is not: %s", " ".join(COLUMNS))
    if not ids:
        checker.index(rows)
    for missing in sorted(set(ids) - {row["id"] for row in rows}):
        checker.say(missing, "has no row in index.tsv")
    for row in rows:
        if not ids or row["id"] in ids:
            checker.row(row)
    return checker.faults


# ---- commands ------------------------------------------------------------------------------------

def expand_into(target, folder, ids):
    os.makedirs(target, exist_ok=True)
    for row in read_index(folder):
        if ids and row["id"] not in ids:
            continue
        with gzip.GzipFile(os.path.join(target, row["id"] + ".html.gz"), "wb", 1, mtime=0) as file:
            file.write(read_page(row["id"], folder))
        with open(os.path.join(target, row["id"] + ".json"), "w", encoding="utf-8") as file:
            json.dump(truth_record(row, folder), file, ensure_ascii=False, indent=1)


def print_stats(rows, folder):
    for column in ("type", "language", "charset"):
        count = collections.Counter(row[column] for row in rows)
        print("%s (%d): %s" % (column, len(count), ", ".join(
            "%s %d" % pair for pair in sorted(count.items(), key=lambda p: (-p[1], p[0])))))
    dumps = sum(name.endswith(".dump.txt") for name in os.listdir(folder))
    print("pages %d, held out %d, dumps %d" % (
        len(rows), len(held_out_ids(rows)), dumps))


def main(argv):
    folder = ROOT
    if argv[:1] == ["--corpus"]:
        folder, argv = argv[1], argv[2:]
    if not argv or argv[0] not in ("list", "cat", "expand", "check", "split", "stats"):
        sys.exit(__doc__)
    command, args = argv[0], argv[1:]
    if command == "cat":
        sys.stdout.buffer.write(read_page(args[0], folder))
        return
    rows = read_index(folder)
    if command == "expand":
        expand_into(args[0], folder, set(args[1:]))
    elif command == "check":
        faults = check(folder, set(args))
        print("\n".join(faults) if faults else "corpus: %d pages, no faults" % len(rows))
        sys.exit(bool(faults))
    elif command == "stats":
        print_stats(rows, folder)
    else:
        held_out = held_out_ids(rows)
        for row in rows:
            if command == "list":
                print("\t".join([row[c] for c in COLUMNS]
                                + ["held-out" if row["id"] in held_out else "open"]))
            elif row["id"] in held_out:
                print(row["id"])


if __name__ == "__main__":
    main(sys.argv[1:])
