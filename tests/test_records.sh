#!/bin/sh
# --jsonl: every record gets exactly one answer, in order, whatever happens.
. tests/lib.sh

page "$tmp/a.html" "Ferry runs again"
cd "$tmp" || exit 2

# quoted FILE: the file as a JSON string.
quoted() {
    sed 's/\\/\\\\/g; s/"/\\"/g' "$1" | awk '{ printf "%s\\n", $0 }' | sed 's/^/"/; s/$/"/'
}
html=$(quoted a.html)
text=$("$PITH" --format=json --fields=text a.html | sed 's/^{//; s/}$//')

# answer RECORD [ARGUMENT...]: the answer to it.
answer() {
    record=$1
    shift
    printf '%s\n' "$record" | "$PITH" --jsonl --fields=text "$@"
}

# What is passed through.
is "a record is answered" "{$text}" "$(answer "{\"html\":$html}")"
is "other members are passed through unchanged" "{\"id\":7,\"n\":-1.50e3,\"deep\":[1,{\"a\":[],\"b\":{}},null,true],\"é\":\"\\\"\",$text}" \
    "$(answer "{\"id\": 7, \"n\": -1.50e3, \"deep\": [1, {\"a\": [], \"b\": {}}, null, true], \"html\": $html, \"\\u00e9\": \"\\\"\"}")"
is "the record's own members replace fields" '{"headline":"mine","language":"en"}' \
    "$(printf '{"headline":"mine","html":%s}\n' "$html" | "$PITH" --jsonl --fields=headline,language)"
contains "url is passed through" "$(answer "{\"url\":\"http://a.example/x\",\"html\":$html}")" \
    '"url":"http://a.example/x"'
is "base64 is read" "{$text}" "$(answer "{\"html_base64\":\"$(base64 <a.html | tr -d '\n')\"}")"
is "base64 in any charset" '{"text":"Die Fähre fährt ab Montag wieder, nachdem sie elf Wochen lang im Dock lag, sagte die Reederei am Freitag."}' \
    "$(printf '<p>Die F\344hre f\344hrt ab Montag wieder, nachdem sie elf Wochen lang im Dock lag, sagte die Reederei am Freitag.</p>' |
        base64 | tr -d '\n' | sed 's/.*/{"html_base64":"&","charset":"iso-8859-1"}/' | "$PITH" --jsonl --fields=text)"
is "a string is Unicode, whatever --charset says" \
    '{"text":"Die Fähre fährt ab Montag wieder, nachdem sie elf Wochen lang im Dock lag, sagte die Reederei am Freitag."}' \
    "$(answer '{"html":"<p>Die Fähre fährt ab Montag wieder, nachdem sie elf Wochen lang im Dock lag, sagte die Reederei am Freitag.</p>"}' --charset=windows-1251)"
"$PITH" --from=dump --fields=text --format=json a.html >dump.json
is "text is a dump" "$(cat dump.json)" "$(answer "{\"text\":$html}")"
is "a page without main content has an empty text" '{"id":1,"text":""}' "$(answer '{"id":1,"html":""}')"
is "empty lines are skipped" "{$text}" "$(printf '\n \n\r\n{"html":%s}\n\n' "$html" | "$PITH" --jsonl --fields=text)"
is "a last line without its break is read" "{$text}" "$(printf '{"html":%s}' "$html" | "$PITH" --jsonl --fields=text)"
is "a line may end as on Windows" "{$text}" "$(printf '{"html":%s}\r\n' "$html" | "$PITH" --jsonl --fields=text)"
printf '{"id":1,"html":%s}\n' "$html" >one.jsonl
printf '{"id":2,"html":%s}\n' "$html" | gzip >two.jsonl.gz
is "files are read one after another, compressed or not" '1 2 ' \
    "$("$PITH" --jsonl one.jsonl two.jsonl.gz | sed 's/{"id":\([0-9]*\).*/\1/' | tr '\n' ' ')"
if "$PITH" --version | grep -q 'without:.*\(zstd\|brotli\|xz\)'; then
    skip "this build lacks a compression library"
