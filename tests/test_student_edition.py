"""The student edition holds nothing that answers a task, and it runs."""

import ast
import re
import shutil

import pytest
from source_tree import CHECKS, ROOT
from student_editions import whole_edition

from grader.author.student import StudentOptions, make_edition
from grader.course import Course
from grader.grading import grade
from grader.model import Limits, UsageError
from grader.sandbox import open_sandbox

TASKS = ("0x00-linear_algebra/8-*", "0x00-linear_algebra/18-*",
         "0x00-linear_algebra/10-*", "0x01-plotting/0-*",
         "0x02-calculus/0-*", "0x03-probability/0-*",
         "0x04-convolutions_and_pooling/0-*")
LONG = 24


@pytest.fixture(scope="module")
def edition():
    """The edition of all tests; a few tasks of each kind are looked at."""
    return whole_edition()


def ids():
    return [file.id for file in Course(TASKS).files]


def squeezed(text):
    return re.sub(r"\s+", "", text)


def contents(folder):
    """Relative path -> bytes of each file."""
    return {path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*")) if path.is_file()}


def statements(path):
    """The long statements of a program's functions, without blanks."""
    tree = ast.parse(path.read_bytes())
    functions = [node for node in ast.walk(tree)
                 if isinstance(node, ast.FunctionDef)]
    lines = {squeezed(ast.unparse(node)) for function in functions
             for node in ast.walk(function)
             if isinstance(node, (ast.Return, ast.Assign, ast.AugAssign))}
    return {line for line in lines if len(line) >= LONG}


def test_no_statement_of_a_reference_or_oracle_is_in_a_task_or_its_data(
        edition):
    pages = {name: squeezed(data.decode("latin-1"))
             for name, data in contents(edition).items()
             if name.startswith(("0x", "grader/checks"))}
    found = []
    for task in ids():
        for path in (ROOT / f"{task}.py", CHECKS / f"{task}.py"):
            if path.exists():
                found += [(task, line) for line in statements(path)
                          for text in pages.values() if line in text]
    assert pages and found == []


def test_check_files_and_author_programs_stay_behind(edition):
    names = list(contents(edition))
    assert [name for name in names if name.startswith((
        "grader/author/", "tests", "benchmarks", "docs", ".git/"))] == []
    assert [name for name in names if name.startswith("grader/checks")
            and name.endswith(".py") and not name.endswith(".same.py")] == []


def test_answer_of_a_choice_is_empty_and_nowhere(edition):
    choices = [file for file in Course(TASKS).files if file.choice]
    assert choices
    for file in choices:
        assert (edition / file.id).read_bytes() == b""
        data = b"".join(text for name, text in contents(edition).items()
                        if file.id in name and name.startswith(
                            "grader/checks"))
        assert b"ANSWER" not in data and b"answer" not in data.lower()


def graded(folder):
    """The results of a folder, judged by the edition's own data."""
    course = Course(TASKS, root=str(folder / "grader" / "checks"))
    with open_sandbox(Limits()) as sandbox:
        return grade(str(folder), course, sandbox)


def outputs(result):
    """Task -> (output points, most of them), choices left out."""
    return {task.file.id: (task.parts["output"].points,
                           task.parts["output"].max_points)
            for task in result.tasks if task.file.choice is None
            and not task.error}


def test_stubs_earn_nothing(edition):
    earned = outputs(graded(edition))
    assert len(earned) >= 6
    assert {points for points, _ in earned.values()} == {0}


def test_references_pass_all_visible_checks(edition, tmp_path):
    folder = tmp_path / "solved"
    shutil.copytree(edition, folder)
    for task in ids():
        if (ROOT / f"{task}.py").exists():
            shutil.copy(ROOT / f"{task}.py", folder / f"{task}.py")
    earned = outputs(graded(folder))
    assert [task for task, (points, most) in earned.items()
            if points != most] == []


def test_folder_with_files_is_not_written_over(tmp_path):
    (tmp_path / "mine").write_text("keep me")
    with pytest.raises(UsageError):
        make_edition(StudentOptions(str(tmp_path), str(ROOT)))
    assert contents(tmp_path) == {"mine": b"keep me"}
