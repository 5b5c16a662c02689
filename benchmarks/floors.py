"""The floors: the same files and the same calls with nothing around them.

    floors.py loop N TOPIC      one process, a bare loop, N submissions
    floors.py fork N TOPIC      one os.fork a task, numpy loaded before
    floors.py style N TOPIC     the loop, and pycodestyle on each file
    floors.py data FILE TOPIC   writes the calls for the pytest peer
"""

from __future__ import annotations

import os
import pickle
import sys
from pathlib import Path

import numpy as np

from grader.course import Course

ROOT = Path(__file__).resolve().parent.parent
SEED = 5


def tasks(topic: str):
    """(file, entry, [(args, kwargs, expected)]) of each function task."""
    course = Course((topic,))
    for file in course.files:
        plan = course.plan(file, SEED, False)
        cases = [(case.call.args, case.call.kwargs, case.expected)
                 for check in plan.checks for case in check.cases
                 if not case.call.expression]
        yield str(ROOT / (file.id + ".py")), file.entry, file.kind, cases


def submit(path: str, entry: str, kind: str, cases) -> None:
    """Load one file and make all its calls."""
    with open(path, "rb") as file:
        code = compile(file.read(), path, "exec")
    if kind == "script":
        for _ in cases:
            exec(code, {"__name__": "__main__"})
        return
    names: dict = {"__name__": "task"}
    exec(code, names)
    for args, kwargs, _ in cases:
        try:
            names[entry](*args, **kwargs)
        except Exception:
            pass


def submit_in_a_fork(*task) -> None:
    """The same in a child of its own."""
    pid = os.fork()
    if pid == 0:
        submit(*task)
        os._exit(0)
    os.waitpid(pid, 0)


def style(path: str) -> None:
    """What pycodestyle's own library call costs."""
    import pycodestyle
    with open(path, encoding="utf-8") as file:
        lines = file.readlines()
    pycodestyle.Checker(path, lines=lines, quiet=2).check_all()


def main(way: str, argument: str, topic: str) -> None:
    """Do what the words say."""
    found = list(tasks(topic))
    if way == "data":
        with open(argument, "wb") as file:
            pickle.dump(found, file)
        return
    sys.stdout = open(os.devnull, "w")
    np.zeros(1)
    for _ in range(int(argument)):
        for task in found:
            if way == "fork":
                submit_in_a_fork(*task)
            else:
                submit(*task)
            if way == "style":
                style(task[0])


if __name__ == "__main__":
    main(*sys.argv[1:])
