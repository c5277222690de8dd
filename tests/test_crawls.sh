#!/bin/sh
# WARC and ARC files of every version, coding and damage: no record lost, none twice.
. tests/lib.sh

page "$tmp/a.html" "Ferry runs again"
python3 tests/make_crawls.py "$tmp"
cd "$tmp" || exit 2

# ids FILE OPTION...: the ids with a text, then those with an error.
cat >ids.py <<'END'
import json, sys
rows = [json.loads(line) for line in sys.stdin]
short = lambda row: row.get("id", row.get("url", "?"))[len("<urn:uuid:"):-1]
print(",".join(short(r) for r in rows if "Islanders" in r.get("text", "") and "error" not in r) + "|" +
      ",".join(short(r) for r in rows if "error" in r))
END
ids() {
    "$PITH" --warc "$@" 2>err | python3 ids.py
}
while IFS='|' read -r file expected faults; do
    is "$file" "$expected|$faults" "$(ids "$file")"
    case $file$faults in
    *[0-9] | cut-* | garbage* | junk-* | no-length* | overlong-*) ;;
    *) is "$file is read without a complaint" "" "$(cat err)" ;;
    esac
    is "$file from standard input" "$expected|$faults" "$(ids <"$file")"
    is "$file with three workers" "$expected|$faults" "$(ids -j3 "$file")"
    case $file in
    *.zst) unpack="zstdcat -q" ;;
    *.gz) unpack=zcat ;;
    *.xz) unpack=xzcat ;;
    *) continue ;;
    esac
    # Those programs do not read damaged or padded files, or files with a dictionary.
    case $file$faults in *dictionary* | *[0-9] | *junk* | *overlong* | *padded* | *cut-frame*) continue ;; esac
    is "$file and what $unpack makes of it give the same bytes" \
        "$($unpack "$file" | "$PITH" --warc --fields=id,url,status,text)" \
        "$("$PITH" --warc --fields=id,url,status,text "$file")"
done <crawls.list
for file in a.arc members.arc.gz split.arc garbage.arc garbage-at-end.arc garbage-long.arc; do
    is "$file" \
        '{"url":"http://a.example/1","fetched":"2024-05-01T10:00:00Z","status":200}
{"url":"http://a.example/2","fetched":"2024-05-01T10:00:00Z","status":200}' \
        "$("$PITH" --warc --fields=url,fetched,status "$file" 2>err)"
    is "$file has as many faults" "$(case $file in garbage* | split*) echo 1 ;; *) echo 0 ;; esac)" \
        "$(grep -c "^pith: $file: damaged record, skipped$" err)"
done
is "a URL in an ARC file may have spaces" "http://a.example/1 of 2,http://a.example/2" \
    "$("$PITH" --warc --fields=url spaces.arc | sed 's/{"url":"\(.*\)"}/\1/' | paste -sd ,)"
is "an ARC file that arrives in pieces is one" 2 \
    "$({ head -c 8 a.arc; sleep 0.3; tail -c +9 a.arc; } | "$PITH" --warc --fields=url | wc -l)"
is "one damaged stretch is reported once" "pith: junk-noise.warc.gz: damaged gzip data" \
    "$("$PITH" --warc junk-noise.warc.gz 2>&1 >/dev/null | sort -u -k 3)"
is "also in JSON lines" "pith: noise.jsonl.gz: damaged gzip data" \
    "$({ echo '{"html":""}' | gzip; head -c 1000000 /dev/zero | tr '\0' x; echo '{"html":""}' | gzip; } >noise.jsonl.gz
        "$PITH" --jsonl noise.jsonl.gz 2>&1 >/dev/null)"
is "several files of several kinds" "1,2|1,2,3,4|" \
    "$(ids version-1.0.warc members.warc.zst | sed 's/,1,2,3,4/|1,2,3,4/')"

# What a line says about its record.
is "in a file compressed by record, the record can be read at the position given" "1 2 3 4" \
    "$("$PITH" --warc --fields=id,offset,length members.warc.gz | python3 -c '
import gzip, json, sys
data = open("members.warc.gz", "rb").read()
for line in sys.stdin:
    row = json.loads(line)
    part = gzip.decompress(data[row["offset"]:row["offset"] + row["length"]])
    assert row["id"].encode() in part.split(b"\r\n\r\n")[0], row
    print(row["id"][-2])' | paste -sd ' ')"
is "also if the compressed record is long" "1 2 3" \
    "$("$PITH" --warc --max-input=100M --fields=id,offset,length long-member.warc.gz | python3 -c '
import gzip, json, sys
data, end = open("long-member.warc.gz", "rb").read(), 0
for line in sys.stdin:
    row = json.loads(line)
    assert row["offset"] == end, row
    end += row["length"]
    part = gzip.decompress(data[row["offset"]:end])
    print(part.split(b"<urn:uuid:")[1][:1].decode())
