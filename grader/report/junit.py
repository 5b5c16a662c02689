"""The report as JUnit XML: one test case a check, one suite a topic.

`failure` is a wrong answer, `error` a refusal or our own fault. XML has no
place for most control characters; the report holds none.
"""

from __future__ import annotations

import xml.etree.ElementTree as tree

from grader.report.schema import CheckInfo, Report, TaskInfo


def to_junit(report: Report) -> bytes:
    """The XML, as pytest's xunit2 family writes it."""
    topics: dict[str, list[TaskInfo]] = {}
    for task in report.tasks:
        topics.setdefault(task.id.partition("/")[0], []).append(task)
    root = tree.Element("testsuites", name="grader")
    for topic, tasks in topics.items():
        root.append(_suite(topic, tasks))
    for suite in root:
        for name in ("tests", "failures", "errors", "skipped"):
            root.set(name, str(int(root.get(name, "0"))
                               + int(suite.get(name, "0"))))
    root.set("time", f"{report.seconds:.3f}")
    tree.indent(root)
    text: bytes = tree.tostring(root, "utf-8", xml_declaration=True)
    return text + b"\n"


def _suite(topic: str, tasks: list[TaskInfo]) -> tree.Element:
    suite = tree.Element("testsuite", name=topic)
    for task in tasks:
        suite.extend(_task_cases(topic, task))
    cases = list(suite)
    suite.set("tests", str(len(cases)))
    for name, tag in (("failures", "failure"), ("errors", "error"),
                      ("skipped", "skipped")):
        suite.set(name, str(sum(case.find(tag) is not None
                                for case in cases)))
    suite.set("time", f"{sum(task.seconds for task in tasks):.3f}")
    return suite


def _task_cases(topic: str, task: TaskInfo) -> list[tree.Element]:
    name = f"{topic}.{task.id.partition('/')[2]}"
    if not task.checks:
        case = tree.Element("testcase", name=task.status, classname=name,
                            time="0")
        tag = "error" if task.status == "grader_error" else "skipped"
        tree.SubElement(case, tag, message=_flat(task.stop or task.status))
        return [case]
    cases = [_check_case(name, task, check) for check in task.checks]
    for part, score in task.parts.items():
        if part == "output":
            continue
        case = tree.Element("testcase", name=part, classname=name, time="0",
                            file=task.file)
        if score.points < score.max_points:
            lines = [f"line {finding.line}: {finding.text} {finding.hint}"
                     for finding in task.findings if finding.part == part]
            _failure(case, f"{score.points:g}/{score.max_points:g} points",
                     lines, "failure", part)
        cases.append(case)
    return cases


def _check_case(name: str, task: TaskInfo, check: CheckInfo) -> tree.Element:
    case = tree.Element("testcase", name=_flat(check.title), classname=name,
                        time=f"{check.seconds:.4f}", file=task.file)
    if check.status != "passed":
        lines = [f"call: {check.call}", f"expected: {check.expected}",
                 f"got: {check.got}", check.difference,
                 f"hint: {check.hint}" if check.hint else ""]
        message = check.difference or check.status
        if check.max_points:    # nobody knows them in the student edition
            message = (f"{check.points:g}/{check.max_points:g} points: "
                       f"{message}")
        tag = "failure" if check.status == "failed" else "error"
        _failure(case, message, lines, tag, check.status)
    return case


def _failure(case: tree.Element, message: str, lines: list[str], tag: str,
             kind: str) -> None:
    element = tree.SubElement(case, tag, message=_flat(message), type=kind)
    element.text = "\n".join(line for line in lines if line)


def _flat(text: str) -> str:
    return " ".join(text.split())[:500]
