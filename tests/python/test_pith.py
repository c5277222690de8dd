"""Tests of the Python module: results, errors, order, memory, threads, processes."""
import gc
import glob
import math
import multiprocessing
import os
import pathlib
import pickle
import signal
import subprocess
import sys
import threading
import unittest

import pith

HERE = os.path.dirname(os.path.abspath(__file__))
CORPUS = os.path.join(HERE, "..", "..", "corpus")
PAGE = ("<title>Ferry runs again - Gazette</title><nav><a href=/>Home</a></nav><h1>Ferry runs again</h1>"
        "<p class=byline>By Mira Holt</p>"
        "<p>The <a href=/ferry>ferry</a> between the two islands will run again from Monday, after a "
        "winter in which the old boat lay in the yard, and the post came by helicopter.</p>"
        "<h2>New engine</h2><p>Islanders had waited for eleven weeks. The company said that the new "
        "engine had been tested in heavy seas – the timetable is unchanged.</p>")


def read(name):
    with open(os.path.join(CORPUS, name), "rb") as file:
        return file.read()


def headline_of(page):
    return pith.extract(page).headline


def in_child(work):
    """Does something in a forked process; returns its exit status."""
    child = os.fork()
    if child == 0:
        signal.alarm(60)  # instead of waiting forever
        try:
            work()
            os._exit(0)
        finally:
            os._exit(1)
    return os.waitpid(child, 0)[1]


def resident_bytes():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


