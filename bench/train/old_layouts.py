#!/usr/bin/env python3
"""Dresses known texts as blog pages of 2005 to 2013, with comments under them.

usage: old_layouts.py PAGES_DIR OUT_DIR [N_PER_FOLD]

Few of the training pages are older than 2013, and hardly any has comments in its markup. Each page
made here is an article from the page sets in the layout of a blog of those years (WordPress,
Blogger, Movable Type, tables, plain markup), with comments cut from other texts of the same fold, a
sidebar and a footer. Class names are dropped or changed at random, so that the structure of such a
page is learned. Writes OUT_DIR/oldblogs/ID.html.gz and ID.json with the site of the article, so
that an article and its dressed copy are on the same side of every split.
"""
import gzip
import html
import json
import os
import random
import re
import sys

import pages as page_sets

NAMES = ("Anna Ben Carla David Erin Frank Greta Hugo Ines Jonas Karin Liam Mona Nils Olga Pete Rosa Sam Tina Uwe Vera "
         "Will Xenia Yann Zoe jdoe77 Skeptic Grandma_K techfan oldtimer Anonymous R.M. BlueSky").split()
MONTHS = "January February March April May June July August September October November December".split()
LINKS = ("Home About Contact Archives RSS Subscribe Photos Links FAQ Forum Search Login Register Shop Press "
         "Advertise Sitemap").split()
PROMPTS = ("Leave a Reply", "Leave a comment", "Post a Comment", "Speak Your Mind", "Add your thoughts", "Comments are closed.")
FOOTERS = ("Powered by WordPress. Entries (RSS) and Comments (RSS).", "All content copyright by its authors. Best viewed at 1024x768.",
           "Powered by Movable Type 3.2", "Template by Blogger. Images by their owners.")