else
    python3 -c 'import lzma; open("three.jsonl.xz", "wb").write(lzma.compress(open("one.jsonl", "rb").read()))'
    command -v zstd >/dev/null && zstd -q -o three.jsonl.zst one.jsonl
    command -v brotli >/dev/null && brotli -o three.jsonl.br one.jsonl
    for file in three.jsonl.*; do
        is "$file is read, too" "$("$PITH" --jsonl one.jsonl)" "$("$PITH" --jsonl "$file")"
    done
    if [ -f three.jsonl.br ]; then
        head -c -9 three.jsonl.br >cut.jsonl.br
        is "truncated brotli is reported" "pith: cut.jsonl.br: the brotli data is cut short" \
            "$("$PITH" --jsonl cut.jsonl.br 2>&1 >/dev/null | head -n 1)"
        { cat three.jsonl.br; echo more; } >long.jsonl.br
        is "so is data after its end" "pith: long.jsonl.br: damaged brotli data" \
            "$("$PITH" --jsonl long.jsonl.br 2>&1 >/dev/null | head -n 1)"
    fi
fi

# Bad records.
is "a record that is not JSON" '{"id":null,"error":"the record is not JSON","code":"bad_record"}' "$(answer 'horse')"
for cut in '{"id":12' '{"id":"ab' '{"id":[1,2' '{"html":"<p>","id":tru' '{"id":"\\u0041'; do
    is "an id that may be cut off is not taken for one: $cut" null \
        "$(answer "$cut" | sed 's/{"id":\([^,]*\),.*/\1/')"
done
is "but it is if something follows" '12 "ab" 3' \
    "$(for whole in '{"id":12,' '{"id":"ab"' '{"id":3 '; do answer "$whole" | sed 's/{"id":\([^,]*\),.*/\1/'; done | paste -sd ' ')"
is "a truncated record keeps its id" '{"id":"a","error":"the record is not JSON","code":"bad_record"}' "$(answer '{"id":"a","html":"<p>')"
is "an id that JSON does not allow is answered as a string" \
    '{"id":["007","+1",".5",-2],"error":"the record is not JSON","code":"bad_record"}' "$(answer '{"id":[007,+1,.5,-2],"html":""}')"
is "a record that is not an object" '{"id":null,"error":"the record is not a JSON object","code":"bad_record"}' "$(answer '[1]')"
is "a record without a page" '{"id":{"x":[2]},"error":"the record has no string member html, html_base64 or text","code":"bad_record"}' \
    "$(answer '{"id":{"x":[2]},"html":5}')"
is "invalid base64" '{"id":3,"error":"html_base64 is not base64","code":"bad_record"}' "$(answer '{"id":3,"html_base64":"?"}')"
is "invalid UTF-8" '{"id":4,"error":"the record is not UTF-8","code":"bad_record"}' "$(answer "$(printf '{"id":4,"html":"\377"}')")"
contains "an unknown charset" "$(answer '{"id":5,"html_base64":"QQ==","charset":"klingon-7"}')" '{"id":5,"error":'
is "a page over its limit" '{"id":6,"error":"longer than --max-input=100","code":"limit"}' \
    "$(answer "{\"id\":6,\"html\":$html}" --max-input=100)"
is "a page over its memory limit" '{"id":6,"error":"needs more memory than --max-memory=16k","code":"memory"}' \
    "$(answer "{\"id\":6,\"html\":$html}" --max-memory=16k)"
is "bad records do not change the exit code" 0 "$(printf 'x\ny\n' | code "$PITH" --jsonl)"
contains "the summary counts records without main content" \
    "$(printf '{"html":""}\n{"html":%s}\n' "$html" | "$PITH" --jsonl -v 2>&1 >/dev/null)" \
    " 1 without main content, 0 failed"
is "a missing file is not a record" "pith: missing.jsonl: No such file or directory" \
    "$("$PITH" --jsonl missing.jsonl 2>&1)"
is "a missing file does" 2 "$(code "$PITH" --jsonl missing.jsonl one.jsonl)"
is "and the others are read" '{"id":1' "$("$PITH" --jsonl missing.jsonl one.jsonl 2>/dev/null | cut -c1-7)"
{
    printf '{"id":"huge","html":"'
    head -c 200000000 /dev/zero | tr '\0' 'x'
    printf '"}\n{"id":"next","html":""}\n'
} | "$PITH" --jsonl --fields=text >huge
is "a record of 200 MB is refused, the next one read" \
    '{"id":"huge","error":"the record is longer than --max-input allows","code":"limit"} {"id":"next","text":""}' "$(paste -sd ' ' huge)"
LC_ALL=C awk 'BEGIN { printf "{\"id\":1,\"a\":["; for (i = 0; i < 500000; i++) printf "\377,"; print "" }' |
    "$PITH" --jsonl --max-memory=256k >dense
is "a record with very many values is answered, with its id" \
    '{"id":1,"error":"needs more memory than --max-memory=256k","code":"memory"}' "$(cat dense)"
