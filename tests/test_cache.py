"""Earlier results: found when nothing changed, and never otherwise."""

import json
import os
import sys
from contextlib import contextmanager

import msgspec
import pytest
from graded import RIGHT, WRONG
from small_course import CHECK, TASK, write_check

from grader import cli, commands, fingerprints, remembering
from grader.incremental import Asked, grade_changes, recall
from grader.model import GraderError, Isolation, Limits
from grader.policy import Policy
from grader.remembering import Entry, Memory, open_memory
from grader.report.assemble import assemble
from grader.report.text import text_lines
from grader.sandbox import opening, starting

OTHER = "0x00-topic/1-double"
TIME = WRONG.replace('"""Doubling."""', '"""Doubling."""\nimport time')
SLOW = RIGHT.replace("return", "while numbers:\n        pass\n    return")
NEIGHBOUR = RIGHT.replace("[2 * number for", "[table.TWO * number for") \
    .replace('"""Doubling."""\n', '"""Doubling."""\nimport table\n')


class School:
    """A course of two tasks, a submission, and a cache of its own."""

    def __init__(self, classroom, cache):
        self.room = classroom
        self.cache = cache
        write_check(classroom.checks, task=OTHER)
        self.runs = 0

    def memory(self, policy=b"", no_fork=False):
        store = remembering.Store(str(self.cache))
        return Memory(store, policy, no_fork, str(self.room.checks))

    def grade(self, memory=None, **words):
        """Grade what is not remembered."""
        memory = memory or self.memory()
        try:
            return grade_changes(Asked(
                str(self.room.folder), root=str(self.room.checks), **words),
                memory)
        finally:
            memory.close()

    def cached(self, *names, **words):
        """Ids of the tasks that came from the cache."""
        return [task.info.id for task in self.grade(*names, **words).tasks
                if task.info.cached]


@pytest.fixture
def school(classroom, tmp_path, monkeypatch, sandbox):
    """Both tasks handed in, the first right and the second wrong."""
    made = School(classroom, tmp_path / "cache")

    @contextmanager
    def the_sandbox(*words, **named):
        made.runs += 1
        yield sandbox
    monkeypatch.setattr(opening, "open_sandbox", the_sandbox)
    monkeypatch.setattr(remembering, "SETTLED_SECONDS", -1e6)
    classroom.submit(RIGHT)
    classroom.submit(WRONG, OTHER + ".py")
    return made


def test_second_run_needs_no_sandbox(school):
    assert school.cached() == []
    assert school.cached() == [TASK, OTHER]
    assert school.runs == 1


def test_cached_report_is_the_report_of_the_run(school):
    def report(graded):
        made = msgspec.to_builtins(assemble(graded.head, graded.tasks))
        for task in made["tasks"]:
            del task["cached"]
        return {key: value for key, value in made.items()
                if key not in ("started", "seconds")}
    assert report(school.grade()) == report(school.grade())


def test_only_the_changed_task_runs_again(school):
    school.grade()
    school.room.submit(RIGHT, OTHER + ".py")
    graded = school.grade()
    assert [task.info.cached for task in graded.tasks] == [True, False]
    assert [task.info.status for task in graded.tasks] == ["passed", "passed"]
    assert school.cached() == [TASK, OTHER]


def test_file_that_was_changed_back_is_known_again(school):
    school.grade()
    school.room.submit(RIGHT + "\n", OTHER + ".py")
    school.grade()
    school.room.submit(WRONG, OTHER + ".py")
    assert school.cached() == [TASK, OTHER]


def test_points_stay_exact_over_several_runs(school):
    first = school.grade().tasks[1]
    again = school.grade().tasks[1]
    assert again.points == first.points
    assert again.points.denominator > 1


def spoil_file(school, monkeypatch):
    school.room.submit(RIGHT + "# more\n")


def spoil_mode(school, monkeypatch):
    (school.room.folder / f"{TASK}.py").chmod(0o644)


def spoil_place(school, monkeypatch):
    topic = school.room.folder / "0x00-topic"
    topic.rename(school.room.folder / "topic")


def spoil_check_file(school, monkeypatch):
    write_check(school.room.checks, CHECK + "\n# more\n")


def spoil_data_beside(school, monkeypatch):
    (school.room.checks / "0x00-topic" / "data.npz").write_bytes(b"data")


def spoil_data_at_the_root(school, monkeypatch):
    (school.room.checks / "edition.json.bak").write_bytes(b"{}")


