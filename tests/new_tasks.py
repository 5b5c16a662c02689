"""A small checkout in a temporary folder, and new tasks written into it."""

from __future__ import annotations

import re
from pathlib import Path

from grader.author.agreement.texts import Texts, read_texts
from grader.author.agreement.unfinished import MARK
from grader.author.new.task import NewOptions, NewTask, new_task
from grader.cases import Plan, plan
from grader.checkfile import load

TOPIC = "0x00-small"
TASK = f"{TOPIC}/5-double"
LESSON = """\
# A small lesson

## Run this first

```text
3 tasks: 0 ok, 3 failed. 0 of 30 points.
```

## Map

| Section | Tasks | Minutes |
| --- | --- | --- |
| [Numbers](#numbers) | 1 | 30 |
| [Lists of numbers](#lists-of-numbers) | 3, 8 | 45 |

## Numbers

```python
>>> 1 + 1
2
```

Now do: [task 1](#1-one-1-onepy).

## Lists of numbers

```python
>>> [1, 2][0]
1
```

Now do: [task 3](#3-three-3-threepy),
[task 8](#8-eight-8-eightpy) if you have time.

## Tasks

### 1. One: `1-one.py`

*([Numbers](#numbers), 10 minutes)*

### 3. Three: `3-three.py`

*([Lists of numbers](#lists-of-numbers), 10 minutes)*

### 8. Eight: `8-eight.py`

*([Lists of numbers](#lists-of-numbers), 10 minutes)*

## Where it goes wrong
"""
OTHERS = ("1-one", "3-three", "8-eight")


def small_checkout(root: Path) -> Path:
    """A checkout with one topic; its old tasks are only names."""
    checks = root / "grader" / "checks" / TOPIC
    checks.mkdir(parents=True)
    (root / TOPIC).mkdir()
    (root / TOPIC / "README.md").write_text(LESSON, encoding="utf-8")
    for name in OTHERS:
        (checks / f"{name}.py").write_text('"""Old."""\n', encoding="utf-8")
    return root


def write_task(root: Path, kind: str = "function", task: str = TASK,
               **words: str) -> NewTask:
    """A new task in a small checkout, with all its marks."""
    return new_task(NewOptions(task, str(root), kind, **words))


def files_of(root: Path, made: NewTask) -> list[Path]:
    """The files of a new task, the lesson last."""
    return [root / name for name in made.files]


def fill_in(root: Path, made: NewTask) -> None:
    """Take all marks away: the sample stands for what an author writes."""
    for path in files_of(root, made):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(rf"^.*{MARK}.*\n", "", text,
                               flags=re.MULTILINE), encoding="utf-8")


def finished_task(root: Path, kind: str = "function") -> Path:
    """A small checkout with one finished task of a kind."""
    fill_in(root, write_task(small_checkout(root), kind))
    return root


def spoil(path: Path, old: str, new: str) -> None:
    """Replace the first place of a text that must be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {path}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def texts_of(root: Path, task: str = TASK) -> Texts:
    """The texts of a task of a small checkout."""
    return read_texts(load(str(root / "grader" / "checks"), task), str(root))


def plans_of(root: Path, task: str = TASK, seeds: int = 5) -> list[Plan]:
    """The plans of a task, one for each seed."""
    file = load(str(root / "grader" / "checks"), task)
    return [plan(file, seed) for seed in range(seeds)]
