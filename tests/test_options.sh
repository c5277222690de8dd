#!/bin/sh
# What is written in two places agrees: options in the program, its help, its completions, its
# man page and its tests; fields in the help and the man page; functions in pith.h and pith(3).
# The help and the completions are also exactly as in tests/help.
. tests/lib.sh

"$PITH" --help >"$tmp/help"
sed -n 's/^  \(-.,\|   \) --\([a-z-]*\).*/\2/p' "$tmp/help" | sort >"$tmp/options"
holds "the help names options" test "$(wc -l <"$tmp/options")" -ge 25
is "the help is as expected" "" "$(diff tests/help/help.txt "$tmp/help")"

is "no line of the help is longer than 80 characters" "" "$(awk 'length > 80' "$tmp/help")"

# The man page: ".It Fl f Cm form , Fl Fl format Ns = ..."
sed -n 's/^\.It .*Fl Fl \([a-z-]*\).*/\1/p' man/pith.1 | sort >"$tmp/man"
is "the man page has the options of the help" "$(cat "$tmp/options")" "$(cat "$tmp/man")"
sed -n 's/^  -\(.\), --\([a-z-]*\).*/\1 \2/p' "$tmp/help" | sort >"$tmp/letters"
sed -n 's/^\.It Fl \([a-zA-Z]\) .*Fl Fl \([a-z-]*\).*/\1 \2/p' man/pith.1 | sort >"$tmp/man-letters"
is "the man page has the letters of the help" "$(cat "$tmp/letters")" "$(cat "$tmp/man-letters")"

# Choices: "--format=text|json" is "Cm text | json" there.
sed -n 's/.*--\([a-z-]*\)=\([a-z]*|[a-z|]*\).*/\1 \2/p' "$tmp/help" | while read -r name choices; do
    grep -q -- "Fl Fl $name Ns = Ns Cm $(echo "$choices" | sed 's/|/ | /g')\$" man/pith.1 ||
        echo "$name=$choices"
done >"$tmp/choices"
is "the man page has the choices of the help" "" "$(cat "$tmp/choices")"

# Fields.
sed -n '/^Fields:/,/^Exit/p' "$tmp/help" | sed '1d;$d' | tr ' ' '\n' | sed '/^$/d' | sort >"$tmp/fields"
is "lines of fields are as long as the screen is wide" "" "$(sed -n '/^Fields:/,/^$/p' "$tmp/help" | sed '1d;$d' |
    awk 'length($0) > 80 || (NR > 1 && n + 1 + length($1) <= 80) { n = length($0); print; next } { n = length($0) }')"
sed -n '/^\.Sh FIELDS/,/^\.Sh RECORDS/s/^\.It \(Cm .*\)$/\1/p' man/pith.1 |
    tr -d ' ' | sed 's/Cm//g' | tr ',' '\n' | sort >"$tmp/man-fields"
is "the man page has the fields of the help" "$(cat "$tmp/fields")" "$(cat "$tmp/man-fields")"

sed -n '/^enum pith_field/,/^}/s/^    PITH_\([A-Z]*\) = .*/\1/p' include/pith.h | tr A-Z a-z | sort >"$tmp/library-fields"
is "the program knows each of the library's fields" "" \
    "$(grep -vxF -f "$tmp/fields" "$tmp/library-fields")"
sed -n 's/^\.It Dv PITH_\([A-Z]*\)$/\1/p' man/pith.3 | tr A-Z a-z >"$tmp/man-fields"
is "pith(3) has the library's fields" "" "$(grep -vxF -f "$tmp/man-fields" "$tmp/library-fields")"

# The codes of records that could not be processed.
grep -oh '"code":"[a-z_]*"' tests/test_*.sh | cut -d'"' -f4 | sort -u >"$tmp/codes"
sed -n '/later versions:$/,/^\.El/s/^\.It Cm //p' man/pith.1 | sort >"$tmp/man-codes"
is "pith(1) has the codes that other tests see" "" "$(grep -vxF -f "$tmp/man-codes" "$tmp/codes")"

