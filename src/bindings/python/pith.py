"""Extracts the main content of web pages, without the boilerplate around it.

    import pith

    article = pith.extract(page)                 # bytes as served, or str
    print(article.headline, article.authors, article.date)
    print(article.markdown)

    for result in pith.extract_many(pages, workers=4):
        if isinstance(result, pith.Error):
            ...                                  # this page failed; the others continue

The module calls libpith.so with ctypes, which releases Python's global lock while a page is read,
so threads run in parallel. pith(3) documents the library.
"""
from __future__ import annotations

import collections
import concurrent.futures
import ctypes
import os
import threading
from typing import TYPE_CHECKING, Any, Iterable, Iterator, NamedTuple, Optional, Sequence, Tuple, Union

__all__ = ["Article", "Block", "Error", "extract", "extract_many", "library_version"]
__version__ = "0.2.0"

Page = Union[bytes, bytearray, memoryview, str]

KINDS = ("paragraph", "heading", "list item", "quote", "code", "table cell", "term", "definition",
         "caption")
ROLES = ("headline", "standfirst", "byline", "dateline", "navigation", "header", "footer", "aside",
         "form", "dialog")


class Error(Exception):
    """A page that could not be read. `status` is the name of the library's pith_status: "EINVAL",
    "ENOMEM", "ELIMIT", "ECHARSET", "ETIMEOUT" or "ENOTPAGE"."""

    def __init__(self, status: str, message: str) -> None:
        super().__init__(message)
        self.status = status

    def __reduce__(self):  # so that it can be pickled
        return (Error, (self.status, str(self)))


class Block(NamedTuple):
    """One block of the page."""

    text: str
    path: str  # "body/main.content/article/p": elements with their first class
    score: float  # likelihood of being main content, 0 to 1
    text_density: float  # words per line of 80 characters
    link_density: float  # share of its characters that are in links
    kept: bool  # whether it is in the body
    rule: Optional[str]  # the exact rule that overrode the score
    reasons: str  # with explain=True, what moved the score; otherwise ""
    kind: str  # one of KINDS
    role: Optional[str]  # one of ROLES: its role in the article or on the page
    level: int  # of a heading, 1 to 6; otherwise 0
    heading: Optional[int]  # index in article.blocks of the heading above it
    body: Tuple[int, int]  # range of the UTF-8 bytes of the text that come from it
    source: Tuple[int, int]  # range of the bytes of the page, decoded to UTF-8, that hold its text


class Article:
    """The result for a page. A page without main content has text "" (and is false)."""

    __slots__ = (
        "text", "markdown", "html", "comments", "confidence", "authors", "tags", "blocks", "fields",
        "sources",
    )

    text: str
    markdown: Optional[str]  # None unless requested, like html
    html: Optional[str]
    comments: str
    confidence: float  # expected word F1 of the text, 0 to 1
    authors: list[str]
    tags: list[str]
    blocks: list[Block]
    fields: dict[str, str]  # "headline", "date" ...: what the page says about itself
    sources: dict[str, str]  # where each field was found

    if TYPE_CHECKING:  # served by __getattr__, so that a newer library can have more
        headline: Optional[str]
        standfirst: Optional[str]
        byline: Optional[str]
        dateline: Optional[str]
        place: Optional[str]
        date: Optional[str]  # published; ISO 8601, as precise as the page gives it
        modified: Optional[str]
        language: Optional[str]  # BCP 47
        direction: Optional[str]  # "ltr" or "rtl"
        site: Optional[str]
        url: Optional[str]
        description: Optional[str]
        image: Optional[str]
        type: Optional[str]
        kind: Optional[str]

    def __getattr__(self, name: str) -> Optional[str]:
        """The value of a library field by its name; None if the page does not have it."""
        if name in _library().fields:
            return self.fields.get(name)
        raise AttributeError(name)

    def __getstate__(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__slots__}

    def __setstate__(self, state: dict[str, Any]) -> None:
        for name, value in state.items():
            setattr(self, name, value)

    def __bool__(self) -> bool:
        return bool(self.text)

    def __repr__(self) -> str:
        return "<pith.Article %r, %d characters>" % (self.fields.get("headline"), len(self.text))


# ---- library -------------------------------------------------------------------------------------

