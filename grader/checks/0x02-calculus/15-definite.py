"""Choose a definite integral with a second letter."""

KIND = "choice"
QUESTION = "What is the integral of x dy from y = 0 to y = 5?"
OPTIONS = ["5", "5x", "25", "25x"]
ANSWER = "2"
MISTAKES = {
    "1": "The variable is y, and x is a constant. A constant factor does not "
         "become 1: it stays in the result.",
    "3": "You put a limit in place of x. The limits belong to y; x is a "
         "constant and stays a letter.",
    "4": "The letter x is right. A constant is multiplied by the width of "
         "the interval, once: how wide is it?",
}
