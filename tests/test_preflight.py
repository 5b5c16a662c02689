"""The walls, tried from inside, and what is concluded from the attempts."""

import errno
import json
import os
import socket
import stat
import sys
from pathlib import Path

import msgspec
import pytest
from confined_child import (
    CHECKOUT,
    FILTERED,
    HIDDEN,
    VERSION,
    become_nobody,
    folder_for_everybody,
    fresh,
    in_child,
    in_user_namespace,
)

from grader.model import Limits
from grader.sandbox import (confine, landlock, preflight, probes, proofs,
                            seccomp)
from grader.sandbox.confine import Mechanisms

LIMITS = Limits(memory_bytes=100 << 20)
GRADER_FILE = os.path.join(CHECKOUT, "grader", "model.py")
ALL = Mechanisms(7, True, True)
ALL_PROBES = {**probes.FORBIDDEN, **probes.NEEDED}
HELD = dict.fromkeys(ALL_PROBES, "")
COMPLETE = VERSION >= landlock.FULL_VERSION and FILTERED

FILES = {"write", "create", "read", "grader"}
NETWORK = {"tcp", "udp", "unix"}
OTHERS = {"fork", "exec", "signal", "environment"}


@pytest.fixture
def policy():
    policy = confine.prepare(LIMITS, HIDDEN)
    yield policy
    policy.close()


@pytest.fixture
def spec(tmp_path):
    with preflight.targets(str(tmp_path), LIMITS.memory_bytes,
                           GRADER_FILE) as spec:
        yield spec


def broken(results):
    """The probes whose wall did not hold."""
    return {name for name, text in results.items() if text}


def less(policy, **changes):
    """The policy without some of its mechanisms."""
    return msgspec.structs.replace(policy, **changes)


# --- from inside --------------------------------------------------------

def test_every_wall_holds_in_a_confined_child(policy, spec, tmp_path):
    got = in_child(lambda: probes.probe(spec), policy, str(tmp_path), LIMITS)
    assert broken(got) == set() or not COMPLETE
    assert got.keys() == ALL_PROBES.keys()


def test_sentinel_is_untouched_afterwards(policy, spec, tmp_path):
    in_child(lambda: probes.probe(spec), policy, str(tmp_path), LIMITS)
    text = Path(spec.sentinel).read_text(encoding="ascii")
    assert text == ("untouched" if COMPLETE else "")
    assert os.path.exists(spec.sentinel + "-2") == (not VERSION)


def test_scratch_folder_is_left_empty(policy, spec, tmp_path):
    in_child(lambda: probes.probe(spec), policy, str(tmp_path), LIMITS)
    assert os.listdir(tmp_path) == []


def test_free_child_breaks_through_everywhere(spec):
    got = in_child(lambda: probes.probe(spec))
    assert broken(got) >= FILES | NETWORK | OTHERS | {
        "truncate", "mode", "abstract", "memory"}


def test_free_child_does_what_is_needed(spec, tmp_path):
    got = in_child(lambda: probes.probe(spec))
    assert broken(got) & {"scratch", "imports", "threads"} == set()


def test_probes_of_a_free_child_leave_the_parent_unharmed(spec):
    """Signal 0, attaching without a stop, a program that is not there."""
    before = os.getpid()
    in_child(lambda: probes.probe(spec))
    assert os.getpid() == before
    assert Path(spec.sentinel).read_text(encoding="ascii") == ""


def test_landlock_alone_leaves_processes_open(policy, spec, tmp_path):
    alone = less(policy, filter=None, kernel_limits=())
    got = broken(in_child(lambda: probes.probe(spec), alone, str(tmp_path),
                          LIMITS))
    assert got >= {"fork", "exec", "udp", "mode", "memory"}
    assert got & FILES == (set() if VERSION else FILES)


def test_filter_alone_leaves_files_open(policy, spec, tmp_path):
    alone = less(policy, ruleset=None, kernel_limits=())
    got = broken(in_child(lambda: probes.probe(spec), alone, str(tmp_path),
                          LIMITS))
    assert got >= FILES | {"memory"}
    assert got & (NETWORK | {"fork", "exec", "signal", "mode"}) == (
        set() if FILTERED else NETWORK | {"fork", "exec", "signal", "mode"})


