"""A text file with one number -> a verdict; the answer is never told."""

from __future__ import annotations

from grader.facts import Choice
from grader.model import Check, Difference, Verdict
from grader.show import cut


def judge_choice(choice: Choice, check: Check, data: bytes) -> Verdict:
    """Passed when the file holds the right number and nothing else.

    Blanks around it, a byte order mark and any line ends are free.
    """
    text = data.decode("utf-8-sig", "replace").strip()
    if not choice.answer and text in map(str, range(
            1, len(choice.options) + 1)):
        # In the student edition nobody knows the answer: no hash of it could
        # keep it from a student who tries all options.
        return Verdict(check, "not_run", difference=Difference(
            "later", "the choice is judged at grading"))
    if text and text == choice.answer:
        return Verdict(check, "passed")
    if text in choice.hints:
        return Verdict(check, "failed", hint=choice.hints[text],
                       difference=Difference(
                           "choice", f"you chose {text}, and that is not "
                                     f"the answer"))
    asked = f"one number from 1 to {len(choice.options)}"
    if not text:
        return Verdict(check, "failed", hint=f"Write {asked} into it.",
                       difference=Difference("empty", "the file is empty"))
    return Verdict(check, "failed", hint=f"Write {asked} and nothing else.",
                   difference=Difference(
                       "no choice", f"the file holds {cut(text, 60)!r}, "
                                    f"which is no choice"))
