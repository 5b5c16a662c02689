"""Find the task files of a submission.

In: a path and the tasks that are wanted. Out: a `Submission` with the bytes
of every task found and, for every other one, a sentence. Knows our layout and
those of older cohorts, one topic folder, one file. Never changes anything.
"""

from __future__ import annotations

import hashlib
import os
import stat

from grader.misnamed import misnamed_sentence, near_names
from grader.model import Submission, TaskFile, UsageError
from grader.places import (
    DEPTH,
    ENTRIES_OF_A_FOLDER,
    Place,
    find_places,
    topic_key,
)
from grader.reading import list_folder, open_folder, printable
from grader.shelf import Shelf, read_shelf
from grader.wanted import Wanted as Wanted
from grader.wanted import names_by_topic

SHOWN_PATH = 4096


def discover(path: str, tasks: list[Wanted]) -> Submission:
    """Look for the tasks in a folder, or take the one file at path.

    The result has one record per wanted task, in their order. For one topic
    folder or one file, tasks that belong elsewhere have an empty path: they
    were not looked at. Raises UsageError when there is nothing at path.
    """
    shown = printable(path, SHOWN_PATH)
    try:
        # A link to nothing is still a file that was handed in.
        is_folder = os.path.islink(path) is False or os.path.exists(path)
        is_folder = is_folder and stat.S_ISDIR(os.stat(path).st_mode)
    except FileNotFoundError:
        raise UsageError(
            f"`{shown}` does not exist. Give the path of a folder with task"
            " files."
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError(f"`{shown}` cannot be opened: {reason}.") from None
    return (_in_folder if is_folder else _one_file)(path, tasks)


def _in_folder(path: str, tasks: list[Wanted]) -> Submission:
    topics = names_by_topic(tasks)
    walk = find_places(path, topics)
    if not walk.found and not walk.others:
        raise UsageError(
            f"`{printable(path, SHOWN_PATH)}` cannot be read:"
            f" {walk.remarks[0]}"
        )
    chosen, remarks = walk.chosen(topics)
    looked_at = [*chosen.values(), *walk.others]
    # The path itself is one topic folder: ask for its tasks only.
    is_topic = bool(chosen) and not any(p.parts for p in chosen.values())
    asked = [t for t in tasks if not is_topic or t.belongs_to(chosen)]
    if len(asked) < len(tasks):
        remarks.append(
            f"Only this folder was looked at: {len(asked)} of the"
            f" {len(tasks)} tasks belong in it."
        )
    shelves = {
        key: read_shelf(path, place, topics[key])
        for key, place in chosen.items()
    }
    found = [_task(task, shelves, looked_at) for task in asked]
    for shelf in shelves.values():
        remarks += shelf.remarks
    remarks += _doubled(asked, shelves)
    # A misspelt name is told at its task: no need to list all folders.
    if all(task.problem.startswith("No file") for task in found):
        remarks.append(_nothing_found(asked))
    layout = _layout(asked, found, chosen)
    return _submission(path, layout, _in_order(tasks, found), remarks)


def _in_order(tasks: list[Wanted], found: list[TaskFile]) -> list[TaskFile]:
    """One record per wanted task; those not asked for have no path."""
    by_id = {file.id: file for file in found}
    left_out = "It was not looked at: you asked for a part of the course."
    return [
        by_id.get(task.id) or TaskFile(task.id, "", problem=left_out)
        for task in tasks
    ]


def _task(
    task: Wanted, shelves: dict[str, Shelf], looked_at: list[Place]
) -> TaskFile:
    for key, name in task.spots:
        shelf = shelves.get(key)
        if shelf and (name in shelf.files or name in shelf.troubles):
            return _present(task, shelf, name)
    for key, name in task.spots:
        if key in shelves and name in shelves[key].near:
            near = shelves[key].near[name]
            return TaskFile(
                task.id,
                shelves[key].place.path_of(name),
                problem=misnamed_sentence(near, name),
            )
    key, name = task.spots[0]
    path = f"{task.topic}/{name}"
    if key in shelves:
        path = shelves[key].place.path_of(name)
    problem = f"No file `{path}` was found."
    for place in looked_at:
        for stray in task.names:
            if stray in place.kinds:
                problem = (
                    f"`{place.path_of(stray)}` lies in the wrong folder; it"
                    f" must be `{path}`."
                )
    return TaskFile(task.id, path, problem=problem)


def _present(task: Wanted, shelf: Shelf, name: str) -> TaskFile:
    own = name.removesuffix(".py")
    return TaskFile(
        id=task.id,
        path=shelf.place.path_of(name),
        source=shelf.files.get(name),
        problem=shelf.troubles.get(name, ""),
        siblings={
            stem: data for stem, data in shelf.modules.items() if stem != own
        },
    )


def _doubled(tasks: list[Wanted], shelves: dict[str, Shelf]) -> list[str]:
    """Say which files of a task were left aside for a better one."""
    remarks = []
    for task in tasks:
        first, *rest = [
            shelves[key].place.path_of(name)
            for key, name in task.spots
            if key in shelves and name in shelves[key].files
        ] or [""]
        for path in rest:
            remarks.append(
                f"`{path}` is an older name of the same task; `{first}` is"
                " graded."
            )
    return remarks


def _nothing_found(tasks: list[Wanted]) -> str:
    names = sorted({task.topic for task in tasks})
    names += sorted({key for task in tasks for key, _ in task.spots})
    return (
        f"No task was found. Looked up to {DEPTH} folders deep for folders"
        f" named {', '.join(f'`{name}`' for name in names)}."
    )


def _layout(
    tasks: list[Wanted], found: list[TaskFile], chosen: dict[str, Place]
) -> str:
    """Name the layout; "folder" also when nothing was found."""
    if not any(place.parts for place in chosen.values()):
        return "folder"
    homes = {
        task.topic == file.path.split("/")[-2:-1][0]
        for task, file in zip(tasks, found, strict=True)
        if file.source and "/" in file.path
    }
    return "course" if homes == {True} else "older"


def _one_file(path: str, tasks: list[Wanted]) -> Submission:
    parent, name = os.path.split(path)
    key = topic_key(os.path.basename(os.path.abspath(parent)))
    # The folder decides between topics that share a file name.
    likely = sorted(tasks, key=lambda task: not task.belongs_to([key]))
    match = [task for task in likely if name in task.names]
    if match:
        file, remarks = _read_one(parent or ".", name, key, match[0])
    else:
        expected = [spot for task in likely for spot in task.names]
        meant = next(iter(near_names([name], expected)), "")
        match = [task for task in likely if meant in task.names]
        if not match:
            raise UsageError(
                f"`{printable(name)}` is not the name of a task, such as"
                f" `{expected[0] if expected else '0-task.py'}`."
            )
        problem, remarks = misnamed_sentence(name, meant), []
        file = TaskFile(match[0].id, meant, problem=problem)
    return _submission(path, "file", _in_order(tasks, [file]), remarks)


def _read_one(
    parent: str, name: str, key: str, task: Wanted
) -> tuple[TaskFile, list[str]]:
    try:
        with open_folder(parent) as folder:
            listing = list_folder(folder, ENTRIES_OF_A_FOLDER)
    except OSError as error:
        raise UsageError(
            f"The folder of `{printable(name)}` cannot be read:"
            f" {error.strerror}."
        ) from None
    kinds = {**listing.kinds, name: listing.kinds.get(name, "special")}
    shelf = read_shelf(parent, Place(key, (), kinds, 1), [name])
    return _present(task, shelf, name), list(shelf.remarks)


def _submission(
    path: str, layout: str, found: list[TaskFile], remarks: list[str]
) -> Submission:
    """Put together; the digest knows no place and no order.

    Neighbours count too: the hidden inputs depend on the digest, and a table
    of answers must not fit into a file that leaves it as it is.
    """
    digest = hashlib.sha256()
    graded: set[bytes] = set()
    beside: set[tuple[str, bytes]] = set()
    for task in sorted(found, key=lambda task: task.id):
        if task.source:
            digest.update(f"{task.id}\0{task.source.digest}\n".encode())
            graded.add(task.source.data)
        beside.update(task.siblings.items())
    for name, data in sorted(beside):
        if data not in graded:
            own = hashlib.sha256(data).hexdigest()
            digest.update(f"{name}\0{own}\n".encode())
    return Submission(
        path=printable(path, SHOWN_PATH),
        layout=layout,
        digest=digest.hexdigest(),
        tasks=tuple(found),
        remarks=tuple(remarks),
    )
