"""What the readers of our exports take, as schemas; two are published ones.

Those of Gradescope, GitLab and shields.io are our own: each only describes
its format in words.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema

FOLDER = Path(__file__).resolve().parent / "schemas"
PUBLISHED = {"ctrf": "ctrf.json", "sarif": "sarif-2.1.0.json"}
TEXT = {"type": "string"}
WORDS = {"type": "string", "minLength": 1}
VISIBILITY = {"enum": ["visible", "hidden", "after_due_date",
                       "after_published"]}
RENDERING = {"enum": ["text", "html", "simple_format", "md", "ansi"]}
POINTS = {"type": "number", "minimum": 0}


def closed(needed: list[str], **properties: Any) -> dict[str, Any]:
    """An object with these properties and no others."""
    return {"type": "object", "required": needed,
            "properties": properties, "additionalProperties": False}


GRADESCOPE = closed(
    ["output", "tests"],
    score=POINTS, execution_time=POINTS, output=TEXT,
    output_format=RENDERING, test_output_format=RENDERING,
    test_name_format=RENDERING, visibility=VISIBILITY,
    stdout_visibility=VISIBILITY, extra_data={"type": "object"},
    tests={"type": "array", "items": closed(
        ["name", "score", "max_score"], score=POINTS, max_score=POINTS,
        status={"enum": ["passed", "failed"]}, name=WORDS,
        name_format=RENDERING, number={"pattern": r"^\d+(\.\d+)*$"},
        output=TEXT, output_format=RENDERING,
        tags={"type": "array", "items": TEXT}, visibility=VISIBILITY,
        extra_data={"type": "object"})})
GITLAB = {"type": "array", "items": closed(
    ["description", "check_name", "fingerprint", "severity", "location"],
    type={"const": "issue"}, description=WORDS, check_name=WORDS,
    categories={"type": "array", "items": WORDS}, fingerprint=WORDS,
    severity={"enum": ["info", "minor", "major", "critical", "blocker"]},
    location=closed(
        ["path", "lines"],
        path={"type": "string", "pattern": r"^(?!\.?\.?/|.*/\.\./).+$"},
        lines=closed(["begin"], begin={"type": "integer", "minimum": 1})))}
BADGE = closed(
    ["schemaVersion", "label", "message"], schemaVersion={"const": 1},
    label=TEXT, message=WORDS, color=WORDS, isError={"type": "boolean"},
    cacheSeconds={"type": "integer", "minimum": 300})
CLASSROOM = closed(
    ["version", "status", "max_score", "tests"], version={"const": 3},
    status={"enum": ["pass", "fail", "error"]}, message=TEXT,
    max_score=POINTS, tests={"type": "array", "items": closed(
        ["name", "status", "score", "line_no", "test_code"], name=WORDS,
        status={"enum": ["pass", "fail", "error"]}, score=POINTS,
        line_no={"const": 0}, test_code={"const": ""})})
OWN = {"gradescope": GRADESCOPE, "gitlab": GITLAB, "badge": BADGE,
       "classroom": CLASSROOM}


def faults(format: str, document: Any) -> list[str]:
    """What its reader would refuse in a document."""
    schema = OWN.get(format) or json.loads(
        (FOLDER / PUBLISHED[format]).read_text(encoding="utf-8"))
    kind = jsonschema.validators.validator_for(schema)
    return [error.message[:300] for error in kind(schema).iter_errors(
        document)]
