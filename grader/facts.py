"""The plain facts of a check file, read strictly one by one.

Each method reads one name, checks its form and gives it back in one shape;
a wrong form is a FactError that says what was found and what to write.
"""

from __future__ import annotations

import ast
import difflib
from collections.abc import Callable
from typing import Any

import msgspec

from grader import rules as rules_module
from grader.model import PARTS, Limits

KINDS = ("function", "class", "script", "choice", "figure")
KNOWN = (
    "KIND", "ENTRY", "TITLE", "EXAMPLES", "RULES", "RULES_ARE_THE_TASK",
    "MUTATES", "SHARES", "EXACT_NUMBERS", "TOLERANCE", "POINTS", "DOCS",
    "ALIASES", "LIMITS", "GIVEN", "PROBES", "QUESTION", "OPTIONS",
    "ANSWER", "MISTAKES", "PACE", "COMPARE", "REMARKS", "FILES",
    "EQUIVALENT_MUTANTS", "oracle", "Oracle", "same", "valid",
)
POINTS = {"output": 7, "rules": 1, "style": 1, "docs": 1}
TOLERANCE = (1e-7, 1e-9)


class FactError(Exception):
    """One name of a check file has a wrong form; `name` finds its line."""

    def __init__(self, name: str, text: str) -> None:
        super().__init__(text)
        self.name = name


