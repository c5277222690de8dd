"""Checks that the text, Markdown and HTML of each page have the same words in the same order.

usage: agreement.py PITH DIR [ARGUMENT...]

DIR holds pages (.html or .html.gz), at any depth; the arguments are passed on to pith. Markdown is
read by cmark-gfm. Formulas are compared as TeX, without their delimiters; what each form adds is
left out: numbers of notes, the kinds of callouts. Numbers of lists and boxes of tasks count.
Prints the pages that differ and where; exits with 1 if there are any.
"""
import json
import os
import re
import subprocess
import sys
import unicodedata
from html.parser import HTMLParser

INLINE = set("a b code del em i img input ins kbd mark samp span strong sub sup var".split())
WORD = re.compile(r"[^\W_]+")
TEX = r"(?:(?!\n[ >]*\n).)+?"  # without an empty line
FORMULA = re.compile(rf"(?<![\\$])(\$\${TEX}(?<!\\)\$\$|\$(?![\s$]){TEX}(?<![\s\\])\$(?![\d$]))", re.S)
CODE = re.compile(r"^([ >]*)(`{3,})[^\n`]*\n.*?^\1\2$|(?<![\\`])(`+)(?!`).+?(?<!`)\3(?!`)", re.M | re.S)


def words_of(text):
    return WORD.findall(unicodedata.normalize("NFKC", text))


def without_notes(text, notes):
    return re.sub(r"\[(\d+)\]", lambda m: "" if m.group(1) in notes else m.group(), text)


class Reader(HTMLParser):
    """The text of HTML with the numbers of its lists, as a reader sees it."""

    def __init__(self):
        super().__init__()
        self.parts, self.lists, self.skipped = [], [], 0

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        href = attributes.get("href") or ""
        if tag == "a" and (self.skipped or re.match(r"#(pith-(note|ref)|fn(ref)?)-", href)):
            self.skipped += 1
        if tag not in INLINE:
            self.parts.append(" ")
        if tag in ("ol", "ul"):
            self.lists.append(int(attributes.get("start") or 1) if tag == "ol" else None)
        if tag == "section":
            self.lists.append(None)  # cmark-gfm's list of notes
        if tag == "li" and self.lists and self.lists[-1] is not None:
            is_note = re.match(r"(pith-note|fn)-", attributes.get("id") or "")
            number = int(attributes.get("value") or self.lists[-1])
            self.lists[-1] = number + 1
            if not is_note:
                self.parts.append(f"{number}. ")

    def handle_endtag(self, tag):
        if tag == "a" and self.skipped:
            self.skipped -= 1
        if tag not in INLINE:
            self.parts.append(" ")
        if tag in ("ol", "ul", "section") and self.lists:
            self.lists.pop()

    def handle_data(self, data):
        if not self.skipped:
            self.parts.append(data)


def words_of_html(page, notes):
    reader = Reader()
    reader.feed(page)
    reader.close()
    return words_of(without_notes("".join(reader.parts), notes))


def words_of_markdown(markdown, notes):
    """Formulas become words that cmark-gfm has nothing to say about."""

    def plain(match):
        return " " + " ".join(words_of(match.group(1))) + " "

    parts, at = [], 0
    for code in CODE.finditer(markdown):
        parts += [FORMULA.sub(plain, markdown[at : code.start()]), code.group()]
        at = code.end()
    parts.append(FORMULA.sub(plain, markdown[at:]))
    text = re.sub(r"(?m)^([ >]*)\[!\w+\]", r"\1", "".join(parts))
    command = ["cmark-gfm", "--unsafe", "-e", "table", "-e", "strikethrough", "-e", "tasklist", "-e", "footnotes"]
    page = subprocess.run(command, input=text.encode(), stdout=subprocess.PIPE, check=True).stdout.decode()
    return words_of_html(page, notes)


def words_of_text(text, notes):
    """Without what stands for superscripts."""
    text = re.sub(r"[\^_]\(([^()]*)\)", r"\1", text)
    return words_of(without_notes(text, notes))


def difference(a, b):
    """The first place where two lists of words part, as a few words of each; None if nowhere."""
    a, b = "".join(a), "".join(b)  # where words are joined by a mark, only their letters count
    if a == b:
        return None
    i = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
    return f"...{a[max(0, i - 30) : i + 40]!r} / {b[max(0, i - 30) : i + 40]!r}"


def pages_in(folder):
    for root, _, files in sorted(os.walk(folder)):
        for name in sorted(files):
            if name.endswith((".html", ".html.gz")):
                yield os.path.join(root, name)


def main():
    pith, folder, *arguments = sys.argv[1:]
    n_pages = n_wrong = 0
    for path in pages_in(folder):
        command = [pith, "-q", "--format=json", "--fields=text,markdown,html", *arguments, path]
        answer = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
        if not answer:
            continue
        page = json.loads(answer)
        n_pages += 1
        notes = set(re.findall(r'id="pith-note-(\d+)"', page["html"]))
        text = words_of_text(page["text"], notes)
        html, markdown = words_of_html(page["html"], notes), words_of_markdown(page["markdown"], notes)
        if notes:  # cmark-gfm sorts them by the places that refer to them
            text, html, markdown = sorted(text), sorted(html), sorted(markdown)
        for form, words in (("HTML", html), ("Markdown", markdown)):
            where = difference(text, words)
            if where:
                n_wrong += 1
                print(f"{path}: text and {form}: {where}")
                break
    print(f"{n_pages} pages, {n_wrong} differ")
    sys.exit(n_wrong > 0)


main()
