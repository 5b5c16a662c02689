"""The filter on system calls: its decisions, its tables, its bite."""

import ctypes
import errno
import faulthandler
import fcntl
import os
import re
import resource
import signal
import socket
import struct
import threading
from pathlib import Path

import pytest
from confined_child import errno_of, in_child

from grader.sandbox import kernel, privileges, seccomp, syscalls

X86_64, AARCH64 = syscalls.MACHINES
PID = 4321
KILL, ALLOW = "kill", "allow"
EPERM, ENOSYS = errno.EPERM, errno.ENOSYS
PTHREAD_FLAGS = 0x003D0F00
HEADERS = {
    "x86_64": ("/usr/include/x86_64-linux-gnu/asm/unistd_64.h",
               "/usr/include/asm/unistd_64.h"),
    "aarch64": ("/usr/include/asm-generic/unistd.h",),
}
# Facts from the kernel's own headers, for machines that have none installed.
FACTS = [line.split() for line in (
    Path(__file__).parent / "syscall_numbers.txt").read_text(
        encoding="ascii").splitlines() if not line.startswith("#")]
each_machine = pytest.mark.parametrize("machine", syscalls.MACHINES,
                                       ids=lambda machine: machine.name)


def patched(machine, pid=PID, part="all"):
    """The program as a child would install it."""
    made = seccomp.build_filter(machine, part)
    program = bytearray(made.program)
    for gap in made.gaps:
        struct.pack_into("<I", program, gap, pid)
    return [struct.unpack_from("<HBBI", program, place)
            for place in range(0, len(program), 8)]


def run_filter(steps, audit, number, arguments=()):
    """What the kernel's filter machine answers, step by step."""
    words = (list(arguments) + [0] * 6)[:6]
    data = struct.pack("<IIQ6Q", number, audit, 0, *words)
    place, loaded = 0, 0
    while True:
        code, if_true, if_false, value = steps[place]
        place += 1
        if code == seccomp.ANSWER:
            return value
        if code == seccomp.LOAD:
            loaded = struct.unpack_from("<I", data, value)[0]
        elif code == seccomp.AND:
            loaded &= value
        elif code == seccomp.JUMP_EQUAL:
            place += if_true if loaded == value else if_false
        elif code == seccomp.JUMP_AT_LEAST:
            place += if_true if loaded >= value else if_false
        else:
            raise AssertionError(f"unknown instruction {code:#x}")


def decision(machine, number, *arguments, audit=None):
    """allow, kill, or the error number of the answer."""
    answer = run_filter(patched(machine),
                        machine.audit if audit is None else audit,
                        number, arguments)
    if answer == 0x7FFF0000:
        return ALLOW
    if answer == 0x80000000:
        return KILL
    assert answer >> 16 == 5
    return answer & 0xFFFF


def decide(machine, name, *arguments):
    """The decision on a call that depends on its arguments, by name."""
    number = syscalls.checked_numbers(machine)[name]
    return decision(machine, number, *arguments)


def known_numbers(machine):
    """name -> number from the committed facts."""
    return {row[0]: int(row[machine.column]) for row in FACTS
            if row[machine.column] != "-"}


def header_numbers(name):
    """name -> number from the first header that is installed here."""
    for path in map(Path, HEADERS[name]):
        if path.exists():
            found = re.findall(r"#define __NR(?:3264)?_(\w+)\s+(\d+)\s",
                               path.read_text(encoding="utf-8"))
            return {key: int(value) for key, value in found}
    return {}


# --- the tables ---------------------------------------------------------

@each_machine
def test_tables_are_what_the_kernel_says(machine):
    ours = {**syscalls.refused_numbers(machine),
            **syscalls.checked_numbers(machine)}
    assert ours == known_numbers(machine)


@each_machine
def test_facts_agree_with_the_headers_of_this_system(machine):
    theirs = header_numbers(machine.name)
    wrong = {name: (number, theirs[name])
             for name, number in known_numbers(machine).items()
             if theirs.get(name, number) != number}
    assert wrong == {}


