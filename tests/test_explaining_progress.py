"""What was seen is remembered; a bad file or folder does no harm."""

import json
import os
import threading

import pytest

from grader.bootstrap.place import user_cache
from grader.explaining import progress
from grader.explaining.progress import Progress


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "cache" / "mml-grader"


def put(folder, data):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / progress.NAME).write_bytes(data)


def test_count_is_there_at_the_next_start(folder):
    assert Progress(str(folder)).keep("task", "about", 2)
    assert Progress(str(folder)).count("task", "about") == 2


def test_other_finding_or_task_begins_at_0(folder):
    Progress(str(folder)).keep("task", "about", 2)
    kept = Progress(str(folder))
    assert kept.count("task", "another") == 0
    assert kept.count("other", "about") == 0


def test_file_is_plain_json_for_its_owner(folder):
    Progress(str(folder)).keep("task", "about", 2)
    assert json.loads((folder / progress.NAME).read_text()) == {
        "task": {"about": "about", "count": 2}}
    assert os.stat(folder).st_mode & 0o077 == 0


def test_folder_is_the_users_cache(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    Progress().keep("task", "about", 1)
    assert user_cache() == str(tmp_path / "mml-grader")
    assert (tmp_path / "mml-grader" / progress.NAME).exists()


@pytest.mark.parametrize("data", [
    b"", b"{", b"null", b"[]", b"7", b'"text"', b"\xff\xfe\x00",
    b'{"task": 7}', b'{"task": {}}', b'{"task": {"about": 1, "count": 2}}',
    b'{"task": {"about": "about", "count": "2"}}',
    b'{"task": {"about": "about", "count": 1e400}}',
    b"[" * 50_000, b'{"a":' * 20_000, b" " * (progress.MOST_BYTES + 1),
    b'{"task": {"about": "about", "count": ' + b"9" * 5000 + b"}}"])
def test_broken_file_is_forgotten_and_replaced(folder, data):
    put(folder, data)
    kept = Progress(str(folder))
    assert kept.count("task", "about") == 0
    assert kept.keep("task", "about", 1)
    assert Progress(str(folder)).count("task", "about") == 1


@pytest.mark.parametrize("count, seen", [(-5, 0), (10 ** 9, 100)])
def test_absurd_count_is_brought_into_range(folder, count, seen):
    put(folder, json.dumps({"task": {"about": "a",
                                     "count": count}}).encode())
    assert Progress(str(folder)).count("task", "a") == seen


def test_link_is_replaced_and_its_target_left_alone(folder, tmp_path):
    target = tmp_path / "precious"
    target.write_text("precious")
    folder.mkdir(parents=True)
    (folder / progress.NAME).symlink_to(target)
    assert Progress(str(folder)).keep("task", "about", 1)
    assert target.read_text() == "precious"
    assert Progress(str(folder)).count("task", "about") == 1


def test_pipe_does_not_stop_the_reader(folder):
    folder.mkdir(parents=True)
    os.mkfifo(folder / progress.NAME)
    assert Progress(str(folder)).count("task", "about") == 0


def test_folder_in_the_place_of_the_file_is_left_alone(folder):
    (folder / progress.NAME).mkdir(parents=True)
    assert not Progress(str(folder)).keep("task", "about", 1)


def test_place_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("x")
    kept = Progress(str(tmp_path / "file" / "below"))
    assert kept.count("task", "about") == 0
    assert not kept.keep("task", "about", 1)


def test_disk_that_is_full_leaves_the_old_file(folder, monkeypatch):
    Progress(str(folder)).keep("task", "about", 1)

    def full(path, data):
        raise OSError(28, "No space left on device")
    monkeypatch.setattr(progress, "write_whole", full)
    assert not Progress(str(folder)).keep("task", "about", 2)
    assert Progress(str(folder)).count("task", "about") == 1


def test_oldest_tasks_are_forgotten_first(folder, monkeypatch):
    monkeypatch.setattr(progress, "MOST_TASKS", 3)
    for name in "abcab":
        Progress(str(folder)).keep(name, "x", 1)
    Progress(str(folder)).keep("d", "x", 1)
    assert list(json.loads((folder / progress.NAME).read_text())) == [
        "a", "b", "d"]


def test_two_writers_leave_a_whole_file(folder):
    def write(name):
        for count in range(20):
            Progress(str(folder)).keep(name, "x", count)
    threads = [threading.Thread(target=write, args=(name,))
               for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert json.loads((folder / progress.NAME).read_text())
    assert [name for name in os.listdir(folder)
            if name != progress.NAME] == []


def test_page_says_when_nothing_can_be_written_down(tmp_path):
    from source_tree import ROOT

    from grader.explaining.command import NO_NOTE, ExplainOptions, explain
    (tmp_path / "file").write_text("x")
    (tmp_path / "work").mkdir()
    lines, _ = explain(ExplainOptions(
        "0x00-linear_algebra/8-ridin_bareback", str(tmp_path / "work"),
        str(ROOT), cache=str(tmp_path / "file" / "below")))
    assert lines[-1][0] == NO_NOTE