def test_limits_alone_hold_the_memory_and_nothing_else(
        policy, spec, tmp_path):
    alone = less(policy, ruleset=None, filter=None)
    got = broken(in_child(lambda: probes.probe(spec), alone, str(tmp_path),
                          LIMITS))
    assert "memory" not in got
    assert got >= FILES | NETWORK | {"fork", "exec", "signal"}


def test_hidden_file_that_was_granted_by_mistake_is_noticed(spec, tmp_path):
    """The policy of somebody who forgot to hide the folder."""
    policy = confine.prepare(LIMITS, [])
    careless = landlock.Ruleset(max(VERSION, 1))
    opened = landlock.open_read_paths(["/usr", "/lib", CHECKOUT])
    careless.allow_reading(opened)
    got = in_child(lambda: probes.probe(spec),
                   less(policy, ruleset=careless, filter=None),
                   str(tmp_path), LIMITS)
    policy.close()
    for descriptor, _ in opened:
        os.close(descriptor)
    assert got["grader"] == "it was possible"


def test_child_without_libraries_is_noticed(policy, spec, tmp_path):
    blind = less(policy, ruleset=landlock.Ruleset(max(VERSION, 1)))
    got = in_child(lambda: probes.probe(spec), blind, str(tmp_path), LIMITS)
    assert bool(got["imports"]) == bool(VERSION)


def test_child_without_a_scratch_folder_is_noticed(policy, spec, tmp_path):
    (tmp_path / "mine").mkdir()
    got = in_child(lambda: probes.probe(spec), policy,
                   str(tmp_path / "mine"), LIMITS)
    assert bool(got["scratch"]) == bool(VERSION)


def test_larger_memory_than_promised_is_noticed(policy, spec, tmp_path):
    generous = Limits(memory_bytes=1 << 30)
    got = in_child(lambda: probes.probe(spec), policy, str(tmp_path),
                   generous)
    assert got["memory"] == "RuntimeError: 200 MB were given"


def test_ordinary_user_meets_the_same_walls():
    """Libraries may lie in a folder that this user cannot enter at all."""
    with folder_for_everybody() as folder, preflight.targets(
            folder, LIMITS.memory_bytes, GRADER_FILE) as spec:
        def work():
            become_nobody()
            policy = confine.prepare(LIMITS, HIDDEN)
            confine.confine(policy, folder, LIMITS)
            return probes.probe(spec)
        got = in_child(work)
    assert got.keys() == ALL_PROBES.keys()
    assert broken(got) <= {"imports"} or not COMPLETE


SCRIPT = """
import json, sys, tempfile
sys.path[:0] = json.loads(sys.argv[1])
from confined_child import in_child
from grader.model import Limits
from grader.sandbox import confine, preflight, proofs
hidden, limits = json.loads(sys.argv[2]), Limits(memory_bytes=100 << 20)
policy = confine.prepare(limits, hidden)
with tempfile.TemporaryDirectory() as scratch, preflight.targets(
        scratch, limits.memory_bytes, hidden[0] + "/model.py") as spec:
    text, seen = preflight.spec_text(spec), proofs.look()
    got = in_child(lambda: preflight.answer(
        text, policy.mechanisms, seen).decode(), policy, scratch, limits)
    verdict = preflight.read_answer(got.encode())
print(json.dumps([verdict.level, verdict.preflight, list(verdict.why)]))
"""


def test_fresh_interpreter_reaches_the_level_of_this_system():
    level, summary, why = fresh(SCRIPT, json.dumps(HIDDEN))
    assert (level, summary, why) == ("full", "passed", []) or not COMPLETE


def test_root_of_a_user_namespace_reaches_the_level_of_this_system():
    level, summary, why = fresh(SCRIPT, json.dumps(HIDDEN),
                                prefix=in_user_namespace)
    assert (level, summary, why) == ("full", "passed", []) or not COMPLETE


def test_windows_tries_nothing(spec, monkeypatch):
    """There os.kill ends a process even with signal 0."""
    monkeypatch.setattr(sys, "platform", "win32")
    assert probes.probe(spec) == {}


# --- single attempts ----------------------------------------------------

