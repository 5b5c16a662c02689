"""A wall that cannot be put up is our fault; nothing else looks like it."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from graded import RIGHT, Classroom
from sandbox_jobs import LIMITS, call, function_job, run_job, values
from small_course import CHECK, TASK, write_check

from grader.model import GraderError, Limits
from grader.report.build import build_report
from grader.sandbox import open_sandbox, signs, wire
from grader.sandbox.conversation import MOST_FALSE_STARTS
from grader.sandbox.opening import hidden_folders
from grader.sandbox.parent import Sandbox
from grader.sandbox.signs import UP, Signs
from grader.sandbox.starting import (ISOLATED, Started,
                                     scrubbed_environment)

SCRIPT = Path(__file__).resolve().parent / "broken_zygote.py"
IDENTITY = "def f(x): return x\n"
# No system can have fewer than no open files: `confine` fails with these.
IMPOSSIBLE = msgspec.structs.replace(LIMITS, open_files=-5)
WAYS = {"fork": {}, "limits": {"level": "limits"},
        "process": {"level": "process"}, "no fork": {"no_fork": True}}


@pytest.fixture(scope="module", params=WAYS)
def box(request):
    """A sandbox of each kind."""
    with open_sandbox(LIMITS, **WAYS[request.param]) as opened:
        yield opened


@pytest.fixture
def broken():
    """Opens sandboxes whose zygote fails so many times."""
    made = []

    def start(what, times):
        ours, theirs = socket.socketpair()
        process = subprocess.Popen(
            [sys.executable, *ISOLATED, str(SCRIPT), str(theirs.fileno()),
             what, str(times)], stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd="/",
            env=scrubbed_environment(), pass_fds=[theirs.fileno()],
            start_new_session=True)
        theirs.close()
        made.append(Sandbox(wire.Hello(LIMITS, hidden_folders()), 1,
                            Started(process, ours)))
        return made[-1]
    yield start
    for sandbox in made:
        sandbox.close()


# --- the signs themselves -----------------------------------------------

def in_fork(work):
    """Run it in a child and wait for its end."""
    pid = os.fork()
    if pid == 0:
        try:
            work()
        finally:
            os._exit(0)
    os.waitpid(pid, 0)


def test_sign_of_a_child_is_seen_by_the_zygote():
    all_signs = Signs()
    place = all_signs.claim()
    in_fork(lambda: all_signs.put_up(place))
    assert all_signs.take_down(place) == UP


def test_child_that_says_nothing_has_no_sign():
    all_signs = Signs()
    place = all_signs.claim()
    in_fork(lambda: None)
    assert all_signs.take_down(place) == 0


def test_sign_cannot_be_changed_once_it_is_up():
    all_signs = Signs()
    mine, other = all_signs.claim(), all_signs.claim()

    def student_code():
        all_signs.put_up(mine)
        for place in (mine, other):
            with pytest.raises(ValueError):
                all_signs.give_reason(place, OSError(12, "no memory"))
            with pytest.raises(ValueError):
                all_signs.put_up(place)
        os.kill(os.getpid(), 9)
    in_fork(student_code)
    assert all_signs.take_down(mine) == UP
    assert all_signs.take_down(other) == 0


def test_reason_is_the_number_of_the_system():
    all_signs = Signs()
    place = all_signs.claim()
    error = GraderError("a child could not confine itself")
    error.__cause__ = OSError(12, "no memory")
    in_fork(lambda: all_signs.give_reason(place, error))
    assert all_signs.take_down(place) == 12


@pytest.mark.parametrize("error", [
    ValueError("no number"), OSError("no number"), OSError(UP, "too large"),
    OSError(-1, "too small"), KeyboardInterrupt()], ids=repr)
def test_error_without_a_number_of_the_system_is_no_sign(error):
    assert signs.reason_of(error) == 0
    assert signs.reason_in_words(0) == "it ended too early"


def test_place_is_free_again_and_empty():
    all_signs = Signs()
    first, second = all_signs.claim(), all_signs.claim()
    in_fork(lambda: all_signs.put_up(first))
    assert all_signs.take_down(first) == UP
    assert all_signs.claim() == first != second
    assert all_signs.take_down(first) == 0


# --- a child that is not safe -------------------------------------------

def test_walls_that_never_stand_are_our_fault(broken):
    run = run_job(broken("rules", 99), function_job(IDENTITY, (1,), (2,)))
    assert "0x" not in run.fault and "8-task" in run.fault
    assert "Cannot allocate memory" in run.fault
    assert run.children == 0
    assert [(outcome.state, outcome.error) for outcome in run.outcomes] == [
        ("not_run", "walls")] * 2


def test_process_that_cannot_be_made_is_our_fault(broken):
    run = run_job(broken("fork", 99), function_job(IDENTITY, (1,)))
    assert os.strerror(11) in run.fault


@pytest.mark.parametrize("what", ["rules", "fork"])
def test_trouble_that_passes_costs_nothing_and_is_not_told(what, broken):
    sandbox = broken(what, MOST_FALSE_STARTS - 1)
    run = run_job(sandbox, function_job(IDENTITY, (1,), (2,)))
    assert (run.fault, run.children) == ("", 1)
    assert values(run.outcomes) == [1, 2]


@pytest.mark.parametrize("what", ["rules", "fork"])
def test_trouble_with_one_job_leaves_the_others_alone(what, broken):
    sandbox = broken(what, MOST_FALSE_STARTS)
    jobs = [function_job(IDENTITY, (number,)) for number in range(4)]
    runs = dict(sandbox.run(jobs))
    assert [bool(runs[number].fault) for number in range(4)] == [
        True, False, False, False]
    for number in (1, 2, 3):
        assert values(runs[number].outcomes) == [number]


def test_next_job_after_a_fault_is_run(broken):
    sandbox = broken("rules", MOST_FALSE_STARTS)
    assert run_job(sandbox, function_job(IDENTITY, (1,))).fault
    assert values(call(sandbox, IDENTITY, (1,))) == [1]


def test_student_code_never_runs_without_walls(broken, tmp_path):
    mark = tmp_path / "mark"
    tmp_path.chmod(0o777)
    source = f"open({str(mark)!r}, 'w')\n" + IDENTITY
    assert run_job(broken("rules", 99), function_job(source, (1,))).fault
    assert not mark.exists()


def test_limits_that_no_child_can_set_are_our_fault(box):
    run = run_job(box, function_job(IDENTITY, (1,), limits=IMPOSSIBLE))
    # Where limits are no wall they are not set at all.
    assert bool(run.fault) == box.isolation.rlimits


@pytest.mark.parametrize("no_fork", [False, True])
def test_sandbox_whose_preflight_has_no_walls_does_not_open(no_fork):
    with pytest.raises(GraderError, match="could not be put up"), \
            open_sandbox(Limits(open_files=-5), no_fork=no_fork):
        pass


# --- nothing of a student's looks like it -------------------------------

ENDS = {
    "status 70": "os._exit(70)", "status 71": "os._exit(71)",
    "status 0": "os._exit(0)", "killed": "os.kill(os.getpid(), 9)",
    "aborted": "os.abort()", "channel closed": "os.close(3), os._exit(70)",
    "silent": "os.closerange(0, 99), os._exit(70)",
}


@pytest.mark.parametrize("place", ["at import", "in the call"])
@pytest.mark.parametrize("end", ENDS)
def test_end_of_the_students_own_is_the_students(end, place, box):
    source = (f"import os\n{ENDS[end]}\n" + IDENTITY if place == "at import"
              else f"import os\ndef f(x): {ENDS[end]}\n")
    run = run_job(box, function_job(source, (1,)))
    assert run.fault == ""
    assert run.outcomes[0].state == "crash"


GROPING = """
import gc, mmap, os, sys

