"""Student code that hangs, dies, lies or attacks, seen through the door."""

import contextlib
import os
import signal
import socket

import pytest
from sandbox_jobs import (LIMITS, MEMORY, SHORT, call, descendants,
                          function_job, processes, run_job, runs, script_job,
                          states, values, wait_until)

from grader.model import GraderError, Limits
from grader.sandbox import conversation, open_sandbox, starting, wire
from grader.sandbox.conversation import MOST_CHILDREN
from grader.sandbox.encode import encode

WAYS = {"fork": {}, "no fork": {"no_fork": True}}
both_ways = pytest.mark.parametrize("way", WAYS)
LOOP = "def f(x):\n    if x == 7:\n        while True:\n            x = 7\n" \
       "    return x\n"
# One ring of the clock is not enough here, and neither are ten.
STUBBORN = """
import time
def f(x):
    while x == 7:
        try:
            time.sleep(60)
        except BaseException:
            time.sleep(0)
    return x
"""


@pytest.fixture(scope="module")
def boxes():
    """Way -> open sandbox."""
    with contextlib.ExitStack() as stack:
        yield {way: stack.enter_context(open_sandbox(LIMITS, **words))
               for way, words in WAYS.items()}


@pytest.fixture
def box(boxes):
    """The usual sandbox, which forks."""
    return boxes["fork"]


@pytest.fixture
def quick(monkeypatch):
    """Code that ignores the clock is stopped soon after it rang."""
    monkeypatch.setattr(conversation, "GRACE", 0.15)


# code that does not end

@both_ways
def test_endless_loop_is_stopped_and_its_line_told(way, boxes):
    outcomes = call(boxes[way], LOOP, (1,), (7,), (2,), limits=SHORT)
    assert states(outcomes) == ["value", "timeout", "value"]
    assert outcomes[1].line in (3, 4)
    assert outcomes[1].text == "no answer after 0.25 seconds"


def test_wait_in_a_library_is_stopped_at_the_students_line(box):
    source = "import time\ndef f(x):\n    x = 1\n    time.sleep(60)\n"
    outcome, = call(box, source, (1,), limits=SHORT)
    assert (outcome.state, outcome.line) == ("timeout", 4)


def test_endless_loop_at_import_is_told_for_every_call(box):
    source = "while True:\n    pass\n"
    run = run_job(box, function_job(source, (1,), (2,), limits=SHORT))
    assert run.loaded.state == "timeout"
    assert states(run.outcomes) == ["timeout", "timeout"]
    assert run.loaded.line in (1, 2)
    assert run.children == 1


def test_endless_script_keeps_what_it_printed(box):
    run = run_job(box, script_job("print('before')\nwhile True:\n    pass\n",
                                  limits=SHORT))
    outcome, = run.outcomes
    assert (outcome.state, outcome.stdout) == ("timeout", "before\n")


def test_loop_that_forgives_itself_once_is_stopped(box):
    source = ("def f(x):\n    try:\n        while x: x = 7\n"
              "    except Exception:\n        pass\n    return 1\n")
    assert states(call(box, source, (7,), limits=SHORT)) == ["timeout"]


def test_code_that_catches_every_time_out_is_stopped_from_outside(box,
                                                                  quick):
    run = run_job(box, function_job(STUBBORN, (1,), (7,), (2,),
                                    limits=SHORT))
    assert states(run.outcomes) == ["value", "timeout", "value"]
    assert run.outcomes[1].text == "no answer after 0.25 seconds"
    assert run.children == 3            # the second one showed the culprit


# Ways to hear no clock; each goes on with `forever()`.
DEAF = {
    "ignores the alarm": "signal.signal(signal.SIGALRM, signal.SIG_IGN)",
    "stops the alarm": "signal.setitimer(signal.ITIMER_REAL, 0)",
    "blocks the alarm": "signal.pthread_sigmask(signal.SIG_BLOCK, [14])",
    "stops itself": "os.kill(os.getpid(), signal.SIGSTOP)",
    "has an exception without end": "raise Endless",
    "sends half a frame": "os.write(3, b'\\0\\1\\0\\0half')",
    "announces a giant frame": "os.write(3, b'\\1\\0\\0\\0')",
}


