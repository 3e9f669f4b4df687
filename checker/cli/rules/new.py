"""`checker rules new`: the beginning of a rule, a case, a profile or a whole standard."""

import shlex
import sys
from pathlib import Path
from typing import Any, Final

import click

from checker.cli.options import RULES, keeping_options
from checker.cli.rules.delivery import near, rule_set
from checker.model.dictionary import Kind
from checker.model.outcome import Level, Outcome
from checker.workbench.scaffold import words
from checker.workbench.scaffold.plan import Plan, RefusedError
from checker.workbench.scaffold.sketch import MEASURES

KINDS: Final = tuple(k.value for k in Kind if k not in (Kind.TEXT, Kind.REF))


@click.group()
def new() -> None:
    """新建规则、用例、评价方案，或一套新的标准。

    \b
    例：
      checker rules new rule 5.2 --title 名称 --of 表名      在 5.2 里加一条规则
      checker rules new case 规则编号                        给一条规则加一个用例
      checker rules new profile 名称 --extends generic       新建评价方案
      checker rules new standard 目录 --id ABC --title 名称  新建一套标准
    """


@new.command()
@click.argument("item", metavar="[检查项]", required=False)
@click.option("--title", help="规则名称。")
@click.option("--level", type=click.Choice([v.value for v in Level]), default=Level.REQUIREMENT.value,
              show_default=True, help="能愿：应、宜、可。")  # fmt: skip
@click.option("--measure", type=click.Choice(MEASURES), default="share", show_default=True,
              help="量什么：占比、数量、合计、平均。其余的量法请手写。")  # fmt: skip
@click.option("--of", "table", metavar="表", help="量哪张表（英文名）。")
@click.option("--table-label", default="", metavar="中文名", help="没有这张表时，以此名新建。")
@click.option("--table-unit", default="", metavar="计数词", help="新表一行的计数词，例如“件”。")
@click.option("--column", default="", metavar="列", help="问或加哪一列（英文名）；不写则挑一列。")
@click.option("--column-label", default="", metavar="中文名", help="没有这一列时，以此名新建。")
@click.option("--column-type", type=click.Choice(KINDS), default="bool", show_default=True,
              help="新列的类型。")  # fmt: skip
@click.option(
    "--parameter", default="", metavar="参数", help="限值的参数名（英文）；不写则自动取名。"
)
@keeping_options
@click.pass_context
def rule(ctx: click.Context, /, rules: Path, profile: str | None, **given: Any) -> None:
    """在一个检查项里加一条规则，连同参数、用例和数据字典里缺的表、列。"""
    from checker.workbench.scaffold.rule import NewRule, new_rule

    found = rule_set(ctx, "new", "text", None, rules=rules, profile=profile)
    items = [i.no for c in found.book.standard.chapters for i in c.items]
    asked = NewRule(
        item=given["item"] or _ask("item", items[0]),
        title=given["title"] or _ask("title", words.default_title(), optional=True),
        level=Level(given["level"]),
        measure=given["measure"],
        table=given["table"] or _ask("table", _first_table(found.book.dictionary)),
        table_label=given["table_label"], table_unit=given["table_unit"],
        column=given["column"], column_label=given["column_label"],
        column_kind=Kind(given["column_type"]), parameter=given["parameter"],
    )  # fmt: skip
    try:
        rule_id, plan = new_rule(found, asked)
    except RefusedError as refused:
        raise click.UsageError(str(refused)) from None
    _write(plan)
    _next(plan, f"checker rules test -k {rule_id}", rules)


@new.command()
@click.argument("rule_id", metavar="规则编号")
@click.option("--name", default="", help="用例名称：给出了什么。")
@click.option("--outcome", type=click.Choice(["passed", "failed", "inapplicable", "cantTell"]),
              help="应有的结果。")  # fmt: skip
@keeping_options
@click.pass_context
def case(
    ctx: click.Context,
    rule_id: str,
    name: str,
    outcome: str | None,
    rules: Path,
    profile: str | None,
) -> None:
    """给一条规则加一个用例，规则要读的表都摆好。"""
    from checker.workbench.scaffold.case import new_case

    found = rule_set(ctx, "new", "text", None, rules=rules, profile=profile)
    try:
        plan = new_case(found, rule_id.upper(), name, Outcome(outcome) if outcome else None)
    except RefusedError as refused:
        raise click.UsageError(str(refused)) from None
    _write(plan)
    _next(plan, f"checker rules test -k {rule_id.upper()}", rules)


@new.command("profile")
@click.argument("name", metavar="名称")
@click.option("--extends", default="", metavar="方案", help="在哪个方案的基础上改。")
@click.option("--title", default="", help="方案的中文名。")
@click.option("--rules", type=click.Path(path_type=Path), metavar="目录", help="规则目录。")
@click.pass_context
def new_profile_(
    ctx: click.Context, name: str, extends: str, title: str, rules: Path | None
) -> None:
    """新建一个评价方案。"""
    from checker.workbench.scaffold.profile import new_profile

    found = rule_set(ctx, "new", "text", None, rules=rules or RULES, profile=extends or None)
    try:
        plan = new_profile(found, name, extends, title)
    except RefusedError as refused:
        raise click.UsageError(str(refused)) from None
    _write(plan)
    _next(plan, f"checker rules lint --profile {name}", rules or RULES)


@new.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="目录")
@click.option("--id", "standard_id", help="标准代号，2 到 8 个大写英文字母。")
@click.option("--title", help="标准名称。")
def standard(folder: Path, standard_id: str | None, title: str | None) -> None:
    """新建一套最小的标准：能加载、能评价，检查和用例都通过。"""
    from checker.workbench.scaffold.standard import new_standard

    standard_id = standard_id or _ask("standard_id", "STD")
    title = title or _ask("standard_title", words.prompt("new_standard"))
    try:
        plan = new_standard(near(folder), standard_id, title)
    except RefusedError as refused:
        raise click.UsageError(str(refused)) from None
    _write(plan)
    click.echo(words.standard_next(str(near(folder))))


def _ask(what: str, default: str, *, optional: bool = False) -> str:
    """Ask on a terminal for what was not given; elsewhere take the default or refuse."""
    if sys.stdin.isatty() and sys.stdout.isatty():
        answer: str = click.prompt(words.prompt(what), default=default)
        return answer
    if optional:
        return default
    raise click.UsageError(words.refused("missing", words.prompt(what)))


def _first_table(dictionary: Any) -> str:
    return next((t.name for t in dictionary.tables.values() if not t.one_row), "")


def _write(plan: Plan) -> None:
    """Write every file, whole or not at all, and say what was written."""
    from checker.cli.writing import write

    for path, data in plan.files.items():
        write(path.parent, {path.name: data})
    for path, said in plan.said:
        click.echo(words.wrote(str(path), said).rstrip())


def _next(plan: Plan, command: str, rules: Path) -> None:
    places = [str(place) for place in plan.to_fill()]
    at = "" if rules == RULES else f" --rules {shlex.quote(str(near(rules)))}"
    click.echo(words.next_steps(places, command + at))
