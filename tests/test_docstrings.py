"""Docstrings: who needs one, who has one, and what is said."""

import ast

import pytest

from grader.docstrings import MOST_FINDINGS, check_docs


def docs(text):
    return check_docs(ast.parse(text))


def missing(text):
    return [finding.text for finding in docs(text).findings]


@pytest.mark.parametrize("text,kept,asked", [
    ('"""M."""\n', 1, 1),
    ("", 0, 1),
    ("x = 1\n", 0, 1),
    ('"""M."""\ndef f():\n    """F."""\n', 2, 2),
    ('"""M."""\ndef f():\n    pass\n', 1, 2),
    ('def f():\n    """F."""\n', 1, 2),
    ('"""M."""\nasync def f():\n    pass\n', 1, 2),
    ('"""M."""\ndef _private():\n    pass\n', 1, 2),
    ('"""M."""\nclass C:\n    """C."""\n    def m(self):\n        """M."""\n',
     3, 3),
    # The docstring of the class does not stand for that of __init__.
    ('"""M."""\nclass C:\n    """C."""\n    def __init__(self):\n'
     "        pass\n", 2, 3),
    ('"""M."""\nclass C:\n    class D:\n        def m(self):\n'
     "            pass\n", 1, 4),
])
def test_docstrings_are_counted(text, kept, asked):
    result = docs(text)
    assert (result.kept, result.asked) == (kept, asked)
    assert len(result.findings) == asked - kept


@pytest.mark.parametrize("text", [
    '"""M."""\ndef f():\n    """F."""\n    def inner():\n        pass\n',
    '"""M."""\nf = lambda x: x\n',
    '"""M."""\ndef f():\n    """F."""\n    class Inner:\n        pass\n',
    '"""M."""\nif __name__ == "__main__":\n    def show():\n        pass\n',
    '"""M."""\nif "__main__" is __name__:\n    class Show:\n        pass\n',
])
def test_inner_and_guarded_code_needs_no_docstring(text):
    result = docs(text)
    assert result.kept == result.asked
    assert result.findings == ()


def test_setter_takes_the_docstring_of_its_property():
    result = docs('"""M."""\nclass C:\n    """C."""\n    @property\n'
                  '    def x(self):\n        """X."""\n    @x.setter\n'
                  "    def x(self, value):\n        pass\n")
    assert (result.kept, result.asked) == (3, 3)


@pytest.mark.parametrize("block", [
    "if x:\n    def f():\n        pass\n",
    "try:\n    def f():\n        pass\nexcept E:\n    pass\n",
    "try:\n    pass\nexcept E:\n    def f():\n        pass\n",
    "for x in y:\n    def f():\n        pass\n",
    "match x:\n    case 1:\n        def f():\n            pass\n",
    "if __name__ == '__main__':\n    pass\nelse:\n    def f():\n"
    "        pass\n",
])
def test_function_within_a_block_of_the_module_needs_one(block):
    assert missing('"""M."""\n' + block) == [
        "The function `f` has no docstring."]


@pytest.mark.parametrize("body", [
    '""', '"  \\n "', 'b"bytes"', 'f"{x}"', "1", "...", "# a comment\npass",
])
def test_what_says_nothing_is_no_docstring(body):
    assert missing(body + "\n") == ["The file has no docstring."]


def test_docstring_below_the_imports_is_told_to_move_up():
    finding = docs('import a\n"""Late."""\n').findings[0]
    assert finding.hint.startswith("Move the text above the imports")
    assert "Move" not in docs("import a\n").findings[0].hint


def test_finding_names_kind_and_place():
    result = docs('"""M."""\n\n\nclass C:\n    def m(self):\n        pass\n')
    assert [(f.code, f.line, f.column, f.text) for f in result.findings] == [
        ("no-class-docstring", 4, 1, "The class `C` has no docstring."),
        ("no-function-docstring", 5, 5, "The function `m` has no docstring."),
    ]
    assert {finding.part for finding in result.findings} == {"docs"}


def test_many_missing_docstrings_are_told_shortly():
    text = "".join(f"def f{number}():\n    pass\n" for number in range(9))
    result = docs(text)
    assert (result.kept, result.asked) == (0, 10)
    assert len(result.findings) == MOST_FINDINGS + 1
    assert result.findings[-1].text == "5 more docstrings are missing."


def test_file_without_a_tree_keeps_nothing():
    result = check_docs(None)
    assert (result.findings, result.kept, result.asked) == ((), 0, 1)


def test_long_chain_of_elif_is_no_trouble():
    text = '"""M."""\nif a:\n    pass\n' + "elif a:\n    pass\n" * 600
    assert docs(text).kept == 1
