"""`checker rules fmt`: one way to write the rule files, so that a difference is a difference."""

from pathlib import Path

import click

from checker.cli import exits
from checker.cli.options import RULES
from checker.cli.rules.delivery import deliver, near
from checker.cli.rules.writes import difference, write_all


@click.command()
@click.option(
    "--rules", type=click.Path(path_type=Path, exists=True, file_okay=False), default=RULES,
    metavar="目录", help="规则目录。默认用随程序带的规则。",
)  # fmt: skip
@click.option("--check", is_flag=True, help="只看写法规范不规范，不改文件；有不规范的退出码为 1。")
@click.option("--diff", is_flag=True, help="显示会改什么，不改文件；有要改的退出码为 1。")
@click.pass_context
def fmt(ctx: click.Context, rules: Path, check: bool, diff: bool) -> None:
    """把规则文件写成统一的样子：缩进、空格、空行、键的次序。不丢注释，不改内容。

    \b
    例：
      checker rules fmt            就地改写
      checker rules fmt --check    只检查，用于 CI 和提交前
      checker rules fmt --diff     看会改什么

    \b
    退出码：0 写法规范（或已改好）  1 有不规范的（--check、--diff）  4 有文件读不了
    """
    from checker.model.problem import Place, Problem
    from checker.rulebook.listing import unreadable
    from checker.rulebook.loading import STANDARD
    from checker.rulebook.words import missing_file
    from checker.workbench import form_words as words
    from checker.workbench.diagnostic import rejected
    from checker.workbench.form import formed

    problems: list[Problem] = unreadable(near(rules))
    if problems:
        deliver(ctx, rejected("fmt", problems), "text", None)
    if not (rules / STANDARD).is_file():  # a wrong folder's files are not ours to rewrite
        message, advice = missing_file(STANDARD)
        lacking = Problem(Place(str(near(rules))), "missing_file", message, advice=advice)
        deliver(ctx, rejected("fmt", [lacking]), "text", None)
    changes = [(f.path, f.before, f.after) for f in formed(near(rules), problems)]
    if problems:
        deliver(ctx, rejected("fmt", problems), "text", None)
    if diff:
        click.echo(difference(changes), nl=False)
    elif check:
        for path, _, _ in changes:
            click.echo(words.not_canonical(str(path)))
    else:
        write_all(changes)
        click.echo(words.written(len(changes)), err=True)
    failed = changes and (check or diff)
    ctx.exit(exits.DOES_NOT_CONFORM if failed else exits.CONFORMS)
