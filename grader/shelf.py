"""Read what one folder of a submission holds, each file once.

In: a place found by `places` and the file names that are wanted there. Out:
the files, the troubles with them, and the modules that lie beside them.
"""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from grader.libraries import is_library
from grader.misnamed import near_names
from grader.model import SourceFile
from grader.places import Place
from grader.reading import (
    CAP,
    Folder,
    Unreadable,
    open_folder,
    printable,
    read_file,
)

SIBLINGS = 200
SIBLING_BYTES = 4 << 20


class Shelf(msgspec.Struct, frozen=True):
    """The content of one folder.

    files: wanted name -> file; troubles: wanted name -> sentence
    near: wanted but missing name -> name of the file that looks like it
    modules: every Python file that tasks may import, by module name
    """

    place: Place
    files: dict[str, SourceFile]
    troubles: dict[str, str]
    near: dict[str, str]
    modules: dict[str, bytes]
    remarks: tuple[str, ...] = ()


def read_shelf(root: str, place: Place, wanted: Collection[str]) -> Shelf:
    """Open the folder and read the wanted files and their neighbours."""
    regular = [name for name, kind in place.kinds.items() if kind == "file"]
    near = near_names(regular, wanted)
    try:
        with open_folder(root, place.parts) as folder:
            files, troubles = _read_wanted(folder, place, wanted)
            beside = [name for name in regular if name not in troubles]
            modules, remarks = _read_modules(folder, beside, files)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        trouble = f"The folder `{place.shown or '.'}` is unreadable: {reason}."
        return Shelf(place, {}, dict.fromkeys(wanted, trouble), near, {})
    if remarks:
        names = ", ".join(f"`{place.path_of(name)}`" for name in remarks)
        remarks = [
            f"Left out, because a library has the same name: {names}. Choose"
            " another name for your file."
        ]
    return Shelf(place, files, troubles, near, modules, tuple(remarks))


def _read_wanted(
    folder: Folder, place: Place, wanted: Collection[str]
) -> tuple[dict[str, SourceFile], dict[str, str]]:
    files: dict[str, SourceFile] = {}
    troubles: dict[str, str] = {}
    for name in sorted(wanted):
        # A listing that was cut may lack a file that is there.
        if name not in place.kinds and not place.is_cut:
            continue
        try:
            files[name] = read_file(folder, name)
        except Unreadable as trouble:
            if trouble.trouble != "missing" or name in place.kinds:
                troubles[name] = str(trouble)
    return files, troubles


def _read_modules(
    folder: Folder, regular: Collection[str], files: dict[str, SourceFile]
) -> tuple[dict[str, bytes], list[str]]:
    """Read at most SIBLINGS modules of SIBLING_BYTES in all."""
    modules: dict[str, bytes] = {}
    libraries: list[str] = []
    room = SIBLING_BYTES
    for name in sorted(regular):
        stem = name.removesuffix(".py")
        if stem == name or "." in stem or printable(name) != name:
            continue
        if is_library(stem):
            libraries.append(name)
            continue
        if len(modules) == SIBLINGS:
            break
        try:
            # Zero room would still allow an empty file; that is harmless.
            cap = min(room, CAP)
            data = (files.get(name) or read_file(folder, name, cap)).data
        except Unreadable:
            continue
        if len(data) <= room:
            modules[stem] = data
            room -= len(data)
    return modules, libraries
