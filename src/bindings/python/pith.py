"""Extracts the main content of web pages, without the boilerplate around it.

    import pith

    article = pith.extract(page)                 # bytes as served, or str
    print(article.headline, article.authors, article.date)
    print(article.markdown)

    for result in pith.extract_many(pages, workers=4):
        if isinstance(result, pith.Error):
            ...                                  # this page failed; the others continue

The module calls libpith.so through ctypes, which releases Python's global interpreter lock while a
page is read, so threads run in parallel. The environment variable PITH_LIBRARY names another file
to load. See pith(3).
"""
from __future__ import annotations

import collections
import concurrent.futures
import ctypes
import operator
import os
import threading
from typing import Any, Iterable, Iterator, NamedTuple, Optional, Sequence, Tuple, Union

__all__ = ["Article", "Block", "Error", "Image", "Link", "Table", "extract", "extract_many",
           "library_version"]
__version__ = "0.2.0"

Page = Union[bytes, bytearray, memoryview, str]

KINDS = ("paragraph", "heading", "list item", "quote", "code", "table cell", "term", "definition",
         "caption")
ROLES = ("headline", "standfirst", "byline", "dateline", "navigation", "header", "footer", "aside",
         "form", "dialog")


class Error(Exception):
    """Raised if a page could not be read, or an option is out of range. `status` is the name of the
    library's pith_status: "EINVAL", "ENOMEM", "ELIMIT", "ECHARSET", "ETIMEOUT" or "ENOTPAGE"."""

    def __init__(self, status: str, message: str) -> None:
        super().__init__(message)
        self.status = status

    def __reduce__(self) -> Tuple[Any, ...]:  # so that it can be pickled
        return (Error, (self.status, str(self)))


class Block(NamedTuple):
    """One block of the page."""

    text: str
    path: str  # "body/main.content/article/p": tags with their first class
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


class Link(NamedTuple):
    """A link in the body."""

    text: str
    url: str  # absolute if the page's address is known
    block: Optional[int]  # index in article.blocks of the block that it is in


class Image(NamedTuple):
    """An image in the body."""

    url: str
    alt: str
    caption: str
    block: Optional[int]  # the block with its caption, otherwise the one before it


class Table(NamedTuple):
    """A data table in the body."""

    caption: str
    rows: list[list[str]]  # the cells' texts, "" for an empty one
    block: Optional[int]  # of its first cell


class Article:
    """The result for a page. If it has no main content, the text is "" and bool(article) is False.
    What the page does not say, such as a date, is None. A newer library may have more fields."""

    __slots__ = (
        "text", "markdown", "html", "comments", "confidence", "authors", "tags", "charset", "blocks",
        "links", "images", "tables", "fields", "sources", "certainty",
    )

    text: str
    markdown: Optional[str]  # None unless requested, like html
    html: Optional[str]
    comments: str
    confidence: float  # expected word F1 of the text, 0 to 1
    authors: list[str]
    tags: list[str]
    charset: Optional[str]  # the one that the page was decoded from
    blocks: list[Block]  # with blocks or explain
    links: list[Link]  # with lists=True, like images and tables
    images: list[Image]
    tables: list[Table]
    fields: dict[str, str]  # "headline", "date" ...: what the page says about itself
    sources: dict[str, str]  # where each field was found; "text" if the page does not show it
    certainty: dict[str, float]  # of headline, authors and date: how likely they are right, 0 to 1

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
    image: Optional[str]  # URL of the lead image
    type: Optional[str]
    kind: Optional[str]

    def __getattr__(self, name: str) -> Optional[str]:
        """The value of a library field by its name; None if the page does not have it."""
        if name not in self.__slots__ and (
                name in Article.__annotations__ or name in self.fields
                or not name.startswith("_") and name in _field_names()):
            return self.fields.get(name)
        raise AttributeError("'Article' has no attribute %r" % name)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *Article.__annotations__})

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
_BLOCK_FLAGS = {False: 0, True: 16, "all": 32}
_KEEP_LINKS, _KEEP_IMAGES, _KEEP_COMMENTS, _EXPLAIN = 1, 2, 4, 8
_NO_LINKS, _VISIBLE, _LISTS = 64, 128, 256
_NO_BLOCK = ctypes.c_size_t(-1).value
_STATUSES = ("OK", "EINVAL", "ENOMEM", "ELIMIT", "ECHARSET", "ETIMEOUT", "ENOTPAGE")
_STR, _SIZE, _INT, _DOUBLE = ctypes.c_char_p, ctypes.c_size_t, ctypes.c_int, ctypes.c_double