_FORMATS = {"text": 1, "markdown": 2, "html": 4}
_INPUTS = {"auto": 0, "html": 1, "dump": 2}
_KEEP_LINKS, _KEEP_IMAGES, _KEEP_COMMENTS, _EXPLAIN, _BLOCKS, _ALL_BLOCKS = 1, 2, 4, 8, 16, 32
_NO_LINKS, _VISIBLE = 64, 128
_NO_BLOCK = ctypes.c_size_t(-1).value
_STATUSES = ("OK", "EINVAL", "ENOMEM", "ELIMIT", "ECHARSET", "ETIMEOUT", "ENOTPAGE")


class _Options(ctypes.Structure):
    """struct pith_options; a later library uses its defaults for fields that are missing here."""

    _fields_ = [
        ("size", ctypes.c_size_t), ("input", ctypes.c_int), ("formats", ctypes.c_uint),
        ("flags", ctypes.c_uint), ("charset", ctypes.c_char_p), ("url", ctypes.c_char_p),
        ("max_input_bytes", ctypes.c_size_t), ("max_memory_bytes", ctypes.c_size_t),
        ("max_depth", ctypes.c_uint), ("max_attributes", ctypes.c_uint),
        ("precision_bias", ctypes.c_double), ("min_certainty", ctypes.c_double),
        ("max_seconds", ctypes.c_double), ("drop", ctypes.c_char_p), ("keep", ctypes.c_char_p),
    ]


class _Block(ctypes.Structure):
    """The first fields of struct pith_block, which only grows at its end."""

    _fields_ = [
        ("text", ctypes.c_void_p), ("text_len", ctypes.c_size_t), ("path", ctypes.c_char_p),
        ("score", ctypes.c_double), ("score_block", ctypes.c_double),
        ("text_density", ctypes.c_double), ("link_density", ctypes.c_double), ("kept", ctypes.c_int),
        ("rule", ctypes.c_char_p), ("reasons", ctypes.c_char_p), ("kind", ctypes.c_int),
        ("role", ctypes.c_int), ("level", ctypes.c_int), ("heading", ctypes.c_size_t),
        ("body_start", ctypes.c_size_t), ("body_end", ctypes.c_size_t),
        ("source_start", ctypes.c_size_t), ("source_end", ctypes.c_size_t),
    ]


class _Library:
    """libpith.so with the types of its functions."""

    def __init__(self) -> None:
        self.so = ctypes.CDLL(os.environ.get("PITH_LIBRARY") or "libpith.so.0")
        pointer, size = ctypes.c_void_p, ctypes.c_size_t
        self._declare("pith_version", ctypes.c_char_p)
        self._declare("pith_status_text", ctypes.c_char_p, ctypes.c_int)
        self._declare("pith_options_init", None, ctypes.POINTER(_Options), size)
        self._declare("pith_context_new", ctypes.c_int, ctypes.POINTER(pointer))
        self._declare("pith_context_free", None, pointer)
        self._declare("pith_context_error", ctypes.c_char_p, pointer)
        self._declare("pith_extract", ctypes.c_int, pointer, ctypes.POINTER(_Options), pointer, size,
                      ctypes.POINTER(pointer))
        self._declare("pith_article_free", None, pointer)
        self._declare("pith_article_body", pointer, pointer, ctypes.c_int, ctypes.POINTER(size))
        self._declare("pith_article_comments", ctypes.c_char_p, pointer)
        self._declare("pith_article_confidence", ctypes.c_double, pointer)
        self._declare("pith_field_name", ctypes.c_char_p, ctypes.c_int)
        for name in ("field", "source"):
            self._declare("pith_article_" + name, ctypes.c_char_p, pointer, ctypes.c_int)
        for name in ("author", "tag"):
            self._declare("pith_article_" + name, ctypes.c_char_p, pointer, size)
        for name in ("authors_source", "tags_source"):
            self._declare("pith_article_" + name, ctypes.c_char_p, pointer)
        self._declare("pith_article_block", ctypes.POINTER(_Block), pointer, size)
        self.fields: dict[str, int] = {}
        while (name := self.pith_field_name(len(self.fields))) is not None:
            self.fields[name.decode()] = len(self.fields)

    def _declare(self, name: str, result: Any, *arguments: Any) -> None:
        function = getattr(self.so, name)
        function.restype, function.argtypes = result, arguments
        setattr(self, name, function)


