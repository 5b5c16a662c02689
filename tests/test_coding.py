"""The coding of a file as Python sees it."""

import pytest

from grader.coding import coding_of

U = "ü".encode("latin-1")


@pytest.mark.parametrize("data, coding", [
    (b"x = 1\n", "utf-8"), (b"", "utf-8"),
    ("x = 'é'\n".encode(), "utf-8"),
    (b"\xef\xbb\xbfx = 1\n", "utf-8-sig"),
    (b"# coding: latin-1\n", "latin-1"),
    (b"#!/usr/bin/env python3\n# -*- coding: latin-1 -*-\n", "latin-1"),
    (b"# -*- coding: latin-1 -*- " + U + b"\n", "latin-1"),
    (b"\n# vim: set fileencoding=cp1252 :\n", "cp1252"),
    (b"x = 1\n# coding: latin-1\n", "utf-8"),
    (b"\n\n# coding: latin-1\n", "utf-8")])
def test_coding_is_the_one_of_python(data, coding):
    assert coding_of(data) == coding


@pytest.mark.parametrize("data", [b"# coding: nonsense\n", b"x = '" + U])
def test_unknown_coding_is_refused(data):
    with pytest.raises(SyntaxError):
        coding_of(data)


def test_python_runs_what_it_names():
    data = b"# -*- coding: latin-1 -*- " + U + b"\nx = '" + U + b"'\n"
    names = {}
    exec(compile(data, "x", "exec"), names)
    assert names["x"] == "ü" == data.decode(coding_of(data))[-3]
