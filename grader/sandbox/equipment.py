"""What every child needs, made in the zygote before any child exists.

Comes in: whether figures will be drawn. Goes out: one Equipment, with numpy
ready for old course code and everything seeded. It runs no student code.
"""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import msgspec

from grader.sandbox import restore, wire
from grader.sandbox.clock import Clock
from grader.sandbox.importing import RepairFinder, loaded_modules

if TYPE_CHECKING:
    from grader.sandbox.figures.stage import Stage

SEED = 2026


class Equipment:
    """What every child needs, made once before any of them exists.

    A child that makes an object pays for it, and for the pages it touches.
    """

    def __init__(self, draws: bool = False) -> None:
        """Prepare numpy, the random numbers and the standard output.

        draws: load the drawing library too; its children draw figures
        """
        self.keeps_chance = True        # nobody forks, or random stays
        self.notes: list[str] = []
        self.stage = self._stage() if draws else None
        self.stdout = _open_output()
        self.decoder = msgspec.msgpack.Decoder(wire.Job)
        restore.restore_numpy(self._note)
        sys.meta_path.insert(0, RepairFinder({
            "scipy": lambda module: restore.restore_scipy(
                module, self._note),
            "scipy.special": lambda module: restore.restore_special(
                module, self._note)}))
        restore.seed_everything(SEED)
        self.clock = Clock()
        self.loaded = loaded_modules()

    def _stage(self) -> Stage:
        from grader.sandbox.figures.stage import prepare
        stage = prepare(self._note)
        self.notes.clear()              # the grader's own habits
        return stage

    def _note(self, text: str) -> None:
        if len(self.notes) < 20 and text not in self.notes:
            self.notes.append(text)


def _open_output() -> io.TextIOWrapper:
    """A sys.stdout that never fails on odd characters and never buffers.

    Warnings and the like go to sys.stderr, which is no part of the answer.
    """
    sys.stdout, sys.stderr = (
        io.TextIOWrapper(io.FileIO(number, "w", closefd=False), "utf-8",
                         "backslashreplace", write_through=True)
        for number in (1, 2))
    return sys.stdout
