"""Reading a hostile folder: what is read, and what is said otherwise."""

import errno
import hashlib
import os
import socket
import threading

import pytest

from grader import reading
from grader.reading import (Unreadable, list_folder, open_folder, printable,
                            read_file)


@pytest.fixture(params=["descriptors", "paths"])
def system(request, monkeypatch):
    """Both ways to open a folder: POSIX, and Windows without dir_fd."""
    if request.param == "paths":
        monkeypatch.setattr(reading, "has_descriptors", lambda: False)
    return request.param


def read(folder, name, cap=reading.CAP):
    with open_folder(str(folder)) as opened:
        return read_file(opened, name, cap)


def refusal(folder, name, cap=reading.CAP):
    with pytest.raises(Unreadable) as caught:
        read(folder, name, cap)
    return caught.value


@pytest.mark.parametrize("data", [b"", b"x = 1\n", b"\0\xff\r\n", b"a" * 200])
def test_regular_file_comes_with_its_bytes_and_digest(tmp_path, data, system):
    (tmp_path / "a.py").write_bytes(data)
    source = read(tmp_path, "a.py")
    assert source.data == data
    assert source.digest == hashlib.sha256(data).hexdigest()
    assert source.name == "a.py"


def test_path_of_a_folder_serves_without_opening_it_first(tmp_path):
    (tmp_path / "a.py").write_bytes(b"x\n")
    assert read_file(str(tmp_path), "a.py").data == b"x\n"


@pytest.mark.parametrize("mode,expected", [(0o644, False), (0o755, True),
                                           (0o744, True)])
def test_executable_bit_is_seen(tmp_path, mode, expected):
    (tmp_path / "a.py").write_text("x\n")
    (tmp_path / "a.py").chmod(mode)
    assert read(tmp_path, "a.py").executable is expected


def test_executable_bit_is_unknown_where_the_system_has_none(
        tmp_path, monkeypatch):
    (tmp_path / "a.py").write_text("x\n")
    with open_folder(str(tmp_path)) as folder:
        monkeypatch.setattr(reading.os, "name", "nt")
        source = read_file(folder, "a.py")
        monkeypatch.undo()
    assert source.executable is None


def test_link_to_a_file_is_refused(tmp_path, system):
    (tmp_path / "real.py").write_text("secret\n")
    (tmp_path / "a.py").symlink_to("real.py")
    trouble = refusal(tmp_path, "a.py")
    assert trouble.trouble == "link"
    assert str(trouble) == ("`a.py` is a link to another place; hand in the"
                            " file itself.")


def test_link_to_nothing_is_refused_as_a_link(tmp_path, system):
    (tmp_path / "a.py").symlink_to("nowhere")
    assert refusal(tmp_path, "a.py").trouble == "link"


def test_file_that_becomes_a_link_before_opening_is_refused(
        tmp_path, monkeypatch):
    (tmp_path / "real.py").write_text("secret\n")
    (tmp_path / "a.py").write_text("x\n")
    look = os.stat

    def look_then_swap(place, *args, **kwargs):
        found = look(place, *args, **kwargs)
        (tmp_path / "a.py").unlink()
        (tmp_path / "a.py").symlink_to("real.py")
        return found

    with open_folder(str(tmp_path)) as folder:
        monkeypatch.setattr(reading.os, "stat", look_then_swap)
        with pytest.raises(Unreadable) as caught:
            read_file(folder, "a.py")
        monkeypatch.undo()
    assert caught.value.trouble == "link"


def test_swapped_file_is_refused_where_links_cannot_be_refused_on_opening(
        tmp_path, monkeypatch):
    (tmp_path / "real.py").write_text("secret\n")
    (tmp_path / "a.py").write_text("x\n")
    look = os.stat

    def look_then_swap(place, *args, **kwargs):
        found = look(place, *args, **kwargs)
        os.replace(tmp_path / "real.py", tmp_path / "a.py")
        return found

    monkeypatch.delattr(reading.os, "O_NOFOLLOW")
    monkeypatch.setattr(reading.os, "stat", look_then_swap)
    with pytest.raises(Unreadable) as caught:
        read_file(str(tmp_path), "a.py")
    monkeypatch.undo()
    assert caught.value.trouble == "link"


