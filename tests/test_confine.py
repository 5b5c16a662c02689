"""A child under all limits: what holds, what works, what is said."""

import ctypes
import errno
import importlib
import json
import os
import resource
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
from pathlib import Path

import msgspec
import numpy
import pytest
from confined_child import (
    CHECKOUT,
    FILTERED,
    HIDDEN,
    VERSION,
    become_nobody,
    errno_of,
    folder_for_everybody,
    fresh,
    in_child,
    in_user_namespace,
)

from grader.model import GraderError, Limits
from grader.sandbox import (
    confine,
    landlock,
    readable,
    rlimits,
    seccomp,
)

MEGABYTE = 1 << 20
PR_GET_PDEATHSIG, PR_GET_DUMPABLE, PR_GET_NO_NEW_PRIVS = 2, 3, 39


@pytest.fixture(scope="module")
def policy():
    policy = confine.prepare(Limits(), HIDDEN)
    yield policy
    policy.close()


@pytest.fixture
def prepared():
    """Prepare once more, after something was changed."""
    made = []

    def prepare():
        made.append(confine.prepare(Limits(), HIDDEN))
        return made[-1]
    yield prepare
    for policy in made:
        policy.close()


@pytest.fixture
def confined(policy, tmp_path):
    """Run something in a confined child."""
    def run(work, limits=None, policy=policy):
        return in_child(work, policy, str(tmp_path), limits)
    return run


def wall(number, is_there):
    """The error number where the mechanism is there, else 0."""
    return number if is_there else 0


# --- what is in force ---------------------------------------------------

def test_policy_names_what_this_system_has(policy):
    got = policy.mechanisms
    assert (got.landlock, got.seccomp, got.rlimits) == (
        VERSION, FILTERED, True)


def test_policy_of_a_complete_system_has_no_excuses(policy):
    complete = VERSION >= landlock.FULL_VERSION and FILTERED
    assert (policy.mechanisms.why == ()) == complete


def test_preparing_leaves_the_zygote_itself_free(policy, tmp_path):
    (tmp_path / "file").write_text("x")
    assert os.path.isfile(__file__) and Path(__file__).read_text()
    assert os.waitpid(os.posix_spawn("/bin/true", ["true"], {}), 0)[1] == 0


def test_preparing_lists_the_folders_that_children_cannot_list(
        prepared, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path)])
    prepared()
    assert (str(tmp_path) in sys.path_importer_cache) == bool(VERSION)


@pytest.mark.parametrize(("path", "flags"), [
    (__file__, os.O_RDONLY),
    (os.path.join(CHECKOUT, "grader", "model.py"), os.O_RDONLY),
    (os.path.join(CHECKOUT, "pyproject.toml"), os.O_RDONLY),
    (CHECKOUT, os.O_RDONLY),
    ("/etc/passwd", os.O_RDONLY),
    ("/proc/self/status", os.O_RDONLY),
    ("/tmp", os.O_RDONLY),
    (os.__file__, os.O_WRONLY),
    ("/dev/shm/made", os.O_WRONLY | os.O_CREAT),
], ids=["this test", "the grader", "the checkout", "list the checkout",
        "users", "own status", "list other folders", "write a library",
        "shared memory"])
def test_file_outside_is_refused(path, flags, confined):
    got = confined(lambda: errno_of(
        lambda: os.close(os.open(path, flags))))
    assert got == wall(errno.EACCES, VERSION)


def test_stranger_in_the_scratch_folder_of_another_child_is_refused(
        policy, tmp_path):
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        folder.mkdir()
        (folder / "answer").write_text("42")
    got = in_child(lambda: [errno_of(os.stat, first / "answer"), errno_of(
        lambda: (first / "answer").read_text())], policy, str(second))
    assert got == [0, wall(errno.EACCES, VERSION)]


