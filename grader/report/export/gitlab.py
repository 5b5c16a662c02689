"""GitLab: a code quality report, one entry for each finding with a line."""

from __future__ import annotations

from grader.report.export.fingerprints import Fingerprints
from grader.report.export.harmless import flat, json_bytes
from grader.report.export.items import finding_line, placed
from grader.report.schema import FindingInfo, Report

SEVERITIES = {"output": "critical", "rules": "major", "style": "minor",
              "docs": "minor"}


def to_gitlab(report: Report) -> bytes:
    """The list; the same finding has the same fingerprint in each run."""
    names = Fingerprints()
    return json_bytes([{
        "type": "issue",
        "description": finding_line(finding),
        "check_name": flat(finding.code, 100),
        "categories": ["Bug Risk" if finding.part == "output" else "Style"],
        "fingerprint": names.of(path, finding),
        "severity": _severity(finding),
        "location": {"path": path, "lines": {"begin": finding.line}},
    } for _, finding, path in placed(report)])


def _severity(finding: FindingInfo) -> str:
    return SEVERITIES[finding.part] if finding.points_lost else "info"
