#!/bin/sh
# The benchmark's own tests: the scorer with hand-computed examples, the readers with tiny page sets,
# the runner and the comparison with extractors of known output. Nothing is timed.
set -eu
cd "$(dirname "$0")/.."
python=${PYTHON:-python3}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
export PYTHONDONTWRITEBYTECODE=1

fail() {
    echo "test_bench: $1" >&2
    exit 1
}

# score TRUTH FOUND EXPECTED
score() {
    printf '%s' "$1" >"$dir/truth"
    printf '%s' "$2" >"$dir/found"
    got=$($python bench/score.py "$dir/truth" "$dir/found")
    [ "$got" = "$3" ] || fail "'$1' against '$2': $got, not $3"
}

# Three of three words found are right, three of six were found: F1 = 2*1*.5/1.5. The found text is
# one run of three words, which is not among the truth's three runs of four.
score 'The cat sat on the mat' 'the cat sat' \
    'P 1.0000 R 0.5000 F1 0.6667 sP 0.0000 sR 0.0000 sF1 0.0000'
# Bags count: one a and one b of four words are right (1/2), of three wanted (2/3).
score 'a a b' 'a b b b' 'P 0.5000 R 0.6667 F1 0.5714 sP 0.0000 sR 0.0000 sF1 0.0000'
# Four of five words; of the runs abcd, bcde against xabc, abcd one of two.
score 'a b c d e' 'x a b c d' 'P 0.8000 R 0.8000 F1 0.8000 sP 0.5000 sR 0.5000 sF1 0.5000'
# Case, punctuation and white space are ignored.
score 'Hello, World!' 'hello
world' 'P 1.0000 R 1.0000 F1 1.0000 sP 1.0000 sR 1.0000 sF1 1.0000'
# Ten of sixteen: eight words found twice are half wrong.
score 'one two three four five six seven eight' \
    'one two three four five six seven eight one two three four five six seven eight' \
    'P 0.5000 R 1.0000 F1 0.6667 sP 0.3846 sR 1.0000 sF1 0.5556'
# Empty for something is 0, empty for nothing is 1.
score 'word' '' 'P 0.0000 R 0.0000 F1 0.0000 sP 0.0000 sR 0.0000 sF1 0.0000'
score '' '' 'P 1.0000 R 1.0000 F1 1.0000'

# rouge MEASURE TRUTH FOUND EXPECTED
rouge() {
    got=$($python - "$1" "$2" "$3" <<'END'
import sys
sys.path.insert(0, "bench")
import rouge
print("%.4f %.4f %.4f" % getattr(rouge, sys.argv[1])(sys.argv[3], sys.argv[2]))
END
    )
    [ "$got" = "$4" ] || fail "$1 of '$2' and '$3': $got, not $4"
}

# Lin (2004): w1 w2 and w1 w3 w5 of two lines are in order in the truth, four of its five words; the
# lines found have ten.
rouge rouge_lsum 'w1 w2 w3 w4 w5' 'w1 w2 w6 w7 w8
w1 w3 w8 w9 w5' '0.4000 0.8000 0.5333'
# One line in another order: of "police killed the gunman" three words are in order.
rouge rouge_lsum 'police killed the gunman' 'the gunman police killed' '0.5000 0.5000 0.5000'
# A word that is in the truth once counts once, however many lines contain it.
rouge rouge_lsum 'a b' 'a
a
b' '0.6667 1.0000 0.8000'
rouge rouge_lsum '' '' '1.0000 1.0000 1.0000'
rouge rouge_lsum 'a' '' '0.0000 0.0000 0.0000'
# Of the runs abcde, bcdef, one is found, among three.
rouge rouge_n 'a b c d e f' 'a b c d e x y' '0.3333 0.5000 0.4000'

# Edit distance, by hand: kitten, sitten, sittin, sitting. Markdown is compared by its parts.
$python - <<'END' || fail "sequences or parts of Markdown"
import sys
sys.path.insert(0, "bench")
import markdown_parts, sequence
assert sequence.levenshtein("kitten", "sitting") == 3
assert sequence.levenshtein("", "abc") == sequence.levenshtein("abc", "") == 3
assert sequence.edit_similarity("", "") == 1 and sequence.edit_similarity("abcd", "abcx") == .75
assert sequence.lcs_length("abcbdab", "bdcaba") == 4
assert sequence.lcs_indices("abcd", "xbxd") == [1, 3]
page = "# A\n\nSee `x = 1`, $a^2$, $5 or $6.\n\n```c\nint x;\n```\n\n| a |\n| - |\n| 1 |\n\n$$\nb\n$$\n"
parts = markdown_parts.split(page)
assert parts == {"code": "int x;\nx = 1", "formula": "a^2\nb", "table": "| a |\n| - |\n| 1 |",
                 "text": "# A\nSee\n,  , $5 or $6."}, parts
same = markdown_parts.similarities(page, page)
assert set(same) == {"code", "formula", "table", "text"} and set(same.values()) == {1}
assert markdown_parts.similarities("a", "b") == {"text": 0}
END

# ---- the corpus and its noise --------------------------------------------------------------------

$python bench/corpus.py check