assert end == len(data)' | paste -sd ' ')"
is "and in a file that is not compressed" "1 2" \
    "$("$PITH" --warc --fields=id,offset,length version-1.0.warc | python3 -c '
import json, sys
data = open("version-1.0.warc", "rb").read()
for line in sys.stdin:
    row = json.loads(line)
    part = data[row["offset"]:row["offset"] + row["length"]]
    assert part.startswith(b"WARC/") and row["id"].encode() in part.split(b"\r\n\r\n")[0], row
    print(row["id"][-2])' | paste -sd ' ')"
contains "a line has everything that is known about its record" "$("$PITH" --warc version-1.0.warc)" \
    '"status":200,"content_type":"text/html","file":"version-1.0.warc","offset":'
is "only a record in a member of its own has a position" 0 "$("$PITH" --warc one-member.warc.gz | grep -c '"offset"')"

# --where and --keep-damaged.
is "other statuses on request" "200,203,301,404,503|" "$(ids --where=status=any status.warc)"
is "one status" "404|" "$(ids --where=status=404 status.warc)"
is "a class of them" "503|" "$(ids --where=status=5xx,type=text/html status.warc)"
is "one type" "resource,html|" "$(ids --where=type=text/html kinds.warc | sed 's/,untyped\|,identified//g')"
is "in upper or lower case" "resource,html|" \
    "$(ids --where=type=Text/HTML kinds.warc | sed 's/,untyped\|,identified//g')"
is "the type that the crawler identified decides" "resource,html,identified|" \
    "$(ids --where=type=text/html kinds.warc)"
is "not the one that the server sent" "text|" "$(ids --where=type=text/plain kinds.warc)"
for bad in --where= --where=status=20 --where=status=abc --where=type= --where=size=1; do
    is "$bad exits 2" 2 "$(code "$PITH" --warc "$bad" a.arc)"
done
is "what is readable of a damaged body is returned on request, with its error" \
    "1|cutgzip,cutzlib,cutraw,cutbr,cutzstd,cutchunk 5" \
    "$("$PITH" --warc --keep-damaged --fields=id,text cut-bodies.warc | head -n 7 | tee kept | python3 ids.py) $(
        grep -c '"text":"The ferry.*"error":' kept)"

# --warc-out: read by pith, and by a small reader that relies only on ISO 28500.
cat >read.py <<'END'
import gzip, sys, zlib
data, at, ids = open(sys.argv[1], "rb").read(), 0, set()
while at < len(data):
    member = zlib.decompressobj(wbits=31)
    record = member.decompress(data[at:])
    assert member.eof
    at = len(data) - len(member.unused_data)
    head, _, block = record.partition(b"\r\n\r\n")
    lines = head.decode().split("\r\n")
    fields = dict(line.split(": ", 1) for line in lines[1:])
    assert lines[0] == "WARC/1.0" and block.endswith(b"\r\n\r\n"), lines
    assert len(block) - 4 == int(fields["Content-Length"]), fields
    assert fields["WARC-Record-ID"] not in ids
    ids.add(fields["WARC-Record-ID"])
    if fields["WARC-Type"] == "conversion":
        assert fields["Content-Type"] == "text/plain" and b"Islanders" in block
        print(fields["WARC-Refers-To"][10:-1], fields["WARC-Target-URI"], fields["WARC-Date"])
    else:
        assert fields["WARC-Type"] == "warcinfo" and at > 0
END
"$PITH" --warc --warc-out codings.warc >out.warc.gz
is "conversion records follow ISO 28500" \
    "$(grep '^codings.warc' crawls.list | cut -d'|' -f2 | tr ',' '\n' |
        sed 's|.*|& http://a.example/& 2024-05-01T10:00:00Z|')" "$(python3 read.py out.warc.gz)"
is "and have the same text when read" \
    "$("$PITH" --warc --fields=text members.warc.gz | tail -n 1)" \
    "$("$PITH" --warc --warc-out members.warc.gz | "$PITH" --warc --fields=text | tail -n 1)"
is "the same bytes with three workers" "$(cksum <out.warc.gz)" \
    "$("$PITH" -j3 --warc --warc-out codings.warc | cksum)"
is "a fault is reported, since the file has no place for it" "pith: cut-bodies.warc: the gzip data is cut short" \
    "$("$PITH" --warc --warc-out cut-bodies.warc 2>&1 >/dev/null | head -n 1)"
is "and exits 2" 2 "$(code "$PITH" --warc --warc-out cut-bodies.warc)"
is "--warc-out without --warc exits 2" 2 "$(code "$PITH" --warc-out a.html)"

cd "$TOP" || exit 2
finish
