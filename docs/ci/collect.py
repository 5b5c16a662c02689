#!/usr/bin/env python3
"""Fetch the repositories of all students and grade them, one by one.

    python3 docs/ci/collect.py fetch students.csv WORK
    python3 docs/ci/collect.py grade WORK SCORES

`students.csv` has a first line `student,repository`; a repository is
OWNER/NAME on the server, a URL or a folder. WORK gets one folder for each
student, SCORES a report for each and one table, `scores.csv`. Only `fetch`
needs the key (READ_KEY in the environment), and it runs nothing of a student.

One student never stops another, and a run that breaks never overwrites a
score. Exit status: 0, or 3 when somebody could not be graded.
Standard library only, so that it runs before anything is installed.
"""

from __future__ import annotations

import argparse
import base64
import csv
import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

COURSE = Path(__file__).resolve().parents[2]
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@-]{0,99}")
REPOSITORY = re.compile(r"[^-\s].*")         # git takes `-...` as an option
OWNER_NAME = re.compile(r"[\w.-]+(/[\w.-]+)+", re.ASCII)
COLUMNS = ("student", "points", "max_points", "late_percent", "state",
           "commit", "graded")
ARRIVED = ".arrived.json"           # no name of a student begins with a dot
CLONE_SECONDS = 300
GRADE_SECONDS = 1800