class _Options(ctypes.Structure):
    """struct pith_options; a later library uses its defaults for fields that are missing here."""

    _fields_ = [
        ("size", _SIZE), ("input", _INT), ("formats", ctypes.c_uint), ("flags", ctypes.c_uint),
        ("charset", _STR), ("url", _STR), ("max_input_bytes", _SIZE), ("max_memory_bytes", _SIZE),
        ("max_depth", ctypes.c_uint), ("max_attributes", ctypes.c_uint), ("precision_bias", _DOUBLE),
        ("min_certainty", _DOUBLE), ("max_seconds", _DOUBLE), ("drop", _STR), ("keep", _STR),
    ]


class _Block(ctypes.Structure):
    """The first fields of struct pith_block; what the library returns only grows at its end."""

    _fields_ = [
        ("text", ctypes.c_void_p), ("text_len", _SIZE), ("path", _STR), ("score", _DOUBLE),
        ("score_block", _DOUBLE), ("text_density", _DOUBLE), ("link_density", _DOUBLE),
        ("kept", _INT), ("rule", _STR), ("reasons", _STR), ("kind", _INT), ("role", _INT),
        ("level", _INT), ("heading", _SIZE), ("body_start", _SIZE), ("body_end", _SIZE),
        ("source_start", _SIZE), ("source_end", _SIZE),
    ]


def _struct(**fields: Any) -> Any:
    return type("struct", (ctypes.Structure,), {"_fields_": list(fields.items())})


_Link = _struct(text=_STR, url=_STR, block=_SIZE)
_Image = _struct(url=_STR, alt=_STR, caption=_STR, block=_SIZE)
_Table = _struct(caption=_STR, block=_SIZE, n_rows=_SIZE, n_columns=_SIZE, first_cell=_SIZE,
                 n_cells=_SIZE)
_Cell = _struct(text=_STR, block=_SIZE, row=_SIZE, column=_SIZE, is_header=_INT)


class _Library:
    """libpith.so with the types of its functions."""

    def __init__(self) -> None:
        self.so = ctypes.CDLL(os.environ.get("PITH_LIBRARY") or "libpith.so.0")
        pointer, out = ctypes.c_void_p, ctypes.POINTER(ctypes.c_void_p)
        self._declare("pith_version", _STR)
        self._declare("pith_status_text", _STR, _INT)
        self._declare("pith_options_init", None, ctypes.POINTER(_Options), _SIZE)
        self._declare("pith_context_new", _INT, out)
        self._declare("pith_context_free", None, pointer)
        self._declare("pith_context_error", _STR, pointer)
        self._declare("pith_extract", _INT, pointer, ctypes.POINTER(_Options), pointer, _SIZE, out)
        self._declare("pith_article_free", None, pointer)
        self._declare("pith_article_body", pointer, pointer, _INT, ctypes.POINTER(_SIZE))
        self._declare("pith_article_confidence", _DOUBLE, pointer)
        self._declare("pith_field_name", _STR, _INT)
        for name in ("field", "source"):
            self._declare("pith_article_" + name, _STR, pointer, _INT)
        self._declare("pith_article_certainty", _DOUBLE, pointer, _INT)
        self._declare("pith_article_authors_certainty", _DOUBLE, pointer)
        for name in ("comments", "charset", "authors_source", "tags_source", "body_source"):
            self._declare("pith_article_" + name, _STR, pointer)
        for name, item in (("author", _STR), ("tag", _STR), ("block", ctypes.POINTER(_Block)),
                           ("link", ctypes.POINTER(_Link)), ("image", ctypes.POINTER(_Image)),
                           ("table", ctypes.POINTER(_Table)), ("cell", ctypes.POINTER(_Cell))):
            self._declare("pith_article_" + name, item, pointer, _SIZE)
        self.fields: dict[str, int] = {}
        while (name := self.pith_field_name(len(self.fields))) is not None:
            self.fields[name.decode()] = len(self.fields)

    def _declare(self, name: str, result: Any, *arguments: Any) -> None:
        function = getattr(self.so, name)
        function.restype, function.argtypes = result, arguments

    def __getattr__(self, name: str) -> Any:
        return getattr(self.so, name)


class _Context:
    """The library's working memory: one per thread, freed with it. After a fork, other threads may
    have been in the middle of a page, so a child frees none of its parent's contexts."""

    def __init__(self, library: _Library) -> None:
        self.library, self.pointer, self.pid = library, ctypes.c_void_p(), os.getpid()
        status = library.pith_context_new(ctypes.byref(self.pointer))
        if status:
            raise _error(library, status, None)

    def __del__(self) -> None:
        if self.pointer and self.pid == os.getpid():
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


def _field_names() -> Iterable[str]:
    """The fields of the library; none if it cannot be loaded: an unpickled article needs none."""
    try:
        return _library().fields
    except OSError:
        return ()


