"""A reference solution -> the file as a student gets it.

Names, docstrings and given data stay, answers go. A stub runs and earns
nothing.
"""

from __future__ import annotations

import ast

from grader.checkfile import CheckFile


def stub_of(file: CheckFile, text: str) -> str:
    """The stub of a task; the text is its reference solution."""
    if file.choice is not None:
        return ""
    tree = ast.parse(text)
    if file.kind == "script":
        tree.body = [node for node in tree.body
                     if not isinstance(node, ast.For | ast.While)]
        for node in tree.body:
            _take_answer(node, file)
    else:
        for part in ast.walk(tree):
            if isinstance(part, ast.FunctionDef):
                part.body = [*part.body[:1], ast.Pass()]
    return f"{text.splitlines()[0]}\n{ast.unparse(tree)}\n"


def _take_answer(node: ast.stmt, file: CheckFile) -> None:
    """Bind None where the script binds an answer."""
    if (isinstance(node, ast.Assign)
            and ast.unparse(node.targets[0]) not in file.given):
        node.value = ast.Constant(None)
