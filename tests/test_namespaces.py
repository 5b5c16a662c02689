"""Namespaces of the children's own: had where granted, never needed."""

import ctypes
import errno
import os
import signal
import struct
import threading
import time
from pathlib import Path

import msgspec
import pytest
from confined_child import (
    HIDDEN,
    VERSION,
    become_nobody,
    errno_of,
    fresh,
    in_child,
    in_user_namespace,
)
from sandbox_jobs import LIMITS, call, runs, values, wait_until

from grader.model import GraderError, Isolation, Limits
from grader.report.schema import IsolationInfo, Record, schema
from grader.sandbox import (confine, kernel, namespaces, open_sandbox,
                            preflight, proofs, syscalls)
from grader.sandbox.namespaces import (HOST, OF_CHILDREN, OF_THE_PROCESS,
                                       Keeper, enter)

NO = "Operation not permitted"
FULL = Isolation("full", 7, True, True, "passed")
SEEN = proofs.Seen({name: 2 for name in namespaces.FLAGS}, ("lo",), 0)
THEIRS = {name: 1 for name in namespaces.FLAGS}


def in_namespaces(work, before=lambda: None):
    """Names, reasons and the answer of work() in a child that entered."""
    def inside():
        before()
        names, why = enter(OF_CHILDREN)
        return [list(names), list(why), work(names)]
    return in_child(inside)


# --- entering -----------------------------------------------------------

@pytest.mark.parametrize("before", [lambda: None, become_nobody],
                         ids=["this user", "ordinary user"])
def test_what_was_entered_is_another_and_the_rest_has_a_reason(before):
    theirs = proofs.identities()
    names, why, mine = in_namespaces(lambda names: proofs.identities(),
                                     before)
    # A process enters no pid namespace itself, only its children do.
    assert {name for name in mine if mine[name] != theirs[name]} == (
        {*names} - {"pid"})
    assert bool(why) == ({*names} | {"user"} != {*OF_CHILDREN, "user"})


@pytest.mark.parametrize("before", [lambda: None, become_nobody],
                         ids=["this user", "ordinary user"])
def test_user_stays_who_it_is(before, tmp_path):
    def who():
        return [os.getuid(), os.geteuid(), os.getgid(), os.getegid()]

    def outside():
        before()
        return who()
    _, _, inside = in_namespaces(lambda names: who(), before)
    assert inside == in_child(outside)


def test_ordinary_user_keeps_its_files(tmp_path, monkeypatch):
    tmp_path.chmod(0o777)

    def write(names):
        path = Path("mine")
        path.write_text("x")
        facts = path.stat()
        return [facts.st_uid == os.getuid(), facts.st_gid == os.getgid(),
                path.read_text()]
    # The folders above belong to the test run: enter it before.
    monkeypatch.chdir(tmp_path)
    assert in_namespaces(write, become_nobody)[2] == [True, True, "x"]
    assert Path("mine").read_text() == "x"


def test_name_of_the_machine_is_hidden():
    names, _, name = in_namespaces(lambda names: os.uname().nodename)
    assert (name == HOST) == ("uts" in names)


def test_process_that_enters_is_the_only_one_who_is_elsewhere():
    before = proofs.identities(), os.uname().nodename
    in_namespaces(lambda names: None)
    assert (proofs.identities(), os.uname().nodename) == before


def refusing(monkeypatch, refused, euid=0):
    """unshare refuses these names with these numbers, and does nothing."""
    asked = []
    by_flag = {flag: name for name, flag in namespaces.FLAGS.items()}

    def unshare(word, flag):
        assert word == "unshare"
        asked.append(by_flag[flag])
        if by_flag[flag] in refused:
            raise OSError(refused[by_flag[flag]], "refused")
        return 0
    monkeypatch.setattr(kernel, "library_call", unshare)
    monkeypatch.setattr(os, "geteuid", lambda: euid)
    monkeypatch.setattr(namespaces.socket, "sethostname", lambda name: None)
    return asked


