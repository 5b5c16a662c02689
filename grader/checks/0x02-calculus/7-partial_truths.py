"""Choose a partial derivative."""

KIND = "choice"
QUESTION = "What is d/dy e^(xy), if x and y do not depend on each other?"
OPTIONS = ["e^(xy)", "y e^(xy)", "x e^(xy)", "e^x"]
ANSWER = "3"
MISTAKES = {
    "1": "The exponent is not y alone. The chain rule asks for one more "
         "factor: the slope of the exponent when y moves.",
    "2": "You differentiated with respect to the other letter. Here y is the "
         "variable, and x is a number like 5.",
    "4": "A factor comes down, but the exponent stays whole. Put 5 for x: "
         "what is the derivative of e^(5y)?",
}
