"""docs/report.md explains every field of a report, and is up to date."""

import re
from typing import Annotated, Literal

import msgspec
import pytest
from source_tree import ROOT

from grader.author.report_page import meanings, page, records
from grader.report import schema

RECORDS = records(schema.Report)


def test_page_is_what_the_docstrings_say_now():
    assert (ROOT / "docs/report.md").read_text(encoding="utf-8") == page()


def test_every_record_of_the_schema_stands_on_the_page():
    wanted = schema.schema()["$defs"]
    assert {record.__name__ for record in RECORDS} == set(wanted)


@pytest.mark.parametrize("record", RECORDS)
def test_every_field_has_a_meaning_in_words(record):
    said, found = meanings(record)
    assert said.endswith(".")
    assert [name for name in record.__struct_fields__
            if len(found.get(name, "")) < 8] == []
    assert set(found) <= set(record.__struct_fields__)


def test_every_link_of_the_page_leads_somewhere():
    text = page()
    for target in re.findall(r"\]\(([^)]+)\)", text):
        name, _, anchor = target.partition("#")
        if name:
            assert (ROOT / "docs" / name).exists()
        else:
            assert f"\n## {anchor}\n" in text.lower()


class Example(schema.Record, frozen=True):
    """A record for this test.

    It has two sentences.

    size, width: how large it is, with a `|` in it
        and a second line
    kind: one of two
    """

    size: int
    width: Annotated[float, msgspec.Meta(description="metres")]
    kind: Literal["a", "b"] = "a"


def test_meaning_goes_on_in_lines_that_are_set_in():
    said, found = meanings(Example)
    assert said == "A record for this test.\n\nIt has two sentences."
    assert found["size"] == found["width"] == (
        "how large it is, with a `|` in it and a second line")
    assert found["kind"] == "one of two"
