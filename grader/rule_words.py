"""What to do about a broken rule, in words that fit the task.

In: a rule, the other rules of the task, what the task gives and the file.
Out: one hint. It never names a way that another rule of the task closes.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from grader.instead import instead_of, instead_with_array
from grader.rule_names import Rule

if TYPE_CHECKING:
    from grader.checkfile import CheckFile

OWN_FILES = ("Write it in plain Python. Only your own files of this folder "
             "may be imported.")
NO_LINE_END = "The last line has no line end; press Enter once after it."
SHARED_LINE = "Write one statement on each line, as the task shows."
NO_DOCSTRING = "This script needs no docstring: delete it."


class Setting(msgspec.Struct, frozen=True):
    """What a task gives and asks for, as far as hints must know it.

    array: the name of the argument that is a numpy array, or nothing
    is_script: the file runs from top to bottom, without a function
    docs: docstrings are asked for
    """

    array: str = ""
    is_script: bool = False
    docs: bool = True


PLAIN = Setting()


def setting_of(file: CheckFile) -> Setting:
    """The setting of a task, by its check file."""
    return Setting(array_of(file), file.kind == "script", file.docs)


def array_of(file: CheckFile) -> str:
    """The name of the first argument, where the examples give an array."""
    if file.kind == "function" and file.examples and all(
            call.startswith(f"{file.entry}(np.")
            for call, _ in file.examples):
        return file.parameters[0]
    return ""


def import_hint(rules: Iterable[Rule], used: Iterable[str],
                setting: Setting) -> str:
    """What to do instead, where no import is allowed.

    used: dotted names of what the file takes from modules
    """
    if setting.array:
        better = instead_with_array(used, setting.array)
        return f"{better}, and delete the import."
    better = instead_of(used)
    has_loops = all(rule.kind != "no-loops" for rule in rules)
    if better and (has_loops or "loop" not in better):
        return f"{better} {OWN_FILES}"
    return OWN_FILES


def loop_hint(rules: Iterable[Rule], setting: Setting) -> str:
    """What to use in the place of a loop."""
    if _allows_numpy(rules):
        return ("Look for a function of Python or numpy that takes the whole "
                "list or array at once.")
    if setting.array:
        return ("No loop is needed: an array works as a whole. Look for an "
                "attribute, a method or a sign such as `+`.")
    if setting.is_script:
        return "A slice takes several items at once: `a[start:stop]`."
    return ("Look for a function of Python that takes the whole list at "
            "once, or for a formula.")


def _allows_numpy(rules: Iterable[Rule]) -> bool:
    return not any(
        rule.kind == "no-imports"
        or (rule.kind == "imports" and "numpy" not in rule.names)
        or (rule.kind == "never" and "numpy" in rule.names)
        for rule in rules)


def lines_hint(wanted: int, data: bytes, tree: ast.Module | None,
               setting: Setting) -> str:
    """What to do about a wrong number of lines."""
    count = data.count(b"\n")
    if count > wanted:
        return _too_many(count - wanted, data, tree, setting)
    if data and not data.endswith(b"\n"):
        return NO_LINE_END
    if tree is not None and _shares_a_line(tree):
        return SHARED_LINE
    missing = wanted - count
    lines = "1 line is" if missing == 1 else f"{missing} lines are"
    return f"{lines} missing. Compare with the task."


def _too_many(extra: int, data: bytes, tree: ast.Module | None,
              setting: Setting) -> str:
    lines = data.splitlines()
    size = 0 if setting.docs or tree is None else _lines_of_docstring(tree)
    blank = sum(not line.strip() for line in lines)
    the_blank = f"Delete the blank line{'s' if blank > 1 else ''}"
    if size:
        return NO_DOCSTRING + (f" {the_blank} too." if blank
                               and size < extra else "")
    if blank >= extra:
        return f"{the_blank}."
    if blank:
        return f"{the_blank}, and what the task does not ask for."
    return ("Delete the extra line. Compare with the task." if extra == 1
            else f"Delete the {extra} extra lines. Compare with the task.")


def _lines_of_docstring(tree: ast.Module) -> int:
    """How many lines the docstring of the file takes; 0 without one."""
    if ast.get_docstring(tree, clean=False) is None:
        return 0
    first = tree.body[0]
    return (first.end_lineno or first.lineno) - first.lineno + 1


def _shares_a_line(tree: ast.Module) -> bool:
    """Whether two statements begin in the same line."""
    begun = [node.lineno for node in ast.walk(tree)
             if isinstance(node, ast.stmt)]
    return len(begun) != len(set(begun))
