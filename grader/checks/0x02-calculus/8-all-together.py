"""Choose a second derivative, by x and then by y."""

KIND = "choice"
QUESTION = ("What is d/dy (d/dx e^(x^2 y)), if x and y do not depend on each "
            "other?")
OPTIONS = [
    "2x(1 + y) e^(x^2 y)",
    "2x e^(2x)",
    "2x(1 + x^2 y) e^(x^2 y)",
    "e^(2x)",
]
ANSWER = "3"
MISTAKES = {
    "1": "The product rule is there. But when y moves, the exponent x^2 y "
         "brings its own slope: which factor is that?",
    "2": "The exponent must stay x^2 y. And after the first derivative y is "
         "in both factors: use the product rule for the second.",
    "4": "An exponential keeps its exponent and gains a factor. So the first "
         "derivative is a product: product rule next.",
}
