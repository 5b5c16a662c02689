"""Proofs that the texts of one task agree with each other.

A task has four texts: check file, task file, driver, lesson block. Nothing
here judges students; each proof yields sentences for the author: where (file
and line), what is wrong, and the edit that mends it.
"""
