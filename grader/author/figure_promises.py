"""What the check file of a figure promises, tried with its own drawings.

The oracle must show all that is asked for; each mistake must be caught, and
give its hint for at least one property.
"""

from __future__ import annotations

from collections.abc import Iterator

from grader.author.agreement.texts import place_of
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
        yield (f"{place_of(file, 'oracle')}: the oracle draws "
               f"{len(wanted.plots)} plots; COMPARE asks for {needed}. Draw "
               f"the others too, or remove the properties with a number "
               f"above {len(wanted.plots)} from {place_of(file, 'COMPARE')}.")
        return
    for answer in Reading(file.figure, wanted, wanted).answers():
        if answer.difference:
            yield (f"{place_of(file, 'oracle')}: two drawings of the oracle "
                   f"differ in {answer.part.text}: {answer.difference}. Set "
                   f"a seed before random numbers.")
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
        yield (f"{place_of(file, name)}: {name} is right in all that COMPARE "
               f"asks for, so it costs nothing. Draw what is wrong, add the "
               f"property to {place_of(file, 'COMPARE')}, or delete it.")
        return
    hidden_by = {other for part in spoiled
                 for other, one in earlier.items()
                 if one.answer(part).difference and wrong.agrees(part, one)}
    if all(any(one.answer(part).difference and wrong.agrees(part, one)
               for one in earlier.values()) for part in spoiled):
        yield (f"{place_of(file, name)}: {name} never gives its hint: "
               f"{' and '.join(sorted(hidden_by))} stands above it and looks "
               f"the same. Delete one of them, or let it differ in what "
               f"its hint speaks of.")
