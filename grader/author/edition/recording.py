"""One check file -> the record that the student edition carries.

The programs of the check file run here, once, on the cases of the edition.
What they did goes along; they themselves stay. Of a choice not even that
goes along: which option is right can be tried out in four steps.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from types import FrameType
from typing import Any

import msgspec

from grader.author.edition.equality import same_names
from grader.calls import read_call
from grader.cases import plan
from grader.checkfile import CheckFile, Program, hint_of
from grader.mistakes import run_case
from grader.model import Case, Check, Limits, Outcome
from grader.programs import run_program
from grader.shipped_records import (VERSION, ShippedCase, ShippedCheck,
                                    ShippedChoice, ShippedFigure,
                                    ShippedFile, ShippedPart, ShippedProgram,
                                    Told)
from grader.shipped_values import Values

Drawings = Mapping[str, Outcome]        # "oracle" or a mistake -> its figure


class Recorder:
    """Collects outcomes and values of one file; equal ones are kept once."""

    def __init__(self) -> None:
        self.values = Values()
        self.outcomes: list[Told] = []
        self._places: dict[bytes, int] = {}

    def outcome(self, outcome: Outcome) -> int:
        """The place of an outcome."""
        told = Told(
            outcome.state, self.values.place(outcome.value)
            if outcome.value is not None or outcome.raw else None,
            outcome.error, outcome.text, outcome.stdout,
            {key: self.values.place(value)
             for key, value in outcome.changed.items()}, outcome.shared)
        key = msgspec.json.encode(told)
        if key not in self._places:
            self._places[key] = len(self.outcomes)
            self.outcomes.append(told)
        return self._places[key]

    def case(self, case: Case) -> ShippedCase:
        """A case with its values in their places."""
        call, place = case.call, self.values.place
        return ShippedCase(
            self.outcome(case.expected), call.text,
            tuple(map(place, call.args)),
            {key: place(value) for key, value in call.kwargs.items()},
            call.expression, call.given)

    def check(self, check: Check) -> ShippedCheck:
        """A check with its cases."""
        return ShippedCheck(check.name, check.title,
                            tuple(map(self.case, check.cases)),
                            check.visibility == "visible")


def record(file: CheckFile, checks: Sequence[Check]) -> ShippedFile:
    """The record of a function, a class or a script."""
    recorder = Recorder()
    shipped = tuple(map(recorder.check, checks))
    cases = [case for check in checks for case in check.cases]
    return _filled(_facts(file), recorder, checks=shipped, **{
        kind: tuple(_program(recorder, file, item, cases)
                    for item in programs.items())
        for kind, programs in (("mistakes", file.mistakes),
                               ("accepts", file.accepts))})


def _program(recorder: Recorder, file: CheckFile, item: tuple[str, Program],
             cases: Iterable[Case]) -> ShippedProgram:
    name, program = item
    the_plan = plan(file, 0, only_visible=True)
    return ShippedProgram(name, hint_of(program), tuple(
        None if file.kind == "script" and not case.call.given
        else recorder.outcome(run_case(the_plan, program, case))
        for case in cases))


def record_choice(file: CheckFile) -> ShippedFile:
    """The record of a choice: the question, and nothing about the answer."""
    assert file.choice is not None
    return _changed(_facts(file), choice=ShippedChoice(
        file.choice.question, file.choice.options))


def record_figure(file: CheckFile, drawings: Drawings) -> ShippedFile:
    """The record of a figure: what was drawn, as facts."""
    asked, recorder = file.figure, Recorder()
    assert asked is not None
    figure = ShippedFigure(
        tuple(ShippedPart(part.text, part.name, part.plot, str(part.weight))
              for part in asked.parts),
        recorder.outcome(drawings["oracle"]),
        tuple((ShippedPart(part.text, part.name, part.plot), text)
              for part, text in asked.remarks), asked.files)
    return _filled(_facts(file), recorder, figure=figure, mistakes=tuple(
        ShippedProgram(name, hint_of(program),
                       (recorder.outcome(drawings[name]),))
        for name, program in file.mistakes.items()))


def _facts(file: CheckFile) -> ShippedFile:
    """What is known of every kind of task."""
    usual = msgspec.structs.asdict(Limits())
    return ShippedFile(
        version=VERSION, kind=file.kind, title=file.title,
        points={part: int(points) for part, points
                in file.points.items()}, entry=file.entry,
        parameters=() if file.choice or file.figure else file.parameters,
        rules=file.rules, task_rules=file.task_rules, mutates=file.mutates,
        shares=file.shares, exact_numbers=file.exact_numbers,
        tolerance=file.tolerance, docs=file.docs, aliases=file.aliases,
        limits={name: value for name, value in
                msgspec.structs.asdict(file.limits).items()
                if value != usual[name]},
        given=file.given, probes=file.probes, pace=file.pace,
        pace_steps=count_steps(file), same=same_names(file))


def _filled(facts: ShippedFile, recorder: Recorder,
            **fields: Any) -> ShippedFile:
    return _changed(facts, outcomes=tuple(recorder.outcomes),
                    values=recorder.values.values,
                    blobs=recorder.values.blobs, **fields)


def _changed(facts: ShippedFile, **fields: Any) -> ShippedFile:
    return msgspec.structs.replace(facts, **fields)


def count_steps(file: CheckFile) -> int:
    """How many lines of the check file its oracle runs for PACE."""
    if not file.pace:
        return 0
    steps = 0

    def trace(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal steps
        steps += event == "line"
        return trace if frame.f_code.co_filename == file.path else None
    before = sys.gettrace()
    sys.settrace(trace)
    try:
        run_program(file.oracle, file.entry, read_call(file.entry, file.pace))
    finally:
        sys.settrace(before)
    return steps
