"""The loader of check files: strict, and kind to authors."""

import pytest
from small_course import CHECK, TASK, load_check, write_check

from grader.checkfile import find_ids, hint_of, load, title_of
from grader.model import CheckFileError, Limits

CLASS = '''"""A counter."""

KIND = "class"
ENTRY = "Counter"
EXAMPLES = [("Counter(2).count", 2)]
PROBES = ["Counter(start).count"]


class Oracle:
    def __init__(self, start):
        self.count = start


def inputs_starts(rng):
    """other starts"""
    yield {"start": 3}


class MistakeZero(Oracle):
    """Keep the start that is given."""

    def __init__(self, start):
        self.count = 0
'''
CHOICE = '''"""A question."""

KIND = "choice"
QUESTION = "What is 1 + 1?"
OPTIONS = ["1", "2"]
ANSWER = "2"
MISTAKES = {"1": "Count your thumbs."}
'''
SCRIPT = '''"""A script."""

KIND = "script"
GIVEN = {"arr": "{}"}
EXAMPLES = [("sum", "6")]


def oracle(arr):
    return str(sum(arr))


def inputs_others(rng):
    """other numbers"""
    yield {"arr": [4, 5]}
'''


def refused(tmp_path, text):
    with pytest.raises(CheckFileError) as caught:
        load_check(tmp_path, text)
    return str(caught.value)


def test_function_is_loaded_with_its_facts(tmp_path):
    file = load_check(tmp_path)
    assert (file.id, file.kind, file.entry) == (TASK, "function", "double")
    assert file.title == "Double each number of a list"
    assert list(file.inputs) == ["inputs_short", "inputs_negative"]
    assert list(file.mistakes) == ["mistake_squares", "mistake_repeats"]
    assert file.parameters == ("numbers",)


def test_defaults_are_those_of_the_docs(tmp_path):
    file = load_check(tmp_path)
    assert file.tolerance == (1e-7, 1e-9)
    assert file.points == {"output": 7, "rules": 1, "style": 1, "docs": 1}
    assert file.limits == Limits()
    assert (file.shares, file.exact_numbers, file.docs) == (
        False, False, True)


def test_class_choice_and_script_are_loaded(tmp_path):
    assert load_check(tmp_path, CLASS).probes == ("Counter(start).count",)
    choice = load_check(tmp_path, CHOICE).choice
    assert (choice.answer, choice.hints) == ("2", {"1": "Count your "
                                                        "thumbs."})
    script = load_check(tmp_path, SCRIPT)
    assert (script.given, script.docs) == ({"arr": "{}"}, False)


def test_unknown_name_is_refused_with_the_nearest_right_one(tmp_path):
    said = refused(tmp_path, CHECK.replace("def mistake_squares",
                                           "def mistkae_squares"))
    assert "unknown name `mistkae_squares`" in said
    assert "Write `mistake_squares`" in said
    line = CHECK.splitlines().index("def mistake_squares(numbers):") + 1
    assert f"checks/{TASK}.py, line {line}" in said


def test_private_names_and_modules_are_free(tmp_path):
    text = CHECK.replace("KIND =", "import math\n\n_HALF = math.pi\nKIND =")
    assert load_check(tmp_path, text).kind == "function"


@pytest.mark.parametrize("old, new, words", [
    ('KIND = "function"', 'KIND = "functoin"', "KIND is 'functoin'"),
    ('ENTRY = "double"', "ENTRY = 7", "ENTRY is 7"),
    ('ENTRY = "double"', 'ENTRY = "no name"', "ENTRY is 'no name'"),
    ('"double([1, 2])"', '"double([1, 2"', "EXAMPLES[0] cannot be read"),
    ('("double([1, 2])", [2, 4])', '"double([1, 2])"', "EXAMPLES[0]"),
    ('"double([])"', '"double([1, 2])"', "EXAMPLES[1] repeats"),
    ("EXAMPLES = [", "EXAMPLES = []\n_REST = [", "EXAMPLES is missing"),
    ("def oracle", "def _oracle", "there is no oracle"),
    ("ENTRY =", 'RULES = ["no lops"]\nENTRY =', "no loops"),
    ("ENTRY =", 'RULES = "no loops"\nENTRY =', "list of texts"),
    ("ENTRY =", 'RULES_ARE_THE_TASK = ["no loops"]\nENTRY =', "in RULES"),
    ("ENTRY =", "TOLERANCE = -1\nENTRY =", "TOLERANCE is -1"),
    ("ENTRY =", "TOLERANCE = (1, 2, 3)\nENTRY =", "TOLERANCE"),
    ("ENTRY =", 'POINTS = {"output": 7}\nENTRY =', "POINTS"),
    ("ENTRY =", 'LIMITS = {"seconds": 7}\nENTRY =', "LIMITS"),
    ("ENTRY =", 'SHARES = "yes"\nENTRY =', "SHARES is 'yes'"),
    ("ENTRY =", 'GIVEN = {"a": "{}"}\nENTRY =', "GIVEN belongs to scripts"),
    ("ENTRY =", 'PROBES = ["1"]\nENTRY =', "PROBES belong to classes"),
    ("ENTRY =", 'ANSWER = "1"\nENTRY =', "ANSWER belongs to a choice"),
    ("def inputs_", "def _inputs_", "needs hidden checks"),
    ('    """short lists"""\n', "", "`inputs_short` has no docstring"),
    ('"""Double each number of a list."""', "", "needs a docstring"),
    ("KIND =", "1 / 0\nKIND =", "ZeroDivisionError"),
    ("KIND =", "KIND KIND =", "invalid syntax"),
])
def test_wrong_form_is_refused_and_named(tmp_path, old, new, words):
    assert words in refused(tmp_path, CHECK.replace(old, new))


@pytest.mark.parametrize("old, new, words", [
    ('ANSWER = "2"', 'ANSWER = "3"', "ANSWER is '3'"),
    ('{"1": "Count your thumbs."}', "{}", "hint for every wrong number"),
    ('{"1":', '{"2": "", "1":', "hint for every wrong number"),
    ("KIND =", 'ENTRY = "a"\nKIND =', "a choice has no ENTRY")])
def test_wrong_choice_is_refused(tmp_path, old, new, words):
    assert words in refused(tmp_path, CHOICE.replace(old, new))


def test_script_without_given_data_is_refused(tmp_path):
    said = refused(tmp_path, SCRIPT.replace('GIVEN = {"arr": "{}"}', ""))
    assert "every script needs it" in said


def test_error_names_the_line_of_the_wrong_fact(tmp_path):
    said = refused(tmp_path, CHECK.replace('KIND = "function"', "KIND = 1"))
    assert said.startswith(f"checks/{TASK}.py, line 3: ")


def test_missing_file_says_what_to_look_at(tmp_path):
    with pytest.raises(CheckFileError, match="installed completely"):
        load(str(tmp_path), "0x00-topic/9-nothing")


def test_ids_are_ordered_by_topic_and_number(tmp_path):
    for task in ("0x01-b/10-x", "0x01-b/9-y", "0x00-a/100-z", "0x00-a/2-z"):
        write_check(tmp_path, CHECK, task)
    write_check(tmp_path, CHECK, "0x00-a/_private")
    assert find_ids(str(tmp_path)) == ["0x00-a/2-z", "0x00-a/100-z",
                                       "0x01-b/9-y", "0x01-b/10-x"]


def test_hint_is_one_line_and_title_the_first(tmp_path):
    def program():
        """First line
        and second."""
    assert hint_of(program) == "First line and second."
    assert title_of(program) == "First line"