@pytest.mark.parametrize("action", [
    os.fork,
    lambda: os.execv("/bin/true", ["true"]),
    lambda: subprocess.run(["/bin/true"]),
    lambda: socket.socket(),
    lambda: os.kill(os.getppid(), signal.SIGKILL),
    lambda: os.killpg(0, signal.SIGKILL),
    os.setsid,
    lambda: os.chmod(".", 0o777),
    lambda: os.setpriority(os.PRIO_PROCESS, os.getppid(), 19),
], ids=["fork", "exec", "subprocess", "socket", "kill the parent",
        "kill the group", "session", "mode", "priority"])
def test_deed_against_others_is_refused(action, confined):
    if not FILTERED:
        action = socket.socket      # the others would end this very test
    assert confined(lambda: errno_of(action)) == wall(errno.EPERM, FILTERED)


def test_shell_command_does_not_run(confined, tmp_path):
    confined(lambda: os.system("touch made"))
    assert (tmp_path / "made").exists() == (not FILTERED)


def test_thread_of_student_code_is_confined_too(confined):
    def ask():
        thread = threading.Thread(target=lambda: got.extend([
            errno_of(lambda: os.close(os.open("/etc/passwd", os.O_RDONLY))),
            errno_of(os.fork) if FILTERED else 0]))
        thread.start()
        thread.join()
        return got
    got = []
    assert confined(ask) == [wall(errno.EACCES, VERSION),
                             wall(errno.EPERM, FILTERED)]


def test_descriptors_of_the_policy_are_closed(policy, confined):
    def ask():
        return [number for first, after in policy.spans
                for number in range(first, after)
                if errno_of(os.fstat, number) != errno.EBADF]
    assert confined(ask) == []
    assert bool(policy.spans) == bool(VERSION)


def _capabilities():
    """The kernel's own answer: effective, permitted, inheritable, twice."""
    head = ctypes.create_string_buffer(struct.pack("=Ii", 0x20080522, 0))
    sets = ctypes.create_string_buffer(24)
    assert ctypes.CDLL(None).capget(head, sets) == 0
    return list(struct.unpack("=6I", sets.raw))


def _switch(option):
    return ctypes.CDLL(None).prctl(option, 0, 0, 0, 0)


def test_rights_of_root_are_gone_but_those_on_files(confined):
    effective, permitted, inheritable, *upper = confined(_capabilities)
    assert (effective | permitted) & ~0b110 == 0
    assert (inheritable, upper) == (0, [0, 0, 0])


def test_root_can_no_longer_take_the_clock_or_a_port(confined):
    def ask():
        return errno_of(time.clock_settime, time.CLOCK_REALTIME, time.time())
    assert confined(ask) == errno.EPERM


def test_process_cannot_gain_rights_by_starting_programs(confined):
    assert confined(lambda: _switch(PR_GET_NO_NEW_PRIVS)) == 1


def test_process_leaves_no_memory_dump(confined):
    assert confined(lambda: _switch(PR_GET_DUMPABLE)) == 0


def test_child_dies_with_the_zygote(confined):
    def ask():
        number = ctypes.c_int()
        ctypes.CDLL(None).prctl(PR_GET_PDEATHSIG, ctypes.byref(number))
        return number.value
    assert confined(ask) == signal.SIGKILL


def test_child_does_not_outlive_the_zygote(tmp_path):
    """The pipe ends when nobody holds it any more."""
    reading, writing = os.pipe()
    zygote = os.fork()
    if zygote == 0:
        try:
            policy = confine.prepare(Limits(), HIDDEN)
            if os.fork() == 0:
                confine.confine(policy, str(tmp_path), Limits())
                os.write(writing, b"confined")
                time.sleep(4)
                os.write(writing, b" and alive")
            else:
                os.read(reading, 8)
        finally:
            os._exit(0)
    os.close(writing)
    os.waitpid(zygote, 0)
    with open(reading, "rb") as pipe:
        assert pipe.read() == b""


def test_child_whose_zygote_is_gone_runs_nothing(policy, tmp_path):
    """The parent of record is another process: as if it had ended."""
    orphan = msgspec.structs.replace(policy, parent=1)
    got = in_child(lambda: "ran", orphan, str(tmp_path))
    assert got["raised"].startswith("GraderError: the process that forked")


