#!/bin/sh
# Pages, records and directories that do harm, on purpose or by accident: what reaches
# a terminal, a spreadsheet, a program that reads the output, or the files of the user.
. tests/lib.sh

cd "$tmp" || exit 2
filler='The harbour plan was approved on Friday after a debate of nine hours, and the council said that the work on the new quay would begin before the end of the year.'

# Control characters. U+009B begins a command to a terminal, U+009D sets its title; U+202E reverses
# the text after it.
c1=$(printf '\302\233') nel=$(printf '\302\205') rlo=$(printf '\342\200\256') rlm=$(printf '\342\200\217')
ls=$(printf '\342\200\250') esc=$(printf '\033') del=$(printf '\177')
cat >controls.html <<END2
<script type="application/ld+json">{"@type":"Article","headline":"Harbour \u009b31m plan\u202e approved","author":"Jo \u009d\u007fSmith"}</script>
<title>Harbour plan</title>
<body class="a${c1}b"><h1>Harbour &#x9d;plan</h1><p>${filler} ${c1}31m ${rlo}desrever ${rlm}mark${del}.</p>
<pre>ls ${c1}31m red ${c1}0m ${esc}[0m ${rlo}x
next${ls}line</pre><p>${filler}</p><figure><img src=a.png alt="A ${c1}31m quay ${rlo}" width=600><figcaption>${c1}The quay</figcaption></figure>
<p>${filler}</p><p>So <math><mi>x${c1}31m${rlo}</mi><mtext>b${c1}</mtext></math> holds, with \\(a${c1}31m_1${rlo}\\).</p>
<p><a href="http://a${rlo}b${c1}.example/${rlo}">${filler}</a> ${filler}</p>
<section class=comments><article class=comment><a class=author>An${c1}31m${rlo}na</a> <time datetime=2021-06-03>3 June 2021</time>
<p>My own engine needed eleven new parts.</p></article></section>
END2
controls() {
    LC_ALL=C grep -c "$(printf '\302[\200-\237]')\|$(printf '\342\200[\255\256]')\|$(printf '[\001-\010\013-\037\177]')"
}
for format in text markdown html tsv json; do
    is "no control character reaches --format=$format" 0 "$("$PITH" --format=$format --images --comments controls.html | controls)"
done
is "nor --explain" 0 "$("$PITH" --explain controls.html | controls)"
is "nor --explain=html" 0 "$("$PITH" --explain=html controls.html | controls)"
contains "formulas and comments were among that" "$("$PITH" --format=markdown --comments controls.html | tr '\n' ' ')" \
    '$\mathrm{x31m}\text{b}$ holds, with $a31m_1$. '
contains "with the names of their authors" "$("$PITH" --comments controls.html)" 'An31mna · 2021-06-03'
contains "a directional mark is text and is kept" "$("$PITH" controls.html)" "${rlm}mark"
contains "a line separator ends a line of code" "$("$PITH" controls.html)" "next
line"
cp controls.html "bad${c1}31m.html"
is "nor the name of a file" 0 "$("$PITH" --format=tsv --fields=file "bad${c1}31m.html" | controls)"
cp controls.html "$(printf 'raw\23331m.html')"
is "nor one that is a byte of another charset" "raw?31m.html" "$("$PITH" --format=tsv --fields=file "$(printf 'raw\23331m.html')")"
is "also in a message" "pith: no?31m??: No such file or directory" "$("$PITH" "$(printf 'no\23331m\342\200')" 2>&1)"
is "nor one in a message" 0 "$("$PITH" "no${c1}31m${rlo}.html" 2>&1 | controls)"

# Text that people never see, but programs read as ASCII: tags (U+E0000 to U+E007F), which are kept
# only in a flag, and rows of variation selectors.
hidden=$(printf '\363\240\201\251\363\240\201\247') selectors=$(printf '\363\240\204\200\363\240\204\201')
flag=$(printf '\360\237\217\264\363\240\201\247\363\240\201\242\363\240\201\265\363\240\201\253\363\240\201\247\363\240\201\277')
cat >hidden.html <<END2
<title>Harbour${hidden} plan</title><meta name=author content="Jo ${hidden}Smith"><meta name=description content="A${hidden} plan">
<h1>Harbour${hidden} plan</h1><p>${filler} ${hidden} ${flag}${hidden}.</p><pre>ls ${hidden}</pre><p>${selectors}${filler}</p>
<figure><img src=a.png alt="A ${hidden}quay" width=600><b>${selectors}</b><i>${selectors}</i><figcaption>${hidden}The quay</figcaption></figure><p>${filler}</p>
<table><tr><th>${hidden}Pole<th>Swings<tr><td>ash<td>${hidden}9</table><ul><li>${hidden}a<li>b</ul>
<p>So <math><mi>x${hidden}</mi></math> holds.</p><section class=comments><article class=comment><a class=author>An${hidden}na</a>
<time datetime=2021-06-03>3 June 2021</time><p>My own engine needed eleven new parts.</p></article></section>
END2
hidden_in() {
    LC_ALL=C sed "s/$flag//g" | LC_ALL=C grep -c "$(printf '\363\240[\200\201]')\|$(printf '\363\240\204.\363')"
}
for format in text markdown html tsv json; do
    is "no hidden character reaches --format=$format" 0 "$("$PITH" --format=$format --images --comments hidden.html | hidden_in)"
done
is "nor --explain" 0 "$("$PITH" --explain hidden.html | hidden_in)"
is "nor a dump's text" 0 "$(printf 'Harbour plan\n\n%s %s\n\n%s\n' "$filler" "$hidden" "$filler" | "$PITH" --from=dump | hidden_in)"
contains "but a flag is kept" "$("$PITH" hidden.html)" "$flag"

# JSON: a line is one line to every reader.
printf '{"id":"a\\u0085b\342\200\250c","html":"<p>%s<pre>a\\u0085b\\u2028c\\u2029d</pre>","x":"1\302\2052"}\n' "$filler" >lines.jsonl
if command -v python3 >/dev/null; then
    is "a record is one line to str.splitlines" 1 \
        "$("$PITH" --jsonl lines.jsonl | python3 -c 'import sys; print(len(sys.stdin.buffer.read().decode().splitlines()))')"
fi
is "nothing but U+000A ends a line in JSON" 0 \
    "$("$PITH" --jsonl lines.jsonl | LC_ALL=C grep -c "$(printf '\302\205\\|\342\200[\250\251]')")"
is "a record's own members are copied without overrides" '{"id":"\u202ex","a\u202d":["\u009b"]}' \
    "$(printf '{"id":"%sx","a\342\200\255":["%s"],"html":"<p>%s"}\n' "$rlo" "$c1" "$filler" | "$PITH" --jsonl --fields=site)"
printf '\357\273\277{"id":1,"html":"<p>x"}\n\357\273\277\n\357\273\277{"id":2,"html":"<p>x"}\n' >marked.jsonl
is "a byte-order mark before a record is skipped" "1 2" \
    "$("$PITH" --jsonl marked.jsonl | sed 's/{"id":\(.\).*/\1/' | paste -sd ' ')"

# YAML.
cat >yaml.html <<'END2'
<html lang="en"><meta name=description content="a&#x7f;b &#xfffe; &#xffff; &#x85; &#x9b; &#xfeff; &#x2028; '&quot;: # | > %x \ /">
<meta name=author content="Jo &#x1fffe; &#x7f;Smith"><title>yes: [no] {a} &amp;x *y !z &#64; `</title><h1>yes: [no] {a} &amp;x *y !z &#64; `</h1>
END2
echo "<p>$filler<p>$filler" >>yaml.html
if python3 -c 'import yaml; yaml.CSafeLoader' 2>/dev/null; then
    "$PITH" --format=json yaml.html >yaml.json
    "$PITH" --format=markdown yaml.html >yaml.md
    is "two parsers of YAML read in the front matter what JSON says" "same same " "$(python3 - <<'END2'
import json, yaml
keys = {"headline": "title", "authors": "author", "language": "lang", "date": "published", "url": "source"}
wanted = {keys.get(k, k): v for k, v in json.load(open("yaml.json")).items() if k not in ("text", "excerpt", "direction")}
head = open("yaml.md", newline="").read().split("\n---\n")[0]
for loader in yaml.SafeLoader, yaml.CSafeLoader:
    print("same" if yaml.load(head, loader) == wanted else yaml.load(head, loader), end=" ")
END2
    )"
