"""Classes in a tame text: plain ones, which keep what is theirs in `self`.

In: a syntax tree. Out: the nodes in it that belong to plain classes and need
no further look, or None if a class is not plain.

`self.name = value` is harmless where `self` can be nothing but an object of
the file's own class. So nobody may get hold of a method as a plain function,
which takes anything for its `self`: a class is called and asked for, never
read; its body only defines; and inside a method `self` keeps its meaning.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Set
from typing import TypeGuard

from grader.walking import walk

SELF = "self"
ASKS = "isinstance"
FIRST = "__init__"
STATIC = "staticmethod"
_TELLS = (ast.Name, ast.Attribute, ast.Constant, ast.Subscript, ast.Tuple)
_GIVES = (ast.Constant, ast.UnaryOp, ast.BinOp, ast.Tuple, ast.List)


def class_parts(tree: ast.Module) -> set[ast.AST] | None:
    """Harmless nodes of the classes of a file; None if one is not plain."""
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    if not classes:
        return set()
    names: set[str | None] = {node.name for node in classes}
    found: set[ast.AST] = set(classes)
    for node in classes:
        if not _is_plain(node):
            return None
        own = set(_own_names(node))
        for method in _methods(node):
            if not _keeps_self(method):
                return None
            found.update((method, *method.decorator_list))
            found.update(_own_attributes(method, own))
    known = found.union(_asked_and_called(tree, names))
    return None if any(_is_name(node, names) and node not in known
                       for node in walk(tree)) else found


def _is_plain(node: ast.ClassDef) -> bool:
    return (node.name[:2] != "__" and node.name != ASKS
            and not node.keywords and not node.decorator_list
            and not getattr(node, "type_params", ())
            and all(isinstance(base, ast.Name) and base.id == "object"
                    for base in node.bases)
            and all(map(_only_defines, node.body)))


def _only_defines(node: ast.stmt) -> bool:
    """A method, a constant, a text or nothing."""
    if isinstance(node, ast.FunctionDef):
        return _is_method(node)
    if isinstance(node, ast.Assign):
        return _is_given(node.value) and all(
            isinstance(target, ast.Name) for target in node.targets)
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    return isinstance(node, ast.Pass)


def _is_method(node: ast.FunctionDef) -> bool:
    """Whether nothing of its head could call another method."""
    args = node.args
    every = [*args.posonlyargs, *args.args, *args.kwonlyargs]
    stars = [arg for arg in (args.vararg, args.kwarg) if arg is not None]
    told = [node.returns, *(arg.annotation for arg in every + stars)]
    first = (args.posonlyargs + args.args)[:1]
    names = [arg.arg for arg in first]
    return ((node.name == FIRST or node.name[:2] != "__")
            and node.name not in (ASKS, STATIC)
            and not getattr(node, "type_params", ())
            and (_is_static(node) or not node.decorator_list
                 and names == [SELF])
            and all(value is None or _is_given(value)
                    for value in (*args.defaults, *args.kw_defaults))
            and all(part is None or _holds_only(part, _TELLS)
                    for part in told))


def _is_static(node: ast.FunctionDef) -> bool:
    """Whether it is a plain function, which has no object."""
    return [isinstance(word, ast.Name) and word.id == STATIC
            for word in node.decorator_list] == [True]


def _is_given(value: ast.expr) -> bool:
    """A number, a text, or a list of such: nothing that has a name."""
    return _holds_only(value, _GIVES)


def _holds_only(value: ast.expr, kinds: tuple[type[ast.AST], ...]) -> bool:
    return all(isinstance(node, kinds) for node in walk(value))


def _methods(node: ast.ClassDef) -> list[ast.FunctionDef]:
    return [part for part in node.body if isinstance(part, ast.FunctionDef)]


def _own_names(node: ast.ClassDef) -> Iterator[str]:
    """Names of what its objects have."""
    for part in walk(node):
        if _is_of_self(part, ast.Store):
            yield part.attr
    for item in node.body:
        if isinstance(item, ast.FunctionDef):
            yield item.name
        elif isinstance(item, ast.Assign):
            yield from (target.id for target in item.targets
                        if isinstance(target, ast.Name))


def _is_of_self(node: ast.AST, *contexts: type[ast.expr_context]
                ) -> TypeGuard[ast.Attribute]:
    return (isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Name) and node.value.id == SELF
            and isinstance(node.ctx, contexts) and node.attr[:2] != "__")


def _own_attributes(method: ast.FunctionDef, own: set[str]
                    ) -> Iterator[ast.AST]:
    """The places in a method where something of its object is used."""
    # Its head is read where `self` may be anything.
    return (node for part in method.body for node in walk(part)
            if _is_of_self(node, ast.Store)
            or _is_of_self(node, ast.Load) and node.attr in own)


def _keeps_self(method: ast.FunctionDef) -> bool:
    """Whether `self` is the object wherever the method says it."""
    if _is_static(method):
        return not any(_is_name(node, {SELF}) for node in walk(method))
    given = (method.args.posonlyargs + method.args.args)[0]
    return not any(_is_name(node, {SELF}) and node is not given
                   and not (isinstance(node, ast.Name)
                            and isinstance(node.ctx, ast.Load))
                   for node in walk(method))


def _is_name(node: ast.AST, names: Set[str | None]) -> bool:
    """Whether a node says one of the names, or gives it a meaning."""
    if isinstance(node, ast.Name):
        return node.id in names
    if isinstance(node, ast.arg):
        return node.arg in names
    if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        return node.name in names
    if isinstance(node, ast.ExceptHandler):
        return node.name in names
    if isinstance(node, ast.alias):
        return (node.asname or node.name) in names
    if isinstance(node, (ast.Global, ast.Nonlocal)):
        return not names.isdisjoint(node.names)
    return False


def _asked_and_called(tree: ast.Module, names: Set[str | None]
                      ) -> Iterator[ast.AST]:
    """Where classes are called, and where something is compared with them."""
    for node in walk(tree):
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Name):
            if node.func.id in names:
                yield node.func
            elif node.func.id == ASKS:
                yield from (kind for kind in node.args[1:2]
                            if isinstance(kind, ast.Name)
                            and kind.id in names)