def deaf_job(statement):
    source = (f"import os, signal, time\nclass Endless(Exception):\n"
              f"    def __str__(self): forever()\ndef forever():\n"
              f"    while True:\n        try:\n            time.sleep(9)\n"
              f"        except BaseException:\n            time.sleep(0)\n"
              f"def f(x):\n    if x == 7:\n        {statement}\n"
              f"        forever()\n    return x\n")
    return function_job(source, (1,), (7,), (2,), limits=SHORT)


def test_code_that_hears_no_clock_is_stopped_from_outside(quick):
    with open_sandbox(LIMITS, width=len(DEAF)) as wide:
        runs_of = dict(wide.run(list(map(deaf_job, DEAF.values()))))
    found = {way: states(runs_of[place].outcomes)
             for place, way in enumerate(DEAF)}
    assert found == dict.fromkeys(DEAF, ["value", "timeout", "value"])


def test_drip_of_an_endless_frame_buys_no_time(box, quick):
    source = ("import os, time\ndef f(x):\n"
              "    os.write(3, (24 << 20).to_bytes(4, 'big'))\n"
              "    while True:\n        try:\n            time.sleep(0.01)\n"
              "            os.write(3, b'x')\n"
              "        except BaseException: x = 7\n")
    assert states(call(box, source, (1,), limits=SHORT)) == ["timeout"]


def test_thread_that_never_ends_holds_nobody_up(box):
    source = ("import threading, time\ndef f(x):\n"
              "    threading.Thread(target=time.sleep, args=(600,)).start()\n"
              "    return x\n")
    assert values(call(box, source, (1,), (2,))) == [1, 2]


def test_calls_of_a_group_are_given_up_together(box):
    outcomes = call(box, LOOP, (7,), (1,), (2,), (3,), groups=[0, 0, 1, 0],
                    limits=SHORT)
    assert states(outcomes) == ["timeout", "not_run", "value", "not_run"]
    assert outcomes[1].text == "an earlier call took too long"


def test_time_outs_in_several_groups_are_borne_twice(box):
    outcomes = call(box, LOOP, (7,), (7,), (7,), (1,), limits=SHORT)
    assert states(outcomes) == ["timeout", "timeout", "not_run", "not_run"]


def test_time_of_the_whole_task_has_an_end(box):
    limits = Limits(call_seconds=1.0, task_seconds=1.5, memory_bytes=MEMORY)
    source = "import time\ndef f(x):\n    time.sleep(0.5)\n    return x\n"
    outcomes = call(box, source, *[(n,) for n in range(6)], limits=limits)
    assert outcomes[0].value == 0
    assert outcomes[-1].state == "not_run"
    assert outcomes[-1].text == "the task used up its 1.5 seconds"


# code that dies

DEATHS = {
    "os._exit(0)": "ended itself with exit code 0",
    "os._exit(9)": "ended itself with exit code 9",
    "os.abort()": "it aborted itself",
    "ctypes.string_at(0)": "segmentation fault",
    "os.kill(os.getpid(), signal.SIGKILL)": "it was killed",
    "os.kill(os.getpid(), signal.SIGTERM)": "SIGTERM stopped it",
    "os.kill(os.getpid(), 40)": "signal 40 stopped it",
}


@pytest.mark.parametrize("death", DEATHS)
def test_death_costs_only_its_call_and_is_told(death, box):
    source = (f"import ctypes, os, signal\ndef f(x):\n"
              f"    if x == 7: {death}\n    return x\n")
    outcomes = call(box, source, (1,), (7,), (2,))
    assert states(outcomes) == ["value", "crash", "value"]
    assert DEATHS[death] in outcomes[1].text