def _context() -> _Context:
    # A context belongs to one process, too: after a fork, the child makes its own.
    found: Optional[_Context] = getattr(_local, "context", None)
    if found is None or found.pid != os.getpid():
        _local.context = found = _Context(_library())
    return found


def _error(library: _Library, status: int, context: Optional[_Context]) -> Error:
    text = library.pith_context_error(context.pointer) if context else b""
    name = _STATUSES[status] if status < len(_STATUSES) else str(status)
    return Error(name, (text or library.pith_status_text(status)).decode())


def _text(value: Optional[bytes]) -> Optional[str]:
    return None if value is None else value.decode()


def _index(block: int) -> Optional[int]:
    return None if block == _NO_BLOCK else block


def _name(names: Sequence[str], i: int) -> Optional[str]:
    return names[i] if 0 <= i < len(names) else None


def _strings(get: Any, article: ctypes.c_void_p) -> list[str]:
    found: list[str] = []
    while (value := get(article, len(found))) is not None:
        found.append(value.decode())
    return found


def _items(get: Any, article: ctypes.c_void_p) -> Iterator[Any]:
    i = 0
    while item := get(article, i):
        yield item.contents
        i += 1


def _body(library: _Library, article: ctypes.c_void_p, bit: int) -> Optional[str]:
    size = ctypes.c_size_t()
    at = library.pith_article_body(article, bit, ctypes.byref(size))
    return ctypes.string_at(at, size.value).decode() if at else None


def _blocks(library: _Library, article: ctypes.c_void_p) -> list[Block]:
    return [Block(ctypes.string_at(b.text, b.text_len).decode(), b.path.decode(), b.score,
                  b.text_density, b.link_density, bool(b.kept), _text(b.rule), b.reasons.decode(),
                  _name(KINDS, b.kind) or str(b.kind), _name(ROLES, b.role - 1), b.level,
                  _index(b.heading), (b.body_start, b.body_end), (b.source_start, b.source_end))
            for b in _items(library.pith_article_block, article)]


def _table(library: _Library, article: ctypes.c_void_p, table: Any) -> Table:
    rows = [[""] * table.n_columns for _ in range(table.n_rows)]
    for i in range(table.first_cell, table.first_cell + table.n_cells):
        cell = library.pith_article_cell(article, i).contents
        rows[cell.row][cell.column] = cell.text.decode()
    return Table(table.caption.decode(), rows, _index(table.block))


def _article(library: _Library, pointer: ctypes.c_void_p) -> Article:
    article = Article()
    article.text = _body(library, pointer, _FORMATS["text"]) or ""
    article.markdown = _body(library, pointer, _FORMATS["markdown"])
    article.html = _body(library, pointer, _FORMATS["html"])
    article.comments = library.pith_article_comments(pointer).decode()
    article.confidence = library.pith_article_confidence(pointer)
    article.authors = _strings(library.pith_article_author, pointer)
    article.tags = _strings(library.pith_article_tag, pointer)
    article.charset = _text(library.pith_article_charset(pointer))
    article.blocks = _blocks(library, pointer)
    article.links = [Link(i.text.decode(), i.url.decode(), _index(i.block))
                     for i in _items(library.pith_article_link, pointer)]
    article.images = [Image(i.url.decode(), i.alt.decode(), i.caption.decode(), _index(i.block))
                      for i in _items(library.pith_article_image, pointer)]
    article.tables = [_table(library, pointer, i) for i in _items(library.pith_article_table, pointer)]
    _read_fields(library, pointer, article)
    return article


def _read_fields(library: _Library, pointer: ctypes.c_void_p, article: Article) -> None:
    article.fields, article.sources, article.certainty = {}, {}, {}
    for name, number in library.fields.items():
        value = library.pith_article_field(pointer, number)
        if value is not None:
            article.fields[name] = value.decode()
            article.sources[name] = library.pith_article_source(pointer, number).decode()
            if certainty := library.pith_article_certainty(pointer, number):
                article.certainty[name] = certainty
    if article.authors:
        article.certainty["authors"] = library.pith_article_authors_certainty(pointer)
    for name, function in (("authors", "authors"), ("tags", "tags"), ("text", "body")):
        source = getattr(library, "pith_article_%s_source" % function)(pointer)
        if source is not None:
            article.sources[name] = source.decode()


def library_version() -> str:
    """The version of the libpith.so in use."""
    return str(_library().pith_version().decode())


def _set(options: _Options, **values: Union[str, float, None]) -> None:
    """Sets those that are not None. Raises ValueError if one does not fit its C type, to which ctypes
    would convert it silently, and TypeError for a number that ctypes would take for an address."""
    types = dict(_Options._fields_)
    for name, value in values.items():
        if value is None:
            continue
        held = value.encode() if isinstance(value, str) else value
        if types[name] is _STR and not isinstance(held, bytes):
            raise TypeError("%s must be a str, not %r" % (name, value))
        try:
            setattr(options, name, held)
        except OverflowError:  # an integer too large for a double
            held = None
        if held is None or getattr(options, name) != held:
            raise ValueError("%s cannot be %r" % (name, value))


