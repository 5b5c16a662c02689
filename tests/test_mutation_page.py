"""docs/sharpness.md says what is so; `grader verify --mutants` writes it."""

import re
from contextlib import nullcontext
from fractions import Fraction

import pytest
from small_course import CHECK, load_check
from source_tree import CHECKS, ROOT

from grader.author.agreement.texts import Text
from grader.author.mutation import command
from grader.author.mutation.command import MutantOptions, measured
from grader.author.mutation.equivalent import unknown_equivalents
from grader.author.mutation.mutants import Mutant
from grader.author.mutation.page import PLACE, page_text, row
from grader.author.mutation.sharpness import Sharpness, measure
from grader.checkfile import load
from grader.checkpaths import find_ids
from grader.course import Course
from grader.model import UsageError
from grader.words import run_words

PAGE = ROOT.joinpath(*PLACE)
# Measured again each time: small tasks of every topic and every kind.
SAMPLE = ("*/1-trim_me_down", "*/5-across_the_planes", "*/14-saddle_up",
          "*/0-line", "*/9-sum_total", "*/10-matisse", "*/4-mean_cov",
          "*/0-convolve_grayscale_valid")
ROW = re.compile(r"^\| (\S+) \| (\d+) \| (\d+) \| (\d+) \| (\S+) % \|$",
                 re.MULTILINE)
TEXT = "def double(n):\n    return n + n\n"
MUTANT = Mutant("return n + n => return n", "arithmetic", 2,
                "def double(n):\n    return n\n")


def rows():
    """Name -> the numbers of its line on the page."""
    return {name: (int(made), int(right), int(caught), share)
            for name, made, right, caught, share in ROW.findall(
                PAGE.read_text(encoding="utf-8"))}


def test_sample_of_the_page_is_measured_again(sandbox):
    page = PAGE.read_text(encoding="utf-8").splitlines()
    found = list(measure(Course(SAMPLE), str(ROOT), sandbox))
    assert len(found) == len(SAMPLE)
    wrong = [line for one in found
             if (line := row(one.file.id.rpartition("/")[2], [one]))
             not in page]
    assert wrong == [], "run `python3 grader verify --mutants --write`"
    assert [one.file.id for one in found if not one.is_sharp] == []


def test_page_tells_of_every_task_with_a_program():
    course = [task for task in find_ids(str(CHECKS))
              if load(str(CHECKS), task).choice is None]
    topics = {task.partition("/")[0] for task in course}
    assert set(rows()) == {task.rpartition("/")[2] for task in course} | {
        *topics, "all"}


def test_page_keeps_what_is_asked_for():
    for name, (made, right, caught, share) in rows().items():
        asked = Fraction(97 if name == "all" else 90, 100)
        assert caught >= asked * (made - right), name
        assert (share == "100") == (caught == made - right), name


def test_sums_of_the_page_add_up():
    found = rows()
    topics = [name for name in found if name.startswith("0x")]
    for place in range(3):
        parts = [found[name][place] for name in found
                 if name not in ("all", *topics)]
        assert found["all"][place] == sum(parts) == sum(
            found[name][place] for name in topics)


def test_every_listed_mutant_on_the_page_has_its_reason():
    """As many are told as check files list, or more where a star stands."""
    found = rows()
    for task in find_ids(str(CHECKS)):
        file = load(str(CHECKS), task)
        if file.choice is None:
            told = found[task.rpartition("/")[2]][1]
            assert told >= len(file.equivalents), task
            assert told == len(file.equivalents) or any(
                entry.endswith("=> *") for entry in file.equivalents), task


def sharp(tmp_path, **words):
    return Sharpness(load_check(tmp_path), TEXT, **{
        "made": 10, "caught": 9, "equivalents": (),
        "survivors": ((MUTANT, (0, 1)),), **words})


def test_page_shows_numbers_and_what_is_not_caught(tmp_path):
    text = page_text([sharp(tmp_path)])
    assert "| 0-double | 10 | 0 | 9 | 90 % |" in text
    assert "| 0x00-topic | 10 | 0 | 9 | 90 % |" in text
    assert ("Not caught in 0-double:\n\n"
            "    line 2: return n + n => return n\n") in text
    assert max(map(len, text.splitlines())) <= 79


def test_page_without_survivors_does_not_speak_of_them(tmp_path):
    text = page_text([sharp(tmp_path, caught=10, survivors=())])
    assert "Not caught" not in text and text.endswith("| 100 % |\n")


def test_entry_that_names_no_mutant_is_told_without_a_run(tmp_path):
    entries = {"return n + n => return n": "a", "return 1 => return 2": "b"}
    file = load_check(tmp_path, f"{CHECK}\nEQUIVALENT_MUTANTS = "
                                f"{entries!r}\n")
    problem, = unknown_equivalents(file, Text("0-double.py", TEXT))
    assert "`return 1 => return 2`" in problem
    assert unknown_equivalents(file, None) == []
    assert unknown_equivalents(file, Text("0-double.py", "def (")) == []


class Measured:
    """Stands for the course: what `measure` finds, and where it writes."""

    def __init__(self, tmp_path, monkeypatch, found):
        (tmp_path / "docs").mkdir()
        self.root = tmp_path
        monkeypatch.setattr(command, "measure", lambda *_: iter(found))
        monkeypatch.setattr(command, "open_sandbox", lambda *_: nullcontext())

    def lines(self, *tasks, write=False):
        *lines, is_sharp = measured(MutantOptions(
            tasks, str(self.root), 1, write))
        return lines, is_sharp


def test_command_writes_the_page_only_when_asked(tmp_path, monkeypatch):
    found = [sharp(tmp_path)]
    desk = Measured(tmp_path, monkeypatch, found)
    page = tmp_path.joinpath(*PLACE)
    assert not desk.lines()[1] and not page.exists()
    lines, _ = desk.lines(write=True)
    assert page.read_text() == page_text(found)
    assert lines[-1] == f"{page} is written."


def test_command_is_content_with_sharp_checks(tmp_path, monkeypatch):
    desk = Measured(tmp_path, monkeypatch, [sharp(tmp_path, made=1000,
                                                  caught=999)])
    assert desk.lines()[1]


def test_page_of_some_tasks_is_refused(tmp_path, monkeypatch):
    with pytest.raises(UsageError, match="leave the task out"):
        Measured(tmp_path, monkeypatch, []).lines("*/0-*", write=True)


def test_write_without_mutants_is_refused(capsys):
    assert run_words(["verify", "--write"], None) == 2
    assert "--write goes with --mutants" in capsys.readouterr().err


@pytest.mark.parametrize("least, status", [(0.9, 0), (1.1, 1)])
def test_exit_status_says_whether_all_is_sharp(monkeypatch, capsys, least,
                                               status):
    monkeypatch.setattr("grader.author.mutation.sharpness.LEAST_RATE", least)
    assert run_words(["verify", "--mutants", "*/14-saddle_up"],
                     None) == status
    out = capsys.readouterr().out
    assert "14-saddle_up" in out and "are caught" in out
    assert ("blunt" in out) == (status == 1)
