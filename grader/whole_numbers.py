"""A float where Python wants an int: which value it is, in words.

    TypeError, the line it names, the call -> one hint

A name is only given where nothing else of the line can be the float, and a
value only where the call itself shows it. Otherwise the words stay general.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator

from grader.cases import Plan
from grader.model import Call, Verdict
from grader.show import show

COUNT = re.compile(r"'(?:float|numpy\.float\d+)' object cannot be "
                   r"interpreted as an integer")
INDEX = re.compile(r"indices must be integers or slices, not "
                   r"(?:float|numpy\.float\d+)$")
DIVIDED = {True: "An index must be an `int`. `/` always makes a float: use "
                 "`//`.",
           False: "A size or a range must be an `int`. `/` always makes a "
                  "float: use `//`."}
NAMELESS = {True: "An index must be an `int`, and a value here may have "
                  "decimals. Make it whole first: `int(...)`.",
            False: "A value here may have decimals, and the line wants an "
                   "`int`. Make it whole first: `int(...)`."}
WHOLE = ("len", "int")          # calls that give an int
KEEPS_INTS = (ast.Add, ast.Sub, ast.Mult, ast.FloorDiv, ast.Mod)
MOST_ROUNDS = 20
Function = ast.FunctionDef | ast.AsyncFunctionDef
Place = ast.Name | ast.Attribute


def is_about_floats(text: str) -> bool:
    """Whether this is what Python says of a float where it wants an int."""
    return bool(COUNT.search(text) or INDEX.search(text))


def whole_number_hint(plan: Plan, tree: ast.Module, verdict: Verdict) -> str:
    """What must become whole in the line that is named."""
    outcome = verdict.outcome
    assert outcome is not None
    is_index = bool(INDEX.search(outcome.text))
    parts = _parts(tree, outcome.line)
    if not parts:
        return NAMELESS[is_index]
    function = _around(tree, outcome.line)
    if _is_divided(function or tree, parts):
        return DIVIDED[is_index]
    name = _culprit(parts, is_index, tree)
    if not name:
        return NAMELESS[is_index]
    value = "" if function is None else _given(plan, function, name, verdict)
    here = f", here {value}" if value else ""
    return (f"`{name}` may have decimals{here}. Make it whole first: "
            f"`int({name})`.")


def _parts(tree: ast.Module, line: int) -> list[ast.expr]:
    """The expressions of the statement in this line, without its block."""
    found = [node for node in ast.walk(tree) if isinstance(node, ast.stmt)
             and node.lineno <= line <= (node.end_lineno or 0)]
    if not found:
        return []
    inner = max(found, key=lambda node: (node.lineno, node.col_offset))
    return [part for part in ast.iter_child_nodes(inner)
            if isinstance(part, ast.expr)]


def _around(tree: ast.Module, line: int) -> Function | None:
    """The innermost function that holds a line."""
    found = [node for node in ast.walk(tree) if isinstance(node, Function)
             and node.lineno <= line <= (node.end_lineno or 0)]
    return max(found, key=lambda node: node.lineno, default=None)


def _is_divided(scope: ast.AST, parts: list[ast.expr]) -> bool:
    """Whether `/` stands in the line, or where its names get their values."""
    given = list(_assignments(scope))
    looked: set[str] = set()
    todo: list[ast.AST] = list(parts)
    for _ in range(MOST_ROUNDS):
        if any(map(_has_division, todo)):
            return True
        names = {name for part in todo for name in _names(part)} - looked
        if not names:
            return False
        looked |= names
        todo = [source for target, source in given
                if names & set(_names(target))]
    return False


def _has_division(part: ast.AST) -> bool:
    return any(isinstance(node, (ast.BinOp, ast.AugAssign))
               and isinstance(node.op, ast.Div) for node in ast.walk(part))


def _assignments(scope: ast.AST) -> Iterator[tuple[ast.AST, ast.AST]]:
    """What gets a value, and the part of the text that gives it."""
    for node in ast.walk(scope):
        if isinstance(node, ast.Assign):
            yield from ((target, node.value) for target in node.targets)
        elif isinstance(node, ast.AugAssign):
            yield node.target, node         # `k /= 2` divides by itself
        elif isinstance(node, (ast.AnnAssign, ast.NamedExpr)):
            if node.value is not None:
                yield node.target, node.value
        elif isinstance(node, (ast.For, ast.comprehension)):
            yield node.target, node.iter


def _names(part: ast.AST) -> Iterator[str]:
    """Names in a part, and attributes as `self.n`."""
    for node in ast.walk(part):
        if isinstance(node, Place):
            yield ast.unparse(node)


def _culprit(parts: list[ast.expr], is_index: bool,
             tree: ast.Module) -> str:
    """The one name of the line that can be the float, or nothing."""
    nodes = [node for part in parts for node in ast.walk(part)]
    calls = [node for node in nodes if isinstance(node, ast.Call)
             and not _is_whole(node, tree)]
    taken = [node for node in nodes if isinstance(node, ast.Subscript)]
    wanted: list[ast.expr] = []
    if is_index and len(taken) == 1:
        wanted = [taken[0].slice]
    elif not is_index and len(calls) == 1:
        wanted = [*calls[0].args, *(word.value for word
                                    in calls[0].keywords)]
    names = [_sources(part, tree) for part in wanted]
    if not names or any(found is None for found in names):
        return ""
    several = {name for found in names for name in found or ()}
    return several.pop() if len(several) == 1 else ""


def _is_whole(node: ast.Call, tree: ast.Module) -> bool:
    """Whether this is `len(...)` or `int(...)` of Python's own."""
    name = node.func.id if isinstance(node.func, ast.Name) else ""
    return name in WHOLE and not any(
        isinstance(other, ast.Name) and other.id == name
        and isinstance(other.ctx, ast.Store) or isinstance(
            other, (Function, ast.ClassDef)) and other.name == name
        for other in ast.walk(tree))


