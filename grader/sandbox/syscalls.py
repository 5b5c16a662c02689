"""The system calls that student code may not use, with their numbers.

Comes in: the name of a machine. Goes out: tables of numbers, for `seccomp` to
turn into a filter. Nothing here ever runs a system call.

Everything that is not named here is allowed: a list of what numpy, matplotlib
and each C library need would be longer, and wrong on the next system. Each
group says why it is refused. x86_64 numbers come from the kernel's
`asm/unistd_64.h`, aarch64 numbers from `asm-generic/unistd.h`; None where a
machine has no such call.
"""

from __future__ import annotations

from typing import NamedTuple

Row = tuple[str, int | None, int | None]        # name, x86_64, aarch64

# The highest number that somebody has looked at (Linux 6.17). A call beyond
# it gets ENOSYS, as on an older kernel: programs know how to go on.
LAST_KNOWN = 469


class Refused(NamedTuple):
    """Calls that answer EPERM, and why."""

    why: str
    calls: tuple[Row, ...]


class Machine(NamedTuple):
    """What differs between processors.

    audit: the number by which a filter knows the machine
    column: where its numbers stand in a Row
    foreign: from this number on, calls of a second table (x32); 0 for none
    """

    name: str
    audit: int
    column: int
    foreign: int


MACHINES = (
    Machine("x86_64", 0xC000003E, 1, 0x40000000),
    Machine("aarch64", 0xC00000B7, 2, 0),
)

REFUSED = (
    Refused("a second process escapes the limits and the end of the first", (
        ("fork", 57, None), ("vfork", 58, None), ("execve", 59, 221),
        ("execveat", 322, 281),
    )),
    Refused("no exercise talks to a network or to another process", (
        ("socket", 41, 198), ("socketpair", 53, 199), ("connect", 42, 203),
        ("bind", 49, 200), ("listen", 50, 201), ("accept", 43, 202),
        ("accept4", 288, 242),
    )),
    Refused("io_uring acts past this filter; io_setup drains a pool of all", (
        ("io_uring_setup", 425, 425), ("io_uring_enter", 426, 426),
        ("io_uring_register", 427, 427), ("io_setup", 206, 0),
    )),
    Refused("reads, changes or signals another process of the same user", (
        ("ptrace", 101, 117), ("process_vm_readv", 310, 270),
        ("process_vm_writev", 311, 271), ("process_madvise", 440, 440),
        ("process_mrelease", 448, 448), ("pidfd_open", 434, 434),
        ("pidfd_send_signal", 424, 424), ("pidfd_getfd", 438, 438),
        ("kcmp", 312, 272), ("move_pages", 279, 239),
        ("migrate_pages", 256, 238),
    )),
    Refused("slows down others, or freezes the machine when root does it", (
        ("setpriority", 141, 140), ("ioprio_set", 251, 30),
        ("sched_setaffinity", 203, 122), ("sched_setscheduler", 144, 119),
        ("sched_setparam", 142, 118), ("sched_setattr", 314, 274),
    )),
    Refused("leaving the process group escapes the kill at the end", (
        ("setpgid", 109, 154), ("setsid", 112, 157),
    )),
    Refused("root, or a low soft limit, could be raised again", (
        ("setrlimit", 160, 164),
    )),
    Refused("changes what paths mean, or tells of other file systems", (
        ("unshare", 272, 97), ("setns", 308, 268), ("mount", 165, 40),
        ("umount2", 166, 39), ("pivot_root", 155, 41), ("chroot", 161, 51),
        ("open_tree", 428, 428), ("open_tree_attr", 467, 467),
        ("move_mount", 429, 429), ("fsopen", 430, 430), ("fsconfig", 431, 431),
        ("fsmount", 432, 432), ("fspick", 433, 433),
        ("mount_setattr", 442, 442), ("statmount", 457, 457),
        ("listmount", 458, 458), ("quotactl", 179, 60),
        ("quotactl_fd", 443, 443),
    )),
    Refused("rarely tested parts of the kernel that no exercise needs", (
        ("bpf", 321, 280), ("perf_event_open", 298, 241),
        ("userfaultfd", 323, 282), ("keyctl", 250, 219), ("add_key", 248, 217),
        ("request_key", 249, 218), ("init_module", 175, 105),
        ("finit_module", 313, 273), ("delete_module", 176, 106),
        ("kexec_load", 246, 104), ("kexec_file_load", 320, 294),
        ("reboot", 169, 142), ("swapon", 167, 224), ("swapoff", 168, 225),
        ("syslog", 103, 116), ("acct", 163, 89), ("lookup_dcookie", 212, 18),
        ("nfsservctl", 180, 42), ("uselib", 134, None), ("vhangup", 153, 58),
        ("personality", 135, 92), ("iopl", 172, None), ("ioperm", 173, None),
        ("modify_ldt", 154, None),
    )),
    Refused("changes or stalls the whole machine", (
        ("settimeofday", 164, 170), ("clock_settime", 227, 112),
        ("adjtimex", 159, 171), ("clock_adjtime", 305, 266),
        ("sethostname", 170, 161), ("setdomainname", 171, 162),
        ("sync", 162, 81), ("syncfs", 306, 267),
    )),
    Refused("opens or watches files past Landlock", (
        ("name_to_handle_at", 303, 264), ("open_by_handle_at", 304, 265),
        ("fanotify_init", 300, 262), ("fanotify_mark", 301, 263),
        ("inotify_init", 253, None), ("inotify_init1", 294, 26),
        ("inotify_add_watch", 254, 27),
    )),
    Refused("memory and messages that no limit counts, or that stay behind", (
        ("shmget", 29, 194), ("shmat", 30, 196), ("shmctl", 31, 195),
        ("shmdt", 67, 197), ("msgget", 68, 186), ("msgsnd", 69, 189),
        ("msgrcv", 70, 188), ("msgctl", 71, 187), ("semget", 64, 190),
        ("semop", 65, 193), ("semtimedop", 220, 192), ("semctl", 66, 191),
        ("mq_open", 240, 180), ("mq_unlink", 241, 181),
        ("memfd_create", 319, 279), ("memfd_secret", 447, 447),
    )),
    Refused("owner, mode, times and marks of files: Landlock allows these", (
        ("chmod", 90, None), ("fchmod", 91, 52), ("fchmodat", 268, 53),
        ("fchmodat2", 452, 452), ("chown", 92, None), ("fchown", 93, 55),
        ("lchown", 94, None), ("fchownat", 260, 54), ("utime", 132, None),
        ("utimes", 235, None), ("futimesat", 261, None),
        ("utimensat", 280, 88), ("setxattr", 188, 5), ("lsetxattr", 189, 6),
        ("fsetxattr", 190, 7), ("setxattrat", 463, 463),
        ("removexattr", 197, 14), ("lremovexattr", 198, 15),
        ("fremovexattr", 199, 16), ("removexattrat", 466, 466),
        ("file_setattr", 469, 469), ("mknod", 133, None), ("mknodat", 259, 33),
    )),
    Refused("becoming somebody else; needs rights that were dropped already", (
        ("setuid", 105, 146), ("setgid", 106, 144), ("setreuid", 113, 145),
        ("setregid", 114, 143), ("setresuid", 117, 147),
        ("setresgid", 119, 149), ("setgroups", 116, 159),
        ("setfsuid", 122, 151), ("setfsgid", 123, 152), ("capset", 126, 91),
    )),
)

