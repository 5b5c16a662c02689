"""A student's drawing -> one verdict for each property, with a hint.

A hint comes from a known mistake when the student's figure has the mistake's
value of that very property; otherwise it says what the property is about.
Mistakes are drawn only after something was lost.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from grader.cases import Plan
from grader.checkfile import hint_of
from grader.figures.asked import Asked, Part
from grader.figures.matching import Answer, Reading, best_reading
from grader.figures.properties import properties
from grader.figures.sketches import Sketch, read_drawing
from grader.hints import RAISED, general_hint
from grader.model import (Call, Case, CheckStatus, Difference, Finding,
                          Outcome, Verdict)
from grader.sandbox.figures.records import Drawing, Figure

Mistakes = Callable[[], dict[str, Sketch]]
TOO_LARGE = Outcome("refused", error="size",
                    text="the figure is too large to be read, or broken")
NOT_THERE = "Nothing is there yet that could have it: draw that first."
ABSENT = ("no line", "no points", "no bars")
EXTRAS = ("title", "xlabel", "ylabel", "legend")
NO_FIGURE = ("Nothing in it draws. Let the function call `plt.plot`, or what "
             "the task names, and leave the figure open.")


class Judgement(msgspec.Struct, frozen=True):
    """Verdicts, and what is told without costing anything.

    drawn: the student's figure that was judged, None if there is none
    """

    verdicts: tuple[Verdict, ...]
    remarks: tuple[Finding, ...] = ()
    drawn: Figure | None = None


def judge_figure(plan: Plan, outcome: Outcome, wanted: Figure,
                 mistakes: Mistakes) -> Judgement:
    """The judgement of one student's outcome."""
    asked = plan.file.figure
    assert asked is not None
    drawing = read_drawing(outcome)
    if outcome.state == "value" and drawing is None:
        outcome = TOO_LARGE
    if drawing is None:
        return _no_drawing(plan, outcome, mistakes)
    if not drawing.figures:
        return _no_figure(plan, drawing)
    reading = best_reading(asked, wanted, drawing.figures)
    call = _call(plan, drawing)
    verdicts = []
    lost = [answer for answer in reading.answers() if answer.difference]
    hints = _hints(plan, wanted, reading,
                   [answer.part for answer in lost], mistakes)
    for check, answer in zip(plan.checks, reading.answers()):
        if not answer.difference:
            verdicts.append(Verdict(check, "passed"))
            continue
        verdicts.append(Verdict(
            check, "failed", Case(call, Outcome("value",
                                                stdout=answer.expected)),
            Outcome("value", stdout=answer.got),
            Difference(answer.part.name, answer.difference),
            hints[answer.part.text]))
    return Judgement(tuple(verdicts), _remarks(asked, wanted, reading),
                     reading.figure)


def _call(plan: Plan, drawing: Drawing) -> Call:
    if drawing.form == "function":
        return Call(f"{plan.file.entry}()")
    return Call(f"python3 {plan.file.id.rpartition('/')[2]}.py")


def _no_drawing(plan: Plan, outcome: Outcome,
                mistakes: Mistakes) -> Judgement:
    """The program raised or was stopped: all checks are lost at once."""
    status: CheckStatus = "failed"
    if outcome.state in ("timeout", "refused"):
        status = "refused"
    elif outcome.state == "not_run":
        status = "not_run"
    text = outcome.text
    if outcome.state == "exception":
        text = f"{outcome.error}: {outcome.text}"
    case = Case(Call(f"{plan.file.entry}()"),
                Outcome("value", stdout="a figure"))
    verdict = Verdict(plan.checks[0], status, case, outcome,
                      Difference(outcome.state, text))
    hint = ""
    if outcome.state == "exception":
        hint = next((hint_of(plan.file.mistakes[name])
                     for name, sketch in mistakes().items()
                     if sketch.figure is None
                     and sketch.error == outcome.error), "")
    hint = hint or general_hint(plan, verdict)
    if outcome.state == "exception":
        hint = hint or RAISED
    return Judgement(tuple(
        msgspec.structs.replace(verdict, check=check, hint=hint)
        for check in plan.checks))


def _no_figure(plan: Plan, drawing: Drawing) -> Judgement:
    """Nothing was drawn; say which functions are there instead."""
    entry = plan.file.entry
    text, hint = "no figure was drawn", NO_FIGURE
    if drawing.form == "script" and drawing.functions:
        shown = ", ".join(f"`{name}`" for name in drawing.functions[:5])
        text += f": there is no function `{entry}`, only {shown}"
        hint = f"Call your function `{entry}`, as the task does."
    case = Case(_call(plan, drawing), Outcome("value", stdout="a figure"))
    return Judgement(tuple(
        Verdict(check, "failed", case, Outcome("value", stdout="no figure"),
                Difference("no figure", text), hint)
        for check in plan.checks))


def _is_absent(answer: Answer) -> bool:
    """Whether what should have a colour or a width is not there at all."""
    return answer.got in ABSENT


def _hints(plan: Plan, wanted: Figure, reading: Reading, lost: list[Part],
           mistakes: Mistakes) -> dict[str, str]:
    """A hint for each lost property, by the property's text."""
    asked = plan.file.figure
    if not lost or asked is None:
        return {}
    table = properties()
    hints = {part.text: NOT_THERE if table[part.name].group == "artists"
             and _is_absent(reading.answer(part)) else table[part.name].hint
             for part in lost}
    open_parts = {part.text: part for part in lost}
    for name, sketch in mistakes().items():
        if sketch.figure is None:
            continue
        wrong = Reading(asked, wanted, sketch.figure)
        for text, part in list(open_parts.items()):
            if wrong.answer(part).difference and reading.agrees(part, wrong):
                hints[text] = hint_of(plan.file.mistakes[name])
                del open_parts[text]
    return hints


def _remarks(asked: Asked, wanted: Figure,
             reading: Reading) -> tuple[Finding, ...]:
    """What the task leaves free, and what nobody asked for."""
    told = [text for part, text in asked.remarks
            if reading.answer(part).difference]
    more = len(reading.figure.plots) - len(wanted.plots)
    if more > 0:
        told.append(f"The figure has {more} more plot{'s' * (more > 1)} "
                    f"than the task asks for.")
    told += _extras(asked, wanted, reading)
    return tuple(Finding("output", "figure", text, remark=True)
                 for text in told)


def _extras(asked: Asked, wanted: Figure, reading: Reading) -> list[str]:
    table, told = properties(), []
    known = {(part.name, part.plot) for part in asked.parts}
    known |= {(part.name, part.plot) for part, _ in asked.remarks}
    if len(wanted.plots) > 1:
        return []
    for name in EXTRAS:
        prop = table[name]
        if (name, 0) in known or any(prop.read(wanted.plots[0], wanted)
                                     if name in ("title", "legend") else
                                     prop.read(wanted.plots[0], wanted)[0]):
            continue
        got = [text for plot in reading.figure.plots
               for text in prop.read(plot, reading.figure)]
        if any(got):
            told.append(f"The task does not ask for {prop.title}; it costs "
                        f"nothing.")
    return told