def test_files_of_a_child_are_its_own(confined, tmp_path):
    confined(lambda: Path("file").write_text("x"))
    assert (tmp_path / "file").stat().st_mode & 0o777 == 0o600


# --- what the zygote does for all ---------------------------------------

def shared(work, tmp_path, in_zygote=lambda: None, limits=None):
    """What work() gives in a child of a zygote that shares its walls."""
    def zygote():
        policy = confine.share(confine.prepare(Limits(), HIDDEN))
        before = in_zygote()
        return [before, in_child(work, policy, str(tmp_path), limits)]
    return in_child(zygote)


@pytest.mark.parametrize("action", [
    os.fork,
    lambda: os.execv("/bin/true", ["true"]),
    lambda: socket.socket(),
    lambda: os.kill(os.getppid(), signal.SIGKILL),
    lambda: os.killpg(0, signal.SIGKILL),
    os.setsid,
    lambda: os.chmod(".", 0o777),
    lambda: os.close(os.memfd_create("x")),
    lambda: ctypes.CDLL(None).prctl(4, 1, 0, 0, 0) and os.kill(1, 0),
    lambda: time.clock_settime(time.CLOCK_REALTIME, time.time()),
], ids=["fork", "exec", "socket", "kill the zygote", "kill the group",
        "session", "mode", "memory file", "dumpable", "clock"])
def test_child_of_a_sharing_zygote_is_refused_the_same(action, tmp_path):
    if not FILTERED:
        action = socket.socket      # the others would end this very test
    _, got = shared(lambda: errno_of(action), tmp_path)
    assert got == wall(errno.EPERM, FILTERED)


def test_child_of_a_sharing_zygote_has_all_switches(tmp_path):
    def ask():
        number = ctypes.c_int()
        ctypes.CDLL(None).prctl(PR_GET_PDEATHSIG, ctypes.byref(number))
        Path("file").write_text("x")
        return [_switch(PR_GET_NO_NEW_PRIVS), _switch(PR_GET_DUMPABLE),
                number.value, _capabilities()[1] & ~0b110,
                os.stat("file").st_mode & 0o777]
    _, got = shared(ask, tmp_path)
    assert got == [1, 0, signal.SIGKILL, 0, 0o600]


def test_child_of_a_sharing_zygote_reads_and_writes_only_its_own(tmp_path):
    def ask():
        Path("mine").write_text("x")
        return [errno_of(Path(path).read_text)
                for path in ("mine", "../theirs/answer", "/etc/passwd")]
    own, theirs = tmp_path / "own", tmp_path / "theirs"
    own.mkdir()
    theirs.mkdir()
    (theirs / "answer").write_text("42")
    _, got = shared(ask, own)
    assert got == [0, *[wall(errno.EACCES, VERSION)] * 2]


def test_child_of_a_sharing_zygote_may_have_wider_limits(tmp_path):
    limits = Limits(open_files=100, task_seconds=30.0)
    _, got = shared(lambda: [
        resource.getrlimit(resource.RLIMIT_NOFILE)[0],
        resource.getrlimit(resource.RLIMIT_CPU)[0]], tmp_path, limits=limits)
    assert got == [100, 31]


def test_sharing_zygote_can_only_do_what_it_must(tmp_path):
    def ask():
        pid = os.fork()
        if pid == 0:
            time.sleep(60)
            os._exit(1)
        os.kill(pid, signal.SIGKILL)
        died = os.waitpid(pid, 0)[1]
        return [died, errno_of(socket.socket), errno_of(
            os.execv, "/no/such/program", ["no"])]
    (died, *refused), _ = shared(lambda: 0, tmp_path, ask)
    assert died == signal.SIGKILL
    assert refused == [wall(errno.EPERM, FILTERED),
                       errno.EPERM if FILTERED else errno.ENOENT]


