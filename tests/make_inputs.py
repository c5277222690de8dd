#!/usr/bin/env python3
"""Writes inputs of many kinds into DIR, which contains a page a.html, and lists of them:

refused.list   FILE|MEDIA TYPE|NAME of what is not a page
accepted.list  FILE of what contains the page a.html
damaged.list   FILE|REASON of what is truncated or damaged
text-*         plain text that looks like something else at first sight

usage: make_inputs.py DIR
"""
import base64, gzip, lzma, os, quopri, struct, subprocess, sys, zlib

folder = sys.argv[1]
noise = bytes((i * 7 + i * i * 13 + 5) % 256 for i in range(4000))


def write(name, data):
    with open(os.path.join(folder, name), "wb") as file:
        file.write(data if isinstance(data, bytes) else data.encode())


def tool(command, data):
    return subprocess.run(command, input=data, stdout=subprocess.PIPE, check=True).stdout


def zipped(first_name, data=b""):
    head = struct.pack("<4sHHHHHIIIHH", b"PK\3\4", 20, 0, 0, 0, 0, zlib.crc32(data), len(data),
                       len(data), len(first_name), 0)
    return head + first_name + data + noise


def refuse():
    rows = []

    def row(name, data, media_type, text):
        write(name, data)
        rows.append("%s|%s|%s\n" % (name, media_type, text))

    row("a.pdf", b"%PDF-1.7\n%\xe2\xe3\n" + noise, "application/pdf", "a PDF document")
    row("a.ps", "%!PS-Adobe-3.0\n", "application/postscript", "a PostScript document")
    row("a.rtf", "{\\rtf1\\ansi Text}", "application/rtf", "an RTF document")
    row("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + noise, "image/png", "a PNG image")
    row("a.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF" + noise, "image/jpeg", "a JPEG image")
    row("a.gif", b"GIF89a\1\0\1\0" + noise, "image/gif", "a GIF image")
    row("a.webp", b"RIFF\1\0\0\0WEBPVP8 " + noise, "image/webp", "a WebP image")
    row("a.bmp", b"BM\x36\0\0\0\0\0" + noise, "image/bmp", "a BMP image")
    row("a.ico", b"\0\0\1\0\1\0" + noise, "image/x-icon", "an icon")
    row("a.tiff", b"II*\0" + noise, "image/tiff", "a TIFF image")
    row("a.avif", b"\0\0\0\x20ftypavif" + noise, "image/avif", "an AVIF image")
    row("a.svg", '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><g/></svg>\n',
        "image/svg+xml", "an SVG image")
    row("a.mp4", b"\0\0\0\x20ftypisom" + noise, "video/mp4", "a video")
    row("a.webm", b"\x1a\x45\xdf\xa3" + noise, "video/webm", "a video")
    row("a.avi", b"RIFF\1\0\0\0AVI LIST" + noise, "video/avi", "a video")
    row("a.mp3", b"ID3\4\0\0" + noise, "audio/mpeg", "an audio file")
    row("a.ogg", b"OggS\0\2" + noise, "application/ogg", "an audio file")
    row("a.wav", b"RIFF\1\0\0\0WAVEfmt " + noise, "audio/wave", "an audio file")
    row("a.ttf", b"\0\1\0\0\0\x0c" + noise, "font/ttf", "a font")
    row("a.woff2", b"wOF2\0\1\0\0" + noise, "font/woff2", "a font")
    row("a.zip", zipped(b"notes.txt"), "application/zip", "a zip archive")
    row("a.epub", zipped(b"mimetype", b"application/epub+zip"), "application/epub+zip",
        "an EPUB book")
    row("a.odt", zipped(b"mimetype", b"application/vnd.oasis.opendocument.text"),
        "application/vnd.oasis.opendocument", "an office document")
    row("a.docx", zipped(b"[Content_Types].xml"),
        "application/vnd.openxmlformats-officedocument", "an office document")
    row("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + noise, "application/x-ole-storage",
        "an office document")
    row("a.tar", b"a.txt".ljust(257, b"\0") + b"ustar\x0000" + noise, "application/x-tar",
        "a tar archive")
    row("a.7z", b"7z\xbc\xaf\x27\x1c" + noise, "application/x-7z-compressed", "a 7z archive")
    row("a.rar", b"Rar!\x1a\x07\1\0" + noise, "application/vnd.rar", "a RAR archive")
    row("a.bz2", b"BZh91AY&SY" + noise, "application/x-bzip2", "bzip2 data")
    row("a.deb", b"!<arch>\ndebian-binary" + noise, "application/x-archive", "an ar archive")
    row("a.elf", b"\x7fELF\2\1\1" + noise, "application/x-elf", "an executable program")
    row("a.exe", b"MZ\x90\0\3\0\0\0" + noise, "application/vnd.microsoft.portable-executable",
        "an executable program")
    row("a.wasm", b"\0asm\1\0\0\0" + noise, "application/wasm", "an executable program")
    row("a.sqlite", b"SQLite format 3\0" + noise, "application/vnd.sqlite3", "a database")
    row("a.bin", noise, "application/octet-stream", "binary data")
    row("a.json", '{"html": "<p>A page?</p>"}', "application/json", "JSON")
    row("list.json", '[{"a": 1}, {"a": 2}]', "application/json", "JSON")
    row("feed.rss", '<?xml version="1.0"?>\n<rss version="2.0"><channel><item><title>One</title>'
        "<description>&lt;p&gt;Text&lt;/p&gt;</description></item></channel></rss>",
        "application/rss+xml", "an RSS feed")
    row("feed.atom", '<feed xmlns="http://www.w3.org/2005/Atom"><title>One</title></feed>',
        "application/atom+xml", "an Atom feed")
    row("sitemap.xml", '<?xml version="1.0" encoding="UTF-8"?>\n<!-- made by hand -->\n<urlset>'
        "<url><loc>https://a.example/</loc></url></urlset>", "application/x-sitemap+xml",
        "a sitemap")
    row("data.xml", '<?xml version="1.0"?><orders><order n="1"/></orders>', "application/xml",
        "an XML document")
    row("a.warc", "WARC/1.1\r\nWARC-Type: warcinfo\r\n\r\n", "application/warc",
        "a WARC file (--warc reads it)")
    row("a.arc", "filedesc://a.arc 0.0.0.0 20010101000000 text/plain 77\n", "application/x-arc",
        "an ARC file (--warc reads it)")
    row("a.sh", "#!/bin/sh\nset -e\necho hello\n", "text/x-script", "a script")
    row("a.php", "<?php\nfunction greet() {\n    echo 'hello';\n}\ngreet();\n", "text/x-source",
        "source code")
    row("a.c", "/* Greets. */\n#include <stdio.h>\n\nint main(void) {\n    int n = 1;\n"
        '    printf("hello %d", n);\n    return 0;\n}\n', "text/x-source", "source code")
    row("a.css", "body {\n  margin: 0;\n  color: red;\n}\np {\n  margin: 1em;\n}\n",
        "text/x-source", "source code")
    row("a.py", "import sys\nfrom os import path\n\ndef main():\n    name = sys.argv[1]\n"
        "    print(path.basename(name))\n    return 0\n\nmain()\n", "text/x-source", "source code")
    row("a.ics", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "text/calendar", "a calendar")
    write("refused.list", "".join(rows))


def mail(part_head, body, transfer):
    return ("From: <Saved by a browser>\r\nSnapshot-Content-Location: https://a.example/page\r\n"
            "Subject: Ferry\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
            '\ttype="text/html";\r\n\tboundary="----Part--x1"\r\n\r\n\r\n------Part--x1\r\n'
            "%sContent-Transfer-Encoding: %s\r\n\r\n" % (part_head, transfer)).encode() + body + (
            b"\r\n------Part--x1\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
            b"\r\niVBORw0KGgo=\r\n------Part--x1--\r\n")


def accept(page):
    packed = {"gz": gzip.compress(page), "zst": tool(["zstd", "-qc"], page),
              "xz": lzma.compress(page), "br": tool(["brotli", "-c"], page)}
    half = len(page) // 2
    files = {"page.html." + name: data for name, data in packed.items()}
    files["two-members.html.gz"] = gzip.compress(page[:half]) + gzip.compress(page[half:])
    files["two-frames.html.zst"] = (tool(["zstd", "-qc"], page[:half]) +
                                    tool(["zstd", "-qc"], page[half:]))
    files["two-streams.html.xz"] = lzma.compress(page[:half]) + lzma.compress(page[half:])
    files["gz-in-zst-in-xz"] = lzma.compress(tool(["zstd", "-qc"], packed["gz"]))
    linked = page.replace(b"Islanders", b'<a href="/next">Islanders</a>')
    html = "Content-Type: text/html; charset=utf-8\r\n"
    files["quoted.mhtml"] = mail(html, quopri.encodestring(page), "quoted-printable")
    files["base64.mhtml.gz"] = gzip.compress(mail(html, base64.encodebytes(page), "base64"))
    files["spaced.eml"] = mail(html, base64.encodebytes(page).replace(b"\n", b" \n"), "base64")
    files["padded.eml"] = mail(html, quopri.encodestring(page).replace(b"=\n", b"= \t\r\n"),
                               "quoted-printable")
    files["nested.eml"] = (
        b"Received: by a.example\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/mixed; boundary="outer"\r\n\r\n--outer\r\n'
        b"Content-Type: multipart/alternative; boundary=inner\r\n\r\n--inner\r\n"
        b"Content-Type: text/plain\r\n\r\nText\r\n--inner\r\nContent-Type: text/html\r\n"
        b"Content-Transfer-Encoding: base64\r\n\r\n" + base64.encodebytes(page) +
        b"\r\n--inner--\r\n--outer--\r\n")
    write("a.mhtml", mail(html, quopri.encodestring(linked), "quoted-printable"))
    write("plain.eml", "Received: by a.example\nMIME-Version: 1.0\nContent-Type: text/plain\n\nText\n")
    xhtml = page.replace(b"<!DOCTYPE html>", b'<?xml version="1.0" encoding="utf-8"?>')
    files["chapter.xhtml"] = xhtml.replace(b"<head>", b"<head><script src='x.js'/><style/>")
    for name, data in files.items():
        write(name, data)
    write("accepted.list", "".join(name + "\n" for name in sorted(files)))
    bomb = page + b"x" * 300000
    write("nested-bomb.html.gz", gzip.compress(gzip.compress(bomb, 0)))
    for name, data in {"gz": gzip.compress(bomb), "zst": tool(["zstd", "-qc"], bomb),
                       "xz": lzma.compress(bomb), "br": tool(["brotli", "-c"], bomb)}.items():
        write("bomb.html." + name, data)
    return packed


def damage(page):
    """Compressed pages that are truncated, or whose checksum is wrong; their text comes first."""
    padded = page + b"<!-- " + base64.b64encode(bytes(i * i % 251 for i in range(300000))) + b" -->"
    packed = {"gzip": gzip.compress(padded), "zstd": tool(["zstd", "-qc", "--check"], padded),
              "xz": lzma.compress(padded)}
    rows = []
    for name, data in packed.items():
        write("cut." + name, data[:-6])
        rows.append("cut.%s|the %s data is cut short\n" % (name, name))
    write("checksum.gzip", packed["gzip"][:-8] + b"\0\0\0\0" + packed["gzip"][-4:])
    write("checksum.zstd", packed["zstd"][:-4] + b"\0\0\0\0")
    rows += ["checksum.gzip|damaged gzip data\n", "checksum.zstd|damaged zstd data\n"]
    write("damaged.list", "".join(rows))


def look_alike():
    write("text-bmw", "BMW announces a new plant in Hungary, the company said on Friday.\n")
    write("text-mz", "MZ motorcycles were built in Zschopau until 2008, by several owners.\n")
    write("text-id3", "ID3 tags explained: how music files name their artists and their albums.\n")
    write("text-footnote", "[1] The ferry between the two islands will run again from Monday.\n")
    write("text-brace", "{ braces } are how the language marks its blocks, says the manual.\n")
    write("text-headers", "Subject: the ferry\n\nThe ferry between the islands will run again.\n")
    write("text-example", "How to greet\nThe following lines greet the world.\n"
          "int main(void) {\n    puts(\"hello\");\n}\nSave them in a file and compile it.\n"
          "Then run the program. It writes a line.\nRead on to learn about loops.\n")


refuse()
with open(os.path.join(folder, "a.html"), "rb") as file:
    page = file.read()
accept(page)
damage(page)
look_alike()
