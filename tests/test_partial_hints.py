"""Two mistakes in one program: each is named where it alone is at work."""

import re

import pytest
from small_course import make_plan, outcomes_of, value

from grader.cases import plan
from grader.checkfile import hint_of
from grader.course import Course
from grader.judge import as_mistake, differ, judge, run_case
from grader.model import Outcome
from grader.telling import is_telling

FOR = re.compile(r'For (?:this call|".*?"|`.*?`): ')
LINEAR = "0x00-linear_algebra/"


def task_plan(task, seed=1):
    file, = Course((task,)).files
    return plan(file, seed)


def hints(the_plan, program):
    """Check -> hint of each check that a program loses."""
    verdicts = judge(the_plan, outcomes_of(the_plan, program))
    return {verdict.check.name: verdict.hint for verdict in verdicts
            if verdict.status == "failed"}


def hint_in(the_plan, name):
    return hint_of(the_plan.file.mistakes[name])


# --- real mixtures: two known mistakes in one program


def mix(the_plan, one, two):
    """Outcomes of a program with one mistake on even checks and with
    another on odd ones."""
    return [run_case(the_plan, (one, two)[place % 2], case)
            for place, check in enumerate(the_plan.checks)
            for case in check.cases]


def claims(the_plan, outcomes):
    """Each claim of a hint: its mistakes, and the cases it is about."""
    by_hint = {}
    for program in the_plan.file.mistakes.values():
        by_hint.setdefault(hint_of(program), []).append(program)
    rest = iter(outcomes)
    for verdict in judge(the_plan, outcomes):
        pairs = [(case, next(rest)) for case in verdict.check.cases]
        if FOR.match(verdict.hint):
            yield by_hint[FOR.sub("", verdict.hint)], [
                (case, outcome) for case, outcome in pairs
                if differ(the_plan, case, outcome) is not None]


@pytest.mark.parametrize("task", [
    f"{LINEAR}2-size_me_please", f"{LINEAR}4-line_up",
    f"{LINEAR}7-gettin_cozy", f"{LINEAR}8-ridin_bareback",
    f"{LINEAR}18-determinant", "0x02-calculus/9-sum_total",
    "0x02-calculus/10-matisse", "0x02-calculus/17-integrate",
    "0x04-convolutions_and_pooling/0-convolve_grayscale_valid"])
def test_every_claim_about_a_mixture_of_real_mistakes_is_true(task):
    the_plan = task_plan(task)
    programs = list(the_plan.file.mistakes.values())
    found = 0
    for one, two in zip(programs, programs[1:]):
        for alike, pairs in claims(the_plan, mix(the_plan, one, two)):
            found += 1
            assert pairs
            assert any(all(as_mistake(the_plan, program, case, outcome)
                           for case, outcome in pairs) for program in alike)
    assert found


def test_product_with_two_real_mistakes_gets_a_hint_for_each():
    """Entry by entry where sizes are equal, else without a test of sizes."""
    task = task_plan(f"{LINEAR}8-ridin_bareback")
    names = list(task.file.mistakes)
    one, two = (task.file.mistakes[name] for name in names[:2])
    found = hints(task, lambda mat1, mat2: (
        one if len(mat1) == len(mat2[0]) else two)(mat1, mat2))
    assert len(set(found.values())) > 1


MIXED = '''"""Add or join."""

KIND = "function"
ENTRY = "work"
EXAMPLES = [("work([3, 4], 0)", [6, 8])]


def oracle(numbers, mode):
    if mode:
        return [10 * number for number in numbers]
    return [2 * number for number in numbers]


def inputs_doubled(rng):
    """mode 0: doubled"""
    for size in (2, 3, 4):
        yield (rng.integers(3, 9, size).tolist(), 0)


def inputs_tenfold(rng):
    """mode 1: ten times"""
    for size in (2, 3, 4):
        yield (rng.integers(3, 9, size).tolist(), 1)


def mistake_squares(numbers, mode):
    """You square the numbers."""
    return [number ** 2 for number in numbers]


def mistake_halves(numbers, mode):
    """You divide where you should multiply."""
    factor = 0.1 if mode else 0.5
    return [factor * number for number in numbers]


def mistake_nothing(numbers, mode):
    """Give the result back."""


def mistake_error(numbers, mode):
    """A list cannot be added to a number."""
    return numbers + mode


def mistake_zeros(numbers, mode):
    """You start from zeros and never fill them."""
    return [0 for _ in numbers]
'''


@pytest.fixture
def mixed(tmp_path):
    return make_plan(tmp_path, MIXED)


def test_two_mistakes_are_named_with_the_checks_they_spoil(mixed):
    found = hints(mixed, lambda numbers, mode: (
        [n / 10 for n in numbers] if mode else [n * n for n in numbers]))
    assert found["doubled"] == (
        'For "mode 0: doubled": You square the numbers.')
    assert found["tenfold"] == (
        'For "mode 1: ten times": You divide where you should multiply.')


def test_visible_check_is_called_this_call(mixed):
    found = hints(mixed, lambda numbers, mode: (
        [n / 10 for n in numbers] if mode else [n * n for n in numbers]))
    assert found["work([3, 4], 0)"].startswith(
        "For this call: You square")


def test_one_mistake_everywhere_is_told_without_a_part(mixed):
    found = hints(mixed, lambda numbers, mode: [n ** 2 for n in numbers])
    assert set(found.values()) == {"You square the numbers."}


