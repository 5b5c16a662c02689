"""Every attack at the level "full", graded the real way."""

import subprocess

import pytest

from .case import RIGHT_BODY, Attack, function
from .processes import survives
from .stage import open_stage
from .summary import CATEGORIES

CASES = [pytest.param(attack, id=f"{table.CATEGORY}: {attack.name}")
         for table in CATEGORIES for attack in table.ATTACKS]


@pytest.fixture(scope="module")
def stage():
    with open_stage() as opened:
        yield opened


@pytest.mark.parametrize("attack", CASES)
def test_attack_is_held(attack, stage):
    assert stage.breaches(attack) == []


def test_suite_has_at_least_a_hundred_attacks_of_different_names():
    names = [(table.CATEGORY, attack.name)
             for table in CATEGORIES for attack in table.ATTACKS]
    assert len(set(names)) == len(names) >= 100


def test_attack_that_succeeds_would_be_seen(stage):
    assert stage.breaches(Attack("right", function(RIGHT_BODY))) == [
        "it got 7 points for its output"]


def test_process_that_lives_on_is_seen_and_a_killed_one_is_not():
    with subprocess.Popen(["/bin/sleep", "99"]) as process:
        assert survives(process.pid)
        process.kill()
        assert not survives(process.pid)


def test_nothing_is_left_when_the_stage_closes():
    with open_stage() as opened:
        opened.breaches(Attack("files", function("open('x', 'w')")))
        root = opened.root
    assert not root.exists()
