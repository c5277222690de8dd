#!/bin/sh
# Directories of pages, and one output file per page.
. tests/lib.sh

mkdir -p "$tmp/site/b/deep" "$tmp/site/a"
page "$tmp/site/index.html" "Ferry runs again"
page "$tmp/site/a/one.htm" "Harbour gets a crane"
page "$tmp/site/b/two.HTML" "Pier is closed"
page "$tmp/site/b/deep/three.html" "Bell is back"
gzip "$tmp/site/b/deep/three.html"
printf '<ul class=menu><li><a href=/>Home</a></ul>' >"$tmp/site/b/none.html"
printf 'not a page' >"$tmp/site/style.css"
ln -s ../site "$tmp/site/a/loop"
ln -s ../index.html "$tmp/site/b/linked.html"
cd "$tmp" || exit 2

is "a directory's pages come in the order of their names" \
    "site/a/one.htm site/b/deep/three.html.gz site/b/linked.html site/b/none.html site/b/two.HTML site/index.html" \
    "$("$PITH" --format=tsv --fields=file site | paste -sd ' ')"
is "also with several workers" "$("$PITH" --format=json site)" "$("$PITH" --format=json -j3 site)"
is "a page without main content exits 1" 1 "$(code "$PITH" site)"

# Nothing to read is no success.
mkdir -p bare/below
printf '%%PDF-1.7\n' >bare/below/a.pdf
is "a directory without pages exits 1" 1 "$(code "$PITH" bare)"
is "also with an output directory" 1 "$(code "$PITH" -o out-bare bare/below bare)"
is "not beside a page" 0 "$(code "$PITH" bare site/index.html)"

# As wget -r saves a site: any name.
mkdir wget
page 'wget/page?id=3' "Ferry runs again"
mkdir wget/news
page wget/news/123 "Harbour gets a crane"
page wget/a.php "Pier is closed"
page wget/picture.html "Bell is back"
printf '\211PNG\r\n\032\n\0\0\0\rIHDR' >wget/picture.html
printf '\211PNG\r\n\032\n\0\0\0\rIHDR' >wget/logo
printf 'body {\n  margin: 0;\n}\np {\n  color: red;\n}\n' >wget/style.css
printf 'User-agent: *\nDisallow: /\n' >wget/robots.txt
printf 'Notes without tags, of nobody.\n' >wget/NOTES
page wget/.hidden.html "Hidden"
page wget/packed "Tide is high"
gzip -c wget/packed >wget/packed.bin && rm wget/packed
is "every file that is a page is read, whatever its name" \
    "wget/a.php wget/news/123 wget/packed.bin wget/page?id=3" \
    "$("$PITH" --format=tsv --fields=file wget | paste -sd ' ')"
is "skipping files is not an error" "0 " "$("$PITH" wget 2>err >/dev/null; echo $?) $(cat err)"
is "and reported with -v" \
    "pith: wget/NOTES: text without tags, not a web page
pith: wget/logo: a PNG image, not a web page
pith: wget/picture.html: a PNG image, not a web page
pith: wget/style.css: source code, not a web page" \
    "$("$PITH" -v wget 2>&1 >/dev/null | grep 'not a web page')"
contains "and counted" "$("$PITH" -v wget 2>&1 >/dev/null)" "4 pages,"
contains "each kind by itself" "$("$PITH" -v wget 2>&1 >/dev/null)" "0 failed, 4 skipped"

# A tag is looked for in the first 64 KiB.
mkdir tags
for n in 65533 65534 65535; do
    { head -c $n /dev/zero | tr '\0' x; echo '</p>The ferry between the islands runs again.'; } >tags/$n
done
is "a file whose first tag comes late is not a page" "tags/65533 tags/65534" \
    "$("$PITH" --format=tsv --fields=file tags | paste -sd ' ')"