class Extract(unittest.TestCase):
    def test_results(self):
        article = pith.extract(PAGE, url="http://g.example/")
        self.assertTrue(article)
        self.assertEqual("Ferry runs again", article.headline)
        self.assertEqual(["Mira Holt"], article.authors)
        self.assertEqual("By Mira Holt", article.byline)
        self.assertIsNone(article.date)
        self.assertIn("heavy seas – the", article.text)
        self.assertNotIn("Home", article.text)
        self.assertIn("## New engine", article.markdown)
        self.assertIn("<h2>New engine</h2>", article.html)
        self.assertTrue(0 < article.confidence <= 1)
        self.assertEqual([], article.blocks)
        self.assertIn("headline", article.sources)
        self.assertIn("Ferry runs again", repr(article))
        self.assertRaises(AttributeError, getattr, article, "no_such_field")
        self.assertIn("headline", dir(article))
        self.assertEqual("utf-8", article.charset)
        self.assertEqual({"headline", "authors"}, set(article.certainty))
        self.assertTrue(all(0 < value <= 1 for value in article.certainty.values()))

    def test_every_field_of_the_library_is_declared(self):
        self.assertEqual(set(), set(pith._library().fields) - set(pith.Article.__annotations__))

    def test_a_body_that_the_page_does_not_show(self):
        shell = ('<title>A</title><div id=app></div><script type="application/ld+json">{"@type": '
                 '"NewsArticle", "headline": "A", "articleBody": "%s"}</script>' % ("Long words follow. " * 30))
        self.assertEqual("json-ld", pith.extract(shell).sources["text"])
        self.assertNotIn("text", pith.extract(PAGE).sources)

    def test_lists(self):
        page = PAGE + ("<figure><img src=/ferry.jpg alt='A ferry'><figcaption>The ferry at the pier</figcaption>"
                       "</figure><table><caption>Trips</caption><tr><th>Day<th>Trips<tr><td>Monday<td>4"
                       "<tr><td>Tuesday<td></table><p>More <a href=/t>trips</a> follow in the summer months.")
        article = pith.extract(page, url="http://g.example/", lists=True, images=True, blocks=True)
        self.assertEqual([("ferry", "http://g.example/ferry"), ("trips", "http://g.example/t")],
                         [(link.text, link.url) for link in article.links])
        self.assertIn("ferry", article.blocks[article.links[0].block].text)
        self.assertEqual([("http://g.example/ferry.jpg", "A ferry", "The ferry at the pier")],
                         [image[:3] for image in article.images])
        self.assertEqual([("Trips", [["Day", "Trips"], ["Monday", "4"], ["Tuesday", ""]])],
                         [table[:2] for table in article.tables])
        self.assertIsNone(pith.extract(page, lists=True).links[0].block)
        without = pith.extract(page)
        self.assertEqual(([], [], []), (without.links, without.images, without.tables))

    def test_selectors(self):
        self.assertNotIn("helicopter", pith.extract(PAGE, drop="h1, p").text)
        self.assertIn("Home", pith.extract(PAGE, keep="nav").text)
        self.assertNotIn("Home", pith.extract(PAGE, keep="nav", drop="nav a").text)

    def test_bytes_like_pages(self):
        for page in (PAGE.encode(), bytearray(PAGE.encode()), memoryview(PAGE.encode())):
            self.assertEqual(pith.extract(PAGE).text, pith.extract(page, charset="utf-8").text)

    def test_what_is_no_page(self):
        for wrong in (None, 7, [60, 61], pathlib.Path("page.html")):
            self.assertRaises(TypeError, pith.extract, wrong)

    def test_a_str_is_unicode_whatever_it_declares(self):
        page = PAGE.replace("<nav>", "<meta charset=iso-8859-1><nav>")
        self.assertIn("seas – the", pith.extract(page).text)
        self.assertIn("seas – the", pith.extract(page, charset="iso-8859-1").text)

    def test_lone_surrogate(self):
        self.assertIn("Islanders", pith.extract(PAGE.replace("eleven", "\ud800")).text)

    def test_formats(self):
        article = pith.extract(PAGE, formats=())
        self.assertIsNone(article.markdown)
        self.assertIsNone(article.html)
        self.assertIsNone(pith.extract(PAGE, formats="markdown").html)
        self.assertRaises(ValueError, pith.extract, PAGE, formats=("pdf",))
        self.assertRaises(ValueError, pith.extract, PAGE, input="pdf")

    def test_options(self):
        page = read("article-01.html")
        linked = pith.extract(PAGE, url="http://g.example/", links=True)
        self.assertIn("http://g.example/ferry", linked.text)
        plain = pith.extract(PAGE, url="http://g.example/")
        self.assertNotIn("http://g.example/ferry", plain.text)
        self.assertIn("(http://g.example/ferry)", plain.markdown)
        unlinked = pith.extract(PAGE, url="http://g.example/", links=False)
        self.assertNotIn("http", unlinked.markdown + unlinked.html)
        sure, all_in = (pith.extract(page, precision_bias=bias) for bias in (1, -1))
        self.assertLessEqual(len(sure.text), len(all_in.text))
        dump = read("article-01.dump.txt")
        self.assertEqual(pith.extract(dump).text, pith.extract(dump, input="dump").text)
        self.assertIn("<a href=/ferry>", pith.extract(PAGE.replace("<p>", "\n\n"), input="dump").text)

    def test_visible(self):
        page = PAGE + "<details><summary>More</summary><p>%s</p></details>" % ("The old boat is for sale. " * 9)
        self.assertIn("for sale", pith.extract(page).text)
        self.assertNotIn("for sale", pith.extract(page, visible=True).text)

    def test_min_certainty(self):
        self.assertEqual("Ferry runs again", pith.extract(PAGE, min_certainty=0.1).headline)
        self.assertIsNone(pith.extract(PAGE, min_certainty=1).headline)

    def test_max_seconds(self):
        with self.assertRaises(pith.Error) as caught:
            pith.extract(PAGE * 400, max_seconds=1e-9)
        self.assertEqual("ETIMEOUT", caught.exception.status)
        self.assertTrue(pith.extract(PAGE, max_seconds=math.inf))

    def test_blocks(self):
        article = pith.extract(PAGE, blocks=True)
        self.assertEqual(["paragraph", "heading", "paragraph"], [b.kind for b in article.blocks[-3:]])
        self.assertEqual(2, article.blocks[-2].level)
        self.assertEqual(len(article.blocks) - 2, article.blocks[-1].heading)
        self.assertIsNone(article.blocks[0].heading)
        body, page = article.text.encode(), PAGE.encode()
        for block in article.blocks:
            self.assertEqual(block.text, body[slice(*block.body)].decode())
            self.assertIn(block.text.split()[0].encode(), page[slice(*block.source)])
        everything = pith.extract(PAGE, blocks="all").blocks
        self.assertGreater(len(everything), len(article.blocks))
        self.assertIn("headline", [b.role for b in everything])
        self.assertEqual("", everything[0].reasons)
        self.assertNotEqual("", pith.extract(PAGE, explain=True).blocks[0].reasons)

    def test_empty(self):
        article = pith.extract(b"")
        self.assertFalse(article)
        self.assertEqual("", article.text)

    def test_errors(self):
        with self.assertRaises(pith.Error) as caught:
            pith.extract(PAGE, max_input_bytes=10)
        self.assertEqual("ELIMIT", caught.exception.status)
        self.assertIn("max_input_bytes", str(caught.exception))
        with self.assertRaises(pith.Error) as caught:
            pith.extract(PAGE.encode(), charset="no-such-charset")
        self.assertEqual("ECHARSET", caught.exception.status)
        with self.assertRaises(pith.Error) as caught:
            pith.extract(PAGE, precision_bias=2)
        self.assertEqual("EINVAL", caught.exception.status)
        with self.assertRaises(pith.Error) as caught:
            pith.extract(PAGE, drop="p:first-child")
        self.assertIn("pseudo-classes", str(caught.exception))
        self.assertRaises(TypeError, pith.extract, PAGE, no_such_option=1)

    def test_options_that_c_cannot_hold(self):
        for option in ({"max_depth": 2 ** 32 + 1}, {"max_input_bytes": -1}, {"max_seconds": math.nan},
                       {"url": "http://g.example/\0"}, {"drop": "p\0"}, {"blocks": "body"},
                       {"precision_bias": 10 ** 400}, {"max_seconds": 10 ** 400}):
            self.assertRaises(ValueError, pith.extract, PAGE, **option)

    def test_numbers_are_no_addresses(self):
        for name in ("url", "charset", "drop", "keep"):
            self.assertRaises(TypeError, pith.extract, PAGE.encode(), **{name: 5})
            self.assertRaises(TypeError, pith.extract, PAGE.encode(), **{name: True})

    def test_pickles(self):
        article = pickle.loads(pickle.dumps(pith.extract(PAGE)))
        self.assertEqual("Ferry runs again", article.headline)
        error = pickle.loads(pickle.dumps(pith.Error("ELIMIT", "too long")))
        self.assertEqual(("ELIMIT", "too long"), (error.status, str(error)))

    def test_a_pickled_article_needs_no_library(self):
        code = ("import pickle, sys; article = pickle.load(sys.stdin.buffer);"
                "print(article.headline, article.date, hasattr(article, 'no_such_field'));"
                "import copy; print(copy.deepcopy(article).headline)")
        run = subprocess.run([sys.executable, "-c", code], input=pickle.dumps(pith.extract(PAGE)),
                             env={**os.environ, "PITH_LIBRARY": "/no/such/library.so"}, capture_output=True)
        self.assertEqual((b"Ferry runs again None False\nFerry runs again\n", b""), (run.stdout, run.stderr))


