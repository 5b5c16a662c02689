"""What is known of all tasks, and what the user is looking at.

Changed by the desk alone; `view` reads it. Holds finished records of tasks,
never an answer that is expected.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from grader.report.schema import TaskInfo

Hints = list[tuple[str, ...]]
TO_DO = ("failed", "refused")


class Board:
    """The state of the screen.

    selected: id of the task that is shown in full, "" for none
    busy: ids of the tasks that are being graded
    note: one sentence about what just happened
    how: how saves are heard
    hints_of: gives all hints of a task when they are first asked for
    """

    def __init__(self, title: str, tasks: Sequence[str],
                 hints_of: Callable[[TaskInfo], Hints]) -> None:
        self.title = title
        self.tasks: dict[str, TaskInfo | None] = dict.fromkeys(tasks)
        self.selected = ""
        self.shown_hints = 0
        self.busy: tuple[str, ...] = ()
        self.note = ""
        self.how = ""
        self.is_helping = False
        self._hints_of = hints_of
        self._hints: Hints | None = None
        self._saved: set[str] = set()
        self._arrived: list[str] = []

    def keep_only(self, tasks: Sequence[str]) -> None:
        """Other tasks are in scope now; what is known of them stays."""
        self.tasks = {task: self.tasks.get(task) for task in tasks}

    def expect(self, tasks: Sequence[str]) -> None:
        """These tasks were saved just now, together."""
        self._saved, self._arrived = set(tasks), []

    def take(self, info: TaskInfo) -> None:
        """A result, fresh or from the cache.

        A second one for the same file shows a smaller case: hints stay.
        """
        before, self.tasks[info.id] = self.tasks.get(info.id), info
        if info.id == self.selected:
            self._hints = None
            if before is None or before.digest != info.digest:
                self.shown_hints = 0
        if info.id in self._saved:
            self._arrived.append(info.id)
            self._select_one_of(self._arrived)

    def select(self, task: str) -> None:
        """Show this task in full, without hints at first."""
        self.selected = task
        self._hints, self.shown_hints = None, 0

    def _select_one_of(self, tasks: Sequence[str]) -> None:
        """Of tasks that were saved together, show one that failed.

        The one in view stays there if it is among them and not yet right.
        """
        wrong = [task for task in tasks if self._is_to_do(task)]
        chosen = (wrong or tasks)[0]
        if self.selected not in wrong and self.selected != chosen:
            self.select(chosen)

    def select_next(self) -> bool:
        """The next task that failed; then one that is missing."""
        order = list(self.tasks)
        start = order.index(self.selected) + 1 if (
            self.selected in order) else 0
        round_trip = order[start:] + order[:start]
        for statuses in (TO_DO, ("missing",)):
            for task in round_trip:
                info = self.tasks[task]
                if info is not None and info.status in statuses:
                    self.select(task)
                    return True
        return False

    def _is_to_do(self, task: str) -> bool:
        info = self.tasks.get(task)
        return info is not None and info.status in TO_DO

    @property
    def info(self) -> TaskInfo | None:
        """The result of the task in view."""
        return self.tasks.get(self.selected)

    def hints(self) -> Hints:
        """The hints shown so far for the task in view."""
        return self._all_hints()[:self.shown_hints]

    def show_hint(self) -> bool:
        """One hint more; False when there is none."""
        if self.shown_hints >= len(self._all_hints()):
            return False
        self.shown_hints += 1
        return True

    def hints_left(self) -> int:
        """How many hints were not shown yet."""
        return len(self._all_hints()) - self.shown_hints

    def _all_hints(self) -> Hints:
        if self.info is None:
            return []
        if self._hints is None:
            self._hints = self._hints_of(self.info)
        return self._hints

    def topics(self) -> dict[str, list[TaskInfo | None]]:
        """Topic -> results of its tasks, None where there is none yet."""
        found: dict[str, list[TaskInfo | None]] = {}
        for task, info in self.tasks.items():
            found.setdefault(task.partition("/")[0], []).append(info)
        return found

    def count(self, *statuses: str) -> int:
        """How many tasks have one of these statuses."""
        return sum(info is not None and info.status in statuses
                   for info in self.tasks.values())

    def waiting(self) -> int:
        """How many tasks have no result yet."""
        return sum(info is None for info in self.tasks.values())