def spoil_sources(school, monkeypatch):
    monkeypatch.setattr(fingerprints, "sources", lambda: "other sources")


def spoil_python(school, monkeypatch):
    monkeypatch.setattr(sys, "version", "3.99.0 (main)")


def spoil_implementation(school, monkeypatch):
    monkeypatch.setattr(sys, "implementation", type(
        "Other", (), {"cache_tag": "pypy-311"}))


def spoil_platform(school, monkeypatch):
    monkeypatch.setattr(os, "uname", lambda: ("Linux", "host", "9.9"))


def spoil_libraries(school, monkeypatch):
    folder = school.cache.parent / "libraries"
    (folder / "numpy-9.9.9.dist-info").mkdir(parents=True)
    monkeypatch.setattr(sys, "path", [*sys.path, str(folder)])


def spoil_search_path(school, monkeypatch):
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/other")


def spoil_user(school, monkeypatch):
    monkeypatch.setattr(fingerprints, "walls", lambda: ("0", "CapEff: 0"))


def spoil_limits(school, monkeypatch):
    monkeypatch.setattr(remembering, "Limits",
                        lambda: Limits(call_seconds=9))


SPOILERS = [spoil_file, spoil_mode, spoil_place, spoil_check_file,
            spoil_data_beside, spoil_data_at_the_root, spoil_sources,
            spoil_python, spoil_implementation, spoil_platform,
            spoil_libraries, spoil_search_path, spoil_user, spoil_limits]


@pytest.mark.parametrize("spoil", SPOILERS, ids=lambda spoil: spoil.__name__)
def test_task_is_graded_anew_when_this_changes(spoil, school, monkeypatch):
    school.grade()
    assert TASK in school.cached()
    spoil(school, monkeypatch)
    assert TASK not in school.cached()
    assert TASK in school.cached()      # and the new state is remembered


@pytest.mark.parametrize("words", [
    {"policy": Policy(seed=5)}, {"only_visible": True}])
def test_task_is_graded_anew_when_other_questions_are_asked(words, school):
    school.grade()
    assert school.cached(**words) == []
    assert school.cached(**words) == [TASK, OTHER]
    assert school.cached() == [TASK, OTHER]


def test_task_is_graded_anew_under_another_policy(school):
    school.grade()
    assert school.cached(school.memory(b"policy")) == []


def test_task_is_graded_anew_without_fork(school):
    school.grade()
    assert school.cached(school.memory(no_fork=True)) == []


def test_other_walls_than_in_the_first_run_make_it_count_for_nothing(
        school, monkeypatch, sandbox):
    school.grade()
    school.room.submit(RIGHT, OTHER + ".py")
    weaker = Isolation("limits")

    class Weak:
        isolation = weaker
        run = sandbox.run

        def demand(self, level):
            assert level == "process"

    @contextmanager
    def weak(*words, **named):
        yield Weak()
    monkeypatch.setattr(opening, "open_sandbox", weak)
    graded = school.grade()
    assert [task.info.cached for task in graded.tasks] == [False, False]
    assert graded.head.isolation == weaker
    assert school.cached() == [TASK, OTHER]


def test_records_from_behind_different_walls_are_not_mixed(school):
    school.grade()
    memory = school.memory()
    asked = Asked(str(school.room.folder), root=str(school.room.checks))
    known = recall(asked, memory)
    task = known.looked_at[0]
    memory.keep(task, known.found[task.id], Isolation("process"), False)
    assert recall(asked, memory).found == {}
    memory.close()


def test_neighbour_that_a_file_mentions_counts(school):
    school.room.submit("TWO = 2\n", "0x00-topic/table.py")
    school.room.submit(NEIGHBOUR)
    assert school.grade().tasks[0].info.points == 10
    assert school.cached() == [TASK, OTHER]
    school.room.submit("TWO = 3\n", "0x00-topic/table.py")
    graded = school.grade()
    assert [task.info.cached for task in graded.tasks] == [False, True]
    assert graded.tasks[0].info.points < 10


def test_neighbour_whose_name_is_put_together_counts(school):
    school.room.submit("TWO = 2\n", "0x00-topic/table.py")
    school.room.submit(NEIGHBOUR.replace(
        "import table\n", "\ntable = __import__('ta' + 'ble')\n"))
    school.grade()
    school.room.submit("TWO = 3\n", "0x00-topic/table.py")
    assert school.cached() == [OTHER]


