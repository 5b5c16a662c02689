"""Friday to Monday, for real, on this computer.

    .venv/bin/python tests/monday.py FOLDER

An instructor's clone, a student edition, three students with repositories of
their own, the job of their workflow file step by step in a clean surrounding,
and the night run of the teacher. All repositories are local; the libraries
come from where pip gets them. FOLDER keeps everything, to look at.
"""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from workflow_steps import Runner  # noqa: E402

from grader.author.edition.servers import GITHUB, with_source  # noqa: E402
from grader.author.edition.tree import FILES  # noqa: E402

TESTS = ROOT / "tests"
POLICY = """isolation = "full"
reveal = "hint-only"

[late]
due = 2099-12-01T23:59:00+01:00
percent_per_day = 10
most_percent = 50
"""
MISTAKES = (
    "calculus-choice-constant-lost", "calculus-sum-no-type-test",
    "convolution-valid-flipped-kernel", "linear-join-extends-the-first",
    "linear-product-compares-rows", "plotting-line-no-limits",
    "probability-poisson-lambtha-below-1")
HOSTILE = {
    "grader/__main__.py": "print('70 tasks: 70 ok. 700 of 700 points.')\n",
    "grader.toml": '[points]\noutput = 0\nrules = 0\nstyle = 0\ndocs = 0\n',
    "numpy.py": "raise SystemExit(0)\n",
    "sitecustomize.py": "import os\nos._exit(0)\n",
    "conftest.py": "import os\nos._exit(0)\n",
    "report/report.json": '{"points": 700, "max_points": 700}\n',
    ".github/workflows/grade.yml": "on: push\njobs: {score: {runs-on: x, "
                                   "steps: [{run: echo 700 of 700}]}}\n",
    "0x00-linear_algebra/numpy.py": "raise SystemExit(0)\n",
    "0x00-linear_algebra/2-size_me_please.py":
        "#!/usr/bin/env python3\nimport os\nos._exit(0)\n",
    "0x00-linear_algebra/8-ridin_bareback.py": '''#!/usr/bin/env python3
"""Read the answers."""
import glob


def mat_mul(mat1, mat2):
    """Multiply by looking it up."""
    for path in glob.glob("/**/checks/**/8-ridin_bareback.py",
                          recursive=True):
        exec(open(path).read(), globals())
    return oracle(mat1, mat2)
''',
    "0x00-linear_algebra/4-line_up.py": '''#!/usr/bin/env python3
"""Speak to the server."""
import os
import sys
print("::error title=<script>alert(1)</script>::700 of 700")
print("::set-output name=result::700")
with open(os.environ.get("GITHUB_OUTPUT", "/tmp/out"), "a") as file:
    file.write("status=0\\n")


def add_arrays(arr1, arr2):
    """Change the judge."""
    sys.exit(0)
''',
}


def say(*words: str) -> None:
    """One line of the protocol."""
    print(*words, flush=True)


def git(*words: str, where: Path) -> str:
    """Run git as somebody without any settings."""
    done = subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@example.org",
         "-c", "init.defaultBranch=main", "-c", "protocol.file.allow=always",
         *words], cwd=where, check=True, capture_output=True, text=True,
        env={"PATH": os.defpath, "HOME": str(where)})
    return done.stdout.strip()


def pip_settings() -> dict[str, str]:
    """Where this computer gets libraries from."""
    return {name: value for name, value in os.environ.items()
            if name.startswith("PIP_")}


def instructor_clone(place: Path) -> None:
    """The checkout as it stands, as a repository of the teacher."""
    place.mkdir()
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "-z"], cwd=ROOT,
        check=True, capture_output=True, text=True).stdout
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).exists():
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, place / name)
    (place / "grader.toml").write_text(POLICY)


def publish(server: Path, name: str, folder: Path, message: str) -> str:
    """Commit all of a folder and push it to the server; the commit."""
    bare = server / name
    if not bare.exists():
        bare.mkdir(parents=True)
        git("init", "--bare", "--quiet", ".", where=bare)
        # As the large servers do: a commit can be asked for by its name.
        git("config", "uploadpack.allowAnySHA1InWant", "true", where=bare)
    if not (folder / ".git").exists():
        git("init", "--quiet", ".", where=folder)
    git("add", "-A", where=folder)
    git("commit", "--quiet", "-m", message, where=folder)
    git("push", "--quiet", bare.as_uri(), "HEAD:refs/heads/main",
        where=folder)
    return git("rev-parse", "HEAD", where=folder)


def grader(folder: Path, *words: str) -> str:
    """`python3 grader` of a checkout, with nothing around it."""
    done = subprocess.run(
        ["python3", "grader", *words], cwd=folder, check=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        env={"PATH": os.defpath, "HOME": str(folder), **pip_settings()})
    return done.stdout


def write_work(student: str, folder: Path, teacher: Path) -> None:
    """What a student does over the week."""
    for task in sorted(teacher.glob("0x*/[0-9]*")):
        inside = task.relative_to(teacher)
        if task.is_file() and not task.name.endswith("-main.py") and (
                folder / inside).exists():
            shutil.copy(task, folder / inside)
    if student == "mia":
        for name in MISTAKES:
            for path in (TESTS / "submissions/failed" / name).glob("0x*/*"):
                shutil.copy(path, folder / path.parent.name / path.name)
    if student == "mallory":
        for name, text in HOSTILE.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text)