# Links and pipes.
mkdir links
page links/a.html "Ferry runs again"
ln -s nothing links/dangling.html
ln -s ../site links/folder
ln -s ../site/index.html links/outside.html
ln -s a.html links/twin.html
mkfifo links/pipe
is "links that are not read are reported with -v" \
    "pith: links/dangling.html: a link to nothing
pith: links/folder: a link to a directory
pith: links/outside.html: a link that leads out of the directory (see --follow)
pith: links/pipe: neither a file nor a directory" "$("$PITH" -v links 2>&1 >/dev/null | grep '^pith: links')"
is "and are not an error" "0 2" "$("$PITH" -v --format=tsv links 2>err >rows; echo $?) $(wc -l <rows)"
contains "but counted" "$(cat err)" "2 pages, "
contains "as skipped" "$(cat err)" "4 skipped"
is "without -v nothing is reported" "" "$("$PITH" links 2>&1 >/dev/null)"
is "nor, with -q and -v, about the run as a whole" "" "$("$PITH" -q -v site/index.html site/a/one.htm 2>&1 >/dev/null | grep pages)"

"$PITH" -o out site
is "each page has its output file" \
    "out/a/one.htm.txt out/b/deep/three.html.gz.txt out/b/linked.html.txt out/b/two.HTML.txt out/index.html.txt" \
    "$(find out -type f | LC_ALL=C sort | paste -sd ' ')"
is "which contains what a single run writes" "$("$PITH" site/index.html)" "$(cat out/index.html.txt)"
for format in json:json markdown:md html:html tsv:tsv; do
    "$PITH" --format="${format%:*}" --output="out-${format#*:}" site
    holds "--format=${format%:*} ends in .${format#*:}" test -s "out-${format#*:}/index.html.${format#*:}"
done
holds "json has a file even without main content" test -s out-json/b/none.html.json
"$PITH" --explain -o out-explain site/index.html
holds "a named file goes to the top" test -s out-explain/index.html.tsv
"$PITH" -o site/out site >/dev/null
"$PITH" --format=tsv --fields=file -o site/out site
is "output files below the pages are not read as pages" "" "$(find site/out -name '*.txt.*')"
is "a second run writes the same files again" 0 "$("$PITH" -o out site/index.html; echo $?)"

# The longest name that a file may have.
long=$(printf '%0246d' 0).html
cp site/index.html "$long"
"$PITH" -o out-long "$long" 2>err
is "a long name is no obstacle" " $(cksum <out/index.html.txt)" "$(cat err) $(cksum <"out-long/$long.txt")"

# Two pages, one name.
mkdir twins
page twins/index.html "Bell is gone"
refused=$("$PITH" -o out-twins site/index.html twins/index.html 2>&1)
is "no output file overwrites another page's" \
    "pith: twins/index.html: another page of that name was already written there" "$refused"
contains "the second counts as failed" "$("$PITH" -v -o out-twins site/index.html twins/index.html 2>&1)" " 1 failed"
is "nor of one below another directory" 2 "$(code "$PITH" -o out-twins site twins)"
is "the first stays" "$("$PITH" site/index.html)" "$(cat out-twins/index.html.txt)"

