"""The task to go on with when nothing is lost in those that were graded.

What is done elsewhere in the course is looked up in memory and never run.
"""

from __future__ import annotations

import msgspec

from grader.checkpaths import find_ids
from grader.incremental import Asked, Graded, recall
from grader.remembering import Memory
from grader.wanted import matches
from grader.what_to_type import checkout, is_own

DONE = ("passed", "later")


def following(asked: Asked, graded: Graded,
              memory: Memory | None) -> str | None:
    """The id of a task; "" if all are done, None if nobody knows."""
    if graded.head.errors or not graded.tasks or any(
            task.info.status not in DONE for task in graded.tasks):
        return None
    if not graded.head.left_out:
        return ""
    looked_at = [task.info.id for task in graded.tasks]
    own = is_own(asked.path, looked_at[-1])
    states = _states(asked, checkout() if own else asked.path, memory)
    if not states and not own:
        return None             # nobody can type a task that may be nowhere
    ids = list(states) or [task for task in find_ids(asked.root)
                           if matches(task, asked.policy.tasks)]
    place = ids.index(looked_at[-1]) + 1 if looked_at[-1] in ids else 0
    return next((task for task in ids[place:] + ids[:place]
                 if task not in looked_at and states.get(task) not in DONE),
                "")


def _states(asked: Asked, path: str, memory: Memory | None
            ) -> dict[str, str]:
    """Task id -> what it was when it was last graded as it is now."""
    known = None if memory is None else recall(
        msgspec.structs.replace(asked, path=path, tasks=()), memory)
    if known is None:
        return {}
    return {task.id: known.found[task.id].info.status
            if task.id in known.found else "" for task in known.looked_at}