@each_machine
def test_no_number_is_named_twice(machine):
    rows = [row for group in syscalls.REFUSED for row in group.calls]
    numbers = [row[machine.column] for row in [*rows, *syscalls.CHECKED]
               if row[machine.column] is not None]
    assert len(numbers) == len(set(numbers))


def test_calls_since_2019_have_one_number_on_both_machines():
    rows = [row for group in syscalls.REFUSED for row in group.calls]
    assert [row for row in [*rows, *syscalls.CHECKED]
            if (row[1] or 0) >= 424 and row[1] != row[2]] == []


def test_aarch64_lacks_only_calls_that_never_existed_there():
    rows = [row for group in syscalls.REFUSED for row in group.calls]
    assert {row[0] for row in rows if row[2] is None} == {
        "fork", "vfork", "chmod", "chown", "lchown", "utime", "utimes",
        "futimesat", "mknod", "inotify_init", "iopl", "ioperm",
        "modify_ldt", "uselib"}


def test_every_group_says_why():
    assert [group for group in syscalls.REFUSED if len(group.why) < 20] == []


def test_machine_without_a_table_is_unknown():
    assert syscalls.machine_named("riscv64") is None


def test_machine_is_found_by_its_name():
    assert syscalls.machine_named("aarch64") is AARCH64


def test_system_without_linux_has_no_filter(monkeypatch):
    monkeypatch.setattr("sys.platform", "darwin")
    assert seccomp.this_machine() is None


def test_32_bit_interpreter_has_no_filter(monkeypatch):
    monkeypatch.setattr("sys.maxsize", 2 ** 31 - 1)
    assert seccomp.this_machine() is None


# --- decisions ----------------------------------------------------------

@each_machine
def test_each_refused_call_answers_eperm(machine):
    got = {name: decision(machine, number) for name, number
           in syscalls.refused_numbers(machine).items()}
    assert set(got.values()) == {EPERM}


@each_machine
def test_each_call_that_nobody_named_is_allowed(machine):
    named = {*syscalls.refused_numbers(machine).values(),
             *syscalls.checked_numbers(machine).values()}
    got = {number: decision(machine, number)
           for number in range(syscalls.LAST_KNOWN + 1)
           if number not in named}
    assert set(got.values()) == {ALLOW}


@each_machine
@pytest.mark.parametrize("number", [470, 471, 547, 1000, 0x3FFFFFFF])
def test_call_of_a_later_kernel_is_unknown(machine, number):
    assert decision(machine, number) == ENOSYS


@each_machine
@pytest.mark.parametrize("audit", [0x40000003, 0x40000028, 0, 0xFFFFFFFF])
def test_call_of_another_machine_kills(machine, audit):
    assert decision(machine, 1, audit=audit) == KILL


def test_call_of_the_other_table_kills():
    assert decision(X86_64, 1, audit=AARCH64.audit) == KILL
    assert decision(AARCH64, 1, audit=X86_64.audit) == KILL


@pytest.mark.parametrize("number", [0x40000000, 0x40000001, 0x40000208,
                                    0xFFFFFFFF])
def test_x32_call_kills(number):
    assert decision(X86_64, number) == KILL


@each_machine
@pytest.mark.parametrize(("flags", "expected"), [
    (PTHREAD_FLAGS, ALLOW),
    (PTHREAD_FLAGS | 0x00400000, ALLOW),            # as musl makes threads
    (signal.SIGCHLD, EPERM),                        # fork
    (0x4100 | signal.SIGCHLD, EPERM),               # vfork, posix_spawn
    (0x01200011, EPERM),                            # fork of the C library
    (0x00010000, EPERM),                            # not even a thread
    (PTHREAD_FLAGS | 0x10000000, EPERM),            # user namespace
    (PTHREAD_FLAGS | 0x40000000, EPERM),            # network namespace
    (PTHREAD_FLAGS | 0x00020000, EPERM),            # mount namespace
    (PTHREAD_FLAGS | 0x00008000, EPERM),            # child of the parent
    (PTHREAD_FLAGS | 0x00002000, EPERM),            # traced by the tracer
    (PTHREAD_FLAGS | 0x00001000, EPERM),            # with a pidfd
    (0, EPERM),
])
def test_clone_makes_threads_only(machine, flags, expected):
    assert decide(machine, "clone", flags) == expected


