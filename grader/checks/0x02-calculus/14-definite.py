"""Choose the value of a definite integral of 1/v."""

KIND = "choice"
QUESTION = "What is the integral of 1/v dv from v = -1 to v = 0?"
OPTIONS = ["-1", "0", "1", "undefined"]
ANSWER = "4"
MISTAKES = {
    "1": "This is the height of the curve at v = -1. An area counts all "
         "heights: how low are they at -0.1, -0.01, -0.001?",
    "2": "Nothing cancels here: all heights are below 0. How low is 1/v at "
         "-0.1, at -0.01, at -0.001?",
    "3": "This is the width of the interval, and no height is in it. What "
         "does 1/v do as v comes close to the upper limit?",
}
