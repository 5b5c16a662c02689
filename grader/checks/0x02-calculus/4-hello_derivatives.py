"""Choose the derivative of a polynomial."""

KIND = "choice"
QUESTION = "What is the derivative d/dx (x^4 + 3x^3 - 5x + 1)?"
OPTIONS = [
    "3x^3 + 6x^2 - 4",
    "4x^3 + 6x^2 - 5",
    "4x^3 + 9x^2 - 5",
    "4x^3 + 9x^2 - 4",
]
ANSWER = "3"
MISTAKES = {
    "1": "You lowered the exponents before you multiplied by them. Multiply "
         "first; and a constant alone leaves nothing.",
    "2": "One term is wrong, the second. Multiply its coefficient by the "
         "exponent as it was, and lower the exponent last.",
    "4": "The powers are right, but the constant is still there: you added "
         "it to the slope of -5x. How steep is a flat line?",
}
