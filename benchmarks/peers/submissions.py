"""Work of students for the assignment: right, wrong, and gone wrong."""

from __future__ import annotations

from pathlib import Path

from .assignment import ROOT, TASKS

ATTACKED = "0x00-linear_algebra/8-ridin_bareback"
SUBMISSIONS = 20
# Two wrong tasks: some of their checks fail, and not one of another task.
WRONG = {
    ATTACKED: ("    return product\n", "    return product[::-1]\n"),
    "0x03-probability/7-likelihood": (
        "return math.comb(n, x) * P ** x", "return P ** x"),
}
RIGHT_CODE = ("    return None if len(mat1[0]) != len(mat2) else [[\n"
              "        sum(a * b for a, b in zip(row, column))\n"
              "        for column in zip(*mat2)] for row in mat1]\n")
# One task goes wrong in each call; ten calls print 100 MB.
TRIALS = {
    "loop": "    while True:\n        pass\n",
    "os._exit(0)": "    import os\n    os._exit(0)\n",
    "segfault": "    import ctypes\n    ctypes.string_at(0)\n",
    # Once in a process: to fill so much memory takes a second.
    "2 GiB": "    if not KEPT:\n        KEPT.append(b'x' * (2 << 30))\n"
             + RIGHT_CODE,
    "100 MB print": "    for _ in range(100_000):\n"
                    "        print('x' * 99)\n" + RIGHT_CODE,
}
TRIAL_FILE = ('#!/usr/bin/env python3\n"""Go wrong."""\nKEPT = []\n\n\n'
              'def mat_mul(mat1, mat2):\n    """Multiply."""\n')


def names() -> list[str]:
    """All submissions: right ones, a wrong one, and one for each trial."""
    return [f"right-{number:02}" for number in range(SUBMISSIONS)] + [
        "wrong", *(trial_name(trial) for trial in TRIALS)]


def trial_name(trial: str) -> str:
    """A name that a folder may have."""
    return "trial-" + "".join(letter for letter in trial if letter.isalnum())


def write_submissions(folder: Path) -> None:
    """Write all submissions below a folder, one folder each."""
    bodies = {trial_name(trial): body for trial, body in TRIALS.items()}
    for name in names():
        for task in TASKS:
            path = folder / name / f"{task}.py"
            path.parent.mkdir(parents=True, exist_ok=True)
            text = (ROOT / f"{task}.py").read_text(encoding="utf-8")
            if name == "wrong" and task in WRONG:
                assert WRONG[task][0] in text
                text = text.replace(*WRONG[task])
            elif name in bodies and task == ATTACKED:
                text = TRIAL_FILE + bodies[name]
            elif text.count("\n") > 8:      # one task must have eight lines
                text += f"\n\n# Written for {name}.\n"
            path.write_text(text, encoding="utf-8")
            path.chmod(0o755)
