"""Choose the derivative of a function inside another one."""

KIND = "choice"
QUESTION = "What is the derivative d/dx ln(x^2)?"
OPTIONS = ["2/x", "1/x^2", "2/x^2", "1/x"]
ANSWER = "1"
MISTAKES = {
    "2": "You divided by the inside and stopped. The chain rule goes on: "
         "multiply by the derivative of the inside, x^2.",
    "3": "The derivative of x^2 still holds an x. Multiply by all of it, "
         "then cancel what stands above and below.",
    "4": "This is the derivative of ln(x). The exponent has an effect too: "
         "ln(x^2) can also be written as 2 ln(x).",
}
