"""What a word is, for every figure that counts words."""
import re

WORD = re.compile(r"\w+")


def words_of(text):
    return WORD.findall(text.lower())


def f1(p, r):
    """The harmonic mean of precision and recall."""
    return 2 * p * r / (p + r) if p + r else 0.0
