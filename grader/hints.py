"""Hints for sins that any task can suffer from.

They stand in when no known mistake of the task explains the outcomes. Each
says what to do next in words of the first lessons.
"""

from __future__ import annotations

import re

from grader.cases import Plan
from grader.compare import kind_of
from grader.model import Difference, Opaque, Outcome, Verdict

BY_KIND = {
    "printed": "Your function prints its result. Give it back with "
               "`return`; `print` shows it to people only.",
    "returned nothing": "The function gives back None here. Does every way "
                        "through it end in a `return`?",
    "nothing": "Is the function written yet? None earns nothing as long as "
               "no other call gives a right value.",
    "changed": "The argument belongs to the caller. Build a new list or "
               "array and leave the argument as it was.",
    "shared": "Whoever changes one of the two lists changes the other one "
              "too. Put a copy into the result: `row[:]` is a new list.",
    "timeout": "Is there a loop that never ends? Look at its condition: "
               "what makes it false?",
    "no exception": "Test the argument first, and raise the exception that "
                    "the task names.",
    "exception type": "The task names the type of the exception. Test for "
                      "this case before you work with the argument.",
    "exception text": "Copy the text of the exception letter by letter from "
                      "the task.",
    "length": "Count the items of both. Which one is missing, and which one "
              "is too much?",
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
    "AssertionError": "An `assert` of your file says that something is "
                      "false. Print both of its sides.",
    "UnboundLocalError": "No line has given this name a value yet. Which "
                         "branch of the `if` does this call take?",
    "OverflowError": "A number becomes too large for a float. Can you "
                     "multiply and divide in turns?",
    "FileNotFoundError": "The program looks for a file that is not there. "
                         "Take the values from the parameters.",
    "PermissionError": "The program may not open files here. Take the "
                       "values from the parameters.",
    "ImportError": "The import does not work. Is the name spelt right, and "
                   "is the module allowed here?",
    "LinAlgError": "numpy found no solution, as for a matrix without an "
                   "inverse. Test for this case first.",
}
# Python's words for the commonest slips -> what to look at.
BY_TEXT = (
    (r"'NoneType' object is not (subscriptable|iterable|callable)|"
     r"'NoneType' object has no|for .*'NoneType'",
     "A value is None here. Does the line that makes it really give "
     "something back? `append` and `sort` do not."),
    (r"'(int|float|numpy\.\w+)' object is not (iterable|subscriptable)|"
     r"of type '(int|float)' has no len",
     "Here stands one number, and the line wants a list. Is it one level "
     "too deep in the list of lists?"),
    (r"'(list|tuple|ndarray|numpy\.\w+)' object is not callable",
     "Round brackets call a function. To take an entry, write square ones: "
     "`row[0]`."),
    (r"'(int|float)' object is not callable",
     "`2(3)` calls the number 2. Write `2 * (3)`. Or has a function's name "
     "been used for a number?"),
    (r"'(module|str|dict|bool)' object is not callable",
     "Only functions can be called with `(...)`. What stands in front of "
     "the bracket?"),
    (r"can't multiply sequence",
     "A list times a number repeats the list. Multiply its entries one by "
     "one."),
    (r"can only concatenate|unsupported operand|must be str, not",
     "The two values of this line are of different kinds. Print the type "
     "of each: `print(type(a))`."),
    (r"indices must be integers|indices must be integers or slices|"
     r"only integers, slices",
     "An index must be an `int`. `/` makes a float (2.0): use `//`. And "
     "`for row in m` gives rows, not numbers."),
    (r"object does not support item assignment",
     "A tuple or a text cannot be changed. Make a list: `list(...)`."),
    (r"could not (be )?broadcast|not aligned|mismatch in its core|"
     r"must match exactly|shape mismatch",
     "The shapes do not fit. Print the `shape` of both arrays in front of "
     "this line."),
    (r"must have same first dimension|must be the same size",
     "x and y have different lengths. Print both: `print(len(x), len(y))`."),
    (r"inhomogeneous shape|setting an array element with a sequence",
     "The rows that become an array are not of equal length, or a list "
     "stands where a number must stand."),
    (r"unhashable type",
     "A list can be no key of a dictionary, no part of a set, and no argument "
     "of a function with `@cache`. Do without that."),
    (r"truth value of an array",
     "An array is not true or false. Use `.all()` or `.any()`, or compare "
     "shapes."),
    (r"not enough values to unpack|too many values to unpack",
     "The names left of `=` are not as many as the values on the right."),
    (r"invalid literal for int|could not convert string",
     "This text is no number. The task gives numbers, so where does the "
     "text come from?"),
    (r"'(float|numpy\.float\d+)' object cannot be interpreted as an integer",
     "A size or a range must be an `int`, and here is a float. Make it whole "
     "first: `int(...)`."),
    (r"is not a valid format string",
     "A format has one letter for the colour, and signs for points and line: "
     "`r--`. A longer name needs `color=\"...\"`."),
    (r"dictionary changed size|deque mutated",
     "The loop changes what it goes through. Go through a copy."),
    (r"'return' outside function",
     "This `return` stands outside of the function. Indent it by 4 blanks "
     "below its `def`."),
    (r"outside loop|not properly in loop",
     "`break` and `continue` belong into a `for` or a `while`. `return` "
     "ends a function."),
)
PYTHONS_OWN = re.compile(
    r"not iterable|has no len|unsupported operand|not subscriptable|"
    r"not supported between|must be integers|not callable|could not convert|"
    r"object cannot be|can't multiply|not enough values|invalid literal")
