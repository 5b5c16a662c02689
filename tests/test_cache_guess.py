"""The guess, from times and sizes, whether anything has to run."""

import os

import pytest

from grader import cli, early, unchanged
from grader.unchanged import changed_names, look, note


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """A cache folder of the test's own, and no server."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.delenv("GRADER_NO_CACHE", raising=False)
    return tmp_path / "home"


@pytest.fixture
def folder(tmp_path):
    """A submission with tasks, a driver and other files."""
    root = tmp_path / "ada"
    for place in ("0x00-a/0-one.py", "0x00-a/1-two.py", "0x00-a/0-main.py",
                  "0x00-a/README.md", "0x02-c/0-choice", "3-alone.py"):
        (root / place).parent.mkdir(parents=True, exist_ok=True)
        (root / place).write_text("x = 1\n")
    return root


def noted(folder, again=()):
    note(str(folder), look(str(folder)), again)
    return folder


def test_without_an_earlier_run_nothing_is_known(folder):
    assert changed_names(str(folder)) is None


def test_unchanged_folder_has_no_new_names(folder):
    noted(folder)
    assert changed_names(str(folder)) == set()


def touch(folder):
    path = folder / "0x00-a" / "0-one.py"
    os.utime(path, (1, 1))


def grow(folder):
    (folder / "0x00-a" / "0-one.py").write_text("x = 1000\n")


def open_up(folder):
    (folder / "0x00-a" / "0-one.py").chmod(0o777)


def remove(folder):
    (folder / "0x00-a" / "0-one.py").unlink()


@pytest.mark.parametrize("change", [touch, grow, open_up, remove])
def test_changed_file_is_named(change, folder):
    noted(folder)
    change(folder)
    assert changed_names(str(folder)) == {"0-one.py"}


@pytest.mark.parametrize("place, names", [
    ("0x00-a/9-new.py", {"9-new.py"}), ("0x02-c/1-choice", {"1-choice"}),
    ("8-new.py", {"8-new.py"}), ("0x00-a/9-main.py", set()),
    ("0x00-a/notes.txt", set()), (".hidden/0-one.py", set())])
def test_new_file_is_named_if_it_can_be_a_task(place, names, folder):
    noted(folder)
    (folder / place).parent.mkdir(exist_ok=True)
    (folder / place).write_text("x")
    assert changed_names(str(folder)) == names


def test_file_that_must_run_again_is_always_new(folder):
    noted(folder, ["1-two.py"])
    assert changed_names(str(folder)) == {"1-two.py"}


def test_one_file_is_known_by_itself(folder):
    path = folder / "3-alone.py"
    noted(path)
    assert changed_names(str(path)) == set()
    path.write_text("x = 22\n")
    assert changed_names(str(path)) == {"3-alone.py"}
    assert changed_names(str(folder)) is None


def test_link_to_the_folder_is_the_folder(folder, tmp_path):
    noted(folder)
    (tmp_path / "link").symlink_to(folder)
    assert changed_names(str(tmp_path / "link")) == set()


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "[" * 100_000,
                                  "\udcff"])
def test_damaged_list_is_no_list(text, folder):
    noted(folder)
    with open(unchanged._place(str(folder)), "w", encoding="utf-8",
              errors="surrogateescape") as file:
        file.write(text)
    assert changed_names(str(folder)) is None


def test_list_that_cannot_be_written_is_no_trouble(folder, home):
    home.write_text("no folder")
    noted(folder)
    assert changed_names(str(folder)) is None


@pytest.mark.parametrize("kind", ["missing", "locked"])
def test_strange_paths_are_no_trouble(kind, tmp_path):
    path = tmp_path / kind
    if kind == "locked":
        path.mkdir(mode=0)
    assert look(str(path)) == {}


def test_huge_folder_is_not_looked_through(folder, monkeypatch):
    monkeypatch.setattr(unchanged, "MOST_FILES", 3)
    assert len(look(str(folder))) == 3


@pytest.mark.parametrize("words", [
    ("--no-cache",), ("--require-isolation", "full"),
    ("--require-isolation=full",)])
def test_words_that_ask_for_runs_start_everything(words, folder):
    noted(folder)
    assert early.new_names(["grade", str(folder)]) == set()
    assert early.new_names(["grade", str(folder), *words]) is None


@pytest.mark.parametrize("name", ["CI", "GRADER_NO_CACHE"])
def test_switch_in_the_environment_starts_everything(name, folder,
                                                     monkeypatch):
    noted(folder)
    monkeypatch.setenv(name, "true")
    assert early.new_names(["grade", str(folder)]) is None


@pytest.fixture
def figures(folder):
    (folder / "0x01-plotting").mkdir()
    for name in ("0-line.py", "1-scatter.py"):
        (folder / "0x01-plotting" / name).write_text("x")
    return folder


def test_unchanged_folder_starts_nothing(figures):
    noted(figures)
    assert cli.wanted(["grade", str(figures)]) == ""


def test_first_run_starts_everything(figures):
    assert cli.wanted(["grade", str(figures)]) == "draw"


def test_drawing_starts_only_when_a_figure_changed(figures):
    noted(figures)
    (figures / "0x00-a" / "0-one.py").write_text("x = 33\n")
    assert cli.wanted(["grade", str(figures)]) == "plain"
    (figures / "0x01-plotting" / "0-line.py").write_text("x = 33\n")
    assert cli.wanted(["grade", str(figures)]) == "draw"


def test_watch_starts_no_drawing(figures):
    assert cli.wanted(["watch", str(figures)]) == "plain"


@pytest.mark.parametrize("words", [
    ["--help"], ["schema"], ["grade", "--help"], ["grade", "--no-fork"],
    ["verify"], ["export", "junit"]])
def test_words_that_grade_nothing_start_nothing(words):
    assert cli.wanted(words) == ""
