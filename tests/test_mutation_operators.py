"""Each operator makes the changes that it promises, and no other text."""

import ast

import pytest
from small_course import load_check
from test_checkfile import CHOICE, SCRIPT

from grader.author.mutation.mutants import OPERATORS, diff_of, make_mutants

HEAD = "def f(a, b, axis=0):\n"
NAMES = [operator.__name__ for operator in OPERATORS]


def mutants(tmp_path, text, check=None):
    file = load_check(tmp_path, *([check] if check else []))
    return make_mutants(file, text)


def changes(tmp_path, body, operator):
    """What the lines of a body become."""
    text = HEAD + "".join(f"    {line}\n" for line in body.split("\n"))
    return [mutant.id.partition(" => ")[2]
            for mutant in mutants(tmp_path, text)
            if mutant.operator == operator and mutant.line > 1]


CASES = [
    ("arithmetic", "return a + b",
     ["return a - b", "return a * b", "return a", "return b"]),
    ("arithmetic", "return a / 2 // b",
     ["return a / 2 * b", "return a / 2 / b", "return a / 2", "return b",
      "return a * 2 // b", "return a // 2 // b", "return a // b",
      "return 2 // b"]),
    ("arithmetic", "return a @ b", ["return a * b", "return a",
                                    "return b"]),
    ("arithmetic", "return -a", ["return a"]),
    ("comparisons", "return a < b", ["return a <= b", "return a >= b"]),
    ("comparisons", "return a == b",
     ["return a != b", "return a <= b", "return a >= b"]),
    ("comparisons", "return 0 <= a < 3",
     ["return 0 < a < 3", "return 0 > a < 3", "return 0 <= a <= 3",
      "return 0 <= a >= 3"]),
    ("comparisons", "return a is None", ["return a is not None"]),
    ("conditions", "if a or b:\n    return 1",
     ["if not (a or b):", "if False:", "if True:", "if a and b:", "if b:",
      "if a:"]),
    ("conditions", "if not a:\n    return 1", ["if False:", "if True:"]),
    ("conditions", "return [x for x in a if x in b]",
     ["return [x for x in a if True]"]),
    ("conditions", "return a if b else 3", ["return a", "return 3"]),
    ("conditions", "while a:\n    a -= 1", ["while False:"]),
    ("numbers", "return 3", ["return 4", "return 2"]),
    ("numbers", "return False", ["return True"]),
    ("numbers", "return 2.0", ["return 3.0", "return 2.02"]),
    ("numbers", "return a.sum(axis=1)",
     ["return a.sum(axis=2)", "return a.sum(axis=0)"]),
    ("slices", "return a[b:]",
     ["return a[:]", "return a[b + 1:]", "return a[b - 1:]"]),
    ("slices", "return a[:b]",
     ["return a[:]", "return a[:b + 1]", "return a[:b - 1]"]),
    ("slices", "return a[::2]", ["return a[:]"]),
    ("slices", "return a[-3:]", ["return a[:]"]),
    ("slices", "return a[b]", ["return a[b - 1]"]),
    ("sequences", "return a, b",
     ["return b, a", "return a,", "return [a, b]"]),
    ("sequences", "a, b = b", ["b, a = b"]),
    ("sequences", "return a.sum(axis=(1, 2))",
     ["return a.sum(axis=(1,))"]),
    ("sequences", "return np.zeros((a, b))",
     ["return np.zeros((b, a))", "return np.zeros((a,))"]),
    ("copies", "return [row[:] for row in a]",
     ["return [row for row in a]"]),
    ("copies", "return [row for row in a]", ["return a"]),
    ("ranges", "for i in range(b):\n    a += i",
     ["for i in range(b + 1):", "for i in range(b - 1):"]),
    ("ranges", "for x in a:\n    b += x",
     ["for x in list(a)[1:]:", "for x in list(a)[:-1]:"]),
    ("ranges", "return [x for x in range(1, b)]",
     ["return [x for x in range(1, b + 1)]",
      "return [x for x in range(1, b - 1)]",
      "return [x for x in range(b)]"]),
    ("names", "return len(a)", ["return len(axis)", "return len(b)"]),
    ("calls", "return f(a, b)", ["return f(b, a)", "return f(a)"]),
    ("calls", "return a.var(keepdims=True)",
     ["return a.var()", "return a.var(keepdims=True, ddof=1)", "return a"]),
    ("calls", "return np.zeros(3)",
     ["return np.zeros(3, dtype=int)", "return 3"]),
    ("calls", "return a.sum(axis=1)",
     ["return a.sum()", "return a.sum(axis=1, keepdims=True)", "return a"]),
    ("calls", "return a.copy()", ["return a"]),
    ("methods", "return a.T", ["return a"]),
    ("methods", "return np.sin(a)", ["return np.cos(a)"]),
    ("methods", "return any(a)", ["return all(a)"]),
    ("types", "return isinstance(a, int)",
     ["return isinstance(a, (int, float))"]),
    ("texts", "raise ValueError('n is bad')",
     ["raise ValueError('N IS BAD')", "raise ValueError('n is ba')",
      "raise ValueError('n is bad.')"]),
    ("texts", "plt.yscale('log')",
     ["plt.yscale('linear')", "plt.yscale('symlog')"]),
    ("left_out", "a.sort()\nreturn a", ["pass"]),
    ("left_out", "if a:\n    return b\nreturn a", ["pass"]),
    ("left_out", "for x in a:\n    break", ["pass", "continue"]),
    ("left_out", "a = b\nc = a\nreturn c", ["pass"]),
    ("counted_otherwise", "a += b", ["a -= b", "a *= b", "a = b"]),
    ("returned", "return [a]", ["return None", "return tuple([a])"]),
    ("returned", "return a", ["return None", "return [a]"]),
    ("swapped", "if a:\n    return 1\nif b:\n    return 2",
     ["if b: | if a:"]),
]


