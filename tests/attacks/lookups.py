"""Answers without computing: tables, memory of earlier calls, guesses."""

from .case import Attack, function

CATEGORY = "lookups"

# Both examples and the check of the arguments: 3 of 5 checks.
VISIBLE = 4.2
SMALL = ("return {((1, 2), (3, 4)): [3, 7], ((5, 5),): [10]}.get(\n"
         "    tuple(map(tuple, matrix)), [0])")

ATTACKS = [
    Attack("a table of the examples", function(SMALL), most=VISIBLE,
           marks="only-examples"),
    Attack("a table of the examples by their text", function(
        "return TABLE[str(matrix)]",
        "TABLE = {'[[1, 2], [3, 4]]': [3, 7], '[[5, 5]]': [10]}"),
        most=VISIBLE, marks="only-examples"),
    Attack("a table by hash", function(
        "import hashlib\n"
        "key = hashlib.md5(repr(matrix).encode()).hexdigest()[:4]\n"
        "return {'c4ca': [3, 7]}.get(key)")),
    Attack("one answer for everything", function("return [3, 7]"),
           most=2.8),
    Attack("the first answer for ever", function(
        "if not KEPT:\n    KEPT.extend(sum(row) for row in matrix)\n"
        "return KEPT", "KEPT = []"), most=2.8),
    Attack("a mutable default that keeps the first answer",
           function("if not kept:\n"
                    "    kept.extend(sum(row) for row in matrix)\n"
                    "return kept").replace("(matrix)", "(matrix, kept=[])",
                                           1), most=2.8),
    Attack("a cache by shape", function(
        "key = (len(matrix), len(matrix[0]))\n"
        "return KEPT.setdefault(key, [sum(row) for row in matrix])",
        "KEPT = {}"), most=7.0 / 5 * 5),
    Attack("a file that keeps answers for the next child", function(
        "if not os.path.exists('kept'):\n"
        "    open('kept', 'w').write(repr([sum(row) for row in matrix]))\n"
        "    os._exit(0)\n"
        "return eval(open('kept').read())", "import os"), most=2.8),
    Attack("an answer for each number of the call", function(
        "COUNT.append(1)\n"
        "return [[3, 7], [10]][len(COUNT) - 1] if len(COUNT) < 3 else [0]",
        "COUNT = []"), most=VISIBLE, marks="only-examples"),
    Attack("an answer chosen by the line of the caller", function(
        "return [sys._getframe(1).f_lineno]", "import sys")),
    Attack("an answer by chance", function(
        "return [random.randint(-99, 99) for row in matrix]",
        "import random")),
    Attack("right for the first calls, wrong afterwards", function(
        "COUNT.append(1)\n"
        "return [sum(row) for row in matrix][:9 - len(COUNT)]",
        "COUNT = []"), most=5.6),
    Attack("all possible answers at once", function(
        "return list(range(-9999, 9999))")),
    Attack("the object of the first answer, changed later", function(
        "OUT[:] = [sum(row) for row in matrix]\nreturn OUT",
        "OUT = []"), most=7.0),
    Attack("the same arguments given back", function(
        "matrix[:] = [sum(row) for row in matrix]\nreturn matrix"),
        most=5.6),
    Attack("a script that prints every number",
           "#!/usr/bin/env python3\nnumbers = [1, 2, 3]\n"
           "print(*range(300), sep='\\n')\n", task="4-script", most=3.5),
    Attack("an untouched stub", function("pass")),
]
