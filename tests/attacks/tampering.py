"""Changing other tasks, its own text, or what the next child sees."""

from .case import LIMITED, Attack, at_import, function, sure

CATEGORY = "tampering"

RIGHT = ("#!/usr/bin/env python3\\n\"\"\"Sums.\"\"\"\\n\\n\\n"
         "def sum_rows(matrix):\\n    \"\"\"Sum.\"\"\"\\n"
         "    return [sum(row) for row in matrix]\\n")
OWN = "$SUBMISSION/0x00-attacked/0-sum_rows.py"
OTHER = "$SUBMISSION/0x00-attacked/1-double_rows.py"

ATTACKS = [
    Attack("namespaces of its own", sure(
        "[sum(row) for row in matrix] "
        "if ctypes.CDLL(None).unshare(0x10020000) == 0 else 0",
        "import ctypes"), open_at=LIMITED),
    Attack("the namespaces of the grader", sure(
        "[sum(row) for row in matrix] if not ctypes.CDLL(None).setns("
        "os.open('/proc/$PARENT/ns/net', 0), 0) else 0",
        "import ctypes, os"), open_at=LIMITED),
    Attack("its own text, for the next reader", at_import(
        f"open('{OWN}', 'w').write('{RIGHT}')"), open_at=LIMITED),
    Attack("its own text, for a second child", function(
        f"open('{OWN}', 'w').write('{RIGHT}')\nos._exit(0)",
        "import os"), open_at=LIMITED),
    Attack("the neighbour's text", at_import(
        f"open('{OTHER}', 'w').write('raise SystemExit')"),
        open_at=LIMITED),
    Attack("the neighbour is removed", at_import(
        f"import os\nos.unlink('{OTHER}')"), open_at=LIMITED),
    Attack("compiled files beside its text", at_import(
        "import os\nos.mkdir('$SUBMISSION/0x00-attacked/__pycache__')"),
        open_at=LIMITED),
    Attack("compiled files of the library", at_import(
        "import os, colorsys\n"
        "open(colorsys.__cached__, 'ab').write(b'')\n",
        "return [sum(row) for row in matrix]"),
        open_at=LIMITED),
    Attack("a library for the next child", at_import(
        "import numpy, os\n"
        "open(os.path.dirname(numpy.__file__) + '/mark', 'w').close()\n"
        "os.unlink(os.path.dirname(numpy.__file__) + '/mark')\n",
        "return [sum(row) for row in matrix]"), open_at=LIMITED),
    Attack("the grader's own files", at_import(
        "open('$GRADER/judge.py', 'a').write('')\n",
        "return [sum(row) for row in matrix]"), open_at=LIMITED),
    Attack("the check file", at_import(
        "open('$SUBMISSION/../../checks/0x00-attacked/0-sum_rows.py', 'a')"
        ".write('')\n", "return [sum(row) for row in matrix]"),
        open_at=LIMITED),
    Attack("the limits of the grader", function(
        "resource.prlimit($PARENT, resource.RLIMIT_NOFILE, (99, 4096))\n"
        "return [sum(row) for row in matrix]", "import resource"),
        open_at=LIMITED, harmful=LIMITED),
    Attack("the processor of the grader", function(
        "os.sched_setaffinity($PARENT, {0})\n"
        "return [sum(row) for row in matrix]", "import os"),
        open_at=LIMITED, harmful=LIMITED),
    Attack("the grader comes last in line", function(
        "os.setpriority(os.PRIO_PROCESS, $PARENT, 19)\n"
        "return [sum(row) for row in matrix]", "import os"),
        open_at=LIMITED, harmful=LIMITED),
    Attack("numpy for the task that runs beside it", at_import(
        "import numpy, sys, builtins\n"
        "numpy.sum = builtins.sum = lambda *words: 0\n"
        "sys.modules['math'] = None\n")),
    Attack("a neighbour that it imports and changes", function(
        "import importlib\n"
        "other = importlib.import_module('1-double_rows')\n"
        "other.double_rows = lambda matrix: 0\nreturn 0")),
    Attack("the neighbour's scratch folder", function(
        "for name in os.listdir('..'):\n"
        "    open(f'../{name}/mark', 'w').close()\nreturn 0",
        "import os")),
    Attack("another child by ptrace", function(
        "libc = ctypes.CDLL(None)\n"
        "for pid in range(os.getpid() - 3, os.getpid() + 4):\n"
        "    if pid != os.getpid() and libc.ptrace(0x4206, pid, 0, 0) == 0:\n"
        "        return [sum(row) for row in matrix]\nreturn 0",
        "import ctypes, os")),
    Attack("the memory of the process that forked it", function(
        "with open(f'/proc/{os.getppid()}/mem', 'rb+') as file:\n"
        "    return [sum(row) for row in matrix]", "import os"),
        open_at=LIMITED),
    Attack("the memory of the grader", function(
        "with open('/proc/$PARENT/mem', 'rb+') as file:\n"
        "    return [sum(row) for row in matrix]", "import os"),
        open_at=LIMITED),
]