@pytest.mark.parametrize("operator, body, expected", CASES)
def test_operator_makes_these_changes(tmp_path, operator, body, expected):
    assert sorted(changes(tmp_path, body, operator)) == sorted(expected)


def test_every_operator_has_an_example_here():
    assert {case[0] for case in CASES} == {*NAMES, "swapped"}


@pytest.mark.parametrize("body", [
    "return (a + b) * 2", "return a - (b - 1)", "return (a, b)[0]",
    "return f(a, (b, 1))", "return -(a + b) ** 2", "return not (a or b)",
    "return (a if b else 1) + 2", "return a[(b + 1) * 2]"])
def test_change_keeps_the_rest_of_the_expression(tmp_path, body):
    """The tree of the new text is the old tree with one part changed."""
    text = f"{HEAD}    {body}\n"
    for mutant in mutants(tmp_path, text):
        assert ast.unparse(ast.parse(mutant.text)).replace("(", "").replace(
            ")", "") == mutant.text.replace("(", "").replace(
            ")", "").rstrip("\n")


def test_sum_in_a_product_gets_brackets(tmp_path):
    assert "return (a + b) * 2" in changes(
        tmp_path, "return a * b * 2", "arithmetic")


def test_new_default_of_a_parameter_stays_one_value(tmp_path):
    texts = [mutant.text for mutant in mutants(
        tmp_path, "def f(stride=(1, 2)):\n    return stride\n")]
    assert "def f(stride=(2, 1)):\n    return stride\n" in texts
    assert "def f(stride=(1,)):\n    return stride\n" in texts


def test_no_mutant_is_the_reference_and_no_two_are_alike(tmp_path):
    text = (f"{HEAD}    if not a != b or a - -1 == 0:\n"
            f"        return [[x] for x in a[1:]]\n    return None\n")
    trees = [ast.dump(ast.parse(mutant.text))
             for mutant in mutants(tmp_path, text)]
    assert len(set(trees)) == len(trees) > 20
    assert ast.dump(ast.parse(text)) not in trees


def test_order_is_that_of_the_file_and_always_the_same(tmp_path):
    text = f"{HEAD}    c = a + 1\n    d = c * b\n    return d\n"
    found = mutants(tmp_path, text)
    assert found == mutants(tmp_path, text)
    assert [mutant.line for mutant in found] == sorted(
        mutant.line for mutant in found)


def test_equal_lines_have_names_of_their_own(tmp_path):
    text = (f"{HEAD}    if a < 1:\n        return 1\n    b = 2\n"
            f"    if a < 1:\n        return 3\n")
    names = [mutant.id for mutant in mutants(tmp_path, text)]
    assert "if a < 1: => if a <= 1:" in names
    assert "if a < 1: => if a <= 1:, place 2" in names
    assert len(set(names)) == len(names)


def test_what_no_output_shows_stays(tmp_path):
    text = ('"""Say 5."""\nimport numpy as np\n\n\n'
            'def f(a: 1) -> 2:\n    """Give 7."""\n    return a\n\n\n'
            'if __name__ == "__main__":\n    print(f(3))\n')
    assert {mutant.line for mutant in mutants(tmp_path, text)} == {7}


def test_given_data_of_a_script_stay(tmp_path):
    text = "arr = [1, 2]\nprint(arr[0])\n"
    found = mutants(tmp_path, text, SCRIPT)
    assert found and {mutant.line for mutant in found} == {2}


def test_choice_has_no_mutants(tmp_path):
    assert mutants(tmp_path, "2\n", CHOICE) == []


def test_change_that_is_no_program_is_dropped(tmp_path):
    text = "for x in [1, 2]:\n    if x:\n        continue\n"
    for mutant in mutants(tmp_path, text):
        compile(mutant.text, "mutant", "exec")
    assert not any(mutant.text.count("break") > 1
                   for mutant in mutants(tmp_path, text))


def test_letters_beyond_ascii_do_not_move_a_change(tmp_path):
    text = f"{HEAD}    x = 'é°', a + 1\n    return x\n"
    assert "x = 'é°', a - 1" in [
        mutant.id.partition(" => ")[2] for mutant in mutants(tmp_path, text)]


def test_diff_shows_the_change_and_one_line_around(tmp_path):
    text = f"{HEAD}    c = 1\n    c += a\n    c += 2\n    return c\n"
    mutant = next(one for one in mutants(tmp_path, text)
                  if one.id == "c += a => c -= a")
    assert diff_of(mutant, text, "0-double.py").split("\n") == [
        "--- 0-double.py", "+++ mutant", "@@ -2,3 +2,3 @@",
        "     c = 1", "-    c += a", "+    c -= a", "     c += 2"]