@each_machine
def test_clone3_is_unknown_so_that_libraries_use_clone(machine):
    assert decide(machine, "clone3", 0x7000, 88) == ENOSYS


@each_machine
@pytest.mark.parametrize("name", ["kill", "tkill", "tgkill",
                                  "rt_sigqueueinfo", "rt_tgsigqueueinfo"])
@pytest.mark.parametrize(("pid", "expected"), [
    (PID, ALLOW),
    (PID + 1, EPERM),
    (0, EPERM),                                     # the whole group
    (2 ** 64 - 1, EPERM),                           # everybody
    (2 ** 64 - PID, EPERM),                         # a group
    (1, EPERM),
    (seccomp.PID_GAP, EPERM),
])
def test_signals_reach_only_the_own_process(machine, name, pid, expected):
    assert decide(machine, name, pid, 9, 9) == expected


@each_machine
def test_pid_stands_in_each_of_its_places(machine):
    gaps = seccomp.build_filter(machine).gaps
    assert len(gaps) >= 3       # neighbours share one place
    assert all(step[3] != seccomp.PID_GAP for step in patched(machine))


@each_machine
@pytest.mark.parametrize(("request_number", "expected"), [
    (0x5401, ALLOW),            # TCGETS, by isatty
    (0x802C542A, ALLOW),        # TCGETS2, by isatty of new C libraries
    (0x5451, ALLOW),            # FIOCLEX
    (0x541B, ALLOW),            # FIONREAD
    (0x5412, EPERM),            # TIOCSTI
    (0x541C, EPERM),            # TIOCLINUX
    (0x5412 | 1 << 40, EPERM),  # the kernel looks at the lower half
    (0x8901, EPERM),            # FIOSETOWN
    (0x40086602, EPERM),        # FS_IOC_SETFLAGS
    (0, EPERM),
])
def test_ioctl_does_only_what_files_need(machine, request_number, expected):
    assert decide(machine, "ioctl", 0, request_number) == expected


@each_machine
@pytest.mark.parametrize(("command", "expected"), [
    (fcntl.F_GETFD, ALLOW),
    (fcntl.F_SETFL, ALLOW),
    (fcntl.F_DUPFD_CLOEXEC, ALLOW),
    (fcntl.F_SETLK, ALLOW),
    (fcntl.F_SETOWN, EPERM),
    (fcntl.F_SETSIG, EPERM),
    (15, EPERM),                # F_SETOWN_EX
    (fcntl.F_SETLEASE, EPERM),
    (fcntl.F_NOTIFY, EPERM),
])
def test_fcntl_sends_no_signals(machine, command, expected):
    assert decide(machine, "fcntl", 3, command, 1) == expected


@each_machine
@pytest.mark.parametrize(("option", "expected"), [
    (15, ALLOW),                # PR_SET_NAME
    (0x53564D41, ALLOW),        # PR_SET_VMA, by malloc
    (kernel.PR_SET_SECCOMP, ALLOW),
    (kernel.PR_SET_PDEATHSIG, EPERM),
    (kernel.PR_SET_DUMPABLE, EPERM),
    (0x59616D61, EPERM),        # PR_SET_PTRACER
])
def test_prctl_keeps_our_switches(machine, option, expected):
    assert decide(machine, "prctl", option, 1) == expected


@each_machine
@pytest.mark.parametrize(("arguments", "expected"), [
    ((0, 7, 0, 0x7F0000001000), ALLOW),             # getrlimit
    ((0, 7, 0x7F0000001000, 0), EPERM),             # setrlimit
    ((0, 7, 0x7F0000000000 << 8, 0), EPERM),        # upper half only
    ((PID, 7, 0, 0x1000), EPERM),                   # of others
])
def test_prlimit_only_reads_own_limits(machine, arguments, expected):
    assert decide(machine, "prlimit64", *arguments) == expected


@each_machine
def test_program_is_within_the_length_the_kernel_takes(machine):
    assert len(seccomp.build_filter(machine).program) // 8 < 512


@each_machine
def test_every_answer_is_found_within_a_few_steps(machine):
    steps = patched(machine)
    longest = max(_count(steps, machine, number)
                  for number in range(syscalls.LAST_KNOWN + 1))
    assert longest <= 25        # a list would take 150


