#!/bin/sh
# Passages for search and retrieval (--chunks), and the fields that summarize a page.
. tests/lib.sh

cat >"$tmp/a.html" <<'END'
<!DOCTYPE html><html lang=en><title>How to mend a net</title><nav><a href=/>Home</a></nav>
<article><h1>How to mend a net</h1>
<p>Before you begin, lay the net on a dry floor and look for the holes, which are always more than you
thought, and mark each of them with a piece of red thread.</p>
<h2>What you need</h2>
<h3>Tools</h3>
<p>A needle of the right size, filled with twine, and a knife that cuts at the first try, are all that most
people need for a net of the usual kind.</p>
<p>For larger holes you also need a board that keeps the meshes apart while you work, and somebody who
holds the other end of the net for you.</p>
<h2>How to do it</h2>
<p>Cut the hole clean so that each mesh ends at a knot. This is the step that everybody skips, and it is
the reason why most mended nets tear again beside the mend.</p></article></html>
END
cd "$tmp" || exit 2

# json EXPRESSION <LINES: what Python makes of `rows`, the objects on standard input.
json() {
    python3 -c "import json, sys
rows = [json.loads(line) for line in sys.stdin.buffer.read().decode().split('\n')[:-1]]
print($1)"
}

"$PITH" --chunks=40 --url=http://n.example/net a.html >chunks
is "--chunks numbers the passages" "[0, 1, 2, 3]" "$(json '[row["chunk"] for row in rows]' <chunks)"
is "each has the headings above it" \
    "[[], ['What you need', 'Tools'], ['What you need', 'Tools'], ['How to do it']]" \
    "$(json '[row["headings"] for row in rows]' <chunks)"
is "a heading begins a passage" "What you need" "$(json 'rows[1]["text"].split("\n")[0]' <chunks)"
is "each names its page" "{('a.html', 'How to mend a net')}" \
    "$(json '{(row["file"], row["headline"]) for row in rows}' <chunks)"
is "the number of words is limited" "True" "$(json 'all(row["words"] <= 40 for row in rows)' <chunks)"
is "200 words are the default" 3 "$("$PITH" --chunks a.html | wc -l)"
is "a longer block stays whole" "True" \
    "$("$PITH" --chunks=5 a.html | json 'any(row["words"] > 20 for row in rows)')"
is "--fields chooses the fields of each" \
    "['language', 'chunk', 'headings', 'text', 'words', 'text_range', 'source_range']" \
    "$("$PITH" --chunks --fields=language a.html | json 'list(rows[0])')"
is "a page without main content has none" 1 "$(printf '<p>' | code "$PITH" --chunks)"
printf '{"id": 7, "html": "<h1>A</h1><p>One two three.<p>Four five six."}\n{"id": 8}\n' >pages.jsonl
is "--jsonl: each passage passes the record's members through" "[(7, 0)]" \
    "$("$PITH" --jsonl --chunks -q pages.jsonl | json '[(r["id"], r["chunk"]) for r in rows if "chunk" in r]')"

python3 -c 'import json; print(json.dumps({"id": 1, "html": open("a.html").read()}))' >net.jsonl
is "also if a record has several" "[(1, 0), (1, 1), (1, 2), (1, 3)]" \
    "$("$PITH" --jsonl -j2 --chunks=40 net.jsonl | json '[(r["id"], r.get("chunk")) for r in rows]')"

is "and none that a passage has itself" '[1, "headings", "mine", "words"]' \
    "$(printf '{"id":1,"mine":2,"chunk":"x","words":5,"text_range":0,"headings":1,"source_range":2,"html":"<p>One two three."}\n' |
        "$PITH" --jsonl --chunks --fields=language | python3 -c '
import json, sys
pairs = json.loads(sys.stdin.read(), object_pairs_hook=list)
assert len(dict(pairs)) == len(pairs), pairs
print(json.dumps([dict(pairs)["id"]] + sorted(k for k, v in pairs if k in ("mine", "headings", "words"))))')"

