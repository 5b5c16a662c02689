"""Fixtures that many test files share."""

from graded import classroom as classroom
from graded import sandbox as sandbox