# The same seed gives the same bytes on every machine; the digest is of 10 kB of each kind.
$python - <<'END' || fail "the noise of a seed changed, or is not ASCII"
import hashlib, sys
sys.path.insert(0, "bench")
import noise
made = "".join(noise.make(kind, "7", 10, "de") for kind in sorted(noise.KINDS))
assert made.isascii() and len(made) > 50 * 1024
assert hashlib.sha256(made.encode()).hexdigest()[:16] == "ade193a0956e779e"
assert noise.expand("a<!--noise:svg:1:1-->b") == "a" + noise.make("svg", "1", 1) + "b"
END

# A fault of each kind is detected.
mkdir "$dir/corpus"
printf 'id\ttype\tlanguage\tcharset\theadline\tauthors\tplace\tdate\ttroubles\n' >"$dir/corpus/index.tsv"
printf 'article-01\tarticle\ten\tutf-8\tGood\tA. Penn\tOslo\t2024-05-01\t\n' >>"$dir/corpus/index.tsv"
printf 'article-02\tforum\ten\tutf-8\tWrong\t\t\t1 May\t\n' >>"$dir/corpus/index.tsv"
for id in article-01 article-02; do
    printf '<h1>Good</h1><p>A. Penn<p>Oslo, 1 May<p>Some <b>bo</b>ld\n  text' >"$dir/corpus/$id.html"
    printf 'Headline: Good\nByline: A. Penn\nDateline: Oslo, 1 May\n\nSome bold text\n' \
        >"$dir/corpus/$id.txt"
done
printf 'Not there\n' >>"$dir/corpus/article-02.txt"
printf '\351' >>"$dir/corpus/article-02.html"
: >"$dir/corpus/article-03.html"
$python bench/corpus.py --corpus "$dir/corpus" check article-01 || fail "a good page has faults"
$python bench/corpus.py --corpus "$dir/corpus" check >"$dir/faults" && fail "faults were not found"
for fault in 'article-02: id does not match' 'date is not ISO' 'article-02: does not decode' \
    'article-03.html has no row'; do
    grep -q "$fault" "$dir/faults" || fail "not found: $fault"
done
printf '<p>Good' >"$dir/corpus/article-02.html"
$python bench/corpus.py --corpus "$dir/corpus" check article-02 >"$dir/faults" || :
for fault in 'headline in index.tsv' 'body line is not in the page: Not there'; do
    grep -q "$fault" "$dir/faults" || fail "not found: $fault"
done

# ---- data sets -----------------------------------------------------------------------------------

# An extractor that answers every page with the same words and fields.
cat >"$dir/same" <<'END'
cat >/dev/null
echo '{"text": "one two three", "headline": "A Title", "authors": ["Ann Lee", "Bo Ek"], "date": "2024-05-01T10:00"}'
END
run() {
    $python bench/run.py --pith "sh $dir/same" --quick --no-corpus "$@"
}

truth='"title": "a title!", "authors": ["Ann Lee"], "date": "2024-05-01"'
mkdir -p "$dir/own" "$dir/wcxb/dev/html" "$dir/wcxb/dev/ground-truth" "$dir/sh/html" \
    "$dir/tp/case" "$dir/ce/pages" "$dir/ce/gold"
echo '<p>one two' | gzip >"$dir/own/p.html.gz"
echo "{\"type\": \"forum\", \"lang\": \"en\", \"text\": \"one two\", $truth}" >"$dir/own/p.json"
cp "$dir/own/p.html.gz" "$dir/wcxb/dev/html/0001.html.gz"
echo '{"_internal": {"page_type": {"primary": "product"}}, "ground_truth": {"main_content": "one two",
    "title": "A title", "author": "Ann Lee", "publish_date": "2024-05-02", "with": ["two three"],
    "without": ["zero"]}}' >"$dir/wcxb/dev/ground-truth/0001.json"
cp "$dir/own/p.html.gz" "$dir/sh/html/q.html.gz"
echo '{"q": {"articleBody": "one two", "url": "http://x.example/"}}' >"$dir/sh/ground-truth.json"
echo '<p>one' >"$dir/tp/case/source.html"
echo '<div><p>one</p><p>two</p></div>' >"$dir/tp/case/expected.html"
echo '{"title": "A title", "byline": null}' >"$dir/tp/case/expected-metadata.json"
echo '<text id="1"><p>one</text>' >"$dir/ce/pages/1.html"
printf 'URL: http://x.example/\n<h>one\n<p>two\n' >"$dir/ce/gold/1-cleaned.txt"

# Two of three words are right and nothing is missing: P 2/3, R 1, F1 .8 in every layout.
for form in own:forum wcxb:product sh:article tp:article ce:article; do
    run --set "$dir/${form%:*}" >"$dir/out"
    grep -q '^all  *1  *0.6667  *1.0000  *0.8000' "$dir/out" || fail "${form%:*}: wrong figures"
    grep -q "^type ${form#*:} " "$dir/out" || fail "${form%:*}: not of type ${form#*:}"
done
run --set "$dir/own" >"$dir/out"
grep -q '^pith  *1.000/1.000  *0.500/1.000  *-/-  *1.000/1.000' "$dir/out" ||
    fail "wrong figures of the metadata"
