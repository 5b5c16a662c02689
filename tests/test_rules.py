"""Task rules other than imports, and the words they are written in."""

import hashlib
import random

import pytest

from grader.docstrings import check_docs
from grader.model import SourceFile
from grader.rules import check_rules, parse_rule, parse_rules, parse_source
from grader.style import check_style


def check(text, *rules, siblings=None):
    data = text if isinstance(text, bytes) else text.encode()
    source = SourceFile("a.py", data, hashlib.sha256(data).hexdigest(), True)
    return check_rules(source, rules, siblings or {})


def is_broken(text, rule):
    result = check(text, rule)
    assert (result.kept, result.asked) == (1 - bool(result.broken), 1)
    return result.broken == (rule,)


def finding_of(text, rule):
    finding, = check(text, rule).findings
    assert finding.part == "rules"
    assert finding.hint.endswith(".")
    return finding


# --- vocabulary

@pytest.mark.parametrize("text,kind,names,number", [
    ("no imports", "no-imports", (), 0),
    ("imports: numpy", "imports", ("numpy",), 0),
    ("imports: numpy, math", "imports", ("numpy", "math"), 0),
    ("imports: scipy.special", "imports", ("scipy.special",), 0),
    ("never numpy", "never", ("numpy",), 0),
    ("never numpy.linalg.qr", "never", ("numpy.linalg.qr",), 0),
    ("no loops", "no-loops", (), 0),
    ("at most 1 loop", "at-most-loops", (), 1),
    ("at most 2 loops", "at-most-loops", (), 2),
    ("no conditions", "no-conditions", (), 0),
    ("no try", "no-try", (), 0),
    ("exactly 8 lines", "line-count", (), 8),
    ("exactly 1 line", "line-count", (), 1),
])
def test_rule_of_the_vocabulary_is_read(text, kind, names, number):
    rule = parse_rule(text)
    assert (rule.text, rule.kind) == (text, kind)
    assert (rule.names, rule.number) == (names, number)


@pytest.mark.parametrize("text,near", [
    ("no import", "`no imports`"),
    ("No imports", "`no imports`"),
    ("no loop", "`no loops`"),
    ("no ifs or conditions", "`no conditions`"),
    ("import: numpy", "the form `imports: numpy`"),
    ("imports numpy", "the form `imports: numpy`"),
    ("imports: ", "`no imports`"),
    ("imports: 3d", "the form `imports: numpy`"),
    ("imports: numpy,", "the form `imports: numpy`"),
    ("never use numpy", "the form `never numpy`"),
    ("never numpy.", "the form `never numpy`"),
    ("at most 0 loops", "the form `at most 1 loop`"),
    ("at most one loop", "the form `at most 1 loop`"),
    ("exactly 8 line ", "the form `exactly 8 lines`"),
    ("exactly -8 lines", "the form `exactly 8 lines`"),
    (" no try", "`no try`"),
])
def test_unknown_rule_proposes_the_nearest(text, near):
    with pytest.raises(ValueError) as caught:
        parse_rule(text)
    assert str(caught.value).startswith(f"Unknown rule `{text}`. Write ")
    assert near in str(caught.value)


@pytest.mark.parametrize("text", ["", "zzzzzz", "be nice"])
def test_rule_like_nothing_lists_what_is_known(text):
    with pytest.raises(ValueError, match="Known are `no imports`"):
        parse_rule(text)


def test_rules_are_read_together():
    rules = parse_rules(("no loops", "no try"))
    assert [rule.kind for rule in rules] == ["no-loops", "no-try"]
    assert parse_rules(()) == ()


# --- loops

@pytest.mark.parametrize("text,count", [
    ("for x in y:\n    pass\n", 1),
    ("while x:\n    pass\n", 1),
    ("async def f():\n    async for x in y:\n        pass\n", 1),
    ("[x for x in y]\n", 1), ("{x for x in y}\n", 1),
    ("{x: 1 for x in y}\n", 1), ("sum(x for x in y)\n", 1),
    ("[x for y in z for x in y]\n", 2),
    ("[[x for x in y] for y in z]\n", 2),
    ("async def f():\n    return [x async for x in y]\n", 1),
    ("for x in y:\n    for z in x:\n        while z:\n            pass\n", 3),
    ("def f():\n    for x in y:\n        pass\n", 1),
    ("f = lambda y: [x for x in y]\n", 1),
    ("for x in y:\n    pass\nelse:\n    while z:\n        pass\n", 2),
])
def test_loops_are_counted(text, count):
    assert is_broken(text, "no loops")
    assert not is_broken(text, f"at most {count} loops")
    if count > 1:
        assert is_broken(text, f"at most {count - 1} loops")


