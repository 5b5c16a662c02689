"""`grader explain TASK`: one task, its last finding, one hint more a call.

    which word -> grade that task -> steps (hint, lesson, worked example)
               -> the next step, remembered until the file changes -> a page

Knows the task's text, its visible examples and the lesson. The reference
solution, the oracle and the answer of a choice are never read here.
"""
