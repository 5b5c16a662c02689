"""`grader new`: a new task that works from the start, with marks to fill in.
"""
