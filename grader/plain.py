"""Texts that may be shown anywhere: nothing acts, nothing is endless.

Light on purpose: a report that needs no run is written without a library.
"""

from __future__ import annotations

import unicodedata


def clean(text: str, most: int = 4000) -> str:
    """Text that no terminal, page or parser can be surprised by."""
    if text.isascii() and text.isprintable():
        return cut(text, most)
    return cut("".join(_visible(letter) for letter in text), most)


def _visible(letter: str) -> str:
    if letter in "\n\t" or letter.isprintable():
        return letter
    # Escape what acts instead of showing: ANSI, C1, direction marks ...
    if unicodedata.category(letter) == "Zs":
        return " "
    number = ord(letter)
    if number > 0xFFFF:
        return f"\\U{number:08x}"
    return f"\\x{number:02x}" if number < 256 else f"\\u{number:04x}"


def cut(text: str, most: int) -> str:
    """Text of at most about `most` characters; says how much is missing."""
    if len(text) <= max(most, 36):      # shorter ones are no longer cut
        return text
    keep = max((most - 20) // 2, 8)
    missing = len(text) - 2 * keep
    return f"{text[:keep]} ... {missing} characters ... {text[-keep:]}"
