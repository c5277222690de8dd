#!/bin/sh
# What the program promises to callers: exit codes, messages, streams, several inputs.
. tests/lib.sh

page "$tmp/a.html" "Ferry runs again"
page "$tmp/b.html" "Harbour gets a crane"
printf '<html><body><nav><a href="/">Home</a> <a href="/x">News</a></nav></body></html>' >"$tmp/none.html"
printf '' >"$tmp/empty.html"
cd "$tmp" || exit 2

# Exit codes.
is "a page with main content exits 0" 0 "$(code "$PITH" a.html)"
is "a page without exits 1" 1 "$(code "$PITH" none.html)"
is "the empty file exits 1" 1 "$(code "$PITH" empty.html)"
is "a page without main content writes nothing as text" "" "$("$PITH" none.html)"
is "a missing file exits 2" 2 "$(code "$PITH" missing.html)"
is "a missing file is reported" "pith: missing.html: No such file or directory" \
    "$("$PITH" missing.html 2>&1)"
is "an unknown option exits 2" 2 "$(code "$PITH" --unheard-of a.html)"
is "an unknown letter exits 2" 2 "$(code "$PITH" -Z a.html)"
is "an option without its argument exits 2" 2 "$(code "$PITH" a.html --format)"
is "a superfluous argument exits 2" 2 "$(code "$PITH" --body=1 a.html)"
is "an unknown format exits 2" 2 "$(code "$PITH" --format=pdf a.html)"
is "an unknown charset exits 2" 2 "$(code "$PITH" --charset=klingon-7 a.html)"
is "an unknown field exits 2" 2 "$(code "$PITH" --fields=headline,horoscope a.html)"
is "a field named twice exits 2" 2 "$(code "$PITH" --fields=headline,text,headline a.html)"
for bad in --max-input=0 --max-input=-1 --max-input=12x --max-depth=0 --jobs=0 --jobs=99999 \
    --min-confidence=2 --min-confidence=x --from=pdf --fields= --url= --output=; do
    is "$bad exits 2" 2 "$(code "$PITH" "$bad" a.html)"
done
is "--fields and --body exclude each other" 2 "$(code "$PITH" --fields=text --body a.html)"
is "--jsonl writes only JSON" 2 "$(code "$PITH" --jsonl --format=tsv a.html)"
is "--check and --explain exclude each other" 2 "$(code "$PITH" --check --explain a.html)"
is "--version has no line without names" "" "$("$PITH" -V | grep '^without:$')"
is "--version exits 0" 0 "$(code "$PITH" --version)"
is "--version is that of the header" \
    "pith $(sed -n 's/^#define PITH_VERSION "\(.*\)"/\1/p' "$TOP/include/pith.h")" "$("$PITH" -V | head -n 1)"
is "and what was built in, or not" "brotli seccomp uchardet xz zstd " \
    "$("$PITH" -V | sed -n 's/^with\(out\)*://p' | tr ' ' '\n' | grep . | sort | tr '\n' ' ')"

# Options that say the opposite.
is "the last format counts" "$("$PITH" --markdown a.html)" "$("$PITH" --json a.html --markdown)"
is "the last choice of links counts" "$("$PITH" --markdown --no-links a.html)" "$("$PITH" --links --markdown --no-links a.html)"

