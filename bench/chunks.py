#!/usr/bin/env python3
"""Checks that the passages of --chunks are what they promise.

usage: chunks.py PITH PAGE|DIRECTORY...

For each page (.html, .html.gz, .txt) the passages in sequence must be exactly its text; every
deviation is a fault. Their ranges in the page are judged by words: those of four or more letters
that are in a passage but not in its source range without markup. Only UTF-8 pages are judged in
this way, since the ranges refer to the decoded page.
"""
import base64, collections, gzip, html, json, os, re, subprocess, sys, tempfile, unicodedata

WORD = re.compile(r"\w{4,}")
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


def find_pages(places):
    for place in places:
        if not os.path.isdir(place):
            yield place
        for folder, folders, names in os.walk(place):
            folders.sort()
            for name in sorted(names):
                if name.endswith((".html", ".html.gz", ".dump.txt")):
                    yield os.path.join(folder, name)


def read(path):
    with (gzip.open if path.endswith(".gz") else open)(path, "rb") as file:
        return file.read()


def run(pith, records, *options):
    with open(records, "rb") as file:
        done = subprocess.run([pith, "--jsonl", "-q", "-j2", *options], stdin=file, stdout=subprocess.PIPE)
    for line in done.stdout.decode().split("\n")[:-1]:
        yield json.loads(line)


def words_of(text):
    return WORD.findall(INVISIBLE.sub("", unicodedata.normalize("NFC", text)))


def words_shown(source):
    """The words in a piece of markup; a tag may divide a word, or be all that separates two."""
    source = re.sub(r"(?s)<!--.*?-->", "", source)
    return {word for space in ("", " ") for word in words_of(html.unescape(re.sub(r"<[^>]*>", space, source)))}


def judge_text(text, chunks):
    """The number of pieces of the text that are in no passage, and of passages that are not in the
    text."""
    text, at, faults = text.encode(), 0, 0
    for chunk in chunks:
        first, end = chunk["text_range"]
        faults += bool(text[at:first].strip()) or text[first:end].decode() != chunk["text"]
        at = end
    return faults + bool(text[at:].strip())


def judge_source(page, chunks):
    """(words, those of them outside their passage's range, passages without a range)."""
    page = page[3:] if page.startswith(b"\xef\xbb\xbf") else page
    n_words = n_outside = n_nowhere = 0
    for chunk in chunks:
        if "source_range" not in chunk:
            n_nowhere += 1
            continue
        first, end = chunk["source_range"]
        shown = words_shown(page[first:end].decode("utf-8", "replace"))
        words = words_of(chunk["text"])
        n_words += len(words)
        n_outside += sum(word not in shown for word in words)
    return n_words, n_outside, n_nowhere


def is_utf8(page):
    try:
        page.decode()
    except UnicodeDecodeError:
        return False
    return True


def main():
    pith, *places = sys.argv[1:]
    pages = list(find_pages(places))
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as records:
        for number, path in enumerate(pages):
            record = {"number": number, "html_base64": base64.b64encode(read(path)).decode()}
            records.write(json.dumps(record) + "\n")
        records.flush()
        texts = {answer["number"]: answer.get("text", "")
                 for answer in run(pith, records.name, "--fields=text")}
        chunks = collections.defaultdict(list)
        for answer in run(pith, records.name, "--chunks", "--fields=language"):
            if "chunk" in answer:
                chunks[answer["number"]].append(answer)
    faults, totals, n_judged = 0, [0, 0, 0], 0
    for number, path in enumerate(pages):
        n = judge_text(texts[number], chunks[number])
        faults += n
        if n:
            print("%s: %d faults" % (path, n))
        page = read(path)
        if is_utf8(page):
            n_judged += 1
            totals = [a + b for a, b in zip(totals, judge_source(page, chunks[number]))]
    print("pages %d, passages %d, faults %d" % (len(pages), sum(map(len, chunks.values())), faults))
    print("of %d pages in UTF-8: words %d, outside of their range %.3f %%, passages without a range %d"
          % (n_judged, totals[0], 100 * totals[1] / max(1, totals[0]), totals[2]))
    return faults > 0


if __name__ == "__main__":
    sys.exit(main())
