"""The student edition of the whole course: nothing in it tells an answer."""

import ast
import functools
import json
import re
import stat
from pathlib import Path

import numpy as np
import pytest
from student_editions import (LONG, ROOT, both_builds, contents, files_of,
                              flat, flat_contents, instructor_course,
                              statements, student_course, student_file,
                              whole_edition)

from grader.author.edition.equality import same_names
from grader.author.edition.holding import case_key, fixed_keys
from grader.author.edition.tree import LEFT_OUT
from grader.cases import plan
from grader.course import CHECKS
from grader.show import show_pasteable

FILES = instructor_course().files
SEEDS = (0, 7, 123456789012)        # as `--seed`, and as from a digest
MOST_BYTES = 8_000_000


def of_kind(*kinds):
    files = [file for file in FILES if file.kind in kinds]
    return pytest.mark.parametrize("file", files,
                                   ids=[file.id for file in files])


pytestmark = pytest.mark.filterwarnings("ignore::RuntimeWarning")
every_task = of_kind("function", "class", "script", "choice", "figure")
every_program = of_kind("function", "class", "script", "figure")
every_choice = of_kind("choice")
every_call = of_kind("function", "class", "script")


def lesson(file):
    topic = file.id.partition("/")[0]
    return flat((ROOT / topic / "README.md").read_text(encoding="utf-8"))


def reference(file):
    path = ROOT / (file.id + ("" if file.choice else ".py"))
    return path.read_text(encoding="utf-8")


def leaked(found, allowed):
    """Those of the statements that stand somewhere in the edition."""
    return [one for one in sorted(set(found)) if len(one) >= LONG
            and one in flat_contents() and one not in allowed]


@every_program
def test_no_statement_of_a_reference_is_in_the_edition(file):
    tree = ast.parse(reference(file))
    # A script's data and its `print` lines are given by the task.
    given = [node for node in tree.body if file.kind == "script" and (
        isinstance(node, ast.Expr) or isinstance(node, ast.Assign)
        and ast.unparse(node.targets[0]) in file.given)]
    tree.body = [node for node in tree.body if node not in given]
    assert leaked(statements(tree), lesson(file)) == []


@every_program
def test_no_statement_of_a_check_file_is_in_the_edition(file):
    tree = ast.parse(Path(file.path).read_text(encoding="utf-8"))
    path = whole_edition() / "grader/checks" / (file.id + ".same.py")
    travels = {node.name for node in ast.parse(path.read_text()).body
               if isinstance(node, ast.FunctionDef)
               } if same_names(file) else set()
    found = [one for node in tree.body
             if isinstance(node, (ast.FunctionDef, ast.ClassDef))
             and node.name not in travels for one in statements(node)]
    assert leaked(found, lesson(file)) == []


@every_program
def test_stub_defines_what_is_asked_and_nothing_else(file):
    stub = ast.parse((whole_edition() / (file.id + ".py")).read_text())
    asked = {file.entry} if file.entry else set()
    assert {node.name for node in stub.body if isinstance(
        node, (ast.FunctionDef, ast.ClassDef))} == asked
    inner = {node.name for node in ast.walk(stub)
             if isinstance(node, (ast.FunctionDef, ast.ClassDef))} - asked
    assert not any(name.startswith("_") and name != "__init__"
                   for name in inner)
    used = {node.id for node in ast.walk(stub) if isinstance(node, ast.Name)}
    helpers = {node.name for node in ast.parse(reference(file)).body
               if isinstance(node, ast.FunctionDef)} - asked
    assert used & helpers == set()


@every_choice
def test_choice_is_an_empty_file_and_a_question(file):
    assert (whole_edition() / file.id).read_bytes() == b""
    found = json.loads(contents()[f"grader/checks/{file.id}.json"])
    assert found["choice"] == {"question": file.choice.question,
                               "options": list(file.choice.options)}
    assert set(found) <= {"version", "kind", "title", "points", "docs",
                          "aliases", "tolerance", "choice"}


@every_choice
def test_no_hint_of_a_choice_is_in_the_edition(file):
    # The one option without a hint would be the answer.
    hints = [flat(hint) for hint in file.choice.hints.values()]
    assert [hint for hint in hints if hint in flat_contents()] == []


@functools.cache
def known_cases(task):
    """Case -> expected outcome, for all that the edition carries."""
    return {case_key(case): case.expected
            for check in student_file(task).made_checks()
            for case in check.cases}


@functools.cache
def hidden(task, seed):
    """The hidden checks of one grading: name -> (key, case) of each case."""
    file = next(file for file in FILES if file.id == task)
    return {check.name: [(case_key(case), case) for case in check.cases]
            for check in plan(file, seed).checks
            if check.visibility == "hidden"}


@functools.cache
def cases_of_chance(task):
    """(key, case) of the hidden cases that not every seed gives."""
    fixed = fixed_keys(next(file for file in FILES if file.id == task))
    return [(key, case) for seed in SEEDS
            for name, cases in hidden(task, seed).items()
            for key, case in cases if (name, key) not in fixed]


@functools.cache
def packed_data():
    """Every array that the edition carries."""
    return b"\0".join(data for name, data in contents().items()
                      if name.endswith("!"))


@every_call
def test_hidden_inputs_of_a_grading_are_not_in_the_edition(file):
    known = known_cases(file.id)
    for key, case in cases_of_chance(file.id):
        # Short ones can meet by chance: there are few of them.
        assert len(key) < 100 or key not in known
        for value in (*case.call.args, *case.call.kwargs.values()):
            text = flat(show_pasteable(value))
            if len(set(re.findall(r"\d+", text))) > 8:
                assert text not in flat_contents()
            if isinstance(value, np.ndarray) and len(np.unique(value)) > 8:
                assert value.tobytes() not in packed_data()