def test_deaths_without_a_fork_are_told_alike(boxes):
    source = ("import ctypes, os\ndef f(x):\n    if x == 7: os._exit(3)\n"
              "    if x == 8: ctypes.string_at(0)\n    return x\n")
    outcomes = call(boxes["no fork"], source, (1,), (7,), (2,), (8,), (3,))
    assert states(outcomes) == ["value", "crash", "value", "crash", "value"]
    assert "exit code 3" in outcomes[1].text
    assert "segmentation fault" in outcomes[3].text


def test_death_at_import_is_told_for_every_call(box):
    run = run_job(box, function_job("import os\nos._exit(0)\n", (1,), (2,)))
    assert run.loaded.state == "crash"
    assert states(run.outcomes) == ["crash", "crash"]
    assert run.children == 1


def test_exit_with_success_earns_nothing(box):
    source = "import os\nprint('all right')\nos._exit(0)\n"
    run = run_job(box, script_job(source))
    assert states(run.outcomes) == ["crash"]


@both_ways
def test_number_of_children_is_bounded(way, boxes):
    source = "import os\ndef f(x): os._exit(1)\n"
    run = run_job(boxes[way], function_job(source, *[(n,)
                                                     for n in range(9)]))
    assert run.children == MOST_CHILDREN
    blamed = MOST_CHILDREN - 1
    assert states(run.outcomes) == (["crash"] * blamed
                                    + ["not_run"] * (9 - blamed))


def test_number_of_stubborn_children_is_bounded(box, quick):
    limits = Limits(call_seconds=0.1, load_seconds=0.3, task_seconds=30,
                    memory_bytes=MEMORY)
    run = run_job(box, function_job(STUBBORN, *[(7,)] * 9, limits=limits))
    assert run.children == MOST_CHILDREN
    assert states(run.outcomes)[-1] == "not_run"


def test_rest_of_a_group_is_given_up_after_a_death(box):
    source = "import os\ndef f(x):\n    if x == 7: os._exit(1)\n    return x\n"
    outcomes = call(box, source, (7,), (1,), (2,), groups=[0, 0, 1])
    assert states(outcomes) == ["crash", "not_run", "value"]


# code that wants too much

@both_ways
def test_two_gigabytes_are_refused_by_the_system(way, boxes):
    source = ("def f(x):\n    return len(bytearray(2 << 30)) if x else 5\n")
    outcomes = call(boxes[way], source, (1,), (0,))
    assert (outcomes[0].state, outcomes[0].error) == ("exception",
                                                      "MemoryError")
    assert outcomes[1].value == 5


def test_memory_that_grows_without_end_is_refused(box):
    source = "def f(x):\n    while True: x.append(bytearray(1 << 20))\n"
    outcome, = call(box, source, ([],))
    assert outcome.error == "MemoryError" or outcome.state == "crash"


@both_ways
def test_large_file_cannot_be_written(way, boxes):
    source = ("def f(x):\n    with open('large', 'wb') as file:\n"
              "        for _ in range(20): file.write(bytes(1 << 20))\n")
    outcome, = call(boxes[way], source, (1,))
    assert (outcome.state, outcome.error) == ("exception", "OSError")


PACKAGE = os.path.dirname(os.path.dirname(starting.__file__))
ATTEMPTS = [
    "os.fork()", "subprocess.run(['true'])", "os.posix_spawn('/bin/true', "
    "['true'], {})", "os.execv('/bin/true', ['true'])",
    "multiprocessing.Process(target=print).start()", "socket.socket()",
    "socket.socketpair()", "os.kill(os.getppid(), 0)",
    "open('/etc/passwd').read()", "open('/tmp/grader-test', 'w')",
    "os.listdir('/proc')", "os.listdir('..')", "os.mkdir('../other')",
    f"os.listdir({PACKAGE + '/checks'!r})", f"open({PACKAGE + '/judge.py'!r})",
    f"open({PACKAGE + '/sandbox/child.py'!r})",
]


