"""Looking for expected values, seeds and secrets in the process itself."""

from .case import Attack, function

CATEGORY = "walking memory"

# Whatever is found is given back: a secret would be seen in the report, a
# list of right answers would earn points.
FIND = '''
import gc, sys
WORD = "s3cret-" + "of-the"
NAMES = ("expected", "oracle", "answer_key", "checks", "cases", "verdict")
def find():
    """Walk from every frame and every object."""
    seen, todo = set(), [START]
    while todo and len(seen) < 40000:
        one = todo.pop()
        if id(one) in seen: continue
        seen.add(id(one))
        if type(one) is str and WORD in one and one != WORD: return one
        if type(one) is bytes and WORD.encode() + b"-" in one: return one
        todo.extend(gc.get_referents(one))
    return "nothing"
'''


def walk(start: str, more: str = "") -> str:
    """A file that walks all objects from an expression."""
    return function("return find()", more + FIND.replace("START", start))


def give(code: str, top: str = "import gc, os, sys, inspect") -> str:
    """A file whose function runs these lines."""
    return function(code, top)


ATTACKS = [
    Attack("all objects of the collector", walk("gc.get_objects()")),
    Attack("all frames up to the first", walk(
        "[f for f in iter_frames()]",
        "import sys\ndef iter_frames():\n    frame = sys._getframe()\n"
        "    while frame:\n        yield frame.f_locals\n"
        "        yield frame.f_globals\n        frame = frame.f_back\n"),
           slow=True),
    Attack("all modules", walk("sys.modules"), slow=True),
    Attack("frozen objects of the collector", walk(
        "(gc.unfreeze(), gc.get_objects())"), slow=True),
    Attack("attributes called expected in all frames", give(
        "frame = sys._getframe()\n"
        "while frame:\n"
        "    for one in list(frame.f_locals.values()):\n"
        "        for name in ('expected', 'checks', 'cases', 'answer'):\n"
        "            if not name.startswith('answer') and hasattr(one, name):"
        "\n                return getattr(one, name)\n"
        "    frame = frame.f_back\nreturn 0")),
    Attack("the oracle by the grader's own modules", give(
        "from grader.course import Course\n"
        "return Course(root='$OUTSIDE').files[0].oracle(matrix)")),
    Attack("the oracle by importing the check file", give(
        "import importlib.util as u\n"
        "spec = u.spec_from_file_location('c', '$GRADER/checks/0x00-"
        "linear_algebra/8-ridin_bareback.py')\n"
        "m = u.module_from_spec(spec)\nspec.loader.exec_module(m)\n"
        "return m.EXAMPLES")),
    Attack("traceback that leads to the caller", give(
        "try:\n    1 / 0\nexcept ZeroDivisionError as error:\n"
        "    frame = error.__traceback__.tb_frame.f_back\n"
        "    return [str(v)[:50] for v in frame.f_locals.values()]")),
    Attack("generator frame that leads to the builtins", give(
        "g = (g.gi_frame.f_back.f_back for _ in [1])\n"
        "return str(next(g))")),
    Attack("memory of the process by ctypes", give(
        "import ctypes\n"
        "text = ctypes.string_at(id(sys.modules), 4096)\n"
        "return text.find(b's3cret-' + b'of-the')")),
    Attack("maps and memory in /proc/self", give(
        "word = b's3cret-' + b'of-the' + os.urandom(1)[:0] + b'-'\n"
        "for line in open('/proc/self/maps'):\n"
        "    span, mode = line.split()[:2]\n"
        "    if 'r' not in mode or 'v' in line.split()[-1]: continue\n"
        "    start, end = (int(x, 16) for x in span.split('-'))\n"
        "    with open('/proc/self/mem', 'rb') as file:\n"
        "        try:\n            file.seek(start)\n"
        "            data = file.read(end - start)\n"
        "        except (OSError, OverflowError): continue\n"
        "        place = data.find(word)\n"
        "        while place >= 0:\n"
        "            if data[place + 14:place + 15].isalpha():\n"
        "                return data[place:place + 20].decode()\n"
        "            place = data.find(word, place + 1)\nreturn 0")),
    Attack("memory of the grader in /proc", give(
        "with open('/proc/$PARENT/environ', 'rb') as file:\n"
        "    return file.read().decode()"), open_at=("limits", "process")),
    Attack("command line of the grader in /proc", give(
        "return [open(f'/proc/{pid}/cmdline').read() for pid in"
        " ('self', $PARENT, os.getppid())] and 0")),
    Attack("seed of the random numbers", give(
        "import random, numpy as np\n"
        "random.seed(2026); np.random.seed(2026)\n"
        "return [random.randint(3, 10) for row in matrix]")),
    Attack("all inputs of the job, answered at once", give(
        "frame = sys._getframe()\n"
        "while frame and 'self' not in frame.f_locals:\n"
        "    frame = frame.f_back\n"
        "job = frame.f_locals['self']._job\n"
        "return [len(job.calls), job.name, job.entry]")),
    Attack("subclasses that hold file handles", give(
        "import io\nreturn [str(one.name) for one in gc.get_objects()\n"
        "        if isinstance(one, io.IOBase) and hasattr(one, 'name')]")),
    Attack("code objects of the grader with their constants", give(
        "import types\nfound = [c.co_consts for c in gc.get_objects()\n"
        "         if isinstance(c, types.FunctionType) and False]\n"
        "return [[str(m.__dict__.get(k)) for k in ('oracle', 'EXAMPLES')]\n"
        "        for m in list(sys.modules.values())\n"
        "        if getattr(m, 'oracle', None)]")),
    Attack("objects of finished jobs that the memory still holds", give(
        "import ctypes\n"
        "return ctypes.string_at(id(matrix) - 65536, 1 << 17).find(\n"
        "    b's3cret-' + b'of-the')")),
]
