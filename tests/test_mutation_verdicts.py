"""Mutants are judged like students; survivors and stale entries are told."""

import msgspec
import pytest
from graded import RIGHT
from small_course import CHECK, TASK, write_check

from grader import fingerprints
from grader.author.mutation import sharpness, verdicts
from grader.author.mutation.keeping import Shelf
from grader.author.mutation.sharpness import measure
from grader.author.mutation.telling import (end_lines, entry_lines, is_sharp,
                                            percent, task_lines)
from grader.cache import Store
from grader.course import Course
from grader.discover import discover
from grader.model import Limits

# Nothing but 0 is asked for, so that nearly all is missed.
BLUNT = CHECK.replace("double([1, 2])", "double([0])").replace(
    "[2, 4]", "[0]").replace("rng.integers(1, 9, size).tolist()",
                             "[0]").replace(
    "(-rng.integers(3, 9, size)).tolist()", "[0, 0]")
CHANGE = "return [2 * number for number in numbers] => "
ADDED = f"{CHANGE}return [3 * number for number in numbers]"
LINE = "    return [2 * number for number in numbers]\n"


def with_entries(text, *entries):
    lines = "".join(f"    {entry!r}:\n        'it is as right',\n"
                    for entry in entries)
    return f"{text}\n\nEQUIVALENT_MUTANTS = {{\n{lines}}}\n"


class Desk:
    """A course of one task, its reference, and a cache of its own."""

    def __init__(self, root, sandbox):
        self.root = root
        self.sandbox = sandbox
        self.path = root / "checkout" / (TASK + ".py")
        self.path.parent.mkdir(parents=True)
        self.path.write_text(RIGHT)

    def measure(self, text=CHECK, shelf=None):
        write_check(self.root / "checks", text)
        course = Course(root=str(self.root / "checks"))
        found, = measure(course, str(self.root / "checkout"), self.sandbox,
                         shelf)
        return found

    def shelf(self):
        return Shelf(Store(str(self.root / "cache")))


@pytest.fixture
def desk(tmp_path, sandbox):
    return Desk(tmp_path, sandbox)


@pytest.fixture
def runs(monkeypatch):
    """How many mutants were run, call by call."""
    counted = []

    def counting(file, task, texts, course, sandbox):
        counted.append(len(texts))
        return judged(file, task, texts, course, sandbox)
    judged = sharpness.judged
    monkeypatch.setattr(sharpness, "judged", counting)
    return counted


def test_sharp_checks_catch_every_mutant(desk):
    sharp = desk.measure()
    assert sharp.made == sharp.caught > 5
    assert (sharp.survivors, sharp.stale, sharp.error) == ((), (), "")
    assert sharp.rate == 1 and sharp.is_sharp


def test_blunt_checks_let_mutants_survive_with_both_seeds(desk):
    sharp = desk.measure(BLUNT)
    assert ADDED in [mutant.id for mutant, _ in sharp.survivors]
    assert {seeds for _, seeds in sharp.survivors} == {(0, 1)}
    assert sharp.caught + len(sharp.survivors) == sharp.made
    assert not sharp.is_sharp


def test_mutant_that_one_seed_misses_is_a_survivor(desk):
    # Of the two draws with each seed only one of seed 1 is a 1.
    text = BLUNT.replace("[0, 0],)", "[int(rng.integers(0, 5) == 1)],)")
    assert text != BLUNT
    assert (0,) in [seeds for _, seeds in desk.measure(text).survivors]


def test_listed_mutant_counts_as_right(desk):
    bare, listed = desk.measure(BLUNT), desk.measure(
        with_entries(BLUNT, ADDED))
    assert [mutant.id for mutant in listed.equivalents] == [ADDED]
    assert listed.counted == bare.counted - 1
    assert ADDED not in [mutant.id for mutant, _ in listed.survivors]
    assert listed.stale == ()


def test_star_lists_every_change_of_a_line(desk):
    sharp = desk.measure(with_entries(BLUNT, f"{CHANGE}*"))
    assert sharp.survivors == sharp.stale == ()
    assert sharp.equivalents and sharp.is_sharp


