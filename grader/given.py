"""Other given values in a student's script, by its text alone.

The course's scripts start from given data (`arr = [...]`). To see whether a
script works for other values too, the value of that one assignment is
replaced in the text. Nothing is run here.
"""

from __future__ import annotations

import ast
import functools
import warnings

from grader.coding import coding_of


class GivenMissing(Exception):
    """The script does not assign the given name; the text is a sentence."""


def replace_given(source: bytes, values: dict[str, str]) -> bytes:
    """The script's bytes with these source texts as the given values."""
    encoding = coding_of(source)
    data = source.decode(encoding).encode("utf-8")
    spots = []
    for name, text in values.items():
        spots.append((*_span(data, name), text.encode("utf-8")))
    for start, end, text_bytes in sorted(spots, reverse=True):
        # The same number of lines, so that line numbers stay true.
        lines = data[start:end].count(b"\n")
        data = (data[:start] + b"(" + text_bytes + b"\n" * lines + b")"
                + data[end:])
    return data.decode("utf-8").encode(encoding)


# Each case replaces the values of the same script.
@functools.lru_cache(maxsize=8)
def _span(data: bytes, name: str) -> tuple[int, int]:
    """Byte positions of the value that is first assigned to a name."""
    starts = [0]
    for line in data.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    with warnings.catch_warnings():
        # "\d" and the like warn; it must not reach the terminal.
        warnings.simplefilter("ignore")
        tree = ast.parse(data.decode("utf-8"))
    for node in tree.body:
        value = _assigned(node, name)
        if value is not None:
            assert value.end_lineno and value.end_col_offset is not None
            return (starts[value.lineno - 1] + value.col_offset,
                    starts[value.end_lineno - 1] + value.end_col_offset)
    raise GivenMissing(f"The line that starts with `{name} =` is missing. "
                       f"Keep the data that the task gives.")


def _assigned(node: ast.stmt, name: str) -> ast.expr | None:
    if isinstance(node, ast.Assign):
        targets = [target.id for target in node.targets
                   if isinstance(target, ast.Name)]
        return node.value if name in targets else None
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        return node.value if node.target.id == name else None
    return None
