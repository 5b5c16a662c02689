"""The engine of `grader watch`: what is graded, when, and what is told."""

import os
import threading
from contextlib import contextmanager

import pytest
from graded import RIGHT, WRONG
from small_course import TASK, write_check

from grader import fingerprints, remembering
from grader.course import Course
from grader.incremental import Asked
from grader.model import GraderError
from grader.policy import Policy
from grader.remembering import Memory, Store
from grader.watch import engine as engine_module
from grader.watch.engine import Engine, Superseded

OTHER = "0x00-topic/1-double"
FIGURE = '''"""A line."""

KIND = "figure"
ENTRY = "line"
COMPARE = ["lines"]


def oracle(plt):
    plt.plot([1, 2], [3, 4])
'''
DRAWN = '''#!/usr/bin/env python3
"""A line."""
import matplotlib.pyplot as plt


def line():
    """Draw it."""
    plt.plot([1, 2], [3, 4])
'''
DRAWING = "0x00-topic/2-line"


class Watch:
    """An engine whose words are kept."""

    def __init__(self, room, memory=None, policy=None):
        self.room = room
        self.told = []
        asked = Asked(str(room.folder), policy=policy or Policy(),
                      root=str(room.checks))
        self.engine = Engine(asked, Course(
            root=str(room.checks), policy=asked.policy), memory, self.tell)

    def tell(self, told):
        self.told.append(told)
        if told.look_again:
            self.engine.requests.put("look")

    def do(self, *requests):
        """Obey these requests; gives what was told meanwhile."""
        self.told.clear()
        for request in requests:
            self.engine.requests.put(request)
        self.serve_until_idle()
        return self.told

    def serve_until_idle(self):
        """Serve as long as there is anything to do."""
        real = self.engine.requests

        class Then:
            """Asks to stop where the true queue would wait."""

            put = real.put

            @staticmethod
            def get(block):
                return real.get(block=False) if not (
                    block and real.empty()) else "stop"
        self.engine.requests = Then()
        try:
            self.engine.serve(self.room.sandbox)
        finally:
            self.engine.requests = real

    def statuses(self):
        """Task -> status, for all that was told last."""
        return {info.id: info.status for told in self.told
                for info in told.infos}

    def notes(self):
        return [told.note for told in self.told if told.note]


@pytest.fixture
def room(classroom):
    write_check(classroom.checks, task=OTHER)
    classroom.submit(RIGHT)
    classroom.submit(WRONG, OTHER + ".py")
    return classroom


def test_at_first_everything_is_graded(room):
    watch = Watch(room)
    watch.do()
    assert watch.statuses() == {TASK: "passed", OTHER: "failed"}
    assert all(not told.saved for told in watch.told)


def test_after_a_save_only_that_task_is_graded(room):
    watch = Watch(room)
    watch.do()
    room.submit(RIGHT, OTHER + ".py")
    told = watch.do("look")
    assert watch.statuses() == {OTHER: "passed"}
    assert [one.saved for one in told if one.saved] == [(OTHER,)]


def test_busy_is_told_before_the_verdict_and_taken_back_after(room):
    watch = Watch(room)
    watch.do()
    room.submit(WRONG)
    busy = [one.busy if one.busy is not None else [
        info.id for info in one.infos] for one in watch.do("look")
        if one.busy is not None or one.infos]
    assert busy[:2] == [(TASK,), [TASK]] and busy[-1] == ()


def test_look_without_a_change_grades_nothing(room):
    watch = Watch(room)
    watch.do()
    assert not any(told.infos for told in watch.do("look"))


def test_all_grades_everything_again(room):
    watch = Watch(room)
    watch.do()
    watch.do("all")
    assert set(watch.statuses()) == {TASK, OTHER}


def test_mode_bit_is_a_change(room):
    watch = Watch(room)
    watch.do()
    (room.folder / f"{TASK}.py").chmod(0o644)
    watch.do("look")
    assert watch.statuses() == {TASK: "failed"}


