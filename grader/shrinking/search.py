"""One search for a smaller case: proposals in rounds, outcomes back.

    round 0     the case itself, and shorter other cases of its check
    round 1..   the smallest candidates first; the smallest that fails for
                the same reason is the start of the next round
    last round  the result as the only call of a new process

A result that fails only after other calls is thrown away: a student who
pastes it must see what the report says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from grader.cases import Plan
from grader.explain import call_text, outcome_text
from grader.model import Case, Difference, Outcome, Verdict
from grader.shrinking.customs import Customs
from grader.shrinking.moves import merged, smaller, weight
from grader.shrinking.parts import (Frame, Parts, names_of, split,
                                    take_apart)
from grader.shrinking.reason import Question, Reason, is_open

WIDTH = 24                  # calls in one round
CAREFUL_WIDTH = 3           # where every call may end the child
MOST_TRIES = 320            # calls of one search
Size = tuple[int, float]
Found = tuple[Case, Outcome, Difference]


class Search:
    """The way from one failed case to a smaller one.

    Ask `calls`, run them in one new process, and tell `learn` what happened,
    until `calls` gives none. `result` is None where the first case stays.
    """

    def __init__(self, plan: Plan, verdict: Verdict) -> None:
        assert verdict.case is not None and verdict.outcome is not None
        self._plan, self._verdict = plan, verdict
        self._first = verdict.case
        # Wrong only beside the others of its check: no case to learn from.
        self._is_open = is_open(plan, verdict.case, verdict.outcome)
        self._width = (CAREFUL_WIDTH if verdict.outcome.state == "crash"
                       else WIDTH)
        self._reason: Reason | None = None
        self._walk: Walk | None = None
        self._asked: list[Case] = []
        self._best: Found | None = None
        self._is_last = self._is_over = False
        self.tries = 0
        self.result: Found | None = None

    def calls(self, stop: bool = False) -> list[Case]:
        """The cases of the next round; none when the search is over.

        stop: the time is up, so confirm what was found
        """
        if self._is_over or self._is_last:
            return []
        if self._reason is None:
            self._asked = [self._first, *self._others()]
            return self._asked
        self._asked = [] if stop else self._candidates()
        if not self._asked and self._best is not None:
            self._is_last = True
            self._asked = [self._best[0]]
        self._is_over = not self._asked
        self.tries += len(self._asked)
        return self._asked

    def learn(self, outcomes: Sequence[Outcome]) -> None:
        """What became of the calls that were asked."""
        if self._reason is None:
            reason = Reason(self._plan, self._verdict, outcomes[0])
            if reason.comes_back(self._first, outcomes[0]) is None:
                self._is_over = True        # it does not fail every time
                return
            self._reason = reason
        good = []
        for case, outcome in zip(self._asked, outcomes):
            found = self._reason.found_in(case, outcome)
            if found is None:
                continue
            good.append(case)
            if self._is_last:
                self.result = case, outcome, found
            elif self._is_better(case):
                self._best = case, outcome, found
        if self._walk is not None:
            self._walk.good = good

    def _is_better(self, case: Case) -> bool:
        if self._best is None and self._is_open:
            return True
        return self._size(case) < self._size(self._smallest())

    def _smallest(self) -> Case:
        return self._first if self._best is None else self._best[0]

    def _size(self, case: Case) -> Size:
        return size_of(self._plan, case)

    def _others(self) -> list[Case]:
        """The other cases of the check that may tell more as they are."""
        length, _ = self._size(self._first)
        shorter = [case for case in self._verdict.check.cases
                   if case is not self._first and (
                       self._is_open or self._size(case)[0] < length)]
        return shorter[:self._width]

    def _candidates(self) -> list[Case]:
        """The next candidates, the smallest first."""
        best = self._smallest()
        if self._best is None and self._is_open:
            return []
        if self._walk is None:
            self._walk = Walk(self._plan, best, self._verdict)
        room = min(self._width, MOST_TRIES - self.tries)
        found: list[Case] = []
        for case in self._walk.steps(best):
            if len(found) >= room:
                break
            found.append(case)
        return found


class Walk:
    """Candidates that the task asks, each only once.

    good: the cases of the last round that failed for the same reason
    """

    def __init__(self, plan: Plan, start: Case, verdict: Verdict) -> None:
        self._plan = plan
        self._question = Question(plan, start, verdict.check.name)
        self._taken = take_apart(plan.file, start.call)
        self._tried: set[str] = set()
        self.good: list[Case] = []
        if self._taken is not None:
            self._customs = Customs(self._taken[1], [
                split(values)[0] for case in verdict.check.cases
                if (values := names_of(plan.file, case.call)) is not None])

    def steps(self, best: Case) -> Iterator[Case]:
        """The calls to try next, the smallest first."""
        if self._taken is None:
            return
        frame, parts = self._taken[0], self._parts(best)
        size, calls = size_of(self._plan, best), []
        for proposal in self._proposals(frame, parts):
            if self._customs.allow(proposal):
                case = Case(frame.build(proposal), best.expected)
                text = call_text(self._plan.file.entry, case)
                if text not in self._tried and len(text) <= size[0]:
                    calls.append(((len(text), weight(proposal)), text, case))
        for mine, text, case in sorted(calls, key=lambda item: item[:2]):
            if text in self._tried:
                continue
            self._tried.add(text)
            asked = self._question.case_of(case.call)
            if asked is not None and _with_answer(mine, asked) < size:
                yield asked

    def _proposals(self, frame: Frame, parts: Parts) -> Iterator[Parts]:
        if len(self.good) > 1:
            yield merged(parts, [self._parts(case) for case in self.good])
        yield from smaller(frame, parts, self._customs)

    def _parts(self, case: Case) -> Parts:
        return split(names_of(self._plan.file, case.call) or {})[0]


def size_of(plan: Plan, case: Case) -> Size:
    """How much there is to read: characters, then simpler numbers."""
    values = names_of(plan.file, case.call)
    numbers = 0.0 if values is None else weight(split(values)[0])
    return _with_answer((len(call_text(plan.file.entry, case)), numbers),
                        case)


def _with_answer(size: Size, case: Case) -> Size:
    """The size of a call together with what it must give."""
    return size[0] + len(outcome_text(case.expected, False)), size[1]
