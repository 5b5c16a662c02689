#!/usr/bin/env python3
"""Ask the question of 2-pi_is_for_product and show your choice."""
import pathlib

print("""\
What is the product of i for i = 1..m?
1. (m - 1)!
2. 0
3. (m + 1)!
4. m!""")
file = pathlib.Path(__file__).with_name("2-pi_is_for_product")
text = "none, there is no file"
if file.is_file():
    text = file.read_text("ascii", "backslashreplace").strip()
print("\nYour choice:", text or "none, the file is empty")
