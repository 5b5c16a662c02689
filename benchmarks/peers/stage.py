"""Where one grader works: its folders and its variables."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from .metering import Program

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Stage:
    """The folders of one grader; all that it writes lies below `root`.

    checks: its tests, and the files that all graders share
    submissions: all of them, a folder each
    out: its reports
    venv: its virtual environment
    """

    root: Path
    venv: Path

    @property
    def checks(self) -> Path:
        """Where the tests of the grader lie."""
        return self.root / "checks"

    @property
    def submissions(self) -> Path:
        """Where the work of the students lies."""
        return self.root / "submissions"

    @property
    def out(self) -> Path:
        """Where reports go."""
        return self.root / "out"

    def report(self, name: str) -> Path:
        """The report of one submission, if the grader may choose a name."""
        return self.out / f"{name}.json"

    def set_up(self) -> None:
        """Make the folders anew."""
        shutil.rmtree(self.root, ignore_errors=True)
        for name in ("checks", "submissions", "out", "home", "tmp"):
            (self.root / name).mkdir(parents=True)

    def copy(self, name: str) -> None:
        """Put a program of this package beside the checks."""
        shutil.copyfile(HERE / name, self.checks / name)

    def tool(self, name: str) -> str:
        """A program of the virtual environment."""
        return str(self.venv / "bin" / name)

    def program(self, words: list[str], name: str = "",
                folder: Path | None = None) -> Program:
        """A command on one submission; without network names or our own."""
        return Program(words, folder or self.root, {
            "PATH": f"{self.venv}/bin:{os.defpath}", "LANG": "C.UTF-8",
            "HOME": str(self.root / "home"),
            "TMPDIR": str(self.root / "tmp"),
            "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1",
            "SUBMISSION": str(self.submissions / name),
            "REPORT": str(self.report(name))})
