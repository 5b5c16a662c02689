"""`grader export gradescope-autograder OUT.zip`: the grader for Gradescope.

    grader, policy, lock -----+
    setup.sh, run_autograder -+--> zip, the same bytes each time

Its server unpacks the zip, runs `setup.sh` once, and for each submission
`run_autograder`, which writes `results.json`. The files are stored as they
are: how far they could be packed would depend on the Python that packs.
"""

from __future__ import annotations

import io
import os
import stat
import zipfile
from collections.abc import Iterator

from grader.checkpaths import CHECKS, EDITION
from grader.model import UsageError
from grader.policy import NAME, read_policy

PACKAGE = os.path.dirname(CHECKS)
SCRIPTS = os.path.dirname(os.path.abspath(__file__))
LEFT_OUT = ("author", "__pycache__")    # what only authors need
AT_TOP = ("LICENSE", "pyproject.toml", "uv.lock")
NEEDS = "Make the autograder in a complete checkout of the grader."
WHEN = (2020, 1, 1, 0, 0, 0)            # the same for each build


def make_autograder(reveal: str = "", hidden: str = "visible",
                    root: str = "") -> bytes:
    """The zip file; raises UsageError.

    reveal: what a failed hidden check shows; "" as the policy says
    hidden: when students see the hidden checks
    root: the checkout; "" where this package lies
    """
    if os.path.exists(os.path.join(CHECKS, EDITION)):
        raise UsageError("This is a student edition, which knows no points. "
                         "Make the autograder in the instructor edition.")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as file:
        pages = dict(_pages(root or os.path.dirname(PACKAGE), reveal, hidden))
        for name in sorted(pages):
            mode = 0o755 if "/" not in name and _is_script(
                pages[name]) else 0o644
            info = zipfile.ZipInfo(name, WHEN)
            info.create_system = 3      # or the modes mean nothing
            info.external_attr = (stat.S_IFREG | mode) << 16
            file.writestr(info, pages[name])
    return packed.getvalue()


def _is_script(data: bytes) -> bool:
    return data.startswith(b"#!")


def _pages(root: str, reveal: str, hidden: str
           ) -> Iterator[tuple[str, bytes]]:
    """Every file of the zip by its name."""
    for name in AT_TOP:
        yield name, _read(os.path.join(root, name))
    policy = os.path.join(root, NAME)
    if os.path.exists(policy):
        read_policy(policy)     # what is wrong in it is said here, not there
        yield NAME, _read(policy)
    for name in ("setup.sh", "run_autograder"):
        text = _read(os.path.join(SCRIPTS, name)).decode()
        yield name, text.replace("@REVEAL@", reveal).replace(
            "@HIDDEN@", hidden).encode()
    for folder, names, files in os.walk(PACKAGE):
        names[:] = [name for name in names if name not in LEFT_OUT
                    and not name.startswith(".")]
        for name in files:
            path = os.path.join(folder, name)
            if name.startswith(".") or name.endswith((".pyc", ".orig", "~")):
                continue
            inside = os.path.relpath(path, PACKAGE).replace(os.sep, "/")
            yield f"grader/{inside}", _read(path)


def _read(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}. {NEEDS}") from None