# ---- pages ---------------------------------------------------------------------------------------

def extract(
    page: Page,
    *,
    url: Optional[str] = None,
    charset: Optional[str] = None,
    input: str = "auto",
    formats: Union[str, Sequence[str]] = ("markdown", "html"),
    links: Optional[bool] = None,
    images: bool = False,
    comments: bool = False,
    visible: bool = False,
    blocks: Union[bool, str] = False,
    explain: bool = False,
    lists: bool = False,
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

    page              its bytes as served, or a str; not the name of a file
    url               its address; makes links absolute
    charset           of the bytes; default: detected; ignored if the page is a str
    input             "html", "dump" (the copied text of a whole page) or "auto"
    formats           formats of the body to produce besides the text: "markdown", "html"
    links             None: Markdown and HTML keep links; True: so does the text, as footnotes;
                      False: no format does
    images            keep images and their captions
    comments          article.comments contains the comments under the article
    visible           only what is visible without a click
    blocks            True: article.blocks contains the blocks of the body; "all": all of the page
    explain           all blocks, with the reasons for their scores
    lists             fill article.links, article.images and article.tables
    precision_bias    -1 (keep when in doubt) to 1 (drop when in doubt)
    min_certainty     0 to 1: leave out a headline, authors or a date less certain than this
    max_seconds       time limit for one page; None: 30, math.inf: no limit
    max_...           other limits for one page (bytes, depth, attributes); None: the defaults
    drop, keep        CSS selectors of elements to remove from the page, and of elements that are
                      content; see pith(1) for what is allowed

    Raises pith.Error, or ValueError or TypeError for arguments that cannot be passed to the library.
    """
    library, context = _library(), _context()
    if isinstance(page, str):
        # Lone surrogates cannot be encoded; the library reads them as U+FFFD.
        page, charset = page.encode("utf-8", "surrogatepass"), "utf-8"
    elif not isinstance(page, bytes):
        page = bytes(memoryview(page))  # bytes() alone accepts a number or a path
    options = _Options()
    library.pith_options_init(ctypes.byref(options), ctypes.sizeof(options))
    try:
        options.input = _INPUTS[input]
        options.flags = _BLOCK_FLAGS[blocks]
        for name in (formats,) if isinstance(formats, str) else formats:
            options.formats |= _FORMATS[name]
    except KeyError as unknown:
        raise ValueError("unknown input, format or choice of blocks: %s" % unknown) from None
    options.flags |= (
        (_KEEP_LINKS if links else _NO_LINKS * (links is not None)) | _KEEP_IMAGES * bool(images)
        | _KEEP_COMMENTS * bool(comments) | _VISIBLE * bool(visible) | _EXPLAIN * bool(explain)
        | _LISTS * bool(lists)
    )
    _set(options, charset=charset or None, url=url or None, drop=drop, keep=keep,
         precision_bias=precision_bias, min_certainty=min_certainty, max_seconds=max_seconds,
         max_input_bytes=max_input_bytes, max_memory_bytes=max_memory_bytes, max_depth=max_depth,
         max_attributes=max_attributes)
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
    the pages. For a page that fails it yields the pith.Error. If `pages` raises an exception, it is
    raised again after the results of the pages before it.

    `workers` is the number of threads (default: one per processor); the other options are those of
    extract. At most four pages per worker are held in memory. A process forked during the iteration
    does not inherit the threads, so it cannot continue (RuntimeError).
    """
    workers = operator.index(workers or os.cpu_count() or 1)  # a pool of NaN threads never ends
    if workers < 1:
        raise ValueError("workers must be at least 1")

    def one(page: Page) -> Union[Article, Error]:
        try:
            return extract(page, **options)
        except Error as error:
            return error

    pool = concurrent.futures.ThreadPoolExecutor(workers, "pith")
    waiting: collections.deque[concurrent.futures.Future[Any]] = collections.deque()
    pid = os.getpid()

    def take() -> Union[Article, Error]:
        if os.getpid() != pid:
            raise RuntimeError("extract_many cannot continue in a forked process")
        return waiting.popleft().result()

    try:
        source, failure = iter(pages), None
        while True:
            try:
                page = next(source)
            except StopIteration:
                break
            except Exception as error:
                failure = error
                break
            waiting.append(pool.submit(one, page))
            if len(waiting) >= 4 * workers:
                yield take()
        while waiting:
            yield take()
        if failure is not None:
            raise failure
    finally:
        if os.getpid() == pid:
            for future in waiting:
                future.cancel()
            pool.shutdown()
