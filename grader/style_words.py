"""Our own words for what pycodestyle says: what is seen, and the repair.

In: a code and pycodestyle's own text. Out: a sentence and a hint for a
student of the first year. Codes that are not listed keep their own text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from grader.reading import printable

_INDENT = "Use four blanks for each level, never the tab key's character."
_CONTINUED = (
    "Start it below the first character after the open bracket, or break"
    " right after the bracket and indent by four."
)
_TWO_BLANK = (
    "Leave exactly two empty lines before and after each function and class"
    " at the left edge."
)
_COMMENT = "Write `# like this`: a number sign, one blank, then the words."

# {0}, {1} are the numbers and quoted signs in pycodestyle's text.
WORDS: Mapping[str, tuple[str, str]] = MappingProxyType({
    "E101": ("The indentation mixes tabs and blanks.", _INDENT),
    "E111": ("The indentation is not a multiple of four blanks.", _INDENT),
    "E117": ("The line is indented too far.", _INDENT),
    "E122": ("A continued line is not indented.", _CONTINUED),
    "E124": ("A closing bracket stands in the wrong column.", _CONTINUED),
    "E125": (
        "A continued line has the same indentation as the next block.",
        "Indent the continued line four blanks more.",
    ),
    "E127": ("A continued line is indented too far.", _CONTINUED),
    "E128": ("A continued line is not indented far enough.", _CONTINUED),
    "E129": (
        "A continued line looks like the start of the next block.",
        "Indent the continued line four blanks more.",
    ),
    "E131": ("A continued line is indented in its own way.", _CONTINUED),
    "E201": (
        "There is a blank after `{0}`.",
        "Write `(a, b)`: no blank just inside a bracket.",
    ),
    "E202": (
        "There is a blank before `{0}`.",
        "Write `(a, b)`: no blank just inside a bracket.",
    ),
    "E203": (
        "There is a blank before `{0}`.",
        "Delete it: a comma, colon or semicolon follows without a blank.",
    ),
    "E211": (
        "There is a blank before `{0}`.",
        "Write `name(...)` and `name[...]` without a blank between.",
    ),
    "E221": (
        "There is more than one blank before an operator.",
        "Leave exactly one blank on each side, as in `a = 1`.",
    ),
    "E222": (
        "There is more than one blank after an operator.",
        "Leave exactly one blank on each side, as in `a = 1`.",
    ),
    "E225": (
        "A blank is missing beside an operator.",
        "Leave one blank on each side, as in `a = b + 1`.",
    ),
    "E231": (
        "A blank is missing after `{0}`.",
        "Write one blank after it, as in `(a, b)` or `{{1: 2}}`.",
    ),
    "E251": (
        "There is a blank beside the `=` of an argument.",
        "Write `f(axis=1)` and `def f(axis=0)` without blanks there.",
    ),
    "E261": (
        "The comment is too close to the code before it.",
        "Leave two blanks between the code and `#`.",
    ),
    "E262": ("The comment does not start with `# `.", _COMMENT),
    "E265": ("The comment does not start with `# `.", _COMMENT),
    "E266": ("The comment starts with more than one `#`.", _COMMENT),
    "E271": (
        "There is more than one blank after a keyword.",
        "Leave one blank after words such as `in`, `and`, `return`.",
    ),
    "E275": (
        "A blank is missing after a keyword.",
        "Write one blank after words such as `not`, `in`, `if`.",
    ),
    "E301": (
        "There is no empty line before this method.",
        "Leave one empty line between the methods of a class.",
    ),
    "E302": ("{0} empty lines belong here; there are {1}.", _TWO_BLANK),
    "E303": (
        "There are too many empty lines: {0}.",
        "Leave at most two at the left edge, and one inside a function.",
    ),
    "E305": (
        "{0} empty lines belong after a function or class; there are {1}.",
        _TWO_BLANK,
    ),
    "E306": (
        "There is no empty line before this inner function.",
        "Leave one empty line before a `def` inside a function.",
    ),
    "E401": (
        "Several modules are imported in one line.",
        "Write one `import` on each line.",
    ),
    "E402": (
        "An import does not stand at the top of the file.",
        "Move it up, right below the docstring of the file.",
    ),
    "E501": (
        "The line has {0} characters; 79 are allowed.",
        "Break it inside a bracket, or give a part of it a name of its own.",
    ),
    "E502": (
        "The backslash is not needed inside brackets.",
        "Delete it: an open bracket already joins the lines.",
    ),
    "E701": (
        "Code follows a colon in the same line.",
        "Start a new, indented line after the colon.",
    ),
    "E702": (
        "Two statements share a line.",
        "Write each statement on its own line, without `;`.",
    ),
    "E703": (
        "The line ends with a semicolon.",
        "Delete the `;`: Python does not need it.",
    ),
    "E711": (
        "`None` is compared with `==` or `!=`.",
        "Write `x is None` or `x is not None`.",
    ),
    "E712": (
        "Something is compared with `True` or `False`.",
        "Write `if x:` or `if not x:`.",
    ),
    "E713": ("`not` stands before the test.", "Write `x not in y`."),
    "E714": ("`not` stands before the test.", "Write `x is not y`."),
    "E721": (
        "Types are compared with `==` or `!=`.",
        "Use `isinstance(...)`, or compare them with `is` or `is not`.",
    ),
    "E722": (
        "`except:` without a name catches everything, even Ctrl-C.",
        "Name the exception you expect, as in `except ValueError:`.",
    ),
    "E731": (
        "A `lambda` is given a name.",
        "Write a `def` with that name instead.",
    ),
    "E741": (
        "The name `{0}` looks like a digit.",
        "Choose another name than `l`, `O` or `I`.",
    ),
    "E901": (
        "The file cannot be read to its end.",
        "Look for a bracket or a text that is opened and never closed.",
    ),
    "E902": (
        "The file cannot be read to its end.",
        "Look for a bracket or a text that is opened and never closed.",
    ),
    "W191": ("The line is indented with a tab.", _INDENT),
    "W291": (
        "There are blanks at the end of the line.",
        "Delete them; most editors can do it for you on saving.",
    ),
    "W292": (
        "The last line has no line end.",
        "Press Enter once at the end of the file.",
    ),
    "W293": (
        "An empty line contains blanks.",
        "Delete them; most editors can do it for you on saving.",
    ),
    "W391": (
        "There are empty lines at the end of the file.",
        "Delete them: the file ends right after its last line.",
    ),
    "W605": (
        "`{0}` means nothing special in a text.",
        "Write two backslashes, or put `r` before the quotes.",
    ),
})


def explain_code(code: str, said: str) -> tuple[str, str]:
    """Return our sentence and hint, or pycodestyle's own text."""
    details = [
        printable(detail.strip("'"), 20)
        for detail in re.findall(r"\d+|'[^']*'", said)
    ]
    if code in WORDS:
        text, hint = WORDS[code]
        # A future pycodestyle may word it otherwise and give no details.
        if len(details) >= text.count("{"):
            text = _counted(text.format(*details))
            return text, hint.replace("{{", "{").replace("}}", "}")
    plain = printable(said)
    return plain[:1].upper() + plain[1:].rstrip(".") + ".", ""


def _counted(text: str) -> str:
    """One empty line is no lines, and none is no number."""
    for many, one in (("1 empty lines belong", "1 empty line belongs"),
                      ("there are 1.", "there is 1."),
                      ("there are 0.", "there is none.")):
        text = re.sub(rf"\b{re.escape(many)}", one, text)
    return text
