"""The page on security tells of the attack suite what is true."""

import pytest
from source_tree import ROOT

from tests.attacks.summary import CATEGORIES

PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
SIZES = {table.CATEGORY: len(table.ATTACKS) for table in CATEGORIES}


def rows():
    """Category -> the numbers of its line in the table."""
    text = PAGE.partition("<!-- table: suite -->")[2].partition(
        "<!-- end -->")[0]
    cells = [line.strip("| ").split(" | ")
             for line in text.strip().splitlines()[2:]]
    return {first: [int(cell) for cell in rest] for first, *rest in cells}


@pytest.mark.parametrize("category", SIZES)
def test_page_tells_how_many_attacks_a_category_has(category):
    assert rows()[category][0] == SIZES[category]


def test_page_tells_of_no_other_category_and_adds_up():
    found = rows()
    total = found.pop("**all**")
    assert found.keys() == SIZES.keys()
    assert total == [sum(column)
                     for column in zip(*found.values(), strict=True)]


def test_page_says_that_everything_is_held_at_the_level_full():
    for total, as_root, as_nobody, *_ in rows().values():
        assert total == as_root == as_nobody
