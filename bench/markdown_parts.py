"""Splits Markdown as WebMainBench (2025) compares it: code, formulas, tables, and the remaining
text."""
import re

import sequence

KINDS = ("text", "code", "formula", "table")
FENCE = re.compile(r"(?ms)^[ \t>]*(`{3,}|~{3,})[^\n]*\n(.*?)(?:^[ \t>]*\1[`~]*[ \t]*$|\Z)")
INLINE_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.S)
FORMULA = re.compile(r"\$\$(.+?)\$\$|\\\[(.+?)\\\]|\\\((.+?)\\\)"
                     r"|(?<![\\$\w])\$(?![\s$])([^$\n]*?[^\s\\$])\$(?![\d$])", re.S)
TABLE = re.compile(r"(?im)(?:^[ \t]*\|.*\|[ \t]*\n?)+|<table\b[\s\S]*?</table>")


def split(markdown):
    """{"text": ..., "code": ..., "formula": ..., "table": ...}, the pieces of each kind joined by
    line breaks."""
    found = {kind: [] for kind in KINDS}

    def take(kind):
        def replace(match):
            groups = [g for g in match.groups() if g is not None]
            found[kind].append((groups[-1] if groups else match.group(0)).strip())
            return "\n" if kind != "formula" else " "
        return replace

    rest = FENCE.sub(take("code"), markdown)
    rest = INLINE_CODE.sub(take("code"), rest)
    rest = FORMULA.sub(take("formula"), rest)
    rest = TABLE.sub(take("table"), rest)
    found["text"] = [line.strip() for line in rest.split("\n") if line.strip()]
    return {kind: "\n".join(pieces) for kind, pieces in found.items()}


def similarities(found, truth):
    """The edit similarity of each kind that the ground truth has or that was found; the text
    always."""
    found, truth = split(found), split(truth)
    return {kind: sequence.edit_similarity(found[kind], truth[kind]) for kind in KINDS
            if kind == "text" or found[kind] or truth[kind]}
