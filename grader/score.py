"""Verdicts and form results -> points; pure, exact arithmetic.

    output   max * weight of passed checks / weight of all checks
    rules    max * kept rules / rules
    style    max * kept requirements / requirements
    docs     max * written docstrings / docstrings asked for

Rules, style and docs count once one check of the output has passed: an empty
file with a good style has not done the task. A part that asks for nothing
gives its points. Fractions inside; whoever writes them rounds once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from grader.form import FormResult
from grader.model import PARTS, Part, PartScore, Verdict

Parts = dict[Part, PartScore]


def score_task(points: Mapping[str, int | Fraction],
               verdicts: Sequence[Verdict],
               forms: dict[Part, FormResult]) -> Parts:
    """Points of each part of one task."""
    passed = sum((verdict.check.weight for verdict in verdicts
                  if verdict.status == "passed"), Fraction(0))
    parts: Parts = {"output": _share(points["output"], passed,
                                     total_weight(verdicts))}
    for part, form in forms.items():
        kept = form.kept if passed else 0
        asked = form.asked if passed or form.asked else 1
        parts[part] = _share(points[part], kept, asked)
    return {part: parts[part] for part in PARTS}


def score_missing(points: Mapping[str, int | Fraction]) -> Parts:
    """A task that is not there earns nothing."""
    return {part: PartScore(Fraction(0), Fraction(points[part]))
            for part in PARTS}


def total_weight(verdicts: Sequence[Verdict]) -> Fraction:
    """The weight of all checks together."""
    return sum((verdict.check.weight for verdict in verdicts), Fraction(0))


def _share(most: int | Fraction, kept: int | Fraction,
           asked: int | Fraction) -> PartScore:
    if asked == 0:
        return PartScore(Fraction(most), Fraction(most))
    return PartScore(Fraction(most * kept, asked), Fraction(most))


def total(scores: Sequence[PartScore]) -> PartScore:
    """The sum of several scores."""
    return PartScore(sum((score.points for score in scores), Fraction(0)),
                     sum((score.max_points for score in scores), Fraction(0)))


def rounded(points: Fraction) -> float:
    """Two decimals, half up, as every writer shows points."""
    hundredths = (points * 200 + 1) // 2
    return float(Fraction(hundredths, 100))
