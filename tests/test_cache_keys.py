"""What results depend on: neighbours, seeds, sources, libraries, chance."""

import hashlib
import os
import sys

import pytest
from small_course import CHECK, TASK, write_check

from grader import fingerprints, neighbours, steady
from grader.checkpaths import find_ids
from grader.model import Finding, Outcome, SourceFile, TaskFile
from grader.neighbours import (content_digest, mentioned, reachable, seed_of)
from grader.plain import clean, cut
from grader.sandbox import Run
from grader.steady import asks_for_chance, is_steady


def task_of(text, **siblings):
    """A task file of this text with modules beside it."""
    data = text.encode()
    return TaskFile(TASK, TASK + ".py", SourceFile(
        "0-double.py", data, hashlib.sha256(data).hexdigest(), True),
        siblings={name: words.encode() for name, words in siblings.items()})


def test_siblings_are_reached_through_siblings():
    task = task_of("import one", one="import two", two="", three="")
    assert set(mentioned(task)) == set(reachable(task)) == {"one", "two"}


@pytest.mark.parametrize("text", [
    "__import__('t' + 'wo')", "import importlib", "exec('import ' + name)",
    "eval(word)", "sys.modules", "import ｔｗｏ", "getattr(x, y)"])
def test_indirect_words_reach_every_sibling(text):
    task = task_of(text, one="", two="")
    assert set(reachable(task)) == {"one", "two"}


def test_indirect_words_in_a_sibling_count_too():
    task = task_of("import one", one="import importlib", three="")
    assert set(reachable(task)) == {"one", "three"}


@pytest.mark.parametrize("other", [
    task_of("import one # ", one="a"), task_of("import one", one="b"),
    task_of("import one", one="a", on="b"), task_of("import one")])
def test_digest_is_another_for_other_content(other):
    assert content_digest(other) != content_digest(
        task_of("import one", one="a"))


def test_digest_does_not_know_who_else_lies_there():
    assert content_digest(task_of("import one", one="a", two="b")) == \
        content_digest(task_of("import one", one="a", three="c"))


def test_digest_tells_names_of_siblings_apart():
    assert content_digest(task_of("one two", one="a", two="b")) != \
        content_digest(task_of("one two", one="b", two="a"))


def test_name_that_is_no_text_is_no_trouble():
    task = task_of("x")
    odd = TaskFile(task.id, task.path, task.source,
                   siblings={"\udcff": b"a"})
    assert content_digest(odd) == content_digest(task)


def test_own_seed_comes_from_the_content_and_a_given_one_stays():
    one, two = task_of("a = 1"), task_of("a = 2")
    assert seed_of(one, 0) != seed_of(two, 0)
    assert 0 < seed_of(one, 0) < 1 << 48
    assert seed_of(one, 7) == seed_of(two, 7) == 7


def test_missing_file_has_no_seed_of_its_own():
    assert seed_of(TaskFile(TASK, ""), 0) == neighbours.OWN_SEEDS


@pytest.fixture
def package(tmp_path):
    """A grader of two modules and one check file."""
    root = tmp_path / "package"
    (root / "sub").mkdir(parents=True)
    (root / "one.py").write_text("ONE = 1\n")
    (root / "sub" / "two.py").write_text("TWO = 2\n")
    write_check(root / "checks")
    return root


def edit(root):
    (root / "one.py").write_text("ONE = 11\n")


def add(root):
    (root / "sub" / "three.py").write_text("")


def move(root):
    (root / "one.py").rename(root / "sub" / "one.py")


def drop(root):
    (root / "sub" / "two.py").unlink()


@pytest.mark.parametrize("change", [edit, add, move, drop])
def test_digest_of_the_sources_sees_every_change(change, package):
    before = fingerprints.sources(str(package))
    assert fingerprints.sources(str(package)) == before
    change(package)
    assert fingerprints.sources(str(package)) != before


@pytest.mark.parametrize("change", [edit, add, move, drop])
def test_times_of_the_sources_see_every_change(change, package):
    before = fingerprints.stamp(str(package))
    change(package)
    assert fingerprints.stamp(str(package)) != before


def test_check_files_and_bytecode_are_no_sources(package):
    before = fingerprints.sources(str(package))
    write_check(package / "checks", CHECK + "# more\n")
    (package / "__pycache__").mkdir()
    (package / "__pycache__" / "one.py").write_text("x")
    assert fingerprints.sources(str(package)) == before


OTHER = "0x00-topic/1-other"
FAR = "0x01-far/0-double"


@pytest.fixture
def checks(tmp_path):
    root = tmp_path / "checks"
    for task in (TASK, OTHER, FAR):
        write_check(root, task=task)
    return root


