"""Changing files that are not its own, and leaving something behind."""

from .case import LIMITED, Attack, at_import, function

CATEGORY = "writing"


def write(path: str) -> str:
    """A file that writes to a path while it is loaded and when called."""
    code = f"open('{path}', 'a').write('mark')"
    return at_import("try:\n    " + code + "\nexcept OSError:\n    pass",
                     code)


def act(code: str) -> str:
    """A file that does something with the file system."""
    return function(code, "import os, shutil, tempfile")


ATTACKS = [
    Attack("a file in a folder of everybody", write("$OUTSIDE/mark"),
           open_at=LIMITED),
    Attack("a file in the home", write("$HOME/mark"), open_at=LIMITED),
    Attack("a file in the home, by its variable", act(
        "open(os.path.expanduser('~/mark'), 'w')"), open_at=LIMITED),
    Attack("a file in the folder for temporary files", write(
        "/tmp/mark-$PARENT"), open_at=LIMITED),
    Attack("a file in the shared memory", write("/dev/shm/mark-$PARENT"),
           open_at=LIMITED),
    Attack("a file by tempfile", act(
        "tempfile.NamedTemporaryFile(dir='$OUTSIDE', prefix='mark',"
        " delete=False)"), open_at=LIMITED),
    Attack("a file in the submission", write("$SUBMISSION/mark"),
           open_at=LIMITED),
    Attack("a file in the working folder of the grader", write(
        "/proc/$PARENT/cwd/mark"), open_at=LIMITED),
    Attack("a file beside its scratch folder", write("../mark"),
           open_at=LIMITED),
    Attack("a result file", act(
        "open('$OUTSIDE/report.json', 'w').write('{\"points\": 99}')"),
        open_at=LIMITED),
    Attack("a longer file", act(
        "os.truncate('$OUTSIDE/sentinel.txt', 0)"), open_at=LIMITED),
    Attack("a file that vanishes", act(
        "os.rename('$OUTSIDE/sentinel.txt', '$OUTSIDE/mark')"),
        open_at=LIMITED, harmful=LIMITED),
    Attack("a folder that vanishes", act(
        "shutil.rmtree('$SUBMISSION/..')"), open_at=LIMITED, harmful=LIMITED),
    Attack("modes of files", act("os.chmod('$OUTSIDE/sentinel.txt', 0)"),
           open_at=LIMITED, harmful=LIMITED),
    Attack("times and owners of files", act(
        "os.utime('$OUTSIDE/sentinel.txt', (0, 0))\n"
        "os.chown('$OUTSIDE/sentinel.txt', 1, 1)"),
        open_at=LIMITED, harmful=LIMITED),
    Attack("a hard link in its own folder to a file outside", act(
        "os.link('$OUTSIDE/sentinel.txt', 'hard')\n"
        "open('hard', 'w').write('mark')"), open_at=LIMITED),
    Attack("a link, and what the grader does with it later", act(
        "os.symlink('$OUTSIDE', 'link')\n"
        "os.mkfifo('fifo')\nreturn [sum(row) for row in matrix]"),
        open_at=LIMITED),
    Attack("a file without a name", act(
        "os.open('$OUTSIDE', os.O_TMPFILE | os.O_RDWR)\n"
        "return [sum(row) for row in matrix]"), open_at=LIMITED),
    Attack("a file by a raw system call", function(
        "fd = ctypes.CDLL(None).creat(b'$OUTSIDE/mark', 0o666)",
        "import ctypes"), open_at=LIMITED),
    Attack("memory that outlives it", function(
        "fd = ctypes.CDLL(None).shmget($PARENT, 4096, 0o1666)\n"
        "if fd >= 0:\n    ctypes.CDLL(None).shmctl(fd, 0, None)\n"
        "    return [sum(row) for row in matrix]", "import ctypes"),
        open_at=LIMITED),
    Attack("files in its own scratch folder, which are removed", act(
        "for n in range(50): open(f'mine-{n}', 'w').write('x')\n"
        "os.makedirs('a/b/c')\nreturn 0")),
]