# Notes come at the end of the text, wherever they are on the page, and a text that occurs twice is
# written once: passages follow the text.
cat >notes.html <<'END'
<!DOCTYPE html><title>Nets</title><article><h1>Nets of the north</h1>
<p>The nets of the north are made of a twine that is tarred twice<a href="#n1" id=r1><sup>1</sup></a>, and last longer
than those of the south, which are made of cotton and are dried in the sun.</p>
<aside class=footnotes id=notes><ol><li id=n1>Tarring is done in spring, when the kettles are lit on the beach for the
boats as well. <a href="#r1">back</a></ol></aside>
<p>A net that has been mended three times is given to the hens, which it keeps from the seedlings in the
gardens behind the dunes, until it falls to pieces.</p>
<p>A net that has been mended three times is given to the hens, which it keeps from the seedlings in the
gardens behind the dunes, until it falls to pieces.</p></article>
END
"$PITH" --chunks=20 notes.html >noted
is "passages follow the text" "$("$PITH" --body notes.html | tr -s '\n')" \
    "$(python3 -c 'import json, sys
for line in sys.stdin: print(json.loads(line)["text"])' <noted | tr -s '\n')"
is "the range of a note is where it is on the page" "True" \
    "$(json '"Tarring" in open("notes.html").read()[slice(*rows[-1]["source_range"])]' <noted)"
printf '<script type="application/ld+json">{"@type": "Article", "articleBody": "%s"}</script><p>Loading' \
    "$(for i in 1 2 3 4 5; do printf 'The ferry between the two islands will run again from Monday, boat %s. ' $i; done)" >script.html
is "a text that the page does not show has no range in it" "True False" \
    "$("$PITH" --chunks script.html | json '"boat 5" in rows[0]["text"], "source_range" in rows[0]' | tr -d '(,)')"

# On the corpus: the passages are the text, and are at the positions they give.
python3 "$TOP/bench/chunks.py" "$PITH" "$TOP/corpus" >figures
is "passages of the corpus are its texts" "pages many, faults 0" \
    "$(sed -n '/^pages/s/[0-9]\{3,\}, passages [0-9]\{4,\},/many,/p' figures)"
is "at their positions" "True" "$(sed -n 's/.*range \([0-9.]*\) %.*/\1/p' figures | python3 -c 'print(float(input()) < 0.1)')"

# Counts and summary.
is "JSON has the number of words" "133" "$("$PITH" --json a.html | json 'rows[0]["word_count"]')"
is "and an excerpt" "Before you begin, lay the net on a dry floor" \
    "$("$PITH" --json a.html | json 'rows[0]["excerpt"][:44]')"
is "and on request the canonical URL" "{'canonical': 'http://n.example/c'}" \
    "$(sed 's|<nav>|<link rel=canonical href=http://n.example/c><nav>|' a.html |
        "$PITH" --json --fields=canonical | json 'rows[0]')"
is "a page without main content has no words" "{'word_count': 0, 'text': ''}" \
    "$(printf '<p>' | "$PITH" --json --fields=word_count,excerpt,text | json 'rows[0]')"
sed 's|dry floor|<a href=https://n.example/a-floor/b>dry floor</a>|; s|red thread|<a href=/red>red thread</a>|' \
    a.html >linked.html
is "links add no words" "133 133 [1] 133" "$("$PITH" --json --links linked.html | json 'rows[0]["word_count"]') \
$("$PITH" --format=tsv --links --fields=word_count linked.html) $("$PITH" --links linked.html | grep -o '\[1\]' |
        sed q) $("$PITH" --json linked.html | json 'rows[0]["word_count"]')"
is "text has them as headers" "Word-Count: 133" "$("$PITH" --fields=word_count a.html)"

# Short options for formats, and the TSV header.
for format in json markdown html; do
    is "--$format is --format=$format" "$("$PITH" --format=$format a.html)" "$("$PITH" --$format a.html)"