# Here the error says more than that the task asks for None.
PLAIN_TROUBLE = frozenset((
    "EOFError", "FileNotFoundError", "ImportError", "MemoryError",
    "ModuleNotFoundError", "NameError", "NotImplementedError",
    "PermissionError", "RecursionError", "SystemExit", "UnboundLocalError"))
FORMAT = re.compile(r"is not a valid format string \((?:unrecognized "
                    r"character )?'([A-Z])'")
COLOURS = {"b": "blue", "g": "green", "r": "red", "c": "cyan",
           "m": "magenta", "y": "yellow", "k": "black", "w": "white"}
RAISED = "Look at the line that is named."
NOT_RAISED = ("Python raised this one, not your code. Test the argument "
              "before you work with it, then raise the text of the task.")
ASKED_FOR_NONE = ("For this argument the task asks for None. Test the "
                  "argument before you work with it.")
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
    ("", "None"): "A None stands inside of the result. `append` and `sort` "
                  "give nothing back: do not keep what they give.",
    ("None", ""): "For this input the task asks for None: which test is "
                  "missing?",
}

_ONE_BY_ONE = ("It gives its values only one by one. `list(...)` makes a list "
               "of it.")
LAZY = {"generator": "`yield` makes a generator, and so does `... for ...` in "
                     "round brackets. Write `return`, and square brackets.",
        **dict.fromkeys(("map", "filter", "zip", "range", "enumerate",
                         "reversed", "dict_keys", "dict_values",
                         "list_reverseiterator"), _ONE_BY_ONE)}


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
        if verdict.case.expected.value is None and plan.file.kind in (
                "function", "class") and outcome.error not in PLAIN_TROUBLE:
            return ASKED_FOR_NONE
        return _raised(outcome)
    if difference.kind == "exception text" and PYTHONS_OWN.search(
            outcome.text):
        return NOT_RAISED
    if difference.kind == "type":
        return _type_hint(verdict, difference)
    return BY_KIND.get(difference.kind, "")


def _raised(outcome: Outcome) -> str:
    """A hint to an exception where none is asked for."""
    if (match := FORMAT.search(outcome.text)) and match[1].lower() in COLOURS:
        letter = match[1].lower()
        return (f"Capital and small letters are not the same here: "
                f"`{letter}` is {COLOURS[letter]}.")
    for pattern, hint in BY_TEXT:
        if re.search(pattern, outcome.text):
            return hint
    return BY_ERROR.get(outcome.error, "")


def _type_hint(verdict: Verdict, difference: Difference) -> str:
    assert verdict.case is not None and verdict.outcome is not None
    expected = verdict.case.expected.value
    got = verdict.outcome.value
    for step in difference.path:
        try:
            expected, got = expected[step], got[step]
        except (LookupError, TypeError):
            return ""
    if isinstance(got, Opaque) and got.type_name in LAZY:
        return LAZY[got.type_name]
    pair = (kind_of(expected), kind_of(got))
    inside = TYPE_PAIRS[("", "None")] if (
        difference.path and pair[1] == "None") else ""
    return inside or TYPE_PAIRS.get(pair) or TYPE_PAIRS.get(
        (pair[0], ""), "")
