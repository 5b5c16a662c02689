"""The smallest counterexample: shrink the case that a student sees.

    verdicts --search--> candidates --sandbox--> outcomes --reason--> case

    small_cases   rounds over all tasks of a result, and an end to them
    search        one case: proposals, outcomes, the smallest that fails
    moves         proposals: fewer rows, simpler numbers, shorter calls
    customs       what all inputs of a check share, so a proposal keeps it
    guards        what the check file says about it
    reason        is it asked, and does it fail for the same reason?
    parts         a call taken apart and put together again

Only what is shown becomes smaller: no verdict and no point changes here.
docs/decisions/shrinking.md tells why it is done in this way.
"""
