"""Tame tasks share a child, and nobody can tell from the answers."""

import ast
import json
from pathlib import Path

import msgspec
import pytest
from sandbox_jobs import LIMITS, SHORT, function_job, script_job, values

from grader.course import Course
from grader.discover import discover
from grader.jobs import job_for
from grader.model import Limits
from grader.questions import script_calls
from grader.sandbox import open_sandbox, wire
from grader.sandbox.company import ENOUGH, gather, join
from grader.tame import is_tame

HERE = Path(__file__).resolve().parent
RIGHT = "def f(x):\n    return 2 * x\n"


@pytest.fixture(scope="module")
def box():
    with open_sandbox(Limits(memory_bytes=192 << 20), width=1) as opened:
        yield opened


def tame(source, *calls, limits=LIMITS, name="8-task"):
    """A job that may join a company, whatever its text does."""
    job = function_job(source, *calls, limits=limits)
    return msgspec.structs.replace(job, is_tame=True, name=name)


def together(box, *jobs):
    """The Runs of jobs, in their order."""
    runs = dict(box.run(jobs))
    assert sorted(runs) == list(range(len(jobs)))
    return [runs[place] for place in range(len(jobs))]


def told(run):
    """All of a Run that a judge looks at."""
    return [msgspec.structs.replace(outcome, seconds=0.0, cpu_seconds=0.0)
            for outcome in (run.loaded, *run.outcomes)]


def encoded(run):
    """The same as bytes, where values may be arrays."""
    return [(outcome.state, outcome.raw, outcome.error, outcome.text,
             outcome.line, outcome.stdout, repr(outcome.changed),
             outcome.shared, outcome.trace, outcome.notes)
            for outcome in told(run)]


# which jobs go together

def test_tame_jobs_go_together_and_others_stay_alone():
    wild = function_job(RIGHT, (1,))
    jobs = [tame(RIGHT, (1,)), wild, tame(RIGHT, (2,)), tame(RIGHT, (3,))]
    for width in (1, 2):
        assert gather(jobs, width) == [[0, 2, 3], [1]]


def test_many_tame_jobs_are_spread_over_the_cores():
    jobs = [tame(RIGHT, (number,)) for number in range(ENOUGH + 1)]
    assert gather(jobs, 2) == [[*range(0, ENOUGH + 1, 2)],
                               [*range(1, ENOUGH + 1, 2)]]
    assert gather(jobs[1:], 2) == [[*range(ENOUGH)]]
    assert gather(jobs * 3, 2) == [[*range(0, 3 * ENOUGH + 3, 2)],
                                   [*range(1, 3 * ENOUGH + 3, 2)]]


def test_job_without_another_one_stays_alone():
    assert gather([tame(RIGHT, (1,))], 1) == [[0]]
    assert gather([], 2) == []


def test_job_with_files_or_large_inputs_stays_alone():
    filed = msgspec.structs.replace(tame(RIGHT, (1,)), files={"a": b"1"})
    large = tame(RIGHT, ("x" * (1 << 20),))
    small = tame(RIGHT, (1,))
    assert gather([filed, large, small], 1) == [[0], [1], [2]]


def test_job_that_names_a_banned_module_stays_alone():
    banned = msgspec.structs.replace(
        tame("import numpy\ndef f(x):\n    return x\n", (1,)),
        banned=("numpy",))
    free = msgspec.structs.replace(tame(RIGHT, (1,)), banned=("numpy",))
    assert gather([banned, free, free], 1) == [[1, 2], [0]]


def test_company_gets_the_least_of_each_limit():
    small = Limits(memory_bytes=5 << 20, open_files=9)
    job = join([tame(RIGHT, limits=small),
                tame(RIGHT, limits=Limits(file_bytes=7, value_bytes=3))])
    assert (job.limits.memory_bytes, job.limits.open_files,
            job.limits.file_bytes) == (5 << 20, 9, 7)
    assert [member.limits.value_bytes for member in job.members] == [
        small.value_bytes, 3]


# what comes out

def test_every_submission_answers_in_company_as_it_does_alone(box):
    course, jobs = Course(), []
    for folder in sorted(HERE.glob("submissions/*/*")):
        file = folder / "expected.json"
        if file.exists():
            task = json.loads(file.read_text(encoding="utf-8"))["task"]
            jobs += tame_jobs(course, folder, task)
    assert len(jobs) > 150
    shared = together(box, *jobs)
    single = together(box, *(msgspec.structs.replace(job, is_tame=False)
                             for job in jobs))
    odd = [job.name for job, one, two in zip(jobs, shared, single,
                                             strict=True)
           if encoded(one) != encoded(two)]
    assert odd == []


def tame_jobs(course, folder, name):
    """The job of a submission, if its file may join a company."""
    for task in discover(str(folder), course.wanted()).tasks:
        if task.id != name or task.source is None:
            continue
        file, = (file for file in course.files if file.id == name)
        try:
            tree = ast.parse(task.source.data)
        except (SyntaxError, ValueError):
            continue
        calls = course.plan(file, 3, False).calls
        if file.kind == "script":
            calls, _ = script_calls(course.plan(file, 3, False),
                                    task.source.data)
        job = job_for(file, task, calls, tree)
        if job.is_tame:
            yield job


