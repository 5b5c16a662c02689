"""A second look at the file, once it is known what went wrong when it ran.

In: verdicts with general hints, and the syntax tree of the student's file.
Out: the same verdicts, their hints in words about this very file: which
function it defines instead, which loop was running, which name comes near.
Decides nothing, and never touches the hint of a known mistake.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable

import msgspec

from grader.cases import Plan
from grader.definitions import (attribute_hint, constructor_hint,
                                covered_hint, has_code, missing_entry,
                                near_name, outside_loop, parameters_hint,
                                self_hint)
from grader.hints import RAISED, general_hint
from grader.model import Outcome, Verdict
from grader.old_names import MODULES, OLD_ATTRIBUTES, OLD_NAMES
from grader.reading import printable
from grader.rule_names import parse_rules
from grader.rule_words import array_of
from grader.this_call import with_call_hints

NAME = re.compile(r"name '(\w+)' is not defined")
ATTRIBUTE = re.compile(r"'?([\w.]+)'? (?:object )?has no attribute '(\w+)'")
MODULE = re.compile(r"No module named '([\w.]+)'")
MISFIT = re.compile(r"(\w+)\(\) (takes|missing|got)\b")
OUTSIDE = ("Line {} runs when the file is loaded, and there it goes wrong. It "
           "stands outside of every function: delete it.")
NO_CODE = "There is no code in the file yet. Write it, and save the file."
RENAME = "Rename it."
MOST_TEXT = 40
MOST_HINT = 300


def look_again(plan: Plan, tree: ast.Module | None,
               verdicts: tuple[Verdict, ...],
               loaded: Outcome | None = None) -> tuple[Verdict, ...]:
    """Verdicts whose hints know the file; the same where nothing is known.

    loaded: what happened when the file was loaded
    """
    if tree is None:
        return verdicts
    line = _line_outside(loaded) if loaded is not None else 0
    if line and plan.file.kind in ("function", "class"):
        return tuple(msgspec.structs.replace(
            verdict, hint=OUTSIDE.format(line)) for verdict in verdicts)
    sharper: dict[tuple[str, str, str, int], str] = {}
    return with_call_hints(plan, tree, tuple(
        _look(plan, tree, verdict, sharper) for verdict in verdicts))


def _line_outside(loaded: Outcome) -> int:
    """The line outside of all functions that made loading fail, or 0."""
    places = [name for _, _, name in loaded.trace]
    is_call = len(places) > 1 or loaded.error in ("AssertionError",
                                                  "EOFError")
    if loaded.state != "exception" or places[:1] != ["<module>"] or (
            not is_call):
        return 0
    return loaded.trace[0][1]


def _look(plan: Plan, tree: ast.Module, verdict: Verdict,
          known: dict[tuple[str, str, str, int], str]) -> Verdict:
    outcome = verdict.outcome
    if verdict.status == "passed" or outcome is None:
        return verdict
    if not has_code(tree) and plan.file.kind in ("script", "figure"):
        return msgspec.structs.replace(verdict, hint=NO_CODE)
    if outcome.state not in ("exception", "timeout"):
        return verdict
    key = (outcome.state, outcome.error, outcome.text, outcome.line)
    if key not in known:
        try:
            known[key] = _sharper(plan, tree, outcome)
        except RecursionError:      # code too deep to be written out
            known[key] = ""
    hint = printable(known[key], MOST_HINT)
    is_general = verdict.hint in ("", RAISED, general_hint(plan, verdict))
    # That a name is spelt in another way is a fact of the file.
    if hint and (is_general or hint.endswith(RENAME)):
        return msgspec.structs.replace(verdict, hint=hint)
    return verdict


def _sharper(plan: Plan, tree: ast.Module, outcome: Outcome) -> str:
    """What the file tells about an outcome; empty when it tells nothing."""
    if outcome.state == "timeout" or outcome.error == "MemoryError":
        return _running_loop(plan, tree, outcome)
    if match := NAME.search(outcome.text):
        if match[1] == plan.file.entry and not outcome.line:
            return missing_entry(tree, plan.file.entry, plan.file.kind)
        return _unknown_name(plan, tree, match[1])
    if match := ATTRIBUTE.search(outcome.text):
        owner, name = match[1], match[2]
        if owner == plan.file.entry and plan.file.kind == "class":
            return attribute_hint(tree, owner, name)
        return OLD_ATTRIBUTES.get(name, "")
    if match := MODULE.search(outcome.text):
        return (f"The module `{match[1]}` is not there. "
                f"{_allowed(plan)}")
    if outcome.error == "TypeError":
        return _misfit(plan, tree, outcome)
    return ""


def _misfit(plan: Plan, tree: ast.Module, outcome: Outcome) -> str:
    """Why a call went wrong before the first line of what was called."""
    entry = plan.file.entry
    match = MISFIT.search(outcome.text)
    if outcome.line:            # the student's own call
        return self_hint(tree, match[1]) if match else ""
    if outcome.text.endswith("() takes no arguments"):
        return constructor_hint(tree, entry)
    if match:
        return parameters_hint(tree, entry, match[1], outcome.text)
    if outcome.text.endswith("is not callable"):
        return covered_hint(tree, entry, plan.file.kind)
    return ""


def _allowed(plan: Plan) -> str:
    """What the rules say about imports."""
    for rule in parse_rules(plan.file.rules):
        if rule.kind == "no-imports":
            array = array_of(plan.file)
            todo = (f"use what `{array}` itself can do" if array
                    else "write it in plain Python")
            return f"This task allows no imports: {todo}."
        if rule.kind == "imports":
            names = " and ".join(f"`{name}`" for name in rule.names)
            return f"This task allows {names} only."
    if plan.file.kind == "figure":
        return "Draw with `matplotlib.pyplot`; `numpy` is there too."
    return "Is its name spelt right?"


def _unknown_name(plan: Plan, tree: ast.Module, name: str) -> str:
    if name in OLD_NAMES:
        return f"Python does not know `{name}`. {OLD_NAMES[name]}"
    if name in MODULES:
        allowed = _allowed(plan)
        if "no imports" in allowed:
            return f"Nothing imports `{name}` here. {allowed}"
        return f"Write `{MODULES[name]}` {_place(plan, tree)}."
    lines = sorted(node.lineno for node in ast.walk(tree)
                   if isinstance(node, ast.Name) and node.id == name
                   and isinstance(node.ctx, ast.Store))
    if lines:
        return (f"`{name}` gets its value in line {lines[0]}, but that line "
                f"has not run, or it belongs to another function.")
    near = near_name(name, _names(tree))
    if near:
        return (f"Nothing is called `{name}`. Did you mean `{near}`?")
    return (f"Nothing gives `{name}` a value. Is it spelt the same "
            f"everywhere?")


def _place(plan: Plan, tree: ast.Module) -> str:
    """Where an import belongs."""
    if plan.file.docs:
        return "below the docstring at the top of the file"
    if tree.body and tree.body[0].lineno > 1:
        return "below line 1"       # which says that it is Python
    return "in a new line at the top of the file"


def _names(tree: ast.Module) -> Iterable[str]:
    """What the file gives names to, and what every file has."""
    import builtins
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            yield node.name
    yield from (name for name in dir(builtins) if name.islower())


def _running_loop(plan: Plan, tree: ast.Module, outcome: Outcome) -> str:
    """The innermost loop around the line that was running."""
    line = outcome.line
    outside = outside_loop(tree, line)
    if outside and plan.file.kind in ("function", "class"):
        return (f"The loop in line {outside} runs when the file is loaded, "
                f"and it does not end. It stands outside of every function: "
                f"delete it.")
    loops = [node for node in ast.walk(tree)
             if isinstance(node, (ast.While, ast.For)) and line
             and node.lineno <= line <= (node.end_lineno or 0)]
    if not loops:
        return ""
    # A `while` is the usual suspect, also around a `for`.
    loop = max(loops, key=lambda node: (isinstance(node, ast.While),
                                        node.lineno))
    if isinstance(loop, ast.For) or outcome.state != "timeout":
        return (f"The loop in line {loop.lineno} was running. How many "
                f"rounds does it make, and does its list grow meanwhile?")
    test = ast.unparse(loop.test)
    shown = test if len(test) <= MOST_TEXT else test[:MOST_TEXT - 4] + " ..."
    head = f"The loop `while {shown}:` in line {loop.lineno} does not end."
    names = {node.id for node in ast.walk(loop.test)
             if isinstance(node, ast.Name)}
    idle = sorted(names - _touched(loop))
    if names and len(idle) == len(names):
        return f"{head} No line in it changes `{'` or `'.join(idle)}`."
    if not names:
        return f"{head} Is there a way to its `break` or `return`?"
    return f"{head} Does each round bring `{shown}` nearer to false?"


def _touched(loop: ast.While) -> set[str]:
    """Names in a loop that get a value, or whose parts may change."""
    found = set()
    for part in loop.body:
        for node in ast.walk(part):
            if isinstance(node, ast.Name) and not isinstance(
                    node.ctx, ast.Load):
                found.add(node.id)
            elif isinstance(node, (ast.Attribute, ast.Subscript)):
                inner = node.value
                while isinstance(inner, (ast.Attribute, ast.Subscript)):
                    inner = inner.value
                if isinstance(inner, ast.Name):
                    found.add(inner.id)
            elif isinstance(node, ast.Call):
                found |= {arg.id for arg in node.args
                          if isinstance(arg, ast.Name)}
    return found
