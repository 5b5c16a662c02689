"""Landlock: what a child can still touch, and which folders it may read."""

import errno
import importlib
import importlib.machinery
import importlib.util
import os
import py_compile
import re
import socket
import stat
import sys
import tempfile
from pathlib import Path

import pytest
from confined_child import (
    CHECKOUT,
    VERSION,
    errno_of,
    folder_for_everybody,
    in_child,
)

from grader.sandbox import kernel, landlock, privileges, readable

HEADER = Path("/usr/include/linux/landlock.h")
# From the kernel's own header, where none is installed.
KNOWN_RIGHTS = {"EXECUTE": 0, "WRITE_FILE": 1, "READ_FILE": 2, "READ_DIR": 3,
                "REMOVE_DIR": 4, "REMOVE_FILE": 5, "MAKE_DIR": 7,
                "MAKE_REG": 8, "REFER": 13, "TRUNCATE": 14}
REFUSED = errno.EACCES
# Where the kernel has no Landlock the walls are not there, and the tests say
# so: a child may do what it is refused elsewhere.
WALL = REFUSED if VERSION else 0


def ruled(work, scratch, readable_folders=(), version=VERSION):
    """What work() gives in a child that only has the rules on files."""
    def inside():
        os.chdir(scratch)
        if version:
            rules = landlock.Ruleset(version)
            rules.allow_reading(landlock.open_read_paths(readable_folders))
            rules.allow_scratch(scratch)
            privileges.forbid_new_privileges()
            rules.enforce()
        return work()
    return in_child(inside)


@pytest.fixture
def scratch(tmp_path):
    folder = tmp_path / "scratch"
    folder.mkdir()
    return folder


@pytest.fixture
def outside(tmp_path):
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "file").write_text("untouched")
    return folder


def opens(path, flags=os.O_RDONLY):
    """An action that opens and closes."""
    return lambda: os.close(os.open(path, flags))


# --- versions and rights ------------------------------------------------

def test_rights_agree_with_the_header_of_the_kernel():
    text = HEADER.read_text(encoding="utf-8") if HEADER.exists() else ""
    found = re.findall(r"LANDLOCK_ACCESS_FS_(\w+)\s+\(1ULL << (\d+)\)", text)
    theirs = {**KNOWN_RIGHTS, **{name: int(bit) for name, bit in found}}
    ours = {name: getattr(landlock, name) for name in theirs
            if hasattr(landlock, name)}
    assert ours == {name: 1 << theirs[name] for name in ours}
    assert len(ours) == 8


@pytest.mark.parametrize(("version", "files", "network", "scopes"), [
    (1, 13, 0, 0), (2, 14, 0, 0), (3, 15, 0, 0), (4, 15, 3, 0),
    (5, 16, 3, 0), (6, 16, 3, 3), (7, 16, 3, 3), (12, 16, 3, 3)])
def test_each_version_refuses_all_it_knows(version, files, network, scopes):
    assert landlock.handled_rights(version) == (
        (1 << files) - 1, network, scopes)


def test_scratch_folder_gets_plain_files_and_folders_only():
    special = 1 << 6 | 1 << 9 | 1 << 10 | 1 << 11 | 1 << 12
    assert landlock.SCRATCH & special == 0
    assert landlock.SCRATCH & 1 == 0                # EXECUTE
    assert landlock.SCRATCH & (1 << 13 | 1 << 15) == 0  # REFER, IOCTL_DEV


def test_other_system_has_version_0(monkeypatch):
    monkeypatch.setattr("sys.platform", "darwin")
    assert landlock.abi_version() == 0


def test_kernel_without_landlock_has_version_0(monkeypatch):
    def absent(*words):
        raise OSError(errno.ENOSYS, "no such call")
    monkeypatch.setattr(kernel, "syscall", absent)
    assert landlock.abi_version() == 0


