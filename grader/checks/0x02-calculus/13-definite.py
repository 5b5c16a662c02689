"""Choose the value of a definite integral."""

KIND = "choice"
QUESTION = "What is the integral of u^2 du from u = 0 to u = 3?"
OPTIONS = ["3", "6", "9", "27"]
ANSWER = "3"
MISTAKES = {
    "1": "This is the width of the interval. The area needs the heights too: "
         "first find a function whose slope is u^2.",
    "2": "You took the derivative of u^2 at the upper limit. Go the other "
         "way: which function has the slope u^2?",
    "4": "You raised the exponent but did not divide by the new one. "
         "Differentiate what you had: do you get u^2 back?",
}
