"""`python -m benchmarks.peers`: other graders and this one, side by side."""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

from . import measuring, page
from .tools import TOOLS

HERE = Path(__file__).parent
RESULTS = HERE / "results.json"
PAGE = HERE.parent / "README.md"
DEFAULT_WORK = Path(tempfile.gettempdir()) / "grader-peers"


def main() -> None:
    """Read the words and do what they ask for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peers",
                                     description=__doc__)
    parser.add_argument("what", nargs="?", default="all", choices=(
        "all", "cost", "trials", "table"),
        help="measure both, only one, or put the tables into the page")
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME",
                        choices=[tool.name for tool in TOOLS],
                        help="only these; the results of others stay")
    parser.add_argument("--rounds", type=int, default=5,
                        help="cold runs of each, taken in turn")
    parser.add_argument("--work", type=Path, default=DEFAULT_WORK,
                        help="folder for environments and submissions")
    parser.add_argument("--out", type=Path, default=RESULTS)
    words = parser.parse_args()
    found = json.loads(words.out.read_text()) if words.out.exists() else {}
    if words.what == "table":
        PAGE.write_text(page.put_into(PAGE.read_text(encoding="utf-8"),
                                      found), encoding="utf-8")
        return
    if words.rounds < 1:
        parser.error("--rounds must be 1 or more")
    parts = {"cost", "trials"} if words.what == "all" else {words.what}
    tools = [tool for tool in TOOLS
             if not words.only or tool.name in words.only]
    ordered = found
    for new in measuring.measure(tools, words.work.resolve(), words.rounds,
                                 parts):
        ordered = {tool.name: found.get(tool.name, {}) | new.get(
            tool.name, {}) for tool in TOOLS
            if tool.name in found or tool.name in new}
        words.out.write_text(json.dumps(ordered, indent=1) + "\n")
    print(page.text(ordered))


if __name__ == "__main__":
    main()