def test_zygote_that_cannot_share_says_whose_fault_it_is(
        monkeypatch, policy):
    def refuse(made, pid):
        raise OSError(errno.EINVAL, "not here")
    monkeypatch.setattr(seccomp, "install_filter", refuse)
    got = in_child(lambda: confine.share(policy))
    expected = "GraderError: the zygote could not confine itself"
    assert got.get("raised", expected).startswith(expected)
    assert ("raised" in got) == FILTERED


# --- limits -------------------------------------------------------------

def test_twice_the_memory_is_refused(confined):
    limits = Limits(memory_bytes=200 * MEGABYTE)
    got = confined(lambda: len(bytearray(400 * MEGABYTE)), limits)
    assert got == {"raised": "MemoryError: "}


def test_array_beyond_the_memory_is_refused(confined):
    limits = Limits(memory_bytes=200 * MEGABYTE)
    got = confined(lambda: numpy.zeros(50 * MEGABYTE).size, limits)
    assert "MemoryError" in got["raised"]


def test_most_of_the_memory_is_there_besides_the_libraries(confined):
    limits = Limits(memory_bytes=200 * MEGABYTE)
    got = confined(lambda: len(bytearray(150 * MEGABYTE)), limits)
    assert got == 150 * MEGABYTE


def test_file_beyond_its_size_is_refused(confined, tmp_path):
    def write():
        with open("file", "wb", buffering=0) as file:
            for _ in range(100):
                file.write(bytes(100_000))
    limits = Limits(file_bytes=MEGABYTE)
    assert confined(lambda: errno_of(write), limits) == errno.EFBIG
    assert (tmp_path / "file").stat().st_size <= MEGABYTE


def test_too_many_open_files_are_refused(confined):
    def open_many():
        return [os.open(os.devnull, os.O_RDONLY) for _ in range(100)]
    limits = Limits(open_files=20)
    assert confined(lambda: errno_of(open_many), limits) == errno.EMFILE


@pytest.mark.parametrize(("name", "expected"), [
    ("CPU", [4, 5]), ("CORE", [0, 0]), ("FSIZE", [MEGABYTE, MEGABYTE]),
    ("NOFILE", [30, 30]), ("SIGPENDING", [0, 0]), ("MSGQUEUE", [0, 0]),
    ("MEMLOCK", [65536, 65536]), ("RTPRIO", [0, 0]),
    ("NPROC", [8192, 8192])])
def test_limit_stands_in_the_kernel(name, expected, confined):
    limits = Limits(task_seconds=2.5, file_bytes=MEGABYTE, open_files=30)
    kind = getattr(resource, "RLIMIT_" + name)
    got = confined(lambda: list(resource.getrlimit(kind)), limits)
    ceiling = resource.getrlimit(kind)[1]
    assert got == [value if ceiling == -1 else min(value, ceiling)
                   for value in expected]


def test_usual_limits_are_taken_when_a_task_has_none_of_its_own(
        policy, confined):
    got = confined(lambda: resource.getrlimit(resource.RLIMIT_AS)[0])
    assert got == policy.base_bytes + Limits().memory_bytes


def test_limit_cannot_be_raised_again(confined):
    def ask():
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (5000, 5000))
        except (OSError, ValueError):
            return "refused"
        return "raised"
    assert confined(ask) == "refused"


def test_limit_is_never_above_that_of_the_system():
    def ask():
        resource.setrlimit(resource.RLIMIT_NOFILE, (50, 50))
        wanted = rlimits.kernel_limits(0, Limits(open_files=64))
        return [list(row) for row in wanted
                if row[0] == resource.RLIMIT_NOFILE]
    assert in_child(ask) == [[resource.RLIMIT_NOFILE, 50, 50]]


def test_libraries_of_the_zygote_are_counted_as_its_base():
    assert rlimits.address_space() > 10 * MEGABYTE


def test_system_that_counts_no_memory_has_no_base(monkeypatch):
    def absent(*words):
        raise FileNotFoundError(errno.ENOENT, "no /proc")
    monkeypatch.setattr("builtins.open", absent)
    assert rlimits.address_space() == 0