def test_folder_with_the_name_of_a_task_is_refused(tmp_path, system):
    (tmp_path / "a.py").mkdir()
    trouble = refusal(tmp_path, "a.py")
    assert trouble.trouble == "folder"
    assert str(trouble) == "`a.py` is a folder; a task must be a file."


def test_pipe_is_refused_without_waiting_for_a_writer(tmp_path, system):
    os.mkfifo(tmp_path / "a.py")
    done = []
    thread = threading.Thread(
        target=lambda: done.append(refusal(tmp_path, "a.py").trouble),
        daemon=True)
    thread.start()
    thread.join(10)
    assert done == ["special"]


def test_socket_is_refused(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)        # a socket's path must be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("a.py")
        trouble = refusal(tmp_path, "a.py")
    assert trouble.trouble == "special"
    assert "a pipe or a device" in str(trouble)


def test_device_is_refused():
    assert refusal("/dev", "zero").trouble == "special"


@pytest.mark.parametrize("size,trouble", [(10, None), (11, "large")])
def test_cap_is_the_largest_size_that_is_read(tmp_path, size, trouble):
    (tmp_path / "a.py").write_bytes(b"x" * size)
    if trouble is None:
        assert len(read(tmp_path, "a.py", 10).data) == size
    else:
        assert refusal(tmp_path, "a.py", 10).trouble == trouble


def test_sparse_giant_is_refused_by_its_size(tmp_path, system):
    with open(tmp_path / "a.py", "wb") as stream:
        stream.truncate(1 << 40)
    trouble = refusal(tmp_path, "a.py")
    assert str(trouble) == ("`a.py` is larger than 1 MB; a task needs a few"
                            " hundred lines at most.")


def test_file_that_grows_while_it_is_read_is_cut_off(tmp_path, monkeypatch):
    (tmp_path / "a.py").write_bytes(b"x")
    asked = []

    def endless(descriptor, count):
        asked.append(count)
        return b"x" * min(count, 1000)

    with open_folder(str(tmp_path)) as folder:
        monkeypatch.setattr(reading.os, "read", endless)
        with pytest.raises(Unreadable) as caught:
            read_file(folder, "a.py", 5000)
        monkeypatch.undo()
    assert caught.value.trouble == "large"
    assert len(asked) == 6             # 5 times 1000, and one byte more


def test_bytes_arriving_in_pieces_are_joined(tmp_path, monkeypatch):
    (tmp_path / "a.py").write_bytes(b"abcdef")
    real = os.read
    monkeypatch.setattr(reading.os, "read",
                        lambda descriptor, count: real(descriptor, 2))
    source = read(tmp_path, "a.py")
    monkeypatch.undo()
    assert source.data == b"abcdef"


def test_file_that_vanished_has_a_sentence(tmp_path, system):
    trouble = refusal(tmp_path, "a.py")
    assert trouble.trouble == "missing"
    assert str(trouble) == "`a.py` is not there any more; start again."


@pytest.mark.parametrize("error,trouble,words", [
    (PermissionError(errno.EACCES, "no"), "denied", "may not be read"),
    (OSError(errno.EIO, "Input/output error"), "failed",
     "could not be read: Input/output error."),
    (OSError(errno.ELOOP, "loop"), "link", "is a link"),
    (FileNotFoundError(errno.ENOENT, "gone"), "missing", "not there any"),
])
def test_failure_on_opening_has_a_sentence(tmp_path, monkeypatch, error,
                                           trouble, words):
    (tmp_path / "a.py").write_text("x\n")

    def fail(*args, **kwargs):
        raise error

    with open_folder(str(tmp_path)) as folder:
        monkeypatch.setattr(reading.os, "open", fail)
        with pytest.raises(Unreadable) as caught:
            read_file(folder, "a.py")
        monkeypatch.undo()
    assert caught.value.trouble == trouble
    assert words in str(caught.value)


@pytest.mark.parametrize("name", ["", ".", "..", "../a.py", "b/a.py",
                                  "/etc/passwd", "a\0.py"])
def test_name_that_leaves_the_folder_is_refused(tmp_path, name):
    (tmp_path / "a.py").write_text("x\n")
    assert refusal(tmp_path, name).trouble == "failed"


