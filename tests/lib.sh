# Sourced by the scripts that test the program from outside; counts passed and failed tests.
# Run them from the top of the tree; set PITH to test another program.

export LC_ALL=C.UTF-8 # for sed, iconv, sort and others
PITH=${PITH:-./pith}
case $PITH in /*) ;; *) PITH=$PWD/${PITH#./} ;; esac
TOP=$PWD
passed=0
failed=0
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
trap 'exit 130' INT

pass() {
    passed=$((passed + 1))
}

fail() {
    failed=$((failed + 1))
    echo "FAILED: $1" >&2
}

# is NAME EXPECTED GOT
is() {
    if [ "$2" = "$3" ]; then
        pass
    else
        fail "$1"
        printf '  expected: %s\n  got:      %s\n' "$2" "$3" >&2
    fi
}

# holds NAME COMMAND...: the command succeeds.
holds() {
    name=$1
    shift
    if "$@"; then pass; else fail "$name"; fi
}

# contains NAME TEXT PART
contains() {
    case $2 in
    *"$3"*) pass ;;
    *)
        fail "$1"
        printf '  no "%s" in: %s\n' "$3" "$2" >&2
        ;;
    esac
}

# code COMMAND...: its exit code; the output is discarded.
code() {
    "$@" >/dev/null 2>&1
    echo $?
}

# Drops the line that -v adds in a build without seccomp.
without_sandbox_line() {
    grep -vxF 'pith: no sandbox: built without seccomp'
}

skip() {
    echo "skipped: $1" >&2
}

finish() {
    echo "${0##*/}: $passed passed, $failed failed"
    [ "$failed" -eq 0 ]
}

# page FILE HEADLINE: writes a small article page, with the usual things around the text.
page() {
    cat >"$1" <<END
<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>$2 | The Ferry Post</title>
<meta name="author" content="Mira Holt"></head>
<body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/local">Local</a></li>
<li><a href="/sport">Sport</a></li><li><a href="/weather">Weather</a></li></ul></nav>
<main><article>
<h1>$2</h1>
<p class="byline">By Mira Holt</p>
<p>The ferry between the two islands will run again from Monday, after a winter in which the old
boat lay in the yard and the post came by helicopter whenever the fog allowed it to land.</p>
<p>Islanders had waited for eleven weeks. The company said that the new engine had been tested in
heavy seas, and that the timetable would be the same as it was before the breakdown in January.</p>
<p>"We are glad to have her back," said the harbour master, who has worked on the pier for thirty
years and remembers the day on which the boat was launched, in the rain, to the sound of a band.</p>
</article></main>
<footer><p><a href="/imprint">Imprint</a> <a href="/privacy">Privacy</a> Copyright The Ferry Post</p></footer>
</body></html>
END
}

# Replaces each formula with a word: it is TeX in all formats, but with different delimiters.
without_formulas() {
    sed -e 's/\\\$/$/g' -e 's!<span class="math [a-z]*">[^<]*</span>!FORMULA!g' -e 's/\$\$[^$]*\$\$/FORMULA/g' \
        -e 's/\$[^$ ][^$]*\$/FORMULA/g'
}

# Note marks as in plain text.
plain_notes() {
    sed -e 's!<sup><a href="#pith-note-[^>]*>\([0-9]*\)</a></sup>![\1]!g' \
        -e 's! <a href="#pith-ref-[0-9]*">↩</a>!!g' -e 's!<li id="pith-note-\([0-9]*\)">![\1] !' \
        -e 's/\[^\([0-9]*\)\]: /[\1] /' -e 's/\[^\([0-9]*\)\]/[\1]/g'
}

# Superscript and subscript characters of plain text as normal characters.
plain_scripts() {
    sed -e 's/⁰/0/g; s/¹/1/g; s/²/2/g; s/³/3/g; s/⁴/4/g; s/⁵/5/g; s/⁶/6/g; s/⁷/7/g; s/⁸/8/g' \
        -e 's/⁹/9/g; s/⁺/+/g; s/⁻/-/g; s/−/-/g; s/⁼/=/g; s/⁽/(/g; s/⁾/)/g; s/ⁿ/n/g; s/ⁱ/i/g' \
        -e 's/₀/0/g; s/₁/1/g; s/₂/2/g; s/₃/3/g; s/₄/4/g; s/₅/5/g; s/₆/6/g; s/₇/7/g; s/₈/8/g' \
        -e 's/₉/9/g; s/₊/+/g; s/₋/-/g; s/[_^](\([^()]*\))/\1/g'
}
