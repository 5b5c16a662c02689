"""Replacing what the worker itself uses, hoping that it then says yes."""

from .case import Attack, at_import

CATEGORY = "patching"

WRONG = "return [0 for row in matrix]"


def patch(code: str) -> str:
    """A file that patches and then gives wrong answers."""
    return at_import("import builtins, sys, importlib, types\n" + code,
                     WRONG)


ATTACKS = [
    Attack("builtins: all, any, len, isinstance, abs", patch(
        "for name in ('all', 'any', 'isinstance', 'callable', 'bool'):\n"
        "    setattr(builtins, name, lambda *words: True)\n"
        "builtins.abs = builtins.len = lambda *words: 0\n")),
    Attack("builtins: type and sorted", patch(
        "builtins.type = lambda *words: list\n"
        "builtins.sorted = lambda *words, **more: [3, 7]\n")),
    Attack("builtins: __import__", patch(
        "builtins.__import__ = lambda *words, **more: sys\n")),
    Attack("numpy: allclose, equal, array_equal, isclose", patch(
        "import numpy as np\n"
        "for name in ('allclose', 'array_equal', 'isclose', 'equal'):\n"
        "    setattr(np, name, lambda *words, **more: np.True_)\n"
        "np.testing.assert_allclose = lambda *words, **more: None\n")),
    Attack("numpy: ndarray.__eq__ through a curse", patch(
        "import ctypes, gc, numpy as np\n"
        "table = gc.get_referents(np.ndarray.__dict__)[0]\n"
        "table['tobytes'] = lambda self: b''\n"
        "ctypes.pythonapi.PyType_Modified(ctypes.py_object(np.ndarray))\n")),
    Attack("json and msgspec", patch(
        "import json, msgspec\n"
        "json.dumps = json.loads = lambda *words, **more: '[3, 7]'\n"
        "msgspec.msgpack.encode = lambda *words: b'\\x92\\x03\\x07'\n"
        "msgspec.msgpack.decode = lambda *words, **more: [3, 7]\n")),
    Attack("the worker's encoder", patch(
        "from grader.sandbox import encode, child\n"
        "encode.encode = child.encode = lambda *words: b'\\x92\\x03\\x07'\n"),
        most=2.8),      # the right answer of the first example, each time
    Attack("the worker's observer and evaluator", patch(
        "from grader.sandbox import child, observe\n"
        "seen = observe.Seen([3, 7], {}, '')\n"
        "child.observe = lambda *words, **more: seen\n"), most=2.8),
    Attack("the worker's Reply", patch(
        "from grader.sandbox import wire, child\n"
        "real = wire.Reply\n"
        "def reply(index, state, value=b'', **more):\n"
        "    return real(index, 'value', b'\\xc3', **more)\n"
        "wire.Reply = child.wire.Reply = reply\n")),
    Attack("the worker's Child class", patch(
        "from grader.sandbox import child, wire\n"
        "def call(self, index, module, loaded, skipped):\n"
        "    return wire.Reply(index, 'value', b'\\xc3')\n"
        "child.Child._call = call\n")),
    Attack("the worker's send", patch(
        "frame = sys._getframe()\n"
        "while 'self' not in frame.f_locals:\n    frame = frame.f_back\n"
        "frame.f_locals['self']._send = lambda data: None\n")),
    Attack("the worker's clock and limits", patch(
        "from grader.sandbox import clock, child\n"
        "clock.set_alarm = child.set_alarm = lambda seconds: None\n"
        "def forever():\n    while True: pass\n")),
    Attack("the job that lists the calls", patch(
        "frame = sys._getframe()\n"
        "while 'self' not in frame.f_locals:\n    frame = frame.f_back\n"
        "me = frame.f_locals['self']\nimport msgspec\n"
        "me._job = msgspec.structs.replace(me._job, calls=())\n")),
    Attack("sys.modules emptied", patch("sys.modules.clear()\n")),
    Attack("sys.modules with false grader modules", patch(
        "for name in list(sys.modules):\n"
        "    if name.startswith('grader'):\n"
        "        sys.modules[name] = types.ModuleType(name)\n")),
    Attack("importlib and the import hooks", patch(
        "importlib.import_module = lambda name: sys\n"
        "sys.meta_path.clear()\nsys.path_hooks.clear()\n"
        "sys.path_importer_cache.clear()\n")),
    Attack("trace, profile and audit hooks", patch(
        "sys.settrace(lambda *words: None)\n"
        "sys.setprofile(lambda *words: None)\n"
        "sys.addaudithook(lambda *words: None)\n"
        "sys.excepthook = sys.unraisablehook = lambda *words: None\n")),
    Attack("profile hook that changes the caller's result", patch(
        "def hook(frame, event, arg):\n"
        "    if event == 'return' and isinstance(arg, list):\n"
        "        arg[:] = [3, 7]\n"
        "sys.setprofile(hook)\n"), most=2.8),
    Attack("recursion limit, switch interval, int limits", patch(
        "sys.setrecursionlimit(10 ** 8)\nsys.setswitchinterval(1e6)\n"
        "sys.set_int_max_str_digits(0)\n")),
    Attack("builtins emptied", patch("vars(builtins).clear()\n")),
    Attack("an audit hook that refuses everything", patch(
        "def refuse(*words): raise RuntimeError('no')\n"
        "sys.addaudithook(refuse)\n")),
    Attack("handlers of coding errors", patch(
        "import codecs\n"
        "for name in ('strict', 'surrogatepass', 'backslashreplace'):\n"
        "    codecs.register_error(name, lambda e: ('[3, 7]', e.end))\n"
        "codecs.register(lambda name: 1 / 0)\n")),
    Attack("the number 3 becomes the number 10", at_import(
        "import ctypes",
        "ctypes.memmove(id(3) + 24, id(10) + 24, 4)\nreturn [3]"),
        most=1.4),
    Attack("the length of lists, in their own table", patch(
        "import ctypes, gc\n"
        "table = gc.get_referents(vars(list))[0]\n"
        "table['__len__'] = lambda self: 0\n"
        "table['__eq__'] = lambda self, other: True\n"
        "ctypes.pythonapi.PyType_Modified(ctypes.py_object(list))\n")),
    Attack("standard output that is something else", patch(
        "sys.stdout = sys.stderr = sys.__stdout__ = None\n"
        "sys.stdin = object()\n")),
    Attack("numpy instead of plain Python, by the worker's own frames",
           at_import("", "try:\n    1 / 0\n"
                     "except ZeroDivisionError as error:\n"
                     "    frame = error.__traceback__.tb_frame\n"
                     "while 'np' not in frame.f_globals:\n"
                     "    frame = frame.f_back\n"
                     "return frame.f_globals['np'].sum(\n"
                     "    matrix, axis=1).tolist()").replace(
               "sum_rows", "strict_rows"), task="2-strict_rows"),
    Attack("numpy instead of plain Python, by the owner of a builtin",
           at_import("", "load = getattr(len, '__se' + 'lf__').__dict__["
                     "'__imp' + 'ort__']\n"
                     "return load('numpy').sum(matrix, axis=1).tolist()"
                     ).replace("sum_rows", "strict_rows"),
           task="2-strict_rows"),
    Attack("numpy instead of plain Python, by all classes",
           at_import("", "for kind in object.__subclasses__():\n"
                     "    names = getattr(kind.__init__, '__globals__', {})\n"
                     "    if 'np' in names:\n"
                     "        return names['np'].sum(\n"
                     "            matrix, axis=1).tolist()").replace(
               "sum_rows", "strict_rows"), task="2-strict_rows"),
    Attack("numpy instead of plain Python, after removing the ban",
           at_import("", "import sys\ndel sys.meta_path[0]\n"
                     "import numpy\n"
                     "return numpy.sum(matrix, axis=1).tolist()").replace(
               "sum_rows", "strict_rows"), task="2-strict_rows"),
]
