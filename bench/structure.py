"""How much of a page's structure its Markdown keeps, judged by the page's own tags.

For each kind (heading, item, quote, code, cell) the elements of the page are found whose text is a
line of the ground truth; the figure is the share of them that the Markdown shows as that kind.
"""
import html.parser, re

from words import words_of

KIND_OF_TAG = {"h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading",
               "li": "item", "blockquote": "quote", "pre": "code", "td": "cell", "th": "cell"}
KINDS = ("heading", "item", "quote", "code", "cell")
# Longer elements contain others; their kind says nothing about all of their text.
MOST_WORDS = 60


class Elements(html.parser.HTMLParser):
    """The words of each element that has a kind, as (kind, words)."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.found = [], []

    def handle_starttag(self, tag, attrs):
        if tag in KIND_OF_TAG:
            while tag in ("li", "td", "th") and self.open and self.open[-1][0] == tag:
                self.close()  # an omitted end tag
            self.open.append((tag, []))

    def handle_endtag(self, tag):
        if any(name == tag for name, _ in self.open):
            while self.close() != tag:
                pass

    def handle_data(self, data):
        for _, words in self.open:
            words.extend(words_of(data))

    def close(self):
        tag, words = self.open.pop()
        self.found.append((KIND_OF_TAG[tag], tuple(words)))
        return tag


def elements_of(page):
    parser = Elements()
    parser.feed(page.decode("utf-8", "replace"))
    return parser.found


def shown_as(markdown):
    """{kind: set of the words of each line that is of the kind}"""
    shown = {kind: set() for kind in KINDS}
    fence, code = None, []
    for line in markdown.split("\n"):
        bare = re.sub(r"^(?:[ \t]*(?:>|[-*+]|\d+[.)])(?=[ \t]|$))+[ \t]*", "", line).strip()
        match = re.match(r"(`{3,}|~{3,})", bare)
        if match and fence is None:
            fence, code = match.group(1), []
        elif fence is not None and bare.startswith(fence):
            shown["code"].add(tuple(words_of("\n".join(code))))
            fence = None
        elif fence is not None:
            code.append(line)
        else:
            add_line(shown, line, bare)
    return shown


def add_line(shown, line, bare):
    bare = re.sub(r"(?<!\\)\]\((?:[^()\s\\]|\\.)*\)", "]", bare)  # the address of a link is none of its words
    bare = re.sub(r"\\(?=[^\w\s])", "", bare)
    if re.match(r"[ \t>]*(?:[-*+]|\d+[.)])[ \t]", line):
        shown["item"].add(tuple(words_of(bare)))
    if re.match(r"[ \t]*>", line):
        shown["quote"].add(tuple(words_of(bare)))
    if bare.startswith("#"):
        shown["heading"].add(tuple(words_of(bare)))
    if bare.startswith("|"):
        for cell in bare.strip("|").split("|"):
            shown["cell"].add(tuple(words_of(cell)))


def score(page, truth, markdown):
    """{kind: [shown as that kind, in the truth]} for the kinds that the page has."""
    lines = {tuple(words_of(line)) for line in re.split(r"[\n\t]", truth)}
    shown, counts = shown_as(markdown), {}
    for kind, words in elements_of(page):
        if words and len(words) <= MOST_WORDS and words in lines:
            count = counts.setdefault(kind, [0, 0])
            count[0] += words in shown[kind]
            count[1] += 1
    return counts
