"""The folder of small files: whole, ours, closed, and never in the way."""

import os
import stat

import pytest

from grader import cache
from grader.cache import Store

KEY = "a" * 64
OTHER = "b" * 64


@pytest.fixture
def store(tmp_path):
    """An empty store in a folder of its own."""
    opened = Store(str(tmp_path / "results"))
    yield opened
    opened.close()


def place(store, key=KEY):
    return os.path.join(store.folder, key)


def test_what_was_written_comes_back(store):
    store.write(KEY, b"points")
    assert store.read(KEY) == b"points"


def test_key_that_was_never_written_gives_nothing(store):
    assert store.read(KEY) is None


def test_second_write_replaces_the_first(store):
    store.write(KEY, b"one")
    store.write(KEY, b"two")
    assert store.read(KEY) == b"two"
    assert os.listdir(store.folder) == [KEY]


def test_another_process_finds_what_was_written(store):
    store.write(KEY, b"points")
    again = Store(store.folder)
    assert again.read(KEY) == b"points"
    again.close()


def test_folder_and_files_are_closed_to_others(store):
    store.write(KEY, b"points")
    assert stat.S_IMODE(os.stat(store.folder).st_mode) == 0o700
    assert stat.S_IMODE(os.stat(place(store)).st_mode) == 0o600


@pytest.mark.parametrize("spoil", [
    lambda data: data[:-1], lambda data: data + b"x", lambda data: b"",
    lambda data: data[:20], lambda data: data[:-1] + b"!",
    lambda data: b"x" + data[1:], lambda data: b"\0" * len(data)])
def test_damaged_file_counts_as_not_there(store, spoil):
    store.write(KEY, b"points")
    with open(place(store), "rb") as file:
        data = file.read()
    with open(place(store), "wb") as file:
        file.write(spoil(data))
    assert store.read(KEY) is None


def test_file_under_the_name_of_another_counts_as_not_there(store):
    store.write(KEY, b"points")
    os.rename(place(store), place(store, OTHER))
    assert store.read(OTHER) is None


def test_file_that_others_may_write_counts_as_not_there(store):
    store.write(KEY, b"points")
    os.chmod(place(store), 0o666)
    assert store.read(KEY) is None


def test_file_of_somebody_else_counts_as_not_there(store, monkeypatch):
    store.write(KEY, b"points")
    monkeypatch.setattr(os, "geteuid", lambda: 4711)
    assert store.read(KEY) is None


def test_link_is_not_followed(store, tmp_path):
    store.write(KEY, b"points")
    os.rename(place(store), tmp_path / "elsewhere")
    os.symlink(tmp_path / "elsewhere", place(store))
    assert store.read(KEY) is None


def test_folder_in_the_place_of_a_file_is_no_trouble(store):
    os.mkdir(place(store))
    assert store.read(KEY) is None
    store.write(KEY, b"points")
    assert store.read(KEY) is None
    assert os.listdir(store.folder) == [KEY]


def test_pipe_in_the_place_of_a_file_is_not_waited_for(store):
    os.mkfifo(place(store), 0o600)
    assert store.read(KEY) is None


def test_endless_file_is_not_read(store):
    with open(place(store), "wb") as file:
        file.truncate(cache.MOST_OF_ONE + 1)
    assert store.read(KEY) is None


def test_folder_of_somebody_else_is_not_used(tmp_path, monkeypatch):
    folder = tmp_path / "results"
    folder.mkdir(mode=0o700)
    monkeypatch.setattr(os, "geteuid", lambda: 4711)
    store = Store(str(folder))
    assert not store.usable and store.why == "it belongs to somebody else"
    store.write(KEY, b"points")
    assert store.read(KEY) is None and os.listdir(folder) == []


def test_folder_that_others_may_write_is_not_used(tmp_path):
    folder = tmp_path / "results"
    folder.mkdir()
    folder.chmod(0o777)
    assert Store(str(folder)).why == "others may write there"


def test_link_in_the_place_of_the_folder_is_not_used(tmp_path):
    (tmp_path / "theirs").mkdir(mode=0o700)
    (tmp_path / "results").symlink_to(tmp_path / "theirs")
    assert not Store(str(tmp_path / "results")).usable


def test_folder_that_is_exchanged_later_is_not_written_to(store, tmp_path):
    os.rename(store.folder, tmp_path / "away")
    os.mkdir(store.folder)
    store.write(KEY, b"points")
    assert os.listdir(store.folder) == []
    assert store.read(KEY) == b"points"


@pytest.mark.parametrize("folder", ["results", "~/results", ""])
def test_without_a_home_there_is_no_cache(folder):
    assert Store(folder).why == "there is no home folder"


def test_file_in_the_place_of_the_folder_is_no_trouble(tmp_path):
    (tmp_path / "results").write_text("no folder")
    assert not Store(str(tmp_path / "results")).usable


def test_full_disk_is_no_trouble(store, monkeypatch):
    def full(*words, **named):
        raise OSError(28, "No space left on device")
    monkeypatch.setattr(os, "replace", full)
    store.write(KEY, b"points")
    assert store.read(KEY) is None and os.listdir(store.folder) == []


def test_too_large_a_record_is_not_kept(store):
    store.write(KEY, b"x" * cache.MOST_OF_ONE)
    assert os.listdir(store.folder) == []


def test_oldest_files_go_when_there_are_too_many(store, monkeypatch):
    monkeypatch.setattr(cache, "MOST_FILES", 8)
    for number in range(10):
        key = f"{number:064d}"
        store.write(key, b"points")
        os.utime(place(store, key), (1000 + number, 1000 + number))
    store.prune()
    left = sorted(int(name) for name in os.listdir(store.folder))
    assert left == [4, 5, 6, 7, 8, 9]


def test_oldest_files_go_when_they_take_too_much_room(store, monkeypatch):
    monkeypatch.setattr(cache, "MOST_BYTES", 1000)
    for number in range(5):
        key = f"{number:064d}"
        store.write(key, b"x" * 200)
        os.utime(place(store, key), (1000 + number, 1000 + number))
    store.prune()
    assert [int(name) for name in sorted(os.listdir(store.folder))] == [2, 3,
                                                                        4]


def test_nothing_is_removed_while_there_is_room(store):
    store.write(KEY, b"points")
    store.prune()
    assert store.read(KEY) == b"points"


def test_record_that_is_used_stays_young(store):
    store.write(KEY, b"points")
    os.utime(place(store), (1000, 1000))
    store.read(KEY)
    assert os.stat(place(store)).st_mtime > 10_000


def test_remains_of_a_killed_run_are_removed(store):
    for name, age in ((".old.1", 1000), (".new.2", None)):
        path = os.path.join(store.folder, name)
        with open(path, "wb"):
            pass
        if age:
            os.utime(path, (age, age))
    store.write(KEY, b"points")
    store.prune()
    assert sorted(os.listdir(store.folder)) == [".new.2", KEY]


def test_closed_store_gives_nothing(store):
    store.write(KEY, b"points")
    store.close()
    assert store.read(KEY) is None
    store.write(OTHER, b"points")
    store.close()
    assert os.listdir(store.folder) == [KEY]