# The types of pages: in the header, in both manuals, in the code.
sed -n 's/^    PITH_TYPE = .*\/\* \(.*\) \*\//\1/p' include/pith.h | grep -o '[a-z]*' | grep -vx or | sort >"$tmp/types"
holds "the header names types" test "$(wc -l <"$tmp/types")" -ge 7
grep -o 'STR_INIT("[a-z]*")},' src/metadata/type.c | grep -o '[a-z]*")' | tr -d '")' | sort -u >"$tmp/code-types"
is "exactly the promised types are used" "$(cat "$tmp/types")" "$(cat "$tmp/code-types")"
sed -n '/^\.It Cm type$/,/^\.It/s/^\.Dq \([a-z]*\).*/\1/p' man/pith.1 | sort >"$tmp/man-types"
is "pith(1) has the types" "$(cat "$tmp/types")" "$(cat "$tmp/man-types")"
sed -n '/^\.It Dv PITH_TYPE$/,/^\.It Dv PITH_KIND/s/^\.Qq \([a-z]*\).*/\1/p' man/pith.3 | sort >"$tmp/man-types"
is "pith(3) has the types" "$(cat "$tmp/types")" "$(cat "$tmp/man-types")"

# Charsets: in the sandbox a worker cannot load one that was not loaded before.
sed -n '/ENCODINGS\[\] = {/,/^};/s/^    {"\([A-Z0-9-]*\)".*/\1/p' src/html/charset_name.c | grep -v '^UTF-' | sort >"$tmp/charsets"
holds "many charsets are recognized" test "$(wc -l <"$tmp/charsets")" -ge 30
sed -n '/charset_names\[\] = {/,/};/p' src/program/worker/sandbox.c | grep -o '"[^"]*"' | tr -d '"' >"$tmp/loaded"
is "the sandbox loads each of them" "" "$(grep -vxF -f "$tmp/loaded" "$tmp/charsets")"

# Tests: every option is tried in a test of the program, beyond this one.
cat tests/test_*.sh tests/scale/*.sh tests/cases/*/args >"$tmp/tests" 2>/dev/null
while read -r option; do
    grep -q -e "--$option\b" "$tmp/tests" || echo "$option"
done <"$tmp/options" >"$tmp/untried"
is "every option is tried in a test" "" "$(cat "$tmp/untried")"

# The manual describes the options in the order of --help.
"$PITH" --help | sed -n 's/^  \(-., \|    \)--\([a-z-]*\).*/\2/p' >"$tmp/helped"
sed -n 's/^\.It Fl .*Fl Fl \([a-z-]*\).*/\1/p; s/^\.It Fl Fl \([a-z-]*\).*/\1/p' man/pith.1 >"$tmp/described"
is "the manual and --help have one order" "" "$(diff "$tmp/described" "$tmp/helped")"

# Completions.
for shell in bash zsh fish; do
    "$PITH" --completion=$shell >"$tmp/pith.$shell"
    is "$shell gets the expected completions" "" "$(diff tests/help/completion.$shell "$tmp/pith.$shell")"
    while read -r option; do
        grep -q -e "-l $option\b" -e "--$option\b" "$tmp/pith.$shell" || echo "$option"
    done <"$tmp/options" >"$tmp/missing"
    is "$shell completes every option" "" "$(cat "$tmp/missing")"
    if command -v $shell >/dev/null; then
        is "$shell accepts its completions" 0 "$(code $shell -n "$tmp/pith.$shell")"
    else
        skip "$shell is not installed"
    fi
done
contains "zsh offers names of fields" "$(grep -e "'--fields=" "$tmp/pith.zsh")" ":fields:_sequence compadd - headline "
contains "zsh offers values" "$(grep -e "--format=" "$tmp/pith.zsh")" "(text markdown html json tsv)"
contains "fish reads quotes in a description" "$(cat "$tmp/pith.fish")" \
    "complete -c pith -l charset -r -d 'the page\\'s charset (default: detected)'"