def test_neighbour_that_nobody_mentions_changes_nothing(school):
    school.grade()
    school.room.submit("TWO = 2\n", "0x00-topic/table.py")
    assert school.cached() == [TASK, OTHER]


def test_missing_task_is_remembered_but_not_called_cached(school):
    (school.room.folder / f"{OTHER}.py").unlink()
    school.grade()
    graded = school.grade()
    assert school.runs == 1
    assert [(task.info.status, task.info.cached)
            for task in graded.tasks] == [("passed", True),
                                          ("missing", False)]
    school.room.submit(RIGHT, OTHER + ".py")
    assert school.grade().tasks[1].info.status == "passed"


@pytest.mark.parametrize("text", [
    SLOW, TIME, RIGHT.replace("return", "1 / 0 if id(numbers) % 3 else 0\n"
                              "    return"),
    RIGHT.replace("return", "raise MemoryError\n    return"),
    RIGHT.replace("return", "import os\n    os._exit(3)\n    return")],
    ids=["time-out", "clock", "address", "memory", "crash"])
def test_what_may_end_otherwise_next_time_is_never_kept(text, school):
    school.room.submit(text)
    school.grade()
    assert school.cached() == [OTHER]


def test_grader_error_is_never_kept(school, monkeypatch):
    from grader import grading

    def broken(*words):
        raise GraderError("the judge has a cold")
    with monkeypatch.context() as patch:
        patch.setattr(grading, "judge", broken)
        statuses = [task.info.status for task in school.grade().tasks]
    assert statuses == ["grader_error"] * 2
    assert school.cached() == []
    assert [task.info.status for task in school.grade().tasks] == [
        "passed", "failed"]


def test_broken_check_file_is_told_in_each_run(school):
    school.grade()
    write_check(school.room.checks, "KIND = 5\n", OTHER)
    for _ in range(2):
        errors = school.grade().head.errors
        assert len(errors) == 1 and OTHER in errors[0]


def entries(school):
    found = {}
    for path in school.cache.iterdir():
        body = school.memory()._store.read(path.name)
        try:
            found[path.name] = msgspec.msgpack.decode(body, type=Entry)
        except msgspec.ValidationError:
            continue            # the list of tasks
    return found


@pytest.mark.parametrize("points", [(11, 1), (-1, 1), (1, 0), (10, -1)])
def test_record_with_impossible_points_is_ignored(points, school):
    school.grade()
    store = remembering.Store(str(school.cache))
    for key, entry in entries(school).items():
        store.write(key, msgspec.msgpack.encode(
            msgspec.structs.replace(entry, points=points)))
    assert school.cached() == []


@pytest.mark.parametrize("change", [
    {"id": "0x00-topic/9-double"}, {"digest": "0" * 64},
    {"status": "grader_error"}])
def test_record_of_something_else_is_ignored(change, school):
    school.grade()
    store = remembering.Store(str(school.cache))
    for key, entry in entries(school).items():
        store.write(key, msgspec.msgpack.encode(msgspec.structs.replace(
            entry, task=msgspec.structs.replace(entry.task, **change))))
    assert school.cached() == []


@pytest.mark.parametrize("body", [b"", b"\xc1", b"\x81\xa1a\x01",
                                  b"\x93" * 2000, b"null"])
def test_nonsense_in_the_cache_is_ignored(body, school):
    school.grade()
    store = remembering.Store(str(school.cache))
    for path in list(school.cache.iterdir()):
        store.write(path.name, body)
    assert school.cached() == []


def test_sources_that_are_being_changed_keep_nothing(school, monkeypatch):
    monkeypatch.setattr(remembering, "SETTLED_SECONDS", 1e9)
    school.grade()
    assert school.cached() == []


def test_sources_that_change_while_it_runs_keep_nothing(school, monkeypatch):
    memory = school.memory()
    monkeypatch.setattr(fingerprints, "stamp", lambda folder: ("later",))
    school.grade(memory)
    monkeypatch.undo()
    assert entries(school) == {}


def test_student_code_cannot_write_into_the_cache(school):
    school.grade()
    before = sorted(os.listdir(school.cache))
    school.room.submit(RIGHT.replace("return", f"""try:
        open({str(school.cache / 'forged')!r}, "w").write("points")
    except OSError:
        pass
    return"""))
    school.grade()
    assert "forged" not in os.listdir(school.cache)
    assert set(before) <= set(os.listdir(school.cache))


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A user with a home folder and a terminal, and no server."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.delenv("GRADER_NO_CACHE", raising=False)
    return tmp_path / "home" / "mml-grader"