def f(x):
    frame, tried = sys._getframe(), []
    while frame is not None:
        things = [*frame.f_locals.values()]
        for thing in things + [one for two in things
                               for one in gc.get_referents(two)]:
            for page in (thing, getattr(thing, "_page", None),
                         getattr(getattr(thing, "_signs", None),
                                 "_page", None)):
                if isinstance(page, mmap.mmap):
                    tried.append(page.closed)
                    try:
                        page[:] = bytes(len(page))
                    except ValueError:
                        pass
        frame = frame.f_back
    if x == "tell":
        return tried
    os._exit(70)
"""


def test_student_code_that_finds_the_signs_cannot_change_them(box):
    told, = call(box, GROPING, ("tell",))
    assert set(told.value) <= {True}        # closed, wherever it was found
    run = run_job(box, function_job(GROPING, ("end",)))
    assert (run.fault, run.outcomes[0].state) == ("", "crash")


def test_student_code_does_reach_the_object_that_was_the_page():
    """Or the test above would prove nothing."""
    with open_sandbox(LIMITS) as sandbox:
        told, = call(sandbox, GROPING, ("tell",))
    assert any(word is True for word in told.value)


def test_no_memory_is_shared_with_the_zygote_any_more():
    source = ("def f():\n    with open('/proc/self/maps') as file:\n"
              "        return [line for line in file if 'rw-s' in line]\n")
    with open_sandbox(LIMITS, level="process") as sandbox:
        assert values(call(sandbox, source, "f()")) == [[]]


@pytest.mark.parametrize("harm", [
    "os.rmdir(here)", "os.rename(here, here + '-2')", "os.chmod(here, 0)",
    "os.rmdir(here), open(here, 'w')",
    "os.rmdir(here), os.symlink('/', here)"])
@pytest.mark.parametrize("way", ["fork", "process", "no fork"])
def test_folder_that_a_student_harms_is_the_students_trouble(way, harm):
    source = (f"import os\nhere = os.getcwd()\ndef f(x):\n"
              f"    if x: os.chdir('/'), {harm}\n    os._exit(70)\n")
    with open_sandbox(LIMITS, **WAYS[way]) as sandbox:
        run = run_job(sandbox, function_job(source, (1,), (0,)))
    assert run.fault == ""
    assert {outcome.state for outcome in run.outcomes} <= {
        "crash", "exception", "not_run"}


# --- what becomes of the task -------------------------------------------

def test_task_without_walls_is_a_grader_error_and_costs_nothing(
        tmp_path, broken):
    room = Classroom(tmp_path, broken("rules", MOST_FALSE_STARTS))
    write_check(room.checks, CHECK, "0x00-topic/1-other")
    alone = RIGHT.replace("\n\n\n", "\nimport os\n\n\n", 1)
    room.submit(alone)
    room.submit(alone, "0x00-topic/1-other.py")
    report = build_report(room.grade())
    failed, = [task for task in report.tasks
               if task.status == "grader_error"]
    other, = [task for task in report.tasks if task.id != failed.id]
    assert {failed.id, other.id} == {TASK, "0x00-topic/1-other"}
    assert (other.status, report.points, report.max_points) == (
        "passed", 10, 10)
    assert "could not be put up" in report.grader_errors[0]
    assert failed.id in report.grader_errors[0]


def test_company_without_walls_leaves_each_task_a_child_of_its_own(
        tmp_path, broken):
    room = Classroom(tmp_path, broken("rules", MOST_FALSE_STARTS))
    write_check(room.checks, CHECK, "0x00-topic/1-other")
    room.submit(RIGHT)
    room.submit(RIGHT, "0x00-topic/1-other.py")
    report = build_report(room.grade())
    assert [task.status for task in report.tasks] == ["passed", "passed"]
    assert list(report.grader_errors) == []
