#!/usr/bin/env python3
"""Scores the Markdown of the pages in corpus/structure, element by element.

usage: structure_pages.py [--pith PROGRAM] [--worst KIND]

Beside each ID.html is ID.md, the Markdown that a careful reader would write for it. For each kind
of element the expected and actual multisets are compared over all pages; links and emphasis are
left to other measures. --worst KIND lists what is missing (-) and what is superfluous (+).
"""
import argparse, collections, glob, os, re, subprocess, sys

FOLDER = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "corpus", "structure")
KINDS = ("formula", "code", "language", "note", "row", "heading", "item", "task", "quote", "image", "script")
FENCE = re.compile(r"^(\s*)(`{3,})([^\s`]*)[^\n]*\n(.*?)^\1\2`*\s*$", re.M | re.S)
FORMULA = re.compile(r"\$\$(.+?)\$\$|(?<![\\\w$])\$(?!\s)([^$\n]+?)(?<!\s)\$(?![\w$])", re.S)
SCRIPT = re.compile(r"<(sup|sub)>(.*?)</\1>")


def plain(text):
    """Text without links, emphasis and escapes, white space collapsed."""
    text = re.sub(r"!?\[([^\[\]]*)\]\([^)]*\)", r"\1", text)
    return " ".join(re.sub(r"\\([^\w\s])|[*_`]", r"\1", text).split())


def take(pattern, text, found):
    """Passes each match to `found` and removes it from the text."""
    def note(match):
        found(match)
        return " "
    return pattern.sub(note, text)


def elements(text):
    """{kind: Counter}"""
    got = collections.defaultdict(collections.Counter)

    def code(match):
        body = "\n".join(line[len(match.group(1)):].rstrip() for line in match.group(4).split("\n"))
        got["code"][body.strip("\n")] += 1
        if match.group(3):
            got["language"][match.group(3).lower(), body.strip("\n")] += 1

    text = take(FENCE, text, code)
    text = take(FORMULA, text, lambda m: got["formula"].update([re.sub(r"\s", "", m.group(1) or m.group(2))]))
    for name, inner in SCRIPT.findall(text):
        got["script"][name, plain(inner)] += 1
    got["image"].update(re.findall(r"!\[[^\]]*\]\(<?([^)\s>]+)", text))
    for line in text.split("\n"):
        bare = line.strip()
        if re.match(r"\[\^[^\]]+\]:", bare):
            got["note"][plain(bare.split(":", 1)[1])] += 1
        elif re.fullmatch(r"\|.*\|", bare) and not re.fullmatch(r"[|\s:-]+", bare):
            got["row"][tuple(plain(cell) for cell in bare[1:-1].split("|"))] += 1
        elif re.match(r"#{1,6} ", bare):
            got["heading"][plain(bare)] += 1
        elif bare.startswith(">") and bare.strip("> "):
            got["quote"][plain(bare.lstrip("> "))] += 1
        item = re.match(r"(?:> ?)*\s*([-*+]|\d+[.)]) (\[[ xX]\] )?(.+)", line)
        if item:
            got["item"][item.group(1).rstrip(").").replace("*", "-"), plain(item.group(3))] += 1
            if item.group(2):
                got["task"][item.group(2).lower(), plain(item.group(3))] += 1
    return got


def compare(program, worst):
    """{kind: [wanted, made, right]} over all pages."""
    sums = {kind: [0, 0, 0] for kind in KINDS}
    for page in sorted(glob.glob(os.path.join(FOLDER, "*.html"))):
        with open(page[:-5] + ".md", encoding="utf-8") as file:
            want = elements(file.read())
        run = subprocess.run(program.split() + ["--format=markdown", "--body", "--images", page],
                             capture_output=True, check=False)
        made = elements(run.stdout.decode("utf-8"))
        for kind, sum_ in sums.items():
            right = want[kind] & made[kind]
            for i, counter in enumerate((want[kind], made[kind], right)):
                sum_[i] += sum(counter.values())
            if kind == worst:
                for sign, rest in (("-", want[kind] - made[kind]), ("+", made[kind] - want[kind])):
                    for element in rest:
                        print(os.path.basename(page)[:-5], sign, element)
    return sums


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--pith", default="./pith")
    parser.add_argument("--worst", choices=KINDS)
    args = parser.parse_args()
    sums = compare(args.pith, args.worst)
    print("%-10s%7s%7s%8s" % ("structure", "wanted", "made", "F1"))
    for kind, (wanted, made, right) in sums.items():
        print("%-10s%7d%7d%8.3f" % (kind, wanted, made, 2 * right / (wanted + made) if right else 0))
    return 0


if __name__ == "__main__":
    sys.exit(main())
