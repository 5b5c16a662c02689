"""Entries of EQUIVALENT_MUTANTS and the mutants that they speak of."""

from __future__ import annotations

from grader.author.agreement.texts import Text
from grader.author.mutation.mutants import Mutant, make_mutants
from grader.checkfile import CheckFile
from grader.equivalents import NAME

EVERY = "*"                 # `old => *` names all changes of these lines


def entry_of(file: CheckFile, mutant: Mutant) -> str:
    """The entry of the check file that speaks of this mutant, or nothing."""
    every = f"{mutant.id.partition(' => ')[0]} => {EVERY}"
    return next((entry for entry in (mutant.id, every)
                 if entry in file.equivalents), "")


def unknown_equivalents(file: CheckFile, task: Text | None) -> list[str]:
    """Sentences about listed mutants that the reference does not have.

    This needs no run, so that every `grader verify` looks at it.
    """
    if task is None or not file.equivalents:
        return []
    try:
        mutants = make_mutants(file, task.text)
    except SyntaxError:
        return []               # told by the reference's own problem
    made = {entry_of(file, mutant) for mutant in mutants}
    return [f"{NAME} has the entry `{entry}`, but no change of the reference "
            f"solution is called so; remove it, or take the name that "
            f"`grader verify --mutants {file.id}` shows."
            for entry in file.equivalents if entry not in made]
