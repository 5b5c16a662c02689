"""Oddities of honest students keep all points of the output."""

import pytest

from .harmless import ODDITIES
from .outputs import faults
from .stage import open_stage, output_points


@pytest.fixture(scope="module")
def stage():
    with open_stage(is_patient=True) as opened:
        yield opened


@pytest.mark.parametrize("oddity", ODDITIES, ids=lambda one: one.name)
def test_oddity_keeps_the_points_of_the_output(oddity, stage):
    report = stage.report(stage.submission(oddity))
    task, = [task for task in report.tasks
             if task.id.endswith(oddity.task)]
    assert output_points(task) == 7, [
        (check.name, check.got) for check in task.checks]
    assert report.grader_errors == []
    assert faults(report) == []
