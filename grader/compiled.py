"""The code of a check file, compiled once and kept as Python keeps its own.

Compiling the course takes longer than loading a library. What is kept lies in
`__pycache__`, where student code can neither read nor write. Its digest is
that of its source, its path and itself, so it is never out of date: an author
may save twice in a second, and a disk may be full.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
from importlib.util import MAGIC_NUMBER, cache_from_source
from types import CodeType

SIZE = hashlib.sha256().digest_size


def code_of(path: str) -> CodeType:
    """The code of a file; raises OSError, SyntaxError and ValueError."""
    with open(path, "rb") as file:
        source = file.read()
    place = cache_from_source(path)
    try:
        with open(place, "rb") as file:
            digest, data = file.read(SIZE), file.read()
        if digest == _digest(path, source, data):
            code = marshal.loads(data)
            assert isinstance(code, CodeType)
            return code
    except OSError:
        pass
    code = compile(source, path, "exec", dont_inherit=True)
    if not sys.dont_write_bytecode:
        data = marshal.dumps(code)
        _keep(place, _digest(path, source, data) + data)
    return code


def _digest(path: str, source: bytes, data: bytes) -> bytes:
    parts = (MAGIC_NUMBER, os.fsencode(path), source, data)
    return hashlib.sha256(b"".join(
        len(part).to_bytes(8, "big") + part for part in parts)).digest()


def _keep(place: str, data: bytes) -> None:
    """Write all or nothing; where nothing can be written, that is no loss."""
    draft = f"{place}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(place), exist_ok=True)
        with open(draft, "xb") as file:
            file.write(data)
        os.replace(draft, place)
    except OSError:
        try:
            os.remove(draft)
        except OSError:
            pass
