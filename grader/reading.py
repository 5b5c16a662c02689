"""Read the files of a submission without trusting them.

In: a folder and the name of one entry in it. Out: the bytes, read once, with
their digest; or `Unreadable` with a sentence for the student. A link, pipe,
device or folder is never opened, and no more than the cap is ever read.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

import msgspec

from grader.model import SourceFile

CAP = 1 << 20

Kind = Literal["file", "folder", "link", "special"]
Trouble = Literal[
    "link", "folder", "special", "large", "denied", "missing", "failed"
]
# A descriptor of an open folder, or its path where the system has none.
Folder = int | str


class Unreadable(Exception):
    """A file that is not graded; its text is a sentence for the student."""

    def __init__(self, trouble: Trouble, sentence: str) -> None:
        """Keep the sort of trouble beside the sentence."""
        super().__init__(sentence)
        self.trouble = trouble


class Listing(msgspec.Struct, frozen=True):
    """Names in one folder, sorted, each with its kind.

    is_cut: True when the folder holds more entries than were looked at
    """

    kinds: dict[str, Kind]
    is_cut: bool


def printable(text: str, limit: int = 120) -> str:
    """Make text of a student safe to show: one line, nothing invisible."""
    if len(text) <= limit and text.isprintable():       # nearly all
        return text
    # isprintable is False for control characters, for characters that turn
    # the direction of text, and for bytes that could not be decoded.
    shown = "".join(
        letter
        if letter.isprintable()
        else letter.encode("unicode_escape").decode("ascii")
        for letter in text[: limit + 1]
    )
    if len(text) > limit or len(shown) > 2 * limit:
        return shown[: limit - 3] + "..."
    return shown


def has_descriptors() -> bool:
    """Tell if this system opens files relative to an open folder."""
    return (
        os.open in os.supports_dir_fd
        and os.stat in os.supports_dir_fd
        and os.scandir in os.supports_fd
        and hasattr(os, "O_DIRECTORY")
        and hasattr(os, "O_NOFOLLOW")
    )


@contextmanager
def open_folder(root: str, parts: tuple[str, ...] = ()) -> Iterator[Folder]:
    """Open the folder `parts` below root; only root itself may be a link.

    Raises OSError for the caller to explain.
    """
    if not has_descriptors():
        yield _checked_path(root, parts)
        return
    flags = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
    descriptor = os.open(root, flags)
    try:
        for part in parts:
            deeper = os.open(part, flags | os.O_NOFOLLOW, dir_fd=descriptor)
            os.close(descriptor)
            descriptor = deeper
        yield descriptor
    finally:
        os.close(descriptor)


def _checked_path(root: str, parts: tuple[str, ...]) -> str:
    path = root
    for part in parts:
        path = os.path.join(path, part)
        if not stat.S_ISDIR(os.lstat(path).st_mode):
            raise NotADirectoryError(errno.ENOTDIR, "not a folder", path)
    return path


def list_folder(folder: Folder, cap: int) -> Listing:
    """List at most cap entries, without following links."""
    kinds: dict[str, Kind] = {}
    with os.scandir(folder) as entries:
        for entry in entries:
            if len(kinds) == cap:
                return Listing(dict(sorted(kinds.items())), True)
            kinds[entry.name] = _kind(entry)
    return Listing(dict(sorted(kinds.items())), False)


def _kind(entry: os.DirEntry[str]) -> Kind:
    try:
        if entry.is_symlink():
            return "link"
        if entry.is_dir(follow_symlinks=False):
            return "folder"
        if entry.is_file(follow_symlinks=False):
            return "file"
    except OSError:
        pass
    return "special"


def read_file(folder: Folder, name: str, cap: int = CAP) -> SourceFile:
    """Read one regular file of a folder, once; raise Unreadable if not so."""
    shown = printable(name)
    if name in ("", ".", "..") or "\0" in name or os.path.basename(
        name
    ) != name:
        raise Unreadable("failed", f"`{shown}` is not the name of a file.")
    try:
        data, mode = _read_regular(folder, name, cap)
    except FileNotFoundError:
        raise Unreadable(
            "missing", f"`{shown}` is not there any more; start again."
        ) from None
    except PermissionError:
        raise Unreadable(
            "denied",
            f"`{shown}` may not be read; give yourself the right to read it.",
        ) from None
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise Unreadable("link", _link_sentence(shown)) from None
        reason = error.strerror or type(error).__name__
        raise Unreadable(
            "failed", f"`{shown}` could not be read: {reason}."
        ) from None
    executable = bool(mode & 0o111) if os.name == "posix" else None
    digest = hashlib.sha256(data).hexdigest()
    return SourceFile(shown, data, digest, executable)


def _read_regular(folder: Folder, name: str, cap: int) -> tuple[bytes, int]:
    place, within = name, folder if isinstance(folder, int) else None
    if isinstance(folder, str):
        place = os.path.join(folder, name)
    # Look before opening: opening a device can already have an effect.
    before = os.stat(place, dir_fd=within, follow_symlinks=False)
    _refuse(before, name, cap)
    flags = os.O_RDONLY
    for wish in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY"):
        flags |= getattr(os, wish, 0)
    descriptor = os.open(place, flags, dir_fd=within)
    with open(descriptor, "rb", buffering=0) as stream:
        opened = os.fstat(descriptor)
        _refuse(opened, name, cap)
        # Where O_NOFOLLOW is missing the file may have become a link since.
        if not hasattr(os, "O_NOFOLLOW") and not os.path.samestat(
            before, opened
        ):
            raise Unreadable("link", _link_sentence(printable(name)))
        return _read_capped(stream.fileno(), name, cap), opened.st_mode


def _read_capped(descriptor: int, name: str, cap: int) -> bytes:
    # A file can grow while it is read, so its size alone is no promise.
    pieces: list[bytes] = []
    room = cap + 1
    while room and (piece := os.read(descriptor, min(room, 1 << 16))):
        pieces.append(piece)
        room -= len(piece)
    if not room:
        raise Unreadable("large", _large_sentence(printable(name), cap))
    return b"".join(pieces)


def _refuse(found: os.stat_result, name: str, cap: int) -> None:
    shown = printable(name)
    if stat.S_ISLNK(found.st_mode):
        raise Unreadable("link", _link_sentence(shown))
    if stat.S_ISDIR(found.st_mode):
        raise Unreadable(
            "folder", f"`{shown}` is a folder; a task must be a file."
        )
    if not stat.S_ISREG(found.st_mode):
        raise Unreadable(
            "special",
            f"`{shown}` is a pipe or a device; a task must be a text file.",
        )
    if found.st_size > cap:
        raise Unreadable("large", _large_sentence(shown, cap))


def _link_sentence(shown: str) -> str:
    return f"`{shown}` is a link to another place; hand in the file itself."


def _large_sentence(shown: str, cap: int) -> str:
    size = f"{cap >> 20} MB" if cap >= 1 << 20 else f"{cap} bytes"
    return (
        f"`{shown}` is larger than {size}; a task needs a few hundred lines"
        " at most."
    )
