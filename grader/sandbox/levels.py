"""A policy that protects less than the system can, for tests of levels.

What it leaves out is said in the policy's reasons, so that no report can
look better than the run was.
"""

from __future__ import annotations

import msgspec

from grader.model import Limits
from grader.sandbox.confine import Policy, prepare

ASKED_FOR_LESS = "less protection was asked for"


def prepare_at(level: str, limits: Limits, hidden: list[str]) -> Policy:
    """The policy of a level: "full", "limits" or "process"."""
    policy = prepare(limits, hidden)
    if level == "full":
        return policy
    keeps = level == "limits" and policy.mechanisms.rlimits
    mechanisms = msgspec.structs.replace(
        policy.mechanisms, landlock=0, seccomp=False, rlimits=keeps,
        why=(*policy.mechanisms.why, ASKED_FOR_LESS))
    return msgspec.structs.replace(
        policy, mechanisms=mechanisms, ruleset=None, filter=None,
        kernel_limits=policy.kernel_limits if keeps else ())
