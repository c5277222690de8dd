#!/usr/bin/env python3
"""Writes WARC and ARC files of many kinds into DIR, which contains a page a.html.

crawls.list  FILE|IDS|FAULTS: the ids that must have a text, in order, and the ids that
             must have an error; both separated by commas

usage: make_crawls.py DIR
"""
import gzip, lzma, os, random, struct, subprocess, sys, zlib

folder = sys.argv[1]
rows = []


def path(name):
    return os.path.join(folder, name)


def tool(command, data):
    return subprocess.run(command, input=data, stdout=subprocess.PIPE, check=True).stdout


def crawl(name, data, ids, faults=()):
    with open(path(name), "wb") as file:
        file.write(data)
    rows.append("%s|%s|%s\n" % (name, ",".join(ids), ",".join(faults)))


def record(number, block, kind="response", type="application/http; msgtype=response", version="1.0",
           length=None, extra=""):
    head = ("WARC/%s\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:uuid:%s>\r\n"
            "WARC-Target-URI: http://a.example/%s\r\nWARC-Date: 2024-05-01T10:00:00Z\r\n"
            "Content-Type: %s\r\n%sContent-Length: %d\r\n\r\n" %
            (version, kind, number, number, type, extra, len(block) if length is None else length))
    return head.encode() + block + b"\r\n\r\n"


def response(body, headers="", status="200 OK", type="text/html"):
    type = "Content-Type: %s\r\n" % type if type else ""
    return ("HTTP/1.1 %s\r\n%s%s\r\n" % (status, type, headers)).encode() + body


def chunked(body):
    parts = [body[i:i + 700] for i in range(0, len(body), 700)]
    return b"".join(b"%x\r\n%s\r\n" % (len(p), p) for p in parts) + b"0\r\n\r\n"


def raw_deflate(data):
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


def zstd(data):
    return tool(["zstd", "-qc"], data)


def brotli(data):
    return tool(["brotli", "-c"], data)


with open(path("a.html"), "rb") as file:
    page = file.read()
info = record("info", b"software: a test\r\n", "warcinfo", "application/warc-fields")
request = record("request", b"GET / HTTP/1.1\r\n\r\n", "request",
                 "application/http; msgtype=request")

# Versions.
for version in ("0.17", "0.18", "1.0", "1.1", "2.0"):
    crawl("version-%s.warc" % version, info.replace(b"WARC/1.0", b"WARC/" + version.encode()) +
          b"".join(record(n, response(page), version=version) for n in "12"), "12")
arc_line = "http://a.example/%s 192.0.2.1 20240501100000 text/html %d\n"
arc = b"filedesc://a.arc 192.0.2.1 20240501100000 text/plain 20\n1 0 A crawler\nURL\n\n\n\n"
arc_records = [(arc_line % (n, len(response(page)))).encode() + response(page) + b"\n" for n in "12"]
for name, data in (("a.arc", arc + b"".join(arc_records)),
                   ("members.arc.gz", b"".join(gzip.compress(part) for part in [arc] + arc_records)),
                   ("garbage.arc", arc + b"garbage\nand more\n".join(arc_records)),
                   ("garbage-at-end.arc", arc + b"".join(arc_records) + b"garbage\nand more")):
    with open(path(name), "wb") as file:
        file.write(data)

# Kinds of records, and how pages are recognized.
crawl("kinds.warc", info + request +
      record("resource", page, "resource", "text/html; charset=utf-8") +
      record("image", b"\x89PNG", "resource", "image/png") +
      record("html", page, "conversion", "text/html") +
      record("text", b"The ferry between the two islands will run again from Monday, after a winter."
             b" Islanders had waited for eleven weeks.\n", "conversion", "text/plain") +
      record("identified", response(page, type="text/plain"), extra=
             "WARC-Identified-Payload-Type: text/html\r\n") +
      record("pdf", response(page), extra="WARC-Identified-Payload-Type: application/pdf\r\n") +
      record("untyped", response(page, type=None)) +
      record("css", response(b"body { margin: 0 }", type="text/css")) +
      record("dns", b"20240501100000\na.example. 300 IN A 192.0.2.1\n", type="text/dns"),
      ["resource", "html", "text", "identified", "untyped"])
