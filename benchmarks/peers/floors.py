"""The floors: the same files and the same calls with nothing around them.

    floors.py loop FOLDER...    one process, a bare loop
    floors.py fork FOLDER...    one os.fork a task, numpy loaded before

No verdict, no report, no protection: what no grader can go below.
"""

import math
import os
import sys

import marking
import numpy as np


def submit(task, codes, folder):
    """Load one file and make all its calls."""
    program = marking.load(task, folder)
    if task["kind"] == "script":
        for case in task["cases"]:
            marking.printed(program, case["given"])
        return
    names = {"np": np, "math": math, task["entry"]: program}
    for code in codes:
        try:
            eval(code, names)
        except Exception:
            continue


def submit_in_a_fork(*task):
    """The same in a child of its own."""
    pid = os.fork()
    if pid == 0:
        try:
            submit(*task)
            os._exit(0)
        finally:
            os._exit(1)
    _, status = os.waitpid(pid, 0)
    if status:
        raise SystemExit("a child of the floor has failed")


def main(way, *folders):
    """Submit all folders."""
    found = [(task, [compile(case["call"], "call", "eval")
                     for case in task["cases"] if task["kind"] != "script"])
             for task in marking.read_tasks().values()]
    np.zeros(1)
    for folder in folders:
        for task, codes in found:
            if way == "fork":
                submit_in_a_fork(task, codes, folder)
            else:
                submit(task, codes, folder)


if __name__ == "__main__":
    main(*sys.argv[1:])
