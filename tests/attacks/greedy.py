"""Too much of everything: time, memory, files, output."""

from .case import LIMITED, UNLIMITED, Attack, at_import, function

CATEGORY = "greed"

STUBBORN = ("while True:\n    try:\n        while True: pass\n"
            "    except BaseException: pass")

ATTACKS = [
    Attack("endless loop", function("while True: pass"),
           slow=True, marks="no answer after"),
    Attack("endless loop at import", at_import("while True: pass"),
           slow=True, marks="no answer after"),
    Attack("loop that catches every time-out", function(STUBBORN),
           slow=True, marks="no answer after"),
    Attack("processor time in C code", function(
        "return 7 ** 7 ** 9 % 5"), slow=True, marks="no answer after"),
    Attack("regular expression that explodes", function(
        "return re.match('(a+)+$', 'a' * 60 + 'b')", "import re"),
        slow=True, marks="no answer after"),
    Attack("sleep", function("time.sleep(60)", "import time"),
           slow=True, marks="no answer after"),
    Attack("each call takes a little less than the limit", function(
        "time.sleep(0.23)\nreturn 0", "import time"), slow=True),
    Attack("two gigabytes at once", function(
        "return bytearray(2 << 30)"), marks="MemoryError",
        open_at=UNLIMITED, harmful=UNLIMITED),
    Attack("memory that grows", function(
        "hoard = []\nwhile True: hoard.append(bytearray(1 << 20))"),
        open_at=UNLIMITED, harmful=UNLIMITED),
    Attack("array of a terabyte", function(
        "return np.ones((1 << 20, 1 << 17))", "import numpy as np"),
        marks="MemoryError",
        open_at=UNLIMITED, harmful=UNLIMITED),
    Attack("memory by mmap and shared memory", function(
        "for _ in range(9):\n"
        "    KEEP.append(mmap.mmap(-1, 1 << 28))\nreturn 0",
        "import mmap\nKEEP = []"),
        open_at=UNLIMITED, harmful=UNLIMITED),
    Attack("power of powers", function("return 9 ** 9 ** 8"), slow=True),
    Attack("many open files", function(
        "KEEP.extend(open('/dev/null') for _ in range(10 ** 5))",
        "KEEP = []"), marks="Too many open files",
        open_at=UNLIMITED, harmful=UNLIMITED),
    Attack("many pipes", function(
        "while True: KEEP.append(os.pipe())", "import os\nKEEP = []"),
        open_at=UNLIMITED, harmful=UNLIMITED),
    Attack("many threads", function(
        "for _ in range(10 ** 4):\n"
        "    threading.Thread(target=time.sleep, args=(9,)).start()",
        "import threading, time\nthreading.stack_size(1 << 20)"),
        open_at=UNLIMITED, harmful=UNLIMITED),
    Attack("fork bomb", at_import(
        "import os\nwhile True: os.fork()"), open_at=LIMITED, harmful=LIMITED),
    Attack("one huge file", function(
        "with open('big', 'wb') as file:\n"
        "    while True: file.write(bytes(1 << 20))"),
        marks="File too large",
        open_at=UNLIMITED, harmful=UNLIMITED),
    Attack("a huge file with a hole", function(
        "os.truncate(os.open('hole', 66), 1 << 40)", "import os"),
        open_at=UNLIMITED, harmful=UNLIMITED),
    Attack("very many small files", function(
        "for n in range(10 ** 6): open(str(n), 'w').close()"),
        harmful=LIMITED, open_at=LIMITED),
    Attack("many large files", function(
        "for n in range(10 ** 6):\n"
        "    with open(str(n), 'wb') as file: file.write(bytes(7 << 20))"),
        harmful=LIMITED, open_at=LIMITED),
    Attack("folders deeper than any path", function(
        "import os\nfor n in range(4000):\n"
        "    os.mkdir('d')\n    os.chdir('d')\nreturn 0"), slow=True),
    Attack("folders that nobody may enter", function(
        "import os\nfor mode in (0, 0o300, 0o200, 0o500):\n"
        "    name = f'd{mode}'\n    os.mkdir(name, mode)\n"
        "    try:\n        os.mkdir(name + '/inner', mode)\n"
        "    except OSError: pass\nreturn 0")),
    Attack("a hundred megabytes of output", function(
        "for _ in range(100): print('x' * (1 << 20))\nreturn 0"),
        marks="printed more than",
        open_at=UNLIMITED, harmful=UNLIMITED),
    Attack("output without a line end at import", at_import(
        "import sys\nwhile True: sys.stdout.write('x' * 65536)"),
        open_at=UNLIMITED, harmful=UNLIMITED),
    Attack("output by descriptor", function(
        "os.write(1, bytes(9 << 20))\nos.write(2, bytes(9 << 20))\n"
        "return 0", "import os"),
        open_at=UNLIMITED, harmful=UNLIMITED),
    Attack("output at a place far away", function(
        "os.lseek(1, 1 << 40, 0)\nos.write(1, b'x')\nreturn 0",
        "import os"), marks="File too large",
        open_at=UNLIMITED, harmful=UNLIMITED),
    Attack("loop that blocks every signal", function(
        "signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))\n"
        "while True: pass", "import signal"),
        slow=True, marks="used up its"),
    Attack("output of descriptor 4, the worker's own file", function(
        "os.ftruncate(4, 1 << 40)\nreturn 0", "import os"),
        open_at=UNLIMITED, harmful=UNLIMITED),
    Attack("closed descriptors", function(
        "os.closerange(0, 256)\nreturn 0", "import os")),
    Attack("exchanged descriptors", function(
        "os.dup2(4, 3)\nos.dup2(0, 1)\nreturn 0", "import os")),
    Attack("a higher priority", function(
        "os.nice(-19)\nreturn [sum(row) for row in matrix]", "import os")),
    Attack("limits raised again", function(
        "resource.setrlimit(resource.RLIMIT_AS, (-1, -1))\n"
        "return len(bytearray(600 << 20))", "import resource"),
        open_at=UNLIMITED, harmful=UNLIMITED),
]