def _count(steps, machine, number):
    seen = []

    class Counted(list):
        def __getitem__(self, place):
            seen.append(place)
            return super().__getitem__(place)

    run_filter(Counted(steps), machine.audit, number)
    return len(seen)


# --- two parts: one for the zygote, one for each child -------------------

# Arguments at both sides of each condition in the filter.
WORDS = (0, 1, 2, 3, 4, 7, 8, 10, 15, 16, 35, 36, 1024, 1026, PID, PID + 1,
         0x5401, 0x5412, 0x541B, 0x8901, 0x802C542A, 0x59616D61, 1 << 40,
         PTHREAD_FLAGS, PTHREAD_FLAGS | 0x10000000, 0x01200011,
         seccomp.PID_GAP, 2 ** 64 - 1)


def strictest(filters, audit, number, arguments):
    """What the kernel makes of the answers of several filters."""
    answers = [run_filter(steps, audit, number, arguments)
               for steps in filters]
    # Killing comes first, then an error number, then "go on".
    return min(answers, key=lambda answer: (answer != 0x80000000,
                                            answer >> 16))


@each_machine
def test_two_parts_answer_as_one_filter(machine):
    whole = [patched(machine)]
    parts = [patched(machine, part=part) for part in ("shared", "own")]
    conditional = set(syscalls.checked_numbers(machine).values())
    cases = [(audit, number, arguments)
             for number in (*range(syscalls.LAST_KNOWN + 3), 1000, 0x3FFFFFFF,
                            0x40000000, 0x40000001, 0xFFFFFFFF)
             for word in (WORDS if number in conditional else (0,))
             for arguments in ((word, 0, 0), (0, word, 0), (0, 7, word))
             for audit in (machine.audit, 0x40000003)]
    assert [case for case in cases
            if strictest(parts, *case) != strictest(whole, *case)] == []


@each_machine
def test_part_of_the_zygote_lets_it_fork_kill_and_confine(machine):
    numbers = {**syscalls.refused_numbers(machine),
               **syscalls.checked_numbers(machine)}
    steps = patched(machine, part="shared")
    passed = {name for name, number in numbers.items()
              if run_filter(steps, machine.audit, number,
                            (0, fcntl.F_SETOWN)) == 0x7FFF0000}
    assert passed == syscalls.LEFT_TO_CHILDREN & numbers.keys()


@each_machine
def test_part_of_the_zygote_knows_no_pid(machine):
    assert seccomp.build_filter(machine, "shared").gaps == ()
    assert len(seccomp.build_filter(machine, "own").gaps) >= 3


# --- the bite: real children --------------------------------------------

def filtered(work):
    """What work() gives in a child under the filter, and nothing else."""
    machine = seccomp.this_machine()

    def inside():
        privileges.forbid_new_privileges()
        seccomp.install_filter(seccomp.build_filter(machine), os.getpid())
        return work()
    return in_child(inside)


def refused(action, *arguments):
    """The error number of an action under the filter."""
    return filtered(lambda: errno_of(action, *arguments))


def c_call(name, *arguments):
    """Call a function of the C library; raises as the kernel says."""
    library = ctypes.CDLL(None, use_errno=True)
    if getattr(library, name)(*arguments) < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


