"""The pages with ground truth that a model is trained on, and their folds by site."""
import collections
import glob
import hashlib
import json
import os
import urllib.parse

N_FOLDS = 5

# Second levels under which sites are registered, as in "example.co.uk".
SECOND_LEVELS = set("ac co com edu gob gov gouv gv net ne nom or org go".split())

Page = collections.namedtuple("Page", "id set kind file truth site fold")


def site_of(url):
    """The registrable domain of a URL."""
    host = (urllib.parse.urlsplit(url).hostname or url).lower()
    labels = host.split(".")
    n = 3 if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in SECOND_LEVELS else 2
    return ".".join(labels[-n:])


def fold_of(site):
    """All pages of a site are in the same fold."""
    return int(hashlib.sha256(site.encode()).hexdigest(), 16) % N_FOLDS


def has_text_truth(truth, set_name):
    """Whether a truth says what the main content is. In wcxb a truth without text means that the
    page has none; in other sets it means nothing (pages for titles or dates only)."""
    return set_name == "wcxb" or any(truth.get(key) for key in ("text", "with", "without"))


def read_pages(*folders):
    """All SET/ID.html.gz below the folders whose SET/ID.json gives their main content, in a fixed
    order."""
    pages = []
    for file in sorted(f for folder in folders for f in glob.glob(os.path.join(folder, "*", "*.html.gz"))):
        truth_file = file[: -len(".html.gz")] + ".json"
        if not os.path.exists(truth_file):
            continue
        with open(truth_file, encoding="utf-8") as f:
            truth = json.load(f)
        name = os.path.basename(os.path.dirname(file))
        if not has_text_truth(truth, name):
            continue
        site = site_of(truth.get("url") or os.path.basename(file))
        kind = truth.get("type", "article")
        pages.append(Page(os.path.basename(file)[:-8], name, kind, file, truth, site, fold_of(site)))
    return pages