@pytest.mark.parametrize("version", [1, 2, 3, 4, 5, 6, 7])
def test_rules_of_an_older_version_are_taken_too(version, scratch, outside):
    wanted = min(version, VERSION)
    got = ruled(lambda: errno_of(opens(outside / "file")), scratch,
                version=wanted)
    assert got == WALL


# --- reading ------------------------------------------------------------

def test_file_in_a_readable_folder_can_be_read(scratch, outside):
    got = ruled(lambda: (outside / "file").read_text(), scratch, [outside])
    assert got == "untouched"


def test_readable_folder_can_be_listed(scratch, outside):
    assert ruled(lambda: os.listdir(outside), scratch, [outside]) == ["file"]


def test_single_readable_file_can_be_read(scratch, outside):
    got = ruled(lambda: (outside / "file").read_text(), scratch,
                [outside / "file"])
    assert got == "untouched"


def test_sibling_of_a_single_readable_file_is_refused(scratch, outside):
    (outside / "other").write_text("secret")
    got = ruled(lambda: errno_of(opens(outside / "other")), scratch,
                [outside / "file"])
    assert got == WALL


@pytest.mark.parametrize("action", [
    lambda path: os.close(os.open(path, os.O_WRONLY)),
    lambda path: os.close(os.open(path, os.O_RDWR)),
    lambda path: os.close(os.open(path, os.O_WRONLY | os.O_APPEND)),
    lambda path: os.close(os.open(path, os.O_RDONLY | os.O_TRUNC)),
    lambda path: os.truncate(path, 0),
    os.remove,
    lambda path: os.rename(path, path + "-2"),
    lambda path: os.close(os.open(path + "-2", os.O_CREAT | os.O_WRONLY)),
    lambda path: os.mkdir(path + "-2"),
    lambda path: os.symlink("/", path + "-2"),
    lambda path: os.mkfifo(path + "-2"),
    lambda path: os.link(path, path + "-2"),
], ids=["write", "read and write", "append", "open and cut", "cut", "remove",
        "rename", "create", "folder", "link", "fifo", "second name"])
def test_readable_folder_cannot_be_changed(action, scratch, outside):
    path = str(outside / "file")
    got = ruled(lambda: errno_of(action, path), scratch, [outside])
    assert got in ((errno.EACCES, errno.EXDEV) if VERSION >= 3 else
                   (errno.EACCES, errno.EXDEV, 0))


def test_refused_attempts_leave_the_file_as_it_was(scratch, outside):
    path = outside / "file"
    ruled(lambda: errno_of(opens(path, os.O_RDWR | os.O_TRUNC)), scratch)
    ruled(lambda: errno_of(os.truncate, path, 0), scratch)
    assert path.read_text() == ("untouched" if VERSION >= 3 else "")


def test_readable_program_cannot_be_executed(scratch):
    got = ruled(lambda: errno_of(os.execv, "/bin/true", ["true"]), scratch,
                ["/bin", "/usr"])
    assert got == (REFUSED if VERSION else {"died": 0})


def test_compiled_module_in_a_readable_folder_can_be_loaded(scratch):
    def load():
        for name in ("_queue", "_bz2", "_statistics", "_zoneinfo"):
            sys.modules.pop(name, None)
        names = [name for name in ("_queue", "_bz2", "_statistics")
                 if importlib.util.find_spec(name)]
        return [importlib.import_module(name).__name__ for name in names]
    importlib.machinery.PathFinder.find_spec("a_name_nobody_has")
    paths = readable.readable_paths([])
    assert ruled(load, scratch, paths) == in_child(load) != []


@pytest.mark.parametrize("path", [
    "/etc/passwd", "/proc/self/environ", "/proc/self/maps", "/proc/cpuinfo",
    "/proc/1/status", "/"])
def test_path_that_was_not_allowed_is_refused(path, scratch):
    assert ruled(lambda: errno_of(opens(path)), scratch, ["/usr"]) == WALL


