"""Choose the value of a product."""

KIND = "choice"
QUESTION = "What is the product of i for i = 0..10?"
OPTIONS = ["10!", "9!", "100", "0"]
ANSWER = "4"
MISTAKES = {
    "1": "This product begins at i = 1. Look at the lower limit again: what "
         "is the first factor here?",
    "2": "Both limits belong to the product. Write down its first and its "
         "last factor: does one of them decide everything?",
    "3": "This multiplies the upper limit by itself. Each value of i is a "
         "factor once: write them down, the lowest first.",
}
