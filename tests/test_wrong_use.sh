#!/bin/sh
# Wrong usage: the message says what is wrong and what would be right, and the exit status is 2.
. tests/lib.sh

page "$tmp/page.html" "Ferry runs again"
cd "$tmp" || exit 2
printf '%%PDF-1.7\n' >a.pdf
printf 'WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n' >crawl.warc
printf '{"id": 1, "html": "<p>x"}\n' >pages.jsonl
printf 'WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\nbytes that are none\r\n' >gap.warc
mkdir empty

# wrong MESSAGE ARGUMENT...: `pith ARGUMENT...` exits with 2, and MESSAGE is its first line.
wrong() {
    message=$1
    shift
    "$PITH" "$@" >out 2>err </dev/null
    is "pith $*: exits with 2" 2 "$?"
    is "pith $*" "pith: $message" "$(head -n 1 err)"
}

# Names of options.
wrong "unknown option '--mardown'; did you mean '--markdown'?" --mardown page.html
wrong "unknown option '--jsno'; did you mean '--json'?" --jsno page.html
wrong "unknown option '--xyzzy'" --xyzzy page.html
wrong "unknown option '-x'" -x page.html
wrong "unknown option '-é'" -bé page.html
wrong "'--max' could be --max-input, --max-memory, --max-depth or --max-attributes" --max=1 page.html
wrong "'--js' could be --json or --jsonl" --js page.html

# Values.
wrong "--format: 'xml' is not text, markdown, html, json or tsv" --format=xml page.html
wrong "--format: 'xml' is not text, markdown, html, json or tsv" -f xml page.html
wrong "--from: 'pdf' is not html or dump" --from=pdf page.html
wrong "--explain: 'json' is not tsv or html" --explain=json page.html
wrong "--completion: 'tcsh' is not bash, zsh or fish" --completion=tcsh
wrong "unknown field 'title'; did you mean 'headline'?" --fields=title page.html
wrong "unknown field 'titel'; did you mean 'headline'?" --fields=titel page.html
wrong "unknown field 'hedline'; did you mean 'headline'?" --fields=date,hedline page.html
wrong "unknown field 'xyzzy'; pith --help lists them" --fields=xyzzy page.html
wrong "--fields needs a value" --fields= page.html
wrong "--fields names 'date' twice" --fields=date,date page.html
wrong "--jobs: 'many' is not a whole number from 1 to 1024" --jobs=many page.html
wrong "--jobs: '0' is not a whole number from 1 to 1024" -j0 page.html
wrong "--jobs: '100000' is not a whole number from 1 to 1024" -j100000 page.html
wrong "--max-input: '16MB' is not a size such as 64k, 16M or 1G (the maximum)" --max-input=16MB page.html
wrong "--max-input: '2G' is not a size such as 64k, 16M or 1G (the maximum)" --max-input=2G page.html
wrong "--max-memory: '0' is not a size such as 64k, 16M or 1G" --max-memory=0 page.html
wrong "--timeout: 'soon' is not a number of seconds up to 1000000; 0 means no limit" --timeout=soon page.html
wrong "--timeout: '1e7' is not a number of seconds up to 1000000; 0 means no limit" --timeout=1e7 page.html
wrong "--timeout: '0x10' is not a number of seconds up to 1000000; 0 means no limit" --timeout=0x10 page.html
wrong "--min-certainty: ' 1' is not a number from 0 to 1" "--min-certainty= 1" page.html
wrong "--max-depth: '-1' is not a whole number from 1 to 1073741824" --max-depth=-1 page.html
wrong "--min-confidence: '90' is not a number from 0 to 1" --min-confidence=90 page.html
wrong "--where: 'status=ok' is not of the form status=200,type=text/html" --warc --where=status=ok crawl.warc
wrong "--chunks: 'all' is not a whole number from 1 to 1073741824" --chunks=all page.html
wrong "--url needs a value" --url= page.html
for url in example.org/page localhost:8000/page /page //example.org/page ://x 1://x page; do
    wrong "--url: '$url' is not an address such as https://example.org/page" "--url=$url" page.html
done
wrong "--charset needs a value" --charset= page.html
wrong "--drop: pseudo-classes are not supported at ':first-child'" --drop=p:first-child page.html
wrong "--drop: not an element of HTML at 'articel .ad'" --drop="nav, articel .ad" page.html
wrong "--keep: expected a tag, .class, #id or [attribute] at its end" --keep='main >' page.html
wrong "--keep: expected ], =, ^=, \$= or *= at '~=note]'" --keep='[class~=note]' page.html
wrong "--keep needs a value" --keep= page.html
wrong "--output needs a value: DIR" page.html --output
wrong "--format needs a value: text|markdown|html|json|tsv" page.html -f
wrong "--body takes no value" --body=yes page.html