def test_root_without_the_right_gets_none_and_no_user_namespace(monkeypatch):
    asked = refusing(monkeypatch, {"uts": errno.EPERM})
    assert enter(OF_CHILDREN) == ((), (namespaces.NONE.format(NO),))
    assert asked == ["uts"]


def test_user_whom_the_system_grants_no_namespace_is_told_why(monkeypatch):
    refusing(monkeypatch, {"uts": errno.EPERM, "user": errno.ENOSPC}, 1000)
    names, (why,) = enter(OF_CHILDREN)
    assert names == ()
    assert os.strerror(errno.ENOSPC) in why


def test_user_namespace_that_is_an_empty_shell_is_not_entered(monkeypatch):
    """Some systems grant it, and no right within."""
    asked = refusing(monkeypatch, {"uts": errno.EPERM}, os.geteuid() or 7)
    monkeypatch.setattr(namespaces, "_enter_as_oneself", lambda: 0)
    assert enter(OF_CHILDREN) == ((), (namespaces.NONE.format(NO),))
    assert asked == ["uts"]         # the rest happened in a child


def test_one_namespace_that_is_refused_costs_only_itself(monkeypatch):
    refusing(monkeypatch, {"net": errno.ENOSPC})
    names, (why,) = enter(OF_CHILDREN)
    assert names == ("uts", "ipc", "pid")
    assert why == namespaces.NOT_ONE.format(
        "net", os.strerror(errno.ENOSPC))


def test_machine_that_lacks_a_kind_of_namespace_has_the_others(monkeypatch):
    refusing(monkeypatch, {"ipc": errno.EINVAL, "pid": errno.EINVAL})
    names, why = enter(OF_CHILDREN)
    assert (names, len(why)) == (("uts", "net"), 2)


def test_process_between_two_users_goes_no_further(monkeypatch):
    refusing(monkeypatch, {"uts": errno.EPERM}, 1000)
    parent = os.getpid()

    def half():
        if os.getpid() == parent:
            raise OSError(errno.EPERM, "no map")
        monkeypatch.setattr(kernel, "library_call", lambda *words: 0)
    monkeypatch.setattr(namespaces, "_enter_as_oneself", half)
    with pytest.raises(GraderError, match="caught between two users"):
        enter(OF_CHILDREN)


def test_process_with_a_second_thread_stays_where_it_is():
    """The kernel refuses; a trial in a child, which has one, says nothing."""
    def work():
        become_nobody()
        end = threading.Event()
        thread = threading.Thread(target=end.wait)
        thread.start()
        names, why = enter(("uts", "ipc"))
        end.set()
        thread.join()
        return [list(names), len(why), os.geteuid() == os.getuid(),
                errno_of(lambda: os.close(os.open(".", os.O_RDONLY)))]
    names, reasons, *same = in_child(work)
    assert (names == []) == (reasons > 0)
    assert same == [True, 0]


def test_trial_that_dies_grants_nothing(monkeypatch):
    refusing(monkeypatch, {"uts": errno.EPERM}, 1000)
    monkeypatch.setattr(namespaces, "_enter_as_oneself",
                        lambda: os.kill(os.getpid(), signal.SIGKILL))
    assert enter(OF_CHILDREN) == ((), (namespaces.NONE.format(NO),))


def test_other_systems_have_none_and_need_no_excuse(monkeypatch):
    monkeypatch.setattr("sys.platform", "darwin")
    assert enter(OF_CHILDREN) == ((), ())


# --- what the policy tells ----------------------------------------------

@pytest.mark.parametrize(("names", "parent"), [
    (("uts", "pid"), 0), (("uts",), 77), ((), 77)])
def test_policy_tells_what_was_entered(names, parent, monkeypatch):
    monkeypatch.setattr(namespaces, "enter", lambda wanted: (names, ("no",)))
    policy = confine.Policy(
        77, 0, confine.Mechanisms(why=("old",)), Limits(), (), None)
    got = namespaces.set_apart(policy)
    assert got.mechanisms.namespaces == names
    assert got.mechanisms.why == ("old", "no")
    assert got.parent == parent