crawl("status.warc", b"".join(record(s, response(page, status=s + " Any")) for s in
                              ("200", "203", "301", "404", "503")), ["200", "203"])

# Codings.
codings = {
    "gzip": ("gzip", gzip.compress(page)), "xgzip": ("x-gzip", gzip.compress(page)),
    "zlib": ("deflate", zlib.compress(page)), "raw": ("deflate", raw_deflate(page)),
    "br": ("br", brotli(page)), "zstd": ("zstd", zstd(page)),
    "gzipbr": ("gzip, br", brotli(gzip.compress(page))),
    "zstddeflate": ("zstd, deflate", zlib.compress(zstd(page))),
    "twice": ("gzip", gzip.compress(gzip.compress(page))), "untold": (None, gzip.compress(page)),
    "plaingzip": ("gzip", page), "plainbr": ("br", page), "plaindeflate": ("deflate", page),
    "plainzstd": ("zstd", page), "plainunknown": ("sdch", page), "identity": ("identity", page)}
body = b""
for name, (coding, data) in codings.items():
    head = "Content-Encoding: %s\r\n" % coding if coding else ""
    body += record(name, response(data, head))
    body += record(name + "-chunked", response(chunked(data), head +
                                               "Transfer-Encoding: chunked\r\n"))
body += record("plainchunked", response(page, "Transfer-Encoding: chunked\r\n"))
names = [n for name in codings for n in (name, name + "-chunked")] + ["plainchunked"]
crawl("codings.warc", body, names)

# How files are compressed.
four = [record(n, response(page)) for n in "1234"]
crawl("members.warc.gz", b"".join(gzip.compress(r) for r in [info] + four), "1234")
crawl("one-member.warc.gz", gzip.compress(info + b"".join(four)), "1234")
whole = info + b"".join(four)
crawl("blocks.warc.gz", b"".join(gzip.compress(whole[i:i + 1000]) for i in range(0, len(whole), 1000)),
      "1234")
crawl("padded.warc.gz", b"".join(gzip.compress(r) + b"\0" * 8 for r in four), "1234")
crawl("members.warc.zst", b"".join(zstd(r) for r in [info] + four), "1234")
crawl("one-frame.warc.zst", zstd(whole), "1234")
crawl("whole.warc.xz", lzma.compress(whole), "1234")
with open(path("samples"), "w") as samples:
    for i in range(200):
        with open(path("sample%d" % i), "wb") as file:
            file.write(four[i % 4] + str(i * i).encode() * 50)
        samples.write(path("sample%d\n" % i))
subprocess.run(["zstd", "-q", "--train", "--filelist", path("samples"), "--maxdict=4000", "-o",
                path("dictionary")], check=True)
with open(path("dictionary"), "rb") as file:
    dictionary = file.read()
framed = b"".join(tool(["zstd", "-qc", "-D", path("dictionary")], r) for r in [info] + four)
for name, data in (("dictionary", dictionary), ("packed-dictionary", zstd(dictionary))):
    crawl(name + ".warc.zst", struct.pack("<II", 0x184D2A5D, len(data)) + data + framed, "1234")

# Two files with dictionaries of their own, joined.
joined = b""
for i, content in enumerate((four[0], four[1].swapcase())):
    with open(path("content"), "wb") as file:
        file.write(content)
    joined += struct.pack("<II", 0x184D2A5D, len(content)) + content
    joined += tool(["zstd", "-qc", "-D", path("content")], four[i])
crawl("joined-dictionary.warc.zst", joined, "12")