def attempt(action, held=probes.REFUSED):
    return probes._must_fail(probes.Probe(action, "meaning", held), None)


def raises(error):
    def action(spec):
        raise error
    return action


@pytest.mark.parametrize("number", [errno.EPERM, errno.EACCES])
def test_refusal_by_the_system_is_a_wall(number):
    assert attempt(raises(OSError(number, "no"))) == ""


@pytest.mark.parametrize("number", [
    errno.ENOENT, errno.ECONNREFUSED, errno.ETIMEDOUT, errno.ENOSYS,
    errno.EINVAL, errno.EMFILE])
def test_failure_for_another_reason_is_no_wall(number):
    assert attempt(raises(OSError(number, "odd"))) != ""


def test_process_that_is_out_of_sight_counts_as_a_wall():
    gone = raises(ProcessLookupError(errno.ESRCH, "gone"))
    assert attempt(gone, probes.OUT_OF_SIGHT) == ""
    assert attempt(gone) != ""


def test_attempt_that_works_is_told():
    assert attempt(lambda spec: None) == "it was possible"


def test_attempt_that_cannot_be_made_proves_nothing():
    assert attempt(raises(AttributeError("no such call"))) == (
        "AttributeError: no such call")


def test_need_that_is_met_is_silent():
    item = probes.Probe(lambda spec: None, "meaning")
    assert probes._must_work(item, None) == ""


def test_need_that_is_not_met_is_told():
    item = probes.Probe(raises(MemoryError("none left")), "meaning")
    assert probes._must_work(item, None) == "MemoryError: none left"


# --- the parent's side --------------------------------------------------

def test_sentinel_is_open_to_every_user(spec):
    folder = os.path.dirname(spec.sentinel)
    assert stat.S_IMODE(os.stat(spec.sentinel).st_mode) == 0o666
    assert stat.S_IMODE(os.stat(folder).st_mode) == 0o777


def test_listeners_can_be_reached_from_outside(spec):
    with socket.create_connection(("127.0.0.1", spec.tcp_port), 5):
        pass
    for address in (spec.unix_path, "\0" + spec.abstract_name):
        with socket.socket(socket.AF_UNIX) as end:
            end.connect(address)
    assert spec.udp_port > 0


def test_everything_is_gone_afterwards(tmp_path):
    with preflight.targets(str(tmp_path), 1, GRADER_FILE) as spec:
        folder = os.path.dirname(spec.sentinel)
    assert not os.path.exists(folder)
    with pytest.raises(OSError):
        socket.create_connection(("127.0.0.1", spec.tcp_port), 1)


def test_everything_is_gone_after_a_failure(tmp_path):
    with pytest.raises(KeyError), preflight.targets(
            str(tmp_path), 1, GRADER_FILE) as spec:
        raise KeyError("the zygote died")
    assert not os.path.exists(spec.sentinel)


def test_system_without_sockets_still_has_a_sentinel(tmp_path, monkeypatch):
    def absent(*words):
        raise OSError(errno.EAFNOSUPPORT, "none here")
    monkeypatch.setattr(socket, "socket", absent)
    with preflight.targets(str(tmp_path), 1, GRADER_FILE) as spec:
        assert os.path.exists(spec.sentinel)
    assert (spec.tcp_port, spec.udp_port, spec.unix_path,
            spec.abstract_name) == (0, 0, "", "")


def test_spec_survives_the_way_to_the_child(spec):
    text = preflight.spec_text(spec)
    assert msgspec.json.decode(text, type=preflight.Spec) == spec


def test_answer_survives_the_way_back(policy, spec, tmp_path):
    text, seen = preflight.spec_text(spec), proofs.look()
    got = in_child(
        lambda: preflight.answer(text, policy.mechanisms, seen).decode(),
        policy, str(tmp_path), LIMITS)
    verdict = preflight.read_answer(got.encode())
    assert verdict.landlock == VERSION
    assert (verdict.level == "full") == COMPLETE


@pytest.mark.parametrize("data", [
    b"", b"{}", b"[]", b"null", b'{"results": {}}', b"\xff", b"full",
    b'{"results": {"write": 1}, "mechanisms": {}}'])