@pytest.mark.parametrize("name, value, works", [
    ("CI", "true", False), ("CI", "1", False), ("CI", "false", True),
    ("CI", "", True), ("GRADER_NO_CACHE", "1", False),
    ("GRADER_NO_CACHE", "0", True)])
def test_servers_and_users_can_switch_it_off(name, value, works, home,
                                             monkeypatch):
    monkeypatch.setenv(name, value)
    assert (open_memory(b"") is not None) is works


@pytest.mark.parametrize("walls", [(), ("0", "Seccomp: 0")])
def test_where_walls_are_missing_only_own_work_is_remembered(
        walls, home, monkeypatch):
    monkeypatch.setattr(fingerprints, "walls", lambda: walls)
    assert open_memory(b"", is_own=False) is None
    assert open_memory(b"", is_own=True) is not None


def test_folder_that_is_not_ours_means_no_memory(home):
    home.mkdir(parents=True)
    (home / "results").mkdir()
    (home / "results").chmod(0o777)
    assert open_memory(b"") is None


@pytest.mark.parametrize("inside, own", [
    ("", True), ("0x00-linear_algebra", True), ("cohort/ada", False),
    ("../ada", False), ("0x00-linear_algebra/2-size_me_please.py", True)])
def test_own_work_lies_in_the_folder_of_the_course(inside, own, tmp_path):
    root = tmp_path / "course"
    options = commands.GradeOptions(str(root / inside), root=str(root))
    assert commands.is_own(options) is own


@pytest.fixture
def submission(tmp_path, home):
    """One real task, half right."""
    folder = tmp_path / "ada" / "0x00-linear_algebra"
    folder.mkdir(parents=True)
    (folder / "2-size_me_please.py").write_text(
        "def matrix_shape(matrix):\n    return [len(matrix)]\n")
    return tmp_path / "ada"


def grade_words(capsys, *words):
    cli.main(["grade", *map(str, words), "--format", "json"])
    return json.loads(capsys.readouterr().out)


@pytest.fixture
def settled(monkeypatch):
    """Sources that are old, even when somebody is writing them."""
    monkeypatch.setattr(remembering, "SETTLED_SECONDS", -1e6)


def test_command_line_shows_what_came_from_the_cache(submission, capsys,
                                                     settled):
    first = grade_words(capsys, submission, "--task", "2")
    second = grade_words(capsys, submission, "--task", "2")
    assert not any(task["cached"] for task in first["tasks"])
    assert [task["cached"] for task in second["tasks"]
            if task["status"] != "missing"] == [True]
    assert first["points"] == second["points"]
    assert first["isolation"] == second["isolation"]


@pytest.mark.parametrize("words", [
    ("--no-cache",), ("--require-isolation", "limits")])
def test_words_that_ask_for_runs_get_runs(words, submission, capsys,
                                          settled):
    grade_words(capsys, submission, "--task", "2")
    again = grade_words(capsys, submission, "--task", "2", *words)
    assert not any(task["cached"] for task in again["tasks"])


def test_unchanged_tree_starts_no_process(submission, capsys, settled,
                                          monkeypatch):
    grade_words(capsys, submission)

    def started(*words, **named):
        raise AssertionError("a zygote was started")
    monkeypatch.setattr(starting, "start_zygote", started)
    report = grade_words(capsys, submission)
    assert any(task["cached"] for task in report["tasks"])


def test_text_says_how_many_tasks_did_not_change(school):
    def said():
        graded = school.grade()
        return "\n".join(text for text, _ in text_lines(
            assemble(graded.head, graded.tasks)))
    assert "cache" not in said()
    assert "2 tasks unchanged since the last run" in said()
    school.room.submit(RIGHT, OTHER + ".py")
    assert "1 task unchanged since the last run" in said()


def test_seed_of_a_task_reproduces_its_questions(school):
    own = school.grade().tasks[1].info
    asked = school.grade(policy=Policy(seed=own.seed)).tasks
    assert [check.call for check in asked[1].info.checks] == [
        check.call for check in own.checks]
    assert asked[0].info.seed == own.seed


def test_seed_of_a_report_reproduces_the_report(school):
    first = school.grade()
    again = school.grade(policy=Policy(seed=first.head.seed))
    assert [task.info.seed for task in again.tasks] == [
        task.info.seed for task in first.tasks]
    assert again.head.seed == first.head.seed == 0
