"""The kept code of check files: never out of date, never in the way."""

import marshal
import os

import pytest

from grader import compiled
from grader.compiled import code_of


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    path = tmp_path / "8-task.py"
    path.write_text('"""Doc."""\nvalue = 1\n')
    return path


def value_of(path):
    names = {}
    exec(code_of(str(path)), names)
    return names["__doc__"], names["value"]


def kept(path):
    return list((path.parent / "__pycache__").iterdir())


@pytest.fixture
def no_compiling(monkeypatch):
    """From now on only kept code can be had."""
    def use():
        def refuse(*words, **more):
            raise AssertionError("compiled again")
        monkeypatch.setitem(vars(compiled), "compile", refuse)
    return use


def test_code_is_compiled_once(file, no_compiling):
    assert value_of(file) == ("Doc.", 1)
    assert len(kept(file)) == 1
    no_compiling()
    assert value_of(file) == ("Doc.", 1)


def test_other_source_of_the_same_time_and_size_is_compiled_anew(file):
    before = os.stat(file)
    assert value_of(file) == ("Doc.", 1)
    file.write_text('"""Doc."""\nvalue = 2\n')
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert value_of(file) == ("Doc.", 2)


def test_folder_that_moved_names_its_new_place(file, tmp_path):
    code_of(str(file))
    place = tmp_path / "elsewhere"
    place.mkdir()
    (tmp_path / "__pycache__").rename(place / "__pycache__")
    file = file.rename(place / file.name)
    assert code_of(str(file)).co_filename == str(file)


@pytest.mark.parametrize("spoil", [
    lambda data: b"", lambda data: data[:20], lambda data: data[:-1],
    lambda data: data[:32] + marshal.dumps("no code"),
    lambda data: data[:-1] + bytes([data[-1] ^ 1])])
def test_spoilt_code_is_not_used(spoil, file):
    code_of(str(file))
    place, = kept(file)
    place.write_bytes(spoil(place.read_bytes()))
    assert value_of(file) == ("Doc.", 1)


def test_where_nothing_can_be_kept_nothing_is_lost(file):
    (file.parent / "__pycache__").write_text("in the way")
    assert value_of(file) == ("Doc.", 1)
    assert (file.parent / "__pycache__").read_text() == "in the way"


def test_nothing_is_kept_where_python_keeps_nothing(file, monkeypatch):
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    assert value_of(file) == ("Doc.", 1)
    assert not (file.parent / "__pycache__").exists()


def test_draft_that_cannot_take_its_place_is_removed(file):
    code_of(str(file))
    place, = kept(file)
    place.unlink()
    place.mkdir()
    (place / "full").write_text("")
    assert value_of(file) == ("Doc.", 1)
    assert kept(file) == [place]
