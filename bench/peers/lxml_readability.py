#!/usr/bin/env python3
"""A peer for all pages: Debian's python3-readability, one record per line as in node.mjs."""
import base64, json, logging, sys

from readability import Document

logging.disable(logging.CRITICAL)
for line in sys.stdin:
    record = json.loads(line)
    try:
        document = Document(base64.b64decode(record["html_base64"]), url=record.get("url"))
        answer = {"html": document.summary(), "title": document.short_title()}
    except Exception as error:
        answer = {"error": str(error) or type(error).__name__}
    print(json.dumps(dict(answer, id=record["id"])), flush=True)
