"""`python -m tests.attacks`: the table of all attacks, held and total."""

from __future__ import annotations

import argparse
import json
import os
import sys

from grader.model import LEVELS

NOBODY = 65534


def main() -> int:
    """Try all attacks at one level; status 1 when one is open at "full"."""
    parser = argparse.ArgumentParser(prog="python -m tests.attacks",
                                     description=__doc__)
    parser.add_argument("--level", choices=LEVELS, default="full")
    parser.add_argument("--category", default="",
                        help="a part of the name of the categories to try")
    parser.add_argument("--as-nobody", action="store_true",
                        help="give up root first, for an ordinary user")
    parser.add_argument("--json", action="store_true")
    words = parser.parse_args()
    if words.as_nobody:
        become_nobody()
    from .stage import open_stage
    from .summary import CATEGORIES, tally
    tables = [table for table in CATEGORIES
              if words.category in table.CATEGORY]
    with open_stage(words.level) as stage:
        tallies = [tally(stage, table, words.level) for table in tables]
    if words.json:
        print(json.dumps([vars(one) for one in tallies], indent=1))
    else:
        write_table(tallies, words.level)
    return int(words.level == "full"
               and any(one.held < one.total for one in tallies))


def become_nobody() -> None:
    """Give up root; others stay who they are.

    So does root where nobody may not even enter the folder of Python.
    """
    if os.geteuid() != 0:
        return
    if not is_open_to_all(os.path.realpath(sys.executable)):
        print("stayed root: others may not run this Python", file=sys.stderr)
        return
    os.setgroups([])
    os.setresgid(NOBODY, NOBODY, NOBODY)
    os.setresuid(NOBODY, NOBODY, NOBODY)


def is_open_to_all(path: str) -> bool:
    """Whether every user may enter all folders above."""
    folder = os.path.dirname(path)
    while folder != os.path.dirname(folder):
        if not os.stat(folder).st_mode & 1:
            return False
        folder = os.path.dirname(folder)
    return True


def write_table(tallies: list, level: str) -> None:
    """One line a category, ready for a page."""
    print(f"| category (level {level}) | held | total |")
    print("| --- | ---: | ---: |")
    for one in tallies:
        print(f"| {one.category} | {one.held} | {one.total} |")
    print(f"| all | {sum(one.held for one in tallies)} "
          f"| {sum(one.total for one in tallies)} |")
    for one in tallies:
        for name, happened in one.opened.items():
            print(f"open: {one.category}: {name}: {happened[0][:200]}")
        for name in one.untried:
            print(f"open, not tried here: {one.category}: {name}")


if __name__ == "__main__":
    sys.exit(main())
