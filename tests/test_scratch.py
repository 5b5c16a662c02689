"""The folder of a child is removed, whatever was made of it."""

import os

import pytest

from grader.model import Limits
from grader.sandbox import scratch, wire
from grader.sandbox.scratch import is_overfull, make_scratch, remove_scratch


@pytest.fixture
def folder(tmp_path):
    job = wire.Job("function", "8-task", b"", "f", {}, (), (), Limits(),
                   files={"data.txt": b"1"})
    path = str(tmp_path / "scratch")
    assert make_scratch(path, job).scratch == path
    return path


def deep(folder, levels):
    """Folders within folders, far beyond the longest path."""
    place = os.open(folder, os.O_RDONLY)
    for _ in range(levels):
        os.mkdir("d", dir_fd=place)
        inner = os.open("d", os.O_RDONLY, dir_fd=place)
        os.close(place)
        place = inner
    os.close(place)


def test_files_and_folders_are_removed(folder):
    os.makedirs(f"{folder}/a/b")
    for name in ("a/b/c", "a/x", "y"):
        with open(f"{folder}/{name}", "w") as file:
            file.write("x")
    remove_scratch(folder)
    assert not os.path.exists(folder)


def test_folders_deeper_than_any_path_are_removed(folder):
    deep(folder, 3000)
    remove_scratch(folder)
    assert not os.path.exists(folder)


def test_names_like_those_of_moved_folders_do_no_harm(folder):
    for name in ("r0/r0/r1", "r1/r0", "r2/r2/r2"):
        os.makedirs(f"{folder}/{name}")
    remove_scratch(folder)
    assert not os.path.exists(folder)


@pytest.mark.parametrize("mode", [0, 0o100, 0o200, 0o300, 0o500])
def test_folder_that_nobody_may_enter_is_removed(mode, folder):
    os.makedirs(f"{folder}/a/b")
    os.chmod(f"{folder}/a/b", mode)
    os.chmod(f"{folder}/a", mode)
    remove_scratch(folder)
    assert not os.path.exists(folder)


def test_link_is_removed_and_its_aim_stays(folder, tmp_path):
    (tmp_path / "aim").mkdir()
    (tmp_path / "aim" / "file").write_text("x")
    os.symlink(tmp_path / "aim", f"{folder}/link")
    remove_scratch(folder)
    assert not os.path.exists(folder)
    assert (tmp_path / "aim" / "file").read_text() == "x"


def test_folder_that_is_gone_is_no_trouble(folder):
    remove_scratch(folder)
    remove_scratch(folder)
    assert not os.path.exists(folder)


def test_a_few_files_are_not_too_much(folder):
    assert not is_overfull(folder)


def test_very_many_files_are_too_much(folder, monkeypatch):
    monkeypatch.setattr(scratch, "MOST_ENTRIES", 3)
    deep(folder, 2)
    assert not is_overfull(folder)
    os.makedirs(f"{folder}/d/d/e")
    assert is_overfull(folder)


def test_many_bytes_are_too_much(folder, monkeypatch):
    monkeypatch.setattr(scratch, "MOST_BYTES", 100_000)
    with open(f"{folder}/large", "wb") as file:
        file.write(bytes(200_000))
    assert is_overfull(folder)


def test_hole_in_a_file_takes_no_room(folder):
    with open(f"{folder}/hole", "wb") as file:
        file.truncate(1 << 40)
    assert not is_overfull(folder)


def test_folder_that_is_gone_is_not_full(folder):
    remove_scratch(folder)
    assert not is_overfull(folder)