else
    skip "no python3-yaml with libyaml"
fi

# Spreadsheets.
for sign in \" = + - @; do
    printf '<title>%s1+1</title><meta name=author content="%sJo Smith"><h1>%s1+1</h1><p>%s<p>%s' \
        "$sign" "$sign" "$sign" "$filler" "$filler" >formula.html
    is "a cell never begins with $sign" 0 \
        "$("$PITH" --format=tsv formula.html | tr '\t' '\n' | grep -c "^[$sign]")"
done
if command -v python3 >/dev/null; then
    for n in 1 2 3; do
        printf '<title>"Peace %s</title><h1>"Peace %s</h1><p>%s<p>%s' $n $n "$filler" "$filler" >quote-$n.html
    done
    is "a quotation mark does not swallow other cells and rows" "3 rows of 2 cells" \
        "$("$PITH" --format=tsv --fields=headline,file quote-?.html | python3 -c '
import csv, sys
rows = list(csv.reader(sys.stdin, "excel-tab"))
print(len(rows), "rows of", len(rows[0]), "cells")')"
fi
contains "it is preceded by a backslash" "$("$PITH" --format=tsv --fields=headline formula.html)" '\@1+1'

# Signals while the program waits for input.
mkfifo pipe
echo "<h1>Harbour plan</h1><p>$filler<p>$filler" >page.html
ends() { # NAME EXPECTED ARGUMENT...: ends within ten seconds of a signal
    name=$1 expected=$2
    shift 2
    "$PITH" "$@" <held >got 2>/dev/null &
    pid=$!
    exec 9>held # opens once the program's side is open, and keeps it idle
    for i in $(seq 50); do
        [ "$(cat /proc/$pid/task/$pid/children 2>/dev/null)" ] && break
        sleep 0.1
    done
    sleep 0.3
    kill -TERM $pid
    (sleep 10 && kill -KILL $pid) 2>/dev/null &
    killer=$!
    wait $pid
    is "$name" "$expected" $?
    kill $killer 2>/dev/null
    exec 9>&-
}
mkfifo held
ends "SIGTERM is heard while a named pipe has no writer" 143 -j2 pipe page.html
ends "and while it has one that says nothing" 143 -j2 -
ends "also for answers in files" 143 -o out -
ends "for records" 143 --jsonl -
ends "for records of a named pipe" 143 --jsonl pipe
ends "and for WARC" 143 --warc pipe

