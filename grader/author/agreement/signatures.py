"""Names and signatures: check file, task file and lesson say the same."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable, Iterator
from typing import Any

from grader.author.agreement.lesson_text import calls_of, shown_calls
from grader.author.agreement.texts import Texts, definition_lines
from grader.facts import nearest

Definition = ast.FunctionDef | ast.ClassDef
Parameter = tuple[str, str]         # its name, its default as text


def broken_signatures(texts: Texts) -> Iterator[str]:
    """All names and parameters that do not agree."""
    if texts.task is None or not texts.file.entry:
        return                      # a script or a choice has no signature
    asked = _definition(ast.parse(texts.task.text), texts.file.entry)
    if asked is None:
        return                      # told by `first_trouble`
    if texts.file.kind in ("function", "class"):
        yield from _against_oracle(texts, asked)
        yield from _of_mistakes(texts)
    yield from _in_lesson(texts)


def first_trouble(texts: Texts) -> str:
    """Why there is no use in looking further, or nothing.

    All else would follow from it, and hide it.
    """
    if texts.task is None or texts.file.choice is not None:
        return ""
    try:
        tree = ast.parse(texts.task.text)
    except SyntaxError as error:
        return (f"{texts.task.at(error.lineno or 1)}: this is not valid "
                f"Python: {error.msg}. Correct the line; the rest is looked "
                f"at then.")
    if texts.file.entry and _definition(tree, texts.file.entry) is None:
        return _no_entry(texts, tree)
    return ""


def _definition(tree: ast.Module, name: str) -> Definition | None:
    return next((node for node in tree.body if isinstance(node, Definition)
                 and node.name == name), None)


def _no_entry(texts: Texts, tree: ast.Module) -> str:
    entry = texts.file.entry
    names = [node.name for node in tree.body if isinstance(node, Definition)]
    near = nearest(entry, names) or (names[0] if len(names) == 1 else "")
    assert texts.task is not None
    line = definition_lines(texts.task.text).get(near, 1)
    way = (f"rename `{near}` to `{entry}` here, or write ENTRY = \"{near}\" "
           f"there." if near else f"define `{entry}` here.")
    return (f"{texts.task.at(line)}: there is no `{entry}`, which ENTRY in "
            f"{texts.defined('ENTRY')} asks for. Either {way}")


def _against_oracle(texts: Texts, asked: Definition) -> Iterator[str]:
    """The reference takes what the oracle takes, by name and default."""
    oracle, task = texts.file.oracle, texts.task
    assert task is not None
    shown = "Oracle" if texts.file.kind == "class" else "oracle"
    ours = _programs(oracle)
    for node in _methods(asked):
        name = node.name if isinstance(asked, ast.ClassDef) else "oracle"
        there = texts.defined(shown)
        said = f"{asked.name}.{name}" if name != "oracle" else asked.name
        if name not in ours:
            yield (f"{task.at(node.lineno)}: `{said}` is not in the Oracle "
                   f"of {there}. Write it there, or start its name with `_` "
                   f"here.")
            continue
        mine, wanted = _parameters(node), _known(ours.pop(name))
        if not _agree(mine, wanted):
            yield (f"{task.at(node.lineno)}: `{said}` takes ({_said(mine)}), "
                   f"the {shown} in {there} takes ({_said(wanted)}). Use the "
                   f"same names and defaults in both.")
    for name in ours:
        yield (f"{task.at(asked.lineno)}: `{asked.name}` has no `{name}`, "
               f"but the Oracle in {texts.defined(shown)} has. Write it "
               f"here, or start its name with `_` there.")


def _methods(asked: Definition) -> list[ast.FunctionDef]:
    if isinstance(asked, ast.FunctionDef):
        return [asked]
    return [node for node in asked.body if isinstance(node, ast.FunctionDef)
            and (node.name == "__init__" or not node.name.startswith("_"))]


def _programs(oracle: Callable[..., Any]) -> dict[str, Callable[..., Any]]:
    """The function, or the methods that a student's class needs too."""
    if not isinstance(oracle, type):
        return {"oracle": oracle}
    return {name: value for name, value in vars(oracle).items()
            if callable(value)
            and (name == "__init__" or not name.startswith("_"))}


def _parameters(node: ast.FunctionDef) -> list[Parameter]:
    """Name and default, the default as its value shows itself."""
    found = node.args
    names = [*found.posonlyargs, *found.args]
    defaults = [*[None] * (len(names) - len(found.defaults)),
                *found.defaults, *found.kw_defaults]
    names += found.kwonlyargs
    return [(arg.arg, _value(default)) for arg, default
            in zip(names, defaults) if arg.arg != "self"]


def _value(default: ast.expr | None) -> str:
    if default is None:
        return ""
    try:
        return repr(ast.literal_eval(default))
    except ValueError:
        return "?"                  # a name: what it holds is not known here


def _known(program: Callable[..., Any]) -> list[Parameter]:
    empty = inspect.Parameter.empty
    return [(name, "" if one.default is empty else repr(one.default))
            for name, one in inspect.signature(program).parameters.items()
            if name != "self"]


def _agree(mine: list[Parameter], wanted: list[Parameter]) -> bool:
    return len(mine) == len(wanted) and all(
        one == other and (first == second
                          or "?" in (first, second) and first and second)
        for (one, first), (other, second) in zip(mine, wanted))


def _said(parameters: list[Parameter]) -> str:
    return ", ".join(f"{name}={default}" if default else name
                     for name, default in parameters)


def _of_mistakes(texts: Texts) -> Iterator[str]:
    """A call by keyword must reach a wrong program too."""
    if texts.file.kind != "function":
        return
    wanted = [name for name, _ in _known(texts.file.oracle)]
    programs = texts.file.mistakes | texts.file.accepts
    for name, program in programs.items():
        names = [one for one, _ in _known(program)]
        if names != wanted:
            yield (f"{texts.defined(name)}: {name} takes "
                   f"({', '.join(names)}), the oracle takes "
                   f"({', '.join(wanted)}). Give it the same names.")


def _in_lesson(texts: Texts) -> Iterator[str]:
    assert texts.task is not None
    if texts.block is None or texts.lesson is None:
        return
    shown = shown_calls(texts.block.text)
    for line, call in calls_of(texts.task.text, texts.file.entry):
        if call in shown:
            continue
        name = call.partition("(")[0]
        other = next((one for one in shown
                      if one.startswith(name + "(")), "")
        start = texts.block.line
        where = texts.lesson.find(f"`{name}(", start)
        yield (f"{where}: the block of task {texts.number} "
               + (f"shows `{other}`, but " if other else "does not show ")
               + (f"the solution in {texts.task.at(line)} is `{call}`. "
                  f"Write `{call}`." if other else
                  f"`{call}` of {texts.task.at(line)}. Write it into the "
                  f"sentence that says what to do."))