@pytest.mark.parametrize("entry", [ADDED, f"{CHANGE}*",
                                   "return 5 => return 6"])
def test_entry_for_a_caught_or_unknown_mutant_is_stale(desk, entry):
    sharp = desk.measure(with_entries(CHECK, entry))
    assert sharp.stale == (entry,)
    assert not sharp.is_sharp
    assert f"remove the entry `{entry}`" in " ".join(
        " ".join(task_lines(sharp)).split())


def test_mutant_that_loses_only_style_survives(desk):
    desk.path.write_text(RIGHT.replace(LINE, (
        "    result = []\n    for number in numbers:\n"
        "        result = result + [number + number]\n"
        "    return result\n")))
    alive = [mutant.id for mutant, _ in desk.measure().survivors]
    assert alive == []          # only changes that change the result
    desk.path.write_text(RIGHT.replace(LINE, (
        "    return [2 * number for number in list(numbers)]\n")))
    alive = [mutant.id for mutant, _ in desk.measure().survivors]
    assert len(alive) == 2 and all("numbers]" in one or "tuple(" in one
                                   for one in alive)


def test_mutant_that_never_ends_is_caught(desk):
    desk.path.write_text(RIGHT.replace(LINE, (
        "    steps = 2\n    while steps > 0:\n        steps -= 1\n"
        "    return [number + number for number in numbers]\n")))
    limits = {"call_seconds": 0.3, "load_seconds": 1.0, "task_seconds": 1.0}
    sharp = desk.measure(f"{CHECK}\nLIMITS = {limits}\n")
    endless = "steps -= 1 => steps += 1"
    assert endless not in [mutant.id for mutant, _ in sharp.survivors]
    assert "while steps > 0: => while steps >= 0:" in [
        mutant.id for mutant, _ in sharp.survivors]


def test_slow_mutant_gets_the_time_of_a_student(desk, monkeypatch):
    slow = f"import time\n{RIGHT}".replace(
        LINE, f"    time.sleep(0.05)\n{LINE}")
    monkeypatch.setattr(verdicts, "SHORT", Limits(call_seconds=0.01))
    write_check(desk.root / "checks")
    course = Course(root=str(desk.root / "checks"))
    task, = discover(str(desk.root / "checkout"), course.wanted()).tasks
    wrong = slow.replace("2 * number", "3 * number")
    assert dict(verdicts.judged(course.files[0], task, [slow, wrong], course,
                                desk.sandbox)) == {0: (0, 1), 1: ()}


def test_wrong_reference_is_named_instead_of_its_mutants(desk):
    desk.path.write_text(RIGHT.replace("2 * number", "3 * number"))
    sharp = desk.measure()
    assert "its reference solution loses points itself" in sharp.error
    assert not sharp.is_sharp
    line, *rest = task_lines(sharp)
    assert line.split() == ["broken", TASK] and rest


@pytest.mark.parametrize("text, words", [
    (None, "reference solution is missing"),
    ("def double(:\n", "reference solution is no Python")])
def test_reference_that_cannot_be_changed_is_named(desk, text, words):
    desk.path.unlink()
    if text is not None:
        desk.path.write_text(text)
    assert words in desk.measure().error


def test_survivor_is_told_with_diff_seed_and_entry(desk):
    lines = list(task_lines(desk.measure(BLUNT)))
    text = "\n".join(lines)
    assert lines[0].split()[0] == "blunt"
    assert f"    {TASK}, line 7, seed 0 and 1:" in lines
    assert "    -    return [2 * number for number in numbers]" in lines
    assert "    +    return [3 * number for number in numbers]" in lines
    assert "--- 0-double.py" in text
    assert f"grader/checks/{TASK}.py" in text
    assert max(map(len, lines)) <= 79
    for line in entry_lines(ADDED, "why the task text allows it"):
        assert line in lines