class Facts:
    """Reads the public names of one check file."""

    def __init__(self, names: dict[str, Any]) -> None:
        self._names = names

    def kind(self) -> str:
        """One of KINDS."""
        kind = self._names.get("KIND")
        if kind not in KINDS:
            raise FactError("KIND", f"KIND is {kind!r}; write one of "
                                    f"{', '.join(KINDS)}.")
        return str(kind)

    def entry(self, kind: str) -> str:
        """The function's name; a script has none."""
        entry = self._names.get("ENTRY", "")
        if kind in ("script", "choice"):
            if entry:
                raise FactError("ENTRY", f"a {kind} has no ENTRY; remove it.")
            return ""
        if type(entry) is not str or not entry.isidentifier():
            raise FactError("ENTRY", f"ENTRY is {entry!r}; write the name of "
                                     f"the function as text.")
        return entry

    def title(self) -> str:
        """TITLE, or the first line of the docstring."""
        title = self._names.get("TITLE") or self._names.get("__doc__")
        if not title or type(title) is not str:
            raise FactError("TITLE", "the file needs a docstring: its first "
                                     "line is the task's title.")
        return title.strip().splitlines()[0].rstrip(".")

    def program(self, name: str) -> Callable[..., Any] | None:
        """A function of this name, or None."""
        value = self._names.get(name)
        if value is not None and not callable(value):
            raise FactError(name, f"`{name}` must be a function.")
        return value

    def examples(self, kind: str) -> tuple[tuple[str, Any], ...]:
        """EXAMPLES, each a pair whose text can be evaluated."""
        examples = self._names.get("EXAMPLES")
        if kind in ("choice", "figure"):
            return ()
        if type(examples) is not list or not examples:
            raise FactError("EXAMPLES", "EXAMPLES is missing; write a list "
                                        "of (call as text, expected).")
        for place, example in enumerate(examples):
            if type(example) is not tuple or len(example) != 2 \
                    or type(example[0]) is not str:
                raise FactError("EXAMPLES", f"EXAMPLES[{place}] is not a "
                                            f"pair (text, expected).")
            if kind in ("function", "class"):
                _parse_call(example[0], "EXAMPLES", place)
            elif type(example[1]) is not str:
                raise FactError("EXAMPLES", f"EXAMPLES[{place}] of a script "
                                            f"must expect a text.")
        texts = [text for text, _ in examples]
        for place, text in enumerate(texts):
            if text in texts[:place]:
                raise FactError("EXAMPLES", f"EXAMPLES[{place}] repeats "
                                            f"{text!r}; remove one.")
        return tuple(examples)

    def flag(self, name: str, default: bool) -> bool:
        """A True or False."""
        value = self._names.get(name, default)
        if type(value) is not bool:
            raise FactError(name, f"{name} is {value!r}; write True or "
                                  f"False.")
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts."""
        value = self._names.get(name, [])
        if type(value) is not list or any(type(x) is not str for x in value):
            raise FactError(name, f"{name} is {value!r}; write a list of "
                                  f"texts.")
        return tuple(value)

    def rules(self) -> tuple[str, ...]:
        """RULES, each of them known."""
        rules = self.texts("RULES")
        for rule in rules:
            try:
                rules_module.parse_rule(rule)
            except ValueError as error:
                raise FactError("RULES", str(error)) from None
        return rules

    def task_rules(self, rules: tuple[str, ...]) -> tuple[str, ...]:
        """The rules without which the task is not done."""
        value = self._names.get("RULES_ARE_THE_TASK", False)
        if value is True or value is False:
            return rules if value else ()
        chosen = self.texts("RULES_ARE_THE_TASK")
        for rule in chosen:
            if rule not in rules:
                raise FactError("RULES_ARE_THE_TASK", f"`{rule}` is not in "
                                                      f"RULES; add it there.")
        return chosen

    def tolerance(self) -> tuple[float, float]:
        """(rtol, atol); a single number is rtol with atol 0."""
        value = self._names.get("TOLERANCE", TOLERANCE)
        pair = value if type(value) is tuple else (value, 0.0)
        if len(pair) != 2 or any(type(x) not in (int, float) or x < 0
                                 for x in pair):
            raise FactError("TOLERANCE", f"TOLERANCE is {value!r}; write "
                                         f"rtol or (rtol, atol).")
        return float(pair[0]), float(pair[1])

    def points(self) -> dict[str, int]:
        """Points for each part."""
        value = self._names.get("POINTS", POINTS)
        if type(value) is not dict or set(value) != set(PARTS) \
                or any(type(x) is not int or x < 0 for x in value.values()):
            raise FactError("POINTS", f"POINTS is {value!r}; write whole "
                                      f"numbers for {', '.join(PARTS)}.")
        return dict(value)

    def limits(self) -> Limits:
        """LIMITS on top of the default limits."""
        value = self._names.get("LIMITS", {})
        try:
            return msgspec.convert(value, Limits)
        except msgspec.ValidationError as error:
            raise FactError("LIMITS", f"LIMITS: {error}.") from None

    def pace(self, kind: str) -> str:
        """PACE: a larger call, as text, whose time is judged."""
        call = self._names.get("PACE", "")
        if type(call) is not str or (call and kind != "function"):
            raise FactError("PACE", f"PACE is {call!r}; write a call of a "
                                    f"function as text.")
        if call:
            _parse_call(call, "PACE", 0)
        return call

    def probes(self, kind: str) -> tuple[str, ...]:
        """PROBES of a class: expressions about it."""
        probes = self.texts("PROBES")
        if bool(probes) != (kind == "class"):
            raise FactError("PROBES", "PROBES belong to classes, and every "
                                      "class needs them.")
        for place, probe in enumerate(probes):
            _parse_call(probe, "PROBES", place)
        return probes

    def choice(self, kind: str) -> Choice | None:
        """QUESTION, OPTIONS, ANSWER and MISTAKES of a choice."""
        given = [name for name in ("QUESTION", "OPTIONS", "ANSWER",
                                   "MISTAKES") if name in self._names]
        if kind != "choice":
            if given:
                raise FactError(given[0], f"{given[0]} belongs to a choice.")
            return None
        options = self.texts("OPTIONS")
        numbers = {str(number + 1) for number in range(len(options))}
        answer = str(self._names.get("ANSWER"))
        hints = self._names.get("MISTAKES")
        if answer not in numbers:
            raise FactError("ANSWER", f"ANSWER is {answer!r}; write the "
                                      f"number of one option as text.")
        if type(hints) is not dict or set(hints) != numbers - {answer}:
            raise FactError("MISTAKES", "MISTAKES needs a hint for every "
                                        "wrong number and for no other.")
        return Choice(str(self._names.get("QUESTION", "")), options, answer,
                      dict(hints))

    def given(self, kind: str) -> dict[str, str]:
        """GIVEN of a script: name -> template of its source text."""
        value = self._names.get("GIVEN", {})
        if type(value) is not dict or any("{}" not in str(text)
                                          for text in value.values()):
            raise FactError("GIVEN", f"GIVEN is {value!r}; write a template "
                                     f"with {{}} for each name.")
        if bool(value) != (kind == "script"):
            raise FactError("GIVEN", "GIVEN belongs to scripts, and every "
                                     "script needs it.")
        return dict(value)


class Choice(msgspec.Struct, frozen=True):
    """A question with numbered options; one hint for each wrong number."""

    question: str
    options: tuple[str, ...]
    answer: str
    hints: dict[str, str]


def _parse_call(text: str, name: str, place: int) -> None:
    try:
        ast.parse(text, mode="eval")
    except SyntaxError as error:
        raise FactError(name, f"{name}[{place}] cannot be read: "
                              f"{error.msg} in {text!r}.") from None


def nearest(name: str, names: list[str]) -> str:
    """The nearest known name, or an empty text."""
    near = difflib.get_close_matches(name, names, 1, 0.5)
    return near[0] if near else ""
