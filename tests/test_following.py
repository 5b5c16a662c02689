"""After a run without a lost point: which task comes next, or all done."""

from fractions import Fraction

import msgspec
import pytest
from graded import RIGHT, WRONG
from source_tree import ROOT

from grader import following
from grader.cli import main
from grader.incremental import Asked, Graded, Known
from grader.model import Isolation, Submission, TaskFile
from grader.policy import Policy
from grader.report.assemble import Head, Scored
from grader.report.schema import TaskInfo
from grader.report.text import text_lines

TOPIC = "0x00-linear_algebra"
FIRST, SECOND, THIRD = TASKS = tuple(f"{TOPIC}/{name}" for name in (
    "2-size_me_please", "3-flip_me_over", "4-line_up"))


@pytest.fixture
def course(tmp_path, monkeypatch):
    """A course of its own with three tasks, and no earlier results."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name in ("CI", "GRADER_NO_CACHE"):
        monkeypatch.delenv(name, raising=False)
    place = tmp_path / "course"
    (place / TOPIC).mkdir(parents=True)
    for task in TASKS:
        (place / f"{task}.py").write_bytes(
            (ROOT / f"{task}.py").read_bytes())
        (place / f"{task}.py").chmod(0o755)
    (place / "grader.toml").write_text(f"tasks = {list(TASKS)}\n")
    for module in ("words", "what_to_type", "following"):
        monkeypatch.setattr(f"grader.{module}.checkout", lambda: str(place))
    # Results of any age are kept, though a source may be young.
    monkeypatch.setattr("grader.remembering.SETTLED_SECONDS", 0.0)
    monkeypatch.setattr("grader.fingerprints.sources", lambda: "these")
    monkeypatch.chdir(place)
    return place


@pytest.fixture
def said(course, capsys):
    """The last line of a run; the sentence before it, if a command."""
    def run(*words):
        main(list(words))
        lines = capsys.readouterr().out.splitlines()
        start = 2 if lines[-1].startswith("  ") else 1
        return lines[-start:]
    return run


def test_first_run_of_one_task_proposes_the_task_after_it(said):
    assert said("--task", "2-size_me_please") == [
        f"Next: go on with {SECOND} and type",
        "  python3 grader --task 3-flip_me_over"]


def test_task_that_is_done_already_is_not_proposed(said, course):
    (course / f"{THIRD}.py").unlink()
    said()
    assert said("--task", "2-size_me_please")[-1] == (
        "  python3 grader --task 4-line_up")
    (course / f"{THIRD}.py").write_bytes((ROOT / f"{THIRD}.py").read_bytes())
    (course / f"{THIRD}.py").chmod(0o755)
    assert said("--task", "4-line_up") == ["All done."]


def test_one_file_of_the_course_leads_to_the_next_task(said):
    assert said(f"{FIRST}.py")[-1] == (
        "  python3 grader --task 3-flip_me_over")


# --- from what is known


def scored(task, status="passed"):
    """A finished task of a report."""
    return Scored(TaskInfo(task, "", f"{task}.py", "", status, 0, 0, 0, {},
                           [], []), Fraction(0), Fraction(0))


@pytest.fixture
def then(monkeypatch):
    """What follows: (task -> state, graded, path, left out, errors)."""
    def following_of(states, graded=(FIRST,), path=str(ROOT), left_out=2,
                     status="passed", errors=()):
        def recall(asked, memory):
            assert asked.tasks == ()
            tasks = tuple(TaskFile(task, f"{task}.py") for task in TASKS)
            return Known(Submission(asked.path, "", "", tasks), {
                task: scored(task, state)
                for task, state in states.items()},
                Isolation("full"), 0, 0) if states is not None else None
        monkeypatch.setattr(following, "recall", recall)
        head = Head(Submission(path, "", "", ()), errors, left_out,
                    Isolation("full"), 0, False, 0.0, 0.0)
        return following.following(
            Asked(path, (FIRST,), Policy(TASKS)), Graded(
                head, tuple(scored(task, status) for task in graded)),
            memory=object())
    return following_of


@pytest.mark.parametrize("states, graded, proposed", [
    ({}, [FIRST], SECOND), ({}, [THIRD], FIRST), ({}, [SECOND], THIRD),
    (None, [FIRST], SECOND), (None, [THIRD], FIRST),
    ({SECOND: "passed"}, [FIRST], THIRD),
    ({SECOND: "later"}, [FIRST], THIRD),
    ({SECOND: "failed", THIRD: "passed"}, [FIRST], SECOND),
    ({SECOND: "missing"}, [FIRST, THIRD], SECOND),
    ({SECOND: "passed", THIRD: "passed"}, [FIRST], ""),
    ({SECOND: "later"}, [FIRST, THIRD], "")])
def test_next_task_that_is_not_done_follows(then, states, graded, proposed):
    assert then(states, graded) == proposed


def test_whole_course_without_lost_points_is_all_done(then):
    assert then({}, TASKS, left_out=0) == ""


@pytest.mark.parametrize("words", [
    {"status": "failed"}, {"status": "missing"}, {"status": "refused"},
    {"status": "grader_error"}, {"errors": ("no disk",)}, {"graded": ()}])
def test_nothing_follows_what_is_not_done(then, words):
    assert then({}, **words) is None


def test_other_folder_is_not_called_done_when_nobody_knows(then, tmp_path):
    assert then(None, path=str(tmp_path)) is None


def test_other_folder_that_was_graded_whole_goes_on_in_itself(then,
                                                              tmp_path):
    assert then({SECOND: "passed"}, path=str(tmp_path)) == THIRD


def last(report):
    return [text for text, _ in text_lines(report)][-1]


def test_report_alone_tells_done_from_not_asked_for(classroom):
    classroom.submit(RIGHT)
    report = classroom.report()
    assert last(report) == "All done."
    assert last(msgspec.structs.replace(report, not_looked_at=[
        "69 tasks not asked for"])) == "All that was asked for is done."


def test_grader_error_is_never_called_done(classroom):
    classroom.submit(WRONG)
    report = msgspec.structs.replace(classroom.report(), tasks=[],
                                     grader_errors=["no disk"])
    assert "grader error" in last(report)
    assert "done" not in last(report)


def test_task_to_go_on_with_stands_with_its_command(classroom):
    classroom.submit(RIGHT)
    lines = [text for text, _ in text_lines(classroom.report(),
                                            then="0-t/1-next")]
    assert lines[-2] == "Next: go on with 0-t/1-next and type"
    assert lines[-1].endswith(" --task 1-next")
