"""Below the level "full" exactly the documented attacks succeed."""

import pytest

from .case import LIMITED, UNLIMITED
from .stage import open_stage
from .summary import CATEGORIES, documented, is_tried

# What each category loses without Landlock and seccomp, and without limits.
OPEN = {
    "limits": {"walking memory", "exits", "lingering code", "greed",
               "reading", "network", "writing", "tampering"},
    "process": {"walking memory", "exits", "lingering code", "greed",
                "reading", "network", "writing", "tampering"},
}
# In these nothing ever opens: the values are compared by the parent.
NEVER = {"lying objects", "patching", "channel", "odd files", "lookups",
         "hostile values", "import tricks"}
# What these try does not depend on walls; they are not tried again.
TEXTS = {"odd files", "hostile values", "lookups", "import tricks"}


@pytest.fixture(scope="module", params=LIMITED)
def results(request):
    """Level, and what happened: category -> name -> breaches."""
    level = request.param
    found = {}
    with open_stage(level) as stage:
        for table in CATEGORIES:
            found[table.CATEGORY] = {
                attack.name: stage.breaches(attack)
                for attack in table.ATTACKS
                if is_tried(attack, level) and not attack.slow
                and (level in attack.open_at or level in UNLIMITED
                     and table.CATEGORY not in TEXTS)}
    return level, found


def test_what_opens_is_documented(results):
    level, found = results
    surprises = {
        (table.CATEGORY, name): breaches
        for table in CATEGORIES
        for name, breaches in found[table.CATEGORY].items()
        if breaches and name not in documented(table, level)}
    assert surprises == {}


@pytest.mark.parametrize("category", ["reading", "network", "writing",
                                      "tampering", "lingering code"])
def test_what_is_documented_does_open(category, results):
    _, found = results
    opened = [name for name, breaches in found[category].items() if breaches]
    assert len(opened) >= 3


@pytest.mark.parametrize("level", LIMITED)
def test_documented_categories_are_the_ones_that_need_walls(level):
    assert {table.CATEGORY for table in CATEGORIES
            if documented(table, level)} == OPEN[level]
    assert OPEN[level] & NEVER == set()
    assert OPEN[level] | NEVER == {table.CATEGORY for table in CATEGORIES}


def test_attack_that_would_do_harm_is_documented_as_open():
    for table in CATEGORIES:
        for attack in table.ATTACKS:
            assert set(attack.harmful) <= set(attack.open_at), attack.name