# --- what student code needs --------------------------------------------

def test_module_that_nobody_imported_yet_can_be_imported(confined):
    names = ["colorsys", "html.parser", "xml.dom.minidom", "decimal",
             "statistics", "fractions", "csv", "calendar", "sqlite3",
             "email.mime.text", "wave", "numpy.polynomial", "numpy.ma",
             "encodings.cp1252", "concurrent.futures", "zoneinfo"]

    def load():
        for name in [*sys.modules]:
            if name.split(".")[0] in names:
                del sys.modules[name]
        return [importlib.import_module(name).__name__ for name in names]
    assert confined(load) == names


def test_numpy_computes_saves_and_loads(confined):
    def work():
        matrix = numpy.array([[2.0, 1.0], [1.0, 3.0]])
        numpy.save("matrix.npy", numpy.linalg.inv(matrix) @ matrix)
        return numpy.load("matrix.npy").round(6).tolist()
    assert confined(work) == [[1.0, 0.0], [0.0, 1.0]]


def test_chance_and_time_are_there(confined):
    def work():
        import random
        return [len(os.urandom(8)), 0 <= random.random() < 1,
                time.time() > 0, time.localtime().tm_year > 2000]
    assert confined(work) == [8, True, True, True]


def test_null_device_swallows_and_gives_nothing(confined):
    def work():
        with open(os.devnull, "r+b", buffering=0) as file:
            return [file.write(b"x"), file.read(1).decode()]
    assert confined(work) == [1, ""]


def test_pool_of_threads_works(confined):
    def work():
        from concurrent.futures import ThreadPoolExecutor
        with ThreadPoolExecutor(4) as pool:
            return list(pool.map(abs, [-1, 2, -3]))
    assert confined(work) == [1, 2, 3]


def test_scratch_folder_given_as_the_current_one_works(policy, tmp_path):
    def work():
        confine.confine(policy, os.curdir, Limits(open_files=512))
        Path("file").write_text("x")
        return os.listdir(".")

    def inside():
        os.chdir(tmp_path)
        return work()
    assert in_child(inside) == ["file"]


# --- other users, other name spaces, other systems ----------------------

def _as_ordinary_user(tmp_path):
    """What a child of an ordinary user meets; it prepares for itself."""
    def work():
        become_nobody()
        policy = confine.prepare(Limits(), HIDDEN)
        confine.confine(policy, tmp_path, Limits(open_files=512))
        Path(tmp_path, "mine").write_text("x")
        return {"landlock": policy.mechanisms.landlock,
                "seccomp": policy.mechanisms.seccomp,
                "read": errno_of(lambda: os.close(
                    os.open("/etc/passwd", os.O_RDONLY))),
                "fork": errno_of(os.fork) if FILTERED else 0}
    return in_child(work)


def test_ordinary_user_is_confined_like_root():
    with folder_for_everybody() as folder:
        got = _as_ordinary_user(folder)
    assert got == {"landlock": VERSION, "seccomp": FILTERED,
                   "read": wall(errno.EACCES, VERSION),
                   "fork": wall(errno.EPERM, FILTERED)}


SCRIPT = """
import json, os, sys, tempfile
sys.path[:0] = json.loads(sys.argv[1])
from confined_child import errno_of, in_child
from grader.model import Limits
from grader.sandbox import confine
policy = confine.prepare(Limits(), json.loads(sys.argv[2]))
with tempfile.TemporaryDirectory() as scratch:
    got = in_child(lambda: [
        errno_of(lambda: os.close(os.open("/etc/passwd", os.O_RDONLY))),
        errno_of(lambda: os.close(os.open("made", os.O_CREAT)))],
        policy, scratch)
print(json.dumps([policy.mechanisms.landlock, policy.mechanisms.seccomp,
                  *got]))
"""


def test_root_of_a_user_namespace_is_confined():
    got = fresh(SCRIPT, json.dumps(HIDDEN), prefix=in_user_namespace)
    assert got == [VERSION, FILTERED, wall(errno.EACCES, VERSION), 0]


