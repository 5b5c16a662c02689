"""Grades one attack the real way, beside a right task, and looks around.

    folder with the attack and a right neighbour
        --> grade --> report --> every writer
        --> what the attack got, what the neighbour lost, what was touched
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from grader.course import Course
from grader.grading import grade
from grader.model import GraderError, Limits
from grader.report.build import build_report
from grader.report.schema import Report, TaskInfo
from grader.sandbox import AnySandbox, conversation, open_sandbox

from . import lesson
from .case import Attack
from .outputs import faults
from .processes import adopting_orphans, end_all_but, running_below
from .targets import SECRET, VARIABLE, Targets, changes, snapshot

LIMITS = Limits(call_seconds=0.25, load_seconds=0.8, task_seconds=1.2,
                memory_bytes=192 << 20)
GRACE = 0.2         # attackers that ignore the clock get no more
SEED = 20_26


class Stage:
    """A sandbox of one level with targets around it."""

    def __init__(self, root: Path, sandbox: AnySandbox,
                 is_patient: bool) -> None:
        self.root = root
        self.sandbox = sandbox
        self.targets = Targets(root)
        lesson.write_checks(root / "checks", SECRET, is_patient)
        self.course = Course(root=str(root / "checks"))
        # Another student's work, as it lies there when many are graded.
        other = root / "submissions" / "other" / lesson.TOPIC
        other.mkdir(parents=True)
        (other / "0-sum_rows.py").write_text(f"# {SECRET}\n")
        self._count = 0
        self._calm = self.submission(Attack("nothing at all"))

    def submission(self, attack: Attack) -> Path:
        """A folder with the attack and its right neighbour."""
        self._count += 1
        folder = self.root / "submissions" / str(self._count)
        topic = folder / lesson.TOPIC
        topic.mkdir(parents=True)
        words = self.targets.words(folder)
        files: dict[str, str | bytes] = {
            lesson.NEIGHBOUR + ".py": lesson.NEIGHBOUR_SOURCE,
            **attack.files}
        if attack.source:
            files[attack.task + ".py"] = attack.source
        for name, text in files.items():
            path = topic / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(text, str):
                for word, meaning in words.items():
                    text = text.replace(word, meaning)
                text = text.encode("utf-8", "surrogateescape")
            path.write_bytes(text)
            path.chmod(0o755)
        if attack.prepare is not None:
            attack.prepare(topic)
        return folder

    def report(self, folder: Path) -> Report:
        """The report of a submission."""
        return build_report(grade(str(folder), self.course, self.sandbox,
                                  SEED))

    def breaches(self, attack: Attack) -> list[str]:
        """All that went wrong, in words; nothing when the attack is held."""
        folder = self.submission(attack)
        watched = (folder, self.targets.outside, self.targets.home,
                   self.root / "tmp", self.root / "checks",
                   self.root / "cwd")
        before, running = snapshot(*watched), running_below()
        found: list[str] = []
        try:
            report = self.report(folder)
        except Exception as error:      # whatever it is, it is a breach
            return [f"the grader failed: {type(error).__name__}: {error}"]
        finally:
            left = end_all_but(running, self._settle)
            found += [f"process {pid} was left behind" for pid in left]
            found += changes(before, snapshot(*watched))
            found += self.targets.called()
            found += self._clean(watched[1:])
        return found + judged(attack, report) + faults(report)

    def _settle(self) -> None:
        """Let the zygote obey: it takes one order after the other.

        It was told to kill what is left of the attack before it was told
        this, and whoever ended by itself is cleared up between two orders.
        """
        with contextlib.suppress(GraderError):      # the attack ended it
            for _ in range(2):
                self.report(self._calm)

    def _clean(self, folders: tuple[Path, ...]) -> list[str]:
        """Restore what attacks marked, so that the next one starts calm."""
        for folder in folders:
            for path in folder.glob("mark*"):
                path.unlink()
        (self.targets.outside / "sentinel.txt").write_text("calm")
        marks = [Path("/tmp"), Path("/dev/shm"), Path("/var/tmp")]
        found = []
        for folder in marks:
            for path in folder.glob(f"mark-{os.getpid()}*"):
                found.append(f"{path} is new")
                path.unlink()
        return found


def judged(attack: Attack, report: Report) -> list[str]:
    """What is wrong with the points of the two tasks."""
    tasks = {task.id.rpartition("/")[2]: task for task in report.tasks}
    found = [f"a grader error: {text}" for text in report.grader_errors]
    if set(tasks) != set(lesson.CHECKS):
        found.append("the report is not complete")
    neighbour = tasks.get(lesson.NEIGHBOUR)
    if attack.task != lesson.NEIGHBOUR and (
            neighbour is None or neighbour.status != "passed"):
        found.append("the right neighbour lost points")
    task = tasks.get(attack.task)
    earned = output_points(task)
    if earned > attack.most + 0.005:
        found.append(f"it got {earned:g} points for its output")
    if not earned and task is not None and task.points:
        found.append(f"it got {task.points:g} points for nothing")
    if attack.marks and attack.marks not in repr(report):
        found.append(f"the report does not say {attack.marks!r}")
    return found


def output_points(task: TaskInfo | None) -> float:
    """What a task got for its output."""
    part = task.parts.get("output") if task is not None else None
    return part.points if part is not None else 0.0


@contextlib.contextmanager
def open_stage(level: str = "full", is_patient: bool = False
               ) -> Iterator[Stage]:
    """A stage whose sandbox protects at most so much; leaves nothing."""
    root = Path(tempfile.mkdtemp(prefix="attacks-"))
    temp, cwd = tempfile.tempdir, os.getcwd()
    kept = {name: os.environ.get(name) for name in (VARIABLE, "HOME")}
    with contextlib.ExitStack() as stack:
        stack.callback(shutil.rmtree, root, ignore_errors=True)
        root.chmod(0o755)
        for name in ("tmp", "cwd"):
            (root / name).mkdir()
            (root / name).chmod(0o777)
        stack.callback(os.chdir, cwd)
        stack.callback(setattr, tempfile, "tempdir", temp)
        stack.callback(_restore, kept)
        stack.callback(setattr, conversation, "GRACE", conversation.GRACE)
        conversation.GRACE = GRACE
        stack.enter_context(adopting_orphans())
        tempfile.tempdir = str(root / "tmp")
        os.environ.update({VARIABLE: SECRET, "HOME": str(root / "home")})
        os.chdir(root / "cwd")
        sandbox = stack.enter_context(open_sandbox(LIMITS, level=level))
        if sandbox.isolation.level != level:
            raise GraderError(f"level {level} cannot be had here: "
                              f"{'; '.join(sandbox.isolation.why)}")
        stage = Stage(root, sandbox, is_patient)
        stack.callback(stage.targets.close)
        yield stage


def _restore(kept: dict[str, str | None]) -> None:
    for name, value in kept.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value
