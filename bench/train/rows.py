"""The C program's own numbers for pages: runs bench_rows over lists of them."""
import struct
import subprocess

import numpy as np


def run(tool, mode, files, *args):
    """The output of `rows MODE` for the files."""
    listed = "".join(f + "\n" for f in files).encode()
    return subprocess.run([tool, mode, *args], input=listed, stdout=subprocess.PIPE, check=True).stdout


def names(tool):
    """Names of the block columns and of the neighborhood columns, and the two versions."""
    out = subprocess.run([tool, "names"], stdout=subprocess.PIPE, check=True, text=True).stdout
    block, neighborhood, versions = out.strip().split("\n\n")
    return block.split("\n"), neighborhood.split("\n"), [int(v) for v in versions.split()]


def texts(tool, files, *args):
    """For each file, its blocks' texts and the number of words that the program counts in them."""
    out, at, pages = run(tool, "texts", files, *args), 0, []
    number = lambda at: int.from_bytes(out[at : at + 4], "little")
    for _ in files:
        n, at = number(at), at + 4
        blocks, words = [], []
        for _ in range(n):
            size = number(at)
            words.append(number(at + 4))
            blocks.append(out[at + 8 : at + 8 + size].decode())
            at += 8 + size
        pages.append((blocks, words))
    return pages


def tokens(tool, files):
    """For each file, for each block: (hash, range) pairs as one array."""
    out, at, pages = np.frombuffer(run(tool, "tokens", files), np.uint32), 0, []
    for _ in files:
        n, at = int(out[at]), at + 1
        blocks = []
        for _ in range(n):
            m = int(out[at])
            blocks.append(out[at + 1 : at + 1 + 2 * m].reshape(m, 2))
            at += 1 + 2 * m
        pages.append(blocks)
    return pages


def words(tool, files, *args):
    """For each file, for each block: the hashes of its words."""
    out, at, pages = np.frombuffer(run(tool, "words", files, *args), np.uint32), 0, []
    for _ in files:
        n, at = int(out[at]), at + 1
        blocks = []
        for _ in range(n):
            m = int(out[at])
            blocks.append(out[at + 1 : at + 1 + m])
            at += 1 + m
        pages.append(blocks)
    return pages


def floats(tool, mode, files, *args):
    """For each file, its rows of floats."""
    out, at, pages = run(tool, mode, files, *args), 0, []
    for _ in files:
        n, width = (int.from_bytes(out[at + k : at + k + 4], "little") for k in (0, 4))
        pages.append(np.frombuffer(out, np.float32, n * width, at + 8).reshape(n, width))
        at += 8 + n * width * 4
    return pages


def decisions(tool, files, *args):
    """For each file: (best expected F1, declared type, blocks), where a block is (final score,
    whether it is kept, the rule that overrode the score)."""
    out, at, pages = run(tool, "decisions", files, *args), 0, []
    number = lambda at: int.from_bytes(out[at : at + 4], "little")
    for _ in files:
        n, best_f1 = number(at), struct.unpack_from("f", out, at + 4)[0]
        size = number(at + 8)
        kind, at, blocks = out[at + 12 : at + 12 + size].decode(), at + 12 + size, []
        for _ in range(n):
            size = number(at + 8)
            blocks.append((struct.unpack_from("f", out, at)[0], bool(number(at + 4)), out[at + 12 : at + 12 + size].decode()))
            at += 12 + size
        pages.append((best_f1, kind, blocks))
    return pages