class _Context:
    """The library's working memory, one per thread; freed with its thread."""

    def __init__(self, library: _Library) -> None:
        self.library, self.pointer = library, ctypes.c_void_p()
        status = library.pith_context_new(ctypes.byref(self.pointer))
        if status:
            raise _error(library, status, None)

    def __del__(self) -> None:
        if self.pointer:
            self.library.pith_context_free(self.pointer)


_loaded: Optional[_Library] = None
_loading = threading.Lock()
_local = threading.local()


def _library() -> _Library:
    global _loaded
    if _loaded is None:
        with _loading:
            if _loaded is None:
                _loaded = _Library()
    return _loaded


def _context() -> _Context:
    # A context belongs to one process, too: after a fork, the child makes its own.
    found = getattr(_local, "context", None)
    if found is None or found[0] != os.getpid():
        _local.context = found = (os.getpid(), _Context(_library()))
    return found[1]


def _error(library: _Library, status: int, context: Optional[_Context]) -> Error:
    text = library.pith_context_error(context.pointer) if context else b""
    name = _STATUSES[status] if status < len(_STATUSES) else str(status)
    return Error(name, (text or library.pith_status_text(status)).decode())


def _text(value: Optional[bytes]) -> Optional[str]:
    return None if value is None else value.decode()


def _name(names: Sequence[str], i: int) -> Optional[str]:
    return names[i] if 0 <= i < len(names) else None


def _strings(get: Any, article: ctypes.c_void_p) -> list[str]:
    found: list[str] = []
    while (value := get(article, len(found))) is not None:
        found.append(value.decode())
    return found


def _body(library: _Library, article: ctypes.c_void_p, bit: int) -> Optional[str]:
    size = ctypes.c_size_t()
    at = library.pith_article_body(article, bit, ctypes.byref(size))
    return ctypes.string_at(at, size.value).decode() if at else None


def _blocks(library: _Library, article: ctypes.c_void_p) -> list[Block]:
    found: list[Block] = []
    while block := library.pith_article_block(article, len(found)):
        b = block.contents
        found.append(Block(ctypes.string_at(b.text, b.text_len).decode(), b.path.decode(), b.score,
                           b.text_density, b.link_density, bool(b.kept), _text(b.rule),
                           b.reasons.decode(), _name(KINDS, b.kind) or str(b.kind),
                           _name(ROLES, b.role - 1), b.level,
                           None if b.heading == _NO_BLOCK else b.heading,
                           (b.body_start, b.body_end), (b.source_start, b.source_end)))
    return found


def _article(library: _Library, pointer: ctypes.c_void_p) -> Article:
    article = Article()
    article.text = _body(library, pointer, _FORMATS["text"]) or ""
    article.markdown = _body(library, pointer, _FORMATS["markdown"])
    article.html = _body(library, pointer, _FORMATS["html"])
    article.comments = library.pith_article_comments(pointer).decode()
    article.confidence = library.pith_article_confidence(pointer)
    article.authors = _strings(library.pith_article_author, pointer)
    article.tags = _strings(library.pith_article_tag, pointer)
    article.blocks = _blocks(library, pointer)
    article.fields, article.sources = {}, {}
    for name, number in library.fields.items():
        value = library.pith_article_field(pointer, number)
        if value is not None:
            article.fields[name] = value.decode()
            article.sources[name] = library.pith_article_source(pointer, number).decode()
    for name in ("authors", "tags"):
        source = getattr(library, "pith_article_%s_source" % name)(pointer)
        if source is not None:
            article.sources[name] = source.decode()
    return article


def library_version() -> str:
    """The version of the libpith.so in use."""
    return _library().pith_version().decode()


# ---- pages ---------------------------------------------------------------------------------------

