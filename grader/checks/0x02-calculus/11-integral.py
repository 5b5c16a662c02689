"""Choose the integral of a power."""

KIND = "choice"
QUESTION = "What is the integral of x^3 dx?"
OPTIONS = ["3x^2 + C", "x^4/4 + C", "x^4 + C", "x^4/3 + C"]
ANSWER = "2"
MISTAKES = {
    "1": "This is the derivative of x^3; an integral goes the other way. "
         "Differentiate your answer: do you get x^3 back?",
    "3": "Differentiate your answer: its exponent comes down as a factor. "
         "Which division takes that factor away?",
    "4": "You divided by the old exponent. Differentiate your answer: which "
         "exponent comes down as a factor?",
}