@pytest.mark.parametrize("place, changed", [
    (f"{TASK}.py", {TASK}), (f"{TASK}.same.py", {TASK}),
    ("0x00-topic/data.npz", {TASK, OTHER}),
    ("0x00-topic/_make.py", {TASK, OTHER}),
    ("0x01-far/notes.txt", {FAR}), ("notes.json", {TASK, OTHER, FAR})])
def test_only_tasks_that_use_a_file_have_another_digest(place, changed,
                                                        checks):
    before = fingerprints.checks(str(checks))
    (checks / place).write_text("# new\n")
    after = fingerprints.checks(str(checks))
    assert {task for task in after if after[task] != before.get(task)
            and "same" not in task} == changed


def test_every_check_file_of_the_course_has_a_digest():
    folder = os.path.join(fingerprints.PACKAGE, "checks")
    found = fingerprints.checks(folder)
    assert found and set(found) == set(find_ids(folder))
    assert len(set(found.values())) == len(found)


def test_libraries_are_known_by_their_versions(tmp_path, monkeypatch):
    for name in ("numpy-2.3.1.dist-info", "old-1.0.egg-info", "numpy"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(sys, "path", [str(tmp_path), str(tmp_path / "no")])
    assert [name for name, _ in fingerprints.libraries()] == [
        "numpy-2.3.1.dist-info", "old-1.0.egg-info"]


def test_libraries_of_the_course_are_among_them():
    names = " ".join(name for name, _ in fingerprints.libraries())
    for library in ("numpy", "matplotlib", "scipy", "pycodestyle",
                    "msgspec"):
        assert f"{library}-" in names


def test_machine_is_the_same_twice():
    assert fingerprints.machine() == fingerprints.machine()


def test_fingerprints_load_no_library():
    from subprocess import run
    said = run([sys.executable, "-c", """
import sys
from grader.fingerprints import PACKAGE, checks, machine, sources
machine(), sources(), checks(PACKAGE + "/checks")
print(sorted({"numpy", "matplotlib", "scipy"} & set(sys.modules)))"""],
               capture_output=True, text=True,
               cwd=os.path.dirname(fingerprints.PACKAGE))
    assert said.stdout.strip() == "[]"


def run_of(*outcomes, children=1, loaded=None):
    return Run(loaded or Outcome("value"), outcomes, children, 0.1)


def test_values_and_plain_exceptions_are_steady():
    assert is_steady(None)
    assert is_steady(run_of(Outcome("value", 3), Outcome(
        "exception", error="ValueError")))
    assert is_steady(run_of(loaded=Outcome("exception", error="NameError")))


@pytest.mark.parametrize("run", [
    run_of(Outcome("timeout")), run_of(Outcome("crash")),
    run_of(Outcome("refused")), run_of(Outcome("not_run")),
    run_of(Outcome("exception", error="MemoryError")),
    run_of(Outcome("exception", error="OSError")),
    run_of(Outcome("value"), children=2),
    run_of(loaded=Outcome("timeout"))])
def test_what_the_machine_may_have_caused_is_not_steady(run):
    assert not is_steady(run)


def test_measured_pace_is_not_steady():
    finding = Finding("rules", steady.PACE, "it took long", remark=True)
    assert not is_steady(run_of(Outcome("value")), (finding,))


@pytest.mark.parametrize("text", [
    "import time", "from time import sleep", "import os, time",
    "from datetime import datetime", "os.urandom(3)", "import secrets",
    "random.SystemRandom()", "import threading", "x = id(x)",
    "__import__('time')", "np.random.SeedSequence().entropy",
    "importlib.import_module('uuid')"])
def test_clock_and_true_chance_are_seen(text):
    assert asks_for_chance(task_of(text))
    assert asks_for_chance(task_of("import one", one=text))
    assert not asks_for_chance(task_of("import one", one="", two=text))


@pytest.mark.parametrize("text", [
    "import numpy as np", "# three times\ntimes = 3", "import random",
    "np.random.seed(5)", "grid(3)", "from math import ceil",
    '"""A time series."""', "import timeseries"])
def test_plain_programs_do_not_ask_for_chance(text):
    assert not asks_for_chance(task_of(text))


def test_missing_file_does_not_ask_for_chance():
    assert not asks_for_chance(TaskFile(TASK, ""))


@pytest.mark.parametrize("text, shown", [
    ("plain", "plain"), ("a\nb\tc", "a\nb\tc"), ("\x1b[31m", "\\x1b[31m"),
    ("\u202e", "\\u202e"), ("\u3000", " "), ("é", "é"), ("", ""),
    ("\U000e0001", "\\U000e0001"), ("\ud800", "\\ud800")])
def test_text_that_acts_is_shown_instead(text, shown):
    assert clean(text) == shown


def test_long_text_is_cut_in_the_middle():
    short = clean("x" * 5000, 100)
    assert len(short) < 120 and " 4920 characters " in short
    assert cut("abc", 1) == "abc"
