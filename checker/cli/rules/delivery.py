"""What the commands for rule keepers share: their options, reading a rule set, handing results over."""

import os
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeVar

import click

from checker.cli import exits
from checker.cli.options import keeping_options
from checker.model.problem import Place, Rejected
from checker.workbench.diagnostic import Inspection, rejected

if TYPE_CHECKING:
    from checker.workbench.rule_set import RuleSet

RENDERERS: Final = {
    "json": "checker.workbench.outputs.json_form",
    "sarif": "checker.workbench.outputs.sarif",
    "junit": "checker.workbench.outputs.junit",
    "github": "checker.workbench.outputs.github",
    "gitlab": "checker.workbench.outputs.gitlab",
}
FORMATS: Final = ("text", *RENDERERS)
STYLES: Final[dict[str, dict[str, Any]]] = {
    "place": {"bold": True},
    "error": {"fg": "red"},
    "warning": {"fg": "yellow"},
    "note": {"fg": "cyan"},
    "quiet": {"dim": True},
    "good": {"fg": "green"},
}

Function = TypeVar("Function", bound=Callable[..., Any])
TextView = Callable[[Inspection], str]
"""A command's own view for the terminal."""


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
    return keeping_options(function)


def near(folder: Path) -> Path:
    """Return a path as seen from the working folder where it lies below it.

    Places then read as a person would type them, and as editors and CI expect them.
    """
    here, whole = Path.cwd(), Path(os.path.normpath(folder))
    return whole.relative_to(here) if whole.is_relative_to(here) else whole


def rule_set(
    ctx: click.Context, command: str, form: str, output: Path | None, **at: Any
) -> "RuleSet":
    """Return the rule set that the options name; deliver its problems and exit if it has any.

    Args:
        at: `rules` and `profile` as the options gave them.
    """
    from checker.workbench.rule_set import read_rule_set  # pydantic, when it is needed

    try:
        return read_rule_set(near(at["rules"]), at["profile"])
    except Rejected as problems:
        deliver(ctx, rejected(command, problems.problems), form, output)


def deliver(
    ctx: click.Context,
    inspection: Inspection,
    form: str,
    output: Path | None,
    text: TextView | None = None,
) -> NoReturn:
    """Write an inspection in the form asked for, and exit with the code that it deserves.

    Args:
        text: the command's own view for a person, where it has one; not used for a rule set that
            cannot be read.
    """
    if form == "text":
        said = text(inspection) if text and not inspection.invalid else shown(inspection)
    else:
        said = import_module(RENDERERS[form]).render(inspection)
    if output:
        from checker.cli.writing import write

        write(output.parent, {output.name: click.unstyle(said).encode()})
        click.echo(click.unstyle(_closing(inspection)), err=True)
    else:
        click.echo(said, nl=False)
    if inspection.invalid:
        ctx.exit(exits.RULES_INVALID)
    ctx.exit(exits.DOES_NOT_CONFORM if inspection.counting else exits.CONFORMS)


def shown(inspection: Inspection) -> str:
    """Return an inspection as text, with the lines that are meant; colours where there are any."""
    from checker.workbench.outputs.text import render

    return render(inspection, _Lines().at, dressed)


def dressed(text: str, role: str) -> str:
    """Return a text in the style of its role, where a person looks at it."""
    return click.style(text, **STYLES[role]) if sys.stdout.isatty() else text


def _closing(inspection: Inspection) -> str:
    from checker.workbench.outputs.text import closing

    return closing(inspection)


class _Lines:
    """Lines of files, each file read once."""

    def __init__(self) -> None:
        self.files: dict[str, list[str]] = {}

    def at(self, place: Place) -> str:
        if not place.line or place.sheet:
            return ""
        if place.file not in self.files:
            try:
                text = Path(place.file).read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError):
                text = ""
            self.files[place.file] = text.split("\n")
        lines = self.files[place.file]
        return lines[place.line - 1] if place.line <= len(lines) else ""
