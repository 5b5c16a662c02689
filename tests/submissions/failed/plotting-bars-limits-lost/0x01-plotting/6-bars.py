#!/usr/bin/env python3
"""Stacked bars: the fruit of three persons."""
import numpy as np
import matplotlib.pyplot as plt


def bars():
    """Draw one stack for each person, one bar in it for each fruit.

    Returns: nothing; the figure stays open
    Source: lesson 0x01, section "Stacked bars"
    """
    np.random.seed(5)
    fruit = np.random.randint(0, 20, (4, 3))
    plt.figure(figsize=(6.4, 4.8))

    people = ["Farrah", "Fred", "Felicia"]
    names = ["apples", "bananas", "oranges", "peaches"]
    colors = ["red", "yellow", "#ff8000", "#ffe5b4"]
    bottom = np.zeros(3)
    for row, name, color in zip(fruit, names, colors):
        plt.bar(people, row, width=0.5, bottom=bottom, color=color,
                label=name)
        # The next row of fruit begins where this one ends.
        bottom += row
    plt.ylabel("Quantity of Fruit")
    plt.title("Number of Fruit per Person")
    plt.legend()
