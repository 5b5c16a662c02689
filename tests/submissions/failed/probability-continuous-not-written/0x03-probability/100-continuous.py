#!/usr/bin/env python3
"""Belief in a range."""


def posterior(x, n, p1, p2):
    """Give the belief in p1 to p2 after x of n."""