def test_told_entry_can_be_put_into_the_check_file(desk):
    change = 'x = "a" + \'b\' * 2 => x = "a\\n" + ' + "'b' * 3 " * 9
    lines = entry_lines(change, "the reason")
    assert max(map(len, lines)) <= 79
    assert eval("{" + "\n".join(lines) + "}") == {change: "the reason"}


def test_sum_says_what_is_asked_for(desk):
    sharp, blunt = desk.measure(), desk.measure(BLUNT)
    assert list(end_lines([sharp]))[1].startswith(
        f"{sharp.made} of the other {sharp.made} are caught: 100 %.")
    assert is_sharp([sharp]) and not is_sharp([sharp, blunt])


def test_whole_can_be_too_blunt_though_each_task_is_sharp_enough(desk):
    sharp = msgspec.structs.replace(desk.measure(), made=100, caught=95)
    assert sharp.is_sharp and not is_sharp([sharp])
    assert is_sharp([msgspec.structs.replace(sharp, caught=97)])


@pytest.mark.parametrize("rate, words", [
    (1.0, "100"), (0.99999, "99.9"), (0.9, "90"), (0.975, "97.5"),
    (0.0, "0")])
def test_share_is_rounded_but_never_up_to_all(rate, words):
    assert percent(rate) == words


def test_second_measurement_runs_nothing(desk, runs):
    first = desk.measure(shelf=desk.shelf())
    second = desk.measure(shelf=desk.shelf())
    assert runs == [first.made]
    assert (second.caught, second.survivors) == (first.caught,
                                                 first.survivors)


def test_cache_remembers_the_seeds_of_survivors(desk, runs):
    first = desk.measure(BLUNT, shelf=desk.shelf())
    assert desk.measure(BLUNT, desk.shelf()).survivors == first.survivors
    assert len(runs) == 1


def test_changed_check_file_is_measured_again(desk, runs):
    desk.measure(CHECK, desk.shelf())
    assert desk.measure(BLUNT, desk.shelf()).survivors
    assert len(runs) == 2


def test_new_entry_for_an_equivalent_mutant_runs_nothing(desk, runs):
    desk.measure(BLUNT, desk.shelf())
    listed = desk.measure(with_entries(BLUNT, ADDED), desk.shelf())
    assert len(runs) == 1 and len(listed.equivalents) == 1


def test_what_stands_behind_the_entries_is_no_part_of_them(desk, runs):
    listed = with_entries(CHECK, ADDED)
    desk.measure(listed, desk.shelf())
    desk.measure(f"{listed}\nTOLERANCE = (1e-3, 1e-3)\n", desk.shelf())
    assert len(runs) == 2


@pytest.mark.parametrize("name", ["sources", "machine"])
def test_other_grader_or_machine_measures_again(desk, runs, monkeypatch,
                                                name):
    desk.measure(CHECK, desk.shelf())
    monkeypatch.setattr(fingerprints, name, lambda *_: "another")
    desk.measure(CHECK, desk.shelf())
    assert len(runs) == 2


def test_nothing_is_kept_if_the_grader_changes_meanwhile(desk, runs,
                                                         monkeypatch):
    shelf = desk.shelf()
    monkeypatch.setattr(fingerprints, "stamp", lambda *_: ("changed",))
    desk.measure(CHECK, shelf)
    monkeypatch.undo()
    monkeypatch.setattr(sharpness, "judged", lambda *_: iter(()))
    with pytest.raises(KeyError):
        desk.measure(CHECK, desk.shelf())


def test_new_reference_runs_only_what_is_new(desk, runs):
    desk.measure(shelf=desk.shelf())
    desk.path.write_text(RIGHT + "\n\ndef other(n):\n    return n + 1\n")
    desk.measure(shelf=desk.shelf())
    assert runs[1] > 0          # each text is another one now


def test_damaged_cache_is_no_cache(desk, runs):
    shelf = desk.shelf()
    desk.measure(shelf=shelf)
    for path in (desk.root / "cache").iterdir():
        path.write_bytes(b"\x00" * 100)
    assert desk.measure(shelf=desk.shelf()).is_sharp
    assert len(runs) == 2