def _sources(part: ast.expr, tree: ast.Module) -> set[str] | None:
    """Names that alone decide whether it is an int; None: more than names."""
    if isinstance(part, ast.Name):
        return {part.id}
    if isinstance(part, ast.Attribute):
        return {ast.unparse(part)} if isinstance(part.value,
                                                 ast.Name) else None
    if isinstance(part, ast.Constant):
        return set() if type(part.value) is int else None
    inner: Iterable[ast.expr]
    if isinstance(part, ast.Call):
        return set() if _is_whole(part, tree) else None
    if isinstance(part, ast.BinOp) and isinstance(part.op, KEEPS_INTS):
        inner = (part.left, part.right)
    elif isinstance(part, ast.UnaryOp) and isinstance(
            part.op, (ast.UAdd, ast.USub)):
        inner = (part.operand,)
    elif isinstance(part, (ast.Tuple, ast.List)):
        inner = part.elts
    else:
        return None
    found = [_sources(one, tree) for one in inner]
    if any(one is None for one in found):
        return None
    return {name for one in found for name in one or ()}


def _given(plan: Plan, function: Function, name: str,
           verdict: Verdict) -> str:
    """The float that the shown call gives to this parameter, as text.

    The cases of a hidden check may get smaller later, and then the value of
    today would be a wrong one.
    """
    outcome, case = verdict.outcome, verdict.case
    assert outcome is not None and case is not None
    names = [arg.arg for arg in (*function.args.posonlyargs,
                                 *function.args.args)]
    direct = [place[2] for place in outcome.trace] == [function.name]
    fixed = plan.file.made_checks is not None or (
        verdict.check.visibility == "visible")
    if not direct or not fixed or name not in names or (
            function.decorator_list) or any(
            isinstance(node, ast.Name) and node.id == name
            and isinstance(node.ctx, ast.Store)
            for node in ast.walk(function)):
        return ""
    is_method = plan.file.kind == "class"
    place = names.index(name) - is_method
    value = _argument(plan, case.call, function.name, place, name)
    return show(value) if type(value) is float else ""


def _argument(plan: Plan, call: Call, function: str, place: int,
              name: str) -> object:
    """What a call hands over at this place or by this name."""
    entry = plan.file.entry
    called = entry if function == "__init__" else function
    if not call.expression:
        if called != entry:
            return None
        return call.kwargs.get(name, call.args[place] if (
            0 <= place < len(call.args)) else None)
    found = [node for node in ast.walk(ast.parse(call.expression,
                                                 mode="eval"))
             if isinstance(node, ast.Call) and called in (
                 getattr(node.func, "attr", ""),
                 getattr(node.func, "id", ""))]
    if len(found) != 1:
        return None
    words = {word.arg: word.value for word in found[0].keywords}
    part = words.get(name, found[0].args[place] if (
        0 <= place < len(found[0].args)) else None)
    if isinstance(part, ast.Name):
        return call.kwargs.get(part.id)
    return part.value if isinstance(part, ast.Constant) else None