# The date differs; of with and without, the one wanted is there and the other not.
run --set "$dir/wcxb" >"$dir/out"
grep -q '^all .* 1.0000  *1.0000  *0.0000  *0.0000  *0.000$' "$dir/out" ||
    fail "wrong figures of segments and date"
# The combined sets of Bevendorff et al. and the records of WebMainBench.
mkdir -p "$dir/wceb/ground-truth" "$dir/wceb/html/old" "$dir/wmb"
echo '{"page_id": "p1", "plaintext": "one two"}' >"$dir/wceb/ground-truth/old.jsonl"
echo '<p>one two' >"$dir/wceb/html/old/p1.html"
run --set "$dir/wceb" >"$dir/out"
grep -q '^all  *1  *0.6667  *1.0000  *0.8000' "$dir/out" || fail "SIGIR 2023: wrong figures"
grep -q '^pith all  *0.8000' "$dir/out" || fail "no ROUGE-LSum for the sets of SIGIR 2023"
echo '{"track_id": "t", "html": "<p>one two", "convert_main_content": "one two three", "meta": {"language": "en"}}' \
    >"$dir/wmb/a.jsonl"
run --set "$dir/wmb" >"$dir/out"
grep -q '^as published elsewhere  *rouge5  *edit_text$' "$dir/out" || fail "WebMainBench is not scored"
grep -q '^pith all  *1.0000  *1.0000$' "$dir/out" || fail "WebMainBench: wrong figures"
mkdir "$dir/none"
run --set "$dir/none" 2>/dev/null && fail "a folder that is not a page set is accepted"

# ---- peers, floor, comparison --------------------------------------------------------------------

cat >"$dir/stay" <<'END'
import base64, json, sys
for line in sys.stdin:
    page = base64.b64decode(json.loads(line)["html_base64"]).decode()
    print(json.dumps({"html": "<p>one</p><p>two</p>" if "one" in page else ""}), flush=True)
END
run --set "$dir/own" --peer 'text=cat >/dev/null; echo one two' --peer 'dead=exit 3' \
    --jsonl "stays=$python $dir/stay" --jsonl 'gone=exit 3' >"$dir/out" 2>"$dir/err"
grep -q '^all  *1  *0.8000  *1.0000  *0.0000  *1.0000$' "$dir/out" || fail "wrong figures of peers"
grep -q 'gone left out' "$dir/err" || fail "a peer that dies at once is not reported"
grep -q 'dead failed on 1 of 1 pages, first on .*: exit 3' "$dir/err" || fail "a peer that fails is not reported"

# One that dies at its second page is restarted for the third; if that is impossible, both fail.
mkdir "$dir/three"
for id in a b c; do
    cp "$dir/own/p.html.gz" "$dir/three/$id.html.gz"
    cp "$dir/own/p.json" "$dir/three/$id.json"
done
sed 's/^for line in/for n, line in enumerate(/; s/sys.stdin:/sys.stdin):\n    if n == 2: sys.exit(3)/' \
    "$dir/stay" >"$dir/frail"
run --set "$dir/three" --jsonl "frail=$python $dir/frail" \
    --jsonl "once=mkdir $dir/once && exec $python $dir/frail" >"$dir/out"
grep -q '^all  *3  *0.8000  *0.6667  *0.3333$' "$dir/out" || fail "a peer that dies stops the run"

run --set "$dir/own" --floor bench/none.json 2>/dev/null && fail "a missing floor is accepted"
echo '{"F1": 0.8049}' >"$dir/floor.json"
run --set "$dir/own" --floor "$dir/floor.json" >/dev/null || fail "within the slack of the floor"
echo '{"F1": 0.8051}' >"$dir/floor.json"
run --set "$dir/own" --floor "$dir/floor.json" >/dev/null 2>&1 && fail "under the floor"

full() {
    $python bench/run.py --pith "sh $1" --no-corpus --set "$dir/three" --set "$dir/sh" --out "$2" >/dev/null
}
full "$dir/same" "$dir/a"
sed 's/ three//' "$dir/same" >"$dir/better"
full "$dir/better" "$dir/b"
$python bench/compare.py "$dir/a/results.json" "$dir/b/results.json" >"$dir/out"
grep -q '^all  *4  *+0.2000 \[+0.2000 +0.2000\]\*  *+0.3333' "$dir/out" || fail "wrong comparison"
grep -q '^three: better, F1 +0.2000 .* 3 pages better, 0 worse of 3$' "$dir/out" || fail "no verdict"
grep -q 'sh/q  F1 0.8000 -> 1.0000' "$dir/out" || fail "the page with a changed score is not reported"
# The file that article-extraction-benchmark's own evaluate.py reads.
grep -q '{"q": {"articleBody": "one two"}}' "$dir/b/sh.pith.json" || fail "no output for evaluate.py"
grep -q '<svg' "$dir/b/report.html" || fail "the report has no plot"
grep -Eq '(src|href)="?https?:' "$dir/b/report.html" && fail "the report needs another host"
echo "test_bench: passed"
