"""The guess whether figures will be drawn, from the words alone."""

import pytest
from small_course import write_check

from grader import cli, early
from grader.early import new_names, will_draw
from grader.sandbox import starting
from grader.unchanged import look, note

FIGURE = '"""A line."""\n\nKIND = "figure"\n'
FUNCTION = '"""A figure of speech."""\n\nKIND = "function"\n'


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    """What was seen before is kept in a folder of the test's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name in ("CI", "GRADER_NO_CACHE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def course(tmp_path):
    """Two tasks, of which one draws."""
    checks = tmp_path / "checks"
    write_check(checks, FIGURE, "0x01-plots/3-line")
    write_check(checks, FUNCTION, "0x00-numbers/3-sum")
    (checks / "notes.txt").write_text("no folder")
    return str(checks)


@pytest.fixture
def folder(tmp_path):
    """A submission with both tasks."""
    root = tmp_path / "work"
    for place in ("0x01-plots/3-line.py", "0x00-numbers/3-sum.py"):
        (root / place).parent.mkdir(parents=True)
        (root / place).write_text("1 / 0\n")
    return root


@pytest.mark.parametrize("pattern, draws", [
    ("0x01-plots", True), ("0x01-plots/3-line", True), ("3", True),
    ("*/3-line", True), ("3-*", True), ("0x00-numbers", False),
    ("3-sum", False), ("4", False), ("line", True), ("3-line.py", True),
    ("0x01-plots/3-line.py", True), ("./0x01-plots/3-line.py", True),
    ("/home/me/0x01-plots/3-line.py", True), ("./0x01-plots/", True),
    ("0x01", True), ("plots/3-line.py", True), ("3-LINE", True),
    ("./0x00-numbers/3-sum.py", False), ("0x00-numbers/3-sum.py", False),
    ("/home/me/0x00-numbers/3-sum.py", False), ("0x00", False),
    ("sum", False), ("li", False), ("", False), ("/", False)])
def test_pattern_that_means_a_drawing_task_is_seen(pattern, draws, course,
                                                   folder):
    for words in (["--task", pattern], [f"--task={pattern}"]):
        assert will_draw(["grade", str(folder), *words], course) is draws


@pytest.mark.parametrize("place, draws", [
    ("", True), ("0x01-plots", True), ("0x01-plots/3-line.py", True),
    ("0x00-numbers", False), ("0x00-numbers/3-sum.py", False)])
def test_path_without_a_drawing_task_needs_no_drawing(place, draws, course,
                                                      folder):
    assert will_draw(["grade", str(folder / place)], course) is draws


def test_without_a_path_the_working_folder_is_looked_at(course, folder,
                                                        monkeypatch):
    monkeypatch.chdir(folder)
    assert will_draw(["grade", "--seed", "1"], course)
    monkeypatch.chdir(folder / "0x00-numbers")
    assert not will_draw(["grade", "--seed", "1"], course)


def test_file_that_is_named_as_a_task_is_not_the_folder(course, folder,
                                                        monkeypatch):
    monkeypatch.chdir(folder)
    names = new_names(["grade", "--task", "0x01-plots/3-line.py"])
    assert names is None                # nothing is known of any folder yet
    note(".", look("."), ())
    for words in (["--task", "0x01-plots/3-line.py"],
                  ["--task=0x01-plots/3-line.py"]):
        assert new_names(["grade", *words]) == set()
    (folder / "0x01-plots" / "3-line.py").write_text("2 / 0  # another\n")
    assert new_names(["grade", "--task", "0x01-plots/3-line.py"]) == {
        "3-line.py"}


def test_file_to_be_explained_is_what_is_graded(folder, monkeypatch):
    asked = []
    monkeypatch.setattr(cli, "new_names", asked.append)
    monkeypatch.setattr(cli, "will_draw", lambda words, new: False)
    cli.wanted(["explain", "0x01-plots/3-line.py"])
    monkeypatch.chdir(folder)
    assert early._path(asked[0]) == "0x01-plots/3-line.py"


def test_without_words_the_checkout_is_looked_at(course, tmp_path,
                                                 monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert not will_draw([], course)
    assert will_draw([])


@pytest.mark.parametrize("kind", ["missing", "link", "locked"])
def test_strange_paths_are_no_trouble(kind, course, tmp_path):
    path = tmp_path / kind
    if kind == "link":
        path.symlink_to(tmp_path / "nowhere")
    elif kind == "locked":
        path.mkdir(mode=0)
    assert not will_draw(["grade", str(path), "--task", "3-line"], course)


def test_more_than_one_task_word_is_read(course, folder):
    words = ["grade", str(folder), "--task", "3-sum", "--task", "3-line"]
    assert will_draw(words, course)


def test_drawing_library_gets_a_folder_of_the_graders_own(monkeypatch,
                                                          tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    drawing = starting.scrubbed_environment(draws=True)
    assert drawing["MPLCONFIGDIR"].startswith(str(tmp_path))
    assert "MPLCONFIGDIR" not in starting.scrubbed_environment()


def test_zygote_that_draws_is_ended_with_the_other():
    plain = starting.start_zygote()
    drawing = starting.start_zygote(draws=True)
    starting.stop_zygote(plain._replace(drawing=drawing))
    assert drawing.process.poll() is not None
    assert plain.process.poll() is not None
