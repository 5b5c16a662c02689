"""The folder that a child may write to, with the files its task is given.

The parent makes it before the child exists. Nothing of the submission lies
in it: a file that a task gives always is the grader's own.
"""

from __future__ import annotations

import os

import msgspec

from grader.sandbox import wire


def make_scratch(folder: str, job: wire.Job) -> wire.Job:
    """Make the folder, put the job's files into it; the job to send."""
    os.mkdir(folder, 0o700)
    for name, data in job.files.items():
        with open(os.path.join(folder, os.path.basename(name)), "wb") as file:
            file.write(data)
    return msgspec.structs.replace(job, scratch=folder, files={})
