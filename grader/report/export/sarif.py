"""SARIF 2.1.0, for code scanning: rules, style and docs with their place.

Wrong answers have no honest line in the file, so they are not here.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from grader.report.export.fingerprints import Fingerprints
from grader.report.export.harmless import flat, json_bytes
from grader.report.export.items import finding_line, placed
from grader.report.schema import FindingInfo, Report

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {"rules": "warning", "style": "note", "docs": "note"}
MOST_RESULTS = 25_000       # what code scanning takes of one run


def to_sarif(report: Report) -> bytes:
    """One run; each rule that was broken stands in it once."""
    told = [(finding, path) for _, finding, path in placed(report)
            if finding.part in LEVELS]
    found = told[:MOST_RESULTS]
    rules: dict[str, dict[str, Any]] = {}
    for finding, _ in found:
        rules.setdefault(_code(finding), _rule(finding))
    names = Fingerprints()
    places = {code: index for index, code in enumerate(rules)}
    return json_bytes({"$schema": SCHEMA, "version": "2.1.0", "runs": [{
        "tool": {"driver": {
            "name": "mml-grader", "version": flat(report.grader.version, 40),
            "rules": list(rules.values())}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, path, places, names)
                    for finding, path in found],
        "properties": {"left_out": len(told) - len(found)}}]})


def _code(finding: FindingInfo) -> str:
    return flat(f"{finding.part}/{finding.code}", 100)


def _rule(finding: FindingInfo) -> dict[str, Any]:
    """What one finding tells of its rule; places are left to results."""
    text = flat(finding.text.partition("\n")[0])
    return {"id": _code(finding), "name": flat(finding.code, 100),
            "shortDescription": {"text": text},
            "fullDescription": {"text": text},
            "help": {"text": flat(finding.hint or finding.text, 1000)},
            "defaultConfiguration": {"level": LEVELS[finding.part]},
            "properties": {"tags": [finding.part]}}


def _result(finding: FindingInfo, path: str, places: dict[str, int],
            names: Fingerprints) -> dict[str, Any]:
    region = {"startLine": finding.line}
    if finding.column:
        region["startColumn"] = finding.column
    return {
        "ruleId": _code(finding), "ruleIndex": places[_code(finding)],
        "level": LEVELS[finding.part],
        "message": {"text": _no_links(finding_line(finding))},
        "locations": [{"physicalLocation": {
            "artifactLocation": {"uri": quote(path),
                                 "uriBaseId": "%SRCROOT%"},
            "region": region}}],
        "partialFingerprints": {
            "primaryLocationLineHash": f"{names.of(path, finding)}:1"}}


def _no_links(text: str) -> str:
    """In the text of a message `[words](target)` would be a link."""
    return text.replace("\\", "\\\\").replace("[", "\\[").replace(
        "]", "\\]")