@both_ways
def test_attempts_to_get_out_are_exceptions(way, boxes):
    source = "import multiprocessing, os, socket, subprocess\nATTEMPTS = [\n"
    source += "".join(f"    lambda: {text},\n" for text in ATTEMPTS)
    source += "]\ndef f(x):\n    ATTEMPTS[x]()\n    return 'it worked'\n"
    outcomes = call(boxes[way], source, *[(n,) for n in range(len(ATTEMPTS))])
    found = dict(zip(ATTEMPTS, [outcome.error for outcome in outcomes]))
    assert found == dict.fromkeys(ATTEMPTS, "PermissionError")


# code that disturbs the channel

def frames(*indexes, value=42):
    return b"".join(wire.frame(wire.Reply(index, "value", encode(value)))
                    for index in indexes)


def disturb(box, data, *calls, **words):
    """Outcomes when the call with 7 writes these bytes to the channel."""
    source = (f"import os\ndef f(x):\n    if x == 7:\n"
              f"        os.write(3, {data!r})\n    return x\n")
    return call(box, source, *calls, **words)


@pytest.mark.parametrize("data", [
    b"\xff" * 8, b"\0\0\0\0", b"\0\0\0\1\xc1", b"\0\0\0\2\x91\0",
    b"\0\0\0\1\xc0" * 50, frames(5), frames(-1), b"HTTP/1.1 200 OK\r\n\r\n",
], ids=repr)
def test_nonsense_on_the_channel_ends_the_job(data, box):
    outcomes = disturb(box, data, (1,), (7,), (2,), groups=[0, 1, 2])
    assert outcomes[-1].state == "refused"
    assert outcomes[-1].error == "protocol"
    assert "disturbed the grader's channel" in outcomes[-1].text
    assert states(outcomes)[1] == "refused"


def test_forged_answer_is_only_another_answer(box):
    source = (f"import os\ndef f(x):\n    os.write(3, {frames(0)!r})\n"
              f"    os._exit(0)\n")
    outcome, = call(box, source, (1,))
    assert (outcome.state, outcome.value) == ("value", 42)


def test_forged_answer_does_not_stand_beside_the_true_one(box):
    outcomes = disturb(box, frames(0), (7,), (1,), (2,))
    assert outcomes[0].value == 42
    assert states(outcomes[1:]) == ["refused", "refused"]


def test_forged_answers_to_all_calls_hold_what_was_forged(box):
    outcomes = disturb(box, frames(0, 1, 2), (7,), (1,), (2,))
    assert values(outcomes) == [42, 42, 42]


def test_forged_malformed_value_is_refused(box):
    forged = wire.frame(wire.Reply(0, "value", b"\x81\xa1b\xce\xff\xff\xff"
                                   b"\xff"))
    outcome, = disturb(box, forged, (7,))
    assert (outcome.state, outcome.error) == ("refused", "protocol")


def test_half_a_frame_and_then_death_is_a_crash(box):
    source = ("import os\ndef f(x):\n    if x == 7:\n"
              "        os.write(3, b'\\0\\1\\0\\0half')\n        os._exit(0)\n"
              "    return x\n")
    outcomes = call(box, source, (1,), (7,), (2,))
    assert states(outcomes) == ["value", "crash", "value"]


def test_half_a_frame_before_the_true_one_ends_the_job(box):
    outcomes = disturb(box, b"\0\0\0\5", (7,), (1,))
    assert "refused" in states(outcomes)


def test_flood_on_the_channel_ends_the_job(box):
    source = ("import os\ndef f(x):\n    while True:\n"
              "        os.write(3, b'\\0' * 65536)\n")
    outcomes = call(box, source, (1,), (2,), limits=SHORT)
    assert states(outcomes) == ["refused", "refused"]


