"""A call taken apart: numbers that may shrink, and values that stay whole.

Lists of numbers, arrays and single numbers are all held as arrays, so that
one move fits them all; `Frame.build` gives each its own form back.
"""

from __future__ import annotations

import inspect
from typing import Any, Literal

import msgspec
import numpy as np

from grader.calls import probe_call
from grader.checkfile import CheckFile
from grader.model import Call

Form = Literal["array", "list", "number"]
MOST_NUMBERS = 2000         # larger calls are left as they are


class Parts(msgspec.Struct, frozen=True):
    """The values of one call by the names of their parameters.

    cells: lists of numbers, arrays and numbers, each as an array
    atoms: all other values: texts, tuples, dictionaries, None
    """

    cells: dict[str, Any]
    atoms: dict[str, Any]

    def with_cells(self, **cells: Any) -> Parts:
        """The same with some other numbers."""
        return Parts({**self.cells, **cells}, self.atoms)

    def with_atoms(self, **atoms: Any) -> Parts:
        """The same with some other values."""
        return Parts(self.cells, {**self.atoms, **atoms})

    def without(self, name: str) -> Parts:
        """The same without an argument."""
        return Parts(*({key: value for key, value in values.items()
                        if key != name}
                       for values in (self.cells, self.atoms)))


class Frame(msgspec.Struct, frozen=True):
    """How the parts of one call are put together again.

    order: names of the arguments given by position
    forms: name -> what kind of value the cells are in the call
    defaults: parameters that may be left out, with the value they then have
    """

    file: CheckFile
    call: Call
    order: tuple[str, ...]
    forms: dict[str, Form]
    defaults: dict[str, Any]

    def build(self, parts: Parts) -> Call:
        """The call with these values; its text is made when it is shown."""
        values = {name: _formed(cells, self.forms[name])
                  for name, cells in parts.cells.items()}
        values |= parts.atoms
        if self.file.kind == "class":
            return probe_call(self.file.entry, self.call.expression, {
                name: values[name] for name in self.call.kwargs
            }) or self.call
        order = [name for name in self.order if name in values]
        args = tuple(values[name] for name in order)
        kwargs = {name: values[name] for name in self.call.kwargs
                  if name in values}
        return Call("", args, kwargs)

    def may_leave_out(self, parts: Parts) -> list[str]:
        """Arguments that say what the call would do without them too."""
        given = [name for name in self.order if name in parts.atoms
                 or name in parts.cells]
        last = given[-1:] if given else []
        return [name for name in (*last, *self.call.kwargs)
                if name in self.defaults
                and self._is_default(parts, name)]

    def _is_default(self, parts: Parts, name: str) -> bool:
        value = parts.atoms.get(name)
        if name in parts.cells:
            value = _formed(parts.cells[name], self.forms[name])
        elif name not in parts.atoms:
            return False
        default = self.defaults[name]
        return type(value) is type(default) and bool(value == default)


def names_of(file: CheckFile, call: Call) -> dict[str, Any] | None:
    """Name -> value of a call's data; None when it is more than data."""
    if file.kind == "class":
        return dict(call.kwargs) if call.kwargs and call.expression else None
    names = file.parameters if call.args else ()
    if call.expression or len(call.args) > len(names):
        return None
    return {**dict(zip(names, call.args)), **call.kwargs}


def take_apart(file: CheckFile, call: Call) -> tuple[Frame, Parts] | None:
    """The frame and the parts of a call, or None when nothing can shrink."""
    values = names_of(file, call)
    if values is None:
        return None
    parts, forms = split(values)
    count = sum(cells.size for cells in parts.cells.values())
    if count > MOST_NUMBERS or not values:
        return None
    order = file.parameters[:len(call.args)] if file.kind != "class" else ()
    return Frame(file, call, order, forms, _defaults(file)), parts


def split(values: dict[str, Any]) -> tuple[Parts, dict[str, Form]]:
    """Named values -> their numbers and the rest."""
    cells, atoms, forms = {}, {}, {}
    for name, value in values.items():
        found = _cells(value)
        if found is None:
            atoms[name] = value
        else:
            forms[name], cells[name] = found
    return Parts(cells, atoms), forms


def _defaults(file: CheckFile) -> dict[str, Any]:
    if file.kind == "class":
        return {}
    return {name: parameter.default for name, parameter
            in inspect.signature(file.oracle).parameters.items()
            if parameter.default is not parameter.empty}


def _cells(value: Any) -> tuple[Form, Any] | None:
    if type(value) is np.ndarray:
        fits = value.dtype.kind in "iuf" and value.ndim > 0
        return ("array", value) if fits else None
    if type(value) in (int, float):
        return "number", _of_objects(value, ())
    if type(value) is list:
        shape = _shape(value)
        return None if shape is None else ("list", _of_objects(value, shape))
    return None


def _shape(value: Any) -> tuple[int, ...] | None:
    """The shape of a list of numbers; None for anything else."""
    if type(value) is not list:
        return () if type(value) in (int, float) else None
    if not value:
        return (0,)
    inner = {_shape(item) for item in value}
    shape = inner.pop()
    # None: rows of different lengths, texts, objects
    return None if inner or shape is None else (len(value), *shape)


def _of_objects(value: Any, shape: tuple[int, ...]) -> Any:
    """The numbers in an array that keeps each an int or a float."""
    cells = np.empty(shape, object)
    if shape == ():
        cells[()] = value
    elif cells.size:
        cells[:] = value
    return cells


def _formed(cells: Any, form: Form) -> Any:
    if form == "number":
        return cells[()]
    return cells.tolist() if form == "list" else cells
