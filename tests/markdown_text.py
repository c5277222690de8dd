"""Checks what Markdown renderers make of text that looks like Markdown, HTML or a template.

usage: markdown_text.py PITH VECTORS RENDERER [SHAPE...]

Each line of VECTORS is put into pages of several shapes. A renderer, given as one word with its
arguments, must show the text that --format=html shows, and no element that pith does not write.
Prints the differences; exits with 1 if there are any.
"""
import html
import json
import re
import subprocess
import sys
import unicodedata
from html.parser import HTMLParser

ELEMENTS = set("""a article blockquote body br code col colgroup del em figcaption figure h1 h2 hr html li
ol p pre strong table tbody td th thead tr ul""".split())
IMAGES = {"img", "figure", "figcaption"}
BREAKS = {"br", "dd", "dt", "h1", "h2", "li", "p", "td", "th", "tr"}
SAFE_URL = re.compile(r"(https?:|ftp:|mailto:|xmpp:|//|#)", re.I)
TEMPLATES = re.compile(r"\{\{|\{%|\{#|\[\[|%%|<%|^:::|^---$", re.M)
SEPARATOR = "XXNEXTPAGEXX"

FILLER = """The harbour plan was approved on Friday after a debate of nine hours, and the council said
that the work on the new quay would begin before the end of the year. """
SHAPES = {
    "paragraph": "<p>{x}</p><p>{f}</p>",
    "middle": "<p>{f} {x} {f}</p>",
    "lines": "<p>{f}<br>{x}<br>{x}<br>{f}</p>",
    "marks": "<p>{f} a <b>{x}</b>b <i>{x}</i> x{x}<code>c</code> {f}</p>",
    "items": "<ul><li>{x}<li>{f} {x}<li>{f}</ul>",
    "cells": "<table><tr><th>{f}<th>b<tr><td>{x}<td>{f} {x}</table>",
    "heading": "<h2>{x}</h2><p>{f}</p>",
    "link": '<p>{f} <a href="http://x.example/{u}">go {x}</a> {f}</p>',
    "image": '<figure><img src="http://x.example/a.png" width=800 height=600 alt="{x}">'
    "<figcaption>{f}</figcaption></figure>",
    "terms": "<dl><dt>{x}<dd>{f} {x}</dl>",
    "quotation": "<blockquote><p>{x}</p><p>{f}</p><footer>{x}</footer></blockquote>",
    "details": "<details><summary>{x}</summary><p>{f}</p></details>",
    "video": '<iframe src="https://www.youtube.com/embed/a" title="{x}"></iframe><p>{f}</p>',
}


class Shown(HTMLParser):
    def __init__(self, allowed):
        super().__init__()
        self.allowed, self.parts, self.wrong = allowed, [], []

    def handle_starttag(self, tag, attributes):
        if tag in BREAKS:
            self.parts.append(" ")
        if tag not in self.allowed:
            self.wrong.append(tag)
        for name, value in attributes:
            if name.startswith("on") or (name == "style" and tag not in ("col", "td", "th")):
                self.wrong.append(name)
            if name in ("href", "src") and not SAFE_URL.match(value or ""):
                self.wrong.append(value)

    def handle_data(self, data):
        self.parts.append(data)

    def handle_comment(self, data):
        self.wrong.append("comment")

    handle_decl = handle_pi = unknown_decl = handle_comment


def shown(page, allowed=ELEMENTS):
    parser = Shown(allowed)
    parser.feed(page)
    parser.close()
    text = " ".join("".join(parser.parts).split())
    return unicodedata.normalize("NFC", text), parser.wrong


def page(shape, vector):
    url = re.sub("[^!-~]", "", vector)
    body = SHAPES[shape].format(f=FILLER, x=html.escape(vector), u=html.escape(url))
    return f"<title>Harbour plan</title><h1>Harbour plan</h1><p>{FILLER}</p>{body}<p>{FILLER}<p>{FILLER}"


def extract(pith, cases):
    records = "".join(json.dumps({"html": page(*case)}) + "\n" for case in cases)
    command = [pith, "--jsonl", "--links", "--images", "--recall", "--fields=markdown,html"]
    answers = subprocess.run(command, input=records.encode(), stdout=subprocess.PIPE, check=True)
    return [json.loads(line) for line in answers.stdout.decode().split("\n") if line]


def render(command, documents):
    text = f"\n\n{SEPARATOR}\n\n".join(documents)
    output = subprocess.run(command.split(), input=text.encode(), stdout=subprocess.PIPE, check=True)
    return output.stdout.decode().split(f"<p>{SEPARATOR}</p>")


def main():
    pith, vectors, renderer, *shapes = sys.argv[1:]
    with open(vectors, encoding="utf-8") as lines:
        vectors = lines.read().rstrip("\n").split("\n")
    cases = [(shape, vector) for shape in shapes or SHAPES for vector in vectors]
    answers = extract(pith, cases)
    documents = [answer["markdown"] for answer in answers]
    n_wrong = 0
    for case, document in zip(cases, documents):
        if TEMPLATES.search(document):
            print(case, "a template or an extension could see something")
            n_wrong += 1
    pages = render(renderer, documents)
    assert len(pages) == len(cases), (renderer, len(pages), len(cases))
    for case, answer, got in zip(cases, answers, pages):
        if case[0] == "cells" and "table" not in renderer and "pandoc" not in renderer:
            continue
        if case == ("items", "[ ] task") and "pandoc" in renderer:
            continue  # it looks for checkboxes in the text after removing the backslashes
        if case[0] == "image" and case[1][0] in "$\\":
            continue  # an alternative text that is TeX is a formula
        allowed = ELEMENTS | IMAGES if case[0] == "image" else ELEMENTS
        if "pandoc" in renderer:
            allowed = allowed | {"span"}  # a citation, for "@user" in a URL
        wanted, (text, wrong) = shown(answer["html"], ELEMENTS | IMAGES)[0], shown(got, allowed)
        if wrong or text != wanted:
            print(renderer, case, wrong, text if text != wanted else "")
            n_wrong += 1
    sys.exit(n_wrong > 0)


main()