# Allowed or refused by their arguments; `seccomp` holds the conditions.
#   clone             threads only
#   clone3            ENOSYS: its flags lie in memory that a filter cannot
#                     read, and C libraries then use clone
#   kill and its kin  only to the own process
#   ioctl             only what files and pipes need: TIOCSTI types into a
#                     terminal, FIOSETOWN sends signals, others mark files
#   fcntl             not F_SETOWN, F_SETSIG, F_NOTIFY (signals without kill)
#                     and F_SETLEASE (stops other readers)
#   prctl             not the switches that `privileges` has set
#   prlimit64         only to read the own limits
CHECKED: tuple[Row, ...] = (
    ("clone", 56, 220), ("clone3", 435, 435), ("kill", 62, 129),
    ("tkill", 200, 130), ("tgkill", 234, 131), ("rt_sigqueueinfo", 129, 138),
    ("rt_tgsigqueueinfo", 297, 240), ("ioctl", 16, 29), ("fcntl", 72, 25),
    ("prctl", 157, 167), ("prlimit64", 302, 261),
)

# What a zygote needs to fork, kill and confine its children. Its own filter
# lets these pass, the one that each child adds does not.
LEFT_TO_CHILDREN = frozenset((
    "fork", "clone", "setsid", "memfd_create", "setrlimit", "prlimit64",
    "prctl", "kill", "tkill", "tgkill", "rt_sigqueueinfo",
    "rt_tgsigqueueinfo",
))


def machine_named(name: str) -> Machine | None:
    """The machine as `os.uname` names it, or None when it has no table."""
    for machine in MACHINES:
        if machine.name == name:
            return machine
    return None


def refused_numbers(machine: Machine) -> dict[str, int]:
    """Name -> number of each call that is always refused."""
    return _numbers(tuple(row for group in REFUSED for row in group.calls),
                    machine)


def checked_numbers(machine: Machine) -> dict[str, int]:
    """Name -> number of each call that depends on its arguments."""
    return _numbers(CHECKED, machine)


def _numbers(rows: tuple[Row, ...], machine: Machine) -> dict[str, int]:
    table = {}
    for row in rows:
        number = row[1] if machine.column == 1 else row[2]
        if number is not None:
            table[row[0]] = number
    return table
