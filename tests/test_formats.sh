#!/bin/sh
# The output formats: text, JSON, Markdown, HTML, TSV, with their options.
. tests/lib.sh

page "$tmp/a.html" 'Ferry "runs" again'
cat >"$tmp/b.html" <<'END'
<!DOCTYPE html>
<html lang="en"><head><title>How to mend a net</title>
<meta name="author" content="Ola	Tab"><meta name="author" content="Bea Back\slash">
<meta name="keywords" content="nets, twine"></head>
<body><nav><a href="/">Home</a> <a href="/nets">Nets</a></nav>
<article><h1>How to mend a net</h1>
<p>Before you begin, lay the net on a dry floor and <a href="/find-holes">look for the holes</a>, which are
always more than you thought, and mark each of them with a piece of red thread.</p>
<h2>What you need</h2>
<ul><li>a needle of the right size, filled with twine</li><li>a knife that cuts at the first try</li></ul>
<p>Cut the hole clean so that each mesh ends at a knot. <em>This is the step that everybody skips</em>, and
it is the reason why most mended nets tear again beside the mend before the summer is out.</p>
<figure><img src="/net.jpg" alt="A net on a floor"><figcaption>A net on a floor. Photograph: O. Tab</figcaption></figure>
<pre><code>over, under
  through, pull</code></pre>
<p>Then work from the top down, row by row, and pull each knot tight before you go on to the next,
since a knot that is loose on the floor is open in the water.</p></article>
<section class="comments" id="comments"><h2>Comments</h2>
<div class="comment"><p class="comment-author">Finn says:</p><p>I have done it like this for forty years and my nets are still whole, so it must be right.</p>
<p>1. Wash the net, *then* &lt;img src=x onerror=alert(1)&gt; mend it.<br># or so they say here.</p></div></section>
</body></html>
END
cd "$tmp" || exit 2

# json PROGRAM: what a Python expression makes of the object on standard input.
json() {
    python3 -c "import json, sys
lines = sys.stdin.buffer.read().decode().split('\n')
assert len(lines) == 2 and lines[1] == '', 'not one line'
page = json.loads(lines[0])
print($1)"
}

# JSON.
is "json is one object on one line" "dict" "$("$PITH" --format=json a.html | json 'type(page).__name__')"
is "an absent field has no key" "False" "$("$PITH" --format=json a.html | json '"place" in page or None in page.values()')"
is "text is always there" "" "$(printf '' | "$PITH" --format=json | json 'page["text"]')"
is "authors are a list" "['Mira Holt']" "$("$PITH" --format=json a.html | json 'page["authors"]')"
is "quotes are escaped" 'Ferry "runs" again' "$("$PITH" --format=json a.html | json 'page["headline"]')"
is "confidence is a number" "True" "$("$PITH" --format=json a.html | json '0 < page["confidence"] <= 1')"
is "text is that of --body" "$("$PITH" --body a.html)" "$("$PITH" --format=json a.html | json 'page["text"]')"
is "--fields chooses and orders" "['language', 'headline']" \
    "$("$PITH" --format=json --fields=language,headline a.html | json 'list(page)')"
printf '<meta charset=latin1><p>caf\351, caf\351' >latin.html
is "--fields=charset names the charset that was used" windows-1252 \
    "$("$PITH" --format=json --fields=charset latin.html | json 'page["charset"]')"
is "--fields asks for other formats" "['markdown', 'html']" \
    "$("$PITH" --format=json --fields=markdown,html a.html | json 'list(page)')"
is "--sources says where values were found" "True" \
    "$("$PITH" --format=json --sources a.html | json 'page["sources"]["language"] == "html element"')"
is "--sources says so for lists too" "visible text" \
    "$("$PITH" --format=json --sources a.html | json 'page["sources"]["authors"]')"
is "--sources says how certain they are" "['authors', 'headline']" \
    "$("$PITH" --format=json --sources a.html | json 'sorted(k for k, v in page["certainty"].items() if 0 < v <= 1)')"
contains "--sources adds a line of it" "$("$PITH" --sources a.html)" "Headline-Certainty: 0."
contains "certainty in front matter" "$("$PITH" --format=markdown --sources b.html)" "certainty:"
is "--min-certainty leaves out" "[]" \
    "$("$PITH" --format=json --min-certainty=1 a.html | json '[k for k in page if k in ("headline", "authors", "date")]')"
is "--fields=sources too" "['sources']" "$("$PITH" --format=json --fields=sources a.html | json 'list(page)')"
is "--body leaves only the text" "['text']" "$("$PITH" --format=json --body a.html | json 'list(page)')"

# Text.
is "text is like an email message" 'Headline: Ferry "runs" again' "$("$PITH" a.html | head -n 1)"
is "an empty line ends the headers" "The ferry between" "$("$PITH" a.html | sed '1,/^$/d' | head -n 1 | cut -c1-17)"
is "--body has no headers" "The ferry between" "$("$PITH" --body a.html | head -n 1 | cut -c1-17)"
is "--no-metadata is the same" "$("$PITH" --body a.html)" "$("$PITH" --no-metadata a.html)"
is "headers can be chosen" "Language: en" "$("$PITH" --fields=language a.html)"
for form in tsv html; do
    is "--sources does not go with $form" 2 "$(code "$PITH" --sources --format=$form a.html)"
    contains "and says so ($form)" "$("$PITH" --sources --format=$form a.html 2>&1)" "--sources needs"