# Signals in a long stretch of input without records.
printf '%s\r\n' WARC/1.0 'WARC-Type: metadata' 'Content-Length: 999999999999' '' >endless
gzip <endless >endless.gz
truncate -s 200G endless endless.gz # without disk blocks
for input in "jsonl endless" "warc endless" "warc endless.gz"; do
    "$PITH" --${input% *} "${input#* }" >/dev/null 2>&1 &
    pid=$!
    sleep 2
    kill -TERM $pid
    (sleep 10 && kill -KILL $pid) 2>/dev/null &
    killer=$!
    wait $pid
    is "SIGTERM is heard where there are no records: $input" 143 $?
    kill $killer 2>/dev/null
done
(cat page.html >pipe) &
is "a page in a named pipe is read" "$("$PITH" page.html)" "$("$PITH" pipe)"
wait
(cat page.html >pipe) &
is "with a worker too" "$("$PITH" page.html)" "$("$PITH" -j1 pipe)"
wait
is "one after another" "$("$PITH" page.html page.html)" "$( (sleep 0.2 && cat page.html) | "$PITH" -j2 - page.html)"

# Output files among the pages.
mkdir -p site/sub
for i in $(seq 20); do cp page.html site/$i.html; done
cp page.html site/sub
"$PITH" -o site/sub/out site
is "output files below the pages are not read in the same run" 21 "$(find site/sub/out -type f | wc -l)"
is "an output directory that is the input directory is refused" \
    "pith: site: the output directory cannot be the input directory" "$("$PITH" -o site site 2>&1)"
is "with exit 2" 2 "$(code "$PITH" -o site site/../site)"
is "and nothing is written" 0 "$(find site -maxdepth 1 -name '*.txt' | wc -l)"

