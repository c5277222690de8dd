#!/usr/bin/env python3
"""Serves the pages of a directory on loopback as servers do: in chunks, compressed if requested,
with an index, a redirect and a missing page.

usage: serve.py DIR PORT_FILE"""
import gzip, http.server, os, sys

directory, port_file = sys.argv[1:]


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def do_GET(self):
        name = os.path.basename(self.path)
        if self.path == "/":
            links = "".join('<li><a href="/%s">x</a></li>' % n for n in sorted(os.listdir(directory)))
            self.send(200, ("<ul>%s<li><a href='/gone.html'>x</a></li><li><a href='/moved'>x</a></li></ul>" % links).encode())
        elif self.path == "/moved":
            self.send(301, b"<p>moved</p>", ("Location", "/" + sorted(os.listdir(directory))[0]))
        elif os.path.exists(os.path.join(directory, name)):
            with open(os.path.join(directory, name), "rb") as file:
                self.send(200, file.read())
        else:
            self.send(404, b"<p>not here</p>")

    def send(self, status, body, *headers):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Type", "text/html")
        if "gzip" in self.headers.get("Accept-Encoding", ""):
            self.send_header("Content-Encoding", "gzip")
            body = gzip.compress(body)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for at in range(0, len(body), 1000):
            chunk = body[at:at + 1000]
            self.wfile.write(b"%x\r\n%s\r\n" % (len(chunk), chunk))
        self.wfile.write(b"0\r\n\r\n")


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
with open(port_file + ".part", "w") as file:
    file.write(str(server.server_address[1]))
os.rename(port_file + ".part", port_file)
server.serve_forever()
