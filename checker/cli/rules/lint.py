"""`checker rules lint`: is every rule well written, and does it say where it comes from?"""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.cli import exits
from checker.cli.rules.delivery import deliver, inspection_options, near, shown
from checker.cli.rules.writes import difference, write_all

if TYPE_CHECKING:
    from checker.workbench.diagnostic import Inspection


@click.command()
@inspection_options
@click.option(
    "--only",
    "-k",
    multiple=True,
    metavar="名称",
    help="只做这些检查，可以写几次；以名称的开头为准。",
)
@click.option("--fix", is_flag=True, help="能改而不变意思的就地改好，其余照样列出。")
@click.option(
    "--diff",
    "--dry-run",
    "dry",
    is_flag=True,
    help="只显示 --fix 会改什么，不写文件；有要改的退出码为 1。",
)
@click.option("--notes", is_flag=True, help="连提示一起显示。提示不影响退出码。")
@click.option("--list", "listed", is_flag=True, help="列出全部检查。")
@click.option("--explain", metavar="名称", help="显示一项检查的说明：为什么、反例、正例、怎么改。")
@click.pass_context
def lint(
    ctx: click.Context, rules: Path, profile: str | None, form: str, output: Path | None,
    only: tuple[str, ...], fix: bool, dry: bool, notes: bool, listed: bool, explain: str | None,
) -> None:  # fmt: skip
    """检查规则写得对不对：结构、引用、用语、来源、编号、分值、用例。

    \b
    例：
      checker rules lint                     查全部规则
      checker rules lint -k wording          只查用语
      checker rules lint --diff              看看能自动改好哪些
      checker rules lint --explain bare-number

    \b
    退出码：0 没有错误和警告  1 有  2 用法有误  4 规则集读不了
    """
    from checker.workbench.lint.running import inspect

    if explain:
        _explain(ctx, explain)
    if listed:
        click.echo(_table())
        return
    folder = near(rules)
    asked = _chosen(ctx, only)
    if fix or dry:
        changed = _fix(folder, profile, asked, dry=dry)
        if dry:
            ctx.exit(exits.DOES_NOT_CONFORM if changed else exits.CONFORMS)
    inspection = inspect(folder, profile, asked)
    deliver(ctx, inspection, form, output, text=lambda i: _text(i, notes=notes))


def _chosen(ctx: click.Context, only: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ids that were asked for; a beginning stands for all ids that begin so."""
    if not only:
        return ()
    from checker.workbench.lint import door_words as words
    from checker.workbench.lint.pages import nearest
    from checker.workbench.lint.running import register

    found: list[str] = []
    for name in only:
        ids = [i for i in register() if i == name] or [i for i in register() if i.startswith(name)]
        if not ids:
            raise click.UsageError(words.unknown_check(name, nearest(name)), ctx)
        found += ids
    return tuple(dict.fromkeys(found))


def _explain(ctx: click.Context, name: str) -> None:
    from checker.workbench.lint import door_words as words
    from checker.workbench.lint.pages import nearest, page_of

    page = page_of(name)
    if page is None:
        raise click.UsageError(words.unknown_check(name, nearest(name)), ctx)
    click.echo(page.read_text(encoding="utf-8"), nl=False)
    ctx.exit(exits.CONFORMS)


def _table() -> str:
    from checker.workbench.lint import door_words as words
    from checker.workbench.lint.pages import faults
    from checker.workbench.lint.running import every_kind

    all_kinds = [*every_kind()]
    all_kinds += faults(k.id for k in all_kinds)
    width = max(len(k.id) for k in all_kinds)
    return "\n".join(
        f"{k.id:{width}}  {words.gravity(k.gravity.value)}  {k.title}" for k in all_kinds
    )


def _fix(folder: Path, profile: str | None, only: tuple[str, ...], *, dry: bool) -> bool:
    """Put right what can be put right, or show it; return whether there was anything."""
    from checker.workbench.lint import door_words as words
    from checker.workbench.lint.fixing import fixed
    from checker.workbench.lint.running import look

    looked = look(folder, profile, only)
    files = list(fixed(looked.edits))
    changes = [*((f.path, f.before, f.after) for f in files), *looked.made]
    count = sum(f.count for f in files) + len(looked.made)
    if dry:
        click.echo(difference(changes), nl=False)
        return bool(changes)
    write_all(changes)
    if count:
        click.echo(words.fixed(count, len(changes)), err=True)
    return bool(changes)


def _text(inspection: "Inspection", *, notes: bool) -> str:
    from dataclasses import replace

    from checker.workbench.diagnostic import Gravity
    from checker.workbench.lint import door_words as words

    hidden = [d for d in inspection.diagnostics if d.gravity is Gravity.NOTE and not notes]
    kept = tuple(d for d in inspection.diagnostics if d not in hidden)
    said = shown(replace(inspection, diagnostics=kept))
    return said + (words.notes_hidden(len(hidden)) + "\n" if hidden else "")