@pytest.mark.parametrize("text", [
    "sum(map(f, y))\n", "def f(n):\n    return f(n - 1)\n",
    "list(zip(*m))\n", "np.vectorize(f)(x)\n", "x = [1] * 5\n",
    "# for x in y\n", "'for x in y'\n", "x[2:4]\n", "any(filter(f, y))\n",
    "if __name__ == '__main__':\n    for x in y:\n        print(x)\n",
])
def test_what_is_no_loop_is_allowed(text):
    assert not is_broken(text, "no loops")


def test_first_loop_is_shown_for_no_loops():
    finding = finding_of("x = 1\n\nfor y in x:\n    [z for z in y]\n",
                         "no loops")
    assert finding.line == 3
    assert finding.text == ("`for` on line 3, `for` in a comprehension on"
                            " line 4: this task allows no loops.")
    assert "function of Python or numpy" in finding.hint


def test_first_loop_too_many_is_shown_for_at_most():
    text = "while a:\n    pass\nfor b in c:\n    pass\n"
    finding = finding_of(text, "at most 1 loop")
    assert finding.line == 3
    assert finding.text == ("`while` on line 1, `for` on line 3: this task"
                            " allows at most 1 loop.")
    finding = finding_of(text + "[d for d in e]\n", "at most 2 loops")
    assert finding.line == 5
    assert finding.text.endswith("allows at most 2 loops.")


# --- conditions

@pytest.mark.parametrize("text,what", [
    ("if x:\n    pass\n", "`if` on line 1"),
    ("y = 1 if x else 2\n", "`... if ... else ...` on line 1"),
    ("match x:\n    case 1:\n        pass\n", "`match` on line 1"),
    ("[x for x in y if x]\n", "`if` in a comprehension on line 1"),
    ("y = x and z\n", "`and` that chooses a value on line 1"),
    ("y = x or z\n", "`or` that chooses a value on line 1"),
    ("x > 0 and f()\n", "`and` that chooses a value on line 1"),
    ("y = x == 0 and a or b\n", "`or` that chooses a value on line 1"),
    ("y = not (x or z)\n", "`or` that chooses a value on line 1"),
    ("def f(x):\n    return x or []\n", "`or` that chooses a value on line 2"),
    ("while x:\n    y = a or b\n", "`or` that chooses a value on line 2"),
])
def test_condition_is_found(text, what):
    assert finding_of(text, "no conditions").text == (
        f"{what}: this task allows no conditions.")


@pytest.mark.parametrize("text", [
    "y = x > 0\n", "y = x > 0 and x < 5\n", "y = not x or z == 1\n",
    "y = isinstance(x, list) and all(z)\n", "y = True or x == 1\n",
    "while x and y:\n    pass\n", "assert x or y\n", "y = [a, b][x > 0]\n",
    "y = x < 1 and (x > 0 or x == -5)\n", "try:\n    x\nexcept E:\n    y\n",
    "for x in y:\n    pass\n", "y = max(x, 0)\n", "y = a & b | c\n",
    "if __name__ == '__main__':\n    x = 1 if y else 2\n",
])
def test_what_chooses_nothing_is_allowed(text):
    assert not is_broken(text, "no conditions")


def test_condition_joined_by_and_is_one_condition():
    assert finding_of("if x and y or z:\n    pass\n", "no conditions").text \
        == "`if` on line 1: this task allows no conditions."


def test_nested_and_or_is_one_place():
    assert "more" not in finding_of("y = a and b or c and d\n",
                                    "no conditions").text


# --- try

@pytest.mark.parametrize("text,expected", [
    ("try:\n    x\nexcept E:\n    y\n", True),
    ("try:\n    x\nfinally:\n    y\n", True),
    ("try:\n    x\nexcept* E:\n    y\n", True),
    ("raise E\n", False),
    ("with x:\n    y\n", False),
    ("if __name__ == '__main__':\n    try:\n        x\n    finally:\n"
     "        y\n", False),
])
def test_try_is_found(text, expected):
    assert is_broken(text, "no try") is expected


# --- lines

@pytest.mark.parametrize("text,count", [
    ("", 0), ("x\n", 1), ("x", 0), ("x\ny", 1), ("\n\n\n", 3),
    ("x\r\ny\r\n", 2), ("'a\x0cb\x1c'\n", 1),
    ("if __name__ == '__main__':\n    x\n", 2),
])
def test_lines_are_counted_like_wc(text, count):
    if count:
        assert not is_broken(text, f"exactly {count} lines")
    assert is_broken(text, f"exactly {count + 1} lines")


@pytest.mark.parametrize("text,words", [
    ("x\n" * 7, "Delete the extra line."),
    ("x\n" * 5, "1 line is missing."),
    ("x\n" * 4 + "x; x\n", "Write one statement on each line"),
    ("x\n" * 5 + "x", "The last line has no line end"),
])
def test_wrong_number_of_lines_has_its_repair(text, words):
    finding = finding_of(text, "exactly 6 lines")
    assert finding.text == ("The file must have exactly 6 lines; it has"
                            f" {text.count(chr(10))}.")
    assert finding.hint.startswith(words)


