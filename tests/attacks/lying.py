"""Answers that are no plain data and claim to be equal to everything."""

from .case import Attack, function

CATEGORY = "lying objects"

YES = '''
class Yes{base}:
    """Agrees with everybody."""
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    def __lt__(self, other): return True
    __le__ = __gt__ = __ge__ = __lt__
    def __hash__(self): return 0
    def __len__(self): return len(LAST)
    def __getitem__(self, key): return self
    def __iter__(self): return iter([self] * len(LAST))
    def __sub__(self, other): return 0
    __rsub__ = __abs__ = __sub__
    def __bool__(self): return True
    def __float__(self): return 0.0
    def __index__(self): return 0
LAST = []
'''


def yes(expression: str, base: str = "", more: str = "") -> str:
    """A file that answers with an object of the class above."""
    return function(f"LAST[:] = matrix\nreturn {expression}",
                    "import numpy as np\n" + YES.replace("{base}", base)
                    + more)


ARRAY = '''
class Array(np.ndarray):
    def __eq__(self, other): return True
    def __array_ufunc__(self, *words, **options): return np.True_
    def __array_function__(self, *words, **options): return True
    def __reduce__(self): return (eval, ("1",))
    def tolist(self): return Yes()
    def tobytes(self, *words): return Yes()
    @property
    def dtype(self): return Yes()
    @property
    def shape(self): return Yes()
'''

ATTACKS = [
    Attack("object that equals everything", yes("Yes()")),
    Attack("list of objects that equal everything",
           yes("[Yes()] * len(matrix)")),
    Attack("object that says it is a list", yes(
        "Liar()", more="class Liar(Yes):\n    @property\n"
                       "    def __class__(self): return list\n")),
    Attack("subclass of list that equals everything",
           yes("Yes(matrix)", "(list)")),
    Attack("subclass of int that equals everything",
           yes("[Yes(3)] * len(matrix)", "(int)")),
    Attack("subclass of float that is near everything",
           yes("[Yes(3)] * len(matrix)", "(float)")),
    Attack("subclass of str that equals everything",
           yes("Yes('x')", "(str)")),
    Attack("subclass of np.float64 that is near everything",
           yes("[Yes(3)] * len(matrix)", "(np.float64)")),
    Attack("subclass of dict", yes("Yes()", "(dict)")),
    Attack("subclass of ndarray with its own ufuncs", yes(
        "np.zeros(len(matrix)).view(Array)", more=ARRAY)),
    Attack("object array of objects that equal everything", yes(
        "np.array([Yes() for row in matrix], object)")),
    Attack("masked array that hides every entry", yes(
        "np.ma.masked_all(len(matrix))")),
    Attack("array full of nan", yes(
        "np.full(len(matrix), np.nan)")),
    Attack("list full of nan", yes("[float('nan')] * len(matrix)")),
    Attack("infinite numbers", yes("[float('inf')] * len(matrix)")),
    Attack("structured array with a field that is an object", yes(
        "np.zeros(len(matrix), dtype=[('a', object)])")),
    Attack("class whose name lies", yes(
        "type('list', (), {'__module__': 'builtins'})()")),
    Attack("metaclass that calls its instances lists", yes(
        "Liar()", more="class Meta(type):\n"
        "    def __instancecheck__(cls, one): return True\n"
        "    def __eq__(cls, other): return True\n"
        "    def __hash__(cls): return hash(list)\n"
        "class Liar(metaclass=Meta): pass\n")),
    Attack("memory that is read as an array", yes(
        "memoryview(bytes(8 * len(matrix)))")),
    Attack("object with an array interface", yes(
        "Liar()", more="class Liar:\n    @property\n"
        "    def __array_interface__(self):\n"
        "        return dict(shape=(9,), typestr='<f8', data=(8, False),"
        " version=3)\n")),
    Attack("exception instead of a value, of a class that equals all", yes(
        "boom()", more="class Meta(type):\n"
        "    def __eq__(cls, other): return True\n"
        "    def __hash__(cls): return 0\n"
        "class Boom(BaseException, metaclass=Meta): pass\n"
        "def boom(): raise Boom('[3, 7]')\n")),
    Attack("attributes of an object that equal everything",
           "import numpy as np\n" + YES.replace("{base}", "(int)") +
           "class Counter:\n    size = Yes(3)\n"
           "    def __init__(self, data): LAST[:] = data\n"
           "    def total(self): return Yes(3)\n", task="5-counter"),
    Attack("None where the answer is hard", function("return None")),
    Attack("a lenient check is fed with what breaks it", function(
        "return Opaque()", "class Opaque: pass\n").replace(
        "sum_rows", "lenient_rows"), task="3-lenient_rows"),
    Attack("a lenient check is fed with texts", function(
        "return ['x'] * len(matrix)").replace("sum_rows", "lenient_rows"),
        task="3-lenient_rows"),
]
