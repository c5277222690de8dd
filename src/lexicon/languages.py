#!/usr/bin/env python3
"""Makes src/generated/languages.inc: how likely n-grams of letters and short words are in each of
the languages that share a script.

usage: languages.py ROOT... >languages.inc

The training text comes from Debian's translations. Each ROOT is a directory into which packages
have been unpacked (dpkg-deb -x), or / if they are installed:

    libreoffice-l10n-LANG, libreoffice-help-LANG   for most languages
    firefox-esr-l10n-LANG                          for sq, az, tl, ur

Each distinct word counts by the square root of its frequency, so that the terms of office programs
do not outweigh the words that occur in all texts. Only the figures are kept, not the text. The same
packages give the same table.
"""
import collections, hashlib, html, math, os, re, struct, sys, unicodedata, zipfile

# Languages by the script whose text they compete for.
SCRIPTS = {
    "latin": "af az ca cs cy da de en eo es et eu fi fr ga gl hr hu id is it lt lv nb nl nn pl pt "
             "ro sk sl sq sv tl tr uz vi".split(),
    "cyrillic": "be bg kk mk mn ru sr uk".split(),
    "arabic": "ar fa ur".split(),
    "devanagari": "hi mr ne".split(),
}
LANGUAGES = [language for languages in SCRIPTS.values() for language in languages]
# Other names of a language's folder.
FOLDERS = {"nb": ["nb", "nb_NO", "no", "nb-NO"], "nn": ["nn", "nn_NO", "nn-NO"], "pt": ["pt", "pt_BR", "pt_PT", "pt-BR"],
           "ne": ["ne", "ne_NP"], "en": ["en_GB", "en-GB"], "es": ["es", "es-ES"],
           "sr": ["sr"], "hr": ["hr"]}
N_GRAMS = 700       # examined per language
N_KEYS = 5000        # kept in all
MAX_BYTES = 2500000  # of text per language
FLOOR = 1e-6        # weight of an n-gram that is not in a language's list
STEP = 3.2          # units of weight per natural logarithm
# A pair of a language and a weight is two characters; none of them is a quote or a backslash.
FIRST_LANGUAGE, FIRST_WEIGHT, N_WEIGHTS = ord("("), ord("]"), ord("~") - ord("]") + 1
PAIRS_PER_ROW = 64
LETTER_RANGES = {"latin": ((0x41, 0x24F), (0x1E00, 0x1EFF)), "cyrillic": ((0x400, 0x52F),),
                 "arabic": ((0x600, 0x6FF), (0x750, 0x77F)), "devanagari": ((0x900, 0x97F),)}


def read_mo(path):
    """The translations in a gettext catalogue that are whole phrases."""
    with open(path, "rb") as file:
        data = file.read()
    magic = data[:4]
    order = "<" if magic == b"\xde\x12\x04\x95" else ">"
    n, originals, translations = struct.unpack(order + "III", data[8:20])
    for i in range(n):
        len_o, at_o = struct.unpack_from(order + "II", data, originals + 8 * i)
        len_t, at_t = struct.unpack_from(order + "II", data, translations + 8 * i)
        original, text = data[at_o:at_o + len_o], data[at_t:at_t + len_t]
        if len_o > 0 and (text != original or "/en" in path):
            yield text.decode("utf-8", "replace").replace("\0", " ")


def read_xpi(path):
    with zipfile.ZipFile(path) as archive:
        for name in sorted(archive.namelist()):
            if name.endswith((".ftl", ".properties")):
                for line in archive.read(name).decode("utf-8", "replace").split("\n"):
                    if not line.startswith("#"):
                        yield line.split("=", 1)[-1]


