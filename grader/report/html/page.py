"""Report and evidence -> the bytes of one page."""

from __future__ import annotations

from collections.abc import Mapping

from grader.incremental import Graded
from grader.report.html.about import about, not_looked_at
from grader.report.html.elements import Html, joined, tag
from grader.report.html.evidence import Evidence, evidence_of
from grader.report.html.overview import (glance, header_of, next_steps,
                                         notices)
from grader.report.html.style import policy, style_sheet
from grader.report.html.tasks import topic_sections
from grader.report.schema import Report
from grader.report.visible import sum_words

# By hand, as no element of `elements` may name another place.
ICON = Html('<link rel="icon" href="data:,">')


def to_html(report: Report, evidence: Mapping[str, Evidence]) -> bytes:
    """The page; without evidence it has no files and no pictures."""
    return ("<!DOCTYPE html>\n" + tag(
        "html", _head(sum_words(report)), tag(
            "body", header_of(report), tag(
                "main", next_steps(report), notices(report), glance(report),
                topic_sections(report, evidence), not_looked_at(report),
                about(report))),
        lang="en") + "\n").encode()


def to_page(report: Report, graded: Graded) -> bytes:
    """The page of what was just graded."""
    return to_html(report, evidence_of(
        graded.head.submission.tasks, graded.results, report))


def _head(points: str) -> Html:
    sheet = style_sheet()
    return tag("head", joined([
        tag("meta", charset="utf-8"),
        Html('<meta http-equiv="Content-Security-Policy" content="'
             f'{policy(sheet)}">'),
        tag("meta", name="viewport",
            content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="robots", content="noindex"),
        tag("meta", name="format-detection", content="telephone=no"),
        ICON, tag("title", f"{points}: report of the grader"),
        # A style sheet is no text: it must not be escaped.
        Html(f"<style>{sheet}</style>")]))
