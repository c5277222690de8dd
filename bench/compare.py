#!/usr/bin/env python3
"""Shows what changed between two results: compare.py OLD.json NEW.json [EXTRACTOR]

Prints one verdict per set (better, worse, or no difference), the difference in F1, precision and
recall by group with the 95 % interval of the paired bootstrap over the pages that both have, and
the pages that changed most. A star marks an interval that excludes 0.
"""
import json, sys

import score

N_MOVED = 10


def read_rows(path, name):
    with open(path, encoding="utf-8") as file:
        results = json.load(file)
    name = name or next(iter(results["extractors"]))
    if name not in results["extractors"]:
        sys.exit("compare: %s has no extractor %s" % (path, name))
    rows = {(r["set"], r["id"]): r for r in results["extractors"][name]["rows"] if "F1" in r}
    return results["run"], rows


def print_verdicts(old, new, keys):
    for name in sorted({key[0] for key in keys}):
        moved = [new[key]["F1"] - old[key]["F1"] for key in keys if key[0] == name]
        low, high = score.bootstrap(moved) or [0, 0]
        verdict = "better" if low > 0 else "worse" if high < 0 else "no difference"
        print("%s: %s, F1 %+.4f [%+.4f %+.4f], %d pages better, %d worse of %d" % (
            name, verdict, score.mean(moved), low, high, sum(m > 0 for m in moved),
            sum(m < 0 for m in moved), len(moved)))


def print_group(label, pairs):
    cells = []
    for key in ("F1", "P", "R"):
        moved = [new[key] - old[key] for old, new in pairs]
        bounds = score.bootstrap(moved) or [0, 0]
        star = "*" if bounds[0] > 0 or bounds[1] < 0 else " "
        cells.append("%+.4f [%+.4f %+.4f]%s" % (score.mean(moved), bounds[0], bounds[1], star))
    print("%-24s%6d  %s" % (label, len(pairs), "  ".join(cells)))


def print_fields(old, new, keys):
    for field in score.FIELDS:
        told = [score.summarize_field([rows[k] for k in keys], field) for rows in (old, new)]
        if told[0]["F1"] is not None and told[1]["F1"] is not None:
            print("%-24s        P %.4f -> %.4f   R %.4f -> %.4f" % (
                field, told[0]["P"], told[1]["P"], told[0]["R"], told[1]["R"]))


def main(argv):
    if len(argv) not in (2, 3):
        sys.exit(__doc__)
    name = argv[2] if len(argv) == 3 else None
    (run_old, old), (run_new, new) = (read_rows(path, name) for path in argv[:2])
    keys = sorted(set(old) & set(new))
    if not keys:
        sys.exit("compare: no page in common")
    for label, run in (("old", run_old), ("new", run_new)):
        print("%s: %s, commit %s, digest %s" % (label, run["date"], run["commit"],
                                                run["pages_digest"]))
    print()
    print_verdicts(old, new, keys)
    print("\n%-24s%6s  %-28s %-28s %s" % ("", "pages", "F1 new - old, 95 %", "P", "R"))
    print_group("all", [(old[k], new[k]) for k in keys])
    for column in ("type", "language"):
        for value in sorted({new[k][column] for k in keys}):
            print_group("%s %s" % (column, value),
                        [(old[k], new[k]) for k in keys if new[k][column] == value])
    print("\nmetadata")
    print_fields(old, new, keys)
    moved = sorted(keys, key=lambda k: -abs(new[k]["F1"] - old[k]["F1"]))[:N_MOVED]
    print("\nmoved most")
    for key in moved:
        if new[key]["F1"] != old[key]["F1"]:
            print("  %s/%s  F1 %.4f -> %.4f" % (key + (old[key]["F1"], new[key]["F1"])))


if __name__ == "__main__":
    main(sys.argv[1:])
