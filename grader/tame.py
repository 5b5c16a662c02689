"""Is a text tame: can it touch nothing but its own module?

In: a syntax tree. Out: yes only where each word of it is known to be
harmless. A tame file imports nothing but numpy, math and typing; it has no
name with two underscores but `__name__`, sets no attribute, and reads only
attributes that neither change anything outside of their own object nor lead
to it. It defines functions and plain classes (see `tame_classes`). So it may
share a process with other tame files (see `sandbox.company`): there is nothing
it could do to them.

Most files of most students are tame. When in doubt: no; that costs only time.
"""

from __future__ import annotations

import ast
import builtins
import re

from grader.tame_classes import class_parts

MOST_NODES = 5000
MODULES = frozenset(("numpy", "math", "typing", "__future__"))
# What a tame file may read of Python itself.
_HARMLESS = """
abs all any bool complex dict divmod enumerate filter float frozenset int
isinstance len list map max min pow print range reversed round set slice
sorted str sum tuple zip
ArithmeticError AssertionError AttributeError Exception IndexError KeyError
LookupError NameError NotImplementedError OverflowError RuntimeError
StopIteration TypeError ValueError ZeroDivisionError
"""
HARMLESS = frozenset(_HARMLESS.split())
DANGEROUS = frozenset(dir(builtins)) - HARMLESS - {"__name__"}
# Attributes of lists, texts, arrays, math and numpy. None of them keeps
# anything in a library, and none leads to a frame, a file or a module.
_ATTRIBUTES = """
append clear copy count extend get index insert items keys pop remove reverse
setdefault sort update values add discard intersection union difference
capitalize endswith find isalpha isdigit join lower lstrip replace rstrip
split splitlines startswith strip title upper zfill is_integer
T all any argmax argmin argsort astype conj cumprod cumsum diagonal dot dtype
fill flat flatten imag item itemsize max mean min nbytes ndim nonzero prod
ptp ravel real repeat reshape round shape size squeeze std sum swapaxes take
tolist trace transpose var
acos asin atan atan2 ceil comb cos cosh degrees dist e erf erfc exp expm1
fabs factorial floor fmod frexp fsum gamma gcd hypot inf isclose isfinite
isinf isnan isqrt lcm ldexp lgamma log log10 log1p log2 modf nan perm pi
radians sin sinh sqrt tan tanh tau trunc
absolute allclose amax amin angle append apply_along_axis apply_over_axes
arange arccos arcsin arctan arctan2 argwhere around array array_equal
array_split asarray ascontiguousarray asfortranarray atleast_1d atleast_2d
atleast_3d average bincount block bool_ broadcast_arrays broadcast_to
column_stack complex128 complexfloating concatenate concat convolve copyto
corrcoef correlate count_nonzero cov cross cumulative_sum deg2rad delete diag
diff digitize divide dstack ediff1d einsum equal expand_dims eye
fix flip fliplr flipud float16 float32 float64 floating floor_divide
fromfunction full full_like generic geomspace greater greater_equal hsplit
hstack identity indices inner int16 int32 int64 int8 int_ integer
interp intersect1d isin isreal isscalar ix_ kron less less_equal linalg
linspace logical_and logical_not logical_or logical_xor logspace
matmul matrix_transpose maximum median meshgrid minimum mod moveaxis
multiply nan_to_num nanmax nanmean nanmin nansum ndindex negative
newaxis not_equal number object_ ones ones_like outer percentile
permute_dims polyfit polyval positive power quantile rad2deg reciprocal
remainder rint roll rollaxis rot90 searchsorted sign
signedinteger split stack std subtract tensordot tile trapezoid tri
tril triu true_divide uint16 uint32 uint64 uint8 unique unravel_index
vander vdot vectorize vecdot vsplit vstack where zeros zeros_like
cholesky cond det eig eigh eigvals eigvalsh inv LinAlgError lstsq
matrix_norm matrix_power matrix_rank multi_dot norm pinv qr slogdet solve svd
reduce accumulate
Any Callable Dict Iterable Iterator List Optional Sequence Set Tuple Union
"""
ATTRIBUTES = frozenset(_ATTRIBUTES.split())
# May be asked for, never called: it makes an array out of any memory, and
# numbers into objects.
ONLY_ASKED = "ndarray"
ASKS = "isinstance"
# May be called with a mode that can be read, if it is none of these.
PADS = "pad"
EMPTY = ("empty",)
# `"{} and {}".format` with these fields reads no attribute of what it shows.
FIELD = re.compile(r"\{\w*(?:![rsa])?(?::[^{}]*)?\}|\{\{|\}\}")
# Kind of node -> the fields that hold further nodes.
FIELDS = {kind: tuple(fields.split()) for kind, fields in {
    ast.Module: "body", ast.ClassDef: "body",
    ast.FunctionDef: "args body decorator_list returns",
    ast.arguments: "posonlyargs args vararg kwonlyargs kw_defaults kwarg "
                   "defaults",
    ast.arg: "annotation", ast.Return: "value", ast.Delete: "targets",
    ast.Assign: "targets value", ast.AugAssign: "target value",
    ast.AnnAssign: "target annotation value",
    ast.For: "target iter body orelse", ast.While: "test body orelse",
    ast.If: "test body orelse", ast.Raise: "exc cause",
    ast.Try: "body handlers orelse finalbody",
    ast.ExceptHandler: "type body", ast.Assert: "test msg",
    ast.Global: "", ast.Nonlocal: "", ast.Expr: "value", ast.Pass: "",
    ast.Break: "", ast.Continue: "", ast.BoolOp: "values",
    ast.NamedExpr: "target value", ast.BinOp: "left right",
    ast.UnaryOp: "operand", ast.Lambda: "args body",
    ast.IfExp: "test body orelse", ast.Dict: "keys values",
    ast.Set: "elts", ast.ListComp: "elt generators",
    ast.SetComp: "elt generators", ast.DictComp: "key value generators",
    ast.GeneratorExp: "elt generators",
    ast.comprehension: "target iter ifs", ast.Compare: "left comparators",
    ast.Call: "func args keywords", ast.keyword: "value",
    ast.FormattedValue: "value format_spec", ast.JoinedStr: "values",
    ast.Constant: "", ast.Attribute: "value", ast.Subscript: "value slice",
    ast.Starred: "value", ast.Name: "", ast.List: "elts",
    ast.Tuple: "elts", ast.Slice: "lower upper step",
    ast.Import: "names", ast.ImportFrom: "names", ast.alias: "",
}.items()}
# These say a name; all others are as harmless as what is in them.
WORDY = frozenset((ast.Name, ast.arg, ast.Attribute, ast.FunctionDef,
                   ast.ClassDef, ast.ExceptHandler, ast.keyword,
                   ast.ImportFrom, ast.Import))
