"""The checks of one task: what was asked, expected and got."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from grader.report.html.contrast import marked
from grader.report.html.elements import (Html, counted, joined, number, tag,
                                         verbatim, worded)
from grader.report.html.quoted import paragraph
from grader.report.schema import CheckInfo

SHOWN = 2           # checks that are open from the start
MOST_CASES = 12     # with call, expected and got; then only titles
MOST_TITLES = 30


def lost_checks(checks: Sequence[CheckInfo],
                in_full: bool = True) -> Iterator[Html]:
    """Failed checks; those with something to see first."""
    lost = [check for check in checks if check.status != "passed"]
    shown = [check for check in lost if check.got]
    # A call that was stopped says more than those that came after it.
    shown.sort(key=lambda check: (check.status == "not_run",
                                  len(check.call)))
    told: set[str] = set()
    most = MOST_CASES if in_full else 1
    for place, check in enumerate(shown[:most]):
        yield _card(check, place < SHOWN,
                    "" if check.hint in told else check.hint)
        told.add(check.hint)
    plain = [check for check in lost if not check.got]
    if shown[most:]:
        yield from _titles("more lost", shown[most:])
    for difference, hint in dict.fromkeys(
            (check.difference, check.hint) for check in plain):
        if difference:
            yield paragraph(difference)
        yield from hint_of(hint)
    if plain:
        yield from _titles("lost", plain)


def passed_checks(checks: Sequence[CheckInfo]) -> Iterator[Html]:
    """The names of those that passed, folded."""
    passed = [check for check in checks if check.status == "passed"]
    if passed:
        yield from _titles("passed", passed)
    for remark in dict.fromkeys(check.hint for check in passed
                                if check.hint):
        yield tag("p", tag("strong", "Remark: "), worded(remark))


def hint_of(hint: str) -> Iterator[Html]:
    """A hint stands out."""
    if hint:
        yield tag("p", tag("strong", "Hint: "), worded(hint), class_="hint")


def _titles(word: str, checks: Sequence[CheckInfo]) -> Iterator[Html]:
    more = len(checks) - MOST_TITLES
    items = [tag("li", tag("code", check.title)) for check
             in checks[:MOST_TITLES]]
    if more > 0:
        items.append(tag("li", f"and {more} more"))
    yield tag("details",
              tag("summary", f"{counted(len(checks), 'check')} {word}"),
              tag("ul", items), class_="more")


def _card(check: CheckInfo, is_open: bool, hint: str) -> Html:
    """One failed check with the smallest case that shows it."""
    cost = f", \u2212{number(check.max_points)}" * bool(check.max_points)
    is_call = check.title == check.call and "(" in check.call
    title = tag("span", tag("code", check.title) if is_call
                else worded(check.title), class_="title")
    kind = "hidden check" if check.visibility == "hidden" else "check"
    status = {"refused": ", refused", "not_run": ", not run"}.get(
        check.status, "")
    return tag(
        "details", tag("summary", title, " ",
                       tag("span", f"{kind}{status}{cost}", class_="cost")),
        _case(check, check.title != check.call, hint), class_="check",
        open="" if is_open else None)


def _case(check: CheckInfo, with_call: bool, hint: str) -> Html:
    expected, got = marked(check.expected, check.got)
    rows = [("call", check.call if with_call else ""),
            ("expected", expected), ("got", got),
            ("printed", "" if repr(check.stdout) in check.got
             else check.stdout.strip()[:300])]
    shown = [(tag("dt", name), tag("dd", verbatim(text)))
             for name, text in rows if text]
    difference = check.difference
    if difference and difference in check.got:
        difference = ""
    return joined([
        tag("dl", shown, class_="case"),
        paragraph(difference) if difference else None,
        hint_of(hint)])
