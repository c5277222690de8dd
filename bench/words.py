"""What a word is, for every figure that counts words."""
import re

# In scripts without spaces between words (Chinese, Japanese, Thai) each character is one.
UNSPACED = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
WORD = re.compile(rf"[{UNSPACED}]|(?:(?![{UNSPACED}])\w)+")


def words_of(text):
    return WORD.findall(text.lower())


def f1(p, r):
    """The harmonic mean of precision and recall."""
    return 2 * p * r / (p + r) if p + r else 0.0
