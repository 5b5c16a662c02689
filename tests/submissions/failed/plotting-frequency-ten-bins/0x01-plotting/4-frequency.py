#!/usr/bin/env python3
"""A histogram: the grades of one class."""
import numpy as np
import matplotlib.pyplot as plt


def frequency():
    """Draw how many students have a grade in each step of ten.

    Returns: nothing; the figure stays open
    Source: lesson 0x01, section "Histogram"
    """
    np.random.seed(5)
    student_grades = np.random.normal(68, 15, 50)
    plt.figure(figsize=(6.4, 4.8))

    # arange leaves out its end: 110 makes 100 the last edge.
    bins = np.arange(0, 110, 10)
    plt.hist(student_grades, bins=10, edgecolor="black")
    plt.xlabel("Grades")
    plt.ylabel("Number of Students")
    plt.title("Project A")
    plt.xlim(0, 100)
    plt.ylim(0, 30)
    plt.xticks(bins)
