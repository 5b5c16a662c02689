"""The only package that ever meets student code; this is its only door.

    open_sandbox() -> Sandbox;  sandbox.run(jobs) -> (index, Run) ...

Which process runs what: see `parent`, `zygote` and `child`. The names are
loaded when first asked for: the zygote imports this package too, and it must
start fast and hold nothing of the parent's side.
"""

from __future__ import annotations

TYPE_CHECKING = False           # loading `typing` takes longer than all this
if TYPE_CHECKING:
    from typing import Any

    from grader.sandbox.conversation import Run as Run
    from grader.sandbox.opening import AnySandbox as AnySandbox
    from grader.sandbox.opening import open_sandbox as open_sandbox
    from grader.sandbox.splitting import split as split
    from grader.sandbox.starting import Started as Started
    from grader.sandbox.starting import can_fork as can_fork
    from grader.sandbox.starting import start_zygote as start_zygote
    from grader.sandbox.starting import stop_zygote as stop_zygote

HOMES = {"Run": "conversation", "AnySandbox": "opening",
         "open_sandbox": "opening", "split": "splitting",
         "Started": "starting",
         "can_fork": "starting", "start_zygote": "starting",
         "stop_zygote": "starting"}


def __getattr__(name: str) -> Any:
    from importlib import import_module
    if name not in HOMES:
        raise AttributeError(f"grader.sandbox has no {name!r}")
    return getattr(import_module(f"grader.sandbox.{HOMES[name]}"), name)
