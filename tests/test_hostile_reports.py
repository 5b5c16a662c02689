"""Any bytes in: never a crash, never a broken report, never a point."""

import os

import pytest
from attacks.outputs import acting, faults
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from small_course import TASK, make_plan

from grader.discover import Wanted, discover
from grader.forms import NO_FORMS
from grader.grading import Result, TaskResult
from grader.judge import judge
from grader.keeping import verdict_to_keep
from grader.model import (Finding, Isolation, Opaque, Outcome, Submission,
                          TaskFile, UsageError)
from grader.reading import printable
from grader.report.build import build_report
from grader.sandbox import Run
from grader.sandbox.decode import WireError, decode
from grader.sandbox.outcomes import outcome_of
from grader.sandbox.wire import Reply
from grader.score import score_task

# Without shrinking: the whole of a bad report says enough, and at once.
FEW = settings(max_examples=60, deadline=None, phases=[
    Phase.explicit, Phase.reuse, Phase.generate], suppress_health_check=[
    HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
# Letters that act, and pieces of what others obey.
PIECES = st.one_of(
    st.text(max_size=30), st.sampled_from([
        "\x1b[2J", "\n::error::x", "##[error]x", "\x9b", "\r", "\u202e",
        "\ud800", "]]>", "<b>", "&#0;", "\x00", "=1+1", "`", "\u2028",
        "\uffff", "\N{SUPERSCRIPT TWO}", "0", "1", "99", "\u0663"]))
TEXTS = st.lists(PIECES, max_size=4).map("".join)
NUMBERS = st.integers(-2 ** 70, 2 ** 70) | st.floats()
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS | st.binary(max_size=9)
    | st.builds(Opaque, TEXTS, TEXTS) | st.builds(lambda: 10 ** 6000),
    lambda inner: st.lists(inner, max_size=3) | st.tuples(inner, inner)
    | st.dictionaries(TEXTS, inner, max_size=2), max_leaves=8)
STATES = st.sampled_from(["value", "exception", "timeout", "crash",
                          "refused", "not_run"])
OUTCOMES = st.builds(
    # No tuple is ever asked for: each of these values is wrong.
    Outcome, STATES, value=st.tuples(VALUES), error=TEXTS, text=TEXTS,
    line=st.integers(0, 10 ** 6), stdout=TEXTS,
    changed=st.dictionaries(PIECES, VALUES, max_size=2), shared=TEXTS,
    trace=st.lists(st.tuples(TEXTS, st.integers(0, 999), TEXTS),
                   max_size=2).map(tuple),
    notes=st.lists(TEXTS, max_size=2).map(tuple),
    seconds=st.floats(0, 86_400))


@pytest.fixture(scope="module")
def plan(tmp_path_factory):
    return make_plan(tmp_path_factory.mktemp("checks"))


def report_of(plan, outcomes, loaded, texts):
    """The report of a task with these outcomes and texts."""
    verdicts = judge(plan, outcomes)
    task = TaskResult(
        plan.file, TaskFile(TASK, texts[0], problem=texts[1]), "failed",
        tuple(map(verdict_to_keep, verdicts)),
        (Finding("output", "old-name", texts[2], remark=True),),
        score_task(plan.file.points, verdicts, NO_FORMS),
        Run(loaded, (), 1, 0.1))
    return build_report(Result(
        Submission(printable("/" + texts[3]), "course", "0" * 64, (),
                   (texts[4],)),
        (task,), (texts[5],), 0, Isolation("full"), 1, False, 0.0, 0.1))


@FEW
@given(data=st.data())
def test_no_outcome_breaks_a_writer_or_earns_a_point(data, plan):
    count = sum(len(check.cases) for check in plan.checks)
    outcomes = data.draw(st.lists(OUTCOMES, min_size=count, max_size=count))
    texts = data.draw(st.tuples(*[TEXTS] * 6))
    report = report_of(plan, outcomes, data.draw(OUTCOMES), texts)
    assert faults(report) == []
    assert report.points == 0


REPLIES = st.builds(
    Reply, st.just(0), STATES, value=st.binary(max_size=40), error=TEXTS,
    text=TEXTS, line=st.integers(), stdout=TEXTS,
    changed=st.dictionaries(TEXTS, st.binary(max_size=9), max_size=2),
    seconds=st.floats(), cpu_seconds=st.floats())


@FEW
@given(reply=REPLIES)
def test_no_reply_breaks_what_believes_nothing(reply):
    outcome = outcome_of(reply)
    assert outcome.state != "value" or decode(reply.value) is not outcome
    assert 0 <= outcome.seconds <= 86_400
    assert 0 <= outcome.line < 10 ** 6 + 1


@FEW
@given(data=st.binary(max_size=60))
def test_bytes_are_a_value_or_a_wire_error(data):
    try:
        decode(data)
    except WireError as error:
        assert str(error)


SOURCES = st.one_of(
    st.binary(max_size=300), TEXTS.map(lambda text: text.encode(
        "utf-8", "surrogatepass")),
    st.lists(st.sampled_from([
        b"def double(numbers):\n", b"    return numbers\n", b"\xff", b"\x00",
        b"# coding: ", b"latin-1\n", b"\t", b"'''", b"(", b"\\\n", b"\r",
        b"\xef\xbb\xbf", b"import os\n", b"f'{", b"class A:\n", b"\x0c",
        b"while 0:\n", b"lambda: ", b"@", b"match x:\n", b"*" * 50]),
        max_size=12).map(b"".join))


@FEW
@given(source=SOURCES)
def test_no_bytes_of_a_file_break_grading_or_earn_a_point(source, classroom):
    classroom.submit(source)
    report = classroom.report()
    assert report.grader_errors == []
    assert faults(report) == []
    assert report.points == 0
    assert [task.id for task in report.tasks] == [TASK]


NAMES = st.one_of(
    st.binary(min_size=1, max_size=20), TEXTS.map(lambda text: text.encode(
        "utf-8", "surrogatepass")),
    st.sampled_from([b"0-double.py", b"0-double", b"0_double.py", b"0x00",
                     b"0x00-topic", b"0-Double.PY", b"0-double.py.txt"])
).map(lambda name: name.replace(b"/", b"_").replace(b"\0", b"_")).filter(
    lambda name: name not in (b"", b".", b"..") and len(name) < 200)


@FEW
@given(tree=st.recursive(
    st.binary(max_size=20), lambda inner: st.dictionaries(
        NAMES, inner, max_size=4), max_leaves=12))
def test_no_names_of_files_break_discovery(tree, tmp_path_factory):
    folder = tmp_path_factory.mktemp("tree")
    lay(str(folder).encode(), tree if isinstance(tree, dict) else {})
    try:
        found = discover(str(folder), [Wanted(TASK)])
    except UsageError as error:
        assert not acting(str(error))
        return
    assert [task.id for task in found.tasks] == [TASK]
    for text in (found.path, *found.remarks, *(
            text for task in found.tasks for text in (
                task.path, task.problem))):
        assert not acting(text.replace("\n", " ")), text


def lay(folder, tree):
    """Write the tree; what the system refuses stays away."""
    for name, content in tree.items():
        path = folder + b"/" + name
        try:
            if isinstance(content, dict):
                os.mkdir(path)
                lay(path, content)
            else:
                with open(path, "wb") as file:
                    file.write(content)
        except OSError:
            continue