# No output overwrites an input.
mkdir own
cp site/index.html own/page
cp site/index.html own/page.html
cp site/index.html own/page.html.part
before=$(cksum own/*)
is "an output file is no input" \
    "pith: own/page.html: writing this file would overwrite an input" \
    "$("$PITH" --html -o own own/page own/page.html 2>&1)"
is "not even while it is incomplete" 2 "$(code "$PITH" --html -o own own/page own/page.html.part)"
is "nor standard input" 2 "$(code "$PITH" --html -o own - own/page <own/page.html)"
rm own/stdin.html own/*.html.html own/*.part.html
cp own/page own/stdin.html
is "even if there is no other" \
    "pith: own/stdin.html: writing this file would overwrite an input" \
    "$("$PITH" --html -o own - <own/stdin.html 2>&1)"
rm own/stdin.html
is "the inputs stay" "$before" "$(cksum own/*)"
mkdir -p nested/site/site
cp site/index.html nested/site/page.html
cp site/index.html nested/site/site/page
is "nor does it overwrite a file of an input directory" \
    "pith: ./site/page.html: writing this file would overwrite an input" \
    "$(cd nested && "$PITH" --html -o . site 2>&1)"
holds "which stays" cmp -s site/index.html nested/site/page.html
ln -s site/page.html nested/page
is "by another name" 2 "$(cd nested && code "$PITH" --html -o site page)"

# Nothing reads what it writes, which would never end.
cp site/index.html own/all.txt
is "standard output is no input" "pith: own/all.txt: it is also the output" \
    "$("$PITH" site/index.html own/all.txt 2>&1 >>own/all.txt)"
is "nor if it is standard input" "pith: standard input: it is also the output" \
    "$("$PITH" <own/all.txt 2>&1 >>own/all.txt)"
is "in a directory it is skipped" "0 3" "$("$PITH" --format=tsv own >own/all.txt; echo $?) $(grep -c own/page own/all.txt)"
printf '{"html":"<p>x"}\n%.0s' $(seq 1000) >own/all.jsonl
is "nor is it a file of records" 2 \
    "$(timeout 60 "$PITH" --jsonl own/all.jsonl 2>err >>own/all.jsonl; echo $?)"
is "which is not changed" "1000 pith: own/all.jsonl: it is also the output" "$(wc -l <own/all.jsonl) $(cat err)"

# Failures.
mkdir -p full/b
ln -s /dev/full full/index.html.txt.part
is "a full disk exits 2" 2 "$(code "$PITH" -o full site/index.html)"
ln -s /dev/full full/index.html.txt.part
is "a full disk is reported" "pith: full/index.html.txt: No space left on device" "$("$PITH" -o full site/index.html 2>&1)"
holds "no incomplete file is left" test ! -e full/index.html.txt
mkdir -p taken/index.html.txt
is "an output file whose place is taken exits 2" 2 "$(code "$PITH" -o taken site/index.html)"
is "and leaves nothing else" "index.html.txt" "$(ls taken)"
contains "and the page counts as failed" "$("$PITH" -v -o taken site/index.html 2>&1)" " 1 failed"
: >file
is "an output directory that is a file exits 2" 2 "$(code "$PITH" -o file site)"
if [ "$(id -u)" -ne 0 ]; then
    mkdir closed
    chmod 0 closed
    is "a directory that cannot be read exits 2" 2 "$(code "$PITH" closed)"
    chmod 700 closed
fi
# More files in a row than may wait for an answer; the timeout guards against a run that never ends.
for jobs in 1 2; do
    is "many missing files are all reported, with -j$jobs" 40 \
        "$(timeout 60 "$PITH" -j$jobs $(seq -f 'missing-%g' 40) site/index.html 2>&1 >/dev/null | grep -c missing)"
done
is "a missing directory exits 2" 2 "$(code "$PITH" nowhere/)"

cd "$TOP" || exit 2

# A link may lead to a file in the tree, but not out of it, unless the user asks for it.
mkdir -p "$tmp/tree/sub" "$tmp/tree-2"
page "$tmp/tree/a.html" "In the tree"
page "$tmp/tree-2/b.html" "Beside the tree"
ln -s ../a.html "$tmp/tree/sub/in.html"
ln -s ../../tree-2/b.html "$tmp/tree/sub/out.html"
linked() {
    (cd "$tmp" && "$PITH" --format=tsv --fields=file "$@" | sort | tr '\n' ' ')
}
is "links out of a directory are not followed" "tree/a.html tree/sub/in.html " "$(linked tree)"
is "unless the user asks for it" "tree/a.html tree/sub/in.html tree/sub/out.html " \
    "$(linked --follow tree)"
is "a directory within is a tree of its own" "" "$(linked tree/sub)"
finish
