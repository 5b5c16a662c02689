"""Student editions for the tests: the whole course once, small ones often."""

from __future__ import annotations

import ast
import atexit
import base64
import functools
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from graded import RIGHT
from small_course import CHECK, TASK, write_check

from grader.author.student import Made, StudentOptions, make_edition
from grader.checkfile import CheckFile
from grader.course import CHECKS, Course

ROOT = Path(CHECKS).parent.parent
LONG = 25           # letters without blanks from which a statement tells
BASE64 = re.compile(r'"bytes":"([A-Za-z0-9+/=]+)"')


@functools.cache
def both_builds() -> tuple[Path, Path]:
    """The student edition of the whole course, twice, at the same time.

    The second one by the command line, in another surrounding.
    """
    folder = Path(tempfile.mkdtemp(prefix="editions-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    one, two = folder / "edition", folder / "édition"
    other = subprocess.Popen(
        [sys.executable, "-c", "import os, sys; os.umask(0o077); "
         "from grader.cli import main; sys.exit(main())", "student",
         str(two)], cwd=folder, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        env={"PYTHONPATH": str(ROOT), "PATH": os.defpath, "TZ": "Asia/Tokyo",
             "PYTHONHASHSEED": "4242", "LC_ALL": "C"})
    try:
        make_edition(StudentOptions(str(one), str(ROOT)))
    finally:
        said, _ = other.communicate()
    assert other.returncode == 0, said
    return one, two


def whole_edition() -> Path:
    """The student edition of the whole course; made once."""
    return both_builds()[0]


@functools.cache
def instructor_course() -> Course:
    """The course with all programs."""
    return Course()


@functools.cache
def student_course() -> Course:
    """The course as students have it."""
    return Course(root=str(whole_edition() / "grader" / "checks"))


def student_file(task: str) -> CheckFile:
    """One task as students have it."""
    return next(file for file in student_course().files if file.id == task)


def flat(text: str) -> str:
    """Text without blanks, and with one kind of quotes."""
    return re.sub(r"\s", "", text).replace('"', "'")


def flat_code(text: str) -> str:
    """A program, once as it stands and once in the form of `unparse`."""
    return flat(text) + "\0" + flat(ast.unparse(ast.parse(text)))


@functools.cache
def contents() -> dict[str, bytes]:
    """Every file of the whole edition; packed data is unpacked, too."""
    found = {}
    for path in sorted(whole_edition().rglob("*")):
        if not path.is_file():
            continue
        name = path.relative_to(whole_edition()).as_posix()
        found[name] = path.read_bytes()
        if path.suffix == ".npz":
            with zipfile.ZipFile(path) as packed:
                found[name + "!"] = b"\0".join(
                    packed.read(one) for one in sorted(packed.namelist()))
        if path.suffix == ".json":
            found[name + "!"] = b"\0".join(
                base64.b64decode(one) for one in
                BASE64.findall(found[name].decode()))
    return found


@functools.cache
def flat_contents() -> str:
    """All texts of the whole edition, as `flat` gives them."""
    return "\0\0".join(
        flat_code(data.decode()) if name.endswith(".py")
        else flat(data.decode("latin-1"))
        for name, data in contents().items())


def statements(tree: ast.AST) -> Iterator[str]:
    """What a program does, line by line, as `flat` gives it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.For):
            yield flat(ast.unparse(node.iter))
        elif isinstance(node, (ast.If, ast.While)):
            yield flat(ast.unparse(node.test))
        elif isinstance(node, ast.stmt) and not isinstance(node, (
                ast.FunctionDef, ast.ClassDef, ast.With, ast.Try)) \
                and not _is_text(node):
            yield flat(ast.unparse(node))


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def small_checkout(root: Path, check: str = CHECK, reference: str = RIGHT,
                   name: str = TASK + ".py") -> Path:
    """A checkout of one task in a folder of its own."""
    write_check(root / "checks", check)
    checkout = root / "checkout"
    path = checkout / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(reference, encoding="utf-8")
    (path.parent / "README.md").write_text("# A lesson\n", encoding="utf-8")
    for file in ("LICENSE", "pyproject.toml", "uv.lock"):
        shutil.copy(ROOT / file, checkout / file)
    return checkout


def make_small(root: Path, out: str = "out", **words: object) -> Made:
    """The edition of a small checkout."""
    return make_edition(
        StudentOptions(str(root / out), str(root / "checkout"), **words),
        Course(root=str(root / "checks")))


def small_course(root: Path, out: str = "out") -> Course:
    """The course of a small edition."""
    return Course(root=str(root / out / "grader" / "checks"))


def files_of(folder: Path) -> dict[str, bytes]:
    """Relative path -> bytes of each file."""
    return {path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*")) if path.is_file()}
