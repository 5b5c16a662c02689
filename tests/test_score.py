"""Points: exact fractions inside, two decimals outside."""

from fractions import Fraction

import pytest

from grader.facts import POINTS
from grader.form import FormResult
from grader.model import Check, PartScore, Verdict
from grader.score import rounded, score_missing, score_task, total

KEPT = FormResult((), 1, 1)
FORMS = {"rules": KEPT, "style": KEPT, "docs": KEPT}


def verdicts(*statuses):
    return [Verdict(Check(str(place), "", "visible", ()), status)
            for place, status in enumerate(statuses)]


def points(parts):
    return {part: score.points for part, score in parts.items()}


def test_everything_right_gives_ten_points():
    parts = score_task(POINTS, verdicts("passed", "passed"), FORMS)
    assert total(list(parts.values())) == PartScore(Fraction(10),
                                                    Fraction(10))


def test_checks_share_the_output_points_equally():
    parts = score_task(POINTS, verdicts("passed", "failed", "failed"), FORMS)
    assert points(parts)["output"] == Fraction(7, 3)


@pytest.mark.parametrize("status", ["failed", "refused", "not_run"])
def test_check_that_did_not_pass_earns_nothing(status):
    parts = score_task(POINTS, verdicts("passed", status), FORMS)
    assert points(parts)["output"] == Fraction(7, 2)


def test_form_earns_nothing_when_no_check_passed():
    parts = score_task(POINTS, verdicts("failed"), FORMS)
    assert total(list(parts.values())).points == 0


def test_form_that_asks_for_nothing_earns_nothing_without_output():
    forms = {**FORMS, "docs": FormResult((), 0, 0)}
    parts = score_task(POINTS, verdicts("failed"), forms)
    assert points(parts)["docs"] == 0


def test_form_that_asks_for_nothing_gives_its_points_with_output():
    forms = {**FORMS, "docs": FormResult((), 0, 0)}
    parts = score_task(POINTS, verdicts("passed"), forms)
    assert points(parts)["docs"] == 1


def test_form_is_shared_by_its_demands():
    forms = {**FORMS, "style": FormResult((), 2, 3)}
    parts = score_task(POINTS, verdicts("passed"), forms)
    assert points(parts)["style"] == Fraction(2, 3)


def test_other_points_of_a_check_file_count():
    most = {"output": 16, "rules": 2, "style": 1, "docs": 1}
    parts = score_task(most, verdicts("passed"), FORMS)
    assert total(list(parts.values())).points == 20


def test_missing_task_has_all_points_to_earn():
    parts = score_missing(POINTS)
    assert total(list(parts.values())) == PartScore(Fraction(0),
                                                    Fraction(10))


def test_thirds_add_up_without_a_rest():
    parts = score_task(POINTS, verdicts("passed", "passed", "passed"), FORMS)
    assert sum(points(parts).values()) == 10


@pytest.mark.parametrize("exact, shown", [
    (Fraction(7, 3), 2.33), (Fraction(14, 3), 4.67), (Fraction(1, 200), .01),
    (Fraction(0), 0.0), (Fraction(10), 10.0), (Fraction(999, 100), 9.99)])
def test_points_are_rounded_once_to_two_decimals(exact, shown):
    assert rounded(exact) == shown


def test_points_that_are_not_full_never_look_full_in_one_task():
    worst = Fraction(10) - Fraction(1, 3 * 20)
    assert rounded(worst) < 10
