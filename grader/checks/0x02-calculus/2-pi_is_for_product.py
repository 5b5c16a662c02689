"""Choose the product of the first whole numbers."""

KIND = "choice"
QUESTION = "What is the product of i for i = 1..m?"
OPTIONS = ["(m - 1)!", "0", "(m + 1)!", "m!"]
ANSWER = "4"
MISTAKES = {
    "1": "Your product stops one factor early. What is the last factor, when "
         "i reaches the upper limit?",
    "2": "A product is 0 only if one of its factors is 0. Which factor does "
         "i give at the lower limit?",
    "3": "Your product has one factor too many. What is i when it reaches "
         "the upper limit?",
}
