#!/bin/sh
# Input that is not a page is refused with a reason, and pages are found in whatever contains them.
. tests/lib.sh

page "$tmp/a.html" "Ferry runs again"
python3 tests/make_inputs.py "$tmp"
cd "$tmp" || exit 2
text=$("$PITH" --body a.html)

# refused FILE MEDIA_TYPE NAME: exit code, message and JSON error of an input that is not a page.
refused() {
    is "$1 exits 2" 2 "$(code "$PITH" "$1")"
    is "$1 is reported" "pith: $1: $3, not a web page" "$("$PITH" "$1" 2>&1)"
    is "$1 in a record" \
        "{\"id\":1,\"error\":\"$3, not a web page\",\"code\":\"not_page\",\"media_type\":\"$2\"}" \
        "$({
            printf '{"id":1,"html_base64":"'
            base64 -w0 "$1"
            printf '"}\n'
        } | "$PITH" --jsonl)"
}
while IFS='|' read -r file media_type name; do
    refused "$file" "$media_type" "$name"
done <refused.list
holds "the table has forty inputs" test "$(wc -l <refused.list)" -ge 40

# A build may lack libraries; it refuses what they would unpack, with the name of the library.
without=$("$PITH" --version | sed -n 's/^without://p')
lacks() {
    case "$without $1" in
    *zstd*zst* | *brotli*.br | *xz*.xz | *xz*-xz) true ;;
    *) false ;;
    esac
}
[ -z "$without" ] || skip "this build lacks$without"

# accepted FILE: the page's text is extracted.
while read -r file; do
    lacks "$file" && continue
    is "$file is read" "$text" "$("$PITH" --body "$file" 2>&1)"
    is "$file is read from standard input" "$text" "$("$PITH" --body <"$file" 2>&1)"
    is "$file is read by a worker" "$text" "$("$PITH" -j1 --body "$file" 2>&1)"
done <accepted.list
for file in text-*; do
    is "$file may be a page" "" "$("$PITH" "$file" 2>&1 >/dev/null)"
done
is "an explicit --from is obeyed" 0 "$("$PITH" --from=html feed.rss >/dev/null 2>&1; [ $? -lt 2 ]; echo $?)"
is "the URL of an archive makes links absolute" "https://a.example/next" \
    "$("$PITH" --links a.mhtml | grep -o 'https://a.example/next')"
is "an email message without HTML is refused" "pith: plain.eml: an email message without an HTML part, not a web page" \
    "$("$PITH" plain.eml 2>&1)"

# Damage.
while IFS='|' read -r file reason; do
    lacks "$file" && continue
    is "$file exits 2" 2 "$(code "$PITH" "$file")"
    is "$file is reported" "pith: $file: $reason; --keep-damaged extracts what is readable" \
        "$("$PITH" "$file" 2>&1)"
    is "$file is extracted on request, and still reported" "pith: $file: $reason 1 2" \
        "$("$PITH" --keep-damaged --body "$file" 2>err | grep -c Islanders >kept
            code=$("$PITH" --keep-damaged "$file" >/dev/null 2>&1; echo $?)
            echo "$(cat err) $(cat kept) $code")"
done <damaged.list
is "so does a bomb in a bomb, which is not damaged" "pith: nested-bomb.html.gz: longer than --max-input=64k" \
    "$("$PITH" --max-input=64k nested-bomb.html.gz 2>&1)"
for packing in gz zst xz br; do
    is "a $packing bomb stops at the limit" 2 "$(code "$PITH" --max-input=64k bomb.html.$packing)"
done

cd "$TOP" || exit 2
finish