@pytest.mark.parametrize("closing", [
    "os.close(3)", "os.closerange(0, 100)", "os.dup2(1, 3)",
    "os.close(1); os.close(2); os.close(4)", "os.close(0)",
    "socket.socket(fileno=3).shutdown(2)",
])
def test_closed_descriptor_costs_only_its_call(closing, box):
    source = (f"import os, socket\ndef f(x):\n    if x == 7:\n"
              f"        {closing}\n    return x\n")
    outcomes = call(box, source, (1,), (7,), (2,), limits=SHORT)
    assert (outcomes[0].value, outcomes[2].value) == (1, 2)
    assert outcomes[1].state in ("crash", "value", "timeout", "exception")


def test_channel_cannot_be_read_for_more_than_the_job(box):
    source = ("import os\ndef f(x):\n    os.set_blocking(3, False)\n"
              "    try: return os.read(3, 100)\n"
              "    except BlockingIOError: return 'nothing there'\n")
    assert values(call(box, source, (1,))) == ["nothing there"]


def test_descriptors_are_few(box):
    source = ("import os\ndef f(x):\n    found = []\n"
              "    for number in range(64):\n        try: os.fstat(number)\n"
              "        except OSError: continue\n"
              "        found.append(number)\n    return found\n")
    assert values(call(box, source, (1,))) == [[0, 1, 2, 3, 4]]


@pytest.mark.parametrize("trick", [
    "grader.sandbox.observe.observe = grader.sandbox.child.observe = None",
    "grader.sandbox.encode.encode = lambda *words: b'\\xc0'",
    "grader.sandbox.wire.frame = None",
    "gc.collect(); del sys.modules['grader.sandbox.wire']",
    "sys.setrecursionlimit(50)",
    "builtins.type = builtins.len = builtins.list = None",
    "msgspec.msgpack.encode = lambda *words: b'\\xc1'",
])
def test_code_that_spoils_the_child_harms_only_itself(trick, box):
    source = (f"import builtins, gc, sys\n"
              f"grader = sys.modules['grader']\n"
              f"msgspec = sys.modules['msgspec']\n{trick}\n"
              f"def f(x): return x\n")
    spoilt = run_job(box, function_job(source, (1,), (2,)))
    assert len(spoilt.outcomes) == 2
    assert values(call(box, "def f(x): return x", (1,))) == [1]


# nothing is left

WHERE = "import os\ndef f(x): return os.getcwd()\n"


def test_child_of_a_child_does_not_outlive_it():
    source = ("import os, time\ndef f(x):\n    pid = os.fork()\n"
              "    if pid == 0:\n        time.sleep(600)\n    return pid\n")
    with open_sandbox(LIMITS, level="limits") as box:
        pid, = values(call(box, source, (1,)))
        assert wait_until(lambda: not runs(pid))


@both_ways
def test_nothing_is_left_after_closing(way):
    before = descendants()
    with open_sandbox(LIMITS, **WAYS[way]) as box:
        folder, = values(call(box, WHERE, (1,)))
    assert descendants() <= before
    assert not os.path.exists(os.path.dirname(folder))


def test_nothing_is_left_when_nobody_wants_the_other_answers():
    before = descendants()
    with open_sandbox(LIMITS) as box:
        index, run = next(iter(box.run([function_job(WHERE, (1,)),
                                        function_job(STUBBORN, (7,))])))
        assert index == 0
    assert descendants() <= before
    assert not os.path.exists(os.path.dirname(run.outcomes[0].value))


def test_nothing_is_left_when_an_error_of_ours_ends_it():
    before = descendants()
    with pytest.raises(ZeroDivisionError), open_sandbox(LIMITS) as box:
        for _ in box.run([function_job("def f(x): return x", (1,)),
                          function_job(STUBBORN, (7,))]):
            raise ZeroDivisionError
    assert descendants() <= before


def test_answers_of_an_abandoned_run_never_reach_the_next(box):
    slow = function_job("import time\ndef f(x): time.sleep(0.2); return 'old'",
                        (1,))
    first = box.run([function_job("def f(x): return 'old'", (1,)), slow])
    next(first)
    fresh = function_job("def f(x): return 'new'", (1,))
    found = dict(box.run([fresh, fresh, fresh]))
    assert [values(found[index].outcomes) for index in range(3)] == [
        ["new"], ["new"], ["new"]]
    first.close()


