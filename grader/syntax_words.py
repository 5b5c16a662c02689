"""Python's words for a syntax error -> the words of a first lesson.

Each entry: a pattern for Python's message, one for the broken line, what is
wrong, and what to do. The first that fits is taken. Messages differ a little
between the versions of Python, so the patterns ask for few words.
"""

from __future__ import annotations

import difflib
import re

_WORDS = ("False None True and as assert async await break class continue "
          "def del elif else except finally for from global if import in is "
          "lambda nonlocal not or pass raise return try while with "
          "yield").replace(" ", "|")
_STARTS = ("return", "for", "while", "if", "elif", "else", "def", "class",
           "import", "from", "raise", "try", "except", "with", "pass",
           "break", "continue", "assert")
_FIRST = ("Write `:` at the end of a line that begins with `if`, `elif`, "
          "`else`, `for`, `while`, `def` or `class`.")
_FOUR = "A block is indented by 4 blanks."
_PAIRS = {"(": ")", "[": "]", "{": "}"}

_ENTRIES = (
    (r"expected ':'|invalid syntax", r"^else +if\b",
     "`else if` is one word in Python", "Write `elif`."),
    (r"expected ':'|invalid syntax", r"\{\s*$|^\}",
     "braces make no block in Python",
     "Write `:` in place of the brace. " + _FOUR),
    (r"expected ':'", "", "a colon `:` is missing", _FIRST),
    (r"invalid syntax", r"^(if|elif|while|for|def|class)\b[^:]*$",
     "a colon `:` is missing", _FIRST),
    (r"invalid syntax", r"=>|=<", "`=<` and `=>` are written the other way "
     "round", "Write `<=` or `>=`."),
    (r"[Mm]aybe you meant '=='|cannot assign to|invalid syntax",
     r"^(if|elif|while)\b.*[^=!<>]=[^=]",
     "a single `=` stores a value and asks nothing",
     "Write `==` to ask if two values are equal."),
    (r"cannot assign to|cannot delete|illegal target", "",
     "nothing can be stored in what stands left of `=`",
     "Left of `=` stands a name, as in `total = 2`. To compare, write "
     "`==`."),
    (r"closing .*'(.)' does not match opening .*'(.)'", "",
     "`{1}` closes what `{2}` has opened",
     "Each bracket is closed by one of its own kind: `()`, `[]`, `{}`."),
    (r"unmatched '(.)'", "", "`{1}` closes a bracket that was never opened",
     "Delete it, or write the bracket that opens in front."),
    (r"'(.)' was never closed", "", "the bracket `{1}` is never closed",
     "Count the brackets of this line, and write the missing `{pair}`."),
    (r"unexpected EOF|was never closed", "", "a bracket is never closed",
     "Count the brackets that open and those that close."),
    (r"unterminated triple-quoted|EOF while scanning triple", "",
     "a text in three quotes begins here and never ends",
     'Write three quotes `"""` where the text ends.'),
    (r"unterminated|EOL while scanning", "",
     "a text begins here and does not end in this line",
     "Write the closing quote, the same as the opening one."),
    (r"inconsistent use of tabs", "",
     "some lines begin with tabs and others with blanks",
     "Let your editor turn all tabs into blanks (`Convert indentation to "
     "spaces`). " + _FOUR),
    (r"unexpected indent", "", "it begins too far to the right",
     "Let it begin below the line before it. Only a line after a colon `:` "
     "begins further right."),
    (r"unindent does not match", "",
     "it begins where no line above it begins",
     "Lines of one block begin in the same column. " + _FOUR),
    (r"expected an indented block(?: after (.+) on line (\d+))?", "",
     "a line that belongs into the block above must begin further right",
     "Indent what belongs to the block by 4 blanks. An empty block needs "
     "`pass`."),
    (r"forgot a comma", "", "a comma or a sign is missing between two "
     "values", "Write `,` between the entries, or `*` to multiply."),
    (r"invalid (decimal|hexadecimal|octal) literal", r"\d[A-Za-z_]",
     "a name cannot begin with a digit, and `2x` is no product",
     "Write `2 * x` for a product; let a name begin with a letter."),
    (r"", r"\+\+|\w--\s*$", "`++` and `--` do not count in Python",
     "Write `i += 1` or `i -= 1`."),
    (r"invalid syntax", r"&&|\|\|", "`&&` and `||` are not Python",
     "Write `and` or `or`."),
    (r"invalid syntax", r"(^|[\s(])!(?!=)", "`!` is not Python's word for no",
     "Write `not`."),
    (r"", rf"^({_WORDS})\s*=[^=]|[(,]\s*({_WORDS})\s*=[^=]",
     "a word of the language cannot be a name",
     "Choose another name, for instance `lambtha` for `lambda`."),
    (r"invalid syntax", r"^(else|elif)\b",
     "there is no `if` that it belongs to",
     "`else` and `elif` begin in the same column as their `if`, directly "
     "below its block."),
    (r"invalid syntax|expected 'except'", r"^(except|finally)\b",
     "there is no `try` that it belongs to",
     "`except` begins in the same column as its `try`."),
    (r"expected 'except' or 'finally'", "",
     "a `try` above it has no `except`",
     "Write `except ValueError:` below the block of the `try`."),
    (r"positional argument follows keyword", "",
     "a value without a name follows one with a name",
     "In a call, values with a name (`axis=1`) come last."),
    (r"(non-default argument|parameter without a default) follows", "",
     "a parameter without a value follows one with a value",
     "In a `def`, parameters with a value (`axis=0`) come last."),
    (r"duplicate argument '(\w+)'", "", "the parameter `{1}` is there twice",
     "Give each parameter its own name."),
    (r"after line continuation", "", "after a `\\` the line must end",
     "Delete the `\\`, or all that follows it in this line."),
    (r"unicodeescape|truncated \\", "", "`\\` begins a code in a text",
     'Write `\\\\` for one `\\`, or `r"..."`.'),
    (r"f-string", "", "the text with braces (`f\"...\"`) is not complete",
     "Between `{` and `}` stands one value; close each brace and each "
     "quote."),
    (r"(return|yield|await)' outside", "", "it stands outside of a function",
     "Indent it by 4 blanks below its `def`."),
    (r"outside loop|not properly in loop", "", "it stands outside of a loop",
     "`break` and `continue` belong into a `for` or a `while`."),
    (r"from __future__", "", "this import must come first",
     "Write it directly below the docstring, or delete it."),
    (r"", r"^(from|import) \.*[\w.]*(\d[\w.]*-|-)\w",
     "a file whose name begins with a digit cannot be imported like this",
     "Write what you need into this file."),
    (r"invalid syntax", r"^import .* from ",
     "`from` comes first", "Write `from math import pi`."),
    (r"invalid syntax", r"^(def|class)\s*\(|^(def|class)\s*$",
     "its name is missing", "Write a name after `def`: `def add(a, b):`."),
    (r"invalid syntax", r"= *= | ! =", "the two signs belong together",
     "Write `==` or `!=` without a blank."),
    (r"invalid syntax", r"[=+*/%<>-]\s*$|\b(and|or|not|in)\s*$",
     "a value is missing at its end", "Write what comes after the sign."),
)


def syntax_words(said: str, row: str) -> tuple[str, str]:
    """What is wrong with a line, and what to do; empty when not known.

    said: Python's message
    row: the broken line, without blanks around it
    """
    for message, line, text, hint in _ENTRIES:
        match = re.search(message, said)
        if match is None or not re.search(line, row):
            continue
        return _filled(text, match), _filled(hint, match)
    return _misspelt(row) if said.startswith("invalid syntax") else ("", "")


def _misspelt(row: str) -> tuple[str, str]:
    """A first word that comes near to one of the language."""
    match = re.match(r"[A-Za-z]{2,}\b", row)
    if match is None or match[0] in _WORDS.split("|"):
        return "", ""
    near = difflib.get_close_matches(match[0].lower(), _STARTS, 1, 0.75)
    if not near:
        return "", ""
    return (f"`{match[0]}` is no word of Python",
            f"Did you mean `{near[0]}`?")


def _filled(text: str, match: re.Match[str]) -> str:
    """Put in what the message names: `{1}`, `{2}`, and the other bracket."""
    for number, found in enumerate(match.groups(""), 1):
        text = text.replace(f"{{{number}}}", found)
        if number == 1:
            text = text.replace("{pair}", _PAIRS.get(found, ""))
    return text
