"""Where the check files lie, and in which order; reads names only."""

from __future__ import annotations

import os

CHECKS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "checks")
EDITION = "edition.json"        # stands there in the student edition only


def check_path(root: str, task: str) -> str:
    """The check file of a task."""
    return os.path.join(root, *task.split("/")) + ending(root)


def ending(root: str) -> str:
    """`.py`, or `.json` in the student edition, where they are data."""
    return ".json" if os.path.exists(os.path.join(root, EDITION)) else ".py"


def find_ids(root: str) -> list[str]:
    """Task ids below root, `<topic>/<task>`, ordered by topic and number."""
    ids, end = [], ending(root)
    for topic in sorted(os.listdir(root)):
        folder = os.path.join(root, topic)
        if topic.startswith((".", "_")) or not os.path.isdir(folder):
            continue
        names = [name.removesuffix(end) for name in os.listdir(folder)
                 if name.endswith(end) and not name.startswith("_")]
        ids += [f"{topic}/{name}" for name in sorted(names, key=_by_number)]
    return ids


def _by_number(name: str) -> tuple[int, str]:
    number, _, rest = name.partition("-")
    return (int(number) if number.isdigit() else 10_000, rest)