def test_memory_of_the_parent_is_refused(scratch):
    parent = os.getpid()
    got = ruled(lambda: errno_of(opens(f"/proc/{parent}/mem")), scratch)
    assert got == WALL


def test_way_back_through_a_folder_that_was_named_is_refused(
        scratch, outside):
    """O_PATH is not reading: from there on, each opening is judged."""
    def ask():
        folder = os.open(outside, os.O_PATH)
        return errno_of(lambda: os.close(
            os.open("file", os.O_RDONLY, dir_fd=folder)))
    assert ruled(ask, scratch) == WALL


# --- the scratch folder -------------------------------------------------

def test_scratch_folder_keeps_files_and_folders(scratch):
    def use():
        os.mkdir("folder")
        Path("folder/a").write_text("text")
        os.rename("folder/a", "folder/b")
        os.truncate("folder/b", 2)
        text = Path("folder/b").read_text()
        with open("folder/b", "w"):
            pass
        size = os.stat("folder/b").st_size
        names = os.listdir("folder")
        os.remove("folder/b")
        os.rmdir("folder")
        return [text, size, names, os.listdir(".")]
    assert ruled(use, scratch) == ["te", 0, ["b"], []]


def test_temporary_files_land_in_the_scratch_folder(scratch):
    def use():
        tempfile.tempdir = None
        with tempfile.TemporaryFile() as file:
            file.write(b"x")
        return tempfile.gettempdir()
    tempdir = tempfile.tempdir
    got = ruled(use, scratch)
    assert tempfile.tempdir == tempdir
    assert got == (str(scratch) if VERSION else tempfile.gettempdir())


@pytest.mark.parametrize("action", [
    lambda: os.symlink("/etc/passwd", "made"),
    lambda: os.mkfifo("made"),
    lambda: os.mknod("made", stat.S_IFSOCK | 0o600),
], ids=["symbolic link", "fifo", "socket"])
def test_scratch_folder_takes_nothing_that_could_trap_the_parent(
        action, scratch):
    assert ruled(lambda: errno_of(action), scratch) == WALL
    assert os.path.lexists(scratch / "made") == (not VERSION)


def test_socket_cannot_be_bound_in_the_scratch_folder(scratch):
    def bind():
        with socket.socket(socket.AF_UNIX) as end:
            end.bind("made")
    assert ruled(lambda: errno_of(bind), scratch) == WALL


def test_link_that_lies_in_the_scratch_folder_leads_nowhere(scratch, outside):
    (scratch / "link").symlink_to(outside / "file")
    assert ruled(lambda: errno_of(opens("link")), scratch) == WALL


def test_file_from_outside_gets_no_second_name_inside(scratch, outside):
    got = ruled(lambda: errno_of(os.link, outside / "file", "mine"), scratch,
                [outside])
    assert got == (errno.EXDEV if VERSION else 0)


def test_file_cannot_be_carried_out_of_the_scratch_folder(scratch, outside):
    (scratch / "mine").write_text("x")
    ruled(lambda: errno_of(os.rename, "mine", outside / "mine"), scratch)
    assert (outside / "mine").exists() == (not VERSION)


def test_scratch_folder_of_another_child_is_refused(scratch, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "answer").write_text("42")
    assert ruled(lambda: errno_of(opens(other / "answer")), scratch) == WALL


def test_child_that_enforces_leaves_the_parent_free(scratch, outside):
    ruled(lambda: 0, scratch)
    assert (outside / "file").read_text() == "untouched"


def test_rules_cannot_be_widened_afterwards(scratch, outside):
    def widen():
        rules = landlock.Ruleset(max(VERSION, 1))
        rules.allow_reading(landlock.open_read_paths([outside]))
        errno_of(rules.enforce)
        return errno_of(opens(outside / "file"))
    assert ruled(widen, scratch) == WALL