class ExtractMany(unittest.TestCase):
    def test_order_and_errors(self):
        pages = [PAGE.replace("Ferry", "Boat %d" % i) for i in range(40)]
        pages[7] = PAGE + " " * 100000
        results = list(pith.extract_many(iter(pages), workers=4, max_input_bytes=50000))
        self.assertEqual(40, len(results))
        for i, result in enumerate(results):
            if i == 7:
                self.assertIsInstance(result, pith.Error)
            else:
                self.assertEqual("Boat %d runs again" % i, result.headline)

    def test_lazy(self):
        taken = []

        def endless():
            while True:
                taken.append(1)
                yield PAGE

        results = pith.extract_many(endless(), workers=2)
        for _ in range(5):
            next(results)
        results.close()
        self.assertLess(len(taken), 20)

    def test_a_source_that_fails(self):
        def failing():
            yield from [PAGE] * 3
            raise OSError("no more")

        results = pith.extract_many(failing(), workers=2)
        self.assertEqual(["Ferry runs again"] * 3, [next(results).headline for _ in range(3)])
        self.assertRaises(OSError, next, results)
        self.assertRaises(StopIteration, next, results)

    @unittest.skipUnless(hasattr(os, "fork"), "no fork")
    def test_a_fork_in_between(self):
        results = pith.extract_many([PAGE] * 12, workers=2)
        next(results)

        def continues():
            self.assertRaises(RuntimeError, list, results)

        self.assertEqual(0, in_child(continues))
        self.assertEqual(11, len(list(results)))

    @unittest.skipUnless(hasattr(os, "fork"), "no fork")
    def test_a_child_frees_no_memory_of_its_parent(self):
        # Another thread may have been in the middle of a page.
        pith.extract(PAGE)
        freed = []
        library = pith._library()

        def extracts():
            library.pith_context_free = freed.append
            pith.extract(PAGE)
            gc.collect()
            self.assertEqual([], freed)

        self.assertEqual(0, in_child(extracts))

    def test_wrong_workers(self):
        self.assertRaises(ValueError, list, pith.extract_many([PAGE], workers=-1))
        for workers in (math.nan, 1.5, "2"):
            self.assertRaises(TypeError, list, pith.extract_many([PAGE], workers=workers))

    def test_threads_agree(self):
        pages = [read(os.path.basename(p)) for p in sorted(glob.glob(CORPUS + "/article-0*.html"))]
        alone = [pith.extract(page).text for page in pages]
        for results in (pith.extract_many(pages * 4, workers=8), pith.extract_many(pages * 4, workers=1)):
            self.assertEqual(alone * 4, [article.text for article in results])

    def test_the_lock_is_released(self):
        # While one thread is inside the library, this one continues to count.
        page = (PAGE + "<p>" + "A few words of a paragraph that goes on. " * 9) * 400
        done = threading.Event()

        def work():
            pith.extract(page, formats=())
            done.set()

        pith.extract(PAGE)
        thread = threading.Thread(target=work)
        thread.start()
        steps = 0
        while not done.is_set():
            steps += 1
        thread.join()
        self.assertGreater(steps, 1000)

    def test_processes(self):
        pith.extract(PAGE)  # so that there is a context to inherit
        for method in ("fork", "spawn"):
            with multiprocessing.get_context(method).Pool(2) as pool:
                self.assertEqual(["Ferry runs again"] * 4, pool.map(headline_of, [PAGE] * 4))

    @unittest.skipUnless(os.path.exists("/proc/self/statm"), "no /proc")
    def test_memory_is_flat(self):
        n = int(os.environ.get("PITH_TEST_PAGES", "3000"))
        pages = [PAGE.encode(), read("article-01.html"), b"", b"<p>" * 10]
        for i in range(400):
            pith.extract(pages[i % 4], blocks="all")
        gc.collect()
        before = resident_bytes()
        for i in range(n):
            pith.extract(pages[i % 4], blocks="all")
        gc.collect()
        self.assertLess(resident_bytes() - before, 2 << 20)


if __name__ == "__main__":
    unittest.main()
