"""Hints for sins that any task can suffer from.

They stand in when no known mistake of the task explains the outcomes. Each
says what to do next in words of the first lessons.
"""

from __future__ import annotations

import re

from grader.cases import Plan
from grader.compare import kind_of
from grader.model import Difference, Verdict

BY_KIND = {
    "printed": "Your function prints its result. Give it back with "
               "`return`; `print` shows it to people only.",
    "returned nothing": "The function gives back None here. Does every way "
                        "through it end in a `return`?",
    "nothing": "Is the function written yet? None earns nothing as long as "
               "no other call gives a right value.",
    "changed": "The argument belongs to the caller. Build a new list or "
               "array and leave the argument as it was.",
    "shared": "Your result holds the very same list object as the argument. "
              "If one changes, the other changes too: copy each row.",
    "timeout": "Is there a loop that never ends? Look at its condition: "
               "what makes it false?",
    "no exception": "Test the argument first, and raise the exception that "
                    "the task names.",
    "exception type": "The task names the type of the exception. Test for "
                      "this case before you work with the argument.",
    "exception text": "Copy the text of the exception letter by letter from "
                      "the task.",
    "shape": "Write down the shape of each array on the way to the result.",
    "dtype": "Look at the dtype: what kind of numbers does the task ask for?",
    "number type": "`/` always gives a float, `//` of whole numbers an int. "
                   "The task asks for exactly one of them.",
    "printed nothing": "Does the script end in the `print` lines that the "
                       "task gives?",
    "extra lines": "Remove every `print` that the task does not ask for.",
    "keys": "Compare the keys letter by letter with the task.",
}
BY_ERROR = {
    "NameError": "A name is used before it exists. Is it spelt the same "
                 "everywhere, and is its import there?",
    "IndexError": "An index is outside of the list. Which sizes do the "
                  "arguments of this call have?",
    "KeyError": "The dictionary lacks this key. Which keys does it have in "
                "this call?",
    "ZeroDivisionError": "Something is divided by 0. For which arguments can "
                         "that happen?",
    "RecursionError": "The function calls itself for ever. Which call must "
                      "be the last one?",
    "MemoryError": "The program asked for too much memory. How many numbers "
                   "does it keep?",
    "AttributeError": "The object has no such attribute. Is it the kind of "
                      "object that you think?",
    "ModuleNotFoundError": "This module is not there. Which imports does "
                           "the task allow?",
    "SystemExit": "`exit()` ends the whole program. Use `return` instead.",
    "EOFError": "`input()` waits for a person. Take the values from the "
                "arguments.",
    "NotImplementedError": "The function is not written yet.",
}
PYTHONS_OWN = re.compile(
    r"not iterable|has no len|unsupported operand|not subscriptable|"
    r"not supported between|must be integers|not callable|could not convert|"
    r"object cannot be|can't multiply|not enough values|invalid literal")
NOT_RAISED = ("Python raised this one, not your code. Test the argument "
              "before you work with it, then raise the text of the task.")
MISFIT = ("Compare the names and the order of your parameters with the "
          "signature that the task gives.")
TYPE_PAIRS = {
    ("list", "tuple"): "The task asks for a list: `list(...)` makes one of "
                       "a tuple.",
    ("tuple", "list"): "The task asks for a tuple: write the values with "
                       "commas, `return a, b`.",
    ("list", "array"): "The task asks for plain lists, not for a numpy "
                       "array.",
    ("array", "list"): "The task asks for a numpy array: "
                       "`np.array(...)` makes one of a list.",
    ("None", ""): "For this input the task asks for None: which test is "
                  "missing?",
}


def general_hint(plan: Plan, verdict: Verdict) -> str:
    """A hint by the kind of trouble, or an empty text."""
    difference, outcome = verdict.difference, verdict.outcome
    if difference is None or outcome is None or verdict.case is None:
        return ""
    if (outcome.state == "exception"
            and verdict.case.expected.state != "exception"):
        if "() got an" in outcome.text or "() missing" in outcome.text \
                or "() takes" in outcome.text:
            return MISFIT
        return BY_ERROR.get(outcome.error, "")
    if difference.kind == "exception text" and PYTHONS_OWN.search(
            outcome.text):
        return NOT_RAISED
    if difference.kind == "type":
        return _type_hint(verdict, difference)
    return BY_KIND.get(difference.kind, "")


def _type_hint(verdict: Verdict, difference: Difference) -> str:
    assert verdict.case is not None and verdict.outcome is not None
    expected = verdict.case.expected.value
    got = verdict.outcome.value
    for step in difference.path:
        try:
            expected, got = expected[step], got[step]
        except (LookupError, TypeError):
            return ""
    pair = (kind_of(expected), kind_of(got))
    return TYPE_PAIRS.get(pair) or TYPE_PAIRS.get((pair[0], ""), "")
