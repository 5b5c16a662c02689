"""A fresh process for each check: what a careful teacher writes in a day.

A time limit for each check, no pickle, and the comparison is made outside of
the student's process. No other limit and no wall. A child loads numpy only if
its call needs it.

    per_check.py FOLDER REPORT
"""

import ast
import json
import os
import subprocess
import sys
import tempfile

import marking

SECONDS = 2
CHILD = '''
import json, math, runpy, sys


def plain(value):
    if isinstance(value, (list, tuple)):
        return [type(value).__name__, [plain(one) for one in value]]
    if type(value).__module__ == "numpy":
        kind = "array" if getattr(value, "shape", ()) else "value"
        return [kind, value.tolist()]
    return ["value", value]


path, entry, call = sys.argv[1:]
names = {"math": math, entry: runpy.run_path(path)[entry]}
if "np." in call:
    import numpy
    names["np"] = numpy
try:
    answer = ["value", plain(eval(call, names))]
except Exception as error:
    answer = ["raised", type(error).__name__, str(error)]
sys.stdout.write("\\n" + json.dumps(answer))
'''


def read(answer):
    """The value that a child has written down."""
    kind, value = answer
    if kind == "array":
        return marking.np.array(value)
    if kind in ("list", "tuple"):
        return {"list": list, "tuple": tuple}[kind](map(read, value))
    return value


def answer_of(words):
    """What a child prints; CalledProcessError, TimeoutExpired if nothing."""
    return subprocess.run(
        [sys.executable, *words], capture_output=True, text=True,
        errors="replace", timeout=SECONDS, check=True).stdout


def is_right(task, number, path):
    """Whether one process gives the expected value."""
    case = task["cases"][number]
    try:
        if task["kind"] == "script":
            got = "value", printed(path, case["given"])
        else:
            said = answer_of(["-c", CHILD, path, task["entry"], case["call"]])
            got = json.loads(said.rpartition("\n")[2])
            if got[0] == "value":
                got = "value", read(got[1])
        return marking.agrees(task, marking.wanted(case), got)
    except (subprocess.SubprocessError, ValueError, LookupError, TypeError):
        return False


def printed(path, given):
    """What a script prints, with other values for some of its names."""
    with open(path, encoding="utf-8") as file:
        tree = marking.with_values(ast.parse(file.read()), given)
    with tempfile.TemporaryDirectory() as folder:
        copy = os.path.join(folder, "script.py")
        with open(copy, "w", encoding="utf-8") as file:
            file.write(ast.unparse(tree))
        return marking.tidy(answer_of([copy]))


def main(folder, report):
    """Judge all tasks and write the report."""
    found = {name: [is_right(task, number,
                             os.path.join(folder, task["file"]))
                    for number in range(len(task["cases"]))]
             for name, task in marking.read_tasks().items()}
    with open(report, "w", encoding="utf-8") as file:
        json.dump(found, file)


if __name__ == "__main__":
    main(*sys.argv[1:])
