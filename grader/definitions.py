"""What a file defines, held against what the task asks for, in words.

Text only. Asked after a run has shown that something is missing, so a file
that gets its names in an unusual way is never blamed.
"""

from __future__ import annotations

import ast
import difflib
from collections.abc import Iterable

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
MOST_NAMED = 3
WORDS = {"class": "class", "function": "function", "figure": "function"}


def near_name(name: str, known: Iterable[str]) -> str:
    """The known name that was probably meant; empty if none comes near."""
    names = list(dict.fromkeys(known))
    bare = _bare(name)
    for other in names:
        if other != name and _bare(other) == bare:
            return other
    # One letter more or less in a short name is another name.
    found = difflib.get_close_matches(name, [
        other for other in names if other != name and len(other) > 2], 1,
        0.75)
    return found[0] if found and len(name) > 2 else ""


def _bare(name: str) -> str:
    return name.replace("_", "").lower()


def missing_entry(tree: ast.Module, entry: str, kind: str) -> str:
    """Why the task's function or class is not there."""
    asked = f"the {WORDS.get(kind, 'function')} `{entry}`"
    if not has_code(tree):
        empty = "is empty" if not tree.body else "has no code yet"
        return f"The file {empty}. Write {asked} into it, and save it."
    around = _around(tree, entry)
    if around:
        return (f"`{entry}` stands inside of {around}. Let its `def` begin "
                f"at the left edge, so that it can be called from outside.")
    names = [node.name for node in tree.body if isinstance(node, Definition)]
    near = near_name(entry, names)
    if near:
        return (f"Your file defines `{near}`; the task asks for `{entry}`. "
                f"Rename it.")
    if names:
        return (f"Your file defines {_listed(names)}; the task asks for "
                f"{asked}.")
    return f"The task asks for {asked}. Your file does not define it."


def has_code(tree: ast.Module) -> bool:
    """Tell if there is more in a file than texts and comments."""
    return not all(map(_is_text, tree.body))


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _around(tree: ast.Module, entry: str) -> str:
    """What stands around the definition, if it is no top-level one."""
    for node in ast.walk(tree):
        if isinstance(node, Definition) and node.name != entry and any(
                isinstance(inner, Definition) and inner.name == entry
                for inner in ast.walk(node)):
            return f"`{node.name}`"
    for top in tree.body:
        if isinstance(top, ast.If) and any(
                isinstance(inner, Definition) and inner.name == entry
                for inner in ast.walk(top)):
            return f"the `if` of line {top.lineno}"
    return ""


def _listed(names: list[str]) -> str:
    shown = [f"`{name}`" for name in names[:MOST_NAMED]]
    more = len(names) - MOST_NAMED
    if more > 0:
        return f"{', '.join(shown)} and {more} more"
    return " and ".join(part for part in (", ".join(shown[:-1]), shown[-1])
                        if part)


def _class(tree: ast.Module, entry: str) -> ast.ClassDef | None:
    return next((node for node in tree.body if isinstance(node, ast.ClassDef)
                 and node.name == entry), None)


def attribute_hint(tree: ast.Module, entry: str, name: str) -> str:
    """Why objects of the task's class lack a method or an attribute."""
    found = _class(tree, entry)
    if found is None:
        return ""
    methods = [node.name for node in found.body
               if isinstance(node, ast.FunctionDef)]
    if "__init__" not in methods and not found.bases:
        return constructor_hint(tree, entry)
    stored = [node.attr for node in ast.walk(found)
              if isinstance(node, ast.Attribute)
              and isinstance(node.ctx, ast.Store)]
    if name in stored:
        return (f"`self.{name}` gets its value on some ways only. Set it on "
                f"every way through `__init__`.")
    if any(isinstance(node, ast.FunctionDef) and node.name == name
           for node in tree.body):
        return (f"`{name}` stands outside of the class. Indent it by 4 "
                f"blanks, and give it `self` as its first parameter.")
    near = near_name(name, [*methods, *stored])
    if near:
        return (f"The class has `{near}`; the task asks for `{name}`. "
                f"Rename it.")
    has = [other for other in dict.fromkeys((*stored, *methods))
           if not other.startswith("_")]
    known = f"It has {_listed(has)}. " if has else ""
    return (f"The class `{entry}` has no `{name}`. {known}Compare the names "
            f"with the task.")


