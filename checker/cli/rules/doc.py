"""`checker rules doc`: the rule set as pages to browse, to search and to print."""

from pathlib import Path

import click

from checker.cli import words as cli_words
from checker.cli.options import keeping_options
from checker.cli.rules.delivery import FORMATS, deliver, rule_set
from checker.model.problem import Place, Rejected
from checker.model.system import reason
from checker.workbench.diagnostic import CheckKind, Diagnostic, Gravity, Inspection, rejected


@click.command()
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, file_okay=False), default=Path("out/catalogue"),
    show_default=True, metavar="目录", help="目录写到哪里。",
)  # fmt: skip
@click.option("--check", is_flag=True, help="什么都不写，只看已有的目录是否与规则一致。")
@click.option(
    "--format", "-f", "form", type=click.Choice(FORMATS), default="text", show_default=True,
    help="问题和 --check 的结果用什么格式。",
)  # fmt: skip
@keeping_options
@click.pass_context
def doc(
    ctx: click.Context, output: Path, check: bool, form: str, rules: Path, profile: str | None
) -> None:
    """把规则集做成可以浏览、查找和打印的网页目录。

    网页不联网，用浏览器直接打开 index.html 就能看。

    \b
    例：
      checker rules doc -o out/catalogue           写出目录
      checker rules doc -o out/catalogue --check   看目录是否过时
    """
    found = rule_set(ctx, "doc", form, None, rules=rules, profile=profile)
    from checker.workbench.catalogue import words
    from checker.workbench.catalogue.folder import NotACatalogueError, compare, write
    from checker.workbench.catalogue.gather import gather
    from checker.workbench.catalogue.render import START, files

    try:
        made = files(gather(found))
    except Rejected as problems:
        deliver(ctx, rejected("doc", problems.problems), form, None)
    if check:
        kind = CheckKind("stale-catalogue", words.stale("differs")[0], Gravity.ERROR)
        stale = tuple(
            Diagnostic(
                Place(str(output / s.file)), kind.id, kind.gravity, *_said(words.stale(s.what))
            )
            for s in compare(output, made)
        )
        inspection = Inspection("doc", found.book.version, found.book.digest, (kind,), stale)
        deliver(ctx, inspection, form, None)
    try:
        write(output, made)
    except NotACatalogueError:
        raise click.UsageError(words.not_ours(str(output))) from None
    except OSError as error:
        said = cli_words.cannot_write(str(output), reason(error))
        raise click.ClickException(said) from None
    click.echo(words.written(len(made), str(output / START)))


def _said(said: tuple[str, str]) -> tuple[str, str, str, str]:
    """Return message, nothing found, nothing wanted, advice: as a Diagnostic takes them."""
    return said[0], "", "", said[1]
