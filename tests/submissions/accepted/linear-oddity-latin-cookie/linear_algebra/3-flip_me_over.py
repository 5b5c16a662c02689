#!/usr/bin/env python3
# -*- coding: latin-1 -*-
"""La transposée d'une matrice."""


def matrix_transpose(matrix):
    """Échange les lignes et les colonnes."""
    print("été: ñandú")
    return [list(colonne) for colonne in zip(*matrix)]