done
contains "--sources adds a line" "$("$PITH" --sources a.html)" "Headline-Source: "
is "lines of code stay lines" "  through, pull" "$("$PITH" b.html | grep through)"
is "links are left out" 0 "$("$PITH" b.html | grep -c find-holes)"
contains "--links keeps them" "$("$PITH" --links --url=http://n.example/mend b.html)" "http://n.example/find-holes"
is "captions are left out" 0 "$("$PITH" b.html | grep -c 'A net on a floor')"
contains "--images keeps them" "$("$PITH" --images b.html)" "A net on a floor"
is "comments are left out" 0 "$("$PITH" b.html | grep -c 'forty years')"
"$PITH" --comments b.html | sed '1,/^Comments:$/d' >comments
contains "--comments keeps them after the text" "$(cat comments)" "forty years"
contains "--comments in JSON" "$("$PITH" --comments --format=json b.html | json 'page["comments"]')" "forty years"
is "--precision keeps no more than --recall" "True" \
    "$(test "$("$PITH" --precision b.html | wc -c)" -le "$("$PITH" --recall b.html | wc -c)" && echo True)"
is "limits on nesting are accepted" 0 "$(code "$PITH" --max-depth=20 --max-attributes=3 b.html)"

# Markdown.
"$PITH" --format=markdown b.html >b.md
is "Markdown begins with front matter" "---" "$(head -n 1 b.md)"
contains "front matter is YAML" "$(cat b.md)" 'title: "How to mend a net"'
contains "headings" "$(cat b.md)" "## What you need"
contains "emphasis" "$(cat b.md)" "*This is the step that everybody skips*"
is "--no-metadata leaves it out" "Before you begin" "$("$PITH" --format=markdown --no-metadata b.html | head -n 1 | cut -c1-16)"
contains "links" "$("$PITH" --format=markdown --links --url=http://n.example/mend b.html)" \
    "[look for the holes](http://n.example/find-holes)"
contains "--sources in front matter" "$("$PITH" --format=markdown --sources b.html)" "sources:"
contains "and certainties, under the keys of the front matter" \
    "$("$PITH" --format=markdown --sources b.html | sed '1,/^certainty:/d')" "  title: "
markdown=$("$PITH" --comments --format=markdown b.html)
contains "Markdown or HTML in a comment is text" "$markdown" '1\. Wash the net, \*then\* &lt;img src=x'
contains "on each of its lines" "$markdown" '\# or so they say'
if command -v cmark >/dev/null; then
    # words: a text's words one a line, without what tables, rules, callouts and numbers add.
    words() {
        sed 's/^\(\(<[^>]*>\)*\)[0-9]\{1,9\}\. /\1/; s/\[[ x]\] //; s/☑//g; s/☐//g; s/\[![a-z]*\]//; s/<\/\{0,1\}\(a\|em\|strong\|code\|del\|ins\|mark\|su[bp]\|kbd\)\( [^>]*\)\{0,1\}>//g; s/<[^>]*>/ /g; s/&quot;/"/g; s/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g' |
            plain_scripts | tr -s ' \t|' '\n' | grep -v '^:\{0,1\}-*:\{0,1\}$'
    }
    for file in b.html "$TOP"/tests/cases/*/page.html; do
        "$PITH" --body "$file" | plain_notes | without_formulas | words >text.words
        "$PITH" --body --format=markdown "$file" | plain_notes | without_formulas | sed 's/~~//g' |
            sed 's/^    //' | cmark --unsafe | words >markdown.words
        if cmp -s text.words markdown.words; then
            pass
        else
            fail "Markdown has the words of the text: $file"
            diff text.words markdown.words | head -n 5 >&2
        fi
    done
else
    skip "cmark is not installed"
fi

# HTML.
"$PITH" --format=html b.html >page.html
is "HTML is a page" "<!DOCTYPE html>" "$(head -n 1 page.html)"
contains "with its language and direction" "$(cat page.html)" '<html lang="en" dir="ltr">'
is "and its style in an element of its own" "<style> :root </style> </head>" \
    "$(sed -n '/^<style>$/,/^<body>$/p' page.html | sed 's/^\(:root\) .*/\1/' | sed -n '1,2p; /^<\//p' | paste -sd ' ')"
