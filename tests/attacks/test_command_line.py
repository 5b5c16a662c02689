"""Attacks through the command line, and the table of the suite itself."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from .outputs import acting
from .targets import SECRET, VARIABLE

ROOT = Path(__file__).resolve().parents[2]
TOPIC = "0x00-linear_algebra"
HEAD = '#!/usr/bin/env python3\n"""A task."""\n\n\n'
SHAPE = HEAD + '''def matrix_shape(matrix):
    """The shape of a matrix."""
{body}
'''
BODIES = {
    "output that acts": "    print('\\x1b[2J\\n::error::x')\n    return 0",
    "environment": "    import os\n    return str(dict(os.environ))",
    "exit": "    raise SystemExit(0)",
    "forged report": "    open({report!r}, 'w').write('{{}}')",
    "killed grader": "    import os\n    os.kill(os.getppid(), 9)",
}


def run(*words, folder):
    environment = {**os.environ, "PYTHONPATH": str(ROOT), VARIABLE: SECRET,
                   "NO_COLOR": "1"}
    return subprocess.run([sys.executable, *words], cwd=folder, timeout=120,
                          env=environment, capture_output=True, check=False)


@pytest.mark.parametrize("name", BODIES)
def test_attack_on_the_command_line_earns_nothing(name, tmp_path):
    folder, report = tmp_path / "work" / TOPIC, tmp_path / "report.json"
    folder.mkdir(parents=True)
    right = ROOT / TOPIC / "4-line_up.py"
    (folder / right.name).write_bytes(right.read_bytes())
    (folder / right.name).chmod(0o755)
    (folder / "2-size_me_please.py").write_text(
        SHAPE.format(body=BODIES[name].format(report=str(report))))
    done = run("-m", "grader", "grade", "work", "--task", "*size_me*",
               "--task", "*line_up", "--json", str(report),
               "--require-isolation", "full", folder=tmp_path)
    assert done.returncode == 1, done.stderr
    tasks = json.loads(report.read_bytes())["tasks"]
    assert [task["points"] for task in tasks] == [0, 10]
    assert SECRET.encode() not in done.stdout + report.read_bytes()
    lines = done.stdout.decode().splitlines()
    assert not any(acting(line) or line.strip().startswith("::")
                   for line in lines)


@pytest.mark.parametrize("word", ["", "--as-nobody"])
def test_table_of_a_category_can_be_printed(word, tmp_path):
    words = [word] if word else []
    done = run("-m", "tests.attacks", "--category", "network", "--json",
               *words, folder=ROOT)
    tally, = json.loads(done.stdout)
    assert (done.returncode, tally["opened"]) == (0, {})
    assert tally["total"] >= 10


def test_table_says_what_is_open(tmp_path):
    done = run("-m", "tests.attacks", "--category", "tampering", "--level",
               "limits", folder=ROOT)
    assert done.returncode == 0
    assert "open: tampering: its own text" in done.stdout.decode()
