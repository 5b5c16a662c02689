"""All files of the student edition as bytes, by their path.

What goes along is named here; whatever else lies in the checkout stays. The
package goes along byte for byte, without `grader/author` and with records in
the place of the check files.
"""

from __future__ import annotations

import fnmatch
import os
from collections.abc import Iterator, Mapping

from grader.author.edition import locking
from grader.author.edition.folder import Page
from grader.author.edition.lessons import student_lesson
from grader.author.edition.servers import SERVERS, with_source
from grader.author.stubs import stub_of
from grader.checkfile import CheckFile
from grader.model import UsageError

# In a topic, beside stubs and the data that a check file names.
LESSON = ("README.md", "*-main.py", "figures/*.svg", "figures/*.png")
LEFT_OUT = ("author", "checks", "__pycache__")
FILES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "files")
# Name in the edition -> name of the template; a dot would hide it here.
TEMPLATES = {"README.md": "README.md", ".gitignore": "gitignore",
             ".gitattributes": "gitattributes", **SERVERS}


def lesson_pages(root: str, topic: str, counts: Mapping[str, int]
                 ) -> Iterator[tuple[str, Page]]:
    """The lesson of a topic, its pictures and its drivers.

    counts: task id -> how many visible checks it has
    """
    folder = os.path.join(root, topic)
    for sub in ("", "figures"):
        place = os.path.join(folder, sub)
        for name in sorted(os.listdir(place) if os.path.isdir(place)
                           else ()):
            path = f"{sub}/{name}" if sub else name
            if any(fnmatch.fnmatchcase(path, kind) and
                   path.count("/") == kind.count("/") for kind in LESSON):
                page = _read(os.path.join(place, name), name.endswith(".py"))
                if path == "README.md":
                    page = Page(student_lesson(page.data.decode(), topic,
                                               counts).encode())
                yield f"{topic}/{path}", page


def stub_page(root: str, file: CheckFile) -> tuple[str, Page]:
    """The stub of a task; raises UsageError without its reference."""
    name = file.id + ("" if file.choice else ".py")
    path = os.path.join(root, *name.split("/"))
    try:
        with open(path, encoding="utf-8") as opened:
            text = opened.read()
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}. A student edition is "
                         f"made of a checkout with all reference "
                         f"solutions.") from None
    return name, Page(stub_of(file, text).encode(), not file.choice)


def data_pages(file: CheckFile) -> Iterator[tuple[str, Page]]:
    """Data files of a figure, beside the task and beside its record."""
    topic = file.id.rpartition("/")[0]
    for name in file.figure.files if file.figure is not None else ():
        page = _read(os.path.join(os.path.dirname(file.path), name))
        yield f"{topic}/{name}", page
        yield f"grader/checks/{topic}/{name}", page


def package_pages(package: str) -> Iterator[tuple[str, Page]]:
    """The grader itself, byte for byte."""
    for folder, names, files in os.walk(package):
        at_top = os.path.samefile(folder, package)
        names[:] = sorted(
            name for name in names if name != "__pycache__"
            and not name.startswith(".")
            and not (at_top and name in LEFT_OUT))
        for name in sorted(files):
            path = os.path.join(folder, name)
            if name.startswith(".") or name.endswith((".pyc", ".orig", "~")):
                continue
            inside = os.path.relpath(path, package).replace(os.sep, "/")
            yield f"grader/{inside}", _read(path)


def root_pages(root: str, source: str) -> Iterator[tuple[str, Page]]:
    """What stands at the top: readme, licence, project and its lock.

    source: repository and commit of the grader for the server
    """
    for name, template in TEMPLATES.items():
        page = _read(os.path.join(FILES, template))
        if name in SERVERS:
            text = with_source(name, page.data.decode(), source)
            page = Page(text.encode())
        yield name, page
    yield "LICENSE", _read(os.path.join(root, "LICENSE"))
    for name, cut in (("pyproject.toml", locking.student_project),
                      ("uv.lock", locking.student_lock)):
        text = _read(os.path.join(root, name)).data.decode()
        yield name, Page(cut(text).encode())


def _read(path: str, executable: bool = False) -> Page:
    try:
        with open(path, "rb") as file:
            return Page(file.read(), executable)
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}. A student edition is "
                         f"made of a complete checkout.") from None
