"""The page on security tells of the attack suites what is true.

No attack is run here: the tables are held against stored results.
"""

import json
import re

import pytest
from source_tree import ROOT

from benchmarks.abuse import cases, tables
from benchmarks.abuse.peers import PEERS
from tests.attacks.summary import CATEGORIES

PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
RESULTS = json.loads((ROOT / "benchmarks" / "abuse" / "results.json"
                      ).read_text(encoding="utf-8"))
SIZES = {table.CATEGORY: len(table.ATTACKS) for table in CATEGORIES}


def rows(name):
    """First cell -> the other cells of a table of the page."""
    text = PAGE.partition(tables.BEGIN.format(name))[2].partition(
        tables.END)[0]
    cells = [line.strip("| ").split(" | ") for line in text.splitlines()[2:]]
    return {first: rest for first, *rest in cells}


@pytest.mark.parametrize("category", SIZES)
def test_page_tells_how_many_attacks_a_category_has(category):
    assert int(rows("suite")[category][0]) == SIZES[category]


def test_page_tells_of_no_other_category_and_adds_up():
    found = rows("suite")
    total = [int(cell) for cell in found.pop("**all**")]
    assert found.keys() == SIZES.keys()
    assert total == [sum(map(int, column))
                     for column in zip(*found.values(), strict=True)]
    assert total[0] == sum(SIZES.values())


def test_page_says_that_everything_is_held_at_the_level_full():
    for total, as_root, as_nobody, *_ in rows("suite").values():
        assert total == as_root == as_nobody


def test_tables_of_the_page_are_those_of_the_results():
    assert tables.put_into(PAGE, RESULTS) == PAGE


def given(peer):
    """Category and name of all attacks that a grader was measured with."""
    return {(category, name) for category, row
            in RESULTS["peers"][peer.name]["results"].items()
            for name in row}


@pytest.mark.parametrize("peer", PEERS, ids=lambda peer: peer.name)
def test_all_graders_were_given_the_same_attacks_of_the_suite(peer):
    assert given(peer) == given(PEERS[0])
    for category, name in given(peer):
        assert cases.find(category, name).name == name


def test_comparison_has_attacks_of_every_category_that_fits():
    assert len(given(PEERS[0])) >= 80
    assert {category for category, _ in given(PEERS[0])} == {
        category for category, _ in cases.chosen(1)}


def test_page_tells_how_many_attacks_others_were_given():
    assert re.search(rf"\b{len(given(PEERS[0]))}\s+of\s+these\s+attacks",
                     PAGE)


def test_every_grader_and_its_version_stands_on_the_page():
    for peer in PEERS:
        for pinned in peer.packages:
            name, _, version = pinned.partition("==")
            if name in (peer.name, "otter-grader"):
                assert f"**{name}** {version}" in PAGE


def test_attack_that_is_left_out_has_a_reason():
    counted = sum(sum(counts.values())
                  for counts in cases.sorted_out().values())
    assert counted + len(cases.chosen(10 ** 6)) == sum(SIZES.values())
