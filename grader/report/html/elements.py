"""Text -> markup; the only module that writes a `<`.

Children and attribute values are plain text and are escaped here, unless
they are `Html`, which only this module makes. Characters that act instead of
being shown become escapes such as \\u202e.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import TypeAlias

from grader.plain import clean

VOID = frozenset({"meta", "link", "br"})
NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
# What may act must be written by hand, and only in `page`.
REFUSED = re.compile(r"on.*|style|src|srcset|srcdoc|action|formaction|.*:.*")
MARKS = re.compile(r"([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff"
                   r"\u20d0-\u20ff\ufe20-\ufe2f]{3})"
                   r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff"
                   r"\u20d0-\u20ff\ufe20-\ufe2f]+")
WHOLE = 1 << 30


class Html(str):
    """Finished markup. Joined with plain text it becomes text again."""

    __slots__ = ()


Child: TypeAlias = "str | Html | None | Iterable[Child]"
Value = str | int | None


def visible(text: str) -> str:
    """The text with nothing in it that acts or hides."""
    if not text.isascii():
        text = MARKS.sub(r"\1", text)   # towers of accents cover other lines
    if text.isprintable():
        return text
    return clean(text, WHOLE)


def escape(text: str) -> Html:
    """Plain text as markup that shows this text."""
    return Html(html.escape(visible(text), quote=True))


def tag(name: str, /, *children: Child, **attributes: Value) -> Html:
    """One element; `class_` stands for class, `_` for `-`.

    An attribute that is None is left out.
    """
    words = "".join(_attribute(key, value)
                    for key, value in attributes.items()
                    if value is not None)
    if name in VOID:
        return Html(f"<{name}{words}>")
    return Html(f"<{name}{words}>{joined(children)}</{name}>")


def joined(children: Child) -> Html:
    """The markup of many children, one after the other."""
    if children is None:
        return Html("")
    if isinstance(children, Html):
        return children
    if isinstance(children, str):
        return escape(children)
    return Html("".join(joined(child) for child in children))


def _attribute(key: str, value: str | int) -> str:
    name = key.rstrip("_").replace("_", "-")
    if not NAME.fullmatch(name) or REFUSED.fullmatch(name.lower()):
        raise ValueError(f"no element here has the attribute {name!r}")
    text = str(value)
    if name == "href" and not text.startswith("#"):
        raise ValueError("links lead to places of this page only")
    # Line ends and tabs in an attribute would be seen as blanks anyway.
    return f' {name}="{escape(" ".join(text.split()))}"'


def worded(text: str) -> Html:
    """A sentence; what stands between backticks is shown as code."""
    pieces = text.split("`")
    if len(pieces) % 2 == 0:        # one is left over: it is just a letter
        pieces[-2:] = ["`".join(pieces[-2:])]
    return Html("".join(
        tag("code", piece) if place % 2 else escape(piece)
        for place, piece in enumerate(pieces)))


def verbatim(children: Child) -> Html:
    """Text that keeps its blanks and lines."""
    return tag("pre", tag("code", children))


def slug(text: str) -> str:
    """The text as an id of an element."""
    return re.sub(r"[^A-Za-z0-9_-]+", "-", text).strip("-") or "x"


def number(points: float) -> str:
    """Points without zeros at their end."""
    return f"{points:.2f}".rstrip("0").rstrip(".")


def counted(count: int, word: str) -> str:
    """`1 task`, `2 tasks`."""
    return f"{count} {word}{'s' * (count != 1)}"
