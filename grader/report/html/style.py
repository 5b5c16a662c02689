"""The style sheet, and the digest by which a browser lets nothing else in."""

from __future__ import annotations

import base64
import hashlib
import os

SHEET = os.path.join(os.path.dirname(os.path.abspath(__file__)), "page.css")


def style_sheet() -> str:
    """The text of the style sheet."""
    with open(SHEET, encoding="utf-8") as file:
        return file.read()


def policy(sheet: str) -> str:
    """What the page may do: show this style and its icon, nothing else."""
    digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest())
    return (f"default-src 'none'; style-src 'sha256-{digest.decode()}'; "
            f"img-src data:; base-uri 'none'; form-action 'none'")