def test_rules_made_once_do_not_grow_with_each_child(scratch, outside):
    """Each child adds its own folder to its own copy of the rules."""
    rules = landlock.Ruleset(max(VERSION, 1))

    def enter(folder):
        privileges.forbid_new_privileges()
        rules.allow_scratch(folder)
        errno_of(rules.enforce)
        return errno_of(opens(outside / "file"))
    first = in_child(lambda: enter(outside))
    second = in_child(lambda: enter(scratch))
    assert (first, second) == (0, WALL)


# --- network and signals ------------------------------------------------

def test_tcp_is_refused_from_version_4_on(scratch):
    def connect():
        with socket.socket() as end:
            end.connect(listener.getsockname())
    with socket.create_server(("127.0.0.1", 0)) as listener:
        got = ruled(lambda: errno_of(connect), scratch)
    assert got == (REFUSED if VERSION >= 4 else 0)


def test_signal_to_the_parent_is_refused_from_version_6_on(scratch):
    got = ruled(lambda: errno_of(os.kill, os.getppid(), 0), scratch)
    assert got == (errno.EPERM if VERSION >= 6 else 0)


# --- descriptors --------------------------------------------------------

def test_path_that_is_gone_is_left_out(tmp_path):
    (tmp_path / "file").write_text("x")
    opened = landlock.open_read_paths(
        [tmp_path, tmp_path / "gone", tmp_path / "file"])
    for descriptor, _ in opened:
        os.close(descriptor)
    assert [is_folder for _, is_folder in opened] == [True, False]


def test_descriptors_of_readable_paths_cannot_be_read(tmp_path):
    (tmp_path / "file").write_text("x")
    (descriptor, _), = landlock.open_read_paths([tmp_path / "file"])
    got = errno_of(os.read, descriptor, 1)
    os.close(descriptor)
    assert got == errno.EBADF


# --- which folders are readable -----------------------------------------

@pytest.fixture
def tree(tmp_path, monkeypatch):
    """An interpreter of our own: a standard library and packages."""
    root = Path(os.path.realpath(tmp_path))
    packages = root / "env/lib/python3.11/site-packages"
    library = root / "base/lib/python3.11"
    for folder in (packages / "numpy", library / "json", root / "system"):
        folder.mkdir(parents=True)
    (packages / "numpy/core.py").write_text("")
    (library / "json/decoder.py").write_text("")
    (library / "os.py").write_text("")
    (root / "system/libc.so.6").write_text("")
    monkeypatch.setattr(readable, "python_folders",
                        lambda: [str(library), str(packages)])
    monkeypatch.setattr(readable, "library_folders",
                        lambda: [str(root / "base/lib"),
                                 str(root / "system")])
    monkeypatch.setattr(readable, "SINGLE_PATHS", ())
    return root


def granted(tree, *hidden):
    """The readable paths as they stand in the tree."""
    return [os.path.relpath(path, tree) for path in
            readable.readable_paths([str(tree / name) for name in hidden])]


def covers(paths, path):
    """Is this path granted, by itself or by a folder above?"""
    return any(path == one or path.startswith(one + os.sep)
               for one in paths)


PACKAGES = "env/lib/python3.11/site-packages"
LIBRARY = "base/lib/python3.11"


def test_whole_folders_are_granted_when_nothing_is_hidden(tree):
    assert granted(tree) == ["base/lib", PACKAGES, "system"]


def test_siblings_are_granted_around_a_hidden_folder(tree):
    (tree / PACKAGES / "grader").mkdir()
    assert granted(tree, PACKAGES + "/grader") == [
        "base/lib", PACKAGES + "/numpy", "system"]


def test_siblings_are_granted_around_a_deeply_hidden_file(tree):
    (tree / PACKAGES / "numpy/secret.py").write_text("")
    got = granted(tree, PACKAGES + "/numpy/secret.py")
    assert PACKAGES + "/numpy/core.py" in got
    assert not covers(got, PACKAGES + "/numpy/secret.py")


