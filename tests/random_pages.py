#!/usr/bin/env python3
"""Writes random pages and dumps as records for `pith --jsonl`.

usage: random_pages.py SEED N

Each page is a tree of any elements with attributes that pith reads, from the root on, and with words
that it knows; some elements are not closed. Elements and attributes do not depend on each other, so
that the rare pairs, such as a hidden root, are as likely as the common ones.
"""
import json
import random
import sys

TAGS = """html head body div p span a b i em h1 h2 h3 ul ol li table tr td th thead tbody caption figure
figcaption img video iframe blockquote q cite pre code kbd sup sub math mi mo mn mrow mfrac msup mfenced
mtable mtr mtd svg title meta link script style noscript template details summary dialog button form
input select option textarea label nav main article section aside header footer time address dl dt dd
br hr ruby rt rp rb abbr ins del mark small s u font center object embed picture source audio track
x-y""".split()

ATTRIBUTES = """hidden|style='display:none'|style='visibility:hidden;position:absolute'|class=hidden
class='comment-body author vcard'|class='byline author'|class=footnote|class='language-c highlight'
class='callout note'|class=pullquote|class='post-author date published'|class='katex mathml'
class='comments' id=comments|class=share-bar|class=tab-pane|class=wp-caption|class=gallery
class=mw-highlight|class=lineno|id=n1|id=fn1|href=#fn1|href=#n1|href=/2024/05/03/x|href=''
href='javascript:x'|role=heading aria-level=0|role=button|role=table|role=row|role=cell|role=note
aria-hidden=true|itemprop=author|itemprop=datePublished datetime=2024-05-03|itemprop=articleBody
itemscope itemtype='https://schema.org/Article'|rel=author|name=author content='Jane Doe'
property=og:title content='Title of x'|src=/a.png width=600 height=400|srcset='/a.png 1x, /b.png 2x'
alt='x y'|colspan=3|rowspan=65535|colspan=0|start=7|start=-3|type=checkbox checked|open|data-src=/x.jpg
data-cfemail=0061406f|data-callout=note|lang=ar dir=rtl|lang=zh|separators='\u101B'|open='['|value=3
http-equiv=refresh content='0;url=/x'|data-latex='x^2'|display=block""".replace("\n", "|").split("|")

WORDS = """the council of town voted on Friday to rebuild wall By Jane Doe Published 3 May 2024 Updated
Reply Read more: \u00A9 2024 [1] ^ $x^2$ \\(a\\) \\[b\\] 12 3:14 pm \u4E2D\u6587\u5B57 \u0647\u0630\u0627
\u2603 a | > # * _ ` ~ Photo: AFP/Getty Advertisement Subscribe Share""".split()

URLS = ["https://a.example/2024/05/03/x", "https://a.example/", "https://a.example/2024/x", "x",
        "https://a.example/05/x-2024-05-03.html"]


def text(random):
    return " ".join(random.choice(WORDS) for _ in range(random.choice([0, 1, 2, 5, 12, 40])))


def attributes(random, numbers):
    return "".join(" " + random.choice(ATTRIBUTES) for _ in range(random.choice(numbers)))


def element(random, depth):
    tag = random.choice(TAGS)
    inner = ""
    for _ in range(random.choice([0, 1, 1, 2, 4]) if depth < 7 else 0):
        inner += text(random) if random.random() < 1 / 3 else element(random, depth + 1)
    end = "</%s>" % tag if random.random() < 0.85 else ""
    return "<%s%s>%s%s%s" % (tag, attributes(random, [0, 0, 1, 1, 2, 3]), inner, text(random), end)


def page(random):
    html = "<!DOCTYPE html>" if random.random() < 0.5 else ""
    if random.random() < 0.7:
        html += "<html%s>" % attributes(random, [0, 1, 2])
    if random.random() < 0.5:
        html += "<head%s><title>%s</title>" % (attributes(random, [1]), text(random))
    if random.random() < 0.5:
        html += "<body%s>" % attributes(random, [1])
    return html + "".join(element(random, 0) for _ in range(random.choice([1, 3, 8])))


def dump(random):
    lines = [text(random) for _ in range(random.choice([0, 1, 3, 10, 30]))]
    return random.choice(["\n\n", "\n\n", "\n"]).join(lines)


def main():
    generator = random.Random(int(sys.argv[1]))
    for number in range(int(sys.argv[2])):
        record = {"id": number}
        if generator.random() < 0.3:
            record["text"] = dump(generator)
        else:
            record["html"] = page(generator)
        if generator.random() < 0.6:
            record["url"] = generator.choice(URLS)
        print(json.dumps(record))


main()