def test_members_keep_nothing_of_each_other(box):
    first = tame("import numpy as np\nkept = [1]\ndef f(x):\n"
                 "    kept.append(x)\n    return len(kept)\n", (1,), (2,))
    second = tame("def f(x):\n    return kept\n", (1,))
    again = tame("def f(x):\n    return np.pi\n", (1,))
    runs = together(box, first, second, again)
    assert values(runs[0].outcomes) == [2, 3]
    assert [run.outcomes[0].error for run in runs[1:]] == ["NameError"] * 2


def test_scripts_and_functions_share_a_child(box):
    script = msgspec.structs.replace(
        script_job("print(1)\n", "print(__name__)\n"), is_tame=True)
    runs = together(box, tame(RIGHT, (4,)), script, tame(RIGHT, (5,)))
    assert [outcome.stdout for outcome in runs[1].outcomes] == [
        "1\n", "__main__\n"]
    assert values(runs[0].outcomes + runs[2].outcomes) == [8, 10]


def test_member_may_go_as_deep_as_alone(box):
    deep = tame("def f(x):\n    try:\n        return f(x + 1)\n"
                "    except RuntimeError:\n        return x\n", (0,))
    alone, = together(box, deep)
    shared = together(box, deep, deep)
    assert values(shared[0].outcomes) == values(alone.outcomes)
    assert values(shared[1].outcomes) == values(alone.outcomes)


def test_members_see_no_types_of_each_other(box):
    first, second = (
        tame(f"from typing import List\ndef f(x):\n"
             f"    return str(List[{shown}])\n", (1,))
        for shown in ("True", "1"))
    runs = together(box, first, second)
    assert values(runs[0].outcomes) == ["typing.List[True]"]
    assert values(runs[1].outcomes) == ["typing.List[1]"]


def test_prints_and_notes_belong_to_the_member_that_made_them(box):
    loud = tame("import numpy as np\ndef f(x):\n    print(np.float(x))\n",
                (1,))
    runs = together(box, loud, tame(RIGHT, (1,)))
    assert runs[0].outcomes[0].stdout == "1.0\n"
    assert "np.float" in runs[0].outcomes[0].notes[0]
    assert (runs[1].outcomes[0].stdout, runs[1].outcomes[0].notes) == ("", ())


# odd members

# Source, and the states that it may end in when it runs alone.
LATE = ("timeout", "not_run", "crash")
ODD = {
    "endless loop": ("def f(x):\n    while True:\n        pass\n", LATE),
    "loop at loading": ("while True:\n    pass\n", LATE),
    "memory": ("def f(x):\n    return len([0] * 10 ** 9)\n",
               ("exception",)),
    "depth": ("def f(x):\n    return f(x)\n", ("exception",)),
    "swallows": ("def f(x):\n    while True:\n        try:\n"
                 "            f(x)\n        except:\n            pass\n",
                 LATE),
    "flood": ("def f(x):\n    for i in range(10 ** 6):\n"
              "        print('x' * 99)\n", ("refused", *LATE)),
    "exit": ("import os\ndef f(x):\n    os._exit(0)\n", ("crash",)),
    "crash": ("import ctypes\ndef f(x):\n    ctypes.string_at(0)\n",
              ("crash",)),
    "forged": ("import os\ndef f(x):\n    os.write(3, b'0' * 99)\n",
               ("refused",)),
    "hoard": ("def f(x):\n    for i in range(3000):\n"
              "        open(str(i), 'w').close()\n"
              "    while True:\n        pass\n", ("refused", *LATE)),
}


def test_slow_member_gets_all_its_time_alone(box):
    slow = tame("def f(x):\n    return sum(range(9 * 10 ** 6))\n", (1,),
                limits=Limits())
    runs = together(box, slow, tame(RIGHT, (1,)))
    assert values(runs[0].outcomes) == [sum(range(9 * 10 ** 6))]
    assert values(runs[1].outcomes) == [2]


@pytest.mark.parametrize("source, states", ODD.values(), ids=ODD)
def test_odd_member_is_run_alone_and_harms_nobody(box, source, states):
    before, after = tame(RIGHT, (1,), (2,)), tame(RIGHT, (3,), (4,))
    odd = tame(source, (5,), limits=SHORT)
    runs = together(box, before, odd, after)
    assert values(runs[0].outcomes) == [2, 4]
    assert values(runs[2].outcomes) == [6, 8]
    assert runs[1].outcomes[0].state in states


def test_walls_stand_in_company(box):
    peek = tame("def f(x):\n    return open('/etc/passwd').read()\n", (1,))
    runs = together(box, peek, tame(RIGHT, (1,)))
    assert box.isolation.level == "full"
    assert runs[0].outcomes[0].error == "PermissionError"
    assert values(runs[1].outcomes) == [2]


def test_company_that_lies_about_the_number_of_answers_is_left(box):
    liar = tame("import os\nos.write(3, bytes("
                f"{list(wire.frame(wire.Reply(0, 'value', b'x')))}))\n"
                "def f(x):\n    return 1\n", (1,))
    runs = together(box, tame(RIGHT, (1,)), liar, tame(RIGHT, (2,)))
    assert values(runs[0].outcomes + runs[2].outcomes) == [2, 4]
    assert runs[1].outcomes[0].state != "value"


def test_only_code_that_was_forced_into_company_is_wild():
    wild = {kind for kind, (source, _) in ODD.items()
            if not is_tame(ast.parse(source))}
    assert is_tame(ast.parse(RIGHT))
    assert wild == {"exit", "crash", "forged", "hoard"}