def test_hidden_folder_itself_is_not_granted(tree):
    assert granted(tree, PACKAGES) == ["base/lib", "system"]


def test_system_folder_below_a_hidden_one_is_not_granted(tree, monkeypatch):
    (tree / "outer/lib").mkdir(parents=True)
    monkeypatch.setattr(readable, "library_folders",
                        lambda: [str(tree / "outer/lib")])
    assert "outer/lib" in granted(tree)
    assert "outer/lib" not in granted(tree, "outer")


def test_hidden_path_with_a_similar_name_hides_nothing_else(tree):
    (tree / PACKAGES / "num").mkdir()
    got = granted(tree, PACKAGES + "/num")
    assert PACKAGES + "/numpy" in got
    assert not covers(got, PACKAGES + "/num")


def test_packages_of_the_environment_in_the_checkout_are_granted(tree):
    """`.venv` lies in the checkout, which is hidden."""
    (tree / "env/0-task.py").write_text("")
    got = granted(tree, "env")
    assert got == ["base/lib", PACKAGES, "system"]
    assert not covers(got, "env/0-task.py")


def test_hidden_folder_reached_by_a_link_stays_hidden(tree):
    (tree / "link").symlink_to(tree / PACKAGES)
    assert not covers(granted(tree, "link/numpy"), PACKAGES + "/numpy")


def test_link_beside_a_hidden_folder_is_not_followed(tree):
    (tree / "secret").mkdir()
    (tree / PACKAGES / "grader").mkdir()
    (tree / PACKAGES / "way").symlink_to(tree / "secret")
    got = granted(tree, PACKAGES + "/grader")
    assert PACKAGES + "/way" not in got
    assert "secret" not in got


def test_installed_grader_with_checks_is_hidden_unasked(tree):
    (tree / PACKAGES / "grader/checks").mkdir(parents=True)
    got = granted(tree)
    assert not covers(got, PACKAGES + "/grader")
    assert PACKAGES + "/numpy" in got


def test_package_of_that_name_without_checks_is_somebody_elses(tree):
    (tree / PACKAGES / "grader").mkdir()
    assert covers(granted(tree), PACKAGES + "/grader")


@pytest.mark.parametrize("folder", [
    LIBRARY + "/site-packages", LIBRARY + "/dist-packages",
    "base/lib/python3/dist-packages", "base/lib/python3.12/site-packages"])
def test_packages_of_another_interpreter_are_not_granted(folder, tree):
    (tree / folder / "grader/checks").mkdir(parents=True)
    assert not covers(granted(tree), folder)


def test_base_library_is_granted_around_its_packages(tree):
    (tree / LIBRARY / "site-packages/pip").mkdir(parents=True)
    got = granted(tree)
    assert covers(got, LIBRARY + "/json/decoder.py")
    assert covers(got, LIBRARY + "/os.py")


def test_shared_libraries_beside_hidden_packages_are_granted(tree):
    (tree / LIBRARY / "site-packages").mkdir()
    (tree / "base/lib/libpython3.so").write_text("")
    (tree / "base/lib/notes.txt").write_text("")
    got = granted(tree)
    assert "base/lib/libpython3.so" in got
    assert not covers(got, "base/lib/notes.txt")


def test_traces_of_installers_are_not_granted_around_a_hidden_folder(tree):
    names = ("a.dist-info", "b.egg-info", "c.egg-link", "d.pth",
             "__editable___grader_finder.py", "grader")
    for name in names:
        (tree / PACKAGES / name).mkdir()
    assert [path for path in granted(tree, PACKAGES + "/grader")
            if path.startswith(PACKAGES)] == [PACKAGES + "/numpy"]


def _compile(source):
    source.write_text("value = 1\n")
    py_compile.compile(str(source))


def test_compiled_module_needs_no_rule_of_its_own(tree):
    (tree / LIBRARY / "site-packages").mkdir()
    _compile(tree / LIBRARY / "colors.py")
    got = granted(tree)
    assert LIBRARY + "/__pycache__" in got
    assert LIBRARY + "/colors.py" not in got
    assert LIBRARY + "/os.py" in got


