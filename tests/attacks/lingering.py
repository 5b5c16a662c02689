"""Code that goes on after the call, or outlives its process."""

from .case import LIMITED, Attack, at_import, function

CATEGORY = "lingering code"

MARK = "open('$OUTSIDE/mark', 'a').write('late')"
# A daemon that would be seen for two seconds, and then ends.
DAEMON = ("import os, time\n"
          "if os.fork() == 0:\n"
          "    os.setsid()\n"
          "    if os.fork() == 0:\n"
          f"        time.sleep(0.05); {MARK}; time.sleep(3)\n"
          "    os._exit(0)\n")

ATTACKS = [
    Attack("thread that writes frames later", function(
        "threading.Thread(target=later, daemon=True).start()\nreturn 0",
        "import os, threading, time\ndef later():\n"
        "    while True:\n        os.write(3, bytes(4)); time.sleep(0.01)")),
    Attack("thread that holds the interpreter", function(
        "threading.Thread(target=spin, daemon=True).start()\nreturn 0",
        "import sys, threading\ndef spin():\n"
        "    sys.setswitchinterval(100)\n    while True: pass"),
           slow=True),
    Attack("thread that changes the answer of a later call", function(
        "threading.Thread(target=spoil, args=(matrix,)).start()\n"
        "return OUT", "import threading, time\nOUT = []\n"
        "def spoil(matrix):\n    for _ in range(50):\n"
        "        OUT[:] = [3, 7]; time.sleep(0.001)"), most=2.8),
    Attack("thread that is never joined", function(
        "threading.Thread(target=time.sleep, args=(60,)).start()\nreturn 0",
        "import threading, time"), slow=True),
    Attack("atexit that writes outside", at_import(
        "import atexit\n"
        f"atexit.register(lambda: {MARK})")),
    Attack("daemon at import", at_import(DAEMON), open_at=LIMITED),
    Attack("daemon in a call", function(DAEMON + "return 0"),
           open_at=LIMITED),
    Attack("daemon by subprocess", at_import(
        "import subprocess\nsubprocess.Popen(['/bin/sleep', '3'],"
        " start_new_session=True)"), open_at=LIMITED),
    Attack("daemon by posix_spawn", at_import(
        "import os\nos.posix_spawn('/bin/sleep', ['sleep', '3'], {},"
        " setsid=True)"), open_at=LIMITED, slow=True),
    Attack("daemon by a raw clone", at_import(
        "import ctypes, os, time\n"
        "if os.uname().machine == 'x86_64':\n"
        "    if ctypes.CDLL(None).syscall(56, 17, 0, 0, 0, 0) == 0:\n"
        f"        os.setsid(); time.sleep(0.05); {MARK}; time.sleep(3)\n"
        "        os._exit(0)\n"), open_at=LIMITED, slow=True),
    Attack("daemon by vfork", at_import(
        "import ctypes, os\nctypes.CDLL(None).vfork() or os._exit(0)\n"),
           slow=True),
    Attack("new session to escape the kill", at_import(
        "import os, time\nos.setsid()\nwhile True: time.sleep(1)")),
    Attack("timer that rings after the answer", function(
        "signal.signal(signal.SIGALRM, lambda *words: None)\n"
        "signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)\nreturn 0",
        "import signal")),
    Attack("finaliser that fights for its life", function(
        "Again()\nreturn 0", "class Again:\n    def __del__(self):\n"
        "        global keep\n        keep = Again()"), slow=True),
    Attack("multiprocessing pool", function(
        "with multiprocessing.Pool(2) as pool:\n"
        "    return pool.map(len, matrix)", "import multiprocessing")),
    Attack("job for cron and at", at_import(
        "import subprocess\nsubprocess.run(['/bin/sh', '-c',"
        " 'echo x > $OUTSIDE/mark'])"), open_at=LIMITED),
]
