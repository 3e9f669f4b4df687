"""What the commands for rule keepers share: their options, reading a rule set, handing results over."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, NoReturn, TypeVar

import click

from checker.cli import exits
from checker.cli.options import rules_options
from checker.model.problem import Rejected
from checker.workbench.diagnostic import Inspection, rejected
from checker.workbench.rule_set import RuleSet, read_rule_set

FORMATS: Final = ("text",)

Function = TypeVar("Function", bound=Callable[..., Any])


def inspection_options(function: Function) -> Function:
    """Add --rules, --profile, -f and -o."""
    function = click.option(
        "--output", "-o", type=click.Path(path_type=Path, dir_okay=False), metavar="文件",
        help="结果写到哪个文件；不写则显示在屏幕上。",
    )(function)  # fmt: skip
    function = click.option(
        "--format", "-f", "form", type=click.Choice(FORMATS), default="text", show_default=True,
        help="结果的格式。",
    )(function)  # fmt: skip
    return rules_options(function)


def near(folder: Path) -> Path:
    """Return a path as seen from the working folder where it lies below it.

    Places then read as a person would type them, and as editors and CI expect them.
    """
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_relative_to(here) else folder


def rule_set(
    ctx: click.Context, command: str, form: str, output: Path | None, **at: Any
) -> RuleSet:
    """Return the rule set that the options name; deliver its problems and exit if it has any.

    Args:
        at: `rules` and `profile` as the options gave them.
    """
    try:
        return read_rule_set(near(Path(os.path.normpath(at["rules"]))), at["profile"])
    except Rejected as problems:
        deliver(ctx, rejected(command, problems.problems), form, output)


def deliver(ctx: click.Context, inspection: Inspection, form: str, output: Path | None) -> NoReturn:
    """Write an inspection in the form asked for, and exit with the code that it deserves."""
    assert form in FORMATS
    text = "\n".join(f"{d.place}  {d.check}  {d.message}" for d in inspection.diagnostics)
    if output:
        output.write_text(text + "\n", encoding="utf-8")
    elif text:
        click.echo(text)
    if inspection.invalid:
        ctx.exit(exits.RULES_INVALID)
    ctx.exit(exits.DOES_NOT_CONFORM if inspection.counting else exits.CONFORMS)