def test_isolated_interpreter_is_confined():
    got = fresh(SCRIPT, json.dumps(HIDDEN))
    assert got == [VERSION, FILTERED, wall(errno.EACCES, VERSION), 0]


# The standard library is loaded first: it has its own idea of a platform.
ELSEWHERE = """
import json, sys
sys.path[:0] = json.loads(sys.argv[1])
import contextlib, ctypes, msgspec, os, shutil, socket, tempfile, threading
platform, has_limits = sys.argv[2:]
sys.platform = platform
if has_limits == "no":
    sys.modules["resource"] = None
    del os.fork, os.uname, os.O_PATH, os.O_CLOEXEC, os.getppid
from grader.model import Limits
from grader.sandbox import confine, preflight
policy = confine.prepare(Limits(), [])
confine.confine(policy, os.curdir, Limits())
verdict = preflight.judge_preflight({}, policy.mechanisms)
print(json.dumps([msgspec.to_builtins(policy.mechanisms), verdict.level]))
"""


def test_windows_is_told_that_nothing_is_limited():
    mechanisms, level = fresh(ELSEWHERE, "win32", "no")
    assert mechanisms == {"landlock": 0, "seccomp": False, "rlimits": False,
                          "namespaces": [],
                          "why": [confine.NO_LANDLOCK, confine.NO_SECCOMP,
                                  confine.NO_RLIMITS]}
    assert level == "process"


def test_macos_is_told_that_only_limits_are_there():
    mechanisms, level = fresh(ELSEWHERE, "darwin", "yes")
    assert mechanisms == {"landlock": 0, "seccomp": False, "rlimits": True,
                          "namespaces": [],
                          "why": [confine.NO_LANDLOCK, confine.NO_SECCOMP,
                                  confine.NO_MEMORY_LIMIT]}
    assert level == "limits"


def test_macos_sets_no_limit_that_it_would_not_keep(monkeypatch):
    monkeypatch.setattr("sys.platform", "darwin")
    kinds = [row[0] for row in rlimits.kernel_limits(0, Limits())]
    assert resource.RLIMIT_AS not in kinds
    assert resource.RLIMIT_CPU in kinds


# --- systems that lack something, or say what is not true ---------------

def test_kernel_without_landlock_is_named(monkeypatch, prepared):
    monkeypatch.setattr(landlock, "abi_version", lambda: 0)
    policy = prepared()
    assert policy.mechanisms.landlock == 0
    assert confine.NO_LANDLOCK in policy.mechanisms.why


def test_child_without_landlock_still_has_the_rest(
        monkeypatch, tmp_path, prepared):
    monkeypatch.setattr(landlock, "abi_version", lambda: 0)
    policy = prepared()

    def ask():
        return [errno_of(lambda: os.close(os.open(__file__, os.O_RDONLY))),
                errno_of(socket.socket)]
    assert in_child(ask, policy, str(tmp_path)) == [
        0, wall(errno.EPERM, FILTERED)]


@pytest.mark.parametrize("version", [1, 2])
def test_old_landlock_is_used_and_named(version, monkeypatch, prepared):
    monkeypatch.setattr(landlock, "abi_version",
                        lambda: min(version, VERSION))
    why = prepared().mechanisms.why
    expected = confine.OLD_LANDLOCK.format(version)
    assert (expected if VERSION else confine.NO_LANDLOCK) in why


def test_machine_without_a_table_is_named(monkeypatch, tmp_path, prepared):
    monkeypatch.setattr(seccomp, "this_machine", lambda: None)
    policy = prepared()
    assert policy.mechanisms.seccomp is False
    assert confine.NO_SECCOMP in policy.mechanisms.why
    got = in_child(lambda: errno_of(lambda: os.close(
        os.open("/etc/passwd", os.O_RDONLY))), policy, str(tmp_path))
    assert got == wall(errno.EACCES, VERSION)