def test_answer_that_cannot_be_read_proves_nothing(data):
    verdict = preflight.read_answer(data)
    assert (verdict.level, verdict.preflight) == ("process", "not run")


# --- the verdict --------------------------------------------------------

def test_all_mechanisms_and_all_walls_are_full():
    got = preflight.judge_preflight(HELD, ALL)
    assert (got.level, got.preflight, got.why) == ("full", "passed", ())
    assert (got.landlock, got.seccomp, got.rlimits) == (7, True, True)


@pytest.mark.parametrize("name", ALL_PROBES)
def test_one_wall_that_did_not_hold_is_not_full(name):
    got = preflight.judge_preflight({**HELD, name: "it was possible"}, ALL)
    assert got.level == "limits"
    assert got.preflight == "failed: " + name
    assert got.why == (f"{ALL_PROBES[name].meaning} (it was possible)",)


@pytest.mark.parametrize("name", ALL_PROBES)
def test_one_wall_that_was_not_tried_is_not_full(name):
    results = {key: text for key, text in HELD.items() if key != name}
    got = preflight.judge_preflight(results, ALL)
    assert got.level == "limits"
    assert got.why == (f"{ALL_PROBES[name].meaning} (not tried)",)


def test_answer_to_a_question_nobody_asked_changes_nothing():
    got = preflight.judge_preflight({**HELD, "extra": "broken"}, ALL)
    assert got.level == "full"


@pytest.mark.parametrize("mechanisms", [
    Mechanisms(0, True, True), Mechanisms(1, True, True),
    Mechanisms(2, True, True), Mechanisms(7, False, True)])
def test_missing_mechanism_is_not_full_whatever_the_probes_say(mechanisms):
    assert preflight.judge_preflight(HELD, mechanisms).level == "limits"


def test_oldest_landlock_that_suffices_is_full():
    mechanisms = Mechanisms(landlock.FULL_VERSION, True, True)
    assert preflight.judge_preflight(HELD, mechanisms).level == "full"


def test_system_without_limits_is_a_mere_process():
    got = preflight.judge_preflight(HELD, Mechanisms(7, True, False))
    assert (got.level, got.rlimits) == ("process", False)


@pytest.mark.parametrize(("mechanisms", "level"), [
    (ALL, "limits"), (Mechanisms(rlimits=True), "limits"),
    (Mechanisms(), "process")])
def test_walls_that_nobody_tried_are_said_to_be_untested(mechanisms, level):
    got = preflight.judge_preflight({}, mechanisms)
    assert (got.level, got.preflight) == (level, "not run")
    assert got.why == (preflight.NOT_TESTED,)


def test_reasons_of_the_system_come_before_those_of_the_probes():
    mechanisms = Mechanisms(0, True, True, (confine.NO_LANDLOCK,))
    got = preflight.judge_preflight({**HELD, "read": "it was possible"},
                                    mechanisms)
    assert got.why == (confine.NO_LANDLOCK,
                       "files outside its folder could be read "
                       "(it was possible)")


def test_kernel_without_landlock_is_explained_by_a_sentence(
        monkeypatch, spec, tmp_path):
    monkeypatch.setattr(landlock, "abi_version", lambda: 0)
    policy = confine.prepare(LIMITS, HIDDEN)
    got = in_child(lambda: probes.probe(spec), policy, str(tmp_path), LIMITS)
    policy.close()
    verdict = preflight.judge_preflight(got, policy.mechanisms)
    assert verdict.level == "limits"
    assert verdict.why[0] == confine.NO_LANDLOCK
    assert "read" in verdict.preflight


def test_machine_without_a_filter_is_explained_by_a_sentence(
        monkeypatch, spec, tmp_path):
    monkeypatch.setattr(seccomp, "this_machine", lambda: None)
    policy = confine.prepare(LIMITS, HIDDEN)
    got = in_child(lambda: probes.probe(spec), policy, str(tmp_path), LIMITS)
    policy.close()
    verdict = preflight.judge_preflight(got, policy.mechanisms)
    assert verdict.level == "limits"
    assert confine.NO_SECCOMP in verdict.why
    assert "fork" in verdict.preflight


def test_each_probe_means_something_to_the_user():
    assert [name for name, item in ALL_PROBES.items()
            if len(item.meaning) < 15] == []
