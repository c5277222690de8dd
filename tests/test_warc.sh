#!/bin/sh
# --warc: responses with HTML from WARC files: complete, compressed, and damaged.
. tests/lib.sh

page "$tmp/a.html" "Ferry runs again"
cd "$tmp" || exit 2
text=$("$PITH" --format=json --fields=text a.html | sed 's/^{//; s/}$//')

# record TYPE ID BLOCK_FILE [EXTRA_HEADER]: a WARC record.
record() {
    printf 'WARC/1.0\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:uuid:%s>\r\n' "$1" "$2"
    printf 'WARC-Target-URI: http://a.example/%s\r\nWARC-Date: 2024-05-01T10:00:00Z\r\n' "$2"
    printf 'Content-Type: application/http; msgtype=%s\r\n' "$1"
    printf 'Content-Length: %s\r\n\r\n' "$(wc -c <"$3" | tr -d ' ')"
    cat "$3"
    printf '\r\n\r\n'
}

# response BODY_FILE HEADER...: an HTTP response.
response() {
    body=$1
    shift
    printf 'HTTP/1.1 200 OK\r\nServer: test\r\n'
    printf '%s\r\n' "$@"
    printf '\r\n'
    cat "$body"
}

# chunked FILE: in chunks of 100 bytes.
chunked() {
    size=$(wc -c <"$1" | tr -d ' ')
    at=0
    while [ "$at" -lt "$size" ]; do
        n=$((size - at < 100 ? size - at : 100))
        printf '%x;note=1\r\n' "$n"
        tail -c +$((at + 1)) "$1" | head -c "$n"
        printf '\r\n'
        at=$((at + n))
    done
    printf '0\r\n\r\n'
}

# answer ID: the expected answer to the response ID.
answer() {
    printf '{"id":"<urn:uuid:%s>","url":"http://a.example/%s","fetched":"2024-05-01T10:00:00Z","status":200,%s}\n' \
        "$1" "$1" "$text"
}

gzip -c a.html >a.gz
python3 -c 'import sys, zlib; sys.stdout.buffer.write(zlib.compress(open("a.html", "rb").read()))' >a.zlib
python3 -c 'import sys, zlib; c = zlib.compressobj(wbits=-15); sys.stdout.buffer.write(c.compress(open("a.html", "rb").read()) + c.flush())' >a.deflate
printf 'plain' >plain.txt
chunked a.html >a.chunked
chunked a.gz >a.gz.chunked
response a.html 'Content-Type: text/html' >plain.http
response a.html 'content-type:  Text/HTML ;charset="utf-8"' >case.http
response a.chunked 'Content-Type: text/html' 'Transfer-Encoding: chunked' >chunked.http
response a.gz 'Content-Type: text/html' 'Content-Encoding: gzip' >gzip.http
response a.zlib 'Content-Type: application/xhtml+xml' 'Content-Encoding: deflate' >zlib.http
response a.deflate 'Content-Type: text/html' 'Content-Encoding: deflate' >deflate.http
response a.gz.chunked 'Content-Type: text/html' 'Content-Encoding: gzip' 'Transfer-Encoding: chunked' >both.http
response a.html 'Content-Type: text/html' 'Content-Encoding: gzip' 'Transfer-Encoding: chunked' >undone.http
response plain.txt 'Content-Type: text/plain' >other.http
kinds='plain case chunked gzip zlib deflate both undone'
{
    record warcinfo info plain.txt
    for kind in $kinds; do
        record request $kind plain.txt
        record response $kind $kind.http
    done
    record response other other.http
    record metadata meta plain.txt
} >all.warc
for kind in $kinds; do answer $kind; done >expected
warc() {
    "$PITH" --warc --fields=id,url,fetched,status,text "$@"
}
is "HTML responses are answered, in order" "$(cat expected)" "$(warc all.warc)"
is "from standard input too" "$(cat expected)" "$(warc <all.warc)"
is "with several workers too" "$(cat expected)" "$(warc -j3 all.warc)"
is "the run succeeds" 0 "$(code warc all.warc)"

# Compressed: one member per record, and as one member.
: >members.warc.gz
record warcinfo info plain.txt | gzip >>members.warc.gz
for kind in $kinds; do record response $kind $kind.http | gzip >>members.warc.gz; done
is "one member per record" "$(cat expected)" "$(warc members.warc.gz)"
is "in one member" "$(cat expected)" "$(gzip -c all.warc | warc)"
is "several files" "$(cat expected expected)" "$(warc all.warc members.warc.gz)"
sed 's/^WARC\/1.0/WARC\/1.1/' all.warc >new.warc
is "WARC 1.1" "$(cat expected)" "$(warc new.warc)"