def test_one_mistake_in_all_that_failed_is_told_without_a_part(mixed):
    """Where it goes right, the mistake would be wrong too."""
    found = hints(mixed, lambda numbers, mode: (
        [n * 10 for n in numbers] if mode
        else [n * 2 for n in numbers] if len(numbers) == 3
        else [n * n for n in numbers]))
    assert set(found) == {"work([3, 4], 0)", "doubled"}
    assert set(found.values()) == {"You square the numbers."}


def test_check_with_its_own_trouble_gets_no_hint_of_a_mistake(mixed):
    found = hints(mixed, lambda numbers, mode: (
        [n + 77 for n in numbers] if mode else [n * n for n in numbers]))
    assert FOR.match(found["doubled"])
    assert not FOR.match(found["tenfold"])


@pytest.mark.parametrize("rest", [
    lambda numbers: None, lambda numbers: numbers + 1,
    lambda numbers: [0 for _ in numbers], lambda numbers: []])
def test_what_many_wrong_programs_give_names_no_mistake(mixed, rest):
    found = hints(mixed, lambda numbers, mode: (
        rest(numbers) if mode else [n * n for n in numbers]))
    assert FOR.match(found["doubled"])
    assert not FOR.match(found["tenfold"])


def test_mistake_that_agrees_in_some_failing_cases_is_not_named(mixed):
    found = hints(mixed, lambda numbers, mode: (
        [n + 77 for n in numbers] if mode or len(numbers) > 3
        else [n * n for n in numbers]))
    assert not FOR.match(found["doubled"])


def test_right_cases_of_a_check_are_not_asked_about(mixed):
    found = hints(mixed, lambda numbers, mode: (
        [n + 77 for n in numbers] if mode
        else [n * 2 for n in numbers] if len(numbers) == 3
        else [n * n for n in numbers]))
    assert "You square the numbers." in found["doubled"]


TWIN = MIXED + '''

def mistake_squares_of_two(numbers, mode):
    """You square the first two numbers."""
    return [n ** 2 if place < 2 else 5 * n
            for place, n in enumerate(numbers)]
'''


def test_single_case_with_two_mistakes_that_fit_is_left_open(tmp_path):
    found = hints(make_plan(tmp_path, TWIN), lambda numbers, mode: (
        [n + 77 for n in numbers] if mode else [n * n for n in numbers]))
    assert not FOR.match(found["work([3, 4], 0)"])
    assert "You square the numbers." in found["doubled"]


def test_checks_of_what_happens_to_arguments_are_left_alone(mixed):
    def mixture(numbers, mode):
        if not mode:
            result = [2 * n for n in numbers]
            numbers.append(1)
            return result
        return [n / 10 for n in numbers]
    found = hints(mixed, mixture)
    assert "divide" in found["tenfold"]
    assert not FOR.match(found["arguments"])


# --- classes: one probe may go wrong like a mistake

CLASS = '''"""A pair."""

KIND = "class"
ENTRY = "Pair"
EXAMPLES = [("Pair(2, 3).total()", 5)]
PROBES = ["Pair(a, b).total()", "Pair(a, b).product()"]


class Oracle:
    def __init__(self, a, b):
        self.a, self.b = a, b

    def total(self):
        return self.a + self.b

    def product(self):
        return self.a * self.b


def inputs_pairs(rng):
    """pairs of numbers"""
    for _ in range(4):
        a, b = rng.integers(20, 90, 2).tolist()
        yield {"a": a, "b": b}


class MistakeDifference(Oracle):
    """The total adds; it does not subtract."""

    def total(self):
        return self.a - 3 * self.b


class MistakePower(Oracle):
    """The product multiplies once."""

    def product(self):
        return self.a ** 2
'''


def test_class_with_two_wrong_methods_is_told_about_the_shown_one(tmp_path):
    class Pair:
        def __init__(self, a, b):
            self.a, self.b = a, b

        def total(self):
            return self.a - 3 * self.b

        def product(self):
            return self.a ** 2
    found = hints(make_plan(tmp_path, CLASS), Pair)
    assert found["pairs"] == (
        "For `Pair(a, b).total()`: The total adds; it does not subtract.")


# --- what is worth a claim


@pytest.mark.parametrize("outcomes, expected, told", [
    ([value([4, 9])], [value([2, 3])], True),
    ([value(14)], [value(30)], True),
    ([value(0.25)], [value(30)], True),
    ([value(2)], [value(30)], False),       # one small number: by chance
    ([value(2), value(3)], [value(30), value(4)], True),
    ([value(7), value(7)], [value(30), value(4)], False),
    ([value(None)], [value(30)], False),
    ([value([])], [value([2])], False),
    ([value([0, 0, 1])], [value([2])], False),
    ([value(True)], [value(False)], False),
    ([value(float("nan"))], [value(2.0)], False),
    ([Outcome("exception", error="TypeError", text="no")], [value(2)],
     False),
    ([Outcome("exception", error="TypeError", text="x must be a list")],
     [Outcome("exception", error="TypeError", text="must be a list")], True),
    ([Outcome("timeout", text="no answer")], [value(2)], False),
    ([value("text")], [value("other")], True),
    ([], [], False)])
def test_what_hardly_anybody_gives_by_chance_is_telling(
        outcomes, expected, told):
    assert is_telling(outcomes, expected) is told
