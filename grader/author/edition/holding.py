"""Which hidden cases stay behind in the instructor edition.

The cases that the edition carries come from another seed than any grading,
so what a seed decides is never the same twice. Some cases are the same under
every seed: "12" is no list, whatever the seed. In a check that has hardly any
other cases, a table of the edition's outcomes would earn the check. So a part
of them stays behind, and is asked at grading only. A check of one case alone
goes along: it asks for a default value that the task itself tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from grader.author.edition.remembering import Silent
from grader.cases import make_checks
from grader.checkfile import CheckFile
from grader.model import Case, Check
from grader.shipped_programs import call_key

OTHER_SEEDS = (1, 2, 3)
EVERY = 3           # one of so many fixed cases stays behind
ENOUGH = 3          # with so many cases of chance, none has to


def case_key(case: Case) -> bytes:
    """Equal for two cases that ask the same."""
    return call_key(case.call)


def fixed_keys(file: CheckFile, seeds: Iterable[int] = OTHER_SEEDS
               ) -> set[tuple[str, bytes]]:
    """(check name, case) of all hidden cases that every seed gives."""
    # Only calls are compared, so the oracle need not work.
    file = msgspec.structs.replace(file, oracle=Silent())
    found = [{(check.name, case_key(case))
              for check in make_checks(file, seed)
              if check.visibility == "hidden" for case in check.cases}
             for seed in seeds]
    return set.intersection(*found) if found else set()


def held_back(check: Check, fixed: set[tuple[str, bytes]],
              first: int) -> Check:
    """The check without the cases that stay behind.

    first: which one of EVERY so many fixed cases is the first to stay
    """
    places = [place for place, case in enumerate(check.cases)
              if (check.name, case_key(case)) in fixed]
    if (check.visibility == "visible" or len(check.cases) < 2
            or len(check.cases) - len(places) >= ENOUGH):
        return check
    step = min(EVERY, len(places))
    held = places[first % step::step]
    return Check(check.name, check.title, check.visibility, tuple(
        case for place, case in enumerate(check.cases)
        if place not in held), check.weight)


def choices_of_cases(file: CheckFile, seed: int
                     ) -> list[Sequence[Check]]:
    """The checks of an edition, in the ways in which cases may stay behind.

    The first way that leaves every mistake its hint is taken.
    """
    checks, fixed = make_checks(file, seed), fixed_keys(file)
    return [[held_back(check, fixed, first) for check in checks]
            for first in reversed(range(EVERY))]
