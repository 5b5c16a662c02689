"""Values and texts that hurt whoever writes a report."""

from .case import Attack, function

CATEGORY = "hostile values"

TOP = "import collections, decimal, fractions, pickle\nimport numpy as np"
TEXTS = {
    "ANSI colours and a cleared screen": r"\x1b[31m\x1b[2J\x1b[H",
    "OSC titles and links": r"\x1b]0;owned\x07\x1b]8;;http://x\x07",
    "C1 control characters": r"\x9b2J\x90\x9d",
    "carriage returns that hide a line": r"failed\r10 of 10 points",
    "backspaces": r"failed\x08\x08\x08\x08\x08\x08passed",
    "HTML": r"<script>alert(1)</script><img src=x onerror=alert(1)>",
    "commands of a CI server": r"\n::error::x\n##[error]x\n::set-output::",
    "formulas of a spreadsheet": r"=cmd|'/c calc'!A1",
    "lone surrogates": r"\ud800\udfff\udc80",
    "the end of CDATA": r"]]>&amp;<!--",
    "entities of XML": r"<!DOCTYPE x [<!ENTITY a 'b'>]>&a;&#0;",
    "characters that turn the direction": r"\u202edessap\u2066",
    "line ends of Unicode": r"a\u2028b\u2029c\x85d\x0be\x0cf",
    "letters that are not letters": r"\uffff\ufffe\U000e0001\U0010ffff",
    "NUL": r"a\x00b",
    "format strings": r"%s%n{0.__class__}{{}}$HOME$(id)",
    "markup of the terminal library": r"[bold red]x[/] [link=x]y[/link]",
    "Markdown and its links": r"```\n# x\n[x](javascript:alert(1))",
    "zero-width characters": r"pas\u200bsed\ufeff\u200d",
    "a text of two million characters": r"x' * 2000000 + '",
}
VALUES = {
    "a gigabyte of zeros": "np.zeros(1 << 27)",
    "an array of shape (10**9, 0)": "np.zeros((10 ** 9, 0))",
    "an array of texts of shape (10**9, 0)": "np.zeros((10 ** 9, 0), 'U1')",
    "an array of objects of shape (10**9, 0)":
        "np.zeros((10 ** 9, 0), object)",
    "an array of 64 dimensions": "np.zeros((1,) * 60)",
    "a view of a terabyte":
        "np.broadcast_to(np.float64(1), (1 << 20, 1 << 17))",
    "seven million letters": "np.full(1500000, 'x')",
    "a recursive list": "(lambda x: (x.append(x), x)[1])([])",
    "a recursive dict": "(lambda d: (d.update(a=d), d)[1])({})",
    "a recursive object array":
        "(lambda a: (a.fill(a), a)[1])(np.empty(2, object))",
    "a list deeper than the stack":
        "__import__('functools').reduce(lambda x, _: [x], range(9999), 0)",
    "a list that grows exponentially":
        "__import__('functools').reduce("
        "lambda x, _: [x, x], range(60), 0)",
    "four hundred thousand items": "[0] * 399999",
    "empty lists without end": "[[] for _ in range(399000)]",
    "a generator": "(n for n in iter(int, 1))",
    "an iterator without end": "iter(int, 1)",
    "an integer of a million digits": "[1 << 3000000]",
    "nan in places": "[float('nan'), np.nan, decimal.Decimal('nan')]",
    "an object array of nan and None": "np.array([np.nan, None], object)",
    "dates out of range": "np.array([2 ** 62], 'M8[Y]')",
    "not a time": "np.array(['NaT'], 'M8[s]')",
    "a float of 128 bits": "np.longdouble(1) / 3",
    "half a float": "np.float16('inf')",
    "a pickle that runs": "pickle.dumps(Evil())",
    "an object that is pickled by running": "Evil()",
    "a named tuple": "collections.namedtuple('T', 'a b')(3, 7)",
    "a dict with odd keys": "{(1, 2): {None: b'x'}, frozenset(): '\\x1b'}",
    "keys with equal hashes": "{k * (2 ** 61 - 1): 0 for k in range(990)}",
    "a set of everything": "{None, 1, 'a', (), frozenset({1}), 1j}",
    "a class": "Evil",
    "a module": "np",
    "the function itself": "sum_rows",
    "an exception as a value": "ValueError('\\x1b[2J')",
    "Ellipsis and NotImplemented": "[Ellipsis, NotImplemented]",
    "bytes of every kind": "bytes(range(256))",
    "complex nan": "complex('nan+infj')",
    "an object whose repr never ends": "Loud()",
    "an object whose class has an odd name":
        "type('\\x1b[2J\\n::error::x', (), {})()",
}
SLOW = ("a recursive object array", "a list that grows exponentially",
        "empty lists without end", "a gigabyte of zeros")
CLASSES = '''
class Evil:
    def __reduce__(self): return (exec, ("import os; os._exit(0)",))
class Loud:
    def __repr__(self):
        while True: pass
    __str__ = __format__ = __repr__
'''

ATTACKS = [
    Attack(f"a value: {name}", function(f"return {code}", TOP + CLASSES),
           slow=name in SLOW)
    for name, code in VALUES.items()
] + [
    Attack(f"in every place: {name}", function(
        "print(TEXT)\n"
        "if len(matrix) == 1: raise ValueError(TEXT)\n"
        "if len(matrix) == 2: return TEXT\n"
        "return {TEXT: [TEXT, (TEXT,), np.array([TEXT])]}",
        TOP + f"\nTEXT = '{text}'\nprint(TEXT)"))
    for name, text in TEXTS.items()
] + [
    Attack("an exception whose text raises", function(
        "raise Odd", "class Odd(Exception):\n"
        "    def __str__(self): raise Odd")),
    Attack("an exception whose name acts", function(
        "raise type('\\x1b[2J\\n::error::', (Exception,), {})('x')")),
    Attack("a syntax error of one's own making", function(
        "error = SyntaxError('x')\nerror.lineno = 10 ** 30\n"
        "error.filename = error.text = error.msg = Loud()\nraise error",
        CLASSES), slow=True),
    Attack("a group of a thousand exceptions", function(
        "raise BaseExceptionGroup('\\x1b', [ValueError(n) for n in "
        "range(1000)])")),
    Attack("a chain of exceptions without end", function(
        "one, two = ValueError(1), ValueError(2)\n"
        "one.__cause__, two.__cause__ = two, one\nraise one")),
    Attack("a function with a name of a thousand letters", function(
        "return " + "z" * 900 + "()")),
    Attack("a script that prints a million lines",
           "#!/usr/bin/env python3\nnumbers = [1, 2, 3]\n"
           "print('\\x1b[2J\\n' * 1000000)\n", task="4-script"),
    Attack("a class whose attributes act", "#!/usr/bin/env python3\n"
           "class Counter:\n    def __init__(self, data): pass\n"
           "    def __getattr__(self, name): return self\n"
           "    def __call__(self): return '\\x1b]0;x\\x07'\n",
           task="5-counter"),
]
