"""Choose the sum of an expression with two letters."""

KIND = "choice"
QUESTION = "What is the sum of (9i - 2k) for k = 1..4?"
OPTIONS = ["90 - 20", "36i - 20", "90 - 8k", "36i - 8k"]
ANSWER = "2"
MISTAKES = {
    "1": "You put values in place of i as well. Only one letter runs; each "
         "other letter is a constant, added once for each step.",
    "3": "You summed over the wrong letter. Which letter runs? It takes each "
         "value in turn and is gone from the result.",
    "4": "The constant part is right. The running letter cannot stay: put "
         "each of its values into the other part and add.",
}