# Links out of a directory.
mkdir tree other
cp page.html tree/a.html
cp page.html other/secret.html
ln -s ../other/secret.html tree/b.html
ln -s a.html tree/c.html
ln -s "$PWD/other/secret.html" tree/d.html
is "links that lead out of a directory are not followed" "tree/a.html tree/c.html" \
    "$("$PITH" --format=tsv --fields=file tree | paste -sd ' ')"
is "but with --follow they are" "tree/a.html tree/b.html tree/c.html tree/d.html" \
    "$("$PITH" --format=tsv --fields=file --follow tree | paste -sd ' ')"
is "a link named on the command line is read" "$("$PITH" page.html)" "$("$PITH" tree/b.html)"

# Lines of a dump with a word as long as a page: the time for them grows with their length only. (Less
# than a second; it was minutes. With sanitizers everything takes ten times as long.)
seconds=30
nm "$PITH" 2>/dev/null | grep -q __asan_init && seconds=240
if command -v python3 >/dev/null; then
    python3 - <<END
lines = ["Water meters delayed by years " + "\u249c" * 40000,
         "Digital water meters delayed four years after third " + "\u24d0\u24d0\u249d" * 40000]
prose = "The water utility will replace its meters in spring, four years later than promised, " * 3
open("letters.txt", "w").write("one two three four " + "\u043e" * 100000 + "\n\n" + prose)
open("variants.txt", "w").write("\n\n".join(["Home", "News"] + lines * 3 + [prose] * 3))
END
    for file in letters.txt variants.txt; do
        is "a long word ends: $file" "" "$("$PITH" --from=dump --timeout=$seconds $file 2>&1 >/dev/null)"
    done
    python3 - <<END
prose = "<h1>Harbour plan</h1>" + "<p>The council of the town voted on Friday to rebuild the wall.</p>" * 9
pages = {
    # a value that is read again for each child, or for each copy of an element
    "class-copied": "<p><b class='" + "x y1 " * 60000 + "'>x" + "<p>y" * 60000,
    "class-around": "<ul class='" + "c " * 200000 + "'>" + "<li>x" * 60000 + "</ul>",
    "start-around": "<aside><ol start='" + "1" * 500000 + "'>" + "<li>x<li>y" * 40000,
    "link-copied": "<p><a href='/" + "x" * 400000 + "'>x" + "<p>y" * 50000,
    # one long text
    "class-author": "<p class='" + "auth-" * 50000 + "'>x</p>",
    "heading": "<h1>" + "<br><br>abc" * 60000 + "</h1>",
    "name-in-math": "<p>x <math><mi>" + "a" * 400000 + "</mi></math>",
    "names-in-math": "<p>x <math>" + "<mi>a</mi>" * 200000 + "</math>",
    "comments-in-tex": "<p>x <script type='math/tex'>" + "a%" * 1500000 + "</script>",
    "environments": "<p>x " + "\\begin{ " * 300000,
    "notes": "<p>" + "<a href=#t>1</a> " * 30000 + "<p id=t>" + "1" * 600000,
}
for name, page in pages.items():
    open("long-%s.html" % name, "w").write(prose + page)
END
    for file in long-*.html; do
        is "a long value or text ends: $file" "" \
            "$("$PITH" --format=markdown --links --comments --timeout=$seconds $file 2>&1 >/dev/null)"
    done
else
    skip "python3 is not installed"
fi

# Archives of which one part would be read again for each of the next. (Less than two seconds; it was
# minutes, and --timeout is for pages.)
if command -v python3 >/dev/null && command -v timeout >/dev/null; then
    python3 - <<END
import gzip, struct
def record(n, extra=""):
    page = "<h1>Harbour plan</h1>" + "<p>The council of the town voted on Friday to rebuild the wall.</p>" * 9
    http = "HTTP/1.1 200 OK\\r\\nContent-Type: text/html\\r\\n\\r\\n" + page
    head = ["WARC/1.0", "WARC-Type: response", "WARC-Record-ID: <%d>" % n, "WARC-Target-URI: http://a.example/",
            *extra.splitlines(), "Content-Type: application/http; msgtype=response", "Content-Length: %d" % len(http)]
    return ("\\r\\n".join(head) + "\\r\\n\\r\\n" + http + "\\r\\n\\r\\n").encode()
def members(data, size):
    return b"".join(gzip.compress(data[i:i + size], 1) for i in range(0, len(data), size))