# These may ask for a type that nothing else may touch.
ASKING = frozenset((ast.Call, ast.FunctionDef, ast.arg, ast.AnnAssign))


def is_tame(tree: ast.Module) -> bool:
    """Whether nothing in the file can reach beyond its own module."""
    todo: list[ast.AST] = [tree]
    parts = class_parts(tree)
    if parts is None:
        return False
    asked = {part for part in parts if not (
        isinstance(part, ast.ClassDef) and part.name in DANGEROUS)}
    for node in todo:               # grows on the way
        kind = type(node)
        fields = FIELDS.get(kind)
        if fields is None or kind in WORDY and not (
                node in asked or _is_harmless(node)):
            return False
        if kind in ASKING:
            asked.update(_asked_for(node))
        for field in fields:
            part = getattr(node, field)
            if type(part) is list:
                todo += [item for item in part if item is not None]
            elif part is not None:
                todo.append(part)
        if len(todo) > MOST_NODES:
            return False
    return True


def _asked_for(node: ast.AST) -> list[ast.AST]:
    """Types that this node compares with or tells of, and no more."""
    places: list[ast.AST | None] = []
    if isinstance(node, ast.Call):
        if isinstance(node.func, ast.Name) and node.func.id == ASKS:
            kinds = node.args[1:2]
            places += (kinds[0].elts if kinds and isinstance(
                kinds[0], ast.Tuple) else kinds)
        elif _pads_plainly(node):
            return [node.func]
    elif isinstance(node, ast.FunctionDef):
        places.append(node.returns)
    elif isinstance(node, (ast.arg, ast.AnnAssign)):
        places.append(node.annotation)
    return [place for place in places if isinstance(place, ast.Attribute)
            and place.attr == ONLY_ASKED]


def _pads_plainly(node: ast.Call) -> bool:
    """A call of `np.pad` that leaves no memory as it was before."""
    modes = node.args[2:] + [word.value for word in node.keywords
                             if word.arg == "mode"]
    return (isinstance(node.func, ast.Attribute) and node.func.attr == PADS
            and type(node.func.ctx) is ast.Load
            and not any(isinstance(one, ast.Starred) for one in node.args)
            and all(isinstance(mode, ast.Constant)
                    and mode.value not in EMPTY for mode in modes))


def _is_harmless(node: ast.AST) -> bool:
    """Whether the words of this very node are."""
    if isinstance(node, ast.ClassDef):
        return False                # not among the plain ones
    if isinstance(node, ast.Name):
        if node.id == ASKS:         # another of this name could call
            return type(node.ctx) is ast.Load
        return node.id not in DANGEROUS and (
            node.id[:2] != "__" or node.id == "__name__")
    if isinstance(node, ast.arg):
        return node.arg != ASKS
    if isinstance(node, ast.Attribute):
        return type(node.ctx) is ast.Load and (
            node.attr in ATTRIBUTES or _is_plain_format(node))
    if isinstance(node, ast.FunctionDef):
        # Parameters of types would hold nodes that nobody looks at here.
        return (_may_be_given(node.name)
                and not getattr(node, "type_params", ()))
    if isinstance(node, ast.ExceptHandler):
        return node.name is None or _may_be_given(node.name)
    if isinstance(node, ast.keyword):
        # Where nothing is computed, memory is shown as it was before.
        return node.arg not in (None, "where")
    if isinstance(node, ast.ImportFrom):
        return node.level == 0 and node.module in MODULES and all(
            alias.name in ATTRIBUTES or node.module == "__future__"
            for alias in node.names) and _plain_aliases(node.names)
    if isinstance(node, ast.Import):
        return all(alias.name in MODULES
                   for alias in node.names) and _plain_aliases(node.names)
    return True


def _is_plain_format(node: ast.Attribute) -> bool:
    """`.format` of a text whose fields are numbers or names alone."""
    if node.attr != "format" or not isinstance(node.value, ast.Constant) \
            or not isinstance(node.value.value, str):
        return False
    left = FIELD.sub("", node.value.value)
    return "{" not in left and "}" not in left


def _plain_aliases(aliases: list[ast.alias]) -> bool:
    return all(alias.asname is None or _may_be_given(alias.asname)
               for alias in aliases)


def _may_be_given(name: str) -> bool:
    """Whether a function, an import or an error may have this name."""
    return name[:2] != "__" and name != ASKS and name not in DANGEROUS