awk 'BEGIN { printf "{\"id\":\""; for (i = 0; i < 20000; i++) printf "0123456789"; print "\",\"html\":\"\"}" }' |
    "$PITH" --jsonl --max-memory=64k >longid
is "so is one whose id alone needs more than the limit" '"error":"needs more memory than --max-memory=64k","code":"memory"}' \
    "$(cut -c200010- longid)"
awk 'BEGIN { printf "{\"id\":1,\"a\":"; for (i = 0; i < 100000; i++) printf "["; print "" }' |
    "$PITH" --jsonl >deep
is "a record of 100,000 brackets is refused" '{"id":1,"error":"the record is not JSON","code":"bad_record"}' "$(cat deep)"

# Order, and every record exactly once.
html=$html awk 'BEGIN { html = ENVIRON["html"]; for (i = 0; i < 400; i++) {
    body = ""; for (k = 0; k < (i * 7919) % 23; k++) body = body "<p>More and more text, in a page of its own length.</p>"
    page = html; sub(/<footer>/, body "<footer>", page)
    print i % 37 == 5 ? "{\"id\":" i ",\"html\":" : "{\"id\":" i ",\"html\":" page "}" } }' >many.jsonl
"$PITH" --jsonl many.jsonl >many.1
is "as many answers as records" 400 "$(wc -l <many.1 | tr -d ' ')"
is "in the order of the records" "$(seq 0 399 | tr '\n' ' ')" \
    "$(sed 's/{"id":\([0-9]*\).*/\1/' many.1 | tr '\n' ' ')"
"$PITH" --jsonl -j3 many.jsonl >many.3
is "three workers give the same as one" 0 "$(code cmp many.1 many.3)"
"$PITH" --jsonl --no-sandbox -j2 <many.jsonl | { sleep 0.3; cat; } >many.slow
is "a slow reader gets everything" 0 "$(code cmp many.1 many.slow)"
is "it ends quietly if its reader goes away" "" "$({ "$PITH" --jsonl -j2 many.jsonl | head -n 1 >/dev/null; } 2>&1)"
is "--quiet and --verbose change no answer" "$(cksum <many.1)" "$("$PITH" --jsonl --quiet many.jsonl | cksum)"
contains "--verbose writes a summary" "$("$PITH" --jsonl --verbose many.jsonl 2>&1 >/dev/null)" "400 pages"

# On a terminal.
if script -qec true /dev/null >/dev/null 2>&1 </dev/null; then
    script -qec "$PITH --jsonl many.jsonl >/dev/null" /dev/null >terminal </dev/null
    contains "a terminal gets a summary" "$(cat terminal)" "pith: 400 pages"
    sed 1q many.jsonl >one.jsonl
    script -qec "$PITH --jsonl one.jsonl >/dev/null" /dev/null >terminal </dev/null
    is "a quick run has no progress to clear" "pith: 1 pages" "$(sed 's/,.*//' terminal)"
    script -qec "$PITH --jsonl --quiet many.jsonl >/dev/null" /dev/null >terminal </dev/null
    is "--quiet suppresses it" "" "$(cat terminal)"
    script -qec "(sed 200q many.jsonl; sleep 0.5; sed 1,200d many.jsonl) | $PITH --jsonl >/dev/null" /dev/null >terminal </dev/null
    contains "and shows progress" "$(cat terminal)" " pages/s, "
    script -qec "$PITH a.html >/dev/null" /dev/null >terminal </dev/null
    is "a single page has none" "" "$(cat terminal)"
else
    skip "script is not installed, or there are no pseudo-terminals"
fi

# As a stream: an answer is written before the next record arrives.
mkfifo in
"$PITH" --jsonl --fields=text <in >stream &
pid=$!
exec 3>in
printf '{"id":1,"html":%s}\n' "$html" >&3
for i in $(seq 100); do [ -s stream ] && break; sleep 0.1; done
is "an answer does not wait for the next record" "{\"id\":1,$text}" "$(cat stream)"
printf '{"id":2,"html":%s}\n{"id":3,' "$html" >&3
for i in $(seq 100); do [ "$(wc -l <stream)" -eq 2 ] && break; sleep 0.1; done
kill -TERM $pid
wait $pid
is "SIGTERM exits 143" 143 $?
is "finished answers are written" "{\"id\":1,$text} {\"id\":2,$text}" "$(paste -sd ' ' stream)"
exec 3>&-

cd "$TOP" || exit 2
finish
