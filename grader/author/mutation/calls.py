"""Mutants of calls, methods, texts and exceptions.

Each operator gets a site and yields other expressions for its node.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.author.mutation.source import Site

Exprs = Iterator[ast.expr]

NAMES: dict[str, tuple[str, ...]] = {
    "sum": ("mean", "max"), "mean": ("sum", "max"), "max": ("min", "mean"),
    "min": ("max",), "any": ("all",), "all": ("any",), "zeros": ("ones",),
    "ones": ("zeros",), "sin": ("cos",), "cos": ("sin",), "exp": ("log",),
    "log": ("exp", "log10"), "sqrt": ("square",), "square": ("sqrt",),
    "floor": ("ceil",), "ceil": ("int", "round"), "int": ("round",),
    "round": ("int",), "float": ("int",), "list": ("tuple",),
    "tuple": ("list",), "sorted": ("list",), "matmul": ("multiply", "dot"),
    "outer": ("inner",), "det": ("trace",), "inv": ("array",),
    "concatenate": ("stack",), "isclose": ("equal",), "comb": ("perm",),
    "betainc": ("betaincc",), "eigvalsh": ("diag",), "svd": ("qr",),
    "append": ("extend",), "isinstance": ("hasattr",), "rand": ("randn",),
    "randn": ("rand",), "ndim": ("size",), "size": ("ndim",),
    "xlabel": ("ylabel",), "ylabel": ("xlabel",), "xlim": ("ylim",),
    "ylim": ("xlim",), "title": ("xlabel",), "plot": ("scatter",),
    "scatter": ("plot",), "bar": ("barh",), "xticks": ("yticks",),
    "yticks": ("xticks",), "yscale": ("xscale",), "suptitle": ("title",),
    "set_xlabel": ("set_ylabel",), "set_ylabel": ("set_zlabel",),
    "set_zlabel": ("set_xlabel",), "set_title": ("set_xlabel",),
    "TypeError": ("ValueError",), "ValueError": ("TypeError",)}
# A type that a test lets pass too, though the task does not want it.
WIDER = {"int": "float", "float": "int", "list": "tuple",
         "np.ndarray": "list"}
# Keywords that a call gets; for functions of an array, where there is an axis.
ADDED = {"zeros": ("dtype", "int"), "var": ("ddof", "1"),
         "std": ("ddof", "1"), "hist": ("density", "True"),
         "bar": ("width", "0.8")}
ALONG_AXIS = ("sum", "mean", "max", "min", "any", "all")
TEXTS: dict[str, tuple[str, ...]] = {
    "r-": ("b-", "r--"), "r--": ("b--", "r-", "r:"), "g-": ("b-", "g--"),
    "m": ("purple",), "black": ("white",), "log": ("linear", "symlog"),
    "red": ("blue",), "yellow": ("orange",), "#ff8000": ("#ff8040",),
    "#ffe5b4": ("#ffe594",), "plasma": ("viridis",), "3d": ("rectilinear",),
    "upper right": ("lower left", "upper left"),
    "x-small": ("small", "xx-small")}


def calls(site: Site) -> Exprs:
    """Arguments swapped, left out or added; the argument without the call."""
    node = site.node
    if not isinstance(node, ast.Call):
        return
    args, keywords = node.args, node.keywords
    for place in range(len(args) - 1):
        swapped = list(args)
        swapped[place:place + 2] = args[place + 1], args[place]
        yield ast.Call(node.func, swapped, keywords)
    for place in range(len(keywords)):
        yield ast.Call(node.func, args,
                       keywords[:place] + keywords[place + 1:])
    if len(args) > 1:
        yield ast.Call(node.func, args[:-1], keywords)
    names = [keyword.arg for keyword in keywords]
    name, value = ADDED.get(_name_of(node.func), ("", ""))
    if "axis" in names and _name_of(node.func) in ALONG_AXIS:
        name, value = "keepdims", "True"
    if name and name not in names:
        new = ast.parse(value, mode="eval").body
        yield ast.Call(node.func, args, [*keywords, ast.keyword(name, new)])
    if not isinstance(site.parent, ast.Expr | ast.Raise):
        if len(args) == 1:
            yield args[0]
        elif not args and isinstance(node.func, ast.Attribute):
            yield node.func.value       # such as `row.copy()`


def _name_of(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def methods(site: Site) -> Exprs:
    """Another function of the same kind; an attribute left out."""
    node, parent = site.node, site.parent
    is_called = isinstance(parent, ast.Call) and node is parent.func
    if isinstance(node, ast.Attribute):
        if is_called or node.attr in ("ndim", "size"):
            for other in NAMES.get(node.attr, ()):
                yield ast.Attribute(node.value, other, node.ctx)
        if node.attr == "T":
            yield node.value
    elif isinstance(node, ast.Name) and is_called:
        for other in NAMES.get(node.id, ()):
            yield ast.Name(other, node.ctx)


def types(site: Site) -> Exprs:
    """A test of the type that lets another type pass."""
    node = site.node
    if isinstance(node, ast.Call) and _name_of(node.func) == "isinstance":
        value, wanted = node.args
        other = WIDER.get(ast.unparse(wanted))
        if other is not None:
            both = ast.Tuple([wanted, ast.Name(other)], ast.Load())
            yield ast.Call(node.func, [value, both], [])


def texts(site: Site) -> Exprs:
    """Another colour, scale or place; a text with other letters."""
    node = site.node
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        value = node.value
        if value in TEXTS:
            yield from map(ast.Constant, TEXTS[value])
            return
        for other in dict.fromkeys((value.swapcase(), value[:-1],
                                    value + ".")):
            if other != value:
                yield ast.Constant(other)
