"""Choose the integral of an exponential."""

KIND = "choice"
QUESTION = "What is the integral of e^(2y) dy?"
OPTIONS = ["e^(2y) + C", "e^y + C", "e^(2y)/2 + C", "e^y/2 + C"]
ANSWER = "3"
MISTAKES = {
    "1": "Differentiate your answer: the chain rule brings down a factor. "
         "Which division takes it away again?",
    "2": "Your exponent has lost its factor, but an integral keeps the "
         "exponent. Differentiate your answer: is e^(2y) back?",
    "4": "You took care of the inner factor, but the exponent must stay "
         "whole. Differentiate your answer: is e^(2y) back?",
}