mkdir -p "$tmp/dirs/site-a" "$tmp/dirs/site-b"
: >"$tmp/dirs/site.html"
# completed SHELL WORD...: the shell's completions of the last word, separated by spaces.
completed() {
    shell=$1
    shift
    case $shell in
    bash) (cd "$tmp/dirs" && bash -c 'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
        compopt() { :; }; _pith; echo "${COMPREPLY[*]}"' - "$tmp/pith.bash" "$@") ;;
    fish) (cd "$tmp/dirs" && fish -c "source $tmp/pith.fish; complete -C '$*'" | cut -f1 | tr '\n' ' ' | sed 's/ $//') ;;
    zsh) (cd "$tmp/dirs" && python3 "$TOP/tests/zsh_complete.py" "$tmp/pith.zsh" "$*") ;;
    esac
}
if command -v bash >/dev/null; then
    is "bash completes a format" "markdown" "$(completed bash pith --format = ma)"
    is "bash completes an option" "--max-depth=" "$(completed bash pith --max-d)"
    is "bash completes the value of a letter" "json" "$(completed bash pith -f j)"
    is "bash completes a field" "headline" "$(completed bash pith --fields = he)"
    is "bash completes a further field" "date,byline" "$(completed bash pith --fields = date,by)"
    is "bash completes a directory" "site-a site-b" "$(completed bash pith --output = si)"
    is "bash completes a shell" "bash" "$(completed bash pith --completion = b)"
fi
if command -v fish >/dev/null; then
    is "fish completes a format" "markdown" "$(completed fish pith --format ma)"
    is "fish completes an option" "--max-depth" "$(completed fish pith --max-d)"
    is "fish completes the value of a letter" "json" "$(completed fish pith -f j)"
    is "fish completes a field" "headline" "$(completed fish pith --fields he)"
    is "fish completes a further field" "date,byline" "$(completed fish pith --fields date,by)"
    is "fish completes a directory" "site-a/ site-b/" "$(completed fish pith --output si)"
fi
if command -v zsh >/dev/null; then
    is "zsh completes a format" "markdown" "$(completed zsh pith --format=ma)"
    is "zsh completes an option" "--max-depth" "$(completed zsh pith --max-d)"
    is "zsh completes the value of a letter" "json" "$(completed zsh pith -f j)"
    is "zsh completes a further field" "byline" "$(completed zsh pith --fields=date,byl)"
    is "zsh completes a directory" "site-a/" "$(completed zsh pith --output=site-a)"
fi
is "an unknown shell exits 2" 2 "$(code "$PITH" --completion=tcsh)"

# The man pages themselves, and pith(3) against the header.
for man in man/pith.1 man/pith.3; do
    if command -v mandoc >/dev/null; then
        is "$man has no faults" "" "$(mandoc -Tlint -W warning "$man" 2>&1)"
    else
        skip "mandoc is not installed"
    fi
done
tr '\n' ' ' <include/pith.h | grep -o 'PITH_API[^;]*;' | grep -o 'pith_[a-z_]*(' | tr -d '(' | sort -u >"$tmp/functions"
sed -n 's/^\.F[no] \(pith_[a-z_]*\).*/\1/p' man/pith.3 | sort -u >"$tmp/man-functions"
is "pith(3) has the functions of pith.h" "$(cat "$tmp/functions")" "$(cat "$tmp/man-functions")"
sed -n 's/^\.Nm \(pith_[a-z_]*\).*/\1/p' man/pith.3 | sort -u >"$tmp/man-names"
is "pith(3) has a name line for what it describes" "$(cat "$tmp/functions")" "$(cat "$tmp/man-names")"

# The README: the result it shows is the real one.
sed -n '/makes of it:$/,/^    \.\.\.$/p' README.md | sed '1,2d;$d;s/^    //' >"$tmp/shown"
holds "the README shows a result" test "$(wc -l <"$tmp/shown")" -gt 10
"$PITH" corpus/article-01.html | fold -s -w 90 | sed 's/ *$//' | head -n "$(wc -l <"$tmp/shown")" >"$tmp/got"
is "and it is the real one" "$(cat "$tmp/shown")" "$(cat "$tmp/got")"
finish
