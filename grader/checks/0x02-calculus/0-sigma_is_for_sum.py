"""Choose the terms that a sum sign stands for."""

KIND = "choice"
QUESTION = "What is the sum of i for i = 2..5?"
OPTIONS = ["3 + 4 + 5", "3 + 4", "2 + 3 + 4 + 5", "2 + 3 + 4"]
ANSWER = "3"
MISTAKES = {
    "1": "Your sum begins one step late. The lower limit belongs to it: "
         "write down each value of i, both ends included.",
    "2": "Both ends are missing. A sum takes the lower limit, the upper "
         "limit and each whole number between them.",
    "4": "Python's range leaves the upper end out, a sum sign does not. "
         "Write down each value of i up to the upper limit.",
}