header = b"\\x1f\\x8b\\x08\\0\\0\\0\\0\\0\\0\\3" # and stored blocks, which end where one of the same size begins
nested = (header + b"\\0" + struct.pack("<HH", 0xfffa, 5)) * 200000
lines = "X: " + "a\\n b" * 100000
archives = {
    "header": members(record(1, lines[:60000]), 2) + gzip.compress(record(2)),
    "body": members(record(1, lines)[:300000], 1000) + members(record(1, lines)[300000:], 2) + gzip.compress(record(2)),
    "breaks": gzip.compress(record(1) + b"\\n" * 100000000) + gzip.compress(record(2)),
    "members": gzip.compress(record(1)) + nested + b"\\xff" * 70000 + gzip.compress(record(2)),
}
# Lines that seem to end a header, each in a member of its own.
for name, line in ("no-record", b"WARC/\\n"), ("no-end", b"\\rX\\n"):
    head, rest = record(1, "MARK").split(b"MARK\\r\\n")
    archives[name] = gzip.compress(head) + gzip.compress(line) * 60000 + gzip.compress(rest)
    archives[name] += gzip.compress(record(2))
for size in 1, 2, 3:
    archives["parts-of-%d" % size] = members(record(1) + record(2), size)
# After damage, a long line that may begin a record.
def arc(n):
    page = b"HTTP/1.1 200 OK\\r\\nContent-Type: text/html\\r\\n\\r\\n<h1>Harbour plan</h1><p>It was voted on."
    return b"http://a/%d 1.1.1.1 20010102030405 text/html %d\\n" % (n, len(page)) + page + b"\\n"
first = b"filedesc://x 0.0.0.0 20010102030405 text/plain 10\\n0123456789\\n" + arc(1)
with open("line.arc.gz", "wb") as out:
    out.write(gzip.compress(first[:150]) + gzip.compress(first[150:] + b"damage\\n\\nhttp://"))
    out.write(gzip.compress(b"aa") * 300000 + gzip.compress(b"\\n" + arc(2)))
for name, data in archives.items():
    open("again-%s.warc.gz" % name, "wb").write(data)
END
    for file in again-*.warc.gz; do
        is "an archive is read once: $file" "<1> <2>"             "$(timeout -s KILL $seconds "$PITH" --warc --fields=id "$file" 2>/dev/null |
                sed 's/^{"id":"\(<.>\)".*/\1/' | sort -u | grep '<' | paste -sd ' ')"
    done
    is "and so is a long line" '{"url":"http://a/1"} {"url":"http://a/2"}' \
        "$(timeout -s KILL $seconds "$PITH" --warc --fields=url line.arc.gz 2>/dev/null | paste -sd ' ')"
else
    skip "python3 or timeout is not installed"
fi

# A page whose root is hidden, as against clickjacking, until a script shows it.
for root in "html hidden" "html style='display:none'" "body hidden" "body style='display:none'"; do
    sed "s/<html /<html x /; s/<${root%% *}\b/<$root/" page.html >root.html
    is "a page in <$root> is read" "$("$PITH" page.html)" "$("$PITH" root.html)"
done

printf '<html data-latex="x^2"><q style="display:none">Updated May</q>' >root.html
is "a root that is a formula is read" "" "$("$PITH" root.html 2>&1 >/dev/null)"

# A dump whose address has a date, which is in none of its lines.
for name in dump empty; do
    [ $name = empty ] || printf 'Harbour plan approved\n\nThe council of the town voted on Friday.\n' >dated.txt
    [ $name = dump ] || : >dated.txt
    is "a dump with a dated address: $name" "" \
        "$("$PITH" --from=dump --url=https://a.example/2024/05/03/plan dated.txt 2>&1 >/dev/null)"
done

# Many tiny blocks: only the first 5,000 have reasons, which take longest to compute.
{ echo '<h1>Harbour plan</h1>'; for i in $(seq 6000); do echo "<p>x y"; done; } >blocks.html
is "--explain gives all blocks of a page" 6001 "$("$PITH" --explain blocks.html | wc -l)"
is "and reasons for the first 5,000" 5000 "$("$PITH" --explain blocks.html | awk -F'\t' '$7 != ""' | wc -l)"

cd "$TOP" || exit 2
finish
