"""Ending early, in every way a process can end."""

from .case import LIMITED, Attack, at_import, function

CATEGORY = "exits"

TOP = "import ctypes, os, signal, sys"


# The page that tells whether walls stand: found, but let go of long ago.
SIGNS = """
import gc, mmap
for page in [one for one in gc.get_objects() if isinstance(one, mmap.mmap)]:
    try: page[:] = bytes(len(page))
    except ValueError: pass
frame = sys._getframe()
while frame is not None:
    zygote = frame.f_locals.get("self")
    try: zygote._signs._page[:] = bytes(4096)
    except (AttributeError, ValueError): pass
    frame = frame.f_back
os._exit(70)
"""


def ends(code: str) -> str:
    """A file whose function ends the process in this way."""
    return function(code + "\nreturn []", TOP)


ATTACKS = [
    Attack("sys.exit(0)", ends("sys.exit(0)"), marks="SystemExit"),
    Attack("sys.exit of an answer", ends("sys.exit([3, 7])")),
    Attack("SystemExit at import", at_import("raise SystemExit(0)")),
    Attack("os._exit(0)", ends("os._exit(0)"), marks="ended itself"),
    Attack("os._exit(0) at import", at_import("import os\nos._exit(0)")),
    Attack("quit()", function("quit()")),
    Attack("KeyboardInterrupt", ends("raise KeyboardInterrupt")),
    Attack("GeneratorExit", ends("raise GeneratorExit")),
    Attack("os.abort()", ends("os.abort()"), marks="aborted itself"),
    Attack("segmentation fault", ends("ctypes.string_at(0)"),
           marks="segmentation fault"),
    Attack("signal to itself", ends("os.kill(os.getpid(), 9)"),
           marks="it was killed"),
    Attack("signal.raise_signal", ends("signal.raise_signal(15)")),
    Attack("signal to the parent", ends("os.kill(os.getppid(), 15)"),
           open_at=LIMITED, harmful=LIMITED),
    Attack("signal to the grader", ends("os.kill($PARENT, 15)"),
           open_at=LIMITED, harmful=LIMITED),
    Attack("signal to the own group", ends("os.killpg(0, 9)")),
    Attack("signal to everybody", ends("os.kill(-1, 9)"),
           open_at=LIMITED, harmful=LIMITED),
    Attack("signal to the grader's group",
           ends("os.killpg(os.getpgid(os.getppid()), 9)"),
           open_at=LIMITED, harmful=LIMITED),
    Attack("signal by tgkill and pidfd", ends(
        "libc = ctypes.CDLL(None)\n"
        "libc.syscall(234, $PARENT, $PARENT, 9)\n"
        "signal.pidfd_send_signal(os.pidfd_open($PARENT), 9)"),
        open_at=LIMITED, harmful=LIMITED),
    Attack("signal through the owner of a descriptor", ends(
        "import fcntl\nfcntl.fcntl(3, fcntl.F_SETOWN, $PARENT)\n"
        "fcntl.fcntl(3, fcntl.F_SETFL, os.O_ASYNC)"),
        open_at=LIMITED, harmful=LIMITED),
    Attack("endless recursion", function("return sum_rows(matrix)"),
           marks="RecursionError"),
    Attack("recursion without a limit", function(
        "sys.setrecursionlimit(10 ** 8)\n"
        "def deep(x): return [deep, x, sorted([1, 2], key=deep)]\n"
        "return deep(1)", "import sys")),
    Attack("stack of C code overflows", function(
        "one = []\nfor _ in range(10 ** 6): one = [one]\n"
        "return repr(one)", "import sys\nsys.setrecursionlimit(10 ** 8)"),
           slow=True),
    Attack("illegal instruction", ends(
        "import mmap\npage = mmap.mmap(-1, 4096, prot=7)\n"
        "page.write(b'\\x0f\\x0b')\n"
        "where = ctypes.addressof(ctypes.c_char.from_buffer(page))\n"
        "ctypes.CFUNCTYPE(None)(where)()")),
    Attack("exit inside the text of an exception", function(
        "raise Loud", "import os\nclass Loud(Exception):\n"
        "    def __str__(self): os._exit(0)")),
    Attack("exit when a value is freed", function(
        "return [Late()]", "import os\nclass Late:\n"
        "    def __del__(self): os._exit(0)")),
    Attack("execv of a program that succeeds",
           ends("os.execv('/bin/true', ['true'])")),
    Attack("execv of Python that writes frames", ends(
        "os.execv(sys.executable, ['python', '-c',"
        " 'import os; os.write(3, bytes(9))'])")),
    Attack("the watchdog of faulthandler", ends(
        "import faulthandler\nfaulthandler.dump_traceback_later(0.05, exit="
        "True)\nwhile True: pass"), marks="ended itself"),
    Attack("an audit hook that ends the process", at_import(
        "import os, sys\nsys.addaudithook(lambda *words: os._exit(0))"),
           marks="ended itself"),
    # Nothing in this text looks dangerous.
    Attack("an object made of a number", function(
        "cell = np.array([1 << 20], np.uint64)\n"
        "return np.ndarray((1,), np.object_, cell).tolist()",
        "import numpy as np"), marks="segmentation fault"),
    # A fault of the grader costs no points: no end may look like one.
    Attack("status of a child without walls", ends("os._exit(70)"),
           marks="ended itself"),
    Attack("status of a child without walls, at import",
           at_import("import os\nos._exit(70)"), marks="ended itself"),
    Attack("status of a child without a parent", ends("os._exit(71)"),
           marks="ended itself"),
    Attack("its folder is removed, and the next child finds none", ends(
        "import shutil\nhere = os.getcwd()\nos.chdir('/')\n"
        "try: shutil.rmtree(here)\nfinally: os._exit(70)")),
    Attack("its folder is closed to the next child", ends(
        "try: os.chmod(os.getcwd(), 0)\nfinally: os._exit(70)")),
    Attack("the sign of its walls is taken down", ends(SIGNS)),
    Attack("stop without an end", ends("os.kill(os.getpid(), 19)"),
           slow=True),
    Attack("script that ends before it prints", "#!/usr/bin/env python3\n"
           "numbers = [1, 2, 3]\nraise SystemExit(0)\nprint(sum(numbers))\n",
           task="4-script"),
]
