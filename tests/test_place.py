"""Where an environment stands, when it is finished, and what is told."""

import io
import os
import sys

import pytest

from grader import bootstrap
from grader.bootstrap import download, install, locked, place
from grader.bootstrap.progress import Steps

WANTED = "cpython-311 linux x86_64 " + "0" * 64


class Terminal(io.StringIO):
    """An error stream that somebody is looking at."""

    def isatty(self):
        return True


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    """A cache folder of the test's own."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    return folder


@pytest.fixture
def root(tmp_path):
    folder = tmp_path / "checkout"
    folder.mkdir()
    (folder / "uv.lock").write_text("version = 1\n")
    return folder


@pytest.fixture
def finished(root):
    """An environment with a stamp, as install leaves it."""
    environment = root / ".venv"
    (environment / "bin").mkdir(parents=True)
    (environment / "bin" / "python").symlink_to(sys.executable)
    site = environment / "lib" / "site-packages"
    site.mkdir(parents=True)
    write_stamp(environment, "dev more", site.stat().st_mtime_ns)
    return environment


def write_stamp(environment, extras, changed):
    stamp = place.Stamp(WANTED, extras, "lib/site-packages", str(changed))
    (environment / place.STAMP).write_text(stamp.text())


# Finished or not


def test_stamp_is_read_as_it_was_written(finished):
    stamp = place.read_stamp(str(finished))
    assert (stamp.wanted, stamp.extras) == (WANTED, "dev more")


@pytest.mark.parametrize("text", ["", "one\ntwo\n", "1\n2\n3\n4\n5\n"])
def test_damaged_stamp_counts_as_none(finished, text):
    (finished / place.STAMP).write_text(text)
    assert place.read_stamp(str(finished)) is None


def test_stamp_that_is_no_text_counts_as_none(finished):
    (finished / place.STAMP).write_bytes(b"\xff\xfe\n" * 4)
    assert place.read_stamp(str(finished)) is None


@pytest.mark.parametrize("extras", [[], ["dev"], ["more", "dev"]])
def test_environment_is_ready_for_what_it_has(finished, extras):
    assert place.is_ready(str(finished), WANTED, extras)


def test_environment_is_not_ready_for_what_it_lacks(finished):
    assert not place.is_ready(str(finished), WANTED, ["docs"])


def test_environment_for_another_lock_is_not_ready(finished):
    assert not place.is_ready(str(finished), WANTED[:-1] + "1")


def test_environment_that_changed_is_not_ready(finished):
    write_stamp(finished, "", 1)
    assert not place.is_ready(str(finished), WANTED)


def test_environment_without_its_libraries_is_not_ready(finished):
    (finished / "lib" / "site-packages").rmdir()
    assert not place.is_ready(str(finished), WANTED)


def test_environment_whose_python_was_removed_is_not_ready(finished):
    python = finished / "bin" / "python"
    python.unlink()
    python.symlink_to("/nowhere/python3")
    assert not place.is_ready(str(finished), WANTED)


# Which lock, which place


def test_same_lock_has_the_same_words(root):
    assert place.fingerprint(str(root)) == place.fingerprint(str(root))


def test_one_more_letter_in_the_lock_is_another_lock(root):
    before = place.fingerprint(str(root))
    (root / "uv.lock").write_text("version = 1\n\n")
    assert place.fingerprint(str(root)) != before


def test_words_for_a_lock_tell_the_python_and_the_machine(root):
    words = place.fingerprint(str(root)).split(" ")
    assert words[:2] == [sys.implementation.cache_tag, sys.platform]
    assert len(words) == 4


def test_environment_stands_in_the_checkout(root):
    assert place.home(str(root), WANTED) == str(root / ".venv")


def test_path_with_a_colon_sends_the_environment_to_the_cache(
        tmp_path, cache):
    root = tmp_path / "12:30"
    root.mkdir()
    assert place.home(str(root), WANTED).startswith(str(cache))


def test_relative_cache_folder_counts_from_here(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", "near")
    assert place.cached(WANTED).startswith(str(tmp_path / "near"))


def test_nothing_is_nobodys_environment(root):
    assert not place.is_foreign(str(root / ".venv"))


def test_unfinished_environment_of_ours_is_not_foreign(root):
    (root / ".venv").mkdir()
    for name in (place.LOCK, "pyvenv.cfg"):
        (root / ".venv" / name).write_text("")
    assert not place.is_foreign(str(root / ".venv"))


def test_environment_without_our_lock_is_foreign(root):
    (root / ".venv").mkdir()
    (root / ".venv" / "pyvenv.cfg").write_text("")
    assert place.is_foreign(str(root / ".venv"))


def test_file_in_the_place_of_the_environment_is_foreign(root):
    (root / ".venv").write_text("mine")
    assert place.is_foreign(str(root / ".venv"))


def test_link_to_nowhere_in_the_place_is_foreign(root):
    (root / ".venv").symlink_to("/nowhere")
    assert place.is_foreign(str(root / ".venv"))


# Variables


@pytest.mark.parametrize("name", [*place.HARMFUL, *download.ELSEWHERE])
def test_variable_that_leads_astray_does_not_reach_pip(name, monkeypatch):
    monkeypatch.setenv(name, "/elsewhere")
    assert name not in download.variables()


@pytest.mark.parametrize("name", [
    "PIP_INDEX_URL", "PIP_PROXY", "PIP_FIND_LINKS", "HTTPS_PROXY",
    "SSL_CERT_FILE", "PYTHONDONTWRITEBYTECODE"])
def test_setting_of_the_user_reaches_pip(name, monkeypatch):
    monkeypatch.setenv(name, "mine")
    assert download.variables()[name] == "mine"


# What is told


def test_steps_in_a_log_are_one_line_each(monkeypatch):
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    steps = Steps(2)
    steps.begin("fetch")
    steps.note("1 of 9")
    steps.begin("install")
    steps.end()
    lines = stream.getvalue().splitlines()
    assert [line.split()[:4] for line in lines] == [
        ["1", "of", "2", "fetch"], ["2", "of", "2", "install"]]


def test_steps_in_a_terminal_show_what_is_worked_on(monkeypatch):
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    steps = Steps(1)
    steps.begin("fetch")
    steps.note("1 of 9")
    steps.end()
    assert "\r  1 of 1  fetch: 1 of 9\r" in stream.getvalue()


def test_note_is_gone_when_the_step_has_ended(monkeypatch):
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    steps = Steps(1)
    steps.begin("fetch")
    steps.note("1 of 9")
    steps.end()
    note, last = stream.getvalue().rstrip().split("\r")[-2:]
    assert len(last) >= len(note) and "of 9" not in last


def test_step_that_failed_has_no_seconds(capsys):
    steps = Steps(1)
    steps.begin("fetch")
    steps.give_up()
    steps.end()
    assert capsys.readouterr().err.strip() == "1 of 1  fetch"


def test_ends_without_a_step_say_nothing(capsys):
    steps = Steps(1)
    steps.end()
    steps.give_up()
    assert capsys.readouterr().err == ""


def test_missing_library_is_named_with_the_command(capsys):
    error = ModuleNotFoundError("no rich", name="rich.console")
    assert bootstrap.missing_library(error) == 2
    assert "no library `rich`: type `python -m pip" in (
        capsys.readouterr().err)


@pytest.mark.parametrize("name", ["grader.cli", "tests", None])
def test_missing_part_of_our_own_stays_an_error(name):
    with pytest.raises(ModuleNotFoundError):
        bootstrap.missing_library(ModuleNotFoundError("gone", name=name))


# Failures that no test can make for real


def full_disk(*_, **__):
    raise OSError(28, "No space left on device")


def test_full_disk_ends_with_a_sentence(root, monkeypatch):
    monkeypatch.setattr(os, "makedirs", full_disk)
    monkeypatch.setattr(locked, "read_pins", lambda *_: [])
    with pytest.raises(place.SetupError, match="disk is full: free some"):
        install.prepare(str(root), WANTED, ())


def test_python_that_is_too_new_is_told_with_the_newest_that_fits(
        root, monkeypatch):
    pins = [locked.Pin("numpy", "2.3.5", ("sha256:aa",),
                       ("numpy-2.3.5-cp311-cp311-linux.whl",
                        "numpy-2.3.5-cp314-cp314-linux.whl"))]
    monkeypatch.setattr(locked, "read_pins", lambda *_: pins)
    monkeypatch.setattr(sys, "version_info", (3, 15, 0, "final", 0))
    with pytest.raises(place.SetupError, match=(
            r"numpy 2\.3\.5 is not made for Python 3\.15 yet: .*"
            r"`python3\.14 grader`")):
        install.prepare(str(root), WANTED, ())


def test_python_that_cannot_serve_leaves_the_old_environment_alone(
        finished, monkeypatch):
    """Made by another Python; the one that runs now has no venv."""
    (finished / place.LOCK).write_text("")
    monkeypatch.setattr(locked, "read_pins", lambda *_: [])
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    with pytest.raises(place.SetupError, match="no module `ensurepip`"):
        install.prepare(str(finished.parent), "other " + WANTED[12:], ())
    assert place.is_ready(str(finished), WANTED)