def run_job(student: str, week: Path, text: str,
            machine: str = "") -> Runner:
    """The job `score` of a workflow on a fresh machine."""
    server = week / "server"

    def checkout(words: Mapping[str, str], place: Path) -> None:
        git("clone", "--quiet", (server / "class" / student).as_uri(),
            str(place), where=week)
    runner = Runner(
        week / "machines" / (machine or student),
        {"github.event.repository.pushed_at": str(int(time.time()))},
        checkout, {"GITHUB_SERVER_URL": server.as_uri(), **pip_settings()})
    tick = runner.run(text, "score")
    (week / f"{machine or student}.log").write_text(runner.log)
    say(f"{student}: {'green tick' if tick else 'red: ' + runner.failed}, "
        f"artifacts {sorted(path.name for path in show(runner))}")
    return runner


def show(runner: Runner) -> list[Path]:
    """The files that the job has kept."""
    return sorted((runner.artifacts / "report").glob("*"))


def tell(student: str, runner: Runner) -> None:
    """The heart of each artefact, in a few lines."""
    kept = runner.artifacts / "report"
    report = json.loads((kept / "report.json").read_text())
    badge = json.loads((kept / "badge.json").read_text())
    if "visible_checks" in report["extra"]:
        say(f"  badge {badge['message']!r}; no points are known, and none "
            f"are sent")
        return
    result = json.loads(base64.b64decode(
        (kept / "classroom.txt").read_text()))
    tests = result["tests"]
    passed = sum(test["status"] == "pass" for test in tests)
    table = passed / len(tests) * result["max_score"] if tests else 0
    sent = sum(test["score"] for test in tests)
    say(f"  points {report['points']:g} of {report['max_points']:g}; "
        f"badge {badge['message']!r}; Classroom table {table:g}, sent "
        f"{sent:g}; walls {report['isolation']['level']}")
    for task in report["tasks"]:
        if task["status"] not in ("passed",):
            say(f"  {task['status']:<8} {task['id'].partition('/')[2]:<32} "
                f"{task['points']:g} / {task['max_points']:g}")
    notes = [line for line in runner.log.splitlines()
             if line.startswith(("::error ", "::warning ", "::notice "))]
    say(f"  annotations {len(notes)}; first: {(notes or ['-'])[0][:100]}")
    head = runner.summary.read_text().splitlines()
    say(f"  summary: {head[0]!r}, {len(head)} lines")


def night_run(week: Path, names: list[str]) -> None:
    """What the teacher's own workflow does, with the script it starts."""
    teacher, listed = week / "teacher", week / "students.csv"
    listed.write_text("student,repository\n" + "".join(
        f"{name},class/{name}\n" for name in [*names, "nobody"]))
    script = str(teacher / "docs/ci/collect.py")
    for words in (["fetch", str(listed), str(week / "work"), "--server",
                   (week / "server").as_uri()],
                  ["grade", str(week / "work"), str(week / "scores")]):
        done = subprocess.run(
            ["python3", script, *words], cwd=week, check=False,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            env={"PATH": os.defpath, "HOME": str(week), "CI": "true",
                 **pip_settings()})
        say(f"$ collect.py {words[0]}   (exit status {done.returncode})")
        say(done.stdout.rstrip())
    say((week / "scores/scores.csv").read_text().rstrip())


def main(week: Path) -> None:
    """The whole weekend."""
    started = time.monotonic()
    week.mkdir(parents=True)
    server = week / "server"
    instructor_clone(week / "teacher")
    commit = publish(server, "teacher/course", week / "teacher", "Course")
    say(f"Friday: course at teacher/course@{commit}")
    said = grader(week / "teacher", "student", str(week / "edition"),
                  "--source", f"teacher/course@{commit}")
    say("\n".join(said.splitlines()[-4:]))
    names = ["ada", "mia", "mallory"]
    for student in names:
        git("init", "--quiet", str(week / student), where=week)
        shutil.copytree(week / "edition", week / student,
                        dirs_exist_ok=True)
        publish(server, f"class/{student}", week / student, "Start")
        write_work(student, week / student, week / "teacher")
        publish(server, f"class/{student}", week / student, "My work")
    say(f"Monday: {', '.join(names)} have pushed. Their jobs, step by step:")
    # The workflow as handed out. Mallory's own would only fool its own page.
    text = (week / "edition/.github/workflows/grade.yml").read_text()
    for student in names:
        tell(student, run_job(student, week, text))
    say("With the student edition as the trusted grader, for practice:")
    shutil.copytree(week / "edition", week / "shared")
    shared = publish(server, "teacher/course-students", week / "shared",
                     "Student edition")
    text = with_source(GITHUB, Path(FILES, "grade.yml").read_text(),
                       f"teacher/course-students@{shared}")
    tell("mia", run_job("mia", week, text, "mia-visible"))
    say("The teacher's night run, which counts:")
    night_run(week, names)
    say(f"All of it took {time.monotonic() - started:.0f} s.")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
