#!/usr/bin/env python3
"""Marginal."""
import importlib
intersection = importlib.import_module("1-intersection").intersection


def marginal(x, n, P, Pr):
    """Add the intersection."""
    return intersection(x, n, P, Pr).sum()
