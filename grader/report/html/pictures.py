"""A figure task: expected and drawn picture, and what differs in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from grader.figures.matching import STRANGE
from grader.report.html.checks import hint_of
from grader.report.html.contrast import marked
from grader.report.html.elements import Html, counted, number, tag
from grader.report.html.evidence import Evidence
from grader.report.html.quoted import paragraph
from grader.report.html.sketch import Lost, sketch
from grader.report.schema import CheckInfo
from grader.sandbox.figures.records import Figure

ABOUT = ("Both pictures are sketches of what the grader read from the "
         "figures: data, limits, colours and texts. Fonts and sizes are not "
         "those of matplotlib. Dashed frames and thick lines mark what "
         "differs.")


def figure_checks(checks: Sequence[CheckInfo], evidence: Evidence,
                  in_full: bool = True) -> Iterator[Html]:
    """Pictures first, then each property that differs."""
    lost = [check for check in checks if check.status != "passed"]
    if not lost:
        return
    if evidence.wanted is not None and in_full:
        yield _pair(evidence, _lost(lost))
    if evidence.drawn is None or evidence.wanted is None:
        yield paragraph(lost[0].difference)
    same = len({(check.difference, check.hint) for check in lost}) == 1
    if same and len(lost) > 1:          # one reason for all: told once
        yield from hint_of(lost[0].hint)
        yield tag("p", f"So {counted(len(lost), 'check')} lost their points.")
        return
    yield tag("h4", "1 property of the figure differs" if len(lost) == 1
              else f"{len(lost)} properties of the figure differ")
    groups: dict[str, list[CheckInfo]] = {}
    for check in lost:
        groups.setdefault(check.hint, []).append(check)
    for hint, checks in groups.items():
        yield tag("div", [_property(check) for check in checks],
                  hint_of(hint), class_="check")


def _lost(checks: Sequence[CheckInfo]) -> Lost:
    """Names of lost properties, by the number of the plot asked for."""
    found: dict[int, set[str]] = {}
    for check in checks:
        name, _, plot = check.name.partition(" ")
        place = int(plot) - 1 if plot.isdecimal() else 0
        found.setdefault(place, set()).add(name)
    return {place: frozenset(names) for place, names in found.items()}


def _pair(evidence: Evidence, lost: Lost) -> Html:
    drawn = {evidence.pairs[place]: names for place, names in lost.items()
             if place in evidence.pairs}
    return tag("div", tag(
        "div", _picture("Expected", evidence.wanted, lost),
        _picture("Drawn by your file", evidence.drawn, drawn),
        class_="pair"), tag("p", ABOUT, class_="soft"), class_="pictures")


def _picture(name: str, figure: Figure | None, lost: Lost) -> Html:
    try:
        inner = sketch(figure, lost, name) if figure is not None else None
    except STRANGE:             # facts that no drawing gives
        inner = None
    return tag("figure", tag("figcaption", name), inner or tag(
        "p", "No figure that could be read.", class_="empty"))


def _property(check: CheckInfo) -> Html:
    """What one property should be, and what it is."""
    expected, got = marked(check.expected, check.got)
    return tag(
        "div", tag("p", tag("strong", check.title), " ",
                   tag("span", f"\u2212{number(check.max_points)}",
                       class_="cost") if check.max_points else None),
        tag("dl", tag("dt", "expected"), tag("dd", expected),
            tag("dt", "got"), tag("dd", got), class_="case"),
        paragraph(check.difference) if check.difference else None,
        class_="property")
