"""The words of the command line -> calls, and the exit status. No logic.

Exit status: 0 all points, 1 points lost, 2 wrong usage, 3 grader error.
"""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from grader.model import GraderError, UsageError
from grader.report.export.words import export
from grader.sandbox import Started
from grader.what_to_type import checkout as checkout
from grader.writing_words import new, student

app = typer.Typer(add_completion=False, rich_markup_mode=None,
                  pretty_exceptions_enable=False, no_args_is_help=False,
                  help="Grade mathematics tasks and explain every lost "
                       "point.",
                  epilog="Without a command, this folder is graded. For one "
                         "task: --task and its name. `grader COMMAND --help` "
                         "tells more.")

PathArgument = Annotated[str, typer.Argument(
    help="A submission, a topic folder or one task file; without it, this "
         "checkout.")]
Tasks = Annotated[list[str] | None, typer.Option(
    "--task", help="Only these tasks: a name, a file, a number or a "
                   "pattern. May be repeated.")]
SeedOption = Annotated[int | None, typer.Option(
    "--seed", help="Seed of the hidden inputs; without it, or with 0, "
                   "each task file has its own.")]
OnlyVisible = Annotated[bool, typer.Option(
    "--only-visible", help="Leave the hidden checks out.")]
Jobs = Annotated[int, typer.Option(
    "--jobs", min=0, max=64, help="Tasks that run at the same time; 0: as "
                                  "many as there are cores.")]
Require = Annotated[str, typer.Option(
    "--require-isolation", help="Refuse to grade with less: full, limits "
                                "or process.")]
Portable = Annotated[bool, typer.Option(
    "--no-fork", help="One fresh interpreter per task, as on systems "
                      "without fork.")]


def cores() -> int:
    """How many tasks run at the same time by default."""
    return max(1, min(8, os.cpu_count() or 1))


@app.callback(invoke_without_command=True)
def start(context: typer.Context,
          version: Annotated[bool, typer.Option(
              "--version", help="Show the version and stop.")] = False
          ) -> None:
    """Grade mathematics tasks and explain every lost point."""
    if version:
        from grader import __version__
        typer.echo(__version__)
        raise typer.Exit
    if context.invoked_subcommand is None:
        from grader.commands import GradeOptions, grade_command
        raise typer.Exit(grade_command(GradeOptions(
            checkout(), jobs=cores(), root=checkout()), context.obj))


def tasks_of(words: list[str] | None, path: str = "",
             command: str = "") -> tuple[str, ...]:
    """What the words for tasks mean; see `task_words`."""
    if not words:
        return ()
    from grader.task_words import meant
    return meant(words, path, command)


@app.command()
def grade(context: typer.Context, path: PathArgument = "",
          task: Tasks = None,
          json: Annotated[str, typer.Option(
              "--json", help="Write the report to this file.")] = "",
          junit: Annotated[str, typer.Option(
              "--junit", help="Write JUnit XML to this file.")] = "",
          html: Annotated[str, typer.Option(
              "--html", help="Write a page for a browser to this file."
              )] = "",
          format: Annotated[str, typer.Option(
              "--format", help="text or json, on standard output.")] = "text",
          seed: SeedOption = None, only_visible: OnlyVisible = False,
          require_isolation: Require = "process", jobs: Jobs = 0,
          no_fork: Portable = False,
          verbose: Annotated[bool, typer.Option(
              "--verbose", "-v", help="Show every failed check.")] = False,
          policy: Annotated[str, typer.Option(
              "--policy", help="Grade by this policy; without it, by "
                               "grader.toml beside the grader.")] = "",
          reveal: Annotated[str, typer.Option(
              "--reveal", help="What a failed hidden check shows: full, "
                               "actual-only, hint-only or nothing.")] = "",
          submitted: Annotated[str, typer.Option(
              "--submitted", help="When the work arrived, for the late "
                                  "rule of the policy.")] = "",
          no_cache: Annotated[bool, typer.Option(
              "--no-cache", help="Run every task, also those that did not "
                                 "change.")] = False) -> None:
    """Grade a folder, a topic or one task file."""
    from grader.commands import GradeOptions, grade_command
    raise typer.Exit(grade_command(GradeOptions(
        path or checkout(), tasks_of(task, path), json, junit, format, seed,
        only_visible, require_isolation, jobs or cores(), no_fork, verbose,
        policy, reveal, submitted, checkout(), no_cache, html),
        context.obj))


@app.command(context_settings={"allow_extra_args": True,
                               "ignore_unknown_options": True})
