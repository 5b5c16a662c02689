"""Docstrings of a file: of the module, its classes and its functions.

In: a syntax tree. Out: a `FormResult` with one finding for each kind that is
missing. Methods count, `__init__` too; functions inside functions do not,
nor does code under `if __name__ == "__main__":`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.form import FormResult
from grader.model import Finding
from grader.parsing import is_main_guard
from grader.walking import children

MOST_FINDINGS = 5

Documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def check_docs(tree: ast.Module | None) -> FormResult:
    """Count docstrings written and asked for; without a tree, 0 of 1."""
    if tree is None:
        return FormResult((), 0, 1)
    asked = list(_documented(tree))
    missing = [node for node in asked if not has_docstring(node)]
    findings = [_finding(node) for node in missing[:MOST_FINDINGS]]
    more = len(missing) - len(findings)
    if more:
        findings.append(
            Finding("docs", "more", f"{more} more docstrings are missing.")
        )
    return FormResult(tuple(findings), len(asked) - len(missing), len(asked))


def has_docstring(node: Documented) -> bool:
    """Tell if the first statement is a text that says something."""
    return bool((ast.get_docstring(node, clean=False) or "").strip())


def _documented(tree: ast.Module) -> Iterator[Documented]:
    """Yield what needs a docstring, in the order of the file."""
    todo: list[ast.AST] = [tree]
    while todo:
        node = todo.pop()
        if isinstance(node, Documented) and not _is_setter(node):
            yield node
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if is_main_guard(node):
            todo += reversed(node.orelse)
        elif isinstance(node, ast.mod | ast.stmt | ast.excepthandler
                        | ast.match_case):
            todo += reversed(children(node))


def _is_setter(node: Documented) -> bool:
    """Tell if Python takes the docstring from the getter of a property."""
    return not isinstance(node, ast.Module) and any(
        isinstance(mark, ast.Attribute) and mark.attr in ("setter", "deleter")
        for mark in node.decorator_list
    )


def _finding(node: Documented) -> Finding:
    if isinstance(node, ast.Module):
        late = any(
            isinstance(statement, ast.Expr)
            and isinstance(statement.value, ast.Constant)
            and isinstance(statement.value.value, str)
            for statement in node.body[1:]
        )
        hint = "Say in one sentence, in three quotes, what the file is for."
        if late:
            hint = "Move the text above the imports: it must come first."
        return Finding(
            "docs", "no-module-docstring", "The file has no docstring.", hint
        )
    kind = "class" if isinstance(node, ast.ClassDef) else "function"
    return Finding(
        "docs",
        f"no-{kind}-docstring",
        f"The {kind} `{node.name}` has no docstring.",
        "Say in one sentence, in three quotes right below its first line,"
        " what it is for.",
        line=node.lineno,
        column=node.col_offset + 1,
    )
