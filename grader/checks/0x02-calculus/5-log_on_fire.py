"""Choose the derivative of a product."""

KIND = "choice"
QUESTION = "What is the derivative d/dx (x ln(x))?"
OPTIONS = ["ln(x)", "1/x + 1", "ln(x) + 1", "1/x"]
ANSWER = "3"
MISTAKES = {
    "1": "This is half of the product rule: x got its derivative. Add the "
         "other half, in which ln(x) gets its derivative.",
    "2": "You added the two derivatives. The product rule first multiplies "
         "each of them by the other factor.",
    "4": "You multiplied the two derivatives. The product rule has two "
         "terms: in each, one factor stays as it was.",
}