def test_cases_of_a_grading_hardly_ever_meet_those_of_the_edition():
    files = [file for file in FILES
             if file.kind in ("function", "class", "script")]
    met = [key in known_cases(file.id) for file in files
           for key, _ in cases_of_chance(file.id)]
    assert len(met) > 3000
    assert sum(met) < 0.02 * len(met)


@every_call
def test_table_of_the_edition_passes_no_hidden_check(file):
    known = known_cases(file.id)
    for seed in SEEDS:
        assert [name for name, cases in hidden(file.id, seed).items()
                if len(cases) > 1 and all(
                    key in known for key, _ in cases)] == []


def test_package_is_the_same_byte_for_byte_without_the_authors_part():
    package = ROOT / "grader"
    wanted = {
        "grader/" + name: data for name, data in files_of(package).items()
        if "__pycache__" not in name
        and name.partition("/")[0] not in LEFT_OUT}
    got = {name: data for name, data in contents().items()
           if name.startswith("grader/") and not name.endswith("!")
           and not name.startswith("grader/checks/")}
    assert got == wanted


def test_edition_holds_what_a_student_needs_and_nothing_else():
    tops = {name.partition("/")[0] for name in contents()}
    topics = {file.id.partition("/")[0] for file in FILES}
    assert tops == topics | {
        ".gitattributes", ".github", ".gitignore", ".gitlab-ci.yml",
        "LICENSE", "README.md", "grader", "pyproject.toml", "uv.lock"}
    endings = {Path(name).suffix for name in contents()
               if name.startswith("0x") and not name.endswith("!")}
    assert endings == {"", ".md", ".npz", ".py", ".svg"}


@every_task
def test_every_task_has_its_stub_and_its_driver(file):
    stub = file.id + ("" if file.choice else ".py")
    topic, _, name = file.id.partition("/")
    driver = f"{topic}/{name.partition('-')[0]}-main.py"
    assert {stub, driver} <= set(contents())
    assert contents()[driver] == (ROOT / driver).read_bytes()


def test_every_lesson_has_its_pictures():
    for name, data in contents().items():
        if name.startswith("0x") and name.endswith("README.md"):
            folder = name.rpartition("/")[0]
            pictures = re.findall(r'(?:src|srcset)="([^"]+)"', data.decode())
            assert pictures
            assert {f"{folder}/{one}" for one in pictures} <= set(contents())


def test_links_of_the_readmes_lead_to_files_of_the_edition():
    for name, data in contents().items():
        if not name.endswith("README.md"):
            continue
        folder = (whole_edition() / name).parent
        links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", data.decode())
        dead = [link for link in links if not link.startswith("http")
                and not (folder / link).exists()]
        assert dead == []


def test_edition_is_a_few_megabytes():
    sizes = [len(data) for name, data in contents().items()
             if not name.endswith("!")]
    assert sum(sizes) < MOST_BYTES


def test_record_of_every_task_loads():
    course = student_course()
    assert course.broken == {}
    assert [file.id for file in course.files] == [file.id for file in FILES]


@every_call
def test_record_gives_back_every_case_letter_by_letter(file):
    shipped = student_file(file.id)
    checks = {check.name: check for check in plan(
        file, student_course().edition.seed).checks}
    for check in shipped.made_checks():
        cases = {case_key(case): case for case in checks[check.name].cases}
        for case in check.cases:
            made = cases[case_key(case)].expected
            assert case.expected.raw == made.raw
            assert (case.expected.state, case.expected.error,
                    case.expected.text, case.expected.stdout) == (
                made.state, made.error, made.text, made.stdout)


@every_task
def test_facts_of_a_task_are_those_of_its_check_file(file):
    shipped = student_file(file.id)
    for name in ("title", "kind", "entry", "rules", "task_rules", "mutates",
                 "shares", "exact_numbers", "tolerance", "points", "docs",
                 "aliases", "limits", "given", "probes", "pace"):
        assert getattr(shipped, name) == getattr(file, name), name
    if file.kind in ("function", "class", "script"):
        assert shipped.parameters == file.parameters
        assert [text for text, _ in shipped.examples] == [
            text for text, _ in file.examples]
    assert list(shipped.mistakes) == list(file.mistakes)
    assert list(shipped.accepts) == list(file.accepts)


def marks_of(root):
    """Relative path -> mode, time and content."""
    return {path.relative_to(root).as_posix(): (
        stat.S_IMODE(path.stat().st_mode), path.stat().st_mtime_ns,
        path.read_bytes() if path.is_file() else b"")
        for path in root.rglob("*")}


def test_two_builds_are_equal_in_every_byte_mode_and_time():
    one, two = map(marks_of, both_builds())
    assert sorted(one.keys() ^ two.keys()) == []
    assert [name for name in one if one[name] != two[name]] == []
    assert {mode for mode, _, _ in one.values()} == {0o755, 0o644}


def test_only_tasks_and_drivers_can_be_started():
    started = {path.relative_to(whole_edition()).as_posix()
               for path in whole_edition().rglob("*")
               if path.is_file() and path.stat().st_mode & 0o100}
    assert started == {name for name in contents()
                       if re.fullmatch(r"0x[^/]+/[^/]+\.py", name)}


def test_edition_names_no_folder_of_the_instructor():
    places = (str(ROOT), str(Path(CHECKS)))
    found = [name for name, data in contents().items()
             if any(place.encode() in data for place in places)]
    assert found == []
