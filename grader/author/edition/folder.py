"""All files of a folder, or none: with fixed modes and fixed times.

The files are first written beside the place where they belong, and one
renaming puts them there. So what breaks off half-way leaves nothing, and
what is already there is never touched.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping

import msgspec

from grader.model import UsageError

# 2020-01-01 00:00 UTC: the same for every build, and zip files can hold it.
WHEN = 1_577_836_800
PREFIX = ".student-edition-"


class Page(msgspec.Struct, frozen=True):
    """One file: its bytes, and whether it can be started."""

    data: bytes
    executable: bool = False


def demand_free(out: str, checkout: str) -> None:
    """Refuse a place that is not empty or that lies in the checkout."""
    real, inside = os.path.realpath(out), os.path.realpath(checkout)
    if os.path.commonpath([real, inside]) in (real, inside):
        raise UsageError(f"{out} and this checkout lie in each other. Name "
                         f"a folder outside of {checkout}.")
    if os.path.islink(out) or (os.path.lexists(out)
                               and not os.path.isdir(out)):
        raise UsageError(f"{out} is a file or a link. Name a new folder; "
                         f"nothing was changed.")
    if os.path.isdir(out) and os.listdir(out):
        raise UsageError(f"{out} is not empty. Name a new folder, or empty "
                         f"this one yourself; nothing was changed.")
    above = os.path.dirname(os.path.abspath(out))
    if not os.path.isdir(above):
        raise UsageError(f"There is no folder {above}. Make it first; "
                         f"nothing was changed.")


def write_folder(out: str, pages: Mapping[str, Page]) -> None:
    """Write all pages (path with `/` -> page); raises UsageError."""
    above = os.path.dirname(os.path.abspath(out))
    try:
        building = tempfile.mkdtemp(prefix=PREFIX, dir=above)
    except OSError as error:
        raise UsageError(f"{out} cannot be written: "
                         f"{error.strerror}.") from None
    try:
        for name in sorted(pages):
            _write(os.path.join(building, *name.split("/")), pages[name])
        _date_folders(building)
        if os.path.isdir(out):
            os.rmdir(out)       # it is empty, or this fails
        os.rename(building, out)
    except OSError as error:
        raise UsageError(f"{out} cannot be written: {error.strerror}. "
                         f"Nothing was left there.") from None
    finally:
        shutil.rmtree(building, ignore_errors=True)


def _write(path: str, page: Page) -> None:
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "xb") as file:
        file.write(page.data)
    os.chmod(path, 0o755 if page.executable else 0o644)
    os.utime(path, (WHEN, WHEN))


def _date_folders(top: str) -> None:
    """Fixed modes and times of folders, from the innermost on."""
    for folder, _, _ in os.walk(top, topdown=False):
        os.chmod(folder, 0o755)
        os.utime(folder, (WHEN, WHEN))
