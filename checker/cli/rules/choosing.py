"""Options that choose rules and cases, and a progress bar on the error stream."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import click

from checker.workbench.choice import Choice
from checker.workbench.rule_set import RuleSet

Function = TypeVar("Function", bound=Callable[..., Any])
Told = Callable[[str], None]


def choice_options(function: Function) -> Function:
    """Add -k, --item and --rule."""
    function = click.option(
        "-k", "text", default="", metavar="文字", help="只看编号、名称里有这段文字的。"
    )(function)
    function = click.option(
        "--item", "items", multiple=True, metavar="编号",
        help="只看这一项（如 5.2）或这一章（如 5），可以写几次。",
    )(function)  # fmt: skip
    return click.option(
        "--rule", "ids", multiple=True, metavar="编号", help="只看这一条规则，可以写几次。"
    )(function)


def chosen(rules: RuleSet, text: str, items: tuple[str, ...], ids: tuple[str, ...]) -> Choice:
    """Return what the options choose.

    Raises:
        click.UsageError: an item or a rule does not exist.
    """
    from checker.workbench.testing.words import nothing_called

    choice = Choice(ids, items, text)
    unknown = choice.unknown(rules)
    if unknown:
        raise click.UsageError(nothing_called(unknown))
    return choice


@contextmanager
def progress(title: str, total: int) -> Iterator[Told]:
    """Show a bar on the error stream while something is done, if a person is watching it."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(title, total=total)
        yield lambda _: bar.advance(task)
