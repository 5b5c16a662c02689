"""One submission with every bad neighbour: each harms its own task only.

The submission is a copy of the reference solutions. Some tasks are replaced
by programs that never end, kill their process, or eat memory, disk and
processes. Beside them lie files that a careless program would load by
accident. The grader is started inside that folder, as a student would.
"""

import json
import os
import subprocess
import sys

import jsonschema
import msgspec
import pytest
from source_tree import ROOT
from task_files import reference

from grader.checkfile import find_ids, load
from grader.course import CHECKS
from grader.report import schema
from grader.suite import points_from_json

TOPIC = "0x00-linear_algebra"
FUNCTION = '''#!/usr/bin/env python3
"""A bad neighbour."""
{imports}

def {entry}(*arguments, **more):
    """Do harm."""
{body}
'''
AT_IMPORT = '''#!/usr/bin/env python3
"""A bad neighbour."""
import {module}

{body}
'''
# Each says what it does; none may touch the points of another task.
NEIGHBOURS = {
    "2-size_me_please": FUNCTION.format(
        imports="", entry="matrix_shape",
        body="    while True:\n        pass"),
    "3-flip_me_over": AT_IMPORT.format(
        module="os", body="os._exit(0)"),
    "4-line_up": AT_IMPORT.format(
        module="ctypes", body="ctypes.string_at(0)"),
    "5-across_the_planes": FUNCTION.format(
        imports="", entry="add_matrices2D",
        body='    return [b"x" * (2 << 30)]'),
    "6-howdy_partner": FUNCTION.format(
        imports="", entry="cat_arrays",
        body='    for _ in range(100):\n        print("x" * (1 << 20))\n'
             "    return arguments[0] + arguments[1]"),
    # Its children end at once: should the walls be open, nobody is flooded.
    "7-gettin_cozy": FUNCTION.format(
        imports="import os\n", entry="cat_matrices2D",
        body="    while True:\n        try:\n            child = os.fork()\n"
             "        except OSError:\n            continue\n"
             "        if child == 0:\n"
             '            open({marker!r}, "a").write("fork\\n")\n'
             "            os._exit(0)"),
    "8-ridin_bareback": AT_IMPORT.format(
        module="sys", body="sys.exit(0)"),
    "10-ill_use_my_scale": FUNCTION.format(
        imports="", entry="np_shape",
        body='    open({marker!r}, "a").write("student code\\n")'),
}
# Names that Python or pytest would load from a folder on its path.
TRAPS = ("conftest.py", "numpy.py", "random.py", "sitecustomize.py",
         "usercustomize.py", "json.py", "msgspec.py", "typer.py",
         "pytest.py", "test_trap.py", "numpy/__init__.py")
TRAP = '''open({marker!r}, "a").write(__name__ + "\\n")
raise RuntimeError("a file of the submission was loaded")
'''
CONFIGURATIONS = ("pytest.ini", "tox.ini")
CONFIGURATION = "[pytest]\naddopts = --no-such-option\n"


@pytest.fixture(scope="module")
def marker(tmp_path_factory):
    """A file that nobody may write."""
    return tmp_path_factory.mktemp("outside") / "marker"


@pytest.fixture(scope="module")
def submission(tmp_path_factory, marker):
    folder = tmp_path_factory.mktemp("submission")
    for task in find_ids(CHECKS):
        source = reference(load(CHECKS, task))
        copy = folder / source.relative_to(ROOT)
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes(source.read_bytes())
        copy.chmod(0o755)
    for name, text in NEIGHBOURS.items():
        text = text.replace("{marker!r}", repr(str(marker)))
        (folder / TOPIC / f"{name}.py").write_text(text)
    lay_traps(folder, marker)
    lay_traps(folder / TOPIC, marker)
    return folder


def lay_traps(folder, marker):
    for name in TRAPS:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(TRAP.format(marker=str(marker)))
    for name in CONFIGURATIONS:
        (folder / name).write_text(CONFIGURATION)


