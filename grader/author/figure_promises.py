"""What the check file of a figure promises, tried with its own drawings.

The oracle must show all that is asked for; each mistake must be caught, and
give its hint for at least one property.
"""

from __future__ import annotations

from collections.abc import Iterator

from grader.checkfile import CheckFile
from grader.figures.critic import Critic
from grader.figures.matching import Reading
from grader.figures.sketches import Sketches
from grader.sandbox import AnySandbox


def broken_figure_promises(file: CheckFile, sketches: Sketches,
                           sandbox: AnySandbox) -> Iterator[str]:
    """All that is wrong with one check file; raises GraderError."""
    assert file.figure is not None
    for _ in Critic(sketches, sandbox).run([], [file]):
        pass                            # draws the oracle
    wanted = sketches.oracle(file)
    needed = 1 + max(part.plot for part in file.figure.parts)
    if len(wanted.plots) < needed:
        yield (f"the oracle draws {len(wanted.plots)} plots; COMPARE asks "
               f"for {needed}.")
        return
    for answer in Reading(file.figure, wanted, wanted).answers():
        if answer.difference:
            yield (f"the oracle differs from itself in {answer.part.text}: "
                   f"{answer.difference}.")
    readings: dict[str, Reading] = {}
    for name, sketch in sketches.mistakes(file, sandbox).items():
        if sketch.figure is None:
            continue                    # it raises, as a student's may
        wrong = Reading(file.figure, wanted, sketch.figure)
        yield from _silent(file, name, wrong, readings)
        readings[name] = wrong


def _silent(file: CheckFile, name: str, wrong: Reading,
            earlier: dict[str, Reading]) -> Iterator[str]:
    """Why the hint of a mistake is never shown, if that is so."""
    assert file.figure is not None
    spoiled = [part for part in file.figure.parts
               if wrong.answer(part).difference]
    if not spoiled:
        yield f"{name} is right in all that COMPARE asks for; remove it."
        return
    hidden_by = {other for part in spoiled
                 for other, one in earlier.items()
                 if one.answer(part).difference and wrong.agrees(part, one)}
    if all(any(one.answer(part).difference and wrong.agrees(part, one)
               for one in earlier.values()) for part in spoiled):
        yield (f"{name} never gives its hint: {', '.join(sorted(hidden_by))} "
               f"stands above it and looks the same.")
