"""Letters that look like Python's signs and are none, with their remedy.

They come from word processors, web pages and keyboards of other languages.
"""

from __future__ import annotations

import re
import unicodedata

CODE_POINT = re.compile(r"U\+([0-9A-F]{4,6})")
# The letters -> what they are called, what to write in their place.
_KNOWN = (
    ("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033",
     "a curved quotation mark", '`"`'),
    ("\u2018\u2019\u201a\u201b\u00b4\u2032\u2039\u203a",
     "a curved quotation mark", "`'`"),
    ("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "a long dash", "`-`"),
    ("\u00d7\u00b7\u22c5\u2217\u2219", "a sign from a formula", "`*`"),
    ("\u00f7\u2215\u2044", "a sign from a formula", "`/`"),
    ("\u2264", "a sign from a formula", "`<=`"),
    ("\u2265", "a sign from a formula", "`>=`"),
    ("\u2260", "a sign from a formula", "`!=`"),
    ("\u00b2", "a sign from a formula", "`** 2`"),
    ("\u00b3", "a sign from a formula", "`** 3`"),
    ("\u221a", "a sign from a formula", "`** 0.5`"),
    ("\u2190\u2192\u21d2", "an arrow", "`=` or `->`"),
    ("\u2026", "three dots in one letter", "`...`"),
)
BLANKS = "\u00a0\u2007\u202f\u3000\u2009\u200a\u2003\u2002"
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f"


def odd_letter(said: str) -> tuple[str, str] | None:
    """What a letter is and how to repair it; None if it is not known.

    said: Python's own words, `invalid character '...' (U+201C)`
    """
    match = CODE_POINT.search(said)
    if match is None:
        return None
    letter = chr(int(match[1], 16))
    if letter in BLANKS:
        return ("it holds a special blank (a non-breaking space) that Python "
                "does not take",
                "Delete the blank at this place and type it again. It often "
                "comes from a web page.")
    if letter in INVISIBLE:
        return ("it holds an invisible letter that Python does not take",
                "Delete the letters around this place and type them again. "
                "It often comes from a web page.")
    for letters, name, instead in _KNOWN:
        if letter in letters:
            return f"`{letter}` is {name}", _retype(instead)
    narrow = unicodedata.normalize("NFKC", letter)
    if narrow != letter and narrow.isascii() and narrow.isprintable():
        return f"`{letter}` is a wide letter", _retype(f"`{narrow}`")
    if letter.isprintable():
        return (f"`{letter}` is no letter of Python",
                "Delete it, or put it into quotes or behind a `#`.")
    return None


def _retype(instead: str) -> str:
    return (f"Write {instead} in its place. Write programs in an editor for "
            f"code, not in a word processor.")
