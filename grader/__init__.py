"""Judge a student's mathematics tasks safely and explain every lost point."""

__version__ = "1.0.0"
