"""Reading what is none of a student's business."""

from .case import LIMITED, Attack, function

CATEGORY = "reading"


def read(expression: str, top: str = "import os") -> str:
    """A file that gives back what it could read."""
    return function(f"return {expression}", top)


def text_of(path: str) -> str:
    """A file that gives back the text of a file."""
    return read(f"open('{path}').read()")


ATTACKS = [
    Attack("a file of somebody else", text_of("$OUTSIDE/secret.txt"),
           open_at=LIMITED),
    Attack("the work of another student", text_of(
        "$SUBMISSION/../other/0x00-attacked/0-sum_rows.py"),
        open_at=LIMITED),
    Attack("the work of another student, through its own folder", read(
        "[text for place, _, names in os.walk('$SUBMISSION/..')\n"
        "        for name in names for text in open(\n"
        "            os.path.join(place, name), 'rb')\n"
        "        if b's3cret-' + b'of-the' in text]"),
        open_at=LIMITED),
    Attack("the check file of its own task", text_of(
        "$SUBMISSION/../../checks/0x00-attacked/0-sum_rows.py"),
        open_at=LIMITED),
    Attack("the checks of the course", read(
        "os.listdir('$GRADER/checks') and [sum(row) for row in matrix]"),
        open_at=LIMITED),
    Attack("the oracle, taken out of the check file and used", function(
        "names = {}\n"
        "exec(open('$SUBMISSION/../../checks/0x00-attacked/0-sum_rows.py')"
        ".read(), names)\nreturn names['oracle'](matrix)"),
        open_at=LIMITED),
    Attack("the reference solution of the checkout, used", function(
        "names = {}\n"
        "exec(open('$GRADER/../0x00-linear_algebra/8-ridin_bareback.py')"
        ".read(), names)\n"
        "ones = [[1] for _ in matrix[0]]\n"
        "return [row[0] for row in names['mat_mul'](matrix, ones)]"),
        open_at=LIMITED),
    Attack("a private file of the system, used", function(
        "open('/etc/passwd', 'rb').read()\n"
        "return [sum(row) for row in matrix]"), open_at=LIMITED),
    Attack("variables of the environment", read(
        "os.environ['$VARIABLE'] if '$VARIABLE' in os.environ "
        "else str(os.environ)")),
    Attack("variables of the environment, as C sees them", read(
        "ctypes.CDLL(None).getenv(b'$VARIABLE') and 's3cret-' + "
        "'of-the-grader'", "import ctypes")),
    Attack("a link to a file outside", function(
        "os.symlink('$OUTSIDE/secret.txt', 'link')\n"
        "return open('link').read()", "import os"), open_at=LIMITED),
    Attack("a hard link to a file outside", function(
        "os.link('$OUTSIDE/secret.txt', 'hard')\n"
        "return open('hard').read()", "import os"), open_at=LIMITED),
    Attack("a path through /proc/self/root", text_of(
        "/proc/self/root/$OUTSIDE/secret.txt"), open_at=LIMITED),
    Attack("a path through /proc/self/cwd and upwards", text_of(
        "/proc/self/cwd/../../../outside/secret.txt"), open_at=LIMITED),
    Attack("a path through the working folder of the grader", text_of(
        "/proc/$PARENT/cwd/../outside/secret.txt"), open_at=LIMITED),
    Attack("open files of the grader in /proc", read(
        "[os.readlink(f'/proc/$PARENT/fd/{n}') for n in range(9)] and "
        "[sum(row) for row in matrix]"), open_at=LIMITED),
    Attack("a file by mapping instead of reading", read(
        "mmap.mmap(os.open('$OUTSIDE/secret.txt', 0), 0, prot=1)[:].decode"
        "()", "import mmap, os"), open_at=LIMITED),
    Attack("a file by an import", read(
        "linecache.getline('$OUTSIDE/secret.txt', 1)",
        "import linecache"), open_at=LIMITED),
    Attack("a file by numpy", read(
        "str(np.fromfile('$OUTSIDE/secret.txt', np.uint8).tobytes())",
        "import numpy as np"), open_at=LIMITED),
    Attack("a file by a library of C", function(
        "libc = ctypes.CDLL(None)\n"
        "fd = libc.open(b'$OUTSIDE/secret.txt', 0)\n"
        "text = ctypes.create_string_buffer(99)\n"
        "libc.read(fd, text, 99)\nreturn text.value.decode()",
        "import ctypes"), open_at=LIMITED),
    Attack("shared memory of others", read(
        "[os.listdir('/dev/shm')] and [sum(row) for row in matrix]"),
        open_at=LIMITED),
    Attack("the scratch folders of other tasks", read(
        "os.listdir('..') and [sum(row) for row in matrix]"),
        open_at=LIMITED),
]