def test_neighbour_is_a_change_of_those_that_mention_it(room):
    text = RIGHT.replace('"""Doubling."""\n', '"""Doubling."""\nimport two\n')
    room.submit("TWO = 2\n", "0x00-topic/two.py")
    room.submit(text.replace("2 *", "two.TWO *"))
    watch = Watch(room)
    watch.do()
    room.submit("TWO = 3\n", "0x00-topic/two.py")
    watch.do("look")
    assert watch.statuses() == {TASK: "failed"}


def test_syntax_error_while_typing_is_a_verdict(room):
    watch = Watch(room)
    watch.do()
    room.submit("def double(:\n")
    told = watch.do("look")
    finding = next(info for one in told for info in one.infos).findings[0]
    assert "not valid Python" in finding.text


def test_file_that_is_empty_for_a_moment_is_looked_at_twice(room):
    watch = Watch(room)
    watch.do()
    path = room.submit("")
    watch.engine.requests.put("look")
    watch.told.clear()
    watch.engine.requests.put("stop")
    watch.engine.serve(room.sandbox)
    assert watch.statuses() == {}
    assert any(told.look_again for told in watch.told)
    path.write_text(WRONG)
    watch.do()
    assert watch.statuses() == {TASK: "failed"}


@pytest.mark.parametrize("vanish, status", [
    (lambda path: path.unlink(), "missing"),
    (lambda path: path.write_text(""), "failed"),
    (lambda path: path.rename(path.with_name("0-dubble.py")), "missing")])
def test_file_that_stays_away_is_believed_the_second_time(vanish, status,
                                                          room):
    watch = Watch(room)
    watch.do()
    vanish(room.folder / f"{TASK}.py")
    watch.do("look")
    assert watch.statuses() == {TASK: status}
    room.submit(RIGHT)
    watch.do("look")
    assert watch.statuses() == {TASK: "passed"}


def test_folder_that_vanishes_is_waited_for(room):
    watch = Watch(room)
    watch.do()
    away = room.folder.with_name("away")
    room.folder.rename(away)
    watch.do("look")
    assert "waiting until it is back" in watch.notes()[0]
    away.rename(room.folder)
    room.submit(WRONG)
    watch.do("look")
    assert watch.statuses() == {TASK: "failed"}


def test_many_files_at_once_are_all_graded(room):
    for number in range(3, 12):
        write_check(room.checks, task=f"0x00-topic/{number}-double")
    watch = Watch(room)
    watch.do()
    for number in range(3, 12):
        room.submit(RIGHT, f"0x00-topic/{number}-double.py")
    told = watch.do("look")
    assert list(watch.statuses().values()) == ["passed"] * 9
    assert max(len(one.busy or ()) for one in told) <= engine_module.AT_ONCE


def test_read_only_folder_is_watched_all_the_same(room):
    room.folder.chmod(0o555)
    try:
        watch = Watch(room)
        watch.do()
        assert watch.statuses()[TASK] == "passed"
    finally:
        room.folder.chmod(0o755)


def test_huge_file_is_told_and_not_read(room):
    watch = Watch(room)
    watch.do()
    room.submit("x" * (2 << 20))
    watch.do("look", "look")
    assert watch.statuses() == {TASK: "missing"}


@pytest.fixture
def figures(room):
    write_check(room.checks, FIGURE, DRAWING)
    room.submit(DRAWN, DRAWING + ".py")
    return room


def test_figure_is_graded_when_it_is_saved_and_not_before(figures):
    watch = Watch(figures)
    watch.do()
    assert DRAWING not in watch.statuses()
    figures.submit(DRAWN + "# saved\n", DRAWING + ".py")
    watch.do("look")
    assert watch.statuses() == {DRAWING: "passed"}


def test_all_grades_figures_too_and_last(figures):
    watch = Watch(figures)
    watch.do()
    watch.do("all")
    assert list(watch.statuses())[-1] == DRAWING


