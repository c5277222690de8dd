#!/usr/bin/env python3
"""Runs records through `pith --jsonl --chunks` in a Dask bag with two processes, as for building a
search index. Prints every passage, in the order of the records.

usage: dask_chunks.py RECORDS"""
import subprocess, sys

import dask.bag


def passages_of(lines):
    run = subprocess.run(["pith", "--jsonl", "--chunks"], input="".join(lines), text=True,
                         stdout=subprocess.PIPE, check=True)
    return run.stdout.splitlines()


if __name__ == "__main__":
    bag = dask.bag.read_text(sys.argv[1], blocksize="200KiB").map_partitions(passages_of)
    print(*bag.compute(scheduler="processes", num_workers=2), sep="\n")