# A member longer than what is kept of it for a search after damage, between two others.
noise = random.Random(1).randbytes(17 << 20).replace(b"<", b"(")
long = page.replace(b"</body>", b"<!--" + noise.replace(b"-->", b"---") + b"--></body>")
with open(path("long-member.warc.gz"), "wb") as file:
    for part in (four[0], record("2", response(long)), four[2]):
        file.write(gzip.compress(part, 1))

# Damage.
cut_at = len(four[1]) - 300
crawl("cut.warc", four[0] + four[1][:cut_at], "1", "2")
crawl("garbage.warc", four[0] + b"garbage\r\nWARC/oops\r\n" + four[1], "12")
crawl("no-length.warc", four[0].replace(b"Content-Length", b"Content-Size") + four[1], "2")
crawl("long-url.warc", four[0] + record("2", response(b"<p>\r\n\r\n" + four[3] + b"</p>"), extra=
      "X-Long: " + "a" * 70000 + "\r\n") + four[2], ["1", "2", "3"])
crawl("forged.warc", four[0] + record("2", response(page + four[3])) + four[2], "123")
packed = [gzip.compress(r) for r in four]
flipped = packed[1][:400] + bytes(b ^ 0x55 for b in packed[1][400:420]) + packed[1][420:]
crawl("damaged-member.warc.gz", packed[0] + flipped + packed[2] + packed[3], "134", "2")
crawl("cut-member.warc.gz", packed[0] + packed[1][:500] + packed[2] + packed[3], "134", "2")
crawl("checksum.warc.gz", packed[0] + packed[1][:-8] + b"\0\0\0\0" + packed[1][-4:] + packed[2] +
      packed[3], "134", "2")
crawl("junk-member.warc.gz", packed[0] + gzip.compress(b"junk" * 500) + packed[2], "13")
crawl("junk-between.warc.gz", packed[0] + b"\x1f\x8b\x08\0junk, not a member at all" + packed[2], "13")
crawl("overlong.warc.gz", packed[0] + gzip.compress(record("2", response(page), length=10 ** 12)) +
      packed[2] + packed[3], "134", "2")
crawl("overlong-other.warc.gz", packed[0] + gzip.compress(
    record("2", b"x", "metadata", "text/plain", length=10 ** 6)) + packed[2] + packed[3], "134")
crawl("cut-file.warc.gz", packed[0] + packed[1][:-200], "1", "2")
frames = [zstd(r) for r in four]
# (The first part of a block yields nothing.)
crawl("cut-frame.warc.zst", frames[0] + frames[1][:300] + frames[2] + frames[3], "134")
cut = {"cutgzip": ("gzip", gzip.compress(page)[:-200]), "cutzlib": ("deflate", zlib.compress(page)[:-200]),
       "cutraw": ("deflate", raw_deflate(page)[:-200]), "cutbr": ("br", brotli(page)[:-200]),
       "cutzstd": ("zstd", zstd(page)[:-200])}
crawl("cut-bodies.warc", four[0] + b"".join(
    record(name, response(data, "Content-Encoding: %s\r\n" % coding)) for name, (coding, data) in
    cut.items()) + record("cutchunk", response(chunked(page)[:-300], "Transfer-Encoding: chunked\r\n"))
    + four[1], ["1", "2"], list(cut) + ["cutchunk"])

crawl("junk-noise.warc.gz", packed[0] + noise[:2 << 20] + packed[2], "13")
with open(path("spaces.arc"), "wb") as file:
    file.write(arc + arc_records[0].replace(b"e/1 192", b"e/1 of 2 192") + arc_records[1])
with open(path("split.arc"), "wb") as file:
    # The header of the record after the damage is in two reads of 256 KiB.
    lost = arc + b"damage\n" + b"x" * ((256 << 10) - len(arc) - 27) + b"\n"
    file.write(lost + b"".join(arc_records))
with open(path("garbage-long.arc"), "wb") as file:
    # A line of the damage that takes several reads.
    file.write(arc + b"damage\n" + b"x" * (700 << 10) + b"\n" + b"".join(arc_records))

with open(path("crawls.list"), "w") as file:
    file.writelines(rows)
