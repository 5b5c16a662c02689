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

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import lcm

from grader.form import FormResult
from grader.model import PARTS, Part, PartScore, Verdict

Parts = dict[Part, PartScore]


def score_task(points: Mapping[str, int | Fraction],
               verdicts: Sequence[Verdict],
               forms: dict[Part, FormResult]) -> Parts:
    """Points of each part of one task."""
    passed = exact_sum(verdict.check.weight for verdict in verdicts
                       if verdict.status == "passed")
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
    return exact_sum(verdict.check.weight for verdict in verdicts)


def exact_sum(numbers: Iterable[int | Fraction]) -> Fraction:
    """As `sum`, which reduces after each step and takes ten times as long."""
    top, below = 0, 1
    for number in numbers:
        if number.denominator == below:
            top += number.numerator
        else:
            common = lcm(below, number.denominator)
            top = (top * (common // below)
                   + number.numerator * (common // number.denominator))
            below = common
    return Fraction(top, below)


def _share(most: int | Fraction, kept: int | Fraction,
           asked: int | Fraction) -> PartScore:
    if asked == 0:
        return PartScore(Fraction(most), Fraction(most))
    return PartScore(Fraction(most * kept, asked), Fraction(most))


def total(scores: Sequence[PartScore]) -> PartScore:
    """The sum of several scores."""
    return PartScore(exact_sum(score.points for score in scores),
                     exact_sum(score.max_points for score in scores))


def rounded(points: Fraction) -> float:
    """Two decimals, half up, as every writer shows points."""
    top, below = points.numerator, points.denominator
    return (200 * top + below) // (2 * below) / 100
