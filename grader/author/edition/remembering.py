"""Programs of a check file that run once for each call.

Whether a mistake shows its hint is judged against all mistakes, and what
each did goes into the edition: the same calls again and again. So the real
program stays behind an object that asks it once and then knows.
"""

from __future__ import annotations

import msgspec

from grader.checkfile import CheckFile, Program, hint_of
from grader.model import Call, Outcome
from grader.programs import run_program, run_script_program
from grader.shipped_programs import NOT_RECORDED, Recorded, call_key


class Silent(Recorded):
    """In the place of an oracle where only the calls are wanted."""

    def __init__(self) -> None:
        super().__init__("", dict)

    def outcome(self, call: Call) -> Outcome:
        """Nothing: nobody asks for it."""
        return NOT_RECORDED


class Remembered(Recorded):
    """One program, asked once for each call."""

    def __init__(self, file: CheckFile, program: Program) -> None:
        self._file, self._program = file, program
        self._known: dict[bytes, Outcome] = {}
        super().__init__(hint_of(program), lambda: self._known)

    def outcome(self, call: Call) -> Outcome:
        """What the program did with this call; it may run now."""
        key = call_key(call)
        if key not in self._known:
            self._known[key] = (
                run_script_program(self._program, call.kwargs)
                if self._file.kind == "script" else
                run_program(self._program, self._file.entry, call))
        return self._known[key]


def with_memory(file: CheckFile) -> CheckFile:
    """The check file with its wrong and its other right programs so."""
    def remembered(programs: dict[str, Program]) -> dict[str, Program]:
        return {name: Remembered(file, program)
                for name, program in programs.items()}
    return msgspec.structs.replace(file, mistakes=remembered(file.mistakes),
                                   accepts=remembered(file.accepts))
