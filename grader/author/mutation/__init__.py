"""Mutants: a reference solution with one small change, graded like a student.

    source -> mutants (text only) -> sandbox -> judge -> killed or survived

A mutant that still gets all output points shows a gap in the hidden inputs,
or is as right as the reference; then the check file says so, with the reason.
"""
