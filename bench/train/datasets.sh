#!/bin/sh
# Says where the pages that the models were trained on are published, and how to lay them out for
# `make model PAGES=DIR`. Downloads nothing.
cat <<'END'
Sets (check each licence before you use the pages):

  wcxb       WCXB 1.0, a benchmark of web content extraction (Foley 2026), CC-BY-4.0
             published with its paper; search for "WCXB web content extraction benchmark"
  articles   article-extraction-dataset (Paraschiv 2024), Apache-2.0
             on GitHub under that name
  news       test data of fundus (flairNLP), MIT
             github.com/flairNLP/fundus, tests/resources
  segments   evaluation data of trafilatura (adbar), Apache-2.0
             github.com/adbar/trafilatura, tests/

Layout: one folder for each set, two files for each page, ID any file name:

  DIR/SET/ID.html.gz   the page as it was fetched, gzipped
  DIR/SET/ID.json      {"url": "https://...",          the folds are made by its host
                        "text": "..."}                 the whole main text, or instead
                       {"url": "https://...",
                        "with": ["...", ...],          snippets that belong to it
                        "without": ["...", ...]}       snippets that do not

Then:

  apt-get install python3-numpy python3-scipy python3-sklearn python3-xgboost
  make model PAGES=DIR
END
