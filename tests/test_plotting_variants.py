"""Many right and wrong ways to draw the plotting tasks, each judged."""

import pytest
from plotting_variants import NAMES, RIGHT, TOPIC, WRONG, changed

from grader.checkfile import hint_of
from grader.course import Course
from grader.figures.critic import Critic
from grader.figures.sources import given_files
from grader.model import Limits
from grader.sandbox import open_sandbox, wire


def name_of(number, situation):
    return f"{number}-{situation.replace(' ', '_')}"


VARIANTS = {name_of(number, situation): (number, changes)
            for situation, number, changes in RIGHT}
VARIANTS |= {name_of(number, situation): (number, changes)
             for situation, number, changes, _ in WRONG}


@pytest.fixture(scope="module")
def judged():
    """Variant -> (its judgement, its check file), all judged in one go."""
    course = Course((TOPIC,))
    files = {file.id.partition("/")[2]: file for file in course.files}
    asked = {variant: files[NAMES[number]]
             for variant, (number, _) in VARIANTS.items()}
    jobs = [wire.Job("figure", NAMES[number],
                     changed(number, changes).encode(),
                     asked[variant].entry, {}, (), (wire.WireCall(),),
                     asked[variant].limits,
                     files=given_files(asked[variant]))
            for variant, (number, changes) in VARIANTS.items()]
    with open_sandbox(Limits()) as sandbox:
        critic = Critic(course.sketches, sandbox)
        runs = dict(critic.run(jobs, list(asked.values())))
        return {variant: (critic.judge(
                    course.plan(asked[variant], 1, False),
                    runs[place].outcomes[0]), asked[variant])
                for place, variant in enumerate(VARIANTS)}


def lost(judgement):
    return {verdict.check.name: (verdict.difference.text, verdict.hint)
            for verdict in judgement.verdicts if verdict.status != "passed"}


def test_no_two_variants_share_a_name():
    assert len(VARIANTS) == len(RIGHT) + len(WRONG)


@pytest.mark.parametrize("variant", [
    name_of(number, situation) for situation, number, _ in RIGHT])
def test_right_drawing_keeps_every_property(variant, judged):
    assert lost(judged[variant][0]) == {}


@pytest.mark.parametrize("variant, properties", [
    (name_of(number, situation), properties)
    for situation, number, _, properties in WRONG])
def test_wrong_drawing_loses_what_is_wrong_and_nothing_else(
        variant, properties, judged):
    judgement, file = judged[variant]
    every = {part.text for part in file.figure.parts}
    split = properties.split("," if "," in properties or any(
        letter.isdigit() for letter in properties) else " ")
    expected = every if properties == "*" else set(split)
    assert lost(judgement).keys() == expected, lost(judgement)


@pytest.mark.parametrize("variant", [
    name_of(number, situation) for situation, number, _, _ in WRONG])
def test_each_lost_property_has_a_hint(variant, judged):
    assert all(hint for _, hint in lost(judged[variant][0]).values())


@pytest.mark.parametrize("variant, mistake", [
    ("0-no_limits", "mistake_no_limits"),
    ("0-short_data", "mistake_short_data"),
    ("1-labels_swapped", "mistake_labels_swapped"),
    ("1-purple", "mistake_purple"),
    ("1-joined", "mistake_joined"),
    ("2-no_limits", "mistake_no_limits"),
    ("2-rounded_limit", "mistake_rounded_limit"),
    ("2-no_blank", "mistake_no_blank"),
    ("2-small_c", "mistake_no_blank"),
    ("3-no_limits", "mistake_no_limits"),
    ("3-dotted", "mistake_dotted"),
    ("3-default_colours", "mistake_defaults"),
    ("3-C14", "mistake_c14_only"),
    ("4-ten_bins", "mistake_ten_bins"),
    ("4-last_bin_missing", "mistake_last_bin_missing"),
    ("4-no_outline", "mistake_no_outline"),
    ("4-densities", "mistake_densities"),
    ("5-no_limits_at_all", "mistake_no_limits"),
    ("5-All_in_one", "mistake_small_letter"),
    ("5-default_sizes", "mistake_default_sizes"),
    ("5-last_in_one_column", "mistake_last_in_one_column"),
    ("6-upside_down", "mistake_upside_down"),
    ("6-small_letter", "mistake_small_letter"),
    ("6-no_limits_and_ticks", "mistake_limits_before_bars"),
    ("100-no_blanks", "mistake_no_blank"),
    ("100-xlabel_twice", "mistake_xlabel_twice"),
    ("100-capital", "mistake_capital"),
    ("101-default_map", "mistake_default_map"),
    ("101-other_file", "mistake_other_file")])
def test_known_mistake_gives_its_hint(variant, mistake, judged):
    judgement, file = judged[variant]
    hints = {hint for _, hint in lost(judgement).values()}
    assert hint_of(file.mistakes[mistake]) in hints


@pytest.mark.parametrize("variant, words", [
    ("4-no_limits_and_ticks", "`plt.xlim(0, 100)`"),
    ("4-no_limits_and_ticks", "`plt.ylim(0, 30)`"),
    ("4-no_limits_and_ticks", "every tenth grade"),
    ("0-unneeded_texts", "does not ask for the title"),
    ("6-x_label", "does not ask for the label of the x axis")])
def test_what_is_free_is_told_as_a_remark(variant, words, judged):
    remarks = judged[variant][0].remarks
    assert any(words in remark.text for remark in remarks)
    assert all(remark.remark for remark in remarks)
