"""What grading one folder costs, against floors and plain pytest.

    python benchmarks/folder.py [TOPIC] [--runs 7]

Prints the tables of benchmarks/README.md. Run it on a quiet machine.
"""

import argparse
import os
import tempfile
from pathlib import Path

from measuring import ENVIRONMENT, HEAD, measure, row, run_once

HERE = Path(__file__).resolve().parent
FURTHER = 10


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("topic", nargs="?", default="0x00-linear_algebra")
    parser.add_argument("--runs", type=int, default=7)
    words = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data = os.path.join(folder, "cases")
        run_once([str(HERE / "floors.py"), "data", data, words.topic])
        ENVIRONMENT["CASES"] = data
        cold = measure(cold_programs(words.topic, folder), words.runs)
    print("Cold: a new process each time.\n\n" + HEAD)
    for name, cost in cold.items():
        print(row(name, cost, cold["plain pytest"]))
    further = measure(further_programs(words.topic), words.runs)
    print("\nOne further submission in the same process.\n\n" + HEAD)
    costs = {name: further[f"{name} {FURTHER + 1}"].minus(
        further[f"{name} 1"], FURTHER) for name in FURTHER_NAMES}
    for name, cost in costs.items():
        print(row(name, cost, costs["fork"]))


def cold_programs(topic: str, folder: str) -> dict[str, list[str]]:
    """Programs that start from nothing."""
    return {
        "bare loop": [str(HERE / "floors.py"), "loop", "1", topic],
        "fork a task": [str(HERE / "floors.py"), "fork", "1", topic],
        "plain pytest": [
            "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p",
            "no:randomly", "--rootdir", folder, "-c", os.devnull,
            "--json-report",
            f"--json-report-file={folder}/report.json",
            str(HERE / "plain_pytest.py")],
        "grader": ["-m", "grader", "grade", str(HERE.parent), "--task",
                   topic, "--seed", "5"],
    }


FURTHER_NAMES = ("loop", "fork", "style", "grader")


def further_programs(topic: str) -> dict[str, list[str]]:
    """The same programs for 1 and for 11 submissions."""
    programs = {}
    for count in (1, FURTHER + 1):
        for way in ("loop", "fork", "style"):
            programs[f"{way} {count}"] = [
                str(HERE / "floors.py"), way, str(count), topic]
        programs[f"grader {count}"] = [str(HERE / "ours.py"), str(count),
                                       topic]
    return programs


if __name__ == "__main__":
    main()