def start(folder, *words):
    """Run the grader's command line inside a folder."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"}
    return subprocess.run(
        [sys.executable, "-m", "grader", *words], cwd=folder, timeout=300,
        env=environment, capture_output=True, check=False)


@pytest.fixture(scope="module")
def graded(submission, tmp_path_factory):
    """The finished command and its report."""
    path = tmp_path_factory.mktemp("report") / "report.json"
    done = start(submission, "grade", ".", "--json", str(path))
    return done, path.read_bytes() if path.exists() else b""


@pytest.fixture(scope="module")
def report(graded):
    return msgspec.json.decode(graded[1], type=schema.Report)


@pytest.fixture(scope="module")
def viewed(submission, tmp_path_factory):
    """The same submission through pytest, and pytest-json-report's file."""
    path = tmp_path_factory.mktemp("view") / "view.json"
    done = start(submission, "pytest", ".", "-q", "--json-report",
                 f"--json-report-file={path}")
    return done, path.read_bytes() if path.exists() else b""


def test_grading_ends_with_points_lost(graded):
    done, _ = graded
    assert done.returncode == 1, done.stderr.decode()
    assert done.stderr == b""


def test_report_is_complete_and_fits_the_schema(graded, report):
    jsonschema.validate(json.loads(graded[1]), schema.schema())
    assert [task.id for task in report.tasks] == find_ids(CHECKS)
    assert report.grader_errors == []


def test_every_other_task_keeps_its_full_points(report):
    lost = {task.id: task.points for task in report.tasks
            if task.points != task.max_points
            and task.id.partition("/")[2] not in NEIGHBOURS}
    assert lost == {}


@pytest.mark.parametrize("name", NEIGHBOURS)
def test_bad_neighbour_earns_nothing(name, report):
    task, = [task for task in report.tasks if task.id == f"{TOPIC}/{name}"]
    assert task.points == 0
    assert task.status in ("failed", "refused")


@pytest.mark.parametrize(("name", "words"), [
    ("2-size_me_please", "no answer after"),
    ("3-flip_me_over", "ended itself"),
    ("4-line_up", "segmentation fault"),
    ("5-across_the_planes", "MemoryError"),
    ("6-howdy_partner", "printed more than"),
    ("7-gettin_cozy", "no answer after"),
    ("8-ridin_bareback", "SystemExit"),
    ("10-ill_use_my_scale", "PermissionError"),
])
def test_student_is_told_what_the_program_did(name, words, report):
    task, = [task for task in report.tasks if task.id == f"{TOPIC}/{name}"]
    told = [task.stop] + [check.difference + check.got
                          for check in task.checks]
    assert any(words in text for text in told), told


@pytest.mark.parametrize("words", [
    ("-c", "import numpy"), ("-c", "import random"),
    ("-m", "pytest", "-c", os.devnull, "--rootdir", "."),
], ids=["numpy", "random", "pytest"])
def test_traps_bite_a_careless_program(words, tmp_path):
    folder, marker = tmp_path / "submission", tmp_path / "marker"
    folder.mkdir()
    lay_traps(folder, marker)
    subprocess.run([sys.executable, *words], cwd=folder, timeout=60,
                   capture_output=True, check=False)
    assert marker.exists()


def test_no_file_of_the_submission_was_loaded_by_the_grader(
        graded, viewed, marker):
    assert not marker.exists(), marker.read_text()


def test_text_report_names_every_task(graded):
    text = graded[0].stdout.decode()
    for task in find_ids(CHECKS):
        assert f" {task.partition('/')[2]} " in text


def test_submission_is_left_as_it_was(graded, viewed, submission):
    left = {path.name for path in submission.rglob("*")
            if path.name in ("__pycache__", ".pytest_cache")}
    assert left == set()


def test_pytest_view_ends_with_failed_tests(viewed):
    done, _ = viewed
    assert done.returncode == 1, done.stderr.decode() + done.stdout.decode()


def test_pytest_view_gives_the_same_points(viewed, report):
    points = points_from_json(viewed[1])
    for task in report.tasks:
        for check in task.checks:
            assert points[task.id, check.name] == check.points