def read_help(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        page = file.read()
    for text in re.findall(r"<(?:p|h[1-6]|li)[^>]*>(.*?)</(?:p|h[1-6]|li)>", page, re.S):
        yield html.unescape(re.sub(r"<[^>]*>", " ", text))


def read_texts(roots, language, kinds=("mo", "xpi", "help")):
    folders = FOLDERS.get(language, [language])
    for root in roots:
        for folder in folders:
            for base in ("usr/lib/libreoffice/program/resource", "usr/share/locale"):
                place = os.path.join(root, base, folder, "LC_MESSAGES")
                for name in sorted(os.listdir(place)) if "mo" in kinds and os.path.isdir(place) else ():
                    if name.endswith(".mo"):
                        yield from read_mo(os.path.join(place, name))
            xpi = os.path.join(root, "usr/lib/firefox-esr/browser/extensions",
                               "langpack-%s@firefox-esr.mozilla.org.xpi" % folder)
            if "xpi" in kinds and os.path.exists(xpi):
                yield from read_xpi(xpi)
            place = os.path.join(root, "usr/share/libreoffice/help", folder)
            for path, folders_below, names in os.walk(place):
                folders_below.sort()
                for name in sorted(names):
                    if name.endswith(".html"):
                        yield from read_help(os.path.join(path, name))


def digest(text):
    return hashlib.sha1(text.encode()).digest()[:8]


def find_repeated(roots):
    """Paragraphs of the help that occur in several languages: they are not in the language they
    claim."""
    seen, repeated = set(), set()
    for language in SCRIPTS["latin"] + SCRIPTS["cyrillic"]:
        own = {digest(text) for text in read_texts(roots, language, ("help",))}
        repeated |= seen & own
        seen |= own
    return repeated


def clean(text):
    """Removes what is the same in all languages: markup, variables, accelerators, URLs."""
    text = re.sub(r"<[^>]*>|%\w+|%\d?\$?\w|\$\(?\w+\)?|\{[^}]*\}|https?:\S+|\\\w", " ", text)
    return re.sub(r"[~&_](?=\w)", "", text)


def words_of(text, script):
    """Runs of the script's letters, in lower case."""
    ranges = LETTER_RANGES[script]
    out, word = [], []
    for c in text.lower():
        code = ord(c)
        is_letter = any(first <= code <= last for first, last in ranges) and (
            c.isalpha() or unicodedata.category(c).startswith("M"))
        if is_letter:
            word.append(c)
        elif word:
            out.append("".join(word))
            word = []
    if word:
        out.append("".join(word))
    return out


def grams_of(word):
    """The trigrams of a word including its boundaries, and the word itself if it is short."""
    bounded = "_" + word + "_"
    for i in range(len(bounded) - 2):
        yield bounded[i:i + 3]
    if 2 < len(word) <= 6:
        yield bounded


def count(roots, language, script, repeated):
    words, n_bytes = collections.Counter(), 0
    for text in read_texts(roots, language):
        found = words_of(clean(text), script)
        if len(found) < 3 or digest(text) in repeated: # labels of one word are often names
            continue
        words.update(found)
        n_bytes += len(text)
        if n_bytes > MAX_BYTES:
            break
    print("%s %d bytes, %d words" % (language, n_bytes, len(words)), file=sys.stderr)
    grams = collections.Counter()
    for word, n in words.items():
        if n > 1:
            for gram in grams_of(word):
                grams[gram] += math.sqrt(n)
    return grams


def fnv(gram):
    h = 2166136261
    for c in gram:
        h = ((h ^ ord(c)) * 16777619) & 0xFFFFFFFF
    return h


def main():
    roots = sys.argv[1:]
    table = collections.defaultdict(list)
    repeated = find_repeated(roots)
    for script, languages in SCRIPTS.items():
        shares = {}
        for language in languages:
            grams = count(roots, language, script, repeated)
            total = sum(grams.values())
            shares[language] = {g: n / total for g, n in grams.items()}
        mean = collections.Counter()
        for share in shares.values():
            for gram, p in share.items():
                mean[gram] += p / len(shares)
        chosen = set()
        for share in shares.values():
            worth = {g: p * (0.3 + abs(math.log(p / mean[g]))) for g, p in share.items()}
            chosen.update(sorted(worth, key=lambda g: (-worth[g], g))[:N_GRAMS])
        for language, share in shares.items():
            for gram in chosen:
                weight = round(STEP * math.log(share.get(gram, 0) / FLOOR)) if share.get(gram, 0) > FLOOR else 0
                if weight > 0:
                    table[fnv(gram)].append((LANGUAGES.index(language), min(weight, N_WEIGHTS)))
    def worth(key):
        shares = [math.exp(weight / STEP) for _, weight in table[key]]
        mean = sum(shares) / len(LANGUAGES)
        return max(share * (0.3 + abs(math.log(share / mean))) for share in shares)

    keys = sorted(sorted(sorted(table), key=worth, reverse=True)[:N_KEYS])
    firsts, pairs = [0], []
    for key in keys:
        pairs += sorted(table[key])
        firsts.append(len(pairs))
    print_table(keys, firsts, pairs)


def print_rows(declaration, items, per_row):
    print(declaration + " = {")
    for i in range(0, len(items), per_row):
        print("    " + ", ".join(items[i:i + per_row]) + ",")
    print("};")


def print_table(keys, firsts, pairs):
    assert len(pairs) < 1 << 16 and FIRST_LANGUAGE + len(LANGUAGES) <= ord("\\")
    print("/* Generated by languages.py from the translations in Debian's packages; do not edit. */")
    scripts = [script for script, languages in SCRIPTS.items() for _ in languages]
    print_rows("static const struct model_language model_languages[]",
               ['{"%s", SCRIPT_%s}' % (language, script.upper())
                for language, script in zip(LANGUAGES, scripts)], 4)
    print_rows("static const uint32_t model_keys[]", ["%du" % key for key in keys], 9)
    print_rows("static const uint16_t model_firsts[]", ["%d" % first for first in firsts], 14)
    print("enum { PAIRS_PER_ROW = %d };" % PAIRS_PER_ROW)
    rows = [pairs[i:i + PAIRS_PER_ROW] for i in range(0, len(pairs), PAIRS_PER_ROW)]
    print_rows("static const char model_pairs[][2 * PAIRS_PER_ROW + 1]",
               ['"%s"' % "".join(chr(FIRST_LANGUAGE + language) + chr(FIRST_WEIGHT + weight - 1)
                                 for language, weight in row) for row in rows], 1)


if __name__ == "__main__":
    main()
