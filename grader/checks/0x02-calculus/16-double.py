"""Choose the value of a double integral."""

KIND = "choice"
QUESTION = ("What is the double integral of x^2/y dx dy, x = 0..3 inside, y "
            "= 1..2 outside?")
OPTIONS = ["9 ln(2)", "9", "27 ln(2)", "27"]
ANSWER = "1"
MISTAKES = {
    "2": "The inner integral is right. In the outer one stands 1/y: "
         "which function has that slope?",
    "3": "The logarithm is right. In the inner integral, divide by the new "
         "exponent before you put in the limits.",
    "4": "Two steps are missing: the inner integral divides by the new "
         "exponent, and the outer one gives a logarithm.",
}
