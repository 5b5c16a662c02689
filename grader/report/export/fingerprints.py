"""Names of findings that stay the same while other lines move.

Made of path, rule and text, never of the number of the line; findings that
are alike are counted, so no two share a name.
"""

from __future__ import annotations

import hashlib
import re

from grader.report.schema import FindingInfo


class Fingerprints:
    """Gives the findings of one report their names, in order."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def of(self, path: str, finding: FindingInfo) -> str:
        """32 letters for one finding."""
        text = re.sub(r"(?i)\bline \d+", "line", finding.text)
        key = "\0".join((path, finding.code, text))
        count = self._seen[key] = self._seen.get(key, 0) + 1
        return hashlib.sha256(f"{key}\0{count}".encode(
            "utf-8", "backslashreplace")).hexdigest()[:32]