def test_late_end_of_an_abandoned_run_does_not_stop_the_next(box):
    old = box.run([function_job("def f(x): return 1", (1,)),
                   function_job(STUBBORN, (7,))])
    next(old)
    new = box.run([function_job("def f(x): return x", (n,))
                   for n in range(6)])
    found = dict([next(new)])
    old.close()
    found |= dict(new)
    assert [found[index].outcomes[0].value for index in range(6)] == [
        0, 1, 2, 3, 4, 5]


# the grader's own process dies

def zygote_of(box, before):
    """Pid of the process that forks the children of this sandbox."""
    found = processes()
    pid, = [pid for pid in descendants() - before
            if found.get(pid, (0, ""))[0] == os.getpid() and runs(pid)]
    return pid


def test_death_of_the_zygote_is_our_fault_and_said_plainly():
    before = descendants()
    with open_sandbox(LIMITS) as box:
        os.kill(zygote_of(box, before), signal.SIGKILL)
        with pytest.raises(GraderError, match="The sandbox process ended "
                                              "unexpectedly"):
            call(box, "def f(x): return x", (1,))
    assert descendants() <= before


def test_death_of_the_zygote_during_a_job_is_our_fault():
    before = descendants()
    with open_sandbox(LIMITS, width=2) as box:
        zygote = zygote_of(box, before)
        answers = box.run([function_job("def f(x): return x", (1,)),
                           function_job(STUBBORN, (7,))])
        next(answers)
        children = descendants() - before - {zygote}
        os.kill(zygote, signal.SIGKILL)
        with pytest.raises(GraderError):
            next(answers)
        assert wait_until(lambda: not any(map(runs, children)))
    assert descendants() <= before


def test_zygote_that_cannot_start_is_our_fault_with_its_last_words(
        tmp_path, monkeypatch):
    package = tmp_path / "grader" / "sandbox"
    package.mkdir(parents=True)
    (package / "zygote.py").write_text("raise SystemExit('no numpy here')")
    monkeypatch.setattr(starting, "__file__", str(package / "starting.py"))
    started = starting.start_zygote()
    started[0].wait()
    with (pytest.raises(GraderError, match="unexpectedly: no numpy here"),
          open_sandbox(LIMITS, started=started)):
        raise AssertionError("it must not open")


def test_zygote_that_is_never_used_is_ended():
    before = descendants()
    started = starting.start_zygote()
    starting.stop_zygote(started)
    starting.stop_zygote(started)       # twice is harmless
    assert descendants() <= before


def test_started_zygote_is_used():
    started = starting.start_zygote()
    with open_sandbox(LIMITS, started=started) as box:
        assert started[0].pid in descendants()
        assert values(call(box, "def f(x): return x", (1,))) == [1]
    assert started[0].poll() is not None


def test_environment_of_the_user_is_not_handed_on(monkeypatch):
    monkeypatch.setenv("SECRET_TOKEN", "secret")
    monkeypatch.setenv("PYTHONPATH", "/somewhere")
    monkeypatch.setenv("PYTHONSTARTUP", "/somewhere")
    monkeypatch.setenv("LD_LIBRARY_PATH", "/libraries")
    environment = starting.scrubbed_environment()
    assert "SECRET_TOKEN" not in environment
    assert set(environment) & {"PYTHONPATH", "PYTHONSTARTUP"} == set()
    assert environment["LD_LIBRARY_PATH"] == "/libraries"
    assert environment["PYTHONHASHSEED"] == "0"


def test_system_without_sockets_for_descriptors_cannot_fork(monkeypatch):
    assert starting.can_fork()
    monkeypatch.delattr(socket, "send_fds")
    assert not starting.can_fork()
