"""A baseline: a fresh process for each check, its answer as JSON.

Runs inside the cage as `per_check.py STAGE`. It is what a careful teacher
writes in an afternoon: a time limit, no pickle, the comparison outside the
student's process; and no limit but time, no wall.
"""

import json
import runpy
import subprocess
import sys
from pathlib import Path

TOPIC = "0x00-attacked"
TASKS = {"0-sum_rows": "sum_rows", "1-double_rows": "double_rows"}
SECONDS = 2
CHILD = '''
import json, runpy, sys
path, entry = sys.argv[1:]
sys.path.append(path.rpartition("/")[0])
matrices = json.load(sys.stdin)
function = runpy.run_path(path)[entry]
print(json.dumps([function(matrix) for matrix in matrices]))
'''


def is_right(path: Path, entry: str, cases: list) -> bool:
    """Whether one process gives the expected values."""
    try:
        done = subprocess.run(
            [sys.executable, "-c", CHILD, str(path), entry],
            input=json.dumps([matrix for matrix, _ in cases]),
            capture_output=True, text=True, errors="replace",
            timeout=SECONDS, check=True)
        got = json.loads(done.stdout.splitlines()[-1])
    except (subprocess.SubprocessError, ValueError, IndexError):
        return False
    return got == [expected for _, expected in cases]


def main(root: Path) -> None:
    """Judge both tasks and write the report."""
    report = {}
    for task, entry in TASKS.items():
        answers = runpy.run_path(str(root / "checks" / TOPIC / f"{task}.py"))
        path = root / "submissions" / "1" / TOPIC / f"{task}.py"
        report[entry] = {name: is_right(path, entry, cases)
                         for name, cases in answers["CASES"].items()}
    (root / "out" / "report").write_text(json.dumps(report))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