cat >lists.html <<'END'
<title>T</title><article><h1>T</h1><p>The ferry between the two <a href="/islands">islands</a> will run again from Monday, after a
winter in which the old boat lay in the yard.</p>
<figure><img src=/h.jpg alt="Harbour" width=600 height=400><figcaption>The harbour in the morning.</figcaption></figure>
<p>Islanders had waited for eleven weeks, says <a href="https://b.example/r">the report</a>, and the timetable is unchanged.</p>
<table><tr><th>From<th>To<tr><td>North<td>South<tr><td>West<td>East</table></article>
END
"$PITH" --json --url=http://a.example/ --keep=article --fields=text,links,images,tables lists.html >lists.json
is "links, images and tables are data" "islands http://a.example/islands The ferry b
the report https://b.example/r Islanders h
http://a.example/h.jpg Harbour The harbour in the morning. The harbour
[['From', 'To'], ['North', 'South'], ['West', 'East']] From" "$(python3 -c 'import json
page = json.load(open("lists.json"))
place = lambda item: page["text"].encode()[slice(*item["text_range"])].decode()[:11]
for link in page["links"]: print(link["text"], link["url"], place(link))
for image in page["images"]: print(image["url"], image["alt"], image["caption"], place(image))
for table in page["tables"]: print(table["rows"], place(table))' )"
is "of records, too" "$(python3 -c 'import json
print(json.load(open("lists.json"))["links"])')" "$(python3 -c 'import json
print(json.dumps({"url": "http://a.example/", "html": open("lists.html").read()}))' | "$PITH" --jsonl --keep=article --fields=links |
    python3 -c 'import json; print(json.loads(input())["links"])')"
is "a page without them has none" '{"text":""}' "$(printf '<p>' | "$PITH" --json --fields=text,links,images,tables)"
is "they are for JSON alone" "Headline: T" "$("$PITH" --fields=headline,links,images lists.html)"
cat >hebrew.html <<'END'
<title>x</title><article><h1>המעבורת שבה לשוט</h1><p>המעבורת בין שני האיים תשוב לשוט ביום שני, אחרי אחד עשר
שבועות במספנה. החברה מסרה שהמנוע החדש נוסה בים סוער, ושלוח הזמנים נשאר כפי שהיה.</p></article>
END
contains "the article, too, whatever it begins with" \
    "$(sed 's/<h1>/<h1>Alpha /' hebrew.html | "$PITH" --format=html --fragment)" '<article dir="rtl">'
contains "also from right to left" "$("$PITH" --format=html hebrew.html)" '<html lang="he" dir="rtl">'
cat >swahili.html <<'END'
<title>x</title><article><h1>Kivuko</h1><p>Kivuko kati ya visiwa hivyo viwili kitaanza tena safari zake siku ya Jumatatu,
baada ya wiki kumi na moja za kukaa kwenye karakana. Kampuni ilisema kwamba injini mpya imejaribiwa katika bahari
iliyochafuka, na ratiba itabaki kama ilivyokuwa zamani.</p></article>
END
contains "a language that is not known is not named" "$("$PITH" --format=html swahili.html)" '<html dir="ltr">'
is "JSON has the direction" '{"language":"he","direction":"rtl"}' \
    "$("$PITH" --json --fields=language,direction hebrew.html)"
is "so has front matter, if asked" 'dir: "rtl"' \
    "$("$PITH" --markdown --fields=direction hebrew.html | grep dir)"
contains "and its headline" "$("$PITH" --format=html a.html)" '<h1>Ferry &quot;runs&quot; again</h1>'
contains "and its metadata" "$(cat page.html)" '<meta name="author" content="Ola Tab">'
is "--body makes a fragment" 0 "$("$PITH" --format=html --body b.html | grep -c -e '<html' -e '<body' -e '<h1')"
contains "comments are a section" "$("$PITH" --format=html --comments b.html)" "<h2>Comments</h2>"
contains "extracting it again gives the same text" "$("$PITH" --body page.html)" "Before you begin, lay the net"

# TSV.
"$PITH" --format=tsv --fields=file,headline,authors,tags,text b.html >row
is "one row per page" 1 "$(wc -l <row | tr -d ' ')"
is "as many cells as fields" 5 "$(awk -F'\t' '{ print NF }' row)"
is "lists are separated by semicolons" "Ola Tab; Bea Back\\\\slash" "$(cut -f3 row)"
contains "line breaks are escaped" "$(cut -f5 row)" 'a needle of the right size, filled with twine\na knife'
is "all fields by default, present or not" "$("$PITH" --format=tsv a.html | awk -F'\t' '{ print NF }')" \
    "$("$PITH" --format=tsv b.html | awk -F'\t' '{ print NF }')"
printf '<h1>Back\\slash</h1>%s' "$(sed -n '/<p>Before/,/<\/article>/p' b.html)" >c.html
contains "a backslash is escaped" "$("$PITH" --format=tsv --fields=headline c.html)" 'Back\\slash'

# Dumps.
"$PITH" --body b.html >dump.txt
is "a dump is distinguished from HTML" "$("$PITH" --from=dump dump.txt)" "$("$PITH" dump.txt)"
is "--from=html takes it as HTML" 0 "$("$PITH" --from=html --body dump.txt | grep -c '^$')"
is "--charset is honoured" "Die Fähre fährt" \
    "$(printf '<p>Die F\344hre f\344hrt ab Montag wieder, nachdem sie elf Wochen lang im Dock lag, sagte die Reederei am Freitag.</p>' |
        "$PITH" --body --charset=iso-8859-1 | cut -c1-17)"

cd "$TOP" || exit 2
finish