# --- the first process --------------------------------------------------

def sleeper():
    """Pid of a child that sleeps for long."""
    pid = os.fork()
    if pid == 0:
        time.sleep(60)
        os._exit(0)
    return pid


def test_orphan_ends_with_the_keeper():
    """A program in the namespace starts another one and ends."""
    def work(names):
        keeper = Keeper()
        reading, writing = os.pipe()
        if os.fork() == 0:
            sleeper()
            os._exit(0)
        os.close(writing)
        if "pid" not in names:      # then nobody promises anything
            return ""
        keeper.close()
        with open(reading, "rb") as pipe:
            return pipe.read().decode()
    assert in_namespaces(work)[2] == ""


def test_keeper_waits_for_children_that_nobody_waited_for():
    def work(names):
        keeper = Keeper()
        pids = [sleeper() for _ in range(3)]
        for pid in pids:
            os.kill(pid, signal.SIGKILL)
        keeper.close()
        return errno_of(os.wait)
    assert in_namespaces(work)[2] == errno.ECHILD


def test_keeper_holds_nothing_of_the_zygote_open():
    """Else the parent would wait for the end of its messages."""
    def work(names):
        reading, writing = os.pipe()
        keeper = Keeper()
        os.close(writing)
        with open(reading, "rb") as pipe:
            data = pipe.read()
        keeper.close()
        return data.decode()
    assert in_namespaces(work)[2] == ""


def test_keeper_takes_in_orphans_without_leaving_zombies():
    def work(names):
        keeper = Keeper()
        if os.fork() == 0:
            for _ in range(3):
                if os.fork() == 0:
                    os._exit(0)
            os._exit(0)
        first = keeper._pid
        gone = wait_until(lambda: not children(first))
        keeper.close()
        return gone
    assert in_namespaces(work)[2] is True


def test_child_cannot_end_the_keeper():
    def work(names):
        if "pid" not in names:
            return True
        keeper = Keeper()
        pid = os.fork()
        if pid == 0:
            os.kill(1, signal.SIGKILL)      # inside it is process 1
            os.kill(1, signal.SIGTERM)
            os._exit(os.getppid())          # the zygote is out of sight
        status = os.waitpid(pid, 0)[1]
        alive = runs(keeper._pid)
        keeper.close()
        return status == 0 and alive
    assert in_namespaces(work)[2] is True


def children(pid):
    """Pids of the children of a process with one thread."""
    return [*map(int, Path(f"/proc/{pid}/task/{pid}/children")
                 .read_text().split())]


@pytest.mark.parametrize("killed", [True, False])
def test_nothing_is_left_of_a_sandbox_however_its_zygote_ends(killed):
    with open_sandbox(LIMITS) as sandbox:
        pid = sandbox._plain._process.pid
        expected = int("pid" in sandbox.isolation.namespaces)
        assert wait_until(lambda: len(children(pid)) == expected)
        below = children(pid)
        if killed:
            os.kill(pid, signal.SIGKILL)
    assert killed or not any(map(runs, below))
    assert wait_until(lambda: not any(map(runs, below)))


def test_jobs_after_the_loss_of_the_first_process_are_our_fault():
    source = "def f(x): return x\n"
    with open_sandbox(LIMITS) as sandbox:
        assert values(call(sandbox, source, (1,))) == [1]
        pid = sandbox._plain._process.pid
        wait_until(lambda: len(children(pid)) < 2)  # the last job is over
        for one in children(pid):
            os.kill(one, signal.SIGKILL)
        outcome, = call(sandbox, source, (1,))
    assert (outcome.error == "walls") == (
        "pid" in sandbox.isolation.namespaces)


# --- the proof ----------------------------------------------------------

def test_child_that_entered_has_no_shortcoming():
    theirs = proofs.identities()

    def work(names):
        keeper = Keeper()
        seen = in_child(lambda: proofs.shortcomings(
            tuple(names), theirs, proofs.look()))
        keeper.close()
        return seen
    names, _, got = in_namespaces(work)
    assert got == dict.fromkeys(names, "")


