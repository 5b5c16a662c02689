"""Does an answer hang on nothing but the program and its inputs?

Time, memory and depth depend on what else there is: an answer that met one
of these limits could be another one next time, or in another process.
"""

from __future__ import annotations

from grader.model import Outcome
from grader.sandbox.wire import Reply

# Running out of one of these depends on what else the machine does.
SCARCE = ("MemoryError", "RecursionError", "TimeoutError", "OSError",
          "BlockingIOError", "BrokenPipeError", "KeyboardInterrupt")


def is_sure(answer: Reply | Outcome, seconds: float = float("inf")) -> bool:
    """Whether it would be the same next time.

    seconds: an answer that took so long came near to a limit
    """
    if answer.seconds >= seconds:
        return False
    return answer.state == "value" or (
        answer.state == "exception" and answer.error not in SCARCE)