def test_policy_decides_what_is_seen(room):
    policy = Policy(reveal="nothing", points={"output": 70})
    watch = Watch(room, policy=policy)
    watch.do()
    info = next(info for told in watch.told for info in told.infos
                if info.id == OTHER)
    assert info.max_points == 73
    hidden = [check for check in info.checks if check.visibility == "hidden"]
    assert hidden and not any(check.call for check in hidden)


@pytest.fixture
def memory(room, tmp_path, monkeypatch):
    monkeypatch.setattr(remembering, "SETTLED_SECONDS", -1e6)

    def opened():
        return Memory(Store(str(tmp_path / "cache")), root=str(room.checks))
    return opened


def test_progress_survives_a_restart(room, memory):
    Watch(room, memory()).do()
    watch = Watch(room, memory())
    told = watch.do()
    assert watch.statuses() == {TASK: "passed", OTHER: "failed"}
    assert all(info.cached for one in told for info in one.infos)
    assert not any(one.busy for one in told)


def test_what_was_undone_is_known_at_once(room, memory):
    watch = Watch(room, memory())
    watch.do()
    room.submit(WRONG)
    watch.do("look")
    room.submit(RIGHT)
    told = watch.do("look")
    assert watch.statuses() == {TASK: "passed"}
    assert not any(one.busy for one in told)


def test_grader_that_changes_under_it_is_noticed(room, memory, monkeypatch):
    watch = Watch(room, memory())
    watch.do()
    monkeypatch.setattr(fingerprints, "stamp", lambda folder: ("other",))
    room.submit(WRONG)
    watch.do("look")
    assert watch.statuses() == {TASK: "failed"}
    assert "start it again" in watch.notes()[-1]


LOOP = RIGHT.replace("return", "while True:\n        pass\n    return")


def test_endless_run_gives_way_to_a_new_save(room, monkeypatch):
    watch = Watch(room)
    watch.do()
    room.submit(LOOP)
    stopped = []

    @contextmanager
    def impatient():
        """Another save comes while the loop runs."""
        real = engine_module.graded_tasks

        def first_superseded(*words):
            if not stopped:
                stopped.append(words)
                raise Superseded
            return real(*words)
        monkeypatch.setattr(engine_module, "graded_tasks", first_superseded)
        yield
    with impatient(), pytest.raises(Superseded):
        watch.do("look")
    room.submit(RIGHT, OTHER + ".py")
    watch.do("look")
    assert list(watch.statuses()) == [OTHER, TASK]
    assert watch.statuses()[TASK] in ("failed", "refused")


def test_busy_since_is_set_only_while_something_runs(room, monkeypatch):
    watch = Watch(room)
    seen = []
    real = engine_module.graded_tasks

    def looking(*words):
        seen.append(watch.engine.busy_since)
        yield from real(*words)
    monkeypatch.setattr(engine_module, "graded_tasks", looking)
    watch.do()
    assert all(seen) and watch.engine.busy_since == 0.0


def test_grader_error_leaves_the_task_for_the_next_sandbox(room,
                                                           monkeypatch):
    watch = Watch(room)

    def broken(*words):
        raise GraderError("the sandbox is on fire")
    with monkeypatch.context() as patch:
        patch.setattr(engine_module, "graded_tasks", broken)
        with pytest.raises(GraderError):
            watch.do()
    watch.do()
    assert watch.statuses() == {TASK: "passed", OTHER: "failed"}


def test_stop_comes_from_another_thread_while_it_waits(room):
    watch = Watch(room)
    watch.do()
    timer = threading.Timer(0.05, watch.engine.requests.put, ("stop",))
    timer.start()
    watch.engine.serve(room.sandbox)
    timer.join()
    assert watch.engine.requests.empty()


def test_places_of_tasks_are_told_for_the_listener(room):
    watch = Watch(room)
    places = {place for told in watch.do() for place in told.places}
    assert {os.path.dirname(place) for place in places} == {"0x00-topic"}