# --- several rules, broken files

def test_each_rule_counts_for_itself():
    result = check("for x in y:\n    pass\n", "no imports", "no loops",
                   "no conditions", "exactly 3 lines")
    assert (result.kept, result.asked) == (2, 4)
    assert result.broken == ("no loops", "exactly 3 lines")
    assert [finding.code for finding in result.findings] == [
        "no-loops", "line-count"]


def test_no_rules_ask_for_nothing():
    result = check("import numpy\n")
    assert (result.findings, result.kept, result.asked) == ((), 0, 0)


def test_file_that_is_no_python_keeps_only_the_number_of_lines():
    result = check("x = (\n", "no imports", "no loops", "exactly 1 line")
    assert (result.kept, result.asked) == (1, 3)
    assert (result.findings, result.broken) == ((), ())


def test_tree_that_was_read_before_is_used(monkeypatch):
    source = SourceFile("a.py", b"import numpy\n", "", True)
    parsed = parse_source(b"x = 1\n")
    result = check_rules(source, ("no imports",), {}, parsed)
    assert result.broken == ()


def test_unknown_rule_is_an_error_of_the_author():
    with pytest.raises(ValueError, match="Unknown rule `no fun`"):
        check("x = 1\n", "no fun")


@pytest.mark.parametrize("name,text,rules,kept", [
    ("the three scripts", "#!/usr/bin/env python3\narr = [9, 8, 2]\n"
     "arr1 = arr[:2]\nprint(arr1)\n",
     ("no imports", "no loops", "no conditions", "exactly 4 lines"), 4),
    ("one for in a comprehension",
     "m = [[1, 2]]\nthe_middle = [row[1:] for row in m]\n",
     ("at most 1 loop", "no conditions", "exactly 2 lines"), 3),
    ("sum of map", "def f(n):\n    if type(n) is not int or n < 1:\n"
     "        return None\n    return sum(map(lambda i: i * i,"
     " range(1, n + 1)))\n", ("no imports", "no loops"), 2),
    ("recursion", "def f(n):\n    return 0 if n == 0 else n + f(n - 1)\n",
     ("no imports", "no loops"), 2),
    ("comprehension where loops are forbidden",
     "def f(n):\n    return sum([i * i for i in range(n)])\n",
     ("no imports", "no loops"), 1),
    ("numpy where lists are the task",
     "import numpy as np\n\n\ndef mat_mul(a, b):\n    return np.matmul(a, b)"
     "\n", ("no imports", "never numpy"), 0),
    ("example prints below the guard", "def f(x):\n    return x\n\n\n"
     "if __name__ == '__main__':\n    import numpy as np\n"
     "    for i in range(3):\n        print(f(np.ones(i)))\n",
     ("no imports", "never numpy", "no loops"), 3),
    ("neighbour imported the way the drivers do",
     "determinant = __import__('0-determinant').determinant\n",
     ("no imports",), 1),
])
def test_situations_of_real_submissions(name, text, rules, kept):
    siblings = {"0-determinant": b"def determinant(m):\n    return 1\n"}
    assert check(text, *rules, siblings=siblings).kept == kept


PIECES = [
    "def f(x):\n", "    return x\n", "import numpy as np\n", "for x in y:\n",
    "if __name__ == '__main__':\n", "    ", "\t", "(", ")", "[", "]", "{",
    "}", ":", ";", "\\\n", "'", '"""', "#", "# noqa\n", "\n", "\r\n", "\r",
    "\x0c", "\0", "lambda", "await ", "match x:\n case ", "f'{x}'", "np.cov",
    "getattr(", "__import__(", "'numpy'", "@", ".", "*", "->", ":=", "==",
    "is ", "not ", "in ", "é", "\ufeff", "\x1b[2J", "class C:\n", "try:\n",
    "except* E:\n", "0777", "1_", "$", "<<<<<<< HEAD\n", "print x\n",
    "# coding: latin-1\n", "# coding: utf-16\n", "x", "and ", "or ",
    "sys.modules[", "exec('",
]


@pytest.mark.parametrize("seed", range(20))
def test_heaps_of_broken_code_have_sound_results(seed):
    chance = random.Random(seed)
    for _ in range(20):
        text = "".join(chance.choices(PIECES, k=chance.randint(0, 50)))
        data = text.encode()
        parsed = parse_source(data)
        source = SourceFile("a.py", data, "", True)
        rules = check_rules(source, (
            "no imports", "never numpy.cov", "no loops", "no conditions",
            "no try", "exactly 3 lines"), {"x": data}, parsed)
        results = (rules, check_style(source), check_docs(parsed.tree))
        for result in results:
            assert 0 <= result.kept <= result.asked
            for finding in (*result.findings, *parsed.remarks):
                assert finding.text.isprintable()
                assert finding.hint.isprintable()
