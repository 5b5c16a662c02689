"""Which coding a file of Python text is saved in, as Python itself sees it.

`tokenize.detect_encoding` refuses a line with a cookie when the same line
holds a letter that is not UTF-8; Python runs such a file.
"""

from __future__ import annotations

import codecs
import io
import re
import tokenize

COOKIE = re.compile(rb"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")
NOTHING = re.compile(rb"^[ \t\f]*(?:[#\r\n]|$)")


def coding_of(data: bytes) -> str:
    """The name of the coding; raises SyntaxError where Python would."""
    if not data.startswith(codecs.BOM_UTF8):
        for line in data.split(b"\n", 2)[:2]:
            found = COOKIE.match(line)
            if found:
                return _known(found[1].decode("ascii", "replace"))
            if not NOTHING.match(line):
                break
    return tokenize.detect_encoding(io.BytesIO(data).readline)[0]


def _known(name: str) -> str:
    try:
        codecs.lookup(name)
    except LookupError:
        raise SyntaxError(f"unknown encoding: {name}") from None
    return name