ACTIONS = {
    "fork": os.fork,
    "exec": lambda: os.execv("/bin/true", ["true"]),
    "spawn": lambda: os.posix_spawn("/bin/true", ["true"], {}),
    "tcp socket": lambda: socket.socket(socket.AF_INET).close(),
    "udp socket": lambda: socket.socket(
        socket.AF_INET, socket.SOCK_DGRAM).close(),
    "unix socket": lambda: socket.socket(socket.AF_UNIX).close(),
    "netlink socket": lambda: socket.socket(
        socket.AF_NETLINK, socket.SOCK_RAW).close(),
    "socket pair": lambda: socket.socketpair(),
    "signal to the parent": lambda: os.kill(os.getppid(), 0),
    "signal to the group": lambda: os.kill(0, 0),
    "signal to everybody": lambda: os.kill(-1, 0),
    "own session": os.setsid,
    "own group": lambda: os.setpgid(0, 0),
    "priority of others": lambda: os.setpriority(
        os.PRIO_USER, os.getuid(), 19),
    "processors of others": lambda: os.sched_setaffinity(
        os.getppid(), {0}),
    "mode of a file": lambda: os.chmod("/tmp", 0o1777),
    "owner of a file": lambda: os.chown("/tmp", os.getuid(), -1),
    "times of a file": lambda: os.utime("/tmp"),
    "mark on a file": lambda: os.setxattr("/tmp", "user.x", b"1"),
    "memory file": lambda: os.close(os.memfd_create("x")),
    "trace": lambda: c_call("ptrace", 0, 0, 0, 0),
    "namespace": lambda: c_call("unshare", 0x10000000),
    "mount": lambda: c_call("mount", b"x", b"/", b"tmpfs", 0, 0),
    "shared memory": lambda: c_call("shmget", 0, 4096, 0o1600),
    "message queue": lambda: c_call("msgget", 0, 0o1600),
    "personality": lambda: c_call("personality", 0x0040000),
    "file watch": lambda: c_call("inotify_init1", 0),
    "host name": lambda: c_call("sethostname", b"x", 1),
    "parent's death": lambda: c_call("prctl", 1, 0, 0, 0, 0),
}


@pytest.mark.parametrize("name", ACTIONS)
def test_child_under_the_filter_is_refused(name):
    assert refused(ACTIONS[name]) == EPERM


def test_io_uring_is_refused():
    assert refused(kernel.syscall, 425, 1, 0) == EPERM


def test_call_beyond_the_table_is_unknown_to_a_child():
    assert refused(kernel.syscall, 480) == ENOSYS


def test_child_may_signal_itself():
    def ask():
        signal.signal(signal.SIGUSR1, lambda number, frame: got.append(1))
        os.kill(os.getpid(), signal.SIGUSR1)
        signal.raise_signal(signal.SIGUSR1)
        return got
    got = []
    assert filtered(ask) == [1, 1]


def test_alarm_still_rings():
    def ask():
        signal.signal(signal.SIGALRM, lambda number, frame: got.append(1))
        signal.setitimer(signal.ITIMER_REAL, 0.01)
        signal.pause()
        return got
    got = []
    assert filtered(ask) == [1]


def test_child_may_start_threads():
    def ask():
        threads = [threading.Thread(target=got.append, args=(number,))
                   for number in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return sorted(got)
    got = []
    assert filtered(ask) == [0, 1, 2]


def test_thread_of_a_child_is_under_the_filter_too():
    def ask():
        thread = threading.Thread(
            target=lambda: got.append(errno_of(socket.socket)))
        thread.start()
        thread.join()
        return got
    got = []
    assert filtered(ask) == [EPERM]


def test_child_may_look_at_its_limits_but_not_set_them():
    def ask():
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        except ValueError as error:     # how Python reports EPERM here
            return str(error)
        return "set"
    assert filtered(ask) == "not allowed to raise maximum limit"


def test_child_may_ask_what_a_descriptor_is():
    def ask():
        with open("/dev/null", encoding="ascii") as file:
            os.set_inheritable(file.fileno(), True)
            return file.isatty()
    assert filtered(ask) is False


def test_abort_ends_a_child_as_without_a_filter():
    def ask():
        faulthandler.disable()      # no long trace in the output of tests
        os.abort()
    assert filtered(ask)["died"] & 0x7F == signal.SIGABRT


def test_second_filter_cannot_take_the_first_one_back():
    def ask():
        everything = struct.pack("<HBBI", seccomp.ANSWER, 0, 0,
                                 seccomp.ALLOW)
        seccomp.install_filter(seccomp.Filter(everything, ()), 0)
        return errno_of(socket.socket)
    assert filtered(ask) == EPERM


def test_filter_without_no_new_privileges_is_refused_to_ordinary_rights():
    def ask():
        privileges.drop_capabilities(privileges.kept_capabilities())
        made = seccomp.build_filter(seccomp.this_machine())
        return errno_of(seccomp.install_filter, made, os.getpid())
    assert in_child(ask) == errno.EACCES
