"""Find the topic folders of a submission.

In: a root folder and, per topic, the file names that belong there. Out: one
folder per topic. Looks three folders deep at most, follows no link, never
walks into a topic folder, and stops at a fixed number of entries.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping

import msgspec

from grader.reading import Kind, Listing, list_folder, open_folder, printable

DEPTH = 3
ENTRIES_OF_A_FOLDER = 2000
ENTRIES_IN_ALL = 20_000
REMARKS = 20

NOT_WALKED = frozenset(
    {"venv", "env", "site-packages", "node_modules", "__pycache__"}
)


class Place(msgspec.Struct, frozen=True):
    """One folder of the submission.

    parts: names from the root down to it
    kinds: what it holds, name -> kind
    count: how many files with names of this topic it holds
    is_cut: True when it holds more than that
    """

    key: str
    parts: tuple[str, ...]
    kinds: dict[str, Kind]
    count: int
    is_cut: bool = False

    @property
    def shown(self) -> str:
        """Path below the root, safe to print."""
        return "/".join(map(printable, self.parts))

    def path_of(self, name: str) -> str:
        """Path of one of its files below the root, safe to print."""
        return "/".join(map(printable, (*self.parts, name)))


class Places(msgspec.Struct):
    """What the walk saw: candidates by topic, other folders, remarks."""

    found: dict[str, list[Place]] = {}
    others: list[Place] = []
    remarks: list[str] = []
    entries: int = 0

    def chosen(
        self, topics: Mapping[str, frozenset[str]]
    ) -> tuple[dict[str, Place], list[str]]:
        """Take one folder per topic, and say what that left aside.

        The nearest with any file of the topic wins, then the fullest, then
        the first by name.
        """
        chosen, remarks = {}, list(self.remarks)
        for key, names in topics.items():
            some = sorted(self.found.get(key, []), key=_rank)
            if not some or not some[0].count:
                adopted = self._adopted(key, names)
                if adopted:
                    some = [adopted]
                    remarks.append(
                        f"`{adopted.shown or '.'}` is graded as `{key}`,"
                        " because its files bear the names of these tasks."
                    )
            if some:
                chosen[key] = some[0]
            left = ", ".join(f"`{p.shown}`" for p in some[1:] if p.count)
            if left:
                remarks.append(
                    "More than one folder of the same topic:"
                    f" `{some[0].shown or '.'}` is graded; not looked at:"
                    f" {left}."
                )
        return chosen, remarks

    def _adopted(self, key: str, names: frozenset[str]) -> Place | None:
        """Find a folder with another name whose files have the right ones."""
        counts = [
            sum(name in names for name in place.kinds)
            for place in self.others
        ]
        if not any(counts):
            return None
        fullest = self.others[counts.index(max(counts))]
        return msgspec.structs.replace(fullest, key=key, count=max(counts))


def _rank(place: Place) -> tuple[bool, int, int, tuple[str, ...]]:
    # An empty folder must not win over a full one that lies deeper.
    return not place.count, len(place.parts), -place.count, place.parts


def topic_key(name: str) -> str:
    """Reduce a folder name to what all cohorts share.

    `0x00-linear_algebra`, `01 - linear_algebra` -> `linear_algebra`
    """
    text = re.sub(r"^(0x[0-9a-f]+|\d+)[\s._-]+", "", name.strip().lower())
    return re.sub(r"[\s-]+", "_", text)


def find_places(root: str, topics: Mapping[str, frozenset[str]]) -> Places:
    """Walk from root and collect the folders that look like a topic."""
    places = Places()
    level: list[tuple[str, ...]] = [()]
    for depth in range(DEPTH + 1):
        deeper: list[tuple[str, ...]] = []
        for parts in level:
            name = parts[-1] if parts else os.path.basename(
                os.path.abspath(root)
            )
            place = _visit(root, parts, topic_key(name), topics, places)
            if place is None or depth == DEPTH:
                continue
            # The root alone may be named like a topic and still hold topics.
            if place.key not in topics or not (parts or place.count):
                deeper += _children(place, topics, places)
        # Deepest level: only a topic folder is worth a look.
        level = [
            parts
            for parts in deeper
            if depth < DEPTH - 1 or topic_key(parts[-1]) in topics
        ]
    return places


def _visit(
    root: str,
    parts: tuple[str, ...],
    key: str,
    topics: Mapping[str, frozenset[str]],
    places: Places,
) -> Place | None:
    listing = _list(root, parts, places)
    if listing is None:
        return None
    if parts and key not in topics and _is_foreign(listing):
        return None
    wanted = topics.get(key, frozenset())
    count = sum(name in wanted for name in listing.kinds)
    place = Place(key, parts, listing.kinds, count, listing.is_cut)
    if key in topics:
        places.found.setdefault(key, []).append(place)
    else:
        places.others.append(place)
    return place


def _list(
    root: str, parts: tuple[str, ...], places: Places
) -> Listing | None:
    room = min(ENTRIES_OF_A_FOLDER, ENTRIES_IN_ALL - places.entries)
    shown = "/".join(map(printable, parts)) or "."
    if room <= 0:
        _remark(
            places,
            f"The submission holds more than {ENTRIES_IN_ALL} entries; the"
            " rest was not looked at.",
        )
        return None
    try:
        with open_folder(root, parts) as folder:
            listing = list_folder(folder, room)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        _remark(
            places, f"The folder `{shown}` could not be opened: {reason}."
        )
        return None
    places.entries += len(listing.kinds)
    if listing.is_cut:
        _remark(
            places,
            f"The folder `{shown}` holds more than {room} entries; the rest"
            " was not looked at.",
        )
    return listing


def _remark(places: Places, text: str) -> None:
    if text not in places.remarks and len(places.remarks) < REMARKS:
        places.remarks.append(text)


def _is_foreign(listing: Listing) -> bool:
    """Tell a virtual environment or a program from a student's folder.

    A package that can be run is a program, such as the grader itself: its
    check files bear the names of the tasks.
    """
    names = listing.kinds
    return "pyvenv.cfg" in names or (
        "__init__.py" in names and "__main__.py" in names
    )


def _children(
    place: Place, topics: Mapping[str, frozenset[str]], places: Places
) -> list[tuple[str, ...]]:
    children = []
    for name, kind in place.kinds.items():
        if name.startswith(".") or name.lower() in NOT_WALKED:
            continue
        if kind == "folder":
            children.append((*place.parts, name))
        elif kind == "link" and topic_key(name) in topics:
            _remark(
                places,
                f"`{place.path_of(name)}` is a link to another place; it was"
                " not followed.",
            )
    # Topics first: a crowd of other folders must not use up the entries.
    return sorted(children, key=lambda parts: topic_key(parts[-1])
                  not in topics)
