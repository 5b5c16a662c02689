"""What is prepared for all children: the rehearsal and the clock."""

import gc
import os
import random
import signal
import sys
import time

import pytest
from confined_child import in_child
from sandbox_jobs import call, values

from grader.model import Limits
from grader.sandbox import open_sandbox, starting
from grader.sandbox.clock import HAS_TIMER, Clock
from grader.sandbox.equipment import Equipment
from grader.sandbox.rehearsal import NAME, SOURCE, rehearse
from grader.sandbox.trouble import TimeUp


def after_rehearsal(ask):
    """What ask(equipment) gives in a process that has rehearsed."""
    def work():
        equipment = Equipment()
        output = os.open(os.devnull, os.O_RDWR)
        os.dup2(output, 1)
        before = (sys.meta_path[:], set(sys.modules), sys.modules["__main__"])
        random.seed(5)
        rehearse(equipment, output)
        return ask(equipment, *before)
    return in_child(work)


def test_rehearsal_leaves_no_finder_and_no_module_behind():
    def ask(equipment, finders, modules, main):
        return [sys.meta_path == finders, NAME in sys.modules,
                sys.modules["__main__"] is main, modules <= set(sys.modules)]
    assert after_rehearsal(ask) == [True, False, True, True]


def test_rehearsal_leaves_chance_and_notes_alone():
    def ask(equipment, *before):
        return [random.random() == random.Random(5).random(),
                equipment.notes, gc.isenabled()]
    assert after_rehearsal(ask) == [True, [], True]


def test_rehearsal_leaves_no_timer_running():
    def ask(*words):
        return signal.getitimer(signal.ITIMER_REAL)
    assert after_rehearsal(ask) == ([0.0, 0.0] if HAS_TIMER else [])


def test_rehearsal_knows_all_modules_that_a_ban_must_forget():
    def ask(equipment, *before):
        names = [name for found in equipment.loaded.values()
                 for name in found]
        return sorted(names) == sorted(sys.modules)
    assert after_rehearsal(ask)


def test_rehearsed_source_does_all_that_it_promises():
    names = {}
    exec(compile(SOURCE, NAME, "exec"), names)
    assert names["play"]([[1, 2]], 3) == [[2, 4]]
    assert names["play"]([1], 3) == [1, 3]
    with pytest.raises(TypeError, match="rehearsed"):
        names["play"]([], "wrong")


# Loads modules before the zygote's own first line, as a *.pth file may do.
EARLY = ("import random, threading, runpy, sys; "
         "runpy.run_path(sys.argv.pop(1), run_name='__main__')")


@pytest.mark.parametrize("early", [False, True],
                         ids=["usual", "loaded before"])
def test_children_meet_the_same_chance(early, monkeypatch):
    source = "import random\ndef f(): return random.random()"
    limits = Limits(memory_bytes=128 << 20)
    if early:
        monkeypatch.setattr(starting, "ISOLATED",
                            (*starting.ISOLATED, "-c", EARLY))
    with open_sandbox(limits) as sandbox:
        got = [values(call(sandbox, source, (), limits=limits))
               for _ in range(2)]
    assert got == [[random.Random(2026).random()]] * 2


def test_child_finds_no_trace_of_the_rehearsal():
    source = """
import sys
def f():
    return sorted(name for name in sys.modules if "rehears" in name
                  and not name.startswith("grader."))
"""
    limits = Limits(memory_bytes=128 << 20)
    with open_sandbox(limits) as sandbox:
        assert values(call(sandbox, source, (), limits=limits)) == [[]]


# the clock

def ringing(work):
    """What work(clock) gives, or "time is up"."""
    def inside():
        try:
            return work(Clock())
        except TimeUp:
            return "time is up"
    return in_child(inside)


def wait(seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass


def test_call_that_takes_too_long_is_interrupted():
    def work(clock):
        clock.start(0.02)
        wait(10)
    assert ringing(work) == "time is up"


def test_clock_is_silent_between_two_calls():
    def work(clock):
        clock.start(0.02)
        clock.stop()
        wait(0.2)
        return "nobody listened"
    assert ringing(work) == "nobody listened"


def test_next_call_has_all_its_time():
    def work(clock):
        clock.start(0.02)
        clock.stop()
        wait(0.1)
        clock.start(5.0)
        wait(0.2)
        clock.stop()
        return "it was in time"
    assert ringing(work) == "it was in time"


def test_clock_rings_again_for_code_that_catches_everything():
    def work(clock):
        clock.start(0.02)
        for _ in range(2):
            try:
                wait(10)
            except BaseException:
                caught.append(1)
        return len(caught)
    caught = []
    assert ringing(work) == 2


def test_clock_that_was_put_away_does_not_ring():
    def work(clock):
        clock.start(0.02)
        clock.put_away()
        wait(0.2)
        return list(signal.getitimer(signal.ITIMER_REAL))
    assert ringing(work) == [0.0, 0.0]
