"""Runs a function in a forked child, free or confined, and gives its answer.

The answer travels as JSON over a pipe. A child that dies gives the signal or
the status instead, as {"died": number}.
"""

import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from grader.model import Limits
from grader.sandbox import confine, landlock, seccomp

NOBODY = 65534
CHECKOUT = str(Path(__file__).resolve().parent.parent)
HIDDEN = [os.path.join(CHECKOUT, "grader"), CHECKOUT]
# What this system has: the tests expect each wall exactly where it can be.
VERSION = landlock.abi_version()
FILTERED = seccomp.this_machine() is not None


def in_child(work, policy=None, scratch="", limits=None):
    """What `work()` returns in a child; confined when there is a policy."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.close(reading)
            if policy is not None:
                os.chdir(scratch)
                # The test run itself may hold dozens of descriptors.
                confine.confine(policy, scratch,
                                limits or Limits(open_files=512))
            answer = work()
        except BaseException as error:
            answer = {"raised": f"{type(error).__name__}: {error}"}
        try:
            data = json.dumps(answer).encode()
            while data:
                data = data[os.write(writing, data):]
        finally:
            os._exit(0)
    os.close(writing)
    with open(reading, "rb") as pipe:
        data = pipe.read()
    status = os.waitpid(pid, 0)[1]
    return json.loads(data) if data else {"died": status}


def errno_of(action, *arguments):
    """Number of the OSError, or 0 when the action works."""
    try:
        action(*arguments)
    except OSError as error:
        return error.errno
    return 0


def become_nobody():
    """Give up root for an ordinary user; others stay who they are.

    Root of a name space that knows no other user stays who it is as well.
    """
    if os.geteuid() == 0 and errno_of(os.setgroups, []) == 0:
        os.setresgid(NOBODY, NOBODY, NOBODY)
        os.setresuid(NOBODY, NOBODY, NOBODY)


@contextlib.contextmanager
def folder_for_everybody():
    """A folder that nobody can enter too, unlike tmp_path."""
    folder = tempfile.mkdtemp(prefix="for-everybody-")
    try:
        os.chmod(folder, 0o777)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def in_user_namespace(command):
    """The command as root of a user namespace of its own, where possible."""
    own = ["unshare", "-Urn"]
    works = shutil.which("unshare") and os.system(
        "unshare -Urn true 2>/dev/null") == 0
    return [*own, *command] if works else command


def fresh(script, *arguments, prefix=lambda command: command):
    """What a script prints, as JSON, in an interpreter of its own."""
    paths = [CHECKOUT, os.path.join(CHECKOUT, "tests"),
             *(path for path in sys.path if path.endswith("-packages"))]
    command = prefix([sys.executable, "-I", "-P", "-c", script,
                      json.dumps(paths), *arguments])
    done = subprocess.run(command, capture_output=True, text=True,
                          timeout=60)
    assert done.stderr == ""
    return json.loads(done.stdout)