def students(path: Path) -> list[tuple[str, str]]:
    """Name and repository of each student; ends with a sentence if wrong."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        if not {"student", "repository"} <= set(rows.fieldnames or ()):
            sys.exit(f"{path}: the first line must be `student,repository`.")
        found = [((row["student"] or "").strip(),
                  (row["repository"] or "").strip()) for row in rows]
    seen: set[str] = set()
    for line, (name, repository) in enumerate(found, 2):
        if not NAME.fullmatch(name) or not REPOSITORY.fullmatch(repository):
            sys.exit(f"{path}, line {line}: write letters, digits, `.`, `_`, "
                     f"`@` or `-` for {name!r}, and a repository.")
        if name.lower() in seen:
            sys.exit(f"{path}, line {line}: {name} stands there twice.")
        seen.add(name.lower())
    return found


def git_variables(server: str) -> dict[str, str]:
    """The surrounding of git: no question, no filter, the key if any."""
    variables = {**os.environ, "GIT_TERMINAL_PROMPT": "0",
                 "GIT_LFS_SKIP_SMUDGE": "1"}
    key = variables.pop("READ_KEY", "")
    if key:
        # In the environment: other users can read the words of a command.
        said = base64.b64encode(f"x-access-token:{key}".encode()).decode()
        variables |= {
            "GIT_CONFIG_COUNT": "1",
            "GIT_CONFIG_KEY_0": f"http.{server}/.extraHeader",
            "GIT_CONFIG_VALUE_0": f"Authorization: Basic {said}"}
    return variables


def pushed_at(repository: str) -> str:
    """When the server got the last push; "" if it cannot be asked."""
    if not OWNER_NAME.fullmatch(repository) or not shutil.which("gh"):
        return ""
    # `gh` belongs to GitHub; elsewhere nobody knows when work arrived.
    variables = {**os.environ, "GH_TOKEN": os.environ.get("READ_KEY", "")}
    asked = subprocess.run(
        ["gh", "api", f"repos/{repository}", "--jq", ".pushed_at"],
        env=variables, capture_output=True, text=True, check=False)
    return asked.stdout.strip() if asked.returncode == 0 else ""


def fetch(listed: Path, work: Path, server: str) -> int:
    """One folder in WORK for each student, as it is on the server now."""
    work.mkdir(parents=True, exist_ok=True)
    failed = 0
    for name, repository in students(listed):
        url = f"{server}/{repository}" if OWNER_NAME.fullmatch(
            repository) and not os.path.isdir(repository) else repository
        target = work / name
        shutil.rmtree(target, ignore_errors=True)
        problem = clone(url, target, git_variables(server))
        failed += bool(problem)
        print(f"  {'failed' if problem else 'ok':<8} {name}  {problem}"
              .rstrip(), flush=True)
        arrived = {"commit": "" if problem else commit_of(target),
                   "submitted": "" if problem else pushed_at(repository),
                   "problem": problem}
        (work / f"{name}{ARRIVED}").write_text(json.dumps(arrived),
                                               encoding="utf-8")
    return 3 if failed else 0


def clone(url: str, target: Path, variables: dict[str, str]) -> str:
    """Get the newest state of the main branch; gives what went wrong."""
    words = ["git", "clone", "--quiet", "--depth", "1", "--no-tags",
             "--no-recurse-submodules", "--", url, str(target)]
    try:
        run = subprocess.run(words, env=variables, capture_output=True,
                             text=True, errors="replace", check=False,
                             timeout=CLONE_SECONDS)
    except subprocess.TimeoutExpired:
        return f"git needs more than {CLONE_SECONDS} seconds"
    said = [line for line in run.stderr.splitlines()
            if line.startswith(("fatal: ", "error: "))]
    return "" if run.returncode == 0 else (said or ["git failed"])[0]


def commit_of(folder: Path) -> str:
    """The commit that was fetched."""
    run = subprocess.run(["git", "-C", str(folder), "rev-parse", "HEAD"],
                         capture_output=True, text=True, check=False)
    return run.stdout.strip()


def grade(work: Path, scores: Path) -> int:
    """A report for each folder of WORK, and the table of all."""
    scores.mkdir(parents=True, exist_ok=True)
    # The first start gets the libraries, far from any file of a student.
    subprocess.run([sys.executable, str(COURSE / "grader"), "--version"],
                   cwd=COURSE, check=True)
    rows = earlier(scores / "scores.csv")
    not_graded = []
    for path in sorted(work.glob(f"*{ARRIVED}")):
        name = path.name.removesuffix(ARRIVED)
        arrived = json.loads(path.read_text(encoding="utf-8"))
        row = grade_one(work / name, scores / name, arrived)
        if "points" not in row:
            not_graded.append(name)
            # What was earned before stays; only the state says it.
            row = {**rows.get(name, {}), "state": row["state"]}
        rows[name] = {"student": name, **row}
        print(f"  {name:<32} {rows[name].get('points', '-'):>8}  "
              f"{rows[name]['state']}", flush=True)
    with open(scores / "scores.csv", "w", encoding="utf-8",
              newline="") as file:
        table = csv.DictWriter(file, COLUMNS, restval="")
        table.writeheader()
        table.writerows(row for _, row in sorted(rows.items()))
    if not_graded:
        print(f"Not graded, earlier scores kept: {', '.join(not_graded)}")
    return 3 if not_graded else 0


def earlier(path: Path) -> dict[str, dict[str, str]]:
    """The rows of the table of the last run, by student."""
    if not path.exists():
        return {}
    with open(path, encoding="utf-8", newline="") as file:
        return {row["student"]: row for row in csv.DictReader(file)}


def grade_one(folder: Path, out: Path,
              arrived: dict[str, str]) -> dict[str, str]:
    """The row of one student; without points when it was not graded."""
    if arrived["problem"]:
        return {"state": "not fetched"}
    out.mkdir(parents=True, exist_ok=True)
    new = out.resolve() / "new.json"
    # From inside, so that the page names files as the student types them.
    words = [sys.executable, str(COURSE / "grader"), "grade", ".",
             "--require-isolation", "full", "--json", str(new),
             "--html", str(new.with_name("report.html")),
             "--submitted", arrived["submitted"]]
    variables = {name: value for name, value in os.environ.items()
                 if name != "READ_KEY"}
    try:
        with open(out / "report.txt", "wb") as text:
            status = subprocess.run(
                words, stdout=text, stderr=text, cwd=folder, env=variables,
                check=False, timeout=GRADE_SECONDS).returncode
    except subprocess.TimeoutExpired:
        status = 3
    if status > 1:
        return {"state": "grader error"}
    os.replace(new, out / "report.json")
    report = json.loads((out / "report.json").read_bytes())
    late = report.get("late") or {}
    return {"points": f"{report['points']:g}",
            "max_points": f"{report['max_points']:g}",
            "late_percent": f"{late.get('percent', 0):g}",
            "state": "graded", "commit": arrived["commit"],
            "graded": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())}


def read_words(words: list[str] | None = None) -> argparse.Namespace:
    """What was asked for; ends with a sentence if it is wrong."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    commands = parser.add_subparsers(dest="command", required=True)
    fetching = commands.add_parser("fetch", help="get every repository")
    fetching.add_argument("students", type=Path)
    fetching.add_argument("work", type=Path)
    fetching.add_argument("--server", default="https://github.com")
    grading = commands.add_parser("grade", help="grade what was fetched")
    grading.add_argument("work", type=Path)
    grading.add_argument("scores", type=Path)
    return parser.parse_args(words)


def main(words: list[str] | None = None) -> int:
    """Read the words and do it."""
    asked = read_words(words)
    if asked.command == "fetch":
        return fetch(asked.students, asked.work, asked.server.rstrip("/"))
    return grade(asked.work, asked.scores)


if __name__ == "__main__":
    sys.exit(main())