done
is "an abbreviation is accepted" "$("$PITH" --markdown a.html)" "$("$PITH" --mark a.html)"
is "--header names the columns" "headline	word_count
How to mend a net	133" "$("$PITH" --format=tsv --header --fields=headline,word_count a.html)"
is "once for several pages" "headline|How to mend a net|How to mend a net" \
    "$("$PITH" --format=tsv --header --fields=headline a.html a.html | tr '\n' '|' | sed 's/|$//')"
"$PITH" --format=tsv --header --fields=headline -o out.d a.html
is "and once in each file" "headline|How to mend a net" "$(tr '\n' '|' <out.d/a.html.tsv | sed 's/|$//')"

# Records that fail.
is "records that fail do not end the run" 0 "$(code "$PITH" --jsonl -q pages.jsonl)"
is "their number is reported" "pith: 1 of 2 records failed; each answer says why" \
    "$("$PITH" --jsonl pages.jsonl 2>&1 >/dev/null)"
is "but not with --quiet" "" "$("$PITH" --jsonl --quiet pages.jsonl 2>&1 >/dev/null)"
is "--strict exits with 2" 2 "$(code "$PITH" --jsonl --strict -q pages.jsonl)"
is "-v says why there is nothing" "pith: standard input: no main content" \
    "$(printf '<p>' | "$PITH" -v 2>&1 | without_sandbox_line)"
contains "also if the confidence is too low" "$("$PITH" -v --min-confidence=1 a.html 2>&1)" "less than --min-confidence"

# Front matter, read by other programs.
"$PITH" --markdown a.html >a.md
is "front matter has a title" 'title: "How to mend a net"' "$(grep '^title:' a.md)"
is "the headline is the first heading" "# How to mend a net" "$(grep '^#' a.md | head -n 1)"
is "--body has neither" "Before you begin" "$("$PITH" --markdown --body a.html | head -n 1 | cut -c1-16)"
# Each parser on each page of the corpus, and on one that tries to break out of it.
mkdir corpus
cp "$TOP"/corpus/*.html corpus
cat >corpus/evil.html <<'END'
<!DOCTYPE html><title>x</title><meta name=author content="Ola: &quot;# Tab&quot;"><meta name=keywords content="- a, ? b, {c: d}, null, 012, yes, &amp;x, *x">
<meta name=description content="--- &#10;... %YAML \ tab&#9;end &#x2028; 'single' &quot;double&quot; &#x85; \u0041"><article><h1>null</h1>
<p>The ferry between the two islands will run again from Monday, after a winter in which the old boat lay in the yard.</p></article>
END
(cd corpus && "$PITH" --markdown -o ../md . 2>/dev/null; "$PITH" --json --fields=file,headline,authors,date,modified,language,site,url,description,tags *.html) >pages.json
python=
for candidate in python3 /usr/bin/python3; do
    if "$candidate" -c 'import yaml, ruamel.yaml' 2>/dev/null; then python=$candidate; fi
done
if [ -n "$python" ]; then
    is "two parsers read it as it was meant" "PyYAML many 0|ruamel.yaml many 0|" \
        "$("$python" "$TOP/tests/front_matter.py" md pages.json | tr '\n' '|')"
else
    skip "PyYAML or ruamel.yaml is not installed"
fi
if command -v pandoc >/dev/null; then
    is "pandoc reads it without a warning" "" \
        "$(for file in a.md md/evil.html.md md/article-0[1-9].html.md; do pandoc -s -t html "$file" 2>&1 >/dev/null; done)"
else
    skip "pandoc is not installed"
fi

# A complete page, and a fragment to embed.
contains "--html is a complete page" "$("$PITH" --html a.html)" '<meta name="viewport"'
is "without external resources" "" "$("$PITH" --html a.html | grep -oE '(src|href)="?https?:|@import|url\(')"
is "--fragment is only the article" '<article dir="ltr"> </article>' \
    "$("$PITH" --html --fragment a.html | sed -n '1p;$p' | tr '\n' ' ' | sed 's/ $//')"
is "--body is only its content" "0" "$("$PITH" --html --body a.html | grep -c '<article\|<h1')"
finish