def test_sentence_shows_a_newline_and_escapes_in_a_name(tmp_path):
    (tmp_path / "a\n\x1b[2J.py").mkdir()
    assert str(refusal(tmp_path, "a\n\x1b[2J.py")).startswith(
        "`a\\n\\x1b[2J.py` is a folder")


def test_name_of_undecodable_bytes_is_read_and_shown_escaped(tmp_path):
    with open(os.fsencode(tmp_path) + b"/a\xff.py", "wb") as stream:
        stream.write(b"x\n")
    source = read(tmp_path, os.fsdecode(b"a\xff.py"))
    assert source.data == b"x\n"
    assert source.name == "a\\udcff.py"


@pytest.mark.parametrize("text,shown", [
    ("8-task.py", "8-task.py"),
    ("näive λ 猫", "näive λ 猫"),
    ("a\tb\r\n", "a\\tb\\r\\n"),
    ("\u202eevil", "\\u202eevil"),
    ("\x9b31m", "\\x9b31m"),
    ("\udcff", "\\udcff"),
])
def test_text_is_shown_on_one_line_without_tricks(text, shown):
    assert printable(text) == shown


@pytest.mark.parametrize("text", ["a" * 10**6, "\udcff" * 10**6])
def test_long_text_is_cut(text):
    shown = printable(text, 20)
    assert len(shown) <= 40
    assert shown.endswith("...")


def test_folder_below_is_opened_step_by_step(tmp_path, system):
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "c.py").write_text("x\n")
    with open_folder(str(tmp_path), ("a", "b")) as folder:
        assert read_file(folder, "c.py").data == b"x\n"


def test_folder_that_is_a_link_is_not_entered(tmp_path, system):
    (tmp_path / "real").mkdir()
    (tmp_path / "root").mkdir()
    (tmp_path / "root" / "a").symlink_to(tmp_path / "real")
    with pytest.raises(OSError), open_folder(str(tmp_path / "root"), ("a",)):
        pass


def test_root_itself_may_be_a_link(tmp_path, system):
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.py").write_text("x\n")
    (tmp_path / "root").symlink_to(tmp_path / "real")
    assert read(tmp_path / "root", "a.py").data == b"x\n"


def test_no_descriptor_stays_open(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a.py").write_text("x\n")
    (tmp_path / "link.py").symlink_to("a.py")
    before = len(os.listdir("/dev/fd"))
    for _ in range(5):
        read(tmp_path, "a.py")
        refusal(tmp_path, "link.py")
        refusal(tmp_path, "a.py", 1)
        with pytest.raises(OSError), open_folder(str(tmp_path), ("a", "z")):
            pass
    assert len(os.listdir("/dev/fd")) == before


def test_listing_tells_kinds_without_following_links(tmp_path, system):
    (tmp_path / "b.py").write_text("x\n")
    (tmp_path / "folder").mkdir()
    (tmp_path / "alias").symlink_to("folder")
    os.mkfifo(tmp_path / "pipe")
    with open_folder(str(tmp_path)) as folder:
        listing = list_folder(folder, 100)
    assert listing.kinds == {"alias": "link", "b.py": "file",
                             "folder": "folder", "pipe": "special"}
    assert list(listing.kinds) == sorted(listing.kinds)
    assert not listing.is_cut


@pytest.mark.parametrize("cap,is_cut", [(3, True), (4, False)])
def test_listing_stops_at_its_cap(tmp_path, cap, is_cut):
    for number in range(4):
        (tmp_path / f"{number}.py").write_text("")
    with open_folder(str(tmp_path)) as folder:
        listing = list_folder(folder, cap)
    assert listing.is_cut is is_cut
    assert len(listing.kinds) == cap


def test_entry_whose_kind_cannot_be_told_is_special(tmp_path, monkeypatch):
    class Entry:
        name = "odd"

        def is_symlink(self):
            raise OSError("stale")

    class Entries(list):
        def __enter__(self):
            return self

        def __exit__(self, *args):
            pass

    monkeypatch.setattr(reading.os, "scandir",
                        lambda folder: Entries([Entry()]))
    assert list_folder(str(tmp_path), 10).kinds == {"odd": "special"}
