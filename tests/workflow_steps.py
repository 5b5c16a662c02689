"""A workflow file, step by step, on this computer: what a runner would do.

Only as much as our own workflows need: `run` with the shell that a runner
takes, in a surrounding that holds nothing of ours; `env`, `with` and the
outputs of steps; the two actions that get a repository and keep files.
Expressions are looked up, never computed.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml

EXPRESSION = re.compile(r"\$\{\{\s*(.+?)\s*\}\}")
SHELL = ["bash", "--noprofile", "--norc", "-eo", "pipefail"]
CHECKOUT, UPLOAD = "actions/checkout", "actions/upload-artifact"
ALWAYS = "${{ !cancelled() }}"
Checkout = Callable[[Mapping[str, str], Path], None]


def read_workflow(text: str) -> dict[str, Any]:
    """The parts of a workflow file, with `on` under its own name."""
    found: dict[Any, Any] = yaml.safe_load(text)
    # YAML 1.1 reads the word `on` as a truth value; GitHub does not.
    return {"on" if key is True else str(key): value
            for key, value in found.items()}


def read_steps(text: str, job: str) -> list[dict[str, Any]]:
    """The steps of one job."""
    found: list[dict[str, Any]] = read_workflow(text)["jobs"][job]["steps"]
    return found


def scripts(text: str) -> list[str]:
    """Every script of a workflow or of a GitLab file."""
    found = yaml.safe_load(text)
    if "jobs" in found:
        return [step["run"] for job in found["jobs"].values()
                for step in job["steps"] if "run" in step]
    return [line for job in found.values() if isinstance(job, dict)
            for line in job.get("script", ())]


class Runner:
    """One job on one fresh machine.

    known: what expressions name, for instance "github.sha"
    checkout: gets a repository into a folder
    variables: what the machine itself has in its environment
    """

    def __init__(self, machine: Path, known: Mapping[str, str],
                 checkout: Checkout, variables: Mapping[str, str]) -> None:
        self.workspace = machine / "workspace"
        self.artifacts = machine / "artifacts"
        self.summary = machine / "summary.md"
        self.log = ""
        self.failed = ""
        self._known = dict(known)
        self._checkout = checkout
        self._output = machine / "output"
        home = machine / "home"
        for folder in (self.workspace, self.artifacts, home):
            folder.mkdir(parents=True)
        self.summary.touch()
        self._variables = {
            "PATH": os.defpath, "HOME": str(home), "CI": "true",
            "GITHUB_ACTIONS": "true", "GITHUB_WORKSPACE": str(
                self.workspace), "GITHUB_STEP_SUMMARY": str(self.summary),
            "GITHUB_OUTPUT": str(self._output), **variables}

    def run(self, text: str, job: str) -> bool:
        """Do all steps of a job; tells whether it got a green tick."""
        found = read_workflow(text)["jobs"][job]
        self._set(self._variables, found.get("env", {}))
        for step in found["steps"]:
            if self.failed and step.get("if") != ALWAYS:
                continue
            if not self._step(step) and not self.failed:
                self.failed = step["name"]
        return not self.failed

    def _step(self, step: dict[str, Any]) -> bool:
        if "run" in step:
            return self._script(step)
        words = {name: self._filled(str(value))
                 for name, value in step.get("with", {}).items()}
        action = step["uses"].partition("@")[0]
        if action == CHECKOUT:
            self._checkout(words, self.workspace / words.get("path", "."))
        elif action == UPLOAD:
            kept = self.workspace / words["path"]
            if kept.exists():
                shutil.copytree(kept, self.artifacts / words["name"])
        else:
            raise ValueError(f"An action that nobody knows here: {action}")
        return True

    def _script(self, step: dict[str, Any]) -> bool:
        variables = dict(self._variables)
        self._set(variables, step.get("env", {}))
        script = self.workspace.parent / "script"
        script.write_text(step["run"], encoding="utf-8")
        self._output.write_text("", encoding="utf-8")
        done = subprocess.run(
            [*SHELL, str(script)], cwd=self.workspace, env=variables,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True, errors="replace",
            check=False)
        self.log += f"== {step['name']}\n{done.stdout}"
        for line in self._output.read_text(encoding="utf-8").splitlines():
            name, _, value = line.partition("=")
            self._known[f"steps.{step.get('id')}.outputs.{name}"] = value
        return done.returncode == 0

    def _set(self, variables: dict[str, str],
             added: Mapping[str, object]) -> None:
        for name, value in added.items():
            variables[name] = self._filled(str(value))

    def _filled(self, text: str) -> str:
        return EXPRESSION.sub(
            lambda found: self._known.get(found[1], ""), text)