def test_child_that_entered_nothing_has_every_shortcoming():
    got = in_child(lambda: proofs.shortcomings(
        tuple(namespaces.FLAGS), proofs.identities(), proofs.look()))
    assert got == dict.fromkeys(namespaces.FLAGS, proofs.SAME)


@pytest.mark.parametrize(("change", "words"), [
    ({"interfaces": ("lo", "eth0")}, "its interfaces are lo, eth0"),
    ({"interfaces": None}, "its interfaces are "),
    ({"addresses": 3}, "its network is up"),
    ({"identities": {}}, proofs.UNSEEN),
    ({"identities": THEIRS}, proofs.SAME)])
def test_network_that_is_not_cut_off_is_noticed(change, words):
    seen = msgspec.structs.replace(SEEN, **change)
    assert proofs.shortcomings(("net",), THEIRS, seen) == {"net": words}


def test_claims_are_looked_at_from_inside():
    """This process sees its parent, and the name of the machine."""
    got = proofs.shortcomings(("pid", "uts", "ipc", "user"), THEIRS, SEEN)
    assert got == {"pid": "it sees its parent", "ipc": "", "user": "",
                   "uts": "it has the name of the machine"}


def test_system_without_proc_shows_nothing(monkeypatch):
    def absent(*words, **more):
        raise FileNotFoundError(errno.ENOENT, "no /proc")
    monkeypatch.setattr("builtins.open", absent)
    monkeypatch.setattr(os, "stat", absent)
    assert proofs.look() == proofs.Seen({}, None, 0)


def test_namespace_that_was_not_proven_is_named_and_not_counted():
    got = preflight.with_namespaces(FULL, ("uts", "net", "pid"), {
        "uts": "", "net": "its network is up"})
    assert got.namespaces == ("uts",)
    assert got.why == (
        "the net namespace was not proven (its network is up)",
        "the pid namespace was not proven (not tried)")


@pytest.mark.parametrize("level", ["full", "limits", "process"])
def test_no_level_depends_on_namespaces(level):
    isolation = Isolation(level)
    for apart in ({}, dict.fromkeys(OF_CHILDREN, "")):
        got = preflight.with_namespaces(isolation, OF_CHILDREN, apart)
        assert got.level == level


def test_answer_about_namespaces_survives_the_way_back():
    mechanisms = confine.Mechanisms(7, True, True, namespaces=("uts", "net"))
    data = msgspec.json.encode(preflight.Answer(
        {}, mechanisms, {"uts": "", "net": proofs.SAME}))
    assert preflight.read_answer(data).namespaces == ("uts",)


# --- the whole sandbox --------------------------------------------------

@pytest.mark.parametrize(("words", "possible"), [
    ({}, OF_CHILDREN), ({"no_fork": True}, OF_THE_PROCESS)])
def test_sandbox_tells_what_it_has_or_why_not(words, possible):
    with open_sandbox(LIMITS, **words) as sandbox:
        isolation = sandbox.isolation
    missing = {*possible} - {*isolation.namespaces}
    assert bool(missing) == bool(isolation.why)
    assert {*isolation.namespaces} <= {*possible, "user"}


@pytest.mark.parametrize("level", ["limits", "process"])
def test_less_protection_has_no_namespaces(level):
    with open_sandbox(LIMITS, level=level) as sandbox:
        assert sandbox.isolation.namespaces == ()


WHOLE = """
import json, os, sys
sys.path[:0] = json.loads(sys.argv[1])
from confined_child import become_nobody
from grader.sandbox import open_sandbox, syscalls
from test_namespaces import SAME_SOURCE, refuse_unshare, what_is_the_same
if sys.argv[2] == "refused":
    refuse_unshare()
print(json.dumps(what_is_the_same()))
"""
SAME_SOURCE = """
import os, random, tempfile
import numpy as np

def f(x):
    with open("mine", "w") as file:
        file.write("text")
    facts, folder = os.stat("mine"), os.stat(".")
    return [facts.st_uid == os.getuid(), oct(facts.st_mode),
            oct(folder.st_mode), folder.st_uid == os.getuid(),
            os.listdir("."), random.random(), float(np.random.rand()),
            (np.eye(3) @ np.ones(3)).tolist(), os.getpid() > 1]
"""


