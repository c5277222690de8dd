"""Distances between sequences, fast enough for whole pages.

Rows of the dynamic-programming table are bit vectors in Python's long integers, after Hyyrö,
"Bit-parallel LCS-length computation revisited" (2004), and Myers, "A fast bit-vector algorithm for
approximate string matching" (JACM 1999). A page of 10,000 characters takes some 10 ms.
"""


def places_of(sequence):
    """For each distinct item, the bit mask of its positions."""
    places, bit = {}, 1
    for item in sequence:
        places[item] = places.get(item, 0) | bit
        bit <<= 1
    return places


def lcs_rows(a, b):
    """The table of longest common subsequences of `a` and `b`, one bit vector for each prefix of
    `b`: bit j is set if the length grows from a[:j] to a[:j + 1]."""
    places, full = places_of(a), (1 << len(a)) - 1
    vector, rows = full, [0]
    for item in b:
        match = vector & places.get(item, 0)
        vector = ((vector + match) | (vector - match)) & full
        rows.append(full & ~vector)
    return rows


def lcs_length(a, b):
    return lcs_rows(a, b)[-1].bit_count()


def lcs_indices(a, b):
    """Indices into `a` of one longest common subsequence: among several, the one that goes back in
    `a` only if that loses nothing (as in rouge_score)."""
    rows = lcs_rows(b, a)  # rows[i] describes a[:i] against the prefixes of b
    prefix = lambda i, j: (rows[i] & ((1 << j) - 1)).bit_count()
    i, j, found = len(a), len(b), []
    here = prefix(i, j)
    while i and j and here:
        if a[i - 1] == b[j - 1]:
            found.append(i - 1)
            i, j = i - 1, j - 1
            here -= 1
        elif not rows[i] >> (j - 1) & 1 and prefix(i - 1, j) < here:
            j -= 1
        else:
            i -= 1
            here = prefix(i, j)
    return found[::-1]


def levenshtein(a, b):
    """The smallest number of insertions, deletions and replacements that turn `a` into `b`."""
    if not a or not b:
        return len(a) or len(b)
    places, last = places_of(a), 1 << (len(a) - 1)
    full = (last << 1) - 1
    plus, minus, distance = full, 0, len(a)
    for item in b:
        match = places.get(item, 0)
        diagonal = (((match & plus) + plus) ^ plus) | match | minus
        up, down = minus | (full & ~(diagonal | plus)), plus & diagonal
        distance += bool(up & last) - bool(down & last)
        up = (up << 1 | 1) & full
        plus, minus = (down << 1 & full) | (full & ~(diagonal | up)), up & diagonal
    return distance


def edit_similarity(a, b):
    """1 minus the edit distance as a share of the longer text; 1 for two empty texts."""
    longest = max(len(a), len(b))
    return 1 - levenshtein(a, b) / longest if longest else 1.0