def test_module_that_changed_after_compiling_is_granted(tree):
    (tree / LIBRARY / "site-packages").mkdir()
    _compile(tree / LIBRARY / "colors.py")
    (tree / LIBRARY / "colors.py").write_text("value = 22\n")
    assert LIBRARY + "/colors.py" in granted(tree)


def test_module_with_a_broken_cache_is_granted(tree):
    (tree / LIBRARY / "site-packages").mkdir()
    source = tree / LIBRARY / "colors.py"
    _compile(source)
    Path(importlib.util.cache_from_source(str(source))).write_bytes(b"")
    assert LIBRARY + "/colors.py" in granted(tree)


def test_path_below_a_granted_one_is_not_named_again(tree):
    got = readable._without_nested(["/a/b", "/a", "/a-b", "/a/b/c", "/c/d"])
    assert got == ["/a-b", "/a", "/c/d"]


@pytest.mark.parametrize("name", ["grader", "checkout", "numpy", "json"])
def test_nothing_granted_reaches_what_is_hidden(name, tree):
    for folder in (PACKAGES, LIBRARY, "system"):
        (tree / folder / name / "deep").mkdir(parents=True, exist_ok=True)
    hidden = [f"{folder}/{name}" for folder in (PACKAGES, LIBRARY, "system")]
    got = granted(tree, *hidden)
    assert [path for path in hidden for one in got
            if covers([one], path + "/deep") or covers([path], one)] == []


# --- the interpreter that is running ------------------------------------

def test_running_interpreter_can_read_its_library_but_not_this_checkout():
    paths = readable.readable_paths([CHECKOUT])
    library = os.path.realpath(os.path.dirname(os.__file__))
    assert covers(paths, os.path.join(library, "json", "decoder.py"))
    assert not covers(paths, os.path.join(CHECKOUT, "grader", "model.py"))
    assert not covers(paths, os.path.join(CHECKOUT, "README.md"))


def test_compiled_library_of_the_running_interpreter_is_readable():
    import numpy
    paths = readable.readable_paths([CHECKOUT])
    assert covers(paths, os.path.realpath(numpy.__file__))


def test_folder_of_the_user_is_never_readable():
    paths = readable.readable_paths([CHECKOUT])
    home = os.path.realpath(os.path.expanduser("~"))
    assert not covers(paths, os.path.join(home, ".bash_history"))
    assert not covers(paths, "/etc/passwd")
    assert not covers(paths, "/proc/self/environ")


def test_entry_of_the_path_that_is_no_library_is_left_out(
        tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path), ""])
    assert str(tmp_path) not in readable.python_folders()
    assert os.getcwd() not in readable.python_folders()


def test_missing_folders_are_no_obstacle(monkeypatch):
    monkeypatch.setattr(readable, "LIBRARY_FOLDERS", ("/no/such/folder",))
    assert "/no/such/folder" not in readable.library_folders()


def test_folder_that_cannot_be_listed_grants_nothing(tree, monkeypatch):
    def closed(path):
        raise PermissionError(errno.EACCES, "closed")
    (tree / PACKAGES / "grader").mkdir()
    monkeypatch.setattr(os, "scandir", closed)
    assert readable._children(str(tree / PACKAGES)) == []


def test_finders_know_their_folders_before_these_close(tmp_path, monkeypatch):
    (tmp_path / "just_written.py").write_text("")
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path)])
    readable.warm_finders()
    finder = sys.path_importer_cache[str(tmp_path)]
    assert "just_written.py" in finder._path_cache


def test_folder_for_everybody_is_gone_afterwards():
    with folder_for_everybody() as folder:
        assert stat.S_IMODE(os.stat(folder).st_mode) == 0o777
    assert not os.path.exists(folder)