def extract(
    page: Page,
    *,
    url: Optional[str] = None,
    charset: Optional[str] = None,
    input: str = "auto",
    formats: Sequence[str] = ("markdown", "html"),
    links: Optional[bool] = None,
    images: bool = False,
    comments: bool = False,
    visible: bool = False,
    blocks: Union[bool, str] = False,
    explain: bool = False,
    precision_bias: float = 0.0,
    min_certainty: float = 0.0,
    max_seconds: Optional[float] = None,
    max_input_bytes: Optional[int] = None,
    max_memory_bytes: Optional[int] = None,
    max_depth: Optional[int] = None,
    max_attributes: Optional[int] = None,
    drop: Optional[str] = None,
    keep: Optional[str] = None,
) -> Article:
    """Extracts the main content of one page.

    page              its bytes as served, or a str
    url               its address; makes links absolute
    charset           of the bytes; default: detected
    input             "html", "dump" (the copied text of a whole page) or "auto"
    formats           formats of the body to produce besides the text: "markdown", "html"
    links             None: Markdown and HTML keep links; True: so does the text, as footnotes;
                      False: no format does
    images            keep images and their captions
    comments          article.comments contains the comments under the article
    visible           only what is visible without a click
    blocks            True: article.blocks contains the blocks of the body; "all": all of the page
    explain           all blocks, with the reasons for their scores
    precision_bias    -1 (keep when in doubt) to 1 (drop when in doubt)
    min_certainty     0 to 1: leave out a headline, authors or a date less certain than this
    max_seconds       time limit for one page; None: 30, math.inf: no limit
    max_...           other limits for one page, in the library's units; None: its defaults
    drop, keep        CSS selectors of elements to remove from the page, and of elements that are
                      content; see pith(1) for what is allowed

    Raises pith.Error, or ValueError and TypeError for arguments that cannot be passed on.
    """
    library, context = _library(), _context()
    if isinstance(page, str):
        # Lone surrogates cannot be encoded; the library reads them as U+FFFD.
        page, charset = page.encode("utf-8", "surrogatepass"), charset or "utf-8"
    elif not isinstance(page, bytes):
        page = bytes(page)
    options = _Options()
    library.pith_options_init(ctypes.byref(options), ctypes.sizeof(options))
    try:
        options.input = _INPUTS[input]
        for name in formats:
            options.formats |= _FORMATS[name]
    except KeyError as unknown:
        raise ValueError("unknown input or format: %s" % unknown) from None
    options.flags = (
        (_KEEP_LINKS if links else _NO_LINKS * (links is not None)) | _KEEP_IMAGES * images
        | _KEEP_COMMENTS * comments | _VISIBLE * visible | _EXPLAIN * explain
        | (_ALL_BLOCKS if blocks == "all" else _BLOCKS * bool(blocks))
    )
    options.charset = charset.encode() if charset else None
    options.url = url.encode() if url else None
    options.drop = drop.encode() if drop is not None else None
    options.keep = keep.encode() if keep is not None else None
    options.precision_bias, options.min_certainty = precision_bias, min_certainty
    for name, value in (("max_seconds", max_seconds), ("max_input_bytes", max_input_bytes),
                        ("max_memory_bytes", max_memory_bytes), ("max_depth", max_depth),
                        ("max_attributes", max_attributes)):
        if value is not None:
            setattr(options, name, value)
    pointer = ctypes.c_void_p()
    status = library.pith_extract(context.pointer, ctypes.byref(options), page, len(page),
                                  ctypes.byref(pointer))
    if status:
        raise _error(library, status, context)
    try:
        return _article(library, pointer)
    finally:
        library.pith_article_free(pointer)


def extract_many(pages: Iterable[Page], workers: Optional[int] = None, **options: Any
                 ) -> Iterator[Union[Article, Error]]:
    """Extracts many pages in parallel threads, lazily, and yields their articles in the order of
    the pages. A page that fails yields its pith.Error instead.

    `workers` is the number of threads (default: one per processor); the other options are those of
    extract. At most a few pages per worker are held in memory.
    """
    workers = workers or os.cpu_count() or 1
    if workers < 1:
        raise ValueError("workers must be at least 1")

    def one(page: Page) -> Union[Article, Error]:
        try:
            return extract(page, **options)
        except Error as error:
            return error

    with concurrent.futures.ThreadPoolExecutor(workers, "pith") as pool:
        waiting: collections.deque[concurrent.futures.Future] = collections.deque()
        try:
            for page in pages:
                waiting.append(pool.submit(one, page))
                if len(waiting) >= 4 * workers:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()