def refuse_unshare():
    """From now on, as in a container: EPERM for unshare, here and below."""
    machine = syscalls.machine_named(os.uname().machine)
    number = syscalls.refused_numbers(machine)["unshare"]
    steps = [(0x20, 0, 0, 0), (0x15, 0, 1, number),
             (0x06, 0, 0, 0x00050000 | errno.EPERM), (0x06, 0, 0, 0x7FFF0000)]
    program = ctypes.create_string_buffer(
        b"".join(struct.pack("<HBBI", *step) for step in steps))
    head = ctypes.create_string_buffer(struct.pack(
        "@HP", len(steps), ctypes.addressof(program)))
    library = ctypes.CDLL(None)
    assert library.prctl(38, 1, 0, 0, 0) == 0
    assert library.prctl(22, 2, head, 0, 0) == 0


def what_is_the_same():
    """Level, the answers of one job, and which namespaces there were."""
    with open_sandbox(LIMITS) as sandbox:
        return [sandbox.isolation.level, call(sandbox, SAME_SOURCE, (1,))[
            0].value, list(sandbox.isolation.namespaces),
            list(sandbox.isolation.why)]


@pytest.mark.parametrize("prefix", [lambda command: command,
                                    in_user_namespace],
                         ids=["here", "in a user namespace"])
def test_results_are_the_same_with_and_without_namespaces(prefix):
    *granted, names, _ = fresh(WHOLE, "granted", prefix=prefix)
    *refused, none, why = fresh(WHOLE, "refused", prefix=prefix)
    assert granted == refused
    assert none == []
    assert any(NO in reason for reason in why)


def test_user_without_any_rights_gets_the_same_results():
    command = ["setpriv", "--inh-caps=-all", "--bounding-set=-all",
               "--no-new-privs"]
    got = fresh(WHOLE, "granted", prefix=lambda words: [
        *(command if os.geteuid() == 0 else []), *words])
    assert got[:2] == fresh(WHOLE, "granted")[:2]


def test_children_of_two_zygotes_do_not_meet():
    source = ("import os\ndef f(x):\n    return os.getpid(), "
              "os.uname().nodename\n")
    with open_sandbox(LIMITS) as one, open_sandbox(LIMITS) as two:
        (first,), (second,) = (values(call(sandbox, source, (1,)))
                               for sandbox in (one, two))
        apart = "pid" in one.isolation.namespaces
    # Each counts from one: the keeper, and those of the preflight.
    assert (first == second) == apart


# --- the report ---------------------------------------------------------

def test_report_without_namespaces_can_still_be_read():
    old = {"level": "full", "landlock": 7, "seccomp": True, "rlimits": True,
           "preflight": "passed", "why": []}
    assert msgspec.convert(old, IsolationInfo).namespaces == []


def test_schema_of_isolation_stays_closed():
    made = schema()["$defs"]["IsolationInfo"]
    assert made["additionalProperties"] is False
    assert made["properties"]["namespaces"]["items"] == {"type": "string"}
    assert "namespaces" not in made["required"]
    assert issubclass(IsolationInfo, Record)
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"level": "full", "walls": 1}, IsolationInfo)


def test_hidden_folders_stay_hidden_in_a_namespace(tmp_path):
    """The rules name folders that were opened outside of it."""
    def work():
        policy = namespaces.set_apart(confine.prepare(Limits(), HIDDEN))
        keeper = Keeper()
        got = in_child(lambda: [errno_of(Path(__file__).read_text),
                                errno_of(Path("mine").write_text, "x")],
                       policy, str(tmp_path))
        keeper.close()
        return got
    assert in_child(work) == [errno.EACCES if VERSION else 0, 0]