class Dresser:
    def __init__(self, seed, texts, titles):
        self.random = random.Random(seed)
        self.texts, self.titles = texts, titles
        self.names_share = self.random.choice((0.0, 0.5, 1.0, 1.0))

    def name(self, kind, value):
        """A class or id, kept, changed or omitted."""
        r = self.random.random()
        if r > self.names_share:
            return ""
        return f' {kind}="{value if r > 0.15 else value[:3] + str(self.random.randint(1, 99))}"'

    def date(self):
        r = self.random
        day, month, year, hour, minute = r.randint(1, 28), r.choice(MONTHS), r.randint(2005, 2013), r.randint(1, 12), r.randint(0, 59)
        half = r.choice(("am", "pm", "AM", "PM"))
        return r.choice((f"{month} {day}, {year} at {hour}:{minute:02} {half}", f"{day} {month} {year}, {hour}:{minute:02}{half}",
                         f"{month[:3]} {day}, {year} {hour}:{minute:02}{half}", f"{r.randint(1, 12)}/{day}/{year} {hour}:{minute:02}"))

    def comment_texts(self):
        r = self.random
        for _ in range(r.choice((1, 2, 4, 8, 15, 30))):
            sentences = re.split(r"(?<=[.!?]) +", r.choice(self.texts))
            start = r.randrange(len(sentences))
            yield html.escape(" ".join(sentences[start : start + r.choice((1, 1, 2, 3, 6))]))[:1500]

    def body(self, paragraphs):
        """The article's paragraphs, as <p> or separated by line breaks."""
        escaped = [html.escape(p) for p in paragraphs]
        way = self.random.choice(("p", "p", "br", "font"))
        if way == "p":
            return "\n".join(f"<p>{p}</p>" for p in escaped)
        text = "<br /><br />\n".join(escaped)
        return text if way == "br" else f'<font face="verdana" size="2">{text}</font>'

    def links(self, n, tag="li"):
        chosen = [self.random.choice(LINKS + self.titles) for _ in range(n)]
        return "".join(f'<{tag}><a href="/{i}">{html.escape(t)}</a></{tag}>\n' for i, t in enumerate(chosen))

    def sidebar(self):
        r, out = self.random, []
        for heading in r.sample(["Archives", "Blogroll", "Categories", "Recent Posts", "Recent Comments", "About Me", "Meta",
                                 "Sponsors", "Twitter", "Search"], r.randint(3, 7)):
            if heading in ("About Me", "Sponsors", "Twitter"):
                text = html.escape(" ".join(r.choice(self.texts).split()[: r.randint(15, 50)]))
                out.append(f"<h2>{heading}</h2><p>{text}</p>")
            else:
                out.append(f"<h2>{heading}</h2><ul>{self.links(r.randint(3, 14))}</ul>")
        return f"<div{self.name('id', 'sidebar')}>" + "\n".join(out) + "</div>"

    def comments(self, layout):
        made = list(self.comment_texts())
        n = len(made)
        title = self.random.choice((f"{n} Comments", f"{n} Responses to this post", f"{n} comments:", "Comments", f"Comments ({n})"))
        items = [self.comment(layout, i, text) for i, text in enumerate(made)]
        tag, heading = ("ol", "h3") if layout in ("kubrick", "twentyten") else ("div", self.random.choice(("h4", "p", "b")))
        return (f"<{heading}{self.name('id', 'comments')}>{title}</{heading}>\n<{tag}{self.name('class', 'commentlist')}>" +
                "\n".join(items) + f"</{tag}>\n<h3>{self.random.choice(PROMPTS)}</h3><form><p><input name=author> Name (required)</p>"
                "<p><input name=email> Mail (will not be published) (required)</p><textarea></textarea><input type=submit></form>")

    def comment(self, layout, n, text):
        who, when, name = self.random.choice(NAMES), self.date(), self.name
        if layout == "kubrick":
            return (f"<li{name('class', 'alt')}{name('id', f'comment-{n}')}><cite>{who}</cite> Says:<br />"
                    f"<small{name('class', 'commentmetadata')}><a href='#c{n}'>{when}</a></small><p>{text}</p></li>")
        if layout == "twentyten":
            return (f"<li{name('class', 'comment even depth-1')}><div{name('id', f'div-comment-{n}')}{name('class', 'comment-body')}>"
                    f"<div{name('class', 'comment-author vcard')}><cite class=fn>{who}</cite> <span>says:</span></div>"
                    f"<div{name('class', 'comment-meta commentmetadata')}><a href=#>{when}</a></div><p>{text}</p>"
                    f"<div{name('class', 'reply')}><a href=#>Reply</a></div></div></li>")
        if layout == "blogger":
            return (f"<dl><dt{name('class', 'comment-author')}>{who} said...</dt><dd{name('class', 'comment-body')}><p>{text}</p></dd>"
                    f"<dd{name('class', 'comment-footer')}>{when}</dd></dl>")
        if layout == "typepad":
            return (f"<div{name('class', 'comment')}><p>{text}</p><p{name('class', 'comment-footers')}>"
                    f"Posted by: <a href=#>{who}</a> | {when}</p></div>")
        if layout == "table":
            return f"<tr><td><b>{who}</b> wrote on {when}:<br>{text}<hr></td></tr>"
        return f"<div><b>{who}</b> - {when}<br>{text}</div><hr>"

    def page(self, title, paragraphs):
        r = self.random
        layout = r.choice(("kubrick", "twentyten", "blogger", "typepad", "table", "plain"))
        name = self.name
        heading = r.choice(("h1", "h2", "h3"))
        signed = f"<small>{self.date()} by {r.choice(NAMES)}</small>" if r.random() < 0.6 else f"<p>Posted by {r.choice(NAMES)} at {self.date()}</p>"
        article = (f"<div{name('class', 'post')}><{heading}{name('class', 'post-title')}>{html.escape(title)}</{heading}>{signed}"
                   f"<div{name('class', 'entry')}>{self.body(paragraphs)}</div>"
                   f"<p{name('class', 'postmetadata')}>Filed under: <a href=#>News</a> | <a href=#c>Comments</a></p></div>")
        thread = self.comments(layout)
        if layout == "table":
            thread = re.sub(r"<div[^>]*>(?=<tr>)", "<table width='100%'>", thread).replace("</tr></div>", "</tr></table>")
            middle = (f"<table width='100%' cellpadding=4><tr><td width=150 valign=top><font size=1>{self.links(12, 'p')}</font></td>"
                      f"<td valign=top>{article}{thread}</td><td width=160 valign=top>{self.sidebar()}</td></tr></table>")
        else:
            middle = f"<div{name('id', 'content')}>{article}\n{thread}</div>\n{self.sidebar()}"
        head = f"<div{name('id', 'header')}><h1><a href='/'>{r.choice(NAMES)}'s blog</a></h1><div>{self.links(6, 'span')}</div></div>"
        return (f"<html><head><title>{html.escape(title)} - {r.choice(NAMES)}'s blog</title></head><body>{head}\n{middle}\n"
                f"<div{name('id', 'footer')}><p>{r.choice(FOOTERS)}</p></div></body></html>")


def paragraphs_of(text):
    return [p.strip() for p in text.split("\n") if p.strip()]


def main():
    source, out = sys.argv[1:3]
    per_fold = int(sys.argv[3]) if len(sys.argv) > 3 else 60
    articles = [p for p in page_sets.read_pages(source) if p.kind == "article" and p.truth.get("title") and
                p.truth.get("lang", "en").startswith("en") and 120 <= len(p.truth.get("text", "").split()) <= 3000]
    folder = os.path.join(out, "oldblogs")
    os.makedirs(folder, exist_ok=True)
    for fold in range(page_sets.N_FOLDS):
        known = [p for p in articles if p.fold == fold]
        texts = [p for a in known for p in paragraphs_of(a.truth["text"]) if 8 <= len(p.split()) <= 200]
        titles = [a.truth["title"] for a in known]
        for n in range(per_fold):
            article = known[n * 7 % len(known)]
            seed = f"{article.id}-{n}"
            page = Dresser(seed, texts, titles).page(article.truth["title"], paragraphs_of(article.truth["text"]))
            truth = dict(url=article.truth["url"], type="article", lang="en", title=article.truth["title"], text=article.truth["text"])
            with gzip.open(os.path.join(folder, seed + ".html.gz"), "wt", encoding="utf-8") as f:
                f.write(page)
            with open(os.path.join(folder, seed + ".json"), "w", encoding="utf-8") as f:
                json.dump(truth, f)


if __name__ == "__main__":
    main()