def pytest(context: typer.Context, path: PathArgument = "",
           task: Tasks = None, seed: SeedOption = None) -> None:
    """Run the same checks with pytest.

    Further words go to pytest.
    """
    from grader.suite import run_suite
    raise typer.Exit(run_suite(path or checkout(), tasks_of(
        task, path, "pytest"), seed, context.args))


@app.command()
def explain(context: typer.Context,
            task: Annotated[str, typer.Argument(
                help="An id, a number, a file, or a part of a name.")],
            path: PathArgument = "",
            from_start: Annotated[bool, typer.Option(
                "--from-start", help="Begin again with the first hint."
                )] = False,
            every: Annotated[bool, typer.Option(
                "--all", help="Show every hint.")] = False,
            no_fork: Portable = False) -> None:
    """Show one task, and one hint more each time.

    First what the task asks for, then what went wrong in the last run.
    """
    from grader.explaining.command import ExplainOptions
    from grader.explaining.command import explain as explain_task
    from grader.report.text import write_lines
    lines, status = explain_task(ExplainOptions(
        task, path, checkout(), from_start, every, cores(), no_fork),
        context.obj)
    write_lines(lines, sys.stdout)
    raise typer.Exit(status)


@app.command()
def watch(context: typer.Context, path: PathArgument = "",
          task: Tasks = None, jobs: Jobs = 0, no_fork: Portable = False,
          policy: Annotated[str, typer.Option(
              "--policy", help="Grade by this policy; without it, by "
                               "grader.toml beside the grader.")] = "",
          no_cache: Annotated[bool, typer.Option(
              "--no-cache", help="Neither show nor keep earlier results."
              )] = False) -> None:
    """Grade again what changed, on every save."""
    from grader.commands import GradeOptions, watch_command
    raise typer.Exit(watch_command(GradeOptions(
        path or checkout(), tasks_of(task, path, "watch"),
        jobs=jobs or cores(),
        no_fork=no_fork, policy=policy, root=checkout(), no_cache=no_cache),
        context.obj))


@app.command()
def verify(task: Annotated[list[str] | None, typer.Argument(
        help="Ids, numbers or patterns; without any, all tasks.")] = None,
           mutants: Annotated[bool, typer.Option(
               "--mutants", help="Change each solution a little, and see "
                                 "whether the checks notice.")] = False,
           write: Annotated[bool, typer.Option(
               "--write", help="With --mutants: write docs/sharpness.md."
               )] = False, jobs: Jobs = 0) -> None:
    """Prove that check files keep their promises.

    The solutions, the hints and the lessons are looked at as well.
    """
    from grader.commands import mutants_command, verify_command
    tasks, number = tasks_of(task, "", "verify"), jobs or cores()
    if write and not mutants:
        raise UsageError("--write goes with --mutants.")
    raise typer.Exit(mutants_command(tasks, checkout(), number, write)
                     if mutants else verify_command(tasks, checkout(),
                                                    number))


@app.command()
def schema() -> None:
    """Print the JSON schema of the report."""
    from grader.report.json import schema_json
    sys.stdout.write(schema_json().decode())


for command in (new, student, export):
    app.command()(command)


def run_words(words: list[str], started: Started | None) -> int:
    """Run the command line; returns the exit status.

    started: a zygote that is starting already, for the commands that grade
    """
    try:
        status = app(words, standalone_mode=False, prog_name="grader",
                     obj=started)
        return status if isinstance(status, int) else 0
    except UsageError as error:
        print(error, file=sys.stderr)
        return 2
    except GraderError as error:
        print(f"Grader error (ours, costs nothing): {error}",
              file=sys.stderr)
        return 3
    except typer.Exit as end:
        return end.exit_code
    except typer.Abort:
        return 130
    except ModuleNotFoundError as error:
        return _not_here(error)
    except Exception as error:
        return _click_error(error)


def _not_here(error: ModuleNotFoundError) -> int:
    """A command for authors, in an edition without their part."""
    if not (error.name or "").startswith("grader.author"):
        raise error
    print("This command is for the instructor edition only; this is the "
          "student edition. `python3 grader` grades your files.",
          file=sys.stderr)
    return 2


def _click_error(error: Exception) -> int:
    """Wrong words on the command line: one sentence, exit status 2."""
    show = getattr(error, "format_message", None)
    if show is None:
        raise error
    print(f"{show()} `grader --help` shows the words.", file=sys.stderr)
    return 2
