"""Submissions that try to break the grader, each with what must happen.

    case      what one attack is
    lesson    the small course that is attacked, and right solutions of it
    targets   files, secrets and sockets that must stay untouched
    stage     grades one attack the real way and tells what went wrong
    summary   held and total of each category

All other modules but the tests are tables: one category each.
`python -m tests.attacks` prints the table of all categories.
"""