# Charsets: from HTTP, except for bytes that are UTF-8.
printf '<p>Die F\344hre f\344hrt ab Montag wieder, nachdem sie elf Wochen im Dock lag, wie die Reederei am Freitag sagte.</p>' >latin
printf '<p>Die Fähre fährt ab Montag wieder, nachdem sie elf Wochen im Dock lag, wie die Reederei am Freitag sagte.</p>' >utf
iconv -f utf-8 -t cp1251 >cyrillic <<'END'
<p>Паром снова пойдёт с понедельника, после одиннадцати недель в доке, сообщила компания в пятницу вечером.</p>
END
response latin 'Content-Type: text/html; charset=ISO-8859-1' >latin.http
response utf 'Content-Type: text/html; charset=ISO-8859-1' >utf.http
response cyrillic 'Content-Type: text/html; charset=windows-1251' >cyrillic.http
response cyrillic 'Content-Type: text/html; charset=nonsense' >nonsense.http
for kind in latin utf cyrillic nonsense; do record response $kind $kind.http; done >charsets.warc
warc charsets.warc >charsets
contains "HTTP's charset is honoured" "$(sed -n 1p charsets)" 'Die Fähre fährt'
contains "but not if the bytes are UTF-8" "$(sed -n 2p charsets)" 'Die Fähre fährt'
contains "windows-1251" "$(sed -n 3p charsets)" 'Паром снова пойдёт'
is "an unknown charset is ignored" 0 "$(sed -n 4p charsets | grep -c '"error"')"

# The summary.
printf '<html><body></body></html>' >empty.html
response empty.html 'Content-Type: text/html' >empty.http
{ record response other other.http; record response plain plain.http; record response empty empty.http; } >mixed.warc
contains "the summary counts pages, and those without main content" "$(warc -v mixed.warc 2>&1 >/dev/null)" \
    " pages/s, 1 without main content, 0 failed, 1 skipped"
contains "and only pages" "$(warc -v mixed.warc 2>&1 >/dev/null)" "pith: 2 pages, "
is "a record without main content is not a failure" 0 "$(code warc mixed.warc)"
is "nor with --warc-out" 0 "$(code "$PITH" --warc --warc-out mixed.warc)"

