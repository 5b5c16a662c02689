"""The same attacks on other graders, and the tables of docs/security.md.

    cases     which attacks of tests/attacks another grader can be given
    material  the small course in the form that each grader asks for
    peers     how each grader is installed, started and read
    cage      starts one grader on one attack where it can do no harm
    warden    inside the cage: sets the stage, waits, looks around
    suite     runs our own suite at each level
    tables    Markdown

per_check and ours_once are programs that run inside the cage, as a student's
code does. See README.md for how to run it.
"""
