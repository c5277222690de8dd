#!/bin/sh
# WARC files written by wget, from a server on loopback that sends chunks, compressed or not.
. tests/lib.sh

if ! command -v wget >/dev/null; then
    skip "wget is not installed"
    finish
    exit
fi
mkdir "$tmp/pages" "$tmp/got"
cp corpus/article-*.html "$tmp/pages"
rm -f "$tmp/pages"/*dump*
python3 tests/scale/serve.py "$tmp/pages" "$tmp/port" &
server=$!
trap 'kill $server; rm -rf "$tmp"' EXIT
for i in $(seq 100); do [ -s "$tmp/port" ] && break; sleep 0.1; done
root=http://127.0.0.1:$(cat "$tmp/port")
n=$(ls "$tmp/pages" | wc -l | tr -d ' ')

for page in "$tmp/pages"/*; do
    "$PITH" --format=json --fields=headline,text --url="$root/$(basename "$page")" "$page"
done >"$tmp/plain"
for kind in plain gzip; do
    option=--compression=none
    [ $kind = gzip ] && option=--compression=gzip
    for packing in "" --no-warc-compression; do
        rm -f "$tmp"/crawl.*
        # shellcheck disable=SC2086
        (cd "$tmp/got" && wget -q -r -l 1 $option $packing --warc-file="$tmp/crawl" "$root/")
        "$PITH" --warc --where=status=any --fields=url,status,headline,text "$tmp"/crawl.warc* >"$tmp/answers"
        is "the files are complete ($kind $packing)" 0 $?
        # Besides the pages: the index, robots.txt, the missing page, the redirect and its target.
        is "every response is answered ($kind $packing)" $((n + 5)) \
            "$(grep -c '"status":' "$tmp/answers" | tr -d ' ')"
        grep '"url":"[^"]*html","status":200,' "$tmp/answers" | LC_ALL=C sort -t'"' -k4,4 -u |
            sed 's/^{.*"status":200,/{/' >"$tmp/found"
        holds "as in a plain run ($kind $packing)" cmp "$tmp/plain" "$tmp/found"
    done
done
finish
