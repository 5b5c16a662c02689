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
    for person in range(3):
        low = 0
        for kind in range(4):
            plt.bar(people[person], fruit[kind, person], 0.5, bottom=low,
                    color=colors[kind],
                    label=names[kind] if person == 0 else None)
            low += fruit[kind, person]
    plt.ylabel("Quantity of Fruit")
    plt.ylim(0, 80)
    plt.yticks(np.arange(0, 81, 10))
    plt.title("Number of Fruit per Person")
    plt.legend()
