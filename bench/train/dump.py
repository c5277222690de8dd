"""A page's visible text as a plain-text dump, in two forms: with an empty line between any two blocks, and as a
browser copies the whole page."""
import html.parser
import re

HIDDEN = set("script style template svg head iframe select textarea".split())
INLINE = set("a abbr b bdi bdo cite code data dfn em font i kbd label mark q ruby rt rp s samp small span strong sub "
             "sup time tt u var wbr img picture source".split())
HEADINGS = set("h1 h2 h3 h4 h5 h6".split())
EDGE, BLANK = "\x01", "\x02"  # of a block, and with an empty line: successive ones make one line end or empty line
VOID = set("area base br col embed hr img input link meta source track wbr".split())


class Visible(html.parser.HTMLParser):
    """Block-level tags separate paragraphs, <br> separates lines; invisible content is left out.

    The content of <noscript> counts if it is the longer part: scripts write the rest of such a
    page. With `copied`, only paragraphs, and headings if they are `spaced`, are followed by an empty
    line, and tabs separate the cells of a table, as in what Chromium's Selection.toString() gives.
    """

    def __init__(self, copied, spaced):
        super().__init__(convert_charrefs=True)
        self.pieces, self.hidden, self.noscript = [], [], 0
        self.copied, self.followed = copied, {"p"} | (HEADINGS if spaced else set())

    def gap(self, tag, ends):
        if not self.copied:
            return "\n" if tag == "br" else "\n\n"
        if tag in ("td", "th"):
            return "\t" if ends else ""
        return BLANK if ends and tag in self.followed else "\n" if tag == "br" else EDGE

    def add(self, text):
        self.pieces.append((text, self.noscript > 0))

    def handle_starttag(self, tag, attrs):
        if tag in HIDDEN:
            self.hidden.append(tag)
        elif tag == "noscript":
            self.noscript += 1
        elif tag not in INLINE:
            self.add(self.gap(tag, ends=False))

    def handle_endtag(self, tag):
        if self.hidden and tag == self.hidden[-1]:
            self.hidden.pop()
        elif tag == "body" and self.hidden:
            self.hidden.clear()
        elif tag == "noscript":
            self.noscript = max(0, self.noscript - 1)
        elif tag not in INLINE and tag not in VOID:
            self.add(self.gap(tag, ends=True))

    def handle_data(self, data):
        if not self.hidden:
            self.add(re.sub(r"[\s\x01\x02]+", " ", data))

    def text(self):
        size = lambda inside: sum(len(text.strip()) for text, n in self.pieces if n == inside)
        is_scripted = size(True) > size(False)
        return "".join(text for text, inside in self.pieces if not inside or is_scripted)


def decode(page):
    try:
        return page.decode("utf-8")
    except UnicodeDecodeError:
        declared = re.search(rb"charset\s*=\s*[\"']?([\w-]+)", page[:4096])
        try:
            return page.decode(declared.group(1).decode() if declared else "cp1252", "replace")
        except LookupError:
            return page.decode("cp1252", "replace")


def tidy(text):
    """Without spaces around lines and runs of empty lines."""
    text = re.sub(r"[^\S\n]*[\x01\x02][\s\x01\x02]*", lambda gap: "\n\n" if BLANK in gap[0] else "\n", text)
    text = "\n".join(re.sub(r" *\t *", "\t", re.sub(r"[^\S\t]+", " ", line)).strip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def dump(page, copied=False):
    """The dump of a page's bytes, as UTF-8. Style sheets decide whether an empty line follows a heading; here it does on
    half of the pages."""
    parser = Visible(copied, spaced=len(page) % 2 == 0)
    parser.feed(decode(page))
    parser.close()
    return tidy(parser.text()).encode("utf-8")
