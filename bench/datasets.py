"""Readers of page sets: a folder in, pages with their ground truth out.

The layout is detected: this project's ID.html.gz + ID.json, the bundled corpus, WCXB
(ground-truth/ID.json beside html/), Scrapinghub's article-extraction-benchmark (ground-truth.json
beside html/), Readability's test-pages (NAME/source.html, expected.html), CleanEval (pages beside
NAME-cleaned.txt), the combined sets of Bevendorff et al. (SIGIR 2023: ground-truth/SET.jsonl beside
html/SET/), and WebMainBench (2025: .jsonl files whose records contain the page and its Markdown).
"""
import functools, glob, gzip, html.parser, json, os, re

import corpus


class Page:
    """One page: where its bytes are, and what is known about it."""

    held_out = False
    form = None

    def __init__(self, page_id, set_name, load, truth, kind="article", language="?"):
        self.id, self.set, self.load, self.truth = page_id, set_name, load, truth
        self.type, self.language = kind, language

    @property
    def key(self):
        return self.set + "/" + self.id


def read_bytes(path):
    with (gzip.open(path) if path.endswith(".gz") else open(path, "rb")) as file:
        return file.read()


def read_text(path):
    data = read_bytes(path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def read_json(path):
    return json.loads(read_text(path))


def name_of(folder):
    return os.path.basename(os.path.abspath(folder))


def as_list(value):
    if not value:
        return []
    return [value] if isinstance(value, str) else [str(v) for v in value]


def drop_empty(truth):
    return {key: value for key, value in truth.items() if value}


def find_page(folder, stem):
    for suffix in (".html.gz", ".html", ".htm", ".html.xz"):
        if os.path.exists(os.path.join(folder, stem + suffix)):
            return os.path.join(folder, stem + suffix)
    return None


# ---- layouts -------------------------------------------------------------------------------------

def bundled(folder, name=None):
    """corpus/: the page does not have a field that is absent."""
    rows = corpus.read_index(folder)
    held_out = corpus.held_out_ids(rows)
    for row in rows:
        truth = dict(corpus.truth_record(row, folder), complete=True)
        # Expanding the noise takes longer than an extractor does, so it is done once per run.
        load = functools.cache(functools.partial(corpus.read_page, row["id"], folder))
        page = Page(row["id"], name or name_of(folder), load, truth, row["type"], row["language"])
        page.held_out = row["id"] in held_out
        yield page


def page_set(folder):
    for path in sorted(glob.glob(os.path.join(folder, "*.html.gz"))):
        page_id = os.path.basename(path)[:-len(".html.gz")]
        truth = read_json(os.path.join(folder, page_id + ".json"))
        if name_of(folder) == "wcxb" and not truth.get("text"):
            truth["empty"] = True
        yield Page(page_id, name_of(folder), lambda path=path: read_bytes(path), truth,
                   truth.get("type", "article"), truth.get("lang", "?"))


def wcxb(folder):
    """Every split under the folder that holds ground truth beside html/."""
    for truth_folder in sorted(glob.glob(os.path.join(folder, "**", "ground[-_]truth"),
                                         recursive=True)):
        html_folder = os.path.join(os.path.dirname(truth_folder), "html")
        for path in sorted(glob.glob(os.path.join(truth_folder, "*.json"))):
            stem = os.path.basename(path)[:-len(".json")]
            page = find_page(html_folder, stem)
            if page:
                yield wcxb_page(stem, name_of(os.path.dirname(truth_folder)), page, read_json(path))


def wcxb_page(stem, name, path, record):
    told = record.get("ground_truth", record)
    kind = record.get("page_type") or record.get("_internal", {}).get("page_type") or "article"
    if isinstance(kind, dict):
        kind = kind.get("primary", "article")
    text = told.get("main_content") or told.get("text") or ""
    truth = drop_empty({
        "text": text, "empty": not text.strip(), "title": told.get("title"),
        "authors": as_list(told.get("author") or told.get("authors")),
        "date": told.get("publish_date") or told.get("date"), "with": told.get("with"),
        "without": told.get("without")})
    return Page(stem, name, lambda: read_bytes(path), truth, kind,
                record.get("language") or told.get("language") or "?")


def scrapinghub(folder):
    for page_id, record in sorted(read_json(os.path.join(folder, "ground-truth.json")).items()):
        path = find_page(os.path.join(folder, "html"), page_id)
        if path:
            page = Page(page_id, name_of(folder), lambda path=path: read_bytes(path),
                        {"text": record["articleBody"]}, "article", "en")
            page.form = "scrapinghub"
            yield page


class Paragraphs(html.parser.HTMLParser):
    """The text of a small piece of HTML, blocks separated by line breaks."""
    INLINE = set("a abbr b bdi bdo cite code em font i kbd mark q s small span strong sub sup time u "
                 "var wbr".split())
    HIDDEN = {"script", "style", "svg", "template"}

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.out, self.depth = [], 0

    def handle_starttag(self, tag, attrs):
        self.depth += tag in self.HIDDEN
        if tag not in self.INLINE:
            self.out.append("\n")

    def handle_endtag(self, tag):
        self.depth -= tag in self.HIDDEN and self.depth > 0
        if tag not in self.INLINE:
            self.out.append("\n")

    def handle_data(self, data):
        if not self.depth:
            self.out.append(re.sub(r"\s+", " ", data))


def text_of(markup):
    parser = Paragraphs()
    parser.feed(markup)
    parser.close()
    lines = (line.strip() for line in "".join(parser.out).split("\n"))
    return "\n\n".join(line for line in lines if line)


def readability(folder):
    for source in sorted(glob.glob(os.path.join(folder, "*", "source.html"))):
        case = os.path.dirname(source)
        told = os.path.join(case, "expected-metadata.json")
        told = read_json(told) if os.path.exists(told) else {}
        truth = drop_empty({
            "text": text_of(read_text(os.path.join(case, "expected.html"))),
            "title": told.get("title"), "authors": as_list(told.get("byline")),
            "date": told.get("publishedTime")})
        yield Page(os.path.basename(case), name_of(folder),
                   lambda source=source: read_bytes(source), truth, "article",
                   told.get("lang") or "?")


def cleaneval(folder):
    """Pages NAME.html anywhere under the folder whose truth is NAME-cleaned.txt or NAME.txt."""
    truths = {}
    for path in glob.glob(os.path.join(folder, "**", "*.txt"), recursive=True):
        stem = os.path.basename(path)[:-len(".txt")]
        truths[re.sub(r"-cleaned$", "", stem)] = path
    pages = (path for suffix in (".html", ".html.gz", ".htm")
             for path in glob.glob(os.path.join(folder, "**", "*" + suffix), recursive=True))
    for path in sorted(pages):
        stem = os.path.basename(path).split(".")[0]
        if stem in truths:
            yield Page(stem, name_of(folder), lambda path=path: cleaneval_bytes(path),
                       {"text": cleaneval_text(read_text(truths[stem]))}, "article", "?")


def cleaneval_bytes(path):
    """The page without the <text> element that CleanEval wraps around it."""
    page = read_bytes(path)
    page = re.sub(rb"^\s*<text [^>]*>", b"", page)
    return re.sub(rb"</text>\s*$", b"", page)


def cleaneval_text(text):
    text = re.sub(r"^\s*URL:.*\n", "", text)
    return re.sub(r"(?m)^\s*<(?:p|h|l|text)\b[^>]*>[ \t]*|</(?:p|h|l|text)>", "", text).strip()


def web_content_extraction(folder):
    """The combined sets of the web content extraction benchmark (SIGIR 2023), scored as its paper
    does."""
    for path in sorted(glob.glob(os.path.join(folder, "ground-truth", "*.jsonl"))):
        name = os.path.basename(path)[:-len(".jsonl")]
        for line in read_text(path).splitlines():
            record = json.loads(line)
            stem = record["page_id"]
            source = find_page(os.path.join(folder, "html", name), stem)
            if not source:
                continue
            text = record.get("plaintext", record.get("articlebody")) or ""
            page = Page(stem, name, lambda source=source: read_bytes(source),
                        drop_empty({"text": text, "empty": not text.strip(), "rouge_lsum": True,
                                    "url": record.get("url")}),
                        "article", record.get("language") or "?")
            yield page


def webmainbench(folder):
    """Pages within JSONL records; read again when they are needed, since the set is large."""
    for path in sorted(glob.glob(os.path.join(folder, "*.jsonl"))):
        with open(path, "rb") as file:
            while True:
                offset, line = file.tell(), file.readline()
                if not line:
                    break
                record = json.loads(line)
                markdown = record.get("convert_main_content") or record.get("groundtruth_content")
                if "html" not in record or markdown is None:
                    continue
                meta = record.get("meta") or {}
                truth = drop_empty({"text": text_of_markdown(markdown), "markdown": markdown,
                                    "empty": not markdown.strip(), "url": record.get("url")})
                yield Page(str(record.get("track_id", offset)), name_of(folder),
                           lambda path=path, offset=offset: record_page(path, offset), truth,
                           str(meta.get("style") or meta.get("level") or "page"),
                           meta.get("language") or "?")


def record_page(path, offset):
    with open(path, "rb") as file:
        file.seek(offset)
        return json.loads(file.readline())["html"].encode()


def text_of_markdown(markdown):
    """The words of Markdown: links and images by their text, without structural syntax."""
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", markdown)
    text = re.sub(r"(?m)^\s*\|?[-:| ]+\|[-:| ]*$", "", text)
    return re.sub(r"[*_`#|>]+", " ", text)


def read_set(folder):
    """The pages of a folder in any known layout, in a stable order."""
    has = lambda name: os.path.exists(os.path.join(folder, name))
    if has("index.tsv"):
        return list(bundled(folder))
    if has("ground-truth.json"):
        return list(scrapinghub(folder))
    for form, pattern in ((page_set, "*.html.gz"), (readability, "*/source.html"),
                          (web_content_extraction, "ground-truth/*.jsonl"),
                          (webmainbench, "*.jsonl"),
                          (wcxb, "**/ground[-_]truth"), (cleaneval, "**/*.txt")):
        if glob.glob(os.path.join(folder, pattern), recursive=True):
            pages = list(form(folder))
            if pages:
                return pages
    raise ValueError("%s: no page set of a known form" % folder)
