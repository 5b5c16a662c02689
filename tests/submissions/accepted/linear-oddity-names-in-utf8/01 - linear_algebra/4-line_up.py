#!/usr/bin/env python3
"""Somme de deux listes: Σ."""


def add_arrays(arr1, arr2):
    """Ajoute élément par élément."""
    somme_α = [a + b for a, b in zip(arr1, arr2)]
    return somme_α if len(arr1) == len(arr2) else None
