"""Which files of its folder a task file can reach, and its seed.

A result depends on these files and on no others. That is why only they travel
to the student's process, why only they decide the hidden inputs, and why a
change of any other file leaves a result as it was. Reads bytes, runs nothing.
"""

from __future__ import annotations

import hashlib

from grader.model import TaskFile

# With these a text can name a neighbour without writing its name.
INDIRECT = (b"__import__", b"importlib", b"exec", b"eval", b"compile",
            b"getattr", b"runpy", b"pkgutil", b"sys.")
SEED_DIGITS = 12
OWN_SEEDS = 0


def mentioned(task: TaskFile) -> dict[str, bytes]:
    """Siblings that the file, or a sibling it mentions, speaks of."""
    assert task.source is not None
    found: dict[str, bytes] = {}
    todo = [task.source.data]
    while todo:
        text = todo.pop()
        for name, data in task.siblings.items():
            if name not in found and name.encode(
                    "utf-8", "surrogateescape") in text:
                found[name] = data
                todo.append(data)
    return found


def reachable(task: TaskFile) -> dict[str, bytes]:
    """Siblings that may have a part in the result; rather too many.

    A name can be put together, or be written in letters that Python reads as
    others. Then all siblings count.
    """
    assert task.source is not None
    found = mentioned(task)
    texts = (task.source.data, *found.values())
    if any(not text.isascii() or any(word in text for word in INDIRECT)
           for text in texts):
        return task.siblings
    return found


def content_digest(task: TaskFile) -> str:
    """One digest of a task file and of the siblings that it can reach."""
    assert task.source is not None
    digest = hashlib.sha256(task.source.digest.encode())
    for name, data in sorted(reachable(task).items()):
        own = hashlib.sha256(data).hexdigest()
        digest.update(f"\n{name}\0{own}".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def seed_of(task: TaskFile, seed: int) -> int:
    """The seed of a task's hidden inputs: the one given, or its own.

    seed: 0 gives each task a seed from its own content. A table of answers
    changes the file that holds it, and with it the questions.
    """
    if seed != OWN_SEEDS or task.source is None:
        return seed
    return int(content_digest(task)[:SEED_DIGITS], 16)
