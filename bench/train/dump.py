"""A page's visible text as a plain-text dump: the text of the whole copied page."""
import html.parser
import re

HIDDEN = set("script style template svg head iframe select textarea".split())
INLINE = set("a abbr b bdi bdo cite code data dfn em font i kbd label mark q ruby rt rp s samp small span strong sub "
             "sup time tt u var wbr img picture source".split())
VOID = set("area base br col embed hr img input link meta source track wbr".split())


class Visible(html.parser.HTMLParser):
    """Block-level tags separate paragraphs, <br> separates lines; invisible content is left out.

    The content of <noscript> counts if it is the longer part: scripts write the rest of such a
    page.
    """

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.pieces, self.hidden, self.noscript = [], [], 0

    def add(self, text):
        self.pieces.append((text, self.noscript > 0))

    def handle_starttag(self, tag, attrs):
        if tag in HIDDEN:
            self.hidden.append(tag)
        elif tag == "noscript":
            self.noscript += 1
        elif tag not in INLINE:
            self.add("\n" if tag == "br" else "\n\n")

    def handle_endtag(self, tag):
        if self.hidden and tag == self.hidden[-1]:
            self.hidden.pop()
        elif tag == "body" and self.hidden:
            self.hidden.clear()
        elif tag == "noscript":
            self.noscript = max(0, self.noscript - 1)
        elif tag not in INLINE and tag not in VOID:
            self.add("\n\n")

    def handle_data(self, data):
        if not self.hidden:
            self.add(re.sub(r"\s+", " ", data))

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


def dump(page):
    """The dump of a page's bytes, as UTF-8."""
    parser = Visible()
    parser.feed(decode(page))
    parser.close()
    lines = "\n".join(" ".join(line.split()) for line in parser.text().split("\n"))
    return (re.sub(r"\n{3,}", "\n\n", lines).strip() + "\n").encode("utf-8")