# Damage.
error() {
    sed -n 's/.*"id":"<urn:uuid:\([a-z]*\)>".*"error":"\([^"]*\)".*/\1: \2/p' "$1"
}
record response whole plain.http >whole.warc
size=$(wc -c <whole.warc | tr -d ' ')
head -c $((size - 200)) whole.warc >cut.warc
warc cut.warc >cut.out 2>cut.err
is "a truncated file exits 2" 2 "$(code warc cut.warc)"
is "its last record is answered with an error" "whole: the record is cut short" "$(error cut.out)"
{
    printf 'filedesc://a.arc 192.0.2.1 20240501100000 text/plain 20\n1 0 A crawler\nURL\n\n\n\n'
    printf 'http://a.example/ 192.0.2.1 20240501100000 text/html %d\n' "$(wc -c <plain.http)"
    head -c 900 plain.http
} >cut.arc
is "so is that of a truncated ARC file" "the record is cut short" \
    "$(warc cut.arc 2>cut.err | sed 's/.*"error":"\([^"]*\)".*/\1/')"
{ cat whole.warc; printf 'garbage in between\r\n\r\nWARC/oops\r\n'; cat whole.warc; } >gap.warc
is "damage between two records loses neither" 2 "$(warc gap.warc 2>/dev/null | grep -c 'Islanders')"
is "damage is reported" "pith: gap.warc: damaged record, skipped" "$(warc gap.warc 2>&1 >/dev/null | head -n 1)"
is "and nothing else, since no record failed" 1 "$(warc gap.warc 2>&1 >/dev/null | wc -l)"
is "damage exits 2" 2 "$(code warc gap.warc)"
{ record request cut plain.txt | head -n 4; cat whole.warc; } >head.warc
is "a truncated header does not swallow the next one" "1 damaged record, skipped" \
    "$(warc head.warc 2>head.err | grep -c Islanders) $(head -n 1 head.err | sed 's/.*: //')"
{ sed 's/^Content-Length: .*/Content-Length: many/' whole.warc; cat whole.warc; } >length.warc
is "a record without a length loses only itself" 1 "$(warc length.warc 2>/dev/null | grep -c Islanders)"
head -c 300 a.gz >broken.gz
printf '5\r\nabc' >broken.chunked
response broken.gz 'Content-Type: text/html' 'Content-Encoding: gzip' >brokengzip.http
response broken.chunked 'Content-Type: text/html' 'Transfer-Encoding: chunked' >brokenchunk.http
response a.html 'Content-Type: text/html' 'Content-Encoding: x-secret' >secret.http
response a.gz 'Content-Type: text/html' 'Content-Encoding: br' >notbrotli.http
head -c 2000 /dev/urandom >noise
response noise 'Content-Type: text/html' 'Content-Encoding: x-secret' >secretnoise.http
for kind in brokengzip brokenchunk secretnoise plain; do record response $kind $kind.http; done >broken.warc
record response nothttp plain.txt >>broken.warc
warc broken.warc >broken.out
is "records that failed are counted, others are not" "pith: 4 of 5 records failed; each answer says why" \
    "$(warc broken.warc 2>&1 >/dev/null)"
is "damaged bodies are answered with errors" \
    "brokengzip: the gzip data is cut short
brokenchunk: the chunks of the response are cut short
secretnoise: the response has an unknown content coding
nothttp: the record contains no HTTP response" "$(error broken.out)"
is "and the page between them is read" "$(answer plain)" "$(grep plain broken.out)"
{ head -c $(($(wc -c <members.warc.gz) / 2)) members.warc.gz | head -c -100; cat members.warc.gz; } >bad.warc.gz
is "a damaged member loses only its records" "$(cat expected)" "$(warc bad.warc.gz 2>/dev/null | tail -n 8)"
contains "and is reported" "$(warc bad.warc.gz 2>&1 >/dev/null)" "pith: bad.warc.gz: "
head -c 3000000 /dev/zero | tr '\0' 'x' >long
response long 'Content-Type: text/html' >long.http
{ record response long long.http; record response plain plain.http; } >long.warc
warc --max-input=10k long.warc >long.out
is "a page over the limit is answered with an error" "long: longer than --max-input=10k" "$(error long.out)"
is "and the next one read" "$(answer plain)" "$(sed -n 2p long.out)"

# A record that cannot be answered by a worker is answered by the pool, which decodes nothing.
head -c 160000000 /dev/zero | gzip -1 >bomb.gz
response bomb.gz 'Content-Type: text/html' 'Content-Encoding: gzip' >bomb.http
{ record response bomb bomb.http; record response plain plain.http; } >bomb.warc
warc --max-input=1G --max-memory=16M bomb.warc >bomb.out
is "a decompression bomb is answered" \
    'bomb: needs more memory than --max-memory=16M http://a.example/bomb,200' \
    "$(error bomb.out) $(sed -n '1s/.*"url":"\([^"]*\)".*"status":\([0-9]*\).*/\1,\2/p' bomb.out)"
is "and the record after it" "$(answer plain)" "$(sed -n 2p bomb.out)"
response a.html 'Content-Type: text/html' "Content-Encoding: $(seq 8 | sed 's/.*/x/' | paste -sd ,)" >eight.http
response a.html 'Content-Type: text/html' "Content-Encoding: $(seq 9 | sed 's/.*/x/' | paste -sd ,)" >nine.http
printf 'HTTP/1.1 200 OK\r\nX-Story: %s\r\n' "$(tr -d '<>\n' <a.html)" >headless.http
printf 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nfff\r\n' >chunk.http
cat a.html >>chunk.http
{ record response headless headless.http; record response chunk chunk.http; } >broken.warc
is "a header without its end is no page, even with --keep-damaged" 0 \
    "$("$PITH" --warc --keep-damaged --fields=text broken.warc | sed -n 1p | grep -c Ferry)"
is "with --chunks too, an answer says that its record is damaged" 1 \
    "$("$PITH" --warc --keep-damaged --chunks broken.warc | grep -c '"code":"damaged".*"text":')"
{ record response eight eight.http; record response nine nine.http; } >codings.warc
is "eight codings are undone, or ignored if they are unknown; more are refused" \
    "1 nine: the response has too many codings" \
    "$(warc codings.warc 2>err | tee codings.out | grep -c Islanders) $(error codings.out)"
# The name stands in two of the header's lines.
for n in 450000 540000; do
    { record response "$(head -c $n long)" plain.http; record response plain plain.http; } >"$n.warc"
done
is "a header of 900 KB is read" 2 "$(warc 450000.warc | grep -c Islanders)"
is "one of more than 1 MiB is damage" "1 damaged record, skipped" \
    "$(warc 540000.warc 2>far.err | grep -c Islanders) $(head -n 1 far.err | sed 's/.*: //')"
is "noise is not a WARC file" 2 "$(head -c 100000 /dev/urandom | code warc)"
is "the empty file has nothing to answer" "0 " "$(: | code warc) $(: | warc)"

cd "$TOP" || exit 2
finish
