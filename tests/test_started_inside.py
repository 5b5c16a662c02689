"""The grader, started inside a folder that is full of bad names."""

import os
import shlex
import subprocess
import sys

import pytest
from source_tree import ROOT

# The library's own names, and those of what the grader needs.
TRAPS = ("random.py", "json.py", "typing.py", "msgspec.py", "numpy.py",
         "typer.py", "subprocess.py", "ctypes.py", "selectors.py",
         "sitecustomize.py")
TRAP = "import os\nos.write(2, b'trapped by ' + __name__.encode())\n1 / 0\n"
WITH_M = ("-m", "grader")
# `-P` leaves the working folder out before anything is looked for.
SAFE_WITH_M = ("-P", "-m", "grader")
BY_CONSOLE_SCRIPT = ("-P", "-c", "import sys; sys.argv[0] = 'grader'; "
                     "from grader.cli import main; sys.exit(main())")


@pytest.fixture
def folder(tmp_path):
    """A submission whose every file is a trap."""
    for name in TRAPS:
        (tmp_path / name).write_text(TRAP)
    return tmp_path


def start(words, folder, path=(), **more):
    environment = {**os.environ, "NO_COLOR": "1",
                   "PYTHONPATH": os.pathsep.join((str(ROOT), *path))}
    return subprocess.run(
        [sys.executable, *words, "--help"], cwd=folder, timeout=60,
        env={**environment, **more}, capture_output=True, text=True,
        check=False)


@pytest.mark.parametrize("words", [WITH_M, SAFE_WITH_M, BY_CONSOLE_SCRIPT],
                         ids=["-m", "-P -m", "console script"])
def test_files_with_names_of_libraries_are_not_loaded(words, folder):
    (folder / "sitecustomize.py").unlink()      # `site` looks before us
    done = start(words, folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert "grade" in done.stdout


@pytest.mark.parametrize("path", [("",), (".",), ("", ".", "./.")],
                         ids=["empty", "dot", "both"])
def test_working_folder_on_the_path_of_the_user_is_not_used(path, folder):
    """Python itself loads sitecustomize from there: that is not ours."""
    (folder / "sitecustomize.py").unlink()
    done = start(WITH_M, folder, path)
    assert (done.returncode, done.stderr) == (0, "")


def test_other_folders_on_the_path_of_the_user_stay_there(folder, tmp_path):
    """Libraries may lie beside the checkout."""
    script = ("import runpy, sys\nsys.argv = ['grader', '--help']\n"
              "try:\n    runpy.run_module('grader', run_name='__main__')\n"
              "finally:\n    print(sys.path)\n")
    beside = tmp_path / "libraries"
    beside.mkdir()
    done = subprocess.run(
        [sys.executable, "-P", "-c", script], cwd="/", timeout=60,
        env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{beside}"},
        capture_output=True, text=True, check=False)
    assert str(beside) in done.stdout.splitlines()[-1]


def test_working_folder_that_is_gone_stops_nothing(tmp_path):
    gone = tmp_path / "gone"
    gone.mkdir()
    python = shlex.quote(sys.executable)
    script = f"rmdir {shlex.quote(str(gone))} && exec {python} -P -m grader -h"
    done = subprocess.run(
        ["sh", "-c", script], cwd=gone, timeout=60, capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)}, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("name", ["grader.py", "grader/__main__.py"])
@pytest.mark.parametrize("words", [SAFE_WITH_M, BY_CONSOLE_SCRIPT],
                         ids=["-P -m", "console script"])
def test_grader_of_a_student_is_not_taken_for_ours(name, words, folder):
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(TRAP)
    (folder / "sitecustomize.py").unlink()
    done = start(words, folder)
    assert (done.returncode, done.stderr) == (0, "")


def test_grader_of_a_student_wins_where_python_looks_first(folder):
    """Why docs/decisions/confinement.md names other ways to start."""
    (folder / "grader.py").write_text(TRAP)
    (folder / "sitecustomize.py").unlink()
    assert "trapped" in start(WITH_M, folder).stderr
    text = (ROOT / "docs" / "decisions" / "confinement.md").read_text()
    assert "-P -m grader" in text