def constructor_hint(tree: ast.Module, entry: str) -> str:
    """Why a class takes no arguments: its `__init__` is not there."""
    found = _class(tree, entry)
    methods = [node.name for node in found.body
               if isinstance(node, ast.FunctionDef)] if found else []
    near = next((name for name in methods
                 if _bare(name) in ("init", "int", "inti")), "")
    if near:
        return (f"`{near}` must be called `__init__`, with two `_` on each "
                f"side.")
    return (f"The class `{entry}` has no `__init__(self, ...)` that takes "
            f"its values.")


def parameters_hint(tree: ast.Module, entry: str, called: str,
                    text: str) -> str:
    """Why a call of the task does not fit the student's function."""
    own = called if called != entry else ""
    for node in ast.walk(tree):
        if not isinstance(node, ast.FunctionDef) or node.name not in (
                own, entry, "__init__"):
            continue
        if node.name != called and called != entry:
            continue
        names = [arg.arg for arg in (*node.args.posonlyargs, *node.args.args,
                                     *node.args.kwonlyargs)]
        if own and names[:1] != ["self"] and _is_method(tree, node):
            return self_hint(tree, own)
        if names[:1] == ["self"] and not _is_method(tree, node):
            return (f"`{node.name}` stands in no class: delete `self` from "
                    f"its parameters.")
        return (f"Your line `def {node.name}({', '.join(names)}):` does not "
                f"fit the call of the task{_keyword(text, names)}. Compare "
                f"the parameters one by one.")
    return ""


def self_hint(tree: ast.Module, called: str) -> str:
    """That a method lacks `self`; empty where it does not."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name == called and (
                _is_method(tree, node)) and not node.decorator_list and (
                [arg.arg for arg in node.args.args][:1] != ["self"]):
            return (f"`{called}` is a method: its first parameter must be "
                    f"`self`.")
    return ""


def covered_hint(tree: ast.Module, entry: str, kind: str) -> str:
    """Which value has taken the name of what the task calls."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and any(
                isinstance(target, ast.Name) and target.id == entry
                for target in node.targets):
            return (f"`{entry}` is a value in your file. The task asks for "
                    f"a {kind} of this name.")
    found = _class(tree, entry)
    methods = {node.name for node in found.body
               if isinstance(node, ast.FunctionDef)} if found else set()
    for part in ast.walk(found or tree):
        if isinstance(part, ast.Attribute) and part.attr in methods and (
                isinstance(part.ctx, ast.Store)):
            return (f"Line {part.lineno} stores a value as `{part.attr}`, and "
                    f"so the method `{part.attr}` is gone. Give the value "
                    f"another name.")
    return ""


def outside_loop(tree: ast.Module, line: int) -> int:
    """The line of the loop outside of all functions that holds a line."""
    return next((node.lineno for node in tree.body
                 if isinstance(node, (ast.While, ast.For))
                 and node.lineno <= line <= (node.end_lineno or 0)), 0)


def _is_method(tree: ast.Module, function: ast.FunctionDef) -> bool:
    return any(isinstance(node, ast.ClassDef) and function in node.body
               for node in tree.body)


def _keyword(text: str, names: list[str]) -> str:
    """The name that a call uses and the function does not know."""
    _, found, rest = text.partition("unexpected keyword argument '")
    if not found:
        return ""
    word = rest.partition("'")[0]
    near = near_name(word, names)
    return f", which says `{word}`" + (f" and not `{near}`" if near else "")
