"""All proofs of one task together, with what they need from the sandbox."""

from __future__ import annotations

import os
from collections.abc import Iterator

from grader.author.agreement import (check_form, drivers, lessons, running,
                                     signatures, unfinished)
from grader.author.agreement.texts import Text, read_texts
from grader.author.grading_promises import runs_twice
from grader.author.promises import SEEDS
from grader.checkfile import CheckFile
from grader.checkpaths import find_ids
from grader.course import Course
from grader.model import GraderError, TaskFile
from grader.sandbox import AnySandbox, wire


class Readiness:
    """The texts of all tasks in scope, and what their programs print."""

    def __init__(self, course: Course, root: str,
                 sandbox: AnySandbox) -> None:
        self.texts = {file.id: read_texts(file, root)
                      for file in course.files}
        self._lessons: dict[str, Text] = {}
        for texts in self.texts.values():
            if texts.lesson is not None:
                self._lessons[texts.topic] = texts.lesson
        self._ids = [task for file in course.files[:1]
                     for task in find_ids(_checks_of(file))]
        self._names = _names([*self._ids, *(
            file.entry for file in course.files)])
        self._shown = running.run_all(self._jobs(), sandbox)

    def _jobs(self) -> dict[str, wire.Job]:
        jobs = {}
        for task, texts in self.texts.items():
            for kind, job in (("driver", running.driver_job(texts)),
                              ("block", running.block_job(texts))):
                if job is not None:
                    jobs[f"{kind} {task}"] = job
        for topic, lesson in self._lessons.items():
            jobs |= lessons.section_jobs(topic, lesson)
        return jobs

    def trouble(self, file: CheckFile) -> str:
        """Why there is no use in looking further at a task, or nothing."""
        return signatures.first_trouble(self.texts[file.id])

    def of_texts(self, file: CheckFile) -> Iterator[str]:
        """What does not agree between the four texts of a task."""
        texts = self.texts[file.id]
        yield from unfinished.left_to_fill_in(texts)
        others = self._names - _names([file.id, file.entry])
        yield from check_form.broken_form(texts, others)
        yield from signatures.broken_signatures(texts)
        yield from drivers.broken_driver(
            texts, self._shown.get(f"driver {file.id}"))
        yield from lessons.broken_block(
            texts, self._shown.get(f"block {file.id}"))

    def of_lessons(self) -> Iterator[tuple[str, list[str]]]:
        """What is wrong in lessons outside of their tasks."""
        for topic, lesson in self._lessons.items():
            names = [task.partition("/")[2] for task in self._ids
                     if task.startswith(topic + "/")]
            yield f"{topic}/README.md", list(lessons.broken_lesson(
                topic, lesson, names, self._shown))


def _checks_of(file: CheckFile) -> str:
    """The folder of all check files."""
    return file.path.removesuffix(f"{file.id}.py".replace("/", os.sep))


def _names(names: list[str]) -> frozenset[str]:
    """Names that a hint may not say: ids of tasks, and their functions."""
    return frozenset(word for name in names
                     for word in (name, name.rpartition("/")[2])
                     if "_" in word or "-" in word)


def unsteady(course: Course, tasks: list[TaskFile],
             sandbox: AnySandbox) -> set[str]:
    """The tasks whose solution answers otherwise when asked again."""
    files = {file.id: file for file in course.files}
    asked = []
    for task in tasks:
        try:
            asked.append((course.plan(files[task.id], SEEDS[0], False), task))
        except GraderError:
            continue                # told by the promises of the check file
    return runs_twice(asked, sandbox)