# Inputs.
is "standard input is read without operands" "$("$PITH" a.html)" "$("$PITH" <a.html)"
is "- is standard input" "$("$PITH" a.html)" "$("$PITH" - <a.html)"
is "-- ends the options" 2 "$(code "$PITH" -- --body)"
cp a.html ./-odd.html
is "a file after -- may begin with a dash" "$("$PITH" a.html)" "$("$PITH" -- -odd.html)"
gzip -k a.html
is "a compressed page is decompressed" "$("$PITH" a.html)" "$("$PITH" a.html.gz)"
is "a compressed page on standard input too" "$("$PITH" a.html)" "$("$PITH" <a.html.gz)"
{ cat a.html.gz; head -c 512 /dev/zero; } >padded.html.gz
is "zeros after a compressed page are padding" "$("$PITH" a.html)" "$("$PITH" padded.html.gz)"
cat a.html.gz a.html.gz >twice.html.gz
is "consecutive members are one page" 0 "$(code "$PITH" twice.html.gz)"
head -c 300 a.html.gz >cut.html.gz
is "a truncated compressed page exits 2" 2 "$(code "$PITH" cut.html.gz)"
is "closed standard input exits 2" 2 "$("$PITH" 2>/dev/null <&-; echo $?)"
contains "a directory on standard input is reported" "$("$PITH" <. 2>&1)" "standard input: Is a directory"
contains "a page over the limit is reported" "$("$PITH" --max-input=100 a.html 2>&1)" "pith: a.html: "
is "a page over the limit exits 2" 2 "$(code "$PITH" --max-input=100 a.html)"
is "a page at the limit passes" 0 "$(code "$PITH" --max-input="$(wc -c <a.html | tr -d ' ')" a.html)"
is "a limit that the library does not accept is refused at once" 2 "$(code "$PITH" --jsonl --max-input=2G /dev/null)"
is "a page over the limit when decompressed exits 2" 2 "$(code "$PITH" --max-input=1k a.html.gz)"
head -c 300000 /dev/zero | tr '\0' 'x' | gzip >bomb.html.gz
is "a decompression bomb stops at the limit" 2 "$(code "$PITH" --max-input=64k bomb.html.gz)"
is "memory over the limit exits 2" 2 "$(code "$PITH" --max-memory=1k a.html)"

# Outputs that fail.
for mode in "" "--format=json" "-j1" "--help" "--completion=bash"; do
    # shellcheck disable=SC2086
    is "a full disk exits 2 ($mode)" 2 "$("$PITH" $mode a.html 2>/dev/null >/dev/full; echo $?)"
    # shellcheck disable=SC2086
    is "a full disk is reported ($mode)" "pith: standard output: No space left on device" \
        "$("$PITH" $mode a.html 2>&1 >/dev/full)"
    # shellcheck disable=SC2086
    is "a closed output exits 2 ($mode)" 2 "$("$PITH" $mode a.html 2>/dev/null >&-; echo $?)"
    # shellcheck disable=SC2086
    is "a closed pipe ends quietly ($mode)" "" \
        "$({ sleep 0.1; "$PITH" $mode a.html 2>err; } | true; cat err)"
done

# Several inputs.
is "the highest exit code counts: error" 2 "$(code "$PITH" a.html missing.html none.html)"
is "the highest exit code counts: no content" 1 "$(code "$PITH" a.html none.html b.html)"
is "a failure does not end the run" 2 \
    "$("$PITH" --format=json a.html missing.html b.html 2>/dev/null | wc -l | tr -d ' ')"
is "results keep their order" "a.html none.html b.html" \
    "$("$PITH" --format=tsv --fields=file -j2 a.html none.html b.html | tr '\n' ' ' | sed 's/ $//')"
is "several texts are separated by a form feed" \
    "$("$PITH" a.html; printf '\f\n'; "$PITH" b.html)" "$("$PITH" a.html b.html)"
contains "several objects name their file" "$("$PITH" --format=json a.html b.html)" '"file":"b.html"'
is "a single object does not" 0 "$("$PITH" --format=json a.html | grep -c '"file"')"
is "--check writes nothing" "" "$("$PITH" --check a.html)"
is "--check exits 0 with main content" 0 "$(code "$PITH" --check a.html)"
is "--check exits 1 without" 1 "$(code "$PITH" --check none.html)"
is "a page below --min-confidence exits 1" 1 "$(code "$PITH" --min-confidence=1 a.html)"
is "a page above it exits 0" 0 "$(code "$PITH" --min-confidence=0.2 a.html)"
is "a name with control characters is made harmless" "pith: x?[31m: No such file or directory" \
    "$("$PITH" "$(printf 'x\033[31m')" 2>&1)"

cd "$TOP" || exit 2
finish