# Options that cannot be combined.
wrong "--fields and --body contradict each other" --fields=date --body page.html
explain="--explain cannot be combined with --format, --check, --fields or --sources"
wrong "$explain" --explain --format=json page.html
wrong "$explain" --explain --fields=headline page.html
wrong "$explain" --explain --check page.html
wrong "$explain" --explain --sources page.html
sources="--sources needs --format=text, json or markdown"
wrong "$sources" --sources --format=html page.html
wrong "$sources" --sources --format=tsv page.html
sources="--sources cannot be combined with --body, which leaves out the fields"
wrong "$sources" --sources --body page.html
wrong "$sources" --sources --body --markdown page.html
wrong "--where needs --warc" --where=type=text/html page.html
wrong "--where needs --warc" --where=type=text/html --jsonl pages.jsonl
warc_out="--warc-out writes the text; it cannot be combined with --chunks, --sources or --body"
wrong "$warc_out" --warc --warc-out --chunks crawl.warc
wrong "$warc_out" --warc --warc-out --sources crawl.warc
wrong "$warc_out" --warc --warc-out --body crawl.warc
warc_out="--warc-out needs --warc, and cannot be combined with --format or --fields"
wrong "$warc_out" --warc-out page.html
wrong "$warc_out" --jsonl --warc-out pages.jsonl
wrong "$warc_out" --warc --warc-out --format=json crawl.warc
wrong "$warc_out" --warc --warc-out --fields=text crawl.warc
wrong "--fields names nothing that this format has a place for; try --format=json" --fields=links,markdown page.html
wrong "--header needs --format=tsv" --header page.html
wrong "--fragment needs --format=html" --fragment --json page.html
wrong "--strict needs --jsonl or --warc" --strict page.html
chunks="--chunks writes JSON; it cannot be combined with --check, --explain or another format"
wrong "$chunks" --chunks --format=markdown page.html
wrong "$chunks" --chunks --check page.html
wrong "$chunks" --chunks --explain page.html
wrong "--jsonl and --warc write JSON; for a body in Markdown use --fields=markdown" --jsonl --markdown pages.jsonl
records="--jsonl and --warc cannot be combined with --explain, --check or --output"
wrong "$records" --jsonl --explain pages.jsonl
wrong "$records" --jsonl --check pages.jsonl
wrong "$records" --warc --output=out.d crawl.warc
wrong "--check writes nothing, so it cannot be combined with --output" --check -o out.d page.html

# Files.
wrong "missing.html: No such file or directory" missing.html
wrong "'': No such file or directory" ""
wrong "https://n.example/a: pith reads files; try: curl -sL URL | pith --url=URL" https://n.example/a
wrong "https://n.example/a: pith reads files; try: curl -sL URL | pith --url=URL" -j2 https://n.example/a
wrong "https://n.example/a: pith reads files; try: curl -sL URL | pith --url=URL" --jsonl https://n.example/a
wrong "a.pdf: a PDF document, not a web page" a.pdf
wrong "crawl.warc: a WARC file (--warc reads it), not a web page" crawl.warc
wrong "page.html: longer than --max-input=100" --max-input=100 page.html
wrong "page.html: longer than --max-input=1k" --max-input=1k page.html
for limit in 1 1k; do
    wrong "page.html: needs more memory than --max-memory=$limit" --max-memory=$limit page.html
    wrong "page.html: needs more memory than --max-memory=$limit" --max-memory=$limit -j1 page.html
done
wrong "page.html: the charset \"klingon\" is unknown; it is not in the WHATWG Encoding Standard" --charset=klingon page.html
gzip -c page.html | head -c 90 >cut.html.gz
wrong "cut.html.gz: the gzip data is cut short; --keep-damaged extracts what is readable" cut.html.gz
wrong "gap.warc: damaged record, skipped" --warc gap.warc
wrong "page.html: not a WARC or ARC file" --warc page.html
wrong "-o page.html: Not a directory" -o page.html page.html
wrong "-o page.html/sub: Not a directory" -o page.html/sub page.html
wrong "-o /dev/null/sub: Not a directory" -o /dev/null/sub page.html
ln -s missing/deep dangling
wrong "-o dangling/sub: No such file or directory" -o dangling/sub page.html
finish
