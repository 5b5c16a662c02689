"""pycodestyle, asked only what a line can be guilty of.

    lines of a file -> QuickChecker.check_all() -> report.error(...)

The library runs two dozen checks on each logical line, and most of them look
for something that the line does not hold: no comment, no wide blank, no `==`.
Here each check has a sign without which it cannot complain; where the sign is
missing the check is left out. The complaints are those of the library, all of
them: tests/test_quick_style.py compares on hundreds of files. A check that
this page does not know always runs.
"""

from __future__ import annotations

import keyword
import re
import tokenize
from typing import Any

import pycodestyle

MOST_COLONS = 200

# Two blanks or a tab, a blank on the wrong side of a bracket or comma.
_ODD_BLANK = re.compile(r"\s\s|\t|[\[({][ \t]|[ \t][\]}),;:]|@\s")
_BLANK_BEFORE_BRACKET = re.compile(r"\s[(\[]")
_TIGHT_KEYWORD = re.compile(
    rf"(?:{'|'.join(keyword.kwlist)})(?=[^\s:\w]|:=)")
_UNCLEAR_NAME = re.compile(r"\b[lOI]\b")
_PLAIN_TOKENS = frozenset((tokenize.NAME, tokenize.NUMBER, tokenize.OP))

_NEEDS_ODD_BLANK = frozenset((
    "extraneous_whitespace", "whitespace_around_keywords",
    "whitespace_around_operator", "whitespace_around_comma"))
_NEEDS_EQUALS = frozenset(("comparison_to_singleton", "comparison_type"))
_NEEDS_ROWS = frozenset(("continued_indentation", "explicit_line_join"))


class QuickChecker(pycodestyle.Checker):    # type: ignore[misc]
    """A Checker of pycodestyle that leaves out what cannot complain.

    lines: the file, each line with its "\\n"
    options, report: as for pycodestyle's own Checker
    """

    def __init__(self, lines: list[str], options: Any, report: Any) -> None:
        super().__init__(lines=lines, options=options, report=report)
        self._all_checks = options.logical_checks
        self._has_backslash = any("\\" in line for line in lines)

    def build_tokens_line(self) -> Any:
        """Build the logical line, and choose the checks for it."""
        mapping = super().build_tokens_line()
        idle = self._idle_checks()
        self._logical_checks = [check for check in self._all_checks
                                if check[0] not in idle]
        return mapping

    def _idle_checks(self) -> set[str]:
        """Names of the checks that have nothing to say to this line."""
        line, tokens = self.logical_line, self.tokens
        idle = {"maximum_doc_length"}       # no longest line is set
        kinds = {token[0] for token in tokens}
        if tokenize.ERRORTOKEN in kinds:
            return idle
        has_comment = tokenize.COMMENT in kinds
        has_rows = tokens[0][2][0] != tokens[-1][2][0]
        if not _ODD_BLANK.search(line):
            idle |= _NEEDS_ODD_BLANK
        if not has_rows:
            idle |= _NEEDS_ROWS
            if not _BLANK_BEFORE_BRACKET.search(line):
                idle.add("whitespace_before_parameters")
            if not (has_comment or self._has_backslash
                    or _TIGHT_KEYWORD.search(line)):
                idle.add("missing_whitespace_after_keyword")
        if not has_comment:
            idle.add("whitespace_before_comment")
        if "=" not in line:
            idle |= _NEEDS_EQUALS
        if "=" not in line or "(" not in line and "[" not in line:
            idle.add("whitespace_around_named_parameter_equals")
        if "not" not in line:
            idle.add("comparison_negative")
        if "except" not in line:
            idle.add("bare_except")
        colons = line.count(":")
        if colons > MOST_COLONS or not colons and ";" not in line:
            # This check alone takes the square of the number of colons.
            idle.add("compound_statements")
        if not _UNCLEAR_NAME.search(line):
            idle.add("ambiguous_identifier")
        if not self._has_backslash:
            idle.add("python_3000_invalid_escape_sequence")
        return idle

    def maybe_check_physical(self, token: Any, prev_physical: str) -> None:
        """Look at a line when its last token comes."""
        if self._has_backslash or token[0] not in _PLAIN_TOKENS:
            super().maybe_check_physical(token, prev_physical)

    def check_physical(self, line: str) -> None:
        """Look at a line as it is written, unless it is plainly clean."""
        text = line.rstrip("\n")
        is_tidy = (len(text) <= self.max_line_length and "\t" not in text
                   and text.rstrip() == text and text != line)
        is_last = self.line_number >= self.total_lines
        if not (is_tidy and (text or not is_last) and (
                self.indent_char == " " or not text[:1].isspace())):
            super().check_physical(line)
