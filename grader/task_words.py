"""What was typed as a task -> patterns that mean tasks, or the way out.

    3-words  3  */3-*  0x00-topic           stay as they are
    0x00-topic/3-words.py  ./0x00-topic/    files and folders, as Tab writes
    0x00  topic  wor                        short names, as `explain` knows

The words are understood once, before anything is looked up or graded.
"""

from __future__ import annotations

import os
import textwrap
from collections.abc import Sequence

from grader.checkpaths import CHECKS, find_ids
from grader.early import plain_name
from grader.model import UsageError
from grader.wanted import matches

WIDTH = 79


def meant(words: Sequence[str], path: str = "", command: str = "",
          root: str = CHECKS) -> tuple[str, ...]:
    """Patterns for `matches`, one for each word; raises UsageError.

    path: what is graded; a topic folder narrows parts of a name
    command: "watch", "verify" ...; "" to grade; for the way out
    """
    ids = find_ids(root)
    patterns = []
    for word in words:
        if _fits(word, ids):
            patterns.append(word)
            continue
        pattern = _pattern(word, path, root)
        if not pattern:
            from grader.explaining.which import Typed, find_tasks, refusal
            raise UsageError(refusal(word, find_tasks(word, path, root),
                                     Typed(path, command, root)))
        patterns.append(pattern)
    return tuple(patterns)


def no_such_path(word: str, command: str = "", root: str = CHECKS) -> str:
    """What to say where a folder should stand and there is none.

    A task may be meant, but not where somebody asks for a certain file.
    command: as for `meant`
    """
    from grader.explaining.which import Typed, near_tasks
    from grader.reading import printable
    shown, plain = printable(word), plain_name(word)
    missing = f"There is no {shown}."
    typed = Typed("", command, root)
    if not os.path.isabs(word) and plain.count("/") <= 1:
        pattern = _pattern(word, "", root)
        if pattern in {task.partition("/")[0] for task in find_ids(root)}:
            return (f"`{shown}` is a topic. Type\n"
                    f"{typed.with_words('--task', pattern)}")
        if pattern in find_ids(root):
            return f"`{shown}` is a task. Type\n{typed.with_task(pattern)}"
        near = {} if "/" in plain else near_tasks(word, root)
        if near:
            said = f"{missing} Did you mean {' or '.join(near.values())}?"
            return (f"{_filled(said + ' Type')}\n"
                    f"{typed.with_task(next(iter(near)))}")
    return _filled(f"{missing} Give a folder with task files, or one task "
                   f"file.")


def nothing_in_scope(patterns: Sequence[str], scope: Sequence[str],
                     root: str = CHECKS) -> str:
    """Why no task is left to grade.

    scope: patterns of the policy's `tasks`
    """
    from grader.explaining.which import Typed, refusal
    ids = find_ids(root)
    named = [task for task in ids if patterns
             and matches(task, tuple(patterns))]
    graded = [task for task in ids if matches(task, tuple(scope))]
    if not graded:
        return _filled(f"The `tasks` of the policy fit no task of the "
                       f"course: {', '.join(scope)}. Tasks are called "
                       f"{', '.join(ids[:2])} and so on.")
    if not named:
        return refusal(patterns[0], (), Typed(root=root))
    which = named[0] if len(named) == 1 else f"all {len(named)} of these tasks"
    return _filled(f"The policy leaves {which} out. It has "
                   f"{', '.join(graded[:2])} and so on; "
                   f"`python3 grader` shows all that count.")


def _pattern(word: str, path: str, root: str) -> str:
    """What a word means that `matches` does not know; "" if nothing."""
    from grader.explaining.which import find_tasks, topic_of
    ids, plain = find_ids(root), plain_name(word)
    if plain in ids or "*" in plain and _fits(plain, ids):
        return plain
    topic = topic_of(word, root)
    if topic:
        return topic
    found = find_tasks(word, path, root)
    return found[0] if len(found) == 1 else ""


def _fits(word: str, ids: Sequence[str]) -> bool:
    return any(matches(task, (word,)) for task in ids)


def _filled(text: str) -> str:
    # A path is never broken: it will be compared or copied.
    return textwrap.fill(text, WIDTH, break_on_hyphens=False,
                         break_long_words=False)