def test_kernel_that_takes_a_filter_and_ignores_it_has_none(
        monkeypatch, prepared):
    monkeypatch.setattr(seccomp, "install_filter", lambda made, pid: None)
    assert prepared().mechanisms.seccomp is False


def test_kernel_that_takes_rules_and_ignores_them_has_none(
        monkeypatch, prepared):
    monkeypatch.setattr(landlock.Ruleset, "enforce", lambda self: None)
    assert prepared().mechanisms.landlock == 0


def test_kernel_that_refuses_our_filter_has_none(monkeypatch, prepared):
    def refuse(made, pid):
        raise OSError(errno.EINVAL, "not here")
    monkeypatch.setattr(seccomp, "install_filter", refuse)
    assert prepared().mechanisms.seccomp is False


def test_trial_that_dies_counts_as_not_working():
    assert confine._works(lambda mechanism: os.no_such_function(), 7) is False
    assert confine._works(
        lambda mechanism: os.kill(os.getpid(), mechanism), 9) is False


def test_trial_of_nothing_starts_no_process(monkeypatch):
    monkeypatch.delattr(os, "fork")
    assert confine._works(lambda mechanism: None, None) is False
    assert confine._works(lambda mechanism: None, 0) is False


@pytest.mark.parametrize("broken", ["filter", "ruleset", "scratch"])
def test_child_that_cannot_confine_itself_raises(broken, policy, tmp_path):
    folder = str(tmp_path)
    if broken == "filter":
        nonsense = seccomp.Filter(struct.pack("<HBBI", 0xFFFF, 0, 0, 0), ())
        policy = msgspec.structs.replace(policy, filter=nonsense)
    elif broken == "ruleset":
        rules = landlock.Ruleset(max(VERSION, 1))
        rules.allow(999, landlock.READ_FILE)
        policy = msgspec.structs.replace(policy, ruleset=rules)
    else:
        rules = landlock.Ruleset(max(VERSION, 1))
        policy = msgspec.structs.replace(policy, ruleset=rules)
        folder = str(tmp_path / "gone")

    def inside():
        confine.confine(policy, folder, Limits())
        return "student code ran"
    assert "could not confine itself" in in_child(inside)["raised"]


def test_failure_names_the_party_and_what_did_not_happen(policy, tmp_path):
    rules = landlock.Ruleset(max(VERSION, 1))
    rules.allow(999, landlock.READ_FILE)
    broken = msgspec.structs.replace(policy, ruleset=rules)

    def inside():
        try:
            confine.confine(broken, str(tmp_path), Limits())
        except GraderError as error:
            return str(error)
    assert in_child(inside).endswith("no student code was run in it")


def test_policy_of_less_sets_no_limits(policy, tmp_path):
    mechanisms = msgspec.structs.replace(policy.mechanisms, rlimits=False)
    less = msgspec.structs.replace(policy, mechanisms=mechanisms)
    got = in_child(lambda: resource.getrlimit(resource.RLIMIT_NOFILE)[0],
                   less, str(tmp_path), Limits(open_files=17))
    assert got == resource.getrlimit(resource.RLIMIT_NOFILE)[0]


def test_policy_cannot_be_changed(policy):
    with pytest.raises(AttributeError):
        policy.mechanisms.landlock = 9
    with pytest.raises(AttributeError):
        policy.parent = 1


@pytest.mark.parametrize(("numbers", "expected"), [
    ([], ()), ([3], ((3, 4),)), ([3, 4, 5, 9], ((3, 6), (9, 10))),
    ([9, 4, 3], ((3, 5), (9, 10)))])
def test_neighbouring_descriptors_are_closed_together(numbers, expected):
    assert confine._spans(numbers) == expected


def test_checkout_is_readable_to_nobody_even_by_its_package_alone(tmp_path):
    """An installed package passes only its own folder."""
    paths = readable.readable_paths(HIDDEN[:1])
    assert not [path for path in paths
                if HIDDEN[0].startswith(path.rstrip("/") + "/")]
