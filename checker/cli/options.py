"""Options that mean the same in every command."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from checker import HOME
from checker.cli import words

RULES: Final = HOME / "rules"
FORMATS: Final = ("pdf", "html", "json")

Function = TypeVar("Function", bound=Callable[..., Any])


class Day(click.ParamType[date]):
    """A date written as 2026-01-10."""

    name = "日期"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the date of a text."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(words.not_a_date(), param, ctx)


def rules_options(function: Function) -> Function:
    """Add --rules and --profile, which is "generic" where nobody says."""
    function = click.option(
        "--profile", default="generic", show_default=True, metavar="名称",
        help="评价方案：rules/profiles 下的文件名。",
    )(function)  # fmt: skip
    return _rules(function)


def keeping_options(function: Function) -> Function:
    """Add --rules and --profile for those who keep rules: without one, any will do (None)."""
    function = click.option(
        "--profile", metavar="名称",
        help="评价方案：profiles 下的文件名。不写用 generic，没有 generic 用名称排在最前的。",
    )(function)  # fmt: skip
    return _rules(function)


def _rules(function: Function) -> Function:
    return click.option(
        "--rules", type=click.Path(path_type=Path, readable=False), default=RULES, metavar="目录",
        help="规则目录。默认用随程序带的规则。",
    )(function)  # fmt: skip


def output_options(function: Function) -> Function:
    """Add -o and -f."""
    function = click.option(
        "--format", "-f", "formats", type=click.Choice(FORMATS), multiple=True,
        help="要写的格式，可以写几次；给了 -o 而没有 -f 时全写。",
    )(function)  # fmt: skip
    return click.option(
        "--output", "-o", type=click.Path(path_type=Path, file_okay=False), metavar="目录",
        help="报告写到哪个目录。",
    )(function)  # fmt: skip
